"""What tables `run` and `compare` can print, and how they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.economy.status import Sentence
    from hinterland.panel import Panel
    from hinterland.result import Result

OF_RESULTS = tuple(
    "regions gdp sectors employment trade market_shares exposure revenue emissions footprint embodied decomposition "
    "checks".split()
)
OF_SCENARIOS = ("treasury", "contributions", "ranges", "drivers")
ONLY_FROM_BASELINE = ("treasury",)  # a budget by measure, and the two scenarios have measures of their own


def elasticities_option(command: Any) -> Any:
    """Give a command the option that chooses among an economy's sets of trade elasticities."""
    words = "Use this set of the economy's trade elasticities; `hinterland economies` lists them."
    return click.option("--elasticities", metavar="SET", help=words)(command)


def panel_of(result: Result, table: str, against: Result | None = None) -> Panel:
    """Give a table of a result, or of its difference to another; what needs many solves shows a progress bar."""
    if table in OF_RESULTS:
        from hinterland.compare import difference

        return result.panel(table) if against is None else difference(against, result, table)
    if table == "treasury":
        from hinterland.treasury import treasury

        return treasury(result)
    return _of_measures(result, table, against)


def _of_measures(result: Result, table: str, against: Result | None) -> Panel:
    from hinterland.scenario.schema import Scenario

    if not isinstance(result.scenario, Scenario):
        raise click.UsageError(spoken()("run.made_of_measures", table=table))
    from hinterland.cli.names import Names, title

    said = spoken()
    named = title(result.scenario.title, said)
    with progress(said("cli.titled", economy=named, table=Names(said).title_of(table))) as tell:
        if table == "contributions":
            from hinterland.contribute import contribute

            found = contribute(result.baseline, result.scenario, progress=tell, result=result, against=against)
            return found.panel()
        from hinterland.uncertain import uncertain

        sure = uncertain(result.baseline, result.scenario, progress=tell, result=result, against=against)
        return sure.panel() if table == "ranges" else sure.drivers()


def in_words(status: Sentence) -> str:
    """Say how a solve ended and what to do about it, in the language that is spoken."""
    said = spoken()
    return said.joined(said.of(status.sentence), said.of(status.remedy))


@contextmanager
def progress(task: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal while work goes on, and nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        shown = bar.add_task(task, total=None)
        yield lambda done, count: bar.update(shown, completed=done, total=count)

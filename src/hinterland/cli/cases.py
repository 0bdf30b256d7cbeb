"""How `run` and `compare` open what they are given, scenario files or shocks, and what tables they can print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken
from hinterland.locale import LANGUAGES, words

if TYPE_CHECKING:
    from hinterland.baseline import Baseline
    from hinterland.economy.params import Closures
    from hinterland.economy.status import Sentence
    from hinterland.panel import Panel
    from hinterland.result import Result
    from hinterland.scenario.schema import Scenario

OF_RESULTS = tuple(
    "regions gdp sectors employment trade market_shares exposure revenue emissions footprint embodied decomposition "
    "checks".split()
)
OF_SCENARIOS = ("treasury", "contributions", "ranges", "drivers")
_MADE_OF_MEASURES = ("contributions", "ranges", "drivers")


class Economy:
    """Open an economy, and solve scenarios on it under the closures that the command line asks for."""

    def __init__(self, name: str, overrides: Mapping[str, Any] | None = None, elasticities: str | None = None) -> None:
        from hinterland.project import load

        def open_as(closures: Closures | None = None) -> Baseline:
            return _with_set(load(name, closures), elasticities)

        self.baseline = open_as()
        self._overrides = {key: value for key, value in (overrides or {}).items() if value}
        self._balanced = cache(lambda: open_as(replace(self.baseline.closures, deficit="balanced")))

    def read(self, file: str) -> Scenario:
        """Read a scenario file, or `baseline` for the scenario that changes nothing."""
        from hinterland.scenario.read import read_scenario, scenario
        from hinterland.scenario.schema import BASELINE

        titles = {lang: words(lang)("cli.baseline") for lang in LANGUAGES}
        found = scenario(titles) if file == BASELINE else read_scenario(file)
        return found.closed(**self._overrides)

    def solve(self, scenario: Scenario | Mapping[str, Any]) -> Result:
        """Run a scenario; under balanced trade, on the economy calibrated to it."""
        from hinterland.run import run
        from hinterland.scenario.schema import Scenario

        closures = replace(self.baseline.closures, **self._overrides)
        if isinstance(scenario, Scenario):
            closures = scenario.closures(self.baseline.closures)
        return run(self._closed(closures.deficit), scenario, closures)

    def _closed(self, deficit: str) -> Baseline:
        unlike = deficit == "balanced" and self.baseline.closures.deficit != "balanced"
        return self._balanced() if unlike else self.baseline


def elasticities_option(command: Any) -> Any:
    """Give a command the option that chooses among an economy's sets of trade elasticities."""
    words = "Use this set of the economy's trade elasticities; `hinterland economies` lists them."
    return click.option("--elasticities", metavar="SET", help=words)(command)


def _with_set(baseline: Baseline, elasticities: str | None) -> Baseline:
    if elasticities is None:
        return baseline
    from hinterland.elasticities import with_set

    return with_set(baseline, elasticities)


def panel_of(result: Result, table: str, against: Result | None = None) -> Panel:
    """Give a table of a result, or of its difference to another; what needs many solves shows a progress bar."""
    if table in OF_RESULTS:
        from hinterland.compare import difference

        return result.panel(table) if against is None else difference(against, result, table)
    if table == "treasury":
        from hinterland.treasury import treasury

        return treasury(result)
    return _of_measures(result, table)


def _of_measures(result: Result, table: str) -> Panel:
    from hinterland.scenario.schema import Scenario

    if not isinstance(result.scenario, Scenario):
        raise click.UsageError(spoken()("run.made_of_measures", table=table))
    from hinterland.cli.names import Names, title

    said = spoken()
    named = title(result.scenario.title, said)
    with progress(said("cli.titled", economy=named, table=Names(said).title_of(table))) as tell:
        if table == "contributions":
            from hinterland.contribute import contribute

            return contribute(result.baseline, result.scenario, progress=tell).panel()
        from hinterland.uncertain import uncertain

        found = uncertain(result.baseline, result.scenario, progress=tell)
        return found.panel() if table == "ranges" else found.drivers()


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

"""`hinterland read`: documents in, statistics and measures out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken
from hinterland.cli.sources import passed_over
from hinterland.cli.unread import unread

if TYPE_CHECKING:
    from rich.console import Console

    from hinterland.ledger.read import Reading
    from hinterland.ledger.records import Statistic

MANY = 20  # documents from which a progress bar is shown
WIDE = 110  # columns of a terminal that has room for every field


@click.command()
@click.argument("source", nargs=-1, required=True)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one record a line: the names of the fields are the ledger's."
)
@click.option(
    "--what",
    type=click.Choice(["all", "statistics", "measures"]),
    default="all",
    show_default=True,
    help="Which records to print.",
)
def command(source: tuple[str, ...], as_json: bool, what: str) -> int:
    """Read SOURCE... and print what they state and announce.

    SOURCE is a text, HTML or PDF file, a folder (every such file in it), or - for standard input. Every record keeps
    the characters it was read from. A source that cannot be read is named and left out; the exit code is then 1.
    """
    from rich.console import Console

    from hinterland.ledger.documents.source import sources

    talk = Console(stderr=True)
    names = sources(list(source))
    failed: list[str] = []
    total = {"documents": 0, "statistics": 0, "measures": 0, "unread": 0}
    for reading in _readings(names, talk, failed):
        total["documents"] += 1
        total["statistics"] += len(reading.statistics)
        total["measures"] += len(reading.measures)
        _warn(reading, talk, total)
        if as_json:
            _print_json(reading, what)
        else:
            _print_tables(reading, what)
    passed_over(source)
    talk.print(_summary(total, len(failed)), highlight=False, soft_wrap=True)
    return 1 if failed else 0


def _readings(names: list[str], talk: Console, failed: list[str]) -> Iterator[Reading]:
    """Read the documents one by one; name those that cannot be read."""
    from rich.progress import Progress

    from hinterland.errors import InputError
    from hinterland.ledger.read import read
    from hinterland.locale.faults import faults

    with Progress(console=talk, transient=True, disable=len(names) < MANY) as bar:
        for name in bar.track(names, description=spoken()("read.task")):
            try:
                yield read(name)
            except InputError as error:
                failed.append(name)
                talk.print("\n".join(faults(error, spoken())), markup=False, highlight=False, soft_wrap=True)


def _warn(reading: Reading, talk: Console, total: dict[str, int]) -> None:
    """Say what was not read, and why."""
    total["unread"] += reading.unread
    for line in unread(reading):
        talk.print(line, markup=False, highlight=False, soft_wrap=True)


def _summary(total: dict[str, int], failed: int) -> str:
    words = spoken()
    parts = [words.counted(f"read.{what}", total[what]) for what in ("documents", "statistics", "measures")]
    parts += [words.counted("read.numbers", total["unread"])] if total["unread"] else []
    parts += [words.counted("read.left_out", failed)] if failed else []
    return words("read.and").join(parts)


def _print_json(reading: Reading, what: str) -> None:
    from hinterland.ledger.read import records

    for record in records(reading):
        if what == "all" or ("instrument" in record) == (what == "measures"):
            click.echo(json.dumps(record, ensure_ascii=False))


def _print_tables(reading: Reading, what: str) -> None:
    from rich.console import Console

    out = Console()
    document = reading.document
    line = [
        document.doc,
        document.title or "",
        document.publisher or "",
        str(document.published or spoken()("read.undated")),
        document.language,
    ]
    out.print(" · ".join(part for part in line if part), style="bold", markup=False, highlight=False, soft_wrap=True)
    wide = out.width >= WIDE
    if what != "measures" and reading.statistics:
        out.print(_statistics_table(reading, wide))
    if what != "statistics" and reading.measures:
        out.print(_measures_table(reading, wide))


def _statistics_table(reading: Reading, wide: bool) -> Any:
    """Make a row of each statistic; the printed string, which the value repeats, only where there is room."""
    from hinterland.ledger.calendar_names import spoken_period
    from hinterland.ledger.checks import say

    words = spoken()
    table = _table("indicator", "region", "period", "value", "growth", "rank", *(["printed"] if wide else []))
    for row in reading.statistics:
        start, end = row.period_start, row.period_end
        period = spoken_period(start, end, words.lang) if start and end else ""
        value = "" if row.value is None else say.amount(row.value, row.unit, 6).text(words.lang)
        if row.paired_value is not None:
            value += f" ({say.amount(row.paired_value, row.paired_unit, 6).text(words.lang)})"
        basis = words.named("basis", row.growth_basis or "")
        growth = "" if row.growth is None else f"{100 * row.growth:+.6g} % {basis}"
        rank = "" if row.rank is None else str(row.rank)
        if rank and row.rank_scope:
            rank = words("read.rank", rank=rank, scope=row.rank_scope)
        value = f"{row.qualifier} {value}" if row.qualifier and value else value
        _add(table, _what(row), _where(row), period, value, growth, rank, *([row.printed] if wide else []))
    return table


def _what(row: Statistic) -> str:
    """Name what a figure measures in the terminal's language."""
    from hinterland.ledger.checks import say
    from hinterland.ledger.checks.pages import Name

    return say.name(Name.of(row.indicator)).text(spoken().lang) if row.indicator else ""


def _where(row: Statistic) -> str:
    from hinterland.ledger.checks import say

    return say.region(row).text(spoken().lang) if row.region else ""


def _measures_table(reading: Reading, wide: bool) -> Any:
    """Make a row of each measure; the target, which the words announced mostly name, only where there is room."""
    words = spoken()
    table = _table("status", "instrument", "actor", "size", "announced", *(["target"] if wide else []))
    for row in reading.measures:
        instrument, status = words.named("measure", row.instrument), words.named("stage", row.status)
        _add(table, status, instrument, row.actor, row.quantity, row.anchor, *([row.target] if wide else []))
    return table


def _table(*heads: str) -> Any:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(spoken().named("head", head), overflow="fold")
    return table


def _add(table: Any, *cells: str | None) -> None:
    """Add a row of plain words: brackets in them are no markup."""
    from rich.markup import escape

    table.add_row(*(escape(cell or "") for cell in cells))

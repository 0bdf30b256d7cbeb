"""`hinterland compare`: two scenarios, or two saved results, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.cases import OF_RESULTS, elasticities_option
from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.compare import Tables
    from hinterland.economy.status import Status
    from hinterland.locale import Words
    from hinterland.results.record import Record

NOT_CONVERGED = 3


@click.command("compare")
@click.argument("one")
@click.argument("two")
@click.option("--economy", help="A folder, or an embedded name; where left out, the one that the files name.")
@click.option("--table", type=click.Choice(OF_RESULTS), default="regions", show_default=True)
@elasticities_option
@click.option("--rows", type=click.IntRange(min=0), help="Print only the first rows.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write every row to this CSV file too.")
def command(
    one: str,
    two: str,
    economy: str | None,
    table: str,
    elasticities: str | None,
    rows: int | None,
    as_json: bool,
    out: Path | None,
) -> int:
    """Set two scenarios side by side: files, saved results, or `baseline`. The difference is TWO less ONE."""
    from hinterland.cli.cases import in_words
    from hinterland.cli.names import Names
    from hinterland.cli.show_table import print_table, write_table
    from hinterland.compare import compare

    words = spoken()
    sides = _sides((one, two), economy, elasticities, words)
    columns = compare(sides[0].tables, sides[1].tables, table).columns()
    regions, sectors = sides[0].axes
    names = Names(words, regions, sectors, lines="tax")
    title = words("compare.title", table=names.title_of(table), one=sides[0].title, two=sides[1].title)
    print_table(title, {name: column[:rows] for name, column in columns.items()}, as_json, names=names)
    for side in sides:
        click.echo(words("cli.named", title=side.title, sentence=in_words(side.status)), err=True)
    if out is not None:
        write_table(columns, out)
        click.echo(words("cli.saved", path=out), err=True)
    return 0 if all(side.status.ok for side in sides) else NOT_CONVERGED


@dataclass(frozen=True)
class _Side:
    """Hold one of the two: its title, its tables, how its solve ended, and the labels of its economy."""

    title: str
    tables: Tables
    status: Status
    axes: Any  # regions, sectors


def _sides(files: tuple[str, ...], economy: str | None, elasticities: str | None, words: Words) -> list[_Side]:
    """Open what is saved, and solve what is not."""
    from hinterland.cli.cases import progress
    from hinterland.cli.names import title
    from hinterland.cli.stored import is_stored
    from hinterland.opened import Economy
    from hinterland.results.store import open_result

    unsolved = [file for file in files if not is_stored(file)]
    opened = Economy(economy or _named(*unsolved), elasticities=elasticities) if unsolved else None
    sides = []
    with progress(words("run.task")) as tell:
        for done, file in enumerate(files):
            tell(done, len(files))
            if opened is None or is_stored(file):
                sides.append(_of_record(open_result(file), words))
                continue
            scenario = opened.read(file)
            result = opened.solve(scenario)
            axes = (result.baseline.regions, result.baseline.sectors)
            sides.append(_Side(title(scenario.title, words), result, result.status, axes))
    return sides


def _of_record(record: Record, words: Words) -> _Side:
    from hinterland.cli.names import Names, title_of_record

    names = Names.of_record(record)
    return _Side(title_of_record(record, words), record, record.status, (names.regions, names.sectors))


def _named(*files: str) -> str:
    """Give the economy that the files say they are for; they must agree."""
    from hinterland.scenario.read import read_scenario
    from hinterland.scenario.schema import BASELINE

    named = {read_scenario(file).economy for file in files if file != BASELINE} - {""}
    if len(named) != 1:
        words = spoken()
        said = words("compare.several", names=", ".join(sorted(named))) if named else words("compare.no_file")
        raise click.UsageError(words("compare.which_economy", said=said))
    return named.pop()

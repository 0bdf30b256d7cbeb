"""`hinterland compare`: two scenarios side by side."""

from __future__ import annotations

import click

from hinterland.cli.cases import OF_RESULTS
from hinterland.cli.language import spoken

NOT_CONVERGED = 3


@click.command("compare")
@click.argument("one")
@click.argument("two")
@click.option("--economy", help="A folder, or an embedded name; where left out, the one that the files name.")
@click.option("--table", type=click.Choice(OF_RESULTS), default="regions", show_default=True)
@click.option("--rows", type=click.IntRange(min=0), help="Print only the first rows.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(one: str, two: str, economy: str | None, table: str, rows: int | None, as_json: bool) -> int:
    """Set two scenarios side by side: files, or `baseline`. The difference is TWO less ONE."""
    from hinterland.cli.cases import Economy, in_words, progress
    from hinterland.cli.names import Names, title
    from hinterland.cli.show_table import print_table
    from hinterland.compare import compare

    opened = Economy(economy or _named(one, two))
    scenarios = [opened.read(file) for file in (one, two)]
    with progress(spoken()("run.task")) as tell:
        first = opened.solve(scenarios[0])
        tell(1, 2)
        second = opened.solve(scenarios[1])
    columns = {name: column[:rows] for name, column in compare(first, second, table).columns().items()}
    names = Names.of(opened.baseline, lines="tax")
    titles = [title(scenario.title, names.words) for scenario in scenarios]
    heading = names.words("compare.title", table=names.title_of(table), one=titles[0], two=titles[1])
    print_table(heading, columns, as_json, names=names)
    for result, named in zip((first, second), titles, strict=True):
        click.echo(names.words("cli.named", title=named, sentence=in_words(result.status)), err=True)
    return 0 if first.status.ok and second.status.ok else NOT_CONVERGED


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

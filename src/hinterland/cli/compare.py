"""`hinterland compare`: two scenarios side by side."""

from __future__ import annotations

import click

from hinterland.cli.cases import OF_RESULTS

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
    from hinterland.cli.show_table import print_table
    from hinterland.compare import compare
    from hinterland.opened import Economy

    opened = Economy(economy or _named(one, two))
    scenarios = [opened.read(file) for file in (one, two)]
    first, second = (opened.solve(scenario) for scenario in scenarios)
    columns = {name: column[:rows] for name, column in compare(first, second, table).columns().items()}
    titles = [scenario.title.en for scenario in scenarios]
    print_table(f"{table}: one is {titles[0]}, two is {titles[1]}", columns, as_json)
    for result, title in zip((first, second), titles, strict=True):
        click.echo(f"{title}: {result.status.sentence} {result.status.remedy}".strip(), err=True)
    return 0 if first.status.ok and second.status.ok else NOT_CONVERGED


def _named(*files: str) -> str:
    """Give the economy that the files say they are for; they must agree."""
    from hinterland.scenario.read import read_scenario
    from hinterland.scenario.schema import BASELINE

    named = {read_scenario(file).economy for file in files if file != BASELINE} - {""}
    if len(named) != 1:
        said = "no file names one" if not named else f"the files name {' and '.join(sorted(named))}"
        raise click.UsageError(f"which economy? {said}: give --economy")
    return named.pop()

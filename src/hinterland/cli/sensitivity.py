"""`hinterland sensitivity`: which tariff matters most for a region."""

from __future__ import annotations

import click


@click.command("sensitivity")
@click.argument("economy")
@click.argument("region")
@click.option("--rows", default=20, show_default=True, help="How many tariffs to print, the most important first.")
@click.option("--all", "everything", is_flag=True, help="Rank also where no tariff is levied today.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(economy: str, region: str, rows: int, everything: bool, as_json: bool) -> int:
    """Rank the world's tariffs by what one point more would do to the real income of REGION in ECONOMY."""
    from hinterland.cli.cases import progress
    from hinterland.cli.names import Names, economy_title
    from hinterland.cli.show_table import print_table
    from hinterland.matter import tariffs_that_matter
    from hinterland.project import load

    baseline = load(economy)
    names = Names.of(baseline)
    with progress(names.words("sensitivity.task")):
        columns = tariffs_that_matter(baseline, region, levied_only=not everything).columns()
    effects = columns["real_income_pct_per_point"]
    order = sorted(range(len(effects)), key=lambda row: -abs(effects[row]))[:rows]
    shown = {name: [column[row] for row in order] for name, column in columns.items()}
    economy, place = economy_title(baseline, names.words), names.cell("region", region)
    title = names.words("table.sensitivity", economy=economy, region=place)
    print_table(title, shown, as_json, digits=4, names=names)
    return 0

"""`hinterland economies`: what ships with the package."""

from __future__ import annotations

import click


@click.command("economies")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(as_json: bool) -> int:
    """List the economies that ship with the package; the name opens one wherever a folder is asked for."""
    from hinterland.cli.language import spoken
    from hinterland.cli.names import economy_title
    from hinterland.cli.show_table import print_table
    from hinterland.locale import words
    from hinterland.project import embedded, load

    said = words() if as_json else spoken()
    found = {name: load(name) for name in embedded()}
    columns = {
        "economy": list(found),
        "title": [economy_title(one, said) for one in found.values()],
        "year": [one.description.year for one in found.values()],
        "regions": [len(one.regions) for one in found.values()],
        "sectors": [len(one.sectors) for one in found.values()],
        "currency": [said.money_unit(one.description.currency) for one in found.values()],
        "elasticities": [" ".join(one.thetas) for one in found.values()],
    }
    print_table(said("table.economies"), columns, as_json)
    return 0

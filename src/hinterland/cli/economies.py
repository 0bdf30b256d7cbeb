"""`hinterland economies`: what ships with the package."""

from __future__ import annotations

import click


@click.command("economies")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(as_json: bool) -> int:
    """List the economies that ship with the package; the name opens one wherever a folder is asked for."""
    from hinterland.cli.show_table import print_table
    from hinterland.project import embedded, load

    found = {name: load(name) for name in embedded()}
    columns = {
        "economy": list(found),
        "title": [one.description.title for one in found.values()],
        "year": [one.description.year for one in found.values()],
        "regions": [len(one.regions) for one in found.values()],
        "sectors": [len(one.sectors) for one in found.values()],
        "currency": [one.description.currency for one in found.values()],
    }
    print_table("Embedded economies", columns, as_json)
    return 0

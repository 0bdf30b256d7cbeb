"""`hinterland cite`: how to cite an economy, its sources, the method and the tool."""

from __future__ import annotations

import click


@click.command("cite")
@click.argument("economy")
@click.option("--bibtex", is_flag=True, help="Print BibTeX entries instead of lines of text.")
def command(economy: str, bibtex: bool) -> int:
    """Print what work on ECONOMY (a folder, or an embedded name) should cite."""
    from hinterland.cite import cite
    from hinterland.project import load

    for citation in cite(load(economy)):
        click.echo(citation.bibtex + "\n" if bibtex else f"- {citation.text}")
    return 0

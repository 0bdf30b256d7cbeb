"""`hinterland draft`: turn a ledger's measures into scenario files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path("scenarios"), show_default=True)
def command(ledger: Path, folder: Path) -> None:
    """Write a scenario file for each document of LEDGER that announces something computable.

    Sizes are as stated where the text states them; elsewhere they are assumed, with a range and a reason.
    """
    from hinterland.ledger.draft import draft

    for path in draft(ledger, folder):
        click.echo(str(path))

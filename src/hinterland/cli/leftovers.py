"""What every command that reads a ledger says of an import that was killed."""

from __future__ import annotations

from pathlib import Path

import click

from hinterland.cli.language import spoken


def leftovers(ledger: Path) -> None:
    """Name the files that a killed import left beside a ledger, and say that the ledger itself is whole."""
    from hinterland.ledger.keeping.opening import left_behind

    if files := left_behind(ledger):
        click.echo(spoken()("keep.left_behind", files=", ".join(map(str, files))), err=True)

"""`hinterland keep`: read documents, check them, and keep them in a ledger file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken
from hinterland.cli.unread import unread

if TYPE_CHECKING:
    from hinterland.ledger.read import Reading


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True)
def command(ledger: Path, sources: tuple[str, ...]) -> int:
    """Add SOURCES (files, folders, or - for stdin) to LEDGER, a DuckDB file made where there is none.

    Documents that are there already are passed over. All come in or none: an import that is stopped leaves the ledger
    as it was, and readers may look while it runs.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from hinterland.ledger.collect import collect
    from hinterland.ledger.documents.source import sources as expand
    from hinterland.ledger.keeping.store import append

    words = spoken()
    paths = expand(list(sources))
    failed: list[str] = []
    said: list[str] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words("keep.task"), total=len(paths))
        kept = append(
            ledger,
            _told((reading for _, reading in collect(paths, failed.append)), said),
            lambda count: progress.advance(task, count),
        )
    click.echo(words("keep.kept", ledger=ledger, **vars(kept)))
    for line in (*said, *map(words.of, failed)):
        click.echo(line, err=True)
    return 1 if failed else 0


def _told(readings: Iterator[Reading], said: list[str]) -> Iterator[Reading]:
    """Note what was not read of each document on its way into the ledger."""
    for reading in readings:
        said += unread(reading)
        yield reading

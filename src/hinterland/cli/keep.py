"""`hinterland keep`: read documents, check them, and keep them in a ledger file."""

from __future__ import annotations

from pathlib import Path

import click

from hinterland.cli.language import spoken


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
    unread: list[str] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words("keep.task"), total=len(paths))
        kept = append(
            ledger,
            (reading for _, reading in collect(paths, unread.append)),
            lambda count: progress.advance(task, count),
        )
    click.echo(words("keep.kept", ledger=ledger, **vars(kept)))
    for problem in unread:
        click.echo(words.of(problem), err=True)
    return 1 if unread else 0

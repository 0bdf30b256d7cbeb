"""`hinterland keep`: read documents, check them, and keep them in a ledger file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken
from hinterland.cli.progress import followed
from hinterland.cli.sources import passed_over
from hinterland.cli.unread import unread

if TYPE_CHECKING:
    from hinterland.ledger.keeping.store import Kept
    from hinterland.ledger.read import Reading


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True)
def command(ledger: Path, sources: tuple[str, ...]) -> int:
    """Add SOURCES (files, folders, or - for stdin) to LEDGER, a DuckDB file made where there is none.

    Documents that are there already are passed over. All come in or none: an import that is stopped leaves the ledger
    as it was, and readers may look while it runs.
    """
    from hinterland.ledger.collect import collect
    from hinterland.ledger.documents.source import sources as expand
    from hinterland.ledger.keeping.store import append

    words = spoken()
    paths = expand(list(sources))
    failed: list[str] = []
    said: list[str] = []
    with followed(words("keep.task"), len(paths)) as count:
        read = _told((reading for _, reading in collect(paths, failed.append)), said)
        kept = append(ledger, count(read))
    click.echo(_added(ledger, kept))
    passed_over(sources)
    for line in (*said, *map(words.of, failed)):
        click.echo(line, err=True)
    return 1 if failed else 0


def _told(readings: Iterator[Reading], said: list[str]) -> Iterator[Reading]:
    """Note what was not read of each document on its way into the ledger."""
    for reading in readings:
        said += unread(reading)
        yield reading


def _added(ledger: Path, kept: Kept) -> str:
    words = spoken()
    return words(
        "keep.kept",
        ledger=ledger,
        documents=words.counted("read.documents", kept.documents),
        known=kept.known,
        observations=words.counted("keep.observations", kept.observations),
        measures=words.counted("read.measures", kept.measures),
        findings=words.counted("keep.findings", kept.findings),
    )

"""Read many sources one after the other, each under a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from hinterland.errors import InputError
from hinterland.ledger.read import Reading, read


def collect(names: Iterable[str], unreadable: Callable[[str], None] | None = None) -> Iterator[tuple[str, Reading]]:
    """Read sources in order and yield each with the name it was given by; one at a time is held.

    Names of documents are made unique: of two files with one stem the second is called by its folder too. A source that
    cannot be read is told to `unreadable` and passed over; without it, it raises `InputError`.
    """
    taken: set[str] = set()
    for name in names:
        try:
            reading = read(name)
        except InputError as error:
            if unreadable is None:
                raise
            unreadable(str(error))
            continue
        doc = _unique(reading.document.doc, name, taken)
        taken.add(doc)
        yield name, reading if doc == reading.document.doc else _renamed(reading, doc)


def _unique(doc: str, name: str, taken: set[str]) -> str:
    parts = list(Path(name).parts[:-1])
    while doc in taken and parts:
        doc = f"{parts.pop()}/{doc}"
    number = 2
    while doc in taken:
        doc, number = f"{doc.rpartition('#')[0] or doc}#{number}", number + 1
    return doc


def _renamed(reading: Reading, doc: str) -> Reading:
    return replace(
        reading,
        document=replace(reading.document, doc=doc),
        statistics=tuple(replace(figure, doc=doc) for figure in reading.statistics),
        measures=tuple(replace(measure, doc=doc) for measure in reading.measures),
    )

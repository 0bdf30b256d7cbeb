"""Read a source: its document, the statistics it states, and the measures it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.announcements.sizes import policy_sizes
from hinterland.ledger.documents.noise import Passed
from hinterland.ledger.documents.pieces import Piece, pieces
from hinterland.ledger.documents.prose import prose
from hinterland.ledger.documents.source import READABLE, load
from hinterland.ledger.records import Document, Measure, Statistic
from hinterland.ledger.statistics.extract import statistics

_Row = TypeVar("_Row", Statistic, Measure)


@dataclass(frozen=True)
class Reading:
    """Hold a document with what was read in it, and how many numbers were not.

    `unread` counts them: all where the language cannot be read, else those in `passed`.
    """

    document: Document
    statistics: tuple[Statistic, ...]
    measures: tuple[Measure, ...]
    unread: int = 0
    passed: tuple[Passed, ...] = ()


def read(source: str | Path | Document) -> Reading:
    """Read a file, or a document already loaded.

    A long document is read in pieces, so that memory stays flat. A document in a language that the reader does not
    know keeps its text; `unread` counts its numbers. So do numbers that are no figures, and runs of numbers that are no
    sentences; `passed` says where they stand.
    Raises `InputError` when the source cannot be read.
    """
    document = source if isinstance(source, Document) else load(source)
    if document.language not in READABLE:
        return Reading(document, (), (), len(re.findall(r"\d[\d.,]*", document.text)))
    figures: list[Statistic] = []
    acts: list[Measure] = []
    passed: list[Passed] = []
    for piece in pieces(document):
        told = prose(piece.document)
        announced = measures(piece.document, told)
        stated = _without(list(policy_sizes(announced, told.text)), statistics(piece.document, told))
        figures += [_moved(row, piece) for row in stated if row.span[0] >= piece.own]
        acts += [_moved(row, piece) for row in announced if row.span[0] >= piece.own]
        passed += [
            replace(row, start=row.start + piece.moved, end=row.end + piece.moved)
            for row in told.passed
            if row.start >= piece.own
        ]
    unread = sum(row.numbers for row in passed)
    return Reading(document, tuple(figures), tuple(acts), unread, tuple(passed))


def _moved(row: _Row, piece: Piece) -> _Row:
    """Say of what a piece of a document states where it stands in the whole."""
    return replace(row, span=(row.span[0] + piece.moved, row.span[1] + piece.moved)) if piece.moved else row


def _without(sizes: list[tuple[int, int]], stated: list[Statistic]) -> list[Statistic]:
    """Leave out the sizes of measures; a target that is set for an indicator stays, and says that it is one."""
    if not sizes:
        return stated
    return [
        row
        for row in stated
        if row.growth_basis in ("target", "forecast")
        or not any(start <= row.span[0] and row.span[1] <= end for start, end in sizes)
    ]


def records(reading: Reading) -> Iterator[dict[str, Any]]:
    """List the records of a reading as plain values, statistics first: dates as ISO 8601, spans as pairs."""
    rows: tuple[Statistic | Measure, ...] = (*reading.statistics, *reading.measures)
    for row in rows:
        record = {field.name: _plain(getattr(row, field.name)) for field in fields(row)}
        yield {**record, "source": reading.document.source, "sha256": reading.document.sha256}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value

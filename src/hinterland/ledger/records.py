"""The records of the ledger: a document, the statistics printed in it, and the measures it announces.

Field names are those that every export uses, so that anybody can score the reader against labels of their own.
Values are kept as printed even where they are wrong; the verdict stands beside them in a `Finding`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hinterland.errors import Problem


@dataclass(frozen=True)
class Block:
    """Mark a stretch of a document by what it is: title, body, caption, menu, dateline, file_name, cut_off."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Document:
    """Hold one source: its text as read, and what is known about it. Offsets of spans count characters of `text`."""

    doc: str  # short name, unique within a run: the file's stem
    source: str  # path or address
    sha256: str  # of the source's bytes
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str = "en"  # ISO 639-1
    blocks: tuple[Block, ...] = field(default=())
    remarks: tuple[Problem, ...] = ()  # what of the source was guessed, or could not be read


@dataclass(frozen=True)
class Statistic:
    """State one printed figure: what, where, when, how much. Ratios (growth, shares) are fractions: 0.182, not 18.2."""

    doc: str
    span: tuple[int, int]  # of `printed` in the document's text
    printed: str
    sentence: str
    indicator: str | None = None  # with its qualifiers in brackets: exports[partner=ASEAN]
    region: str | None = None
    region_code: str | None = None  # ISO 3166-1 alpha-2 or 3166-2
    period_start: date | None = None
    period_end: date | None = None
    value: float | None = None
    low: float | None = None  # the printed interval: half the last printed digit, widened by "about"
    high: float | None = None
    unit: str | None = None  # ISO 4217, t, TEU, kW, kWh, share, pp, count …
    paired_value: float | None = None  # the conversion in brackets
    paired_unit: str | None = None
    paired_low: float | None = None
    paired_high: float | None = None
    growth: float | None = None
    growth_low: float | None = None
    growth_high: float | None = None
    growth_basis: str | None = None  # yoy, mom, qoq, vs2019, avg2y, cagr, target, forecast
    rank: int | None = None
    rank_scope: str | None = None
    qualifier: str | None = None  # about, nearly, over, up to …
    speaker: str | None = None  # whose statement
    anchor: str | None = None  # the shortest printed string that identifies the record
    note: str | None = None


@dataclass(frozen=True)
class Measure:
    """State one thing that somebody did, plans or suggests."""

    doc: str
    span: tuple[int, int]
    sentence: str
    anchor: str
    actor: str | None
    instrument: str  # the taxonomy of `hinterland.ledger.announcements.instruments`
    target: str | None
    quantity: str | None
    status: str  # done, planned, suggested
    note: str | None = None


@dataclass(frozen=True)
class Finding:
    """State what a check found: the sum that decides, and the value that would fit."""

    doc: str
    span: tuple[int, int]
    printed: str
    code: str  # the name of the check
    verdict: str  # wrong, rounding, explained, cannot_tell
    severity: str  # error, tension, note
    evidence: str
    expected: str | None = None  # the unique repair, when there is one
    others: tuple[tuple[str, tuple[int, int]], ...] = ()  # (doc, span) of the other figures in the sum
    form: str = ""  # which sentence of the check's it is, and
    parts: tuple[tuple[str, Any], ...] = ()  # what fills it: `hinterland.ledger.wording` says it in other languages
    fits: Any = None  # `expected` before it was put into words

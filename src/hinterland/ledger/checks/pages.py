"""What every check reads: a document with its statistics, looked up by what they measure, where and when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Protocol

from hinterland.ledger.checks import german_figures
from hinterland.ledger.checks.amounts import Read, sentence_of
from hinterland.ledger.documents.sentences import paragraphs, sentences
from hinterland.ledger.intervals import of_value
from hinterland.ledger.records import Document, Finding, Measure, Statistic
from hinterland.ledger.wording import Said, sentence

_MARK = re.compile(r"(?i)\b(?:mark|milestone|threshold|barrier)\b")  # "passed the 200 billion mark" is no level
_SHARE_UNITS = ("share", "pp", None)
_NAME = re.compile(r"^(?:([a-z_]{1,40}(?::[a-z_]{1,40})?):)?([^\[\]:]{1,80})(?:\[([^\]]{0,200})\])?$")
MUDDLED = 1.5  # figures under one key so far apart are no two versions of one: some are of something narrower
WINDOW = 1000  # figures compared with each other: a yearbook's hundred thousand would take hours


class Readable(Protocol):
    """Describe what a reader hands over."""

    @property
    def document(self) -> Document:
        """Give the text with what is known of its publisher, day and language."""

    @property
    def statistics(self) -> Sequence[Statistic]:
        """Give the figures in the order of the text."""

    @property
    def measures(self) -> Sequence[Measure]:
        """Give the measures announced, in the order of the text."""


@dataclass(frozen=True)
class Name:
    """Take an indicator apart: `share:exports[partner=EU,of=international]` is a share of exports with two brackets."""

    base: str
    brackets: frozenset[tuple[str, str]] = frozenset()
    prefix: str | None = None

    @classmethod
    def of(cls, indicator: str | None) -> Name:
        """Parse an indicator; an odd one becomes a base of its own."""
        return _parsed(indicator or "")

    def without(self, *keys: str) -> Name:
        """Drop brackets by key, and the prefix."""
        return Name(self.base, frozenset(pair for pair in self.brackets if pair[0] not in keys))

    def get(self, key: str) -> str | None:
        """Give the value of a bracket, or None."""
        return next((value for name, value in self.brackets if name == key), None)

    def __str__(self) -> str:
        inside = ",".join(f"{key}={value}" if value else key for key, value in sorted(self.brackets))
        return (f"{self.prefix}:" if self.prefix else "") + self.base + (f"[{inside}]" if inside else "")


@dataclass(frozen=True)
class Key:
    """Say what a figure measures, where, when and in which unit; figures with one key must agree."""

    name: Name
    region: str | None
    start: date | None
    end: date | None
    unit: str | None = None


@dataclass(frozen=True)
class Page:
    """Hold one document and its statistics."""

    document: Document
    statistics: tuple[Statistic, ...]

    @classmethod
    def of(cls, reading: Readable) -> Page:
        """Take over what the reader read; of a German text, what the checks can read themselves."""
        page = cls(reading.document, tuple(reading.statistics))
        if page.document.language != "de" or page.statistics:
            return page
        dated = replace(page.document, published=german_figures.published(page.document))
        return cls(dated, tuple(german_figures.figures(dated, page.sentences)))

    @cached_property
    def levels(self) -> dict[Key, list[Statistic]]:
        """Group the levels (no shares, no changes) by what they measure."""
        return _grouped(figure for figure in self.statistics if is_level(figure))

    @cached_property
    def best(self) -> dict[Key, Statistic]:
        """Keep of each key's levels the one printed with most digits."""
        narrow = {key: min(figures, key=lambda f: of_value(f).width) for key, figures in self.levels.items()}
        return {key: figure for key, figure in narrow.items() if not _MARK.search(figure.sentence)}

    @cached_property
    def muddled(self) -> frozenset[Key]:
        """List the keys that hold figures far apart: the text says of what each is, the reader did not catch it."""
        return frozenset(key for key, figures in self.levels.items() if _far_apart(figures))

    @cached_property
    def wholes(self) -> dict[Key, Statistic]:
        """Give the best levels, and the sum of exports and imports where a text prints no total of them."""
        added = {}
        for key, exports in self.best.items():
            total_key = replace(key, name=Name("trade_total", key.name.brackets))
            imports = self.best.get(replace(key, name=Name("imports", key.name.brackets)))
            if key.name.base == "exports" and imports is not None and total_key not in self.best:
                added[total_key] = _added(exports, imports)
        return self.best | added

    @cached_property
    def shares(self) -> list[Statistic]:
        """List the statistics that state a share of something."""
        return [
            f
            for f in self.statistics
            if f.value is not None and f.unit == "share" and Name.of(f.indicator).prefix == "share"
        ]

    @cached_property
    def sentences(self) -> tuple[tuple[int, str], ...]:
        """Cut the text into sentences: (offset, sentence)."""
        text = self.document.text
        spans = (span for start, end in paragraphs(text) for span in sentences(text, start, end))
        return tuple((start, text[start:end]) for start, end in spans)

    @cached_property
    def read(self) -> tuple[Read, ...]:
        """List the sentences with their amounts."""
        return tuple(sentence_of(start, text, self.document.language) for start, text in self.sentences)

    def windows(self) -> Iterator[Page]:
        """Cut a very long document into stretches of figures, so that comparing all with all stays bounded."""
        for start in range(0, max(1, len(self.statistics)), WINDOW):
            part = self.statistics[start : start + WINDOW]
            yield self if len(part) == len(self.statistics) else Page(self.document, part)


def is_level(figure: Statistic) -> bool:
    """Tell a level (an amount, a count) from shares, gaps, changes and bare growth rates."""
    return (
        figure.value is not None
        and figure.indicator is not None
        and figure.unit not in _SHARE_UNITS
        and Name.of(figure.indicator).prefix is None
    )


def key_of(figure: Statistic) -> Key:
    """Give the key of a statistic."""
    name, region = Name.of(figure.indicator), figure.region_code or figure.region
    return Key(name, region, figure.period_start, figure.period_end, figure.unit)


def found(
    figure: Statistic,
    code: str,
    parts: Mapping[str, Said],
    *,
    form: str = "",
    verdict: str = "wrong",
    severity: str = "error",
    expected: Said | None = None,
    others: Iterable[Statistic] = (),
) -> Finding:
    """Write a finding on a statistic; `others` are the figures that the deciding sum also used."""
    spots = tuple((other.doc, other.span) for other in others if other is not figure)
    return _finding(figure.doc, figure.span, figure.printed, code, parts, form, verdict, severity, expected, spots)


def on_text(
    page: Page,
    span: tuple[int, int],
    code: str,
    parts: Mapping[str, Said],
    *,
    form: str = "",
    verdict: str = "wrong",
    severity: str = "error",
    expected: Said | None = None,
    others: Iterable[Statistic] = (),
) -> Finding:
    """Write a finding on a stretch of the document's text; `others` are figures that the deciding sum also used."""
    printed = page.document.text[span[0] : span[1]]
    spots = tuple((other.doc, other.span) for other in others)
    return _finding(page.document.doc, span, printed, code, parts, form, verdict, severity, expected, spots)


def _finding(
    doc: str,
    span: tuple[int, int],
    printed: str,
    code: str,
    parts: Mapping[str, Said],
    form: str,
    verdict: str,
    severity: str,
    expected: Said | None,
    others: tuple[tuple[str, tuple[int, int]], ...] = (),
) -> Finding:
    said = sentence(code, form, parts)
    fits = None if expected is None else str(expected)
    return Finding(
        doc, span, printed, code, verdict, severity, said, fits, others, form, tuple(parts.items()), expected
    )  # fmt: skip


def _added(exports: Statistic, imports: Statistic) -> Statistic:
    added = of_value(exports) + of_value(imports)
    return replace(exports, indicator="trade_total", value=added.middle, low=added.low, high=added.high, qualifier=None)


@lru_cache(maxsize=8192)
def _parsed(indicator: str) -> Name:
    match = _NAME.match(indicator)
    if not match:
        return Name(indicator)
    prefix, base, inside = match.groups()
    pairs = (part.partition("=") for part in (inside or "").split(",") if part)
    return Name(base, frozenset((key.strip(), value.strip()) for key, _, value in pairs), prefix)


def _far_apart(figures: Sequence[Statistic]) -> bool:
    sizes = sorted(abs(figure.value or 0.0) for figure in figures)
    return sizes[-1] > MUDDLED * sizes[0]


def _grouped(figures: Iterable[Statistic]) -> dict[Key, list[Statistic]]:
    groups: dict[Key, list[Statistic]] = defaultdict(list)
    for figure in figures:
        groups[key_of(figure)].append(figure)
    return dict(groups)

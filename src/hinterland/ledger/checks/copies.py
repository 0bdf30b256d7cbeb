"""Copies of one sentence in two documents that differ in a single number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hinterland.ledger.checks.corpus import Corpus
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding

LEAST = 40  # characters of a sentence without its numbers: shorter ones are phrases that every report uses
SHARED = 2  # numbers with a decimal point that the two must have in common
_NUMBER = re.compile(r"\d{1,20}(?:,\d{3})*(?:\.\d+)?")
_WIRE = re.compile(r"^[^-–—\n]{0,80}?(?:--|–|—)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class _Sentence:
    page: Page
    spans: tuple[tuple[int, int], ...]
    numbers: tuple[str, ...]


def figure_differs_between_copies(corpus: Corpus) -> Iterator[Finding]:
    """Find a sentence that two documents print alike but for one of its numbers."""
    alike: dict[str, list[_Sentence]] = defaultdict(list)
    for page in corpus.pages:
        for start, text in page.sentences:
            lead = _WIRE.match(text)
            skipped = lead.end() if lead else 0
            matches = list(_NUMBER.finditer(text, skipped))
            frame = _NUMBER.sub("#", text[skipped:])
            if len(matches) > SHARED and len(frame) > LEAST:
                spans = tuple((start + m.start(), start + m.end()) for m in matches)
                alike[frame].append(_Sentence(page, spans, tuple(m.group() for m in matches)))
    for copies in alike.values():
        seen = {copies[0].numbers}
        for other in copies[1:]:
            if other.numbers not in seen and other.page is not copies[0].page:
                seen.add(other.numbers)
                yield from _compared(copies[0], other)


def _compared(one: _Sentence, other: _Sentence) -> Iterator[Finding]:
    differing = [k for k, (a, b) in enumerate(zip(one.numbers, other.numbers, strict=True)) if a != b]
    shared = sum("." in a for k, a in enumerate(one.numbers) if k not in differing)
    if len(differing) != 1 or shared < SHARED:
        return
    place = differing[0]
    here, there = one.numbers[place], other.numbers[place]
    year = bool(_YEAR.fullmatch(here) and _YEAR.fullmatch(there))
    yield on_text(
        other.page,
        other.spans[place],
        "figure_differs_between_copies",
        {"here": there, "there": here, "other_doc": one.page.document.doc, "shared": len(one.numbers) - 1},
        form="year" if year else "",
        verdict="cannot_tell",
        severity="tension",
    )


CHECKS = (figure_differs_between_copies,)

"""Which months a headline and its text speak of: the wrong half-year, January for January and February."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinterland.ledger.calendar_names import MONTHS
from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding
from hinterland.ledger.wording import Part

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_MONTHS = [month.lower() for month in MONTHS]
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_SPANS = re.compile(
    r"(?i)\b(?:(?P<half>first half|h1)|(?P<second>second half|h2)"
    r"|(?P<three>first three quarters)|(?P<quarter>first quarter|q1)"
    rf"|(?:first|the|in) (?P<n>[2-9]|1[01]|{'|'.join(_NUMBERS)}) months"
    rf"|(?:jan[a-z]{{0,4}}\.?)\s?(?:-|–|to|through)\s?(?P<last>{_MONTH}))\b"
)


def headline_names_other_months(page: Page) -> Iterator[Finding]:
    """Find a headline whose months the text never speaks of, while it speaks of others."""
    title = next((block for block in page.document.blocks if block.kind == "title"), None)
    if title is None:
        return
    headline = page.document.text[title.start : title.end]
    body = page.document.text[title.end :]
    named = list(_SPANS.finditer(headline))
    said, told = set(map(_span, named)), set(map(_span, _SPANS.finditer(body)))
    if named and told and not said & told:
        yield on_text(
            page,
            (title.start + named[0].start(), title.start + named[0].end()),
            "headline_names_other_months",
            {"headline": _words(said), "body": _words(told)},
            verdict="cannot_tell",
            severity="tension",
            expected=_words(told) if len(told) == 1 else None,
        )


def _span(match: re.Match[str]) -> tuple[int, int]:
    if match["last"]:
        return 1, _MONTHS.index(match["last"][:3].lower()) + 1
    if match["n"]:
        word = match["n"].lower()
        return 1, int(word) if word.isdigit() else _NUMBERS.index(word) + 2
    return (7, 12) if match["second"] else (1, 9) if match["three"] else (1, 3) if match["quarter"] else (1, 6)


def _words(spans: set[tuple[int, int]]) -> Part:
    spoken = [
        say.phrase("months", first=a, last=b, a=_MONTHS[a - 1].title(), b=_MONTHS[b - 1].title())
        for a, b in sorted(spans)
    ]
    return say.joined(spoken)

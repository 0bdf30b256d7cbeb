"""Days that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)"
)
_DAYS = (
    re.compile(rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:[.,]\d|percent|per cent|%|million|billion|trillion|yuan))(?:,?\s(?P<year>(?:19|20)\d\d))?"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})(?![a-z])(?:,?\s(?P<year>(?:19|20)\d\d))?"),
    re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<n>\d{1,2})月(?P<day>\d{1,2})[日号]"),
    re.compile(
        r"\b(?P<day>\d{1,2})\.\s(?P<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
        r"(?:\s(?P<year>(?:19|20)\d\d))?"
    ),
)  # fmt: skip
LEAP = 2024  # where no year is printed 29 February passes
_LONGEST_MONTH = 31


def date_does_not_exist(page: Page) -> Iterator[Finding]:
    """Find days that no calendar has: 31 June, 29 February of a common year."""
    for pattern in _DAYS:
        for match in pattern.finditer(page.document.text):
            month, day = _month(match), int(match["day"])
            year = int(match["year"]) if match["year"] else LEAP
            if not 1 <= month <= len(_ENGLISH) or not 1 <= day <= _LONGEST_MONTH:
                continue  # a name or a code, not a date
            last = monthrange(year, month)[1]
            if day > last:
                yield on_text(
                    page,
                    match.span(),
                    "date_does_not_exist",
                    {"words": match.group(), "days": last},
                    expected=say.phrase("day_of_month", words=match.group().replace(match["day"], str(last), 1)),
                )


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("n"):
        return int(groups["n"])
    word = str(groups["month"])[:3].lower()
    return (_ENGLISH.index(word) if word in _ENGLISH else _GERMAN.index(word)) + 1

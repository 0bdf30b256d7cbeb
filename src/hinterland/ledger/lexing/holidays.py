"""Holidays and festivals as periods: "during the Spring Festival holiday this year"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.periods import Clock, Interval
from hinterland.ledger.lexing.tokens import Sentence

_FEASTS = frozenset(("festival", "holiday", "holidays"))
_HELD = re.compile(
    r"\b(?:during|over|in|for) (?:the |this year's |last year's )?(?P<name>[^,.;()]{3,50}?)"
    r"(?: holidays?| festivals?| golden week| period)*(?: (?:of |in )?(?P<year>this year|last year|20\d\d))?"
    r"(?=[,.;()]|$| (?:holidays?|festivals?|that|which|by|to|from|was|were|rose|fell|reached)\b)",
    re.I,
)
_SHORT = 16  # days: what a text on a festival takes for it


def holiday(sentence: Sentence, clock: Clock) -> Interval | None:
    """Find the days of the festival in which a sentence places its figures, or those that the text gave it before."""
    if _FEASTS.isdisjoint(sentence.said):
        return None
    hit = next((hit for hit in _HELD.finditer(sentence.text) if _names_one(hit[0])), None)
    if hit is None:
        return None
    row = next((row for row in _holidays() if any(word in hit[0].lower() for word in row["words"])), None)
    if row is not None and clock.published is not None:
        found = _days(row, _year(hit, clock.published))
        return found if found and found.start <= clock.published else None
    now = clock.current
    return now if now and 0 < (now.end - now.start).days < _SHORT else None


@cache
def _holidays() -> list[dict]:  # type: ignore[type-arg]
    return list(table("holidays.toml")["holiday"])


def _names_one(words: str) -> bool:
    return not _FEASTS.isdisjoint(words.lower().split())


def _year(hit: re.Match[str], published: date) -> int:
    said = (hit["year"] or "").lower()
    return int(said) if said.isdigit() else published.year - ("last year" in hit[0].lower())


def _days(row: dict, year: int) -> Interval | None:  # type: ignore[type-arg]
    days = row.get("years", {}).get(str(year), row.get("usual"))
    if days is None:
        return None
    start, end = (date.fromisoformat(f"{year}-{day}") for day in days.split("/"))
    return Interval(start, end)

"""Days that a text tells in passing: when a thing was founded, and when a briefing was held."""

from __future__ import annotations

import re
from datetime import date

from hinterland.ledger.lexing.period_words import MONTHS
from hinterland.ledger.lexing.tokens import Sentence

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:(?P<day>\d{{1,2}}) )?{_MONTH}(?: (?P<after>\d{{1,2}})(?!\d))?(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?"
_FOUNDED = re.compile(
    r"\b(?:was|were|been) (?:officially |formally |first )?(?:founded|established|set up|launched|approved|inaugurated"
    rf"|unveiled|opened)\b[^.;]{{0,60}}? (?:on|in) {_DAY}"
)
_BRIEFING = re.compile(
    rf"\b(?:[Aa]t|[Dd]uring|[Ii]n) (?:a|an|the) {_DAY} (?:\w+ )?(?:briefing|conference|meeting|event|forum)\b"
    rf"|\b(?:briefing|press conference|news conference)(?: held)? on {_DAY.replace('?P<', '?P<b_')}"
)
_HELD = frozenset(("briefing", "conference", "meeting", "event", "forum"))
_SINCE = re.compile(
    r"\bsince (?:its |their |the |being )?(?:\w+'s )?(?:founding|foundation|founded|establishment|established|inception"
    r"|launch|launched|opening|set up)\b"
)
_EFFECT = re.compile(
    r"\b[Ss]ince (?=[^,.;]{0,80}? (?:effect|force|founded|launched|established|opened|launch|founding|establishment"
    rf"|opening|operation|inception)\b)[^,.;]{{3,80}}? (?:on|in) {_DAY}"
)
_ADDED = re.compile(r"\b(?:aggregated|accumulated|cumulative(?:ly)?|add(?:s|ed) up|in total since|accumulatively)\b")


def founding(text: str, published: date | None) -> date | None:
    """Find the day on which what a text sums up since then was founded."""
    if "ince" not in text or not _SINCE.search(text.lower()):  # the pattern takes long over a long text
        return None
    hit = _FOUNDED.search(text)
    return _day(hit, "", published) if hit and hit["year"] else None


def runs_since(sentence: Sentence, published: date | None) -> tuple[date, int, int] | None:
    """Read "since the agreement took effect on Jan 1, 2022": the day, and where the words stand."""
    hit = _EFFECT.search(sentence.text) if "since" in sentence.said else None
    day = _day(hit, "", published) if hit and hit["year"] else None
    return (day, *hit.span()) if hit and day else None


def told_on(sentence: Sentence, published: date | None) -> date | None:
    """Find the day of the briefing that a sentence reports: "At a May 15 briefing", "at a briefing on May 15"."""
    if _HELD.isdisjoint(sentence.said):
        return None
    hit = _BRIEFING.search(sentence.text)
    return _day(hit, "" if hit["month"] else "b_", published) if hit else None


def adds_up(sentence: Sentence, alone: bool) -> bool:
    """Tell a sum over all the years: "since its founding" says it alone, "had aggregated" beside a day."""
    low = sentence.text.lower()
    return bool(_SINCE.search(low) or (not alone and _ADDED.search(low)))


def _day(hit: re.Match[str], kind: str, published: date | None) -> date | None:
    number = hit[f"{kind}day"] or hit[f"{kind}after"]
    year = hit[f"{kind}year"] or (published.year if published else None)
    if year is None:
        return None
    try:
        day = date(int(year), MONTHS[hit[f"{kind}month"].lower()[:3]], int(number or 1))
        return day if published is None or day <= published else day.replace(year=day.year - 1)
    except ValueError:
        return None

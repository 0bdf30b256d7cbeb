"""Sizes as announcements print them: "by 5 percent", "from 13 percent to 16 percent", "up to 600 firms"."""

from __future__ import annotations

import re

_ABOUT = r"(?:about |over |more than |nearly |up to |at least )?"
_N = r"\d{1,6}+(?:,\d{3}){0,5}+(?:\.\d{1,4}+)?+"
_RATE = r"(?:percentage points?|pp\b|%|per ?cent(?!age)|pct\b)"
_SIZE = re.compile(rf"from {_N} ?{_RATE}? to {_N} ?{_RATE}|(?:(?:by|to) )?{_ABOUT}{_N}[ -]?{_RATE}(?: points?)?")
_COUNTED = (
    "billion|million|trillion|thousand|GW|MW|kW|km|kilowatts?|yuan|dollars?|euros?|pounds?|rupees?|tons?|tonnes?|days?|trains|projects"
    "|companies|enterprises|provincial|a|per|year|workers|scientists|parks|units|items|warehouses|countries|clusters"
)
_COUNT = re.compile(rf"{_ABOUT}[$£€]?\d[\d,.]{{0,20}}(?<![.,])(?:[- ](?:{_COUNTED})\b)+")


def printed_size(sentence: str, start: int, end: int) -> str | None:
    """Give the size that stands in a measure's own part of a sentence, rates first; None where there is none."""
    part = sentence[start:end]
    found = _SIZE.search(part) or _COUNT.search(part)
    return found[0].strip() if found else None

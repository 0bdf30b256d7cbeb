"""The patterns that the rules for English expressions of time are made of, and how months and years are read."""

from __future__ import annotations

import calendar
import re

from hinterland.ledger.lexing.periods import When

MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:(?:19|20)\d\d(?![\d,.]{0,20}\d))"
WHEN = rf"(?:{YEAR}|this year|last year|the previous year|the year|that year|the same year|next year|the current year)"
OF = rf"(?:,? ?(?:of |in |period of |period in )?(?:the )?(?:calendar year )?({WHEN}))?"
LAST = r"(?:2[89]|3[01])(?:st|nd|rd|th)?"  # a day that can end a month


# "FY25", "FY 2024-25", "fiscal 2025", "2024-25", "the 2024-25 financial year": groups are left to `year_of`
FISCAL = (
    r"(?:FY ?(?:20)?\d\d(?:[-–/](?:20)?\d\d)?|(?:fiscal|financial)(?: year)? 20\d\d(?:[-–/](?:20)?\d\d)?"
    r"|20\d\d[-–/]\d\d\b(?: (?:fiscal|financial)(?: year)?)?)"
)
OF_FISCAL = rf"(?:,? ?(?:of |in |period of |period in )?(?:the )?(?:fiscal year |calendar year )?({FISCAL}|{WHEN}))?"
COUNT = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
TO = r"(?: ?[-–—] ?| to | through | until )"


def month_of(word: str) -> int:
    """Give the number of a month by its name or its first three letters."""
    return MONTHS[word.lower()[:3]]


def year_of(word: str | None) -> str:
    """Give a year as printed; a fiscal one by the year that it begins in, as "fiscal2024"."""
    low = (word or "").lower()
    digits = re.search(r"(\d{2,4})(?:[-–/](\d{2,4}))?(?= fi|$)", low)
    if digits is None or not (low.startswith(("fi", "fy")) or digits[2]):
        return low
    return f"fiscal{2000 + int(digits[1][-2:]) - (0 if digits[2] else 1)}"


def when_of(hit: re.Match[str], kind: str, **parts: int | str) -> When:
    """Make a time of a kind where a pattern hit."""
    return When(hit.start(), hit.end(), kind, **parts)  # type: ignore[arg-type]

"""Days that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from hinterland.ledger.calendar_names import MONTHS
from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding

_ENGLISH = [month.lower() for month in MONTHS]
_GERMAN = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)"
)
_DAYS = (
    re.compile(rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:[.,]\d|percent|"
               rf"per cent|%|million|billion|trillion|yuan))(?:,?\s(?P<year>(?:19|20)\d\d))?"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})(?![a-z])(?:,?\s(?P<year>(?:19|20)\d\d))?"),
    re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<n>\d{1,2})月(?P<day>\d{1,2})[日号]"),
    re.compile(
        r"\b(?P<day>\d{1,2})\.\s(?P<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
        r"(?:\s(?P<year>(?:19|20)\d\d))?"
    ),
)  # fmt: skip
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WOCHE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_CHINESE_DAYS = ("一", "二", "三", "四", "五", "六", "日", "天")
_NAMED_DAY = rf"(?P<weekday>{'|'.join(_WEEK)})"
_WEEKDAYS = (
    re.compile(
        rf"\b{_NAMED_DAY},?\s(?:the\s)?(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b"
    ),
    re.compile(
        rf"\b{_NAMED_DAY},?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH}),?\s(?P<year>(?:19|20)\d\d)\b"
    ),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)年(?P<n>\d{1,2})月(?P<day>\d{1,2})日\s?[((]?(?:星期|周)(?P<weekday>[一二三四五六日天])"
    ),
    re.compile(
        rf"\b(?P<weekday>{'|'.join(_WOCHE)}),?\s(?:den\s|der\s)?(?P<day>\d{{1,2}})\.\s"
        r"(?P<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s(?P<year>(?:19|20)\d\d)"
    ),
)
_NO_PERIOD = re.compile(
    r"(?i)\b(?:fifth|sixth) quarter of (?:the year|(?:19|20)\d\d)|\bthird half of (?:the year|(?:19|"
    r"20)\d\d)|第[五六]季度"
    r"|\bfirst (?P<n>\d{2}) months of (?:the year|this year|last year|(?:19|20)\d\d)"
)
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


def weekday_is_wrong(page: Page) -> Iterator[Finding]:
    """Find "Thursday, July 19, 2023", which was a Wednesday."""
    for pattern in _WEEKDAYS:
        for match in pattern.finditer(page.document.text):
            month, day, year = _month(match), int(match["day"]), int(match["year"])
            if not (1 <= month <= len(_ENGLISH) and 1 <= day <= monthrange(year, month)[1]):
                continue
            said, true = _weekday(match["weekday"]), date(year, month, day).weekday()
            if said != true:
                yield on_text(
                    page,
                    match.span(),
                    "weekday_is_wrong",
                    {"day": date(year, month, day), "weekday": say.phrase(f"weekday_{true}")},
                    severity="tension",
                    expected=say.phrase(f"weekday_{true}"),
                )


def period_does_not_exist(page: Page) -> Iterator[Finding]:
    """Find a thirteenth month, a fifth quarter, a third half."""
    for match in _NO_PERIOD.finditer(page.document.text):
        if not match["n"] or int(match["n"]) > len(_ENGLISH):
            yield on_text(page, match.span(), "period_does_not_exist", {"words": match.group()})


CHECKS = (date_does_not_exist, weekday_is_wrong, period_does_not_exist)


def _weekday(word: str) -> int:
    """Number a weekday from Monday, 0."""
    names = (_CHINESE_DAYS, *((word[:2].lower() for word in names) for names in (_WEEK, _WOCHE)))
    key = word if word in _CHINESE_DAYS else word[:2].lower()
    return next(listed.index(key) for listed in map(list, names) if key in listed) % 7


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("n"):
        return int(groups["n"])
    word = str(groups["month"])[:3].lower()
    return (_ENGLISH.index(word) if word in _ENGLISH else _GERMAN.index(word)) + 1

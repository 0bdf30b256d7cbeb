"""The figures of German texts, which the reader keeps but does not read: enough of them for the sums to be tested.

An amount takes its indicator from the nearest word that names one, its period from the sentence, and both from the
sentences before where it has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from hinterland.ledger.calendar_names import day
from hinterland.ledger.checks.amounts import Amount, Read, sentence_of
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Document, Statistic

_MONTHS = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_ORDINALS = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4}
_PUBLISHED = re.compile(rf"\b(\d{{1,2}})\.\s({_MONTH})\s((?:19|20)\d\d)")
_PERIOD = re.compile(
    rf"(?:\b(?:[Ii]m|des)\s(?P<ordinal>ersten|zweiten|dritten|vierten)\s(?P<what>Quartals?|Halbjahrs?|Halbjahres)\b"
    rf"|\bersten\s(?P<n>\d{{1,2}}|drei|sechs|neun)\sMonaten\b"
    rf"|\b(?:im|Im)\s(?P<month>{_MONTH})\b(?!\s\d{{1,2}}\b)|\b(?P<year_only>im Jahr|Im Jahr)\b)"
    r"(?:\sdes Jahres)?(?:\s(?P<year>(?:19|20)\d\d))?"
)
_YEAR = re.compile(r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?![\d.,]?\d)(?!\s(?:Tonnen|Euro|Mio|Mrd))")
_WORDS = {"drei": 3, "sechs": 6, "neun": 9}
_GROWN = re.compile(
    r"(?i)\b(?:mehr|weniger|stieg\w*|gestiegen|gesunken|sank\w*|wuchs\w*|gewachsen|zuwachs|rückgang|anstieg|plus|minus|höher|"
    r"niedriger|zugelegt|legte\w*|nahm\w*)\b|\([+-]"
)
_FALL = re.compile(r"(?i)\b(?:weniger|gesunken|sank\w*|rückgang|minus|niedriger|ab)\b|\(-")
_POINTS = ("share", "pp")


@dataclass(frozen=True)
class _Setting:
    """Hold what is carried from sentence to sentence."""

    year: int | None
    start: date | None = None
    end: date | None = None
    indicator: str | None = None


def published(document: Document) -> date | None:
    """Give the day in a German dateline."""
    if document.published is not None:
        return document.published
    match = _PUBLISHED.search(document.text[:600])
    return day(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1])) if match else None


def figures(document: Document, sentences: tuple[tuple[int, str], ...]) -> Iterator[Statistic]:
    """Yield the levels that a German text prints, each with its growth."""
    dated = published(document)
    setting = _Setting(dated.year if dated else None)
    for start, text in sentences:
        sentence = sentence_of(start, text, "de")
        yield from _of_sentence(document, sentence, setting := _entered(sentence, setting))
        last = next((i for a in reversed(sentence.amounts) if (i := _named(sentence, a))), None)
        setting = replace(setting, indicator=last or setting.indicator)


def _of_sentence(document: Document, sentence: Read, setting: _Setting) -> Iterator[Statistic]:
    for amount in sentence.amounts:
        if amount.unit in (None, *_POINTS):
            continue
        start, end = _period_before(sentence, amount, setting)
        indicator = _named(sentence, amount) or setting.indicator
        rate = _growth(sentence, amount)
        change = re.match(r"(?i)\s(?:mehr|weniger)\b", sentence.after(amount))
        if indicator is None or change:
            continue
        span = (amount.start, amount.end)
        yield Statistic(
            doc=document.doc, span=span, printed=document.text[slice(*span)], sentence=sentence.text,
            indicator=indicator, period_start=start, period_end=end, value=amount.value, low=amount.low,
            high=amount.high, unit=amount.unit, growth=rate and rate[0], growth_low=rate and rate[1],
            growth_high=rate and rate[2], growth_basis="yoy" if rate else None,
        )  # fmt: skip


def _entered(sentence: Read, setting: _Setting) -> _Setting:
    periods = list(_PERIOD.finditer(sentence.text))
    if periods:
        start, end = _read(periods[0], setting.year)
        return replace(setting, start=start, end=end, year=start.year if start else setting.year)
    years = {int(match["year"]) for match in _YEAR.finditer(sentence.text)}
    if len(years) == 1 and not _PUBLISHED.search(sentence.text):
        year = years.pop()
        return replace(setting, year=year, start=date(year, 1, 1), end=date(year, 12, 31))
    return setting


def _period_before(sentence: Read, amount: Amount, setting: _Setting) -> tuple[date | None, date | None]:
    """Give the period named last before an amount, the sentence's where it has just one."""
    at = amount.start - sentence.start
    periods = list(_PERIOD.finditer(sentence.text))
    before = [match for match in periods if match.start() < at]
    if len(periods) > 1 and before:
        return _read(before[-1], setting.year)
    return setting.start, setting.end


def _read(match: re.Match[str], known: int | None) -> tuple[date | None, date | None]:
    year = int(match["year"]) if match["year"] else known
    if year is None:
        return None, None
    if match["month"]:
        month = _MONTHS.index(match["month"].lower()) + 1
        return _span(year, month, month)
    if match["n"]:
        return _span(year, 1, min(12, _WORDS.get(match["n"]) or int(match["n"])))
    if match["ordinal"]:
        size = 3 if match["what"].startswith("Quartal") else 6
        last = _ORDINALS[match["ordinal"]] * size
        return _span(year, last - size + 1, last) if last <= 12 else (None, None)
    return _span(year, 1, 12)


def _span(year: int, first: int, last: int) -> tuple[date, date]:
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _named(sentence: Read, amount: Amount) -> str | None:
    """Give the indicator whose word stands last before an amount, or else first after it."""
    before = sentence.text[: amount.start - sentence.start].lower()
    places = [(match.end(), len(match[0]), match[0]) for match in _cues().finditer(before)]
    if places:
        return _indicators()[max(places)[2]]
    first = _cues().search(sentence.after(amount).lower())
    return _indicators()[first[0]] if first else None


def _growth(sentence: Read, amount: Amount) -> tuple[float, float, float] | None:
    """Give the rate of a per cent beside an amount, where its words say that something grew or fell."""
    at = sentence.amounts.index(amount)
    for other in (*sentence.amounts[at + 1 : at + 2], *sentence.amounts[max(0, at - 1) : at]):
        around = sentence.text[max(0, other.start - sentence.start - 40) : other.end - sentence.start + 25]
        if other.unit == "share" and _GROWN.search(around):
            sign = -1 if _FALL.search(around) else 1
            ends = sorted((sign * other.low, sign * other.high))
            return sign * other.value, ends[0], ends[1]
    return None


@cache
def _indicators() -> dict[str, str]:
    return {word: name for name, words in table("german.toml")["indicators"].items() for word in words}


@cache
def _cues() -> re.Pattern[str]:
    words = sorted(_indicators(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")

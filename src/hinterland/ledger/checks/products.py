"""Averages and prices against what they are of: a day × days, a head × population, a tonne × tonnes, a firm × firms."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import Amount, Read
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.checks.repairs import power_of_ten
from hinterland.ledger.intervals import Interval, exact
from hinterland.ledger.records import Finding, Statistic

SLACK = 0.01  # an average is often struck over slightly other days or counts than the ones printed
HEAD_SLACK = 0.04  # per-head figures divide by the year's mean population; the one printed is that of its end
SAME_THING = 2.5  # a total further off than this is another thing's, unless a power of ten brings it back
WORKING = Interval(0.64, 0.72)  # "a day" may mean a working day
SHORTEST = 27  # days: of shorter periods there is no daily average

_CUE = re.compile(
    r"(?i)average|averag|\bper\b|\ba day\b|\beach\b|every|daily|均|每|durchschnitt|täglich|\bje\b|\bpro\b|"
    r"\ba (?:ton|head)"
)
_AFTER = (
    re.compile(
        r"(?i)^\s?(?:[a-z-]{4,20}\s)?(?:a|an|per|each|every)\s(?:metric\s|single\s)?(?P<each>[a-z]+(?:-[a-z]+)?)"
    ),
    re.compile(r"^\s?/\s?(?P<each>吨|天|日|人|t\b|day)"),
    re.compile(r"(?i)^\s(?:pro|je)\s(?P<each>[a-zäöüß]+)"),
)
_BEFORE = (
    re.compile(r"(?i)(?:average (?P<each>dai)ly|(?P<each2>dai)ly average|averag\w+ daily)[^.;]{0,60}$"),
    re.compile(
        r"(?:(?P<each>日)均|平均每(?P<each2>天|日|列|家|吨|箱|辆|人|户)|每(?P<each3>吨|天|列|辆|箱)(?:均价|价格|平均)?)[^,,。;;\d]{0,16}$"
    ),
    re.compile(r"(?i)(?P<each>täglich)\s[^.;\d]{0,20}$"),
)
_DAY = ("day", "dai", "天", "日", "tag", "täglich")
_HEAD = ("head", "capita", "person", "inhabitant", "resident", "人", "kopf", "einwohner")
_UNITS = {  # what "per tonne" counts: the unit, and how many of the word make one
    "ton": ("t", 1.0), "tonne": ("t", 1.0), "吨": ("t", 1.0), "t": ("t", 1.0),
    "kilogram": ("t", 1000.0), "kilo": ("t", 1000.0), "kg": ("t", 1000.0),
    "barrel": ("bbl", 1.0), "container": ("TEU", 1.0), "teu": ("TEU", 1.0), "箱": ("TEU", 1.0), "mwh": ("kWh", 0.001),
    "kilowatt-hour": ("kWh", 1.0), "kwh": ("kWh", 1.0), "train": ("trips", 1.0), "trip": ("trips", 1.0),
    "列": ("trips", 1.0), "辆": ("vehicles", 1.0), "vehicle": ("vehicles", 1.0), "car": ("vehicles", 1.0),
    "zug": ("trips", 1.0), "tonne ": ("t", 1.0),
}  # fmt: skip
_NO_THING = (
    "year",
    "week",
    "hour",
    "total",
    "record",
    "quarter",
    "minute",
    "cent",
    "unit",
    "share",
    "jahr",
)
_COUNTS = ("persons", "vehicles", "trips", "count", "TEU")
_PEOPLE = re.compile(r"(?i)population|inhabitants|residents|people|人口|einwohner")


@dataclass(frozen=True)
class _Rate:
    """Hold "€3.4 million per company": the amount, and what it is for each of."""

    amount: Amount
    each: str


def average_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find an average per day, head, tonne or firm that, times their number, is not the total printed beside it."""
    read: list[Read] = []
    for sentence in page.read:
        read = [*read[-1:], sentence]
        if sentence.amounts and _CUE.search(sentence.text):
            for rate in _rates(read[-1]):
                yield from _judged(page, read, rate)


def per_head_figure_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find a gross product per head that is not the gross product divided by the population."""
    for each in page.statistics:
        if each.indicator != "gdp_per_capita" or not each.value or not each.period_end:
            continue
        whole = [f for f in page.best.values() if f.indicator == "gdp" and _same_year(f, each) and f.unit == each.unit]
        people = [f for f in page.statistics if _is_population(page, f)]
        if len(whole) != 1 or len(people) != 1:
            continue
        result = _of(whole[0]) / _of(people[0])
        if result.widened(HEAD_SLACK).meets(_of(each)):
            continue
        yield on_text(
            page,
            each.span,
            "per_head_figure_does_not_fit",
            {
                "whole": say.value(whole[0]),
                "people": say.value(people[0]),
                "result": say.between(result, each.unit),
                "printed": say.value(each),
            },
            expected=say.between(result, each.unit),
        )


CHECKS = (average_does_not_fit, per_head_figure_does_not_fit)


def _rates(sentence: Read) -> Iterator[_Rate]:
    for amount in sentence.amounts:
        if amount.unit in ("share", "pp", "times"):
            continue
        after, before = sentence.after(amount), sentence.before(amount)
        match = next((m for m in (p.search(after) for p in _AFTER) if m), None)
        match = match or next((m for m in (p.search(before) for p in _BEFORE) if m), None)
        each = next((word.lower() for word in match.groups() if word), "") if match else ""
        if each and each not in _NO_THING:
            yield _Rate(amount, each)


def _judged(page: Page, read: Sequence[Read], rate: _Rate) -> Iterator[Finding]:
    """Multiply by each number that may be meant, and look for the total in the rate's sentence and the one before."""
    numbers = _numbers_of(page, read, rate)
    totals = [a for sentence in read for a in sentence.amounts if _may_be_total(a, rate)]
    if not numbers or not totals or any(_fits(rate, count, total) for count, _ in numbers for total in totals):
        return
    count, said = numbers[0]
    near = min(totals, key=lambda total: abs(total.start - rate.amount.start))
    made, implied = rate.amount.interval * count, near.interval / count
    ratio = near.interval / made
    power = power_of_ten(near.interval, made.widened(SLACK))
    if power is None and not (1 / SAME_THING < ratio.middle < SAME_THING):
        return
    fits = say.between(made, rate.amount.unit)
    if power is not None:
        one = say.amount(near.value * 10.0**power, near.unit, 5)
        fits = say.phrase("either_or", one=one, other=say.between(implied, near.unit))
    yield on_text(
        page,
        (near.start, near.end) if power is None else (rate.amount.start, rate.amount.end),
        "average_does_not_fit",
        {
            "each": say.amount(rate.amount.value, rate.amount.unit, 6),
            "count": said,
            "product": say.between(made, rate.amount.unit),
            "printed": say.amount(near.value, near.unit, 6),
            "implied": say.between(implied, rate.amount.unit),
        },
        expected=fits,
    )


def _fits(rate: _Rate, count: Interval, total: Amount) -> bool:
    product = (rate.amount.interval * count).widened(HEAD_SLACK if rate.each in _HEAD else SLACK)
    return product.meets(total.interval) or (rate.each in _DAY and (product * WORKING).meets(total.interval))


def _may_be_total(amount: Amount, rate: _Rate) -> bool:
    if amount is rate.amount or amount.value <= 0:
        return False
    if rate.amount.unit is None:
        return amount.unit in (*_COUNTS, None) and amount.value > rate.amount.value
    return amount.unit == rate.amount.unit


def _numbers_of(page: Page, read: Sequence[Read], rate: _Rate) -> list[tuple[Interval, say.Part]]:
    """List how many of them there may be, the nearest number first: days of the period, people, tonnes, firms."""
    if rate.each in ("month", "monat", "月"):
        months = _months(page, read, rate)
        return [] if months is None else [(exact(months), say.phrase("months_long", n=months))]
    if rate.each in _DAY:
        printed = [a for sentence in read[-1:] for a in sentence.amounts if a.unit == "days" and a.value > 1]
        days = round(printed[0].value) if len(printed) == 1 else _days(page, rate.amount)
        return [] if days is None else [(exact(days), say.phrase("days", n=days))]
    near = sorted((a for sentence in read for a in sentence.amounts), key=lambda a: abs(a.start - rate.amount.start))
    unit, many = _UNITS.get(rate.each.rstrip("s"), (None, 1.0))
    return [
        (amount.interval * exact(many), say.amount(amount.value * many, amount.unit, 6))
        for amount in near
        if amount is not rate.amount
        and amount.value
        and (amount.unit is None or amount.unit != rate.amount.unit)
        and ((unit is not None and amount.unit == unit) or _names(page, amount, rate.each))
    ]


def _names(page: Page, amount: Amount, each: str) -> bool:
    """Tell whether an amount counts what `each` names: "112 foreign companies" for "per company"."""
    text = page.document.text
    if each in _HEAD:
        return amount.unit == "persons" or bool(_PEOPLE.search(text[amount.start : amount.end + 15]))
    if amount.unit not in (None, "count", "persons", "trips", "vehicles"):
        return False
    stem = each[:-1] if each.endswith("y") else each
    words = text[amount.start : amount.end + 40]
    return bool(re.search(rf"(?i)^[\d.,]+\s(?:[\w'-]+\s){{0,3}}?{re.escape(stem)}(?:s|es|ies|en|e)\b", words))


def _days(page: Page, amount: Amount) -> int | None:
    """Count the days of the period that the reader gives to an amount."""
    for figure in page.statistics:
        overlaps = figure.span[0] < amount.end and amount.start < figure.span[1]
        if overlaps and figure.period_start and figure.period_end:
            start, end = figure.period_start, figure.period_end
            days = (end - start).days + 1
            whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
            return days if whole and days >= SHORTEST else None
    return None


def _months(page: Page, read: Sequence[Read], rate: _Rate) -> int | None:
    """Count the months of the period of the totals that may be meant."""
    totals = [a for sentence in read for a in sentence.amounts if _may_be_total(a, rate)]
    for figure in page.statistics:
        inside = any(figure.span[0] < a.end and a.start < figure.span[1] for a in totals)
        if inside and figure.period_start and figure.period_end and figure.period_start.day == 1:
            start, end = figure.period_start, figure.period_end
            months = 12 * (end.year - start.year) + end.month - start.month + 1
            return months if months > 1 and end.day == monthrange(end.year, end.month)[1] else None
    return None


def _of(figure: Statistic) -> Interval:
    value = figure.value or 0.0
    return Interval(figure.low if figure.low is not None else value, figure.high if figure.high is not None else value)


def _same_year(one: Statistic, other: Statistic) -> bool:
    return bool(one.period_end and other.period_end and one.period_end.year == other.period_end.year)


def _is_population(page: Page, figure: Statistic) -> bool:
    around = page.document.text[max(0, figure.span[0] - 40) : figure.span[1] + 15]
    return (
        figure.unit == "persons" and bool(figure.value) and bool(re.search(r"(?i)population|人口|inhabitants", around))
    )

"""Print figures in evidence the way the sources print them, in whichever language the evidence is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from hinterland.ledger.checks.pages import Name
from hinterland.ledger.intervals import Interval
from hinterland.ledger.records import Statistic
from hinterland.ledger.wording import Part, Said


def amount(value: float, unit: str | None = None, digits: int = 4) -> Part:
    """Print 416840000000.0 as '416.8 billion USD'; a share as a per cent."""
    return Part("amount", (value, unit, digits))


def value(figure: Statistic) -> Part:
    """Print a statistic's value with its unit."""
    return amount(figure.value or 0.0, figure.unit, 6)


def growth(figure: Statistic) -> Part:
    """Print a statistic's growth as a per cent."""
    return percent(figure.growth or 0.0)


def when(figure: Statistic) -> Part:
    """Print the calendar interval that a statistic covers."""
    return period(figure.period_start, figure.period_end)


def region(figure: Statistic) -> Part:
    """Print the place that a statistic is about."""
    return Part("place", (figure.region,))


def rates(interval: Interval) -> Part:
    """Print an interval of growth rates: '5.31 to 5.42 %'."""
    return Part("rates", (interval,))


def percent(fraction: float, digits: int = 3) -> Part:
    """Print 0.182 as '18.2 %'."""
    return Part("percent", (fraction, digits))


def between(interval: Interval, unit: str | None = None) -> Part:
    """Print an interval: '1,312 to 1,322 billion CNY', or one figure where both ends print alike."""
    return Part("between", (interval, unit))


def period(start: date | None, end: date | None) -> Part:
    """Print a calendar interval."""
    return Part("period", (start, end))


def added(figures: Iterable[Statistic], signs: Sequence[int] | None = None) -> Part:
    """Print the parts of a sum: '1.2 billion CNY + 3 billion CNY'."""
    parts = tuple(value(figure) for figure in figures)
    return Part("added", (parts, tuple(signs or [1] * len(parts))))


def joined_sum(parts: Iterable[Part]) -> Part:
    """Print a sum of parts that are no statistics."""
    several = tuple(parts)
    return Part("added", (several, (1,) * len(several)))


def signed_sum(parts: Iterable[Part], signs: Sequence[int]) -> Part:
    """Print a sum of parts that are no statistics, some of them taken off."""
    return Part("added", (tuple(parts), tuple(signs)))


def listed(parts: Iterable[Said]) -> Part:
    """Print parts one after the other."""
    return Part("listed", (tuple(parts),))


def phrase(key: str, **parts: Said) -> Part:
    """Print a phrase of the catalogue's table `phrase`."""
    return Part("phrase", (key, tuple(parts.items())))


def joined(parts: Iterable[Said]) -> Part:
    """Print parts with "and" between them."""
    return Part("joined", (tuple(parts),))


def either(english: str, chinese: str) -> Part:
    """Print words that a data file holds in both languages."""
    return Part("either", (english, chinese))


def name(of: Name) -> Part:
    """Print what a figure measures."""
    inside = ",".join(f"{key}={value}" if value else key for key, value in sorted(of.brackets))
    return Part("indicator", (of.base, inside, of.prefix))


def unit(code: str | None) -> Part:
    """Print a unit: its code, or its Chinese name."""
    return Part("unit", (code,))


def factor(power: int) -> Part:
    """Print how far off a power of ten leaves an amount: a thousand times too small, 小了1,000倍."""
    return Part("factor", (power,))


def times(power: int) -> Part:
    """Print how many times an amount another is, by the power of ten between them: a thousand times, 1,000倍."""
    return Part("times", (power,))


def scope(figure: Statistic) -> Part:
    """Print the field of rivals of a rank."""
    return Part("place", (figure.rank_scope,))

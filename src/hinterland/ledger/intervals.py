"""Arithmetic with printed numbers: each is an interval of half its last printed digit, wider after "about".

The operations are those of interval arithmetic (Moore 1966): a result holds every value that the operands allow, so a
sum that leaves the interval of its printed total cannot be saved by rounding.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from hinterland.ledger.records import Statistic

ABOUT = 0.02  # relative half width that "about", "nearly" or "around" adds where the reader gave no interval of its own
BEYOND = 0.05  # relative room above "over" and "more than": the printed figure is a floor, not a rounding
_NUMBER = re.compile(r"\d{1,30}(?:,\d{3}){0,10}(?:\.\d{1,30})?")


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold every value that a printed figure may stand for."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        corners = (self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high)
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Divide by an interval that does not hold zero; `ZeroDivisionError` where it does."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor's interval holds zero")
        return self * Interval(1 / other.high, 1 / other.low)

    @property
    def middle(self) -> float:
        """Give the centre."""
        return (self.low + self.high) / 2

    @property
    def width(self) -> float:
        """Give the distance from end to end."""
        return self.high - self.low

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both, allowing for the last bit of a float."""
        slack = 1e-9 * max(abs(self.low), abs(self.high), abs(other.low), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def gap(self, other: Interval) -> float:
        """Give the distance between the nearest ends relative to the other's centre; 0 where they meet."""
        if self.meets(other):
            return 0.0
        distance = self.low - other.high if self.low > other.high else other.low - self.high
        return distance / abs(other.middle) if other.middle else float("inf")

    def widened(self, relative: float) -> Interval:
        """Move both ends outward by a share of the centre."""
        room = relative * abs(self.middle)
        return Interval(self.low - room, self.high + room)


def exact(value: float) -> Interval:
    """Make the interval of a number known without rounding."""
    return Interval(value, value)


def total(parts: Iterable[Interval]) -> Interval:
    """Add intervals."""
    return reduce(Interval.__add__, parts, exact(0.0))


def of_value(figure: Statistic) -> Interval:
    """Give the interval of a statistic's value, as the reader read it or else from the printed digits."""
    assert figure.value is not None
    if figure.low is not None and figure.high is not None:
        return Interval(min(figure.low, figure.value), max(figure.high, figure.value))
    return _loosened(of_digits(figure.value, figure.printed), figure.qualifier)


def as_printed(figure: Statistic) -> Interval:
    """Give the interval of the digits alone: in ratios "about" before both, or "over" between them, says nothing."""
    assert figure.value is not None
    return of_digits(figure.value, figure.printed)


def of_growth(figure: Statistic) -> Interval:
    """Give the interval of a growth rate, a fraction."""
    assert figure.growth is not None
    if figure.growth_low is not None and figure.growth_high is not None:
        return Interval(figure.growth_low, figure.growth_high)
    hundredfold = of_digits(figure.growth * 100, figure.printed)
    return Interval(hundredfold.low / 100, hundredfold.high / 100)


def with_truncation(figure: Statistic) -> Interval:
    """Give the interval of a value whose last digits may have been rounded or cut off, whichever the writer did."""
    assert figure.value is not None
    rounded = of_value(figure)
    if figure.value >= 0:
        return Interval(rounded.low, max(rounded.high, figure.value + rounded.width))
    return Interval(min(rounded.low, figure.value - rounded.width), rounded.high)


def of_digits(value: float, printed: str) -> Interval:
    """Give value plus and minus half its last digit as printed; without the digits, half of its third digit."""
    half = next((half for half in (_half(text, value) for text in _NUMBER.findall(printed)) if half), None)
    half = abs(value) * 0.005 if half is None else half
    return Interval(value - half, value + half)


def significant_digits(value: float, interval: Interval) -> int:
    """Count the digits that an interval of half the last digit leaves to a value."""
    if not interval.width or not value:
        return 15
    return max(1, len(str(round(abs(value) / interval.width))))


def _half(text: str, value: float) -> float | None:
    digits = text.replace(",", "")
    number = float(digits)
    if not number or not value:
        return None
    scale = abs(value) / number
    exponent = round(math.log10(scale))
    if abs(scale / 10**exponent - 1) > 1e-6:  # the digits of some other number in the same string
        return None
    decimals = len(digits.partition(".")[2])
    return float(0.5 * 10.0**-decimals * scale)


def _loosened(interval: Interval, qualifier: str | None) -> Interval:
    words = qualifier or ""
    if ("about" in words and "paired" not in words) or "nearly" in words or "around" in words:
        return interval.widened(ABOUT)
    if "over" in words or "exceed" in words or "more than" in words:
        return Interval(interval.low, interval.high + BEYOND * abs(interval.middle))
    return interval

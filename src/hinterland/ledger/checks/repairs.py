"""Look for the one slip of the pen that turns a printed figure into one that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hinterland.ledger.intervals import Interval, of_digits
from hinterland.ledger.records import Statistic

POWERS = (3, -3, 1, -1, 2, -2, 6, -6, 4, -4, 8, -8, 9, -9)  # a lost or wrong scale word first, then a misplaced point
_DIGITS = re.compile(r"\d[\d,]{0,30}(?:\.\d{1,20})?")


def power_of_ten(value: Interval, target: Interval, tolerance: float = 0.0) -> int | None:
    """Give the power of ten that brings a value into the target, or None; the likeliest slip first."""
    wide = target.widened(tolerance)
    for power in POWERS:
        if Interval(value.low * 10.0**power, value.high * 10.0**power).meets(wide):
            return power
    return None


def one_slip(figure: Statistic, target: Interval) -> float | None:
    """Give the value within `target` that one slip (a digit, a swapped pair, a power of ten) explains, if only one."""
    assert figure.value is not None
    return slip_of(figure.value, figure.printed, target)


def slip_of(value: float, printed: str, target: Interval) -> float | None:
    """Do the same for a value as printed."""
    power = power_of_ten(of_digits(value, printed), target)
    if power is not None:
        return value * 10.0**power
    text = _text_of(value, printed)
    if text is None:
        return None
    scale = value / float(text.replace(",", ""))
    digits = text.replace(",", "")
    for slips in (_swaps(digits), _changes(digits)):  # two digits exchanged is the likelier slip
        fitting = {new for new in slips if target.low <= float(new) * scale <= target.high}
        if fitting:
            return float(fitting.pop()) * scale if len(fitting) == 1 else None
    return None


def _text_of(value: float, printed: str) -> str | None:
    """Find the digits of the value in the printed string."""
    for text in _DIGITS.findall(printed):
        number = float(text.replace(",", "") or 0)
        if number:
            exponent = abs(value) / number
            mantissa = f"{exponent:.6e}".split("e")[0]
            if float(mantissa) == 1.0:
                return str(text)
    return None


def _swaps(digits: str) -> Iterator[str]:
    places = [place for place, sign in enumerate(digits) if sign != "."]
    for one, other in pairwise(places):
        if digits[one] != digits[other]:
            yield digits[:one] + digits[other] + digits[one + 1 : other] + digits[one] + digits[other + 1 :]


def _changes(digits: str) -> Iterator[str]:
    for place, old in enumerate(digits):
        for new in "0123456789" if old != "." else "":
            if new != old and not (place == 0 and new == "0"):
                yield digits[:place] + new + digits[place + 1 :]

"""Look for the one slip of the pen that turns a printed figure into one that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    value = figure.value
    power = power_of_ten(of_digits(value, figure.printed), target)
    if power is not None:
        return value * 10.0**power
    text = _text_of(figure)
    if text is None:
        return None
    scale = value / float(text.replace(",", ""))
    fitting = {new for new in _slips(text) if target.low <= float(new) * scale <= target.high}
    return float(fitting.pop()) * scale if len(fitting) == 1 else None


def _text_of(figure: Statistic) -> str | None:
    """Find the digits of the value in the printed string."""
    assert figure.value is not None
    for text in _DIGITS.findall(figure.printed):
        number = float(text.replace(",", "") or 0)
        if number:
            exponent = abs(figure.value) / number
            mantissa = f"{exponent:.6e}".split("e")[0]
            if float(mantissa) == 1.0:
                return str(text)
    return None


def _slips(text: str) -> Iterator[str]:
    digits = text.replace(",", "")
    for place, old in enumerate(digits):
        if old == ".":
            continue
        for new in "0123456789":
            if new != old and not (place == 0 and new == "0"):
                yield digits[:place] + new + digits[place + 1 :]
        after = digits[place + 1 : place + 2]
        if after.isdigit() and after != old:
            yield digits[:place] + after + old + digits[place + 2 :]

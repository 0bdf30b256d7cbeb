"""Print figures in evidence the way the sources print them."""

from __future__ import annotations

from datetime import date

from hinterland.ledger.intervals import Interval
from hinterland.ledger.records import Statistic

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(value: float, unit: str | None = None, digits: int = 4) -> str:
    """Print 416840000000.0 as '416.8 billion USD'; a share as a per cent."""
    if unit == "share":
        return percent(value)
    scale, word = next(((scale, word) for scale, word in _SCALES if abs(value) >= scale * 0.9995), (1.0, ""))
    number = f"{value / scale:,.{_decimals(value / scale, digits)}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return " ".join(part for part in (number, word, unit if unit not in ("count",) else None) if part)


def value(figure: Statistic) -> str:
    """Print a statistic's value with its unit."""
    return amount(figure.value or 0.0, figure.unit, 6)


def growth(figure: Statistic) -> str:
    """Print a statistic's growth as a per cent."""
    return percent(figure.growth or 0.0)


def when(figure: Statistic) -> str:
    """Print the calendar interval that a statistic covers."""
    return period(figure.period_start, figure.period_end)


def rates(interval: Interval) -> str:
    """Print an interval of growth rates: '5.31 to 5.42 %'."""
    low, high = f"{interval.low * 100:.2f}", f"{interval.high * 100:.2f}"
    return f"{low} %" if low == high else f"{low} to {high} %"


def percent(fraction: float, digits: int = 3) -> str:
    """Print 0.182 as '18.2 %'."""
    value = fraction * 100
    return f"{value:.{max(1, min(2, _decimals(value, digits)))}f} %"


def between(interval: Interval, unit: str | None = None) -> str:
    """Print an interval: '1,312 to 1,322 billion CNY', or one figure where both ends print alike."""
    low, high = amount(interval.low, unit, 5), amount(interval.high, unit, 5)
    return low if low == high else f"{low} to {high}"


def period(start: date | None, end: date | None) -> str:
    """Print a calendar interval."""
    if start is None or end is None:
        return "an unstated period"
    return f"{start} to {end}"


def _decimals(value: float, digits: int) -> int:
    whole = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    return max(0, digits - whole)

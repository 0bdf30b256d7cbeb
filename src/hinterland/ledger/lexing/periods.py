"""Times as calendar days.

`Clock.interval` turns an expression of time into days once it is known when the document was published and of which
period it mainly speaks. A year that is left out is the latest one whose period had ended when the document appeared.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"


NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}


_NEWS = timedelta(days=40)  # what ended longer ago is no longer "so far"
_THAT_YEAR = ("the year", "that year", "the same year")


class Interval(NamedTuple):  # a tuple: made and compared at every turn
    """Hold calendar days, both ends included."""

    start: date
    end: date

    @property
    def is_point(self) -> bool:
        """Tell a day (a stock's date) from a stretch of time."""
        return self.start == self.end

    @property
    def months(self) -> int:
        """Count the months that the interval touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


@dataclass(slots=True, eq=False)  # each is itself alone
class When:
    """Hold an expression of time before its year is known."""

    start: int
    end: int
    kind: str  # months, days, dates, point, year, span, since, past, same, before, date, on, from, fiscal, sofar
    first: int = 1  # month, or day for kind "days"
    last: int = 12
    year: str = ""  # "2022", "this year", "last year", "" where it is left out
    until: str = ""  # the last year of a span
    lead: str = ""  # the preposition before it: in, from, than, to …


@dataclass(frozen=True)
class Clock:
    """Know when a document appeared and which period it speaks of."""

    published: date | None = None
    main: Interval | None = None
    current: Interval | None = None
    fiscal: int = 4  # the month in which the fiscal year of the country begins
    issued: date | None = None  # a day of the month that the address names, where no day of publication is known

    def turn(self, current: Interval | None, main: Interval | None = None) -> Clock:
        """Give the clock after a sentence."""
        if current in (None, self.current) and main in (None, self.main):
            return self
        return replace(self, current=current or self.current, main=main or self.main)

    def interval(self, when: When) -> Interval | None:
        """Turn an expression into calendar days; None where it names none by itself, or none that the calendar has."""
        if when.kind not in _READ:
            return None
        try:
            found = _READ[when.kind](self, when)
        except ValueError:  # 2023年13月, the year 0000
            return None
        return found if found and found.start <= found.end else None

    def year(self, named: str, last_month: int = 12, last_day: int = 28) -> int | None:
        """Resolve a year that is printed, relative ("last year"), or left out."""
        if named.isdigit():
            return int(named)
        around = self.published or self.issued or (self.main.end if self.main else None)
        if around is None:
            return None
        if named in ("this year", "the current year"):
            return around.year
        spoken = self.current or self.main
        if named == "the previous year" and spoken is not None:
            return spoken.end.year - 1
        if named in ("last year", "the previous year"):
            return self._last_year(around)
        if named == "next year":
            return around.year + 1
        ended = date(around.year, last_month, last_day) <= around
        return around.year if ended else around.year - 1

    def _last_year(self, around: date) -> int:
        """Count "last year" from the main period where the document tells of an older year than its date does."""
        if self.main and self.main.end.year < around.year - 1:
            return self.main.end.year - 1
        return around.year - 1


@lru_cache(maxsize=128)  # a text comes back to the same few
def months(year: int, first: int, last: int) -> Interval:
    """Give the interval from a month's first day to a month's last day."""
    return Interval(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def count(word: str) -> int:
    """Read a whole number in figures or as a word of English; raise KeyError for a word that is none."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _read_months(clock: Clock, when: When) -> Interval | None:
    if when.year.startswith("fiscal"):
        return _read_fiscal(clock, replace(when, year=when.year[6:]))
    year = clock.year(when.year, when.last, 1) if when.year not in ("that year", "the same year") else None
    if year is None:
        around = clock.main or clock.current
        year = around.end.year if around else None
    if not when.year and clock.main and (clock.published is clock.issued is None or _is_within(when, clock.main)):
        year = clock.main.end.year
    return months(year, when.first, when.last) if year else None


def _is_within(when: When, main: Interval) -> bool:
    """Tell a month of the quarter or of the months that the text is about, which is of the same year."""
    return 1 < main.months < 12 and main.start.month <= when.first <= when.last <= main.end.month


def _read_days(clock: Clock, when: When) -> Interval | None:
    if clock.published is None:
        return None
    around = clock.published if when.year == "this month" else clock.published.replace(day=1) - timedelta(days=1)
    last = min(when.last, calendar.monthrange(around.year, around.month)[1])
    return Interval(around.replace(day=min(when.first, last)), around.replace(day=last))


def _read_dates(clock: Clock, when: When) -> Interval | None:
    """Read "from Feb. 10 to 17": months and days stand together as 210 and 217."""
    year = clock.year(when.year, when.last // 100, when.last % 100)
    try:
        return Interval(date(year, *divmod(when.first, 100)), date(year, *divmod(when.last, 100))) if year else None
    except ValueError:
        return None


def _read_on(clock: Clock, when: When) -> Interval | None:
    """Read the day on which something was done."""
    year = clock.year(when.year, when.last // 100, when.last % 100) if when.last else None
    day = date(year, *divmod(when.last, 100)) if year else None
    return Interval(day, day) if day else None


def _read_from(clock: Clock, when: When) -> Interval | None:
    """Read "since January 20": from that day to the day of print."""
    begun = _read_on(clock, when)
    return Interval(begun.start, clock.published) if begun and clock.published else None


def _read_sofar(clock: Clock, when: When) -> Interval | None:
    """Read "so far this year": the months up to which the text's news runs, else the year up to its date."""
    day = clock.published
    main = clock.main or clock.current
    if when.year and (day is None or int(when.year) < day.year):
        end = main.end if main and main.end.year >= int(when.year) else day
        return Interval(date(int(when.year), 1, 1), end) if end else None
    if main and not main.is_point and not (day and not timedelta(0) <= day - main.end <= _NEWS):
        return Interval(date(main.end.year, 1, 1), main.end)
    return Interval(date(day.year, 1, 1), day) if day else None


def _read_point(clock: Clock, when: When) -> Interval | None:
    year = clock.year(when.year, when.last) if when.year else clock.year("", when.last)
    if when.year == "the year" and clock.published and clock.published.month > 2:
        year = clock.published.year  # what is told of its end is still to come
    if year is None:
        return None
    end = months(year, when.last, when.last).end
    return Interval(end, end)


def _read_ending(clock: Clock, when: When) -> Interval | None:
    year = clock.year(when.year, when.last, 28)
    if year is None:
        return None
    begin = year * 12 + when.last - when.first
    return Interval(date(begin // 12, begin % 12 + 1, 1), months(year, when.last, when.last).end)


def _read_year(clock: Clock, when: When) -> Interval | None:
    spoken = clock.current or clock.main
    if when.year == "the previous year" and spoken and spoken.months == 12 and spoken.start.month > 1:
        return _shift(spoken, 1)
    if when.year in _THAT_YEAR and spoken:
        return spoken if spoken.months == 12 else months(spoken.end.year, 1, 12)
    year = clock.year(when.year)
    return months(year, 1, 12) if year else None


def _read_span(clock: Clock, when: When) -> Interval:
    return Interval(date(int(when.year), when.first, 1), months(int(when.until), when.last, when.last).end)


def _read_fiscal_year(clock: Clock, when: When) -> Interval:
    """Read "the 2021 financial year": the one that ends in 2021."""
    year = int(when.year)
    return months(year, 1, 12) if clock.fiscal == 1 else _read_fiscal(clock, replace(when, year=str(year - 1)))


def _read_fiscal(clock: Clock, when: When) -> Interval:
    begins = clock.fiscal if clock.fiscal > 1 else 4  # two years are printed where it is not the calendar's
    first = int(when.year) * 12 + begins + when.first - 2
    after = int(when.until or when.year) * 12 + begins + when.last - 1
    return Interval(date(first // 12, first % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _read_since(clock: Clock, when: When) -> Interval | None:
    end = clock.main.end if clock.main else clock.published
    start = date(int(when.year), when.first, 1)
    return Interval(start, end) if end and end > start else None


def _read_past(clock: Clock, when: When) -> Interval | None:
    if clock.published is None:
        return None
    last = clock.published.year - 1
    return Interval(date(last - when.last + 1, 1, 1), date(last, 12, 31))


def _read_before(clock: Clock, when: When) -> Interval | None:
    """Read "the same period last year": the current period, a year or more earlier."""
    now = clock.current or clock.main
    if now is None:
        return None
    back = now.end.year - int(when.year) if when.year else 1
    return _shift(now, back)


def _shift(interval: Interval, years: int) -> Interval:
    def moved(day: date) -> date:
        year = day.year - years
        full = day.day == calendar.monthrange(day.year, day.month)[1]
        length = calendar.monthrange(year, day.month)[1]
        return date(year, day.month, length if full else min(day.day, length))

    return Interval(moved(interval.start), moved(interval.end))


def _read_back(clock: Clock, when: When) -> Interval | None:
    now = clock.current or clock.main
    if when.until.startswith("month") and clock.published:
        day = clock.published.replace(day=1) - timedelta(days=1)
        return months(day.year, day.month, day.month)
    if when.until.startswith("month") and clock.main and clock.main.months == 1:
        return clock.main  # a report on a month, its day unknown
    if now is None:
        return None
    length = 3 if when.until.startswith(("quarter", "month")) else now.months if when.until == "period" else 6
    end = now.start - timedelta(days=1)
    return months(end.year, end.month - length + 1, end.month) if end.month >= length else None


def _read_same(clock: Clock, when: When) -> Interval | None:
    word = when.until
    now = clock.current or clock.main
    if "month" in word and word.split()[0] == "this" and clock.published:
        return months(clock.published.year, clock.published.month, clock.published.month)
    if word.startswith(("the full", "the whole", "the entire")) and clock.main:
        return clock.main if clock.main.months == 12 else months(clock.main.end.year, 1, 12)
    counted = re.match(r"the (\d+|two|three|four|five|six|seven|eight|nine|ten|eleven)[- ]month", word)
    if counted:
        n = count(counted[1])
        known = [interval for interval in (clock.current, clock.main) if interval and interval.months == n]
        return known[0] if known else (months(now.end.year, 1, n) if now and n <= 12 else None)
    if "half" in word and clock.main and now and now.months != 6:
        halves = [months(now.end.year, 1, 6), months(now.end.year, 7, 12)]
        if now.is_point:
            return halves[now.end.month > 6]
        return clock.main if clock.main.months == 6 else now
    return now


def _read_ago(clock: Clock, when: When) -> Interval | None:
    """Read "a year earlier": the current period, some years before."""
    now = clock.current or clock.main
    return _shift(now, when.last) if now else None


_READ = {
    "ago": _read_ago,
    "months": _read_months,
    "days": _read_days,
    "dates": _read_dates,
    "on": _read_on,
    "from": _read_from,
    "sofar": _read_sofar,
    "point": _read_point,
    "ending": _read_ending,
    "year": _read_year,
    "span": _read_span,
    "fiscal": _read_fiscal,
    "fiscal year": _read_fiscal_year,
    "since": _read_since,
    "past": _read_past,
    "before": _read_before,
    "back": _read_back,
    "same": _read_same,
}

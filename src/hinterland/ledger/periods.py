"""Expressions of time, read to calendar intervals.

`find` masks every date and period in a sentence; `Clock.interval` turns an expression into days once it is known when
the document was published and of which period it mainly speaks. A year that is left out is the latest one whose
period had ended when the document appeared.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:(?:19|20)\d\d(?![\d,.]*\d))"
_WHEN = (
    rf"(?:{_YEAR}|this year|last year|the previous year|the year|that year|the same year|next year|the current year)"
)
_OF = rf"(?:,? ?(?:of |in |period of |period in )?(?:the )?({_WHEN}))?"
_COUNT = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TO = r"(?: ?[-–—] ?| to | through | until )"


@dataclass(frozen=True, slots=True)
class Interval:
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


@dataclass(slots=True)
class When:
    """Hold an expression of time before its year is known."""

    start: int
    end: int
    kind: str  # months, days, point, year, span, since, past, same, before, date, fiscal
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

    def turn(self, current: Interval | None, main: Interval | None = None) -> Clock:
        """Give the clock after a sentence."""
        if current in (None, self.current) and main in (None, self.main):
            return self
        return replace(self, current=current or self.current, main=main or self.main)

    def interval(self, when: When) -> Interval | None:
        """Turn an expression into calendar days, or None where it names none by itself."""
        return _READ[when.kind](self, when) if when.kind in _READ else None

    def year(self, named: str, last_month: int = 12, last_day: int = 28) -> int | None:
        """Resolve a year that is printed, relative ("last year"), or left out."""
        if named.isdigit():
            return int(named)
        around = self.published or (self.main.end if self.main else None)
        if around is None:
            return None
        if named in ("this year", "the current year"):
            return around.year
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


def months(year: int, first: int, last: int) -> Interval:
    """Give the interval from a month's first day to a month's last day."""
    return Interval(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def find(text: str) -> list[When]:
    """Find the expressions of time in a sentence, in order, none overlapping."""
    found: list[When] = []
    done = 0
    for start in _START.finditer(text):
        if start.start() < done:
            continue
        hit = _ANY.match(text, start.start())
        gap = start.start()
        while hit is None and (gap := text.find(" ", gap, start.end()) + 1):
            hit = _ANY.match(text, gap)  # past the article or preposition
        if hit is None:
            continue
        done = hit.end()
        number = int((hit.lastgroup or "r0")[1:])
        exact = _RULES[number][0].match(text, hit.start())
        if exact is None:
            continue
        when = _RULES[number][1](exact)
        if when is not None:
            when.lead = _lead(text, when.start)
            found.append(when)
    return found


def _lead(text: str, at: int) -> str:
    """Read the preposition before an expression, past an article."""
    words = text[max(0, at - 30) : at].lower().rstrip().split()
    if words[-2:] in (["that", "of"], ["those", "of"]):
        return "than"
    while words and words[-1] in ("the", "its", "a", "level", "same", "period", "of", "that"):
        if words[-1] == "of" and words[-2:-1] not in (["period"], ["same"], ["that"]):
            break
        words.pop()
    if words[-2:] == ["than", "in"] or (
        words[-1:] in (["to"], ["with"]) and words[-2:-1] in (["compared"], ["relative"], ["comparison"])
    ):
        return "than"
    return words[-1].strip("(") if words else ""


def _month(word: str) -> int:
    return MONTHS[word.lower()[:3]]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _year_of(word: str | None) -> str:
    return (word or "").lower()


def _when(hit: re.Match[str], kind: str, **parts: int | str) -> When:
    return When(hit.start(), hit.end(), kind, **parts)  # type: ignore[arg-type]


def _first_months(hit: re.Match[str]) -> When | None:
    count = _count(hit[2])
    year = _year_of(hit[3]) or _year_of(hit[1])
    return _when(hit, "months", last=count, year=year) if 1 <= count <= 12 else None


def _quarters(hit: re.Match[str]) -> When:
    count = 3 if hit[2].lower() in ("three", "3") else 2
    return _when(hit, "months", last=3 * count, year=_year_of(hit[3]) or _year_of(hit[1]))


def _part(hit: re.Match[str]) -> When:
    number, length = ORDINALS[hit[2].lower()], 3 if "quarter" in hit[3].lower() else 6
    first = (number - 1) * length + 1
    return _when(
        hit, "months", first=min(first, 10), last=min(first + length - 1, 12), year=_year_of(hit[4]) or _year_of(hit[1])
    )


def _letter(hit: re.Match[str]) -> When:
    letter, number = (hit[2] or hit[5]).upper(), int(hit[3] or hit[4])
    length = 3 if letter == "Q" else 6
    first = min((number - 1) * length + 1, 13 - length)
    return _when(hit, "months", first=first, last=first + length - 1, year=_year_of(hit[6]) or _year_of(hit[1]))


def _range(hit: re.Match[str]) -> When | None:
    first, last = _month(hit[2]), _month(hit[3])
    year = _year_of(hit[4]) or _year_of(hit[1])
    return _when(hit, "months", first=first, last=last, year=year, until="range") if first <= last else None


def _long_range(hit: re.Match[str]) -> When:
    return _when(hit, "span", first=_month(hit[1]), year=hit[2], last=_month(hit[3]), until=hit[4])


def _days(hit: re.Match[str]) -> When | None:
    first, last = int(hit[1]), int(hit[2])
    return _when(hit, "days", first=first, last=last, year=hit[3].lower()) if first <= last <= 31 else None


def _one_month(hit: re.Match[str]) -> When | None:
    bare = hit[1]
    if bare[0].islower() or (bare.lower() in ("may", "march") and not hit[2] and not _temporal(hit)):
        return None
    return _when(hit, "months", first=_month(bare), last=_month(bare), year=_year_of(hit[2]))


def _temporal(hit: re.Match[str]) -> bool:
    """Tell the month from the verb: "in May", "May's", "March alone"."""
    before = hit.string[: hit.start()].rstrip().rsplit(" ", 1)[-1].lower()
    return before in (
        "in",
        "of",
        "from",
        "by",
        "since",
        "and",
        "to",
        "for",
        "until",
        "last",
        "this",
        "through",
        "than",
        "during",
    ) or (hit.string.startswith("'s", hit.end()))


def _point(hit: re.Match[str]) -> When | None:
    month = _month(hit[1]) if hit[1] else 12
    year = _year_of(hit[2])
    if not hit[1] and not year:
        return None
    return _when(hit, "point", last=month, year=year)


def _fiscal(hit: re.Match[str]) -> When | None:
    start, end = int(hit[1]), int(hit[2])
    if end != (start + 1) % 100:
        return _when(hit, "span", year=hit[1], until=str(start // 100 * 100 + end)) if end > start % 100 else None
    return _when(hit, "fiscal", year=hit[1])


def _to_date(hit: re.Match[str]) -> When:
    return _when(hit, "months", last=_month(hit[1] or hit[3]), year=hit[2] or hit[4])


def _fiscal_span(hit: re.Match[str]) -> When:
    return _when(hit, "fiscal", year=hit[1], until=hit[2])


def _fiscal_year(hit: re.Match[str]) -> When:
    return _when(hit, "fiscal", year=str(1999 + int(hit[1])))


def _span(hit: re.Match[str]) -> When:
    return _when(hit, "span", year=hit[1], until=hit[2])


def _past(hit: re.Match[str]) -> When:
    count = 10 if hit[1] else _count(hit[2])
    return _when(hit, "past", last=count)


def _relative(hit: re.Match[str]) -> When:
    word = re.sub(r"\s+", " ", hit[0].lower())
    year = next((name for name in re.findall(_YEAR, word)), "")
    if re.match(
        r"(the )?(end of )?(a year|the year before|one year|the previous year|the prior year|last year's"
        r"|the corresponding)",
        word,
    ) or (
        word.startswith(("the same", "same", "that of the same"))
        and re.search(r"last year|previous year|year before|year earlier|(19|20)\d\d", word)
    ):
        return _when(hit, "before", year=year, first=1, last=12)
    if re.search(r"(quarter|half|month|week)s?$", word) and re.search(r"previous|last|preceding|prior", word):
        return _when(hit, "back", until=word.rsplit(" ", 1)[-1])
    if word.endswith(("years ago", "years earlier")):
        return _when(hit, "ago", last=_count(word.split()[0]))
    return _when(hit, "same", until=word)


def _named_year(hit: re.Match[str]) -> When:
    return _when(hit, "year", year=_year_of(hit[1]))


def _date(hit: re.Match[str]) -> When:
    return _when(hit, "date", year=next(iter(re.findall(_YEAR, hit[0])), ""))


def _since(hit: re.Match[str]) -> When:
    when = "when" if hit.string.startswith(", when", hit.end()) else ""
    return _when(hit, "since", first=_month(hit[1]) if hit[1] else 1, year=hit[2], until=when)


_BUILD = [
    # masked: full dates, plans, weekdays
    (rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?{_YEAR})?(?![\d%.,]*\d| ?(?:percent|million|billion|yuan))", _date),
    (rf"\b\d{{1,2}}(?:st|nd|rd|th)? {{0,2}}(?:of )?{_MONTH}(?:,? ?{_YEAR})?", _date),
    (r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    (r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    (r"(?<![\d.:])\d{1,2}:\d\d(?::\d\d)?\b(?![:.]\d)(?! ?: ?\d)", _date),
    (r"\bthe \d{1,2}(?:st|nd|rd|th)(?= of (?:this|last) month| of \w+ (?:19|20)| of)(?! to)(?! [A-Z])", _date),
    (r"\((?:(?:19|20)\d\d)[-–](?:\d\d|(?:19|20)\d\d)\)", _date),
    # cumulative months, quarters, halves
    (rf"(?:({_YEAR})(?:'s)? )?\bfirst {_COUNT} months\b{_OF}", _first_months),
    (rf"(?:({_YEAR})(?:'s)? )?\b(?<=in ){_COUNT} months\b{_OF}", _first_months),
    (rf"(?:({_YEAR})(?:'s)? )?\bfirst (three|two|3|2) quarters\b{_OF}", _quarters),
    (
        rf"(?:({_YEAR})(?:'s)? )?\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -](quarter|half(?:[ -]year)?)\b{_OF}",
        _part,
    ),
    (rf"(?:({_YEAR})(?:'s)? ?)?\b(?:([QH])([1-4])|([1-4])([QH]))\b{_OF}", _letter),
    (rf"\b({_MONTH}) ({_YEAR})(?:{_TO}| and )({_MONTH}) ({_YEAR})", _long_range),
    (rf"(?:({_YEAR})(?:'s)? )?\b({_MONTH})(?:{_TO}| and )({_MONTH})(?! \d{{1,2}}\b){_OF}", _range),
    (
        r"\b(\d{1,2})(?:st|nd|rd|th)? (?:to|through) (?:the )?(\d{1,2})(?:st|nd|rd|th)? of (this month|last month)",
        _days,
    ),
    # points
    (
        rf"\b(?:by|at|as of|as at|until|up to|till)? ?(?:the )?end[- ](?:of "
        rf"|in )?(?:({_MONTH}))?(?: ?(?:of )?({_WHEN}))?(?=\W|$)",
        _point,
    ),
    (rf"\bas of ({_MONTH})(?: (?:of )?({_WHEN}))?", _point),
    # spans and comparisons
    (rf"\b(?:from|between) ({_YEAR})(?: to | and | through |-)({_YEAR})\b", _span),
    (rf"\b({_YEAR})-\d\d (?:to|and) ({_YEAR})-\d\d\b", _fiscal_span),
    (r"\bFY ?(?:20)?(\d\d)\b(?!-)", _fiscal_year),
    (rf"\b({_MONTH}) ({_YEAR}) year[- ]to[- ]date|\byear[- ]to[- ]date in ({_MONTH}) ({_YEAR})", _to_date),
    (rf"\b({_YEAR})[-–/](\d\d)\b(?![-/]\d)", _fiscal),
    (rf"\b({_YEAR})[-–]({_YEAR})\b", _span),
    (rf"\bsince (?:({_MONTH}) )?({_YEAR})\b", _since),
    (rf"\b(?:the )?(?:past|last|previous) (?:(decade)|{_COUNT} years)\b", _past),
    (
        r"\b(?:the )?(?:same|corresponding) (?:period|months?|quarter|half|time|term)s?(?: (?:of |in "
        r"|from )?(?:the )?(?:last year|previous year|year before|year earlier|prior year|preceding year"
        r"|(?:19|20)\d\d))?",
        _relative,
    ),
    (
        r"\b(?:a|one) year (?:earlier|ago|before)\b|\bthe (?:year before|prior year|preceding year)\b"
        r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years (?:ago|earlier)\b",
        _relative,
    ),
    (
        r"\b(?:the )?(?:previous|last|preceding|prior) (?:three quarters|two quarters|quarter|month|half|week)s?\b",
        _relative,
    ),
    (
        r"\b(?:this|the|that) (?:month|quarter|half(?:[ -]year)?(?! of)|period|time frame)\b|\bhalf year\b"
        r"|\bthe (?:\d{1,2}|two|three|six|eight|nine|ten|eleven) months\b",
        _relative,
    ),
    # one month, a year
    (rf"\b({_MONTH})(?! \d{{1,2}}(?!\d))(?:,? (?:of )?({_WHEN}))?", _one_month),
    (rf"\b({_WHEN})\b(?:-end)?", _named_year),
]
_RULES = [(re.compile(pattern, re.I), build) for pattern, build in _BUILD]
_ANY = re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(_BUILD)), re.I)
_MONTH_START = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# Where an expression can begin: the long pattern is tried only there.
_START = re.compile(
    rf"\((?=(?:19|20)\d\d)|(?<![^\W\d_])(?:(?=(?:19|20)\d\d(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\b(?! ?\.\d)[ :-]"
    rf"{{0,2}}(?:\d\d\b|of\b|to\b|month|year|{_MONTH_START})|\d{{1,2}}[-/.]\d{{1,2}}[-/.]|[1-4][qh]\b)\d"
    rf"|(?:{_MONTH_START})[a-z]{{0,6}}\b|[qh][1-4]\b|fy ?\d|end[- ]"
    r"|(?:the |this |that |a |one )?(?:first|second|third|fourth|1st|past|last|previous|same"
    r"|corresponding|prior|preceding"
    r"|current|next|month|quarter|half|period|year|time frame|two|three|four|five|six|seven|eight|nine|ten|eleven)\b"
    r"|the \d|(?:by|at|as of|as at|until|up to|till|from|between|since) (?:the )?(?:end|\d"
    rf"|{_MONTH_START}))",
    re.I,
)


def _read_months(clock: Clock, when: When) -> Interval | None:
    year = clock.year(when.year, when.last, 1) if when.year not in ("that year", "the same year") else None
    if year is None:
        around = clock.main or clock.current
        year = around.end.year if around else None
    if not when.year and clock.main and clock.published is None:
        year = clock.main.end.year
    return months(year, when.first, when.last) if year else None


def _read_days(clock: Clock, when: When) -> Interval | None:
    if clock.published is None:
        return None
    around = clock.published if when.year == "this month" else clock.published.replace(day=1) - timedelta(days=1)
    last = min(when.last, calendar.monthrange(around.year, around.month)[1])
    return Interval(around.replace(day=when.first), around.replace(day=last))


def _read_point(clock: Clock, when: When) -> Interval | None:
    year = clock.year(when.year, when.last) if when.year else clock.year("", when.last)
    if year is None:
        return None
    end = months(year, when.last, when.last).end
    return Interval(end, end)


def _read_year(clock: Clock, when: When) -> Interval | None:
    year = clock.year(when.year)
    return months(year, 1, 12) if year else None


def _read_span(clock: Clock, when: When) -> Interval:
    return Interval(date(int(when.year), when.first, 1), months(int(when.until), when.last, when.last).end)


def _read_fiscal(clock: Clock, when: When) -> Interval:
    return Interval(date(int(when.year), 4, 1), date(int(when.until or when.year) + 1, 3, 31))


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
    if now is None:
        return None
    length = 3 if when.until.startswith("quarter") else 6
    end = now.start - timedelta(days=1)
    return months(end.year, end.month - length + 1, end.month) if end.month >= length else None


def _read_same(clock: Clock, when: When) -> Interval | None:
    word = when.until
    now = clock.current or clock.main
    if "month" in word and word.split()[0] == "this" and clock.published:
        return months(clock.published.year, clock.published.month, clock.published.month)
    counted = re.match(r"the (\d+|two|three|four|five|six|seven|eight|nine|ten|eleven) months", word)
    if counted:
        n = _count(counted[1])
        known = [interval for interval in (clock.current, clock.main) if interval and interval.months == n]
        return known[0] if known else (months(now.end.year, 1, n) if now and n <= 12 else None)
    if "half" in word and clock.main and now and now.months != 6:
        return clock.main if clock.main.months == 6 else now
    return now


_READ = {
    "months": _read_months,
    "days": _read_days,
    "point": _read_point,
    "year": _read_year,
    "span": _read_span,
    "fiscal": _read_fiscal,
    "since": _read_since,
    "past": _read_past,
    "before": _read_before,
    "back": _read_back,
    "same": _read_same,
}

"""The rules for English expressions of time: with what words each begins, its pattern, and what it makes of a hit."""

from __future__ import annotations

import re
from collections.abc import Callable

from hinterland.ledger.lexing.period_words import (
    COUNT,
    LAST,
    MONTH,
    MONTHS,
    OF,
    OF_FISCAL,
    ORDINALS,
    TO,
    WHEN,
    YEAR,
    month_of,
    when_of,
    year_of,
)
from hinterland.ledger.lexing.periods import When, count

_BEGUN = re.compile(
    r"\b(?:from|over|than|with|to|against)(?: (?:that )?at)? the (?:beginning|start) of (?:the )?$", re.I
)


_NAME = re.compile(r" [A-Z][a-z]")
_UP_TO = re.compile(r"\b(?:through|up to|up until) $")  # "exports through October": from January on
_NAMED_SO = re.compile(
    r"(?: [a-z]+){0,4} (?:projects?|plants?|fuel|hydrogen|vehicles?|stations?|turbines?|units?|engines?)\b"
)


def _first_months(hit: re.Match[str]) -> When | None:
    number = count(hit[2])
    year = year_of(hit[3]) or year_of(hit[1])
    return when_of(hit, "months", last=number, year=year) if 1 <= number <= 12 else None


def _quarters(hit: re.Match[str]) -> When:
    quarters = 3 if hit[2].lower() in ("three", "3") else 2
    return when_of(hit, "months", last=3 * quarters, year=year_of(hit[3]) or year_of(hit[1]))


def _part(hit: re.Match[str]) -> When:
    number, length = ORDINALS[hit[2].lower()], 3 if "quarter" in hit[3].lower() else 6
    first = (number - 1) * length + 1
    return when_of(
        hit, "months", first=min(first, 10), last=min(first + length - 1, 12), year=year_of(hit[4]) or year_of(hit[1])
    )


def _letter(hit: re.Match[str]) -> When | None:
    if hit[2] and not hit[6] and _NAMED_SO.match(hit.string, hit.end()):
        return None  # "the H2 offshore wind power project": hydrogen, or a name
    letter, number = (hit[2] or hit[5]).upper(), int(hit[3] or hit[4])
    length = 3 if letter == "Q" else 6
    first = min((number - 1) * length + 1, 13 - length)
    return when_of(hit, "months", first=first, last=first + length - 1, year=year_of(hit[6]) or year_of(hit[1]))


def _range(hit: re.Match[str]) -> When | None:
    first, last = month_of(hit[2]), month_of(hit[3])
    year = year_of(hit[4]) or year_of(hit[1])
    if year.startswith("fiscal"):
        year = str(int(year[6:]) + (first < 4))  # named months of a fiscal year, which begins in April at the earliest
    return when_of(hit, "months", first=first, last=last, year=year, until="range") if first <= last else None


def _long_range(hit: re.Match[str]) -> When:
    return when_of(hit, "span", first=month_of(hit[1]), year=hit[2], last=month_of(hit[3]), until=hit[4])


def _days(hit: re.Match[str]) -> When | None:
    first, last = int(hit[1]), int(hit[2])
    return when_of(hit, "days", first=first, last=last, year=hit[3].lower()) if first <= last <= 31 else None


def _first_days(hit: re.Match[str]) -> When | None:
    """Read "the first 20 days of this month", "the first ten days of May"."""
    last, month = int(hit[1]), hit[2].lower()
    if not 1 < last <= 31:
        return None
    if month in ("this month", "last month", "the month"):
        return when_of(hit, "days", last=last, year="last month" if month == "last month" else "this month")
    return when_of(
        hit, "dates", first=100 * month_of(month) + 1, last=100 * month_of(month) + last, year=year_of(hit[3])
    )


def _day_range(hit: re.Match[str]) -> When | None:
    """Read "Feb. 10 to 17", "Jan 28 - Feb 4" as 210 and 217, 128 and 204."""
    first = 100 * month_of(hit[1]) + int(hit[2])
    last = 100 * month_of(hit[3] or hit[1]) + int(hit[4])
    return when_of(hit, "dates", first=first, last=last, year=year_of(hit[5])) if first < last else None


def _year_to(hit: re.Match[str]) -> When:
    """Read "in the year to April 15": from January on."""
    return when_of(hit, "dates", first=101, last=100 * month_of(hit[1]) + int(hit[2]), year=year_of(hit[3]))


def _so_far(hit: re.Match[str]) -> When:
    return when_of(hit, "sofar", year=hit[1] or "")


def _numbered_quarter(hit: re.Match[str]) -> When:
    first = 3 * int(hit[1]) - 2
    return when_of(hit, "months", first=first, last=first + 2, year=year_of(hit[2]))


def _one_month(hit: re.Match[str]) -> When | None:
    bare = hit[1]
    if bare[0].islower() or (bare.lower() in ("may", "march") and not hit[2] and not _temporal(hit)):
        return None
    up_to = _UP_TO.search(hit.string, max(0, hit.start() - 10), hit.start())
    return when_of(hit, "months", first=1 if up_to else month_of(bare), last=month_of(bare), year=year_of(hit[2]))


def _temporal(hit: re.Match[str]) -> bool:
    """Tell the month from the verb: "in May", "May's", "March alone"."""
    before = hit.string[: hit.start()].rstrip().rsplit(" ", 1)[-1].lower().lstrip("\"'(")
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
    month = month_of(hit[1]) if hit[1] else 12
    year = year_of(hit[2])
    if not hit[1] and not year:
        return None
    return when_of(hit, "point", last=month, year=year)


def _year_end(hit: re.Match[str]) -> When:
    """Read "as of 2023", "by 2023-end"."""
    return when_of(hit, "point", last=12, year=hit[1] or hit[2])


def _as_of_day(hit: re.Match[str]) -> When:
    return when_of(hit, "on", last=100 * month_of(hit[1] or hit[4]) + int(hit[2] or hit[3]), year=year_of(hit[5]))


def _fiscal(hit: re.Match[str]) -> When | None:
    start, end = int(hit[1]), int(hit[2])
    if end != (start + 1) % 100:
        return when_of(hit, "span", year=hit[1], until=str(start // 100 * 100 + end)) if end > start % 100 else None
    return when_of(hit, "fiscal", year=hit[1])


def _ending(hit: re.Match[str]) -> When:
    """Read "the year to June", "three months ended March 31, 2021": so many months up to the end of one."""
    length = 12 if hit[1] else 3 if hit[3] else count(hit[2])
    last = month_of(hit[4] or hit[6] or hit[7])
    return when_of(hit, "ending", first=length, last=last, year=year_of(hit[5] or hit[8]))


def _year_to_end(hit: re.Match[str]) -> When:
    """Read "the year to end-September 2008", "the year to the end of 2008 Q3": twelve months."""
    last = month_of(hit[1]) if hit[1] else 3 * int(hit[3] or hit[6])
    return when_of(hit, "ending", first=12, last=last, year=year_of(hit[2] or hit[4] or hit[5]))


def _to_date(hit: re.Match[str]) -> When:
    return when_of(hit, "months", last=month_of(hit[1] or hit[3]), year=hit[2] or hit[4])


def _fiscal_span(hit: re.Match[str]) -> When:
    return when_of(hit, "fiscal", year=hit[1], until=hit[2])


def _bracketed(hit: re.Match[str]) -> When:
    """Read "during the plan period (2021-25)"; in other brackets years are part of a name."""
    if not hit.string.endswith(("period ", "period"), 0, hit.start()):
        return _date(hit)
    return when_of(hit, "span", year=hit[1], until=hit[1][: 4 - len(hit[2])] + hit[2])


def _fiscal_year(hit: re.Match[str]) -> When:
    return when_of(hit, "fiscal year", year=str(2000 + int(hit[1])))


def _named_fiscal(hit: re.Match[str]) -> When:
    """Read "the 2021 financial year": the one that ends in 2021."""
    return when_of(hit, "fiscal year", year=hit[1] or hit[2])


def _span(hit: re.Match[str]) -> When:
    return when_of(hit, "span", year=hit[1], until=hit[2])


def _past(hit: re.Match[str]) -> When:
    number = 10 if hit[1] else count(hit[2])
    return when_of(hit, "past", last=number)


def _relative(hit: re.Match[str]) -> When:
    word = re.sub(r"\s+", " ", hit[0].lower())
    year = next((name for name in re.findall(YEAR, word)), "")
    if re.match(
        r"(the )?(end of )?(a year|the year before|one year|the previous year|the prior year|last year's"
        r"|the corresponding)",
        word,
    ) or (
        re.match(r"(the )?(same|comparable|equivalent) ", word)
        and re.search(r"last year|previous year|year before|year earlier|prior year|preceding year|(19|20)\d\d", word)
    ):
        return when_of(hit, "before", year=year, first=1, last=12)
    if re.search(r"(quarter|half|month|week)s?$", word) and re.search(r"previous|last|preceding|prior", word):
        return when_of(hit, "back", until="quarter" if "three months" in word else word.rsplit(" ", 1)[-1])
    if word.endswith(("years ago", "years earlier")):
        return when_of(hit, "ago", last=count(word.split()[0]))
    if word.endswith(("year earlier", "year ago", "year before", "prior year", "preceding year")):
        return when_of(hit, "ago", last=1)
    return when_of(hit, "same", until=word)


def _named_year(hit: re.Match[str]) -> When | None:
    if _BEGUN.search(hit.string, max(0, hit.start() - 40), hit.start()):
        return None  # "up 6 percent from the beginning of the year": what a stock is compared with
    if _NAME.match(hit.string, hit.end()) and hit.string.endswith("the ", 0, hit.start(1)):
        return when_of(hit, "date")  # "the 2022 World Trade Conference": a name
    return when_of(hit, "year", year=year_of(hit[1]))


def _date(hit: re.Match[str]) -> When:
    """Mask a date; a month in letters and its day are kept as 314."""
    year = next(iter(re.findall(YEAR, hit[0])), "")
    named, day = re.search(r"[A-Za-z]{3,}(?<!of)", hit[0]), re.search(r"\d{1,2}", hit[0])
    month = MONTHS.get(named[0].lower()[:3], 0) if named else 0
    return when_of(hit, "date", year=year, last=100 * month + int(day[0]) if month and day else 0)


def _since(hit: re.Match[str]) -> When:
    when = "when" if hit.string.startswith(", when", hit.end()) else ""
    return when_of(hit, "since", first=month_of(hit[1]) if hit[1] else 1, year=hit[2], until=when)


_IN_MONTH = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov"
    " november dec december"
)
_IN_COUNT = "two three four five six seven eight nine ten eleven twelve"


# The words that each rule can begin with ("0": one or two digits, "0000": a year), its pattern, its maker.
RULES: list[tuple[str, str, Callable[[re.Match[str]], When | None]]] = [
    # masked: full dates, plans, weekdays
    (
        _IN_MONTH,
        rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?: ?[-–—] ?| to | through )"
        rf"(?:({MONTH}) )?(\d{{1,2}})(?:st|nd|rd|th)?(?:,? ({YEAR}))?"
        r"(?![\d%.,]{0,20}\d| ?(?:percent|million|billion|yuan))",
        _day_range,
    ),
    (
        _IN_MONTH,
        rf"\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?{YEAR})?(?![\d%.,]{{0,20}}\d| ?(?:percent|million|billion|yuan))",
        _date,
    ),
    ("0", rf"\b\d{{1,2}}(?:st|nd|rd|th)? {{0,2}}(?:of )?{MONTH}(?:,? ?{YEAR})?", _date),
    ("0000", r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    ("0", r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    ("0", r"(?<![\d.:])\d{1,2}:\d\d(?::\d\d)?\b(?![:.]\d)(?! ?: ?\d)", _date),
    ("the", r"\bthe \d{1,2}(?:st|nd|rd|th)(?= of (?:this|last) month| of \w+ (?:19|20)| of)(?! to)(?! [A-Z])", _date),
    ("(", r"\(((?:19|20)\d\d)[-–](\d\d|(?:19|20)\d\d)\)", _bracketed),
    # cumulative months, quarters, halves
    ("0000 first", rf"(?:({YEAR})(?:'s)? )?\bfirst {COUNT} months?\b{OF_FISCAL}", _first_months),
    (f"0 0000 {_IN_COUNT}", rf"(?:({YEAR})(?:'s)? )?\b(?<=in ){COUNT} months\b{OF}", _first_months),
    (f"0 {_IN_COUNT}", rf"()\b{COUNT} months into(?: the)? ({WHEN})", _first_months),
    ("0000 first", rf"(?:({YEAR})(?:'s)? )?\bfirst (three|two|3|2) quarters\b{OF_FISCAL}", _quarters),
    (
        "0 0000 first second third fourth",
        rf"(?:({YEAR})(?:'s)? )?\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -](quarter|half(?:[ -]year)?)\b"
        rf"{OF_FISCAL}",
        _part,
    ),
    ("0 0000 q h", rf"(?:({YEAR})(?:'s)? ?)?\b(?:([QH])([1-4])|([1-4])([QH]))\b{OF_FISCAL}", _letter),
    ("quarter", rf"\bquarter ([1-4])\b(?: \([^()]{{3,30}}\))?{OF}", _numbered_quarter),
    (_IN_MONTH, rf"\b({MONTH}),? ({YEAR})(?:{TO}| and )({MONTH}),? ({YEAR})", _long_range),
    (f"0000 {_IN_MONTH}", rf"(?:({YEAR})(?:'s)? )?\b({MONTH})(?:{TO}| and )({MONTH})(?! \d{{1,2}}\b){OF}", _range),
    (
        "0",
        r"\b(\d{1,2})(?:st|nd|rd|th)? (?:to|through) (?:the )?(\d{1,2})(?:st|nd|rd|th)? of (this month|last month)",
        _days,
    ),
    (
        "first",
        rf"\bfirst (\d{{1,2}}) days of (this month|last month|the month|{MONTH})(?:,? (?:of )?({YEAR}))?\b",
        _first_days,
    ),
    # points
    (
        "by at as until up till the end",
        rf"\b(?:by|at|as of|as at|until|up to|till)? ?(?:the )?end[- ](?:of "
        rf"|in )?(?:({MONTH}))?(?: ?(?:of )?({WHEN}))?(?=\W|$)",
        _point,
    ),
    ("as at", rf"\b(?:as of|as at|at) (?:({MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({MONTH}))\b(?:,? ({YEAR}))?", _as_of_day),
    ("as", rf"\bas of ({MONTH})(?: (?:of )?({WHEN}))?", _point),
    ("as by at", rf"\bas of (?:the )?({YEAR})(?:[- ]end\b)?|\b(?:by|at) (?:the )?({YEAR})[- ]end\b", _year_end),
    # spans and comparisons
    (
        f"0 {_IN_COUNT} the year fiscal quarter",
        rf"\b(?:the )?(?:((?:fiscal|financial)(?: year)?|year)|(?:{COUNT} months|(quarter)))"
        r" (?:(?:to|ending|ended|ending in|through) (?:the end of )?"
        rf"({MONTH})(?! \d{{1,2}}(?!\d))(?: ({WHEN}))?"
        rf"|(?:ending|ended)(?: on)? (?:({MONTH}) {LAST}|{LAST} ({MONTH})),? ({YEAR}))",
        _ending,
    ),
    ("the year", rf"\b(?:the )?year to ({MONTH}) (\d{{1,2}})\b(?:,? ({YEAR}))?", _year_to),
    (
        "the",
        rf"\bthe year to (?:the )?end[- ](?:of )?"
        rf"(?:({MONTH})(?: ({WHEN}))?|(?:Q([1-4]) ({YEAR})|({YEAR}) Q([1-4])))",
        _year_to_end,
    ),
    ("from between", rf"\b(?:from|between) ({YEAR})(?: to | and | through |-)({YEAR})\b", _span),
    ("0000", rf"\b({YEAR})-\d\d (?:to|and) ({YEAR})-\d\d\b", _fiscal_span),
    (
        "0000 the financial fiscal",
        r"\b(?:the )?(?:(20\d\d) (?:financial|fiscal) year\b|(?:financial|fiscal) year (20\d\d)\b(?![-–/]\d))",
        _named_fiscal,
    ),
    ("fy", r"\bFY ?(?:20)?(\d\d)\b(?!-)", _fiscal_year),
    (
        f"{_IN_MONTH} year",
        rf"\b({MONTH}) ({YEAR}) year[- ]to[- ]date|\byear[- ]to[- ]date in ({MONTH}) ({YEAR})",
        _to_date,
    ),
    ("0000 the", rf"\b(?:the (?:financial |fiscal )?year )?({YEAR})[-–/](\d\d)\b(?![-/]\d)", _fiscal),
    ("0000", rf"\b({YEAR})[-–]({YEAR})\b", _span),
    ("since", rf"\bsince (?:({MONTH}) )?({YEAR})\b", _since),
    ("the past last previous", rf"\b(?:the )?(?:past|last|previous) (?:(decade)|{COUNT} years)\b", _past),
    (
        "the same corresponding comparable equivalent",
        r"\b(?:the )?(?:same|corresponding|comparable|equivalent) (?:period|months?|quarter|half|time|term)s?"
        r"(?: (?:of |in |from )?(?:the )?(?:last year|previous year|year before|year earlier|prior year|preceding year"
        r"|(?:19|20)\d\d))?",
        _relative,
    ),
    (
        f"0 {_IN_COUNT} a one the",
        r"\b(?:a|one) year (?:earlier|ago|before)\b|\bthe (?:year before|prior year|preceding year)\b"
        r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years (?:ago|earlier)\b",
        _relative,
    ),
    (
        "the previous last preceding prior",
        r"\b(?:the )?(?:previous|last|preceding|prior) "
        r"(?:three quarters|two quarters|three months|quarter|month|half|week)s?\b",
        _relative,
    ),
    (
        "this the that half",
        r"\b(?:this|the|that) (?:month|quarter|half(?:[ -]year)?(?! of)|period|time frame)\b|\bhalf year\b"
        r"|\bthe (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)(?: months\b|[- ]month period\b)"
        r"|\bthe (?:full|whole|entire|full fiscal) year\b(?! (?:of )?(?:19|20)\d\d)",
        _relative,
    ),
    (
        "so since this year ytd",
        r"\bytd\b|\byear[- ]to[- ]date\b|\bso far this year\b"
        r"|\bsince the (?:beginning|start) of (?:(?:this|the) year\b|((?:19|20)\d\d)(?!\d))"
        r"|\bthis year (?:so far|to date)\b",
        _so_far,
    ),
    # one month, a year
    (_IN_MONTH, rf"\b({MONTH})(?! \d{{1,2}}(?!\d))(?:,? (?:of )?({WHEN}))?", _one_month),
    ("the", rf"\bthe (?:calendar )?year ({YEAR})\b", _named_year),
    ("0000 this last the that next", rf"\b({WHEN})\b(?:-end)?", _named_year),
]


MONTH_WORDS = frozenset(_IN_MONTH.split())

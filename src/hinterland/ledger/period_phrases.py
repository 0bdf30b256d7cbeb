"""English expressions of time: `find` masks every date and period in a sentence."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from hinterland.ledger.periods import When, count

MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if name}


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


def find(text: str, words: list[str], starts: list[int]) -> list[When]:
    """Find the expressions of time in a sentence cut into lower-case words, in order, none overlapping."""
    found: list[When] = []
    done = 0
    for i, word in enumerate(words):
        if word in _OPENERS:
            begin = starts[i] if word not in _AFTER or _goes_on(words, i) else -1
        elif word[0].isdigit():
            begin = _begin(word, starts[i])
        else:
            continue
        start = _START.match(text, begin) if begin >= done else None
        if start is not None:
            when, done = _expression(text, start)
            if when is not None:
                when.lead = _lead(text, when.start)
                found.append(when)
    return found


def _goes_on(words: list[str], i: int) -> bool:
    """Tell whether the word after an article or a preposition can belong to a time."""
    after = words[i + 1] if i + 1 < len(words) else " "
    return after in _AFTER[words[i]] or after[0].isdigit()


def _begin(word: str, at: int) -> int:
    """Give the place in digits where a time can begin: a day, a year, the year in "3.2023"; -1 in amounts."""
    length = len(word)
    if length < 3 or (word[:2] in _CENTURIES and word[4:5] in ("", ".")):
        return at
    whole, stop, rest = word.partition(".")
    if len(rest) == 4 and rest[:2] in _CENTURIES:
        return at + length - 4
    return at if stop and len(whole) < 3 and len(rest) < 3 else -1


def _expression(text: str, start: re.Match[str]) -> tuple[When | None, int]:
    """Read the expression that begins at a start, or past its article or preposition; say where to go on."""
    begin, end = start.span()
    while True:
        for pattern, build in _BY_SIGN.get(text[begin : begin + 1].lower(), ()):
            hit = pattern.match(text, begin)
            if hit is not None:
                return build(hit), max(hit.end(), end)
        begin = text.find(" ", begin, end) + 1
        if not begin:
            return None, end


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


def _year_of(word: str | None) -> str:
    return (word or "").lower()


def _when(hit: re.Match[str], kind: str, **parts: int | str) -> When:
    return When(hit.start(), hit.end(), kind, **parts)  # type: ignore[arg-type]


def _first_months(hit: re.Match[str]) -> When | None:
    number = count(hit[2])
    year = _year_of(hit[3]) or _year_of(hit[1])
    return _when(hit, "months", last=number, year=year) if 1 <= number <= 12 else None


def _quarters(hit: re.Match[str]) -> When:
    quarters = 3 if hit[2].lower() in ("three", "3") else 2
    return _when(hit, "months", last=3 * quarters, year=_year_of(hit[3]) or _year_of(hit[1]))


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


def _ending(hit: re.Match[str]) -> When:
    length = 12 if hit[1] else count(hit[2])
    return _when(hit, "ending", first=length, last=_month(hit[3]), year=_year_of(hit[4]))


def _to_date(hit: re.Match[str]) -> When:
    return _when(hit, "months", last=_month(hit[1] or hit[3]), year=hit[2] or hit[4])


def _fiscal_span(hit: re.Match[str]) -> When:
    return _when(hit, "fiscal", year=hit[1], until=hit[2])


def _fiscal_year(hit: re.Match[str]) -> When:
    return _when(hit, "fiscal", year=str(1999 + int(hit[1])))


def _span(hit: re.Match[str]) -> When:
    return _when(hit, "span", year=hit[1], until=hit[2])


def _past(hit: re.Match[str]) -> When:
    number = 10 if hit[1] else count(hit[2])
    return _when(hit, "past", last=number)


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
        return _when(hit, "back", until="quarter" if "three months" in word else word.rsplit(" ", 1)[-1])
    if word.endswith(("years ago", "years earlier")):
        return _when(hit, "ago", last=count(word.split()[0]))
    return _when(hit, "same", until=word)


def _named_year(hit: re.Match[str]) -> When:
    return _when(hit, "year", year=_year_of(hit[1]))


def _date(hit: re.Match[str]) -> When:
    return _when(hit, "date", year=next(iter(re.findall(_YEAR, hit[0])), ""))


def _since(hit: re.Match[str]) -> When:
    when = "when" if hit.string.startswith(", when", hit.end()) else ""
    return _when(hit, "since", first=_month(hit[1]) if hit[1] else 1, year=hit[2], until=when)


_DIGIT = "0123456789"
_IN_MONTH = "adfjmnos"  # the first letters of months
_IN_COUNT = "0123456789efnst"  # and of counts


# Each rule with the signs that it can begin with, its pattern, and what it makes of a hit. The first that fits wins.
_BUILD: list[tuple[str, str, Callable[[re.Match[str]], When | None]]] = [
    # masked: full dates, plans, weekdays
    (_IN_MONTH, rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?{_YEAR})?(?![\d%.,]*\d| ?(?:percent|million|billion|yuan))", _date),
    (_DIGIT, rf"\b\d{{1,2}}(?:st|nd|rd|th)? {{0,2}}(?:of )?{_MONTH}(?:,? ?{_YEAR})?", _date),
    (_DIGIT, r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    (_DIGIT, r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b(?: \d\d:\d\d(?::\d\d)?)?", _date),
    (_DIGIT, r"(?<![\d.:])\d{1,2}:\d\d(?::\d\d)?\b(?![:.]\d)(?! ?: ?\d)", _date),
    ("t", r"\bthe \d{1,2}(?:st|nd|rd|th)(?= of (?:this|last) month| of \w+ (?:19|20)| of)(?! to)(?! [A-Z])", _date),
    ("(", r"\((?:(?:19|20)\d\d)[-–](?:\d\d|(?:19|20)\d\d)\)", _date),
    # cumulative months, quarters, halves
    (_DIGIT + "f", rf"(?:({_YEAR})(?:'s)? )?\bfirst {_COUNT} months\b{_OF}", _first_months),
    (_IN_COUNT, rf"(?:({_YEAR})(?:'s)? )?\b(?<=in ){_COUNT} months\b{_OF}", _first_months),
    (_DIGIT + "f", rf"(?:({_YEAR})(?:'s)? )?\bfirst (three|two|3|2) quarters\b{_OF}", _quarters),
    (
        _DIGIT + "fst",
        rf"(?:({_YEAR})(?:'s)? )?\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -](quarter|half(?:[ -]year)?)\b{_OF}",
        _part,
    ),
    (_DIGIT + "qh", rf"(?:({_YEAR})(?:'s)? ?)?\b(?:([QH])([1-4])|([1-4])([QH]))\b{_OF}", _letter),
    (_IN_MONTH, rf"\b({_MONTH}) ({_YEAR})(?:{_TO}| and )({_MONTH}) ({_YEAR})", _long_range),
    (_DIGIT + _IN_MONTH, rf"(?:({_YEAR})(?:'s)? )?\b({_MONTH})(?:{_TO}| and )({_MONTH})(?! \d{{1,2}}\b){_OF}", _range),
    (
        _DIGIT,
        r"\b(\d{1,2})(?:st|nd|rd|th)? (?:to|through) (?:the )?(\d{1,2})(?:st|nd|rd|th)? of (this month|last month)",
        _days,
    ),
    # points
    (
        "abeut",
        rf"\b(?:by|at|as of|as at|until|up to|till)? ?(?:the )?end[- ](?:of "
        rf"|in )?(?:({_MONTH}))?(?: ?(?:of )?({_WHEN}))?(?=\W|$)",
        _point,
    ),
    ("a", rf"\bas of ({_MONTH})(?: (?:of )?({_WHEN}))?", _point),
    # spans and comparisons
    (
        _IN_COUNT + "y",
        rf"\b(?:the )?(?:(year)|{_COUNT} months) (?:to|ending|ended|ending in|through) (?:the end of )?"
        rf"({_MONTH})(?: ({_WHEN}))?",
        _ending,
    ),
    ("bf", rf"\b(?:from|between) ({_YEAR})(?: to | and | through |-)({_YEAR})\b", _span),
    (_DIGIT, rf"\b({_YEAR})-\d\d (?:to|and) ({_YEAR})-\d\d\b", _fiscal_span),
    ("f", r"\bFY ?(?:20)?(\d\d)\b(?!-)", _fiscal_year),
    (_IN_MONTH + "y", rf"\b({_MONTH}) ({_YEAR}) year[- ]to[- ]date|\byear[- ]to[- ]date in ({_MONTH}) ({_YEAR})", _to_date),
    (_DIGIT, rf"\b({_YEAR})[-–/](\d\d)\b(?![-/]\d)", _fiscal),
    (_DIGIT, rf"\b({_YEAR})[-–]({_YEAR})\b", _span),
    ("s", rf"\bsince (?:({_MONTH}) )?({_YEAR})\b", _since),
    ("lpt", rf"\b(?:the )?(?:past|last|previous) (?:(decade)|{_COUNT} years)\b", _past),
    (
        "cst",
        r"\b(?:the )?(?:same|corresponding) (?:period|months?|quarter|half|time|term)s?(?: (?:of |in "
        r"|from )?(?:the )?(?:last year|previous year|year before|year earlier|prior year|preceding year"
        r"|(?:19|20)\d\d))?",
        _relative,
    ),
    (
        _IN_COUNT + "ao",
        r"\b(?:a|one) year (?:earlier|ago|before)\b|\bthe (?:year before|prior year|preceding year)\b"
        r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years (?:ago|earlier)\b",
        _relative,
    ),
    (
        "lpt",
        r"\b(?:the )?(?:previous|last|preceding|prior) "
        r"(?:three quarters|two quarters|three months|quarter|month|half|week)s?\b",
        _relative,
    ),
    (
        "ht",
        r"\b(?:this|the|that) (?:month|quarter|half(?:[ -]year)?(?! of)|period|time frame)\b|\bhalf year\b"
        r"|\bthe (?:\d{1,2}|two|three|six|eight|nine|ten|eleven) months\b",
        _relative,
    ),
    # one month, a year
    (_IN_MONTH, rf"\b({_MONTH})(?! \d{{1,2}}(?!\d))(?:,? (?:of )?({_WHEN}))?", _one_month),
    (_DIGIT + "lnt", rf"\b({_WHEN})\b(?:-end)?", _named_year),
]


_BY_SIGN: dict[str, list[tuple[re.Pattern[str], Callable[[re.Match[str]], When | None]]]] = {}
for _signs, _pattern, _build in _BUILD:
    _rule = re.compile(_pattern, re.I), _build
    for _sign in _signs:
        _BY_SIGN.setdefault(_sign, []).append(_rule)


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

# The words that the pattern above can begin with, so that all others cost one look-up; digits begin with themselves.
_CENTURIES = ("19", "20")
_MONTH_WORDS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov"
    " november dec december".split()
)
_NAMED = frozenset(
    "first second third fourth past last previous same corresponding prior preceding current next month quarter half"
    " period year time two three four five six seven eight nine ten eleven".split()
)
_END = frozenset(("the", "end")) | _MONTH_WORDS
_AFTER = dict.fromkeys("the this that a one".split(), _NAMED)
_AFTER |= dict.fromkeys("by at until till from between since".split(), _END)
_AFTER |= {"as": frozenset(("of", "at")), "up": frozenset(("to",))}
_OPENERS = frozenset(("(", "q", "h", "fy", "end", *_AFTER)) | _NAMED | _MONTH_WORDS

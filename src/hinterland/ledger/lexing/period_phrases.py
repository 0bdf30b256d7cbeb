"""English expressions of time: `find` masks every date and period in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hinterland.ledger.lexing.period_rules import MONTH_WORDS, RULES
from hinterland.ledger.lexing.periods import When

_MONTH_START = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], When | None]]
_KINDS = frozenset(word for row in RULES for word in row[0].split()) | {"0.0"}


# Where an expression can begin, in lower case: the long pattern is tried only there.
_START = re.compile(
    rf"\((?=(?:19|20)\d\d)|(?<![^\W\d_])(?:(?=(?:19|20)\d\d(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\b(?! ?\.\d)[ :-]"
    rf"{{0,2}}(?:\d\d\b|of\b|to\b|month|year|{_MONTH_START})|\d{{1,2}}[-/.]\d{{1,2}}[-/.]|[1-4][qh]\b)\d"
    rf"|(?:{_MONTH_START})[a-z]{{0,6}}\b|[qh][1-4]\b|fy ?\d|end[- ]"
    r"|(?:the |this |that |a |one )?(?:so far|full|whole|entire|fiscal|financial|first|second|third|fourth|1st"
    r"|past|last|previous|same"
    r"|corresponding|comparable|equivalent|prior|preceding|ytd"
    r"|current|next|month|quarter|half|period|year|time frame|two|three|four|five|six|seven|eight|nine|ten|eleven)\b"
    r"|the \d|(?:by|at|as of|as at|until|up to|till|from|between|since) (?:the )?(?:end|beginning|start|\d"
    rf"|{_MONTH_START}))"
)
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")  # but not that of \W


# The words that the pattern above can begin with, so that all others cost one look-up; digits begin with themselves.
_CENTURIES = ("19", "20")
_NAMED = frozenset(
    "first second third fourth past last previous same corresponding comparable equivalent prior preceding"
    " current next month quarter half period year time fiscal financial"
    " two three four five six seven eight nine ten eleven".split()
)
_END = frozenset(("the", "end")) | MONTH_WORDS
_AFTER = dict.fromkeys("the this that a one".split(), _NAMED)
_AFTER["the"] |= {"full", "whole", "entire", "fiscal", "financial"}
_AFTER |= dict.fromkeys("by at until till from between since".split(), _END)
_AFTER |= {"year": frozenset(("to", "ending", "ended", "through"))}  # most years are of "year-on-year"
_AFTER |= {"as": frozenset(("of", "at")), "up": frozenset(("to",)), "so": frozenset(("far",))}
_OPENS = frozenset(("started", "start", "starts", "began", "begins", "opened", "off", "ended", "closed", "finished"))
_OPENERS = frozenset(("(", "q", "h", "fy", "ytd", "end", *_AFTER)) | _NAMED | MONTH_WORDS


_THEN = (["period"], ["holiday"], ["season"], ["that"], ["those"], ["figure"])  # "from the holiday period in 2019"
_MEASURED_FROM = frozenset(("from", "over", "than", "with"))


def find(text: str, low: str, words: list[str], starts: list[int]) -> list[When]:
    """Find the expressions of time in a sentence, given in lower case and as words too, in order, none overlapping.

    Where one stands is looked for in lower case: a pattern that ignores case takes twice as long.
    """
    found: list[When] = []
    done = 0
    for i, word in enumerate(words):
        if word in _OPENERS:
            begin = starts[i] if word not in _AFTER or _goes_on(words, i) else -1
        elif "a" <= word < "{" or not word[0].isdecimal():  # the letters go first: most words begin with one
            continue
        else:
            begin = _begin(word, starts[i])
        start = _START.match(low, begin) if begin >= done else None
        if start is not None:
            when, done = _expression(text, low, words, starts, i, start)
            if when is not None:
                when.lead = _lead(text, when.start)
                if when.kind == "ending" and when.lead == "over":
                    when.lead = "in"  # "rose over the year to June": the time itself, and no yardstick
                found.append(when)
    return _in_the_year_that_began(text, found)


def _in_the_year_that_began(text: str, found: list[When]) -> list[When]:
    """Read "started 2024 with 4 percent more trade in the first quarter": the quarter is of that year."""
    for number, year in enumerate(found):
        if year.kind == "year" and year.year.isdigit() and year.lead in _OPENS:
            for when in found[number + 1 :]:
                if when.kind in ("months", "point") and not when.year and when.lead not in ("than", "from", "over"):
                    when.year = year.year
    return found


def match(text: str, low: str, at: int, word: str) -> tuple[When | None, int] | None:
    """Read the expression that begins with a word: what it says, if anything, and where it ends."""
    kind = word if not word[0].isdecimal() else "0" if len(word) < 3 else "0000" if word.isdecimal() else "0.0"
    if kind not in _KINDS:
        return None
    pattern, rules = rules_of(kind)
    hit = pattern.match(low, at)
    if hit is None:
        return None
    pattern, build = rules[int((hit.lastgroup or "r0")[1:])]
    exact = pattern.match(text, at)
    return (build(exact) if exact else None), hit.end()


@cache
def rules_of(kind: str) -> tuple[re.Pattern[str], list[Rule]]:
    """List the rules for what begins with a word, and one pattern that tells in lower case which of them fits first."""
    rows = [row for row in RULES if kind in row[0].split() or (kind == "0.0" and "0" in row[0])]
    lower = (_CAPITAL.sub(lambda letter: letter[0].lower(), row[1]) for row in rows)
    first = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(lower))
    return re.compile(first), [(re.compile(row[1], re.I), row[2]) for row in rows]


def _goes_on(words: list[str], i: int) -> bool:
    """Tell whether the word after an article or a preposition can belong to a time."""
    after = words[i + 1] if i + 1 < len(words) else " "
    return after in _AFTER[words[i]] or after[0].isdecimal()


def _begin(word: str, at: int) -> int:
    """Give the place in digits where a time can begin: a day, a year, the year in "3.2023"; -1 in amounts."""
    length = len(word)
    if length < 3 or (word[:2] in _CENTURIES and word[4:5] in ("", ".")):
        return at
    whole, stop, rest = word.partition(".")
    if len(rest) == 4 and rest[:2] in _CENTURIES:
        return at + length - 4
    return at if stop and len(whole) < 3 and len(rest) < 3 else -1


def _expression(
    text: str, low: str, words: list[str], starts: list[int], i: int, start: re.Match[str]
) -> tuple[When | None, int]:
    """Read the expression that begins at a start, or past its article or preposition; say where to go on."""
    begin, end = start.span()
    while True:
        found = match(text, low, begin, words[i])
        if found is not None:
            return found[0], max(found[1], end)
        i += 1
        if i == len(words) or starts[i] >= end or text[starts[i] - 1] != " ":
            return None, end
        begin = starts[i]


def _lead(text: str, at: int) -> str:
    """Read the preposition before an expression, past an article."""
    words = text[max(0, at - 30) : at].lower().rstrip().split()
    if words[-2:] in (["that", "of"], ["those", "of"]):
        return "than"
    while words and words[-1] in ("the", "its", "a", "level", "same", "period", "of", "that"):
        if words[-1] == "of" and words[-2:-1] not in (["period"], ["same"], ["that"]):
            break
        words.pop()
    if (
        (words[-1:] in (["in"], ["of"]) and words[-2:-1] in (["level"], ["levels"]))
        or (words[-1:] in (["in"], ["of"]) and words[-2:-1] in _THEN and not _MEASURED_FROM.isdisjoint(words[-6:-2]))
        or words[-2:] == ["than", "in"]
        or (words[-1:] in (["to"], ["with"]) and words[-2:-1] in (["compared"], ["relative"], ["comparison"]))
    ):
        return "than"
    return words[-1].strip("(") if words else ""

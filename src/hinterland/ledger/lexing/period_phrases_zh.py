"""Chinese expressions of time, read to the same `When` as English ones."""

from __future__ import annotations

import re

from hinterland.ledger.lexing.periods import When

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "十一": 11, "十二": 12}
_YEAR = r"(?:((?:19|20)\d\d)年|(今年|去年|上年|本年|当年|全年))?(?:的)?"
_N = r"(十一|十二|[一二两三四五六七八九十]|\d{1,2})"
_NAMED = {"今年": "this year", "本年": "this year", "去年": "last year", "上年": "last year", "当年": "", "全年": ""}


def find(text: str) -> list[When]:
    """Find the expressions of time in a Chinese sentence, in order."""
    found: list[When] = []
    for hit in _ANY.finditer(text):
        number = int((hit.lastgroup or "r0")[1:])
        exact = _RULES[number][0].match(text, hit.start())
        if exact is not None:
            found.append(_RULES[number][1](exact))
    return found


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _DIGITS[word]


def _year(hit: re.Match[str]) -> str:
    return hit[1] or _NAMED.get(hit[2] or "", "")


def _make(hit: re.Match[str], kind: str, first: int = 1, last: int = 12) -> When:
    lead = "than" if hit.start() and hit.string[hit.start() - 1] in "比较" else "in"
    return When(hit.start(), hit.end(), kind, first, min(last, 12), _year(hit), lead=lead)


def _before(hit: re.Match[str]) -> When:
    return When(hit.start(), hit.end(), "before", lead="than")


def _date(hit: re.Match[str]) -> When:
    return When(hit.start(), hit.end(), "date", year=hit[1] or "")


def _quarter(hit: re.Match[str]) -> When:
    number = _count(hit[3])
    return _make(hit, "months", 3 * number - 2, 3 * number)


_BUILD = [
    (rf"{_YEAR}\d{{1,2}}月\d{{1,2}}日", _date),
    (r"()(?:今年以来|年初以来|年内)", lambda hit: When(hit.start(), hit.end(), "sofar", lead="in")),
    (rf"自{_YEAR}\d{{1,2}}月(?:份)?以来", _date),
    (r"((?:19|20)\d\d)年同期", lambda hit: When(hit.start(), hit.end(), "before", year=hit[1], lead="than")),
    (r"()(?:上年|去年)同期|同期", _before),
    (r"()连续(?:\d{1,3}|[一二三四五六七八九十]{1,3})个?(?:月|季度|年)", _date),
    (rf"{_YEAR}前{_N}个?季度", lambda hit: _make(hit, "months", 1, 3 * _count(hit[3]))),
    (rf"{_YEAR}前{_N}个?月", lambda hit: _make(hit, "months", 1, _count(hit[3]))),
    (rf"{_YEAR}(?:第)?{_N}季度", _quarter),
    (
        rf"{_YEAR}(\d{{1,2}})月?[-至到~—](\d{{1,2}})月(?:份)?",
        lambda hit: _make(hit, "months", int(hit[3]), int(hit[4])),
    ),
    (rf"{_YEAR}上半年", lambda hit: _make(hit, "months", 1, 6)),
    (rf"{_YEAR}下半年", lambda hit: _make(hit, "months", 7, 12)),
    (rf"(?:截至)?{_YEAR}(\d{{1,2}})月[末底]", lambda hit: _make(hit, "point", last=int(hit[3]))),
    (rf"(?:截至)?{_YEAR}(?:年底|年末|末|底)", lambda hit: _make(hit, "point")),
    (rf"{_YEAR}(\d{{1,2}})月(?:份)?", lambda hit: _make(hit, "months", int(hit[3]), int(hit[3]))),
    (r"((?:19|20)\d\d)年()", lambda hit: _make(hit, "year")),
    (r"()全年", lambda hit: When(hit.start(), hit.end(), "same", until="the full year", lead="in")),
    (r"()(今年|去年|上年)", lambda hit: _make(hit, "year")),
    (r"()(?:“?十[一二三四五]五”?)(?:规划|时期)?()", _date),
]
_RULES = [(re.compile(pattern), build) for pattern, build in _BUILD]
_ANY = re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(_BUILD)))

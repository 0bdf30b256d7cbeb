"""What no language holds: numbers that are no figures, sentences of a hundred numbers, lines of digits. None is read.

Nothing is passed over in silence: each is listed with its place and with how many numbers stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_NUMBERS = 100  # in one sentence; the longest of true ones held twelve
MOST_DIGITS = 20  # of a whole number, or after its point: a GDP in rupiah has seventeen
FEW_DIGITS, FEW_NUMBERS = 12, 4  # what holds no more may be a date, a telephone number, the end of a wrapped line
MOST_DIGITS_A_LETTER = 2  # the fewest letters of true ones: "June 2018 [€176.6Bn]", six to eight digits
SHOWN = 24  # characters of such a number in a message

_LONG = (
    rf"(?<![\d.]\d)(?:\d{{{MOST_DIGITS},}}+|\d{{0,2}}(?:,\d{{3}}){{7,}}+)(?:\.\d++)?"  # the digits before the point
    rf"|(?<![\d.]\d)\d{{0,{MOST_DIGITS - 1}}}+(?:,\d{{3}}){{0,6}}+\.\d{{{MOST_DIGITS + 1},}}+"  # and those after it
)
_POWER = (
    r"(?<![A-Za-z\d.]\d)[\d.,]{0,20}+[eE][+-]?\d++(?![A-Za-z])"  # 2.5e6
    r"|(?<![A-Za-z\d.]\d)[\d.,]{0,20}+ ?[x×*·] ?10(?:(?:\^|\*\*)[+-]?\d++|[⁻⁺]?[⁰¹²³⁴-⁹]++)"  # 2.5 × 10^6
    r"|(?<!\d1)0(?:(?:\^|\*\*)[+-]?\d++|[⁻⁺]?[⁰¹²³⁴-⁹]++)"  # 10^6
)
_NO_FIGURE = re.compile(rf"\d(?:{_LONG}|{_POWER})")
_MAYBE = re.compile(rf"\d(?:[\d.,]{{{MOST_DIGITS}}}|[eE][\d+-]|0[\^*⁻⁺⁰¹²³⁴-⁹])")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?!\d)|\d++(?:\.\d++)?")


@dataclass(frozen=True, slots=True)
class Passed:
    """Mark a stretch of a document that was not read, why ("number" or "run"), and how many numbers stand in it."""

    kind: str
    start: int
    end: int
    numbers: int = 1


def without_numbers_that_are_none(text: str) -> tuple[str, list[Passed]]:
    """Cover numbers of more digits than anything is measured in, and powers of ten, character for character."""
    if _MAYBE.search(text) is None:
        return text, []
    passed = [Passed("number", *hit.span()) for hit in _NO_FIGURE.finditer(text)]
    pieces, last = [], 0
    for row in passed:
        pieces += [text[last : row.start], "_" * (row.end - row.start)]
        last = row.end
    return ("".join([*pieces, text[last:]]) if pieces else text), passed


def sentences_that_are_none(text: str, start: int, end: int) -> Iterator[Passed | tuple[int, int]]:
    """Yield a sentence's span; one of too many numbers in parts that semicolons end, and as passed where none helps."""
    crowded = len(_DIGIT.findall(text, start, end)) > FEW_DIGITS
    numbers = len(_NUMBER.findall(text, start, end)) if crowded else 0
    if numbers > FEW_NUMBERS and _is_without_words(text[start:end]):
        yield Passed("run", start, end, numbers)
        return
    if numbers <= MOST_NUMBERS:
        yield start, end
        return
    begin, count = start, 0
    for first, _, numbers in _parts(text, start, end):
        if begin < first and count + numbers > MOST_NUMBERS:
            yield _told(begin, first, count)
            begin, count = first, 0
        count += numbers
    yield _told(begin, end, count)


def _is_without_words(line: str) -> bool:
    return sum(map(str.isdigit, line)) > MOST_DIGITS_A_LETTER * sum(map(str.isalpha, line))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the parts that semicolons end, with their numbers."""
    while start < end:
        stop = text.find(";", start, end) + 1 or end
        yield start, stop, len(_NUMBER.findall(text, start, stop))
        start = stop


def _told(start: int, end: int, numbers: int) -> Passed | tuple[int, int]:
    return (start, end) if numbers <= MOST_NUMBERS else Passed("run", start, end, numbers)


def shown(text: str, passed: Passed) -> str:
    """Print a stretch that was passed over, the middle of a long one left out."""
    piece = text[passed.start : passed.end]
    return piece if len(piece) <= SHOWN else f"{piece[: SHOWN // 2]}…{piece[-4:]}"

"""Paragraphs and sentences, as spans of a document's text."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDTH = 34  # characters: a shorter line is an item or a heading; one of three times the width is a paragraph
_STOPS = ".!?;:|。！？；："
_HEAD = 6  # lines that may stand above a text
LONGEST = 2_000  # characters: a longer run without a full stop is cut, so that no pattern ever sees more

_END = re.compile(
    r"[.!?;。！？■](?:(?<=[.!?])(?:[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9£$€])|(?=\s*$))|(?<=[。！？])[”’」）]?|(?<=■)"
    r"|(?<=[a-z)]\.)(?=[A-Z][a-z])|(?<=;)(?=\s*\n))"
)
_LAST_WORD = re.compile(r"\b\w{1,6}$")
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr St No Rs Inc Ltd Co Corp approx vs etc Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Prof Gen pct"
    " al A B C D E F G H I J K L M N O P Q R S T U V W X Y Z".split()
)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """List the spans of the lines that hold any word."""
    spans = []
    for line in re.finditer(r"[^\n\r\x0b\x0c\u2028\u2029]+", text[start:end]):
        stripped = line[0].strip()
        if stripped:
            begin = start + line.start() + line[0].index(stripped[0])
            spans.append((begin, begin + len(stripped)))
    return spans


def unwrapped(text: str, lines: list[tuple[int, int]], laid_out: bool = False) -> list[tuple[int, int]]:
    """Join the lines of a text that was broken at a fixed width, so that its sentences are whole again.

    Of a text that is `laid_out` on pages every line is broken so, and one that goes on in lower case shows it.
    """
    runs: list[list[tuple[int, int]]] = []
    for line in lines:
        if runs and text.count("\n", runs[-1][-1][1], line[0]) == 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    runs = [*_head(text, runs[0]), *runs[1:]] if runs else []
    return [line for run in runs for line in (_joined(text, run) if _is_wrapped(text, run, laid_out) else run)]


def _head(text: str, run: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Part the lines above a text that end before they are full: a title, an office, a day.

    The next word would have had room on such a line, and begins like a line of its own.
    """
    width = 0.8 * max((end - start for start, end in run if _goes_on(text, (start, end))), default=0)
    parted, begin = [], 0
    for number, ((start, end), (after, _)) in enumerate(pairwise(run[:_HEAD]), start=1):
        if text[end - 1] in _STOPS or end - start + 1 + _first_word(text, after) > width:
            break
        if not text[after].islower():
            parted.append(run[begin:number])
            begin = number
    return [*parted, run[begin:]]


def _first_word(text: str, start: int) -> int:
    return len(text[start : start + _WIDTH].split()[0])


def _is_wrapped(text: str, run: list[tuple[int, int]], laid_out: bool) -> bool:
    """Tell prose broken at a width from a list: most of its lines that end no sentence go on in lower case."""
    on = [text[after[0]] for line, after in pairwise(run) if _goes_on(text, line)]
    return len(on) > (0 if laid_out else 1) and 2 * sum(sign.islower() or sign.isdigit() for sign in on) >= len(on)


def _goes_on(text: str, line: tuple[int, int]) -> bool:
    return _WIDTH < line[1] - line[0] < 3 * _WIDTH and text[line[1] - 1] not in _STOPS


def _joined(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = [run[0]]
    for line, after in pairwise(run):
        if _goes_on(text, line):
            spans[-1] = (spans[-1][0], after[1])
        else:
            spans.append(after)
    return spans


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """List the spans of the sentences of a paragraph."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _END.finditer(text, start, end):
        at, after = stop.span()
        if text[at] == "." and after < end and (_is_abbreviation(text, begin, at) or _is_list_number(text, begin, at)):
            continue
        spans += _cut(text, begin, after)
        begin = after
    return spans + _cut(text, begin, end)


def _is_abbreviation(text: str, begin: int, stop: int) -> bool:
    """Tell "Mr. Li" and "J. Li" from the end of a sentence."""
    word = _LAST_WORD.search(text, max(begin, stop - 7), stop)
    return word is not None and word[0] in _ABBREVIATIONS


def _is_list_number(text: str, begin: int, stop: int) -> bool:
    """Tell "1. Home" from the end of a sentence."""
    return text[begin:stop].strip().isdigit()


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Trim a span, and cut it at spaces where it is too long to be a sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    pieces = []
    while end - start > LONGEST:
        middle = text.rfind(" ", start, start + LONGEST)
        middle = middle if middle > start else start + LONGEST
        pieces.append((start, middle))
        start = middle
    return [*pieces, (start, end)] if start < end else pieces

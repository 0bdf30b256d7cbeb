"""Count the steps that a pattern takes: a small backtracking matcher over the parse tree that `re` itself compiles.

Seconds differ from machine to machine; steps do not. The matcher takes the same way as `re` (greedy first, alternatives
in order), so a pattern that backtracks quadratically there does here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Then = Callable[[int], bool]
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    op.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    op.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


class TooManySteps(Exception):
    """Say that a pattern went beyond the steps it was given."""


class Steps:
    """Run one pattern over a text as `finditer` does, and count."""

    def __init__(self, pattern: re.Pattern[str], limit: int = 400_000) -> None:
        self.tree = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
        self.indexed: dict[int, dict[str, list[tuple[int, list[Any]]]]] = {}
        self.flags, self.limit, self.count, self.text = pattern.flags, limit, 0, ""

    def over(self, text: str) -> tuple[int, list[tuple[int, int]]]:
        """Give the steps over a whole text, and the spans found."""
        self.text, self.count = text, 0
        found, at = [], 0
        while at <= len(text):
            end = self.match(at)
            if end is None:
                at += 1
                continue
            found.append((at, end))
            at = end if end > at else at + 1
        return self.count, found

    def match(self, at: int) -> int | None:
        ends: list[int] = []
        self.walk(self.tree, 0, at, lambda end: ends.append(end) is None, self.flags)
        return ends[0] if ends else None

    def walk(self, ops: list[Any], i: int, at: int, then: Then, flags: int) -> bool:
        self.count += 1
        if self.count > self.limit:
            raise TooManySteps
        if i == len(ops):
            return then(at)
        code, value = ops[i]

        def on(end: int) -> bool:
            return self.walk(ops, i + 1, end, then, flags)

        if code in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            return self.fits(code, value, at, flags) and on(at + 1)
        if code is op.AT:
            return self.stands(value, at, flags) and on(at)
        if code is op.BRANCH:
            return any(self.walk(way, 0, at, on, flags) for way in self.ways(value[1], at, flags))
        if code is op.SUBPATTERN:
            return self.walk(list(value[3]), 0, at, on, (flags | value[1]) & ~value[2])
        if code in (op.ASSERT, op.ASSERT_NOT):
            begin = at if value[0] > 0 else at - value[1].getwidth()[0]
            held = begin >= 0 and self.walk(list(value[1]), 0, begin, lambda end: True, flags)
            return held is (code is op.ASSERT) and on(at)
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            return self.repeat(value[0], value[1], list(value[2]), at, on, flags, code is op.MAX_REPEAT)
        if code is op.POSSESSIVE_REPEAT:
            ends: list[int] = []
            self.repeat(value[0], value[1], list(value[2]), at, lambda end: ends.append(end) is None, flags, True)
            return bool(ends) and on(ends[0])
        if code is op.ATOMIC_GROUP:
            ends = []
            self.walk(list(value), 0, at, lambda end: ends.append(end) is None, flags)
            return bool(ends) and on(ends[0])
        raise NotImplementedError(code)

    def ways(self, branches: list[Any], at: int, flags: int) -> list[list[Any]]:
        """List the alternatives whose first sign fits, so that a list of all places costs no more than a few."""
        index = self.indexed.setdefault(id(branches), {})
        if not index:
            for number, way in enumerate(branches):
                first = chr(way[0][1]) if way and way[0][0] is op.LITERAL else ""
                index.setdefault(first, []).append((number, list(way)))
        sign = self.text[at : at + 1]
        forms = {sign, sign.lower(), sign.upper(), ""} if flags & re.I else {sign, ""}
        return [
            way for _, way in sorted((row for form in forms for row in index.get(form, ())), key=lambda row: row[0])
        ]

    def repeat(self, least: int, most: int, body: list[Any], at: int, on: Then, flags: int, greedy: bool) -> bool:
        if len(body) == 1 and body[0][0] in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            return self.run(least, most, body[0], at, on, flags, greedy)

        def more(done: int, here: int) -> bool:
            def again(end: int) -> bool:
                return end > here and more(done + 1, end)

            if done < least:
                return self.walk(body, 0, here, lambda end: more(done + 1, end), flags)
            if greedy:
                return (done < most and self.walk(body, 0, here, again, flags)) or on(here)
            return on(here) or (done < most and self.walk(body, 0, here, again, flags))

        return more(0, at)

    def run(self, least: int, most: int, sign: tuple[Any, Any], at: int, on: Then, flags: int, greedy: bool) -> bool:
        """Repeat a single sign without recursion."""
        longest = 0
        while longest < most and self.fits(*sign, at + longest, flags):
            longest += 1
            self.count += 1
        lengths = range(longest, least - 1, -1) if greedy else range(least, longest + 1)
        return any(on(at + length) for length in lengths)

    def fits(self, code: Any, value: Any, at: int, flags: int) -> bool:
        if at >= len(self.text):
            return False
        sign = self.text[at]
        forms = {sign, sign.lower(), sign.upper()} if flags & re.I else {sign}
        if code is op.ANY:
            return sign != "\n" or bool(flags & re.S)
        if code is op.LITERAL:
            return chr(value) in forms
        if code is op.NOT_LITERAL:
            return chr(value) not in forms
        return any(inside(value, form) for form in forms if len(form) == 1)

    def stands(self, where: Any, at: int, flags: int) -> bool:
        if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            return at == 0 or bool(flags & re.M and where is op.AT_BEGINNING and self.text[at - 1] == "\n")
        if where in (op.AT_END, op.AT_END_STRING):
            last = len(self.text)
            return at == last or (where is op.AT_END and at == last - 1 and self.text[at] == "\n")
        word = _CATEGORIES[op.CATEGORY_WORD]
        before, after = at > 0 and word(self.text[at - 1]), at < len(self.text) and word(self.text[at])
        return (before != after) is (where is op.AT_BOUNDARY)


def inside(members: list[tuple[Any, Any]], sign: str) -> bool:
    """Tell whether a sign belongs to a set of a parse tree."""
    negated = members[0][0] is op.NEGATE
    for code, value in members:
        if (
            (code is op.LITERAL and ord(sign) == value)
            or (code is op.RANGE and value[0] <= ord(sign) <= value[1])
            or (code is op.CATEGORY and _CATEGORIES[value](sign))
        ):
            return not negated
    return negated


def bait(pattern: re.Pattern[str], length: int) -> list[str]:
    """Make texts of about a length that nearly match: samples of the pattern, and of each part that may repeat."""
    tree = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    whole = sample(tree)
    seeds = {
        whole,
        whole[:-1],
        whole[1:],
        *_repeated(tree),
        *" ,.1aA(-\n",
        "1,",
        "1 ",
        "a ",
        "A ",
        "a.",
        "1.1 ",
        "(a ",
        "19",
        "19,",
        "2022,",
    }
    texts = []
    for seed in sorted(seed for seed in seeds if seed):
        texts.append(seed * max(2, length // len(seed)) + "\x00")
    for seed in sorted({part for part in _repeated(tree) if part}):
        head = whole.partition(seed)[0]
        texts.append(head + seed * max(2, length // len(seed)) + "\x00")
    return texts


def sample(ops: list[Any]) -> str:
    """Write a short text that a pattern matches, as far as its look-arounds allow."""
    return "".join(_sample(code, value) for code, value in ops)


def _sample(code: Any, value: Any) -> str:
    if code is op.LITERAL:
        return chr(value)
    if code is op.IN:
        return next((sign for sign in "1aA ,.-一日\n" if inside(value, sign)), _first(value))
    if code in (op.ANY, op.NOT_LITERAL):
        return "a"
    if code is op.BRANCH:
        return sample(list(max(value[1][:40], key=len)))
    if code is op.SUBPATTERN:
        return sample(list(value[3]))
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return sample(list(value[2])) * max(1, value[0])
    if code is op.ATOMIC_GROUP:
        return sample(list(value))
    return ""


def _first(members: list[tuple[Any, Any]]) -> str:
    code, value = next((row for row in members if row[0] in (op.LITERAL, op.RANGE)), (op.LITERAL, 0))
    return chr(value if code is op.LITERAL else value[0])


def _repeated(ops: list[Any]) -> set[str]:
    """Sample what each unbounded repetition of a pattern repeats."""
    found: set[str] = set()
    for code, value in ops:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            if value[1] > 20:
                found.add(sample(list(value[2])))
            found |= _repeated(list(value[2]))
        elif code is op.BRANCH:
            found = found.union(*(_repeated(list(way)) for way in value[1][:60]))
        elif code is op.SUBPATTERN:
            found |= _repeated(list(value[3]))
        elif code in (op.ASSERT, op.ASSERT_NOT):
            found |= _repeated(list(value[1]))
    return found

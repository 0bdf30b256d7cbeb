"""Faults in the language of the reader: the frame, what kind of fault it is, and its particulars."""

from __future__ import annotations

from collections.abc import Iterator

from hinterland.errors import FRAME, InputError, Problem
from hinterland.locale import Words


def faults(error: InputError, words: Words) -> Iterator[str]:
    """Say every fault that an error carries, a line each."""
    for problem in error.problems:
        yield fault(problem, words)


def fault(problem: Problem, words: Words) -> str:
    """Say one fault in a line: where, what was found, what was expected, what to do.

    Where the particulars of what was found are known in English only, what kind of fault it is stands before them.
    """
    if words.lang == "en":
        return str(problem)
    parts = {part: words.of(getattr(problem, part)) for part in ("where", "found", "expected", "remedy")}
    if parts["found"] == problem.found and problem.code in words.sentences:
        parts["found"] = words.sentences[_KIND].format(kind=words.sentences[problem.code], found=problem.found)
    return words.sentences[FRAME].format(**parts)


_KIND = "{kind} ({found})"

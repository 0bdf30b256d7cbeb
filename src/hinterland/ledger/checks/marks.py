"""One level against what the same text says of it elsewhere: the mark that it passed, its digits, its growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, found, is_level, key_of
from hinterland.ledger.checks.plainly import is_told_plainly, names_its_place, names_its_time
from hinterland.ledger.intervals import of_growth, of_value
from hinterland.ledger.records import Finding, Statistic

LEAST = 3  # digits: two numbers of fewer may have the same by chance
MOST = 20  # figures of one key that are compared with each other
REVISED = 0.04  # the largest revision seen is 3.94 %: two levels of one thing further apart are no two versions of it
NEAR = 0.8  # a level further below the mark than this is another thing's, or another year's
_VERSIONS = re.compile(
    r"(?i)\brevis|\bprelimina|\bcorrect(?:ed|ion)|\bestimat|\bforecast|\bplan|\btarget|修订|初步|更正|预计"
)


def mark_is_not_passed(page: Page) -> Iterator[Finding]:
    """Find "passed the 300-billion mark, reaching 289.4 billion": the level stays below the mark."""
    for mark in page.statistics:
        if not is_level(mark) or not mark.value or not _is_passed(mark):
            continue
        same = [f for f in page.levels.get(key_of(mark), []) if f is not mark and f.sentence == mark.sentence]
        below = [f for f in same if NEAR * mark.value < of_value(f).high < mark.value]
        if below and len(below) == len(same):
            yield found(
                below[0],
                "mark_is_not_passed",
                {"level": say.value(below[0]), "mark": say.value(mark)},
                severity="tension",
                verdict="cannot_tell",
                others=[mark],
            )


def level_differs_within_the_text(page: Page) -> Iterator[Finding]:
    """Find one level printed twice in a text with two values: digits exchanged, or told plainly and far apart."""
    for figures in page.levels.values():
        for one, other in combinations(figures[:MOST], 2):
            apart = one.sentence != other.sentence and not (one.qualifier or other.qualifier)
            if not apart or of_value(one).meets(of_value(other)):
                continue
            if _are_exchanged(one, other) or _are_two_of_one(page, one, other):
                yield found(
                    other,
                    "level_differs_within_the_text",
                    {"here": say.value(other), "there": say.value(one), "when": say.when(one)},
                    verdict="cannot_tell",
                    severity="tension",
                    others=[one],
                )


def growth_differs_within_the_text(page: Page) -> Iterator[Finding]:
    """Find one level printed twice in a text with two growth rates."""
    for figures in page.levels.values():
        known = [f for f in figures if f.growth is not None and f.growth_basis == "yoy"]
        for one, other in combinations(known[:MOST], 2):
            same = one.value == other.value and _digits(one.value) >= LEAST and one.sentence != other.sentence
            if same and not of_growth(one).meets(of_growth(other)):
                yield found(
                    other,
                    "growth_differs_within_the_text",
                    {"level": say.value(one), "here": say.growth(other), "there": say.growth(one)},
                    verdict="cannot_tell",
                    severity="tension",
                    others=[one],
                )


CHECKS = (mark_is_not_passed, level_differs_within_the_text, growth_differs_within_the_text)


def _digits(value: float | None) -> int:
    return len(f"{value or 0:.12g}".replace(".", "").rstrip("0"))


def _are_exchanged(one: Statistic, other: Statistic) -> bool:
    """Tell whether two numbers of three or more digits differ in two that changed places, or in their scale only."""
    first, second = (f"{f.value or 0:.12g}".replace(".", "").strip("0") for f in (one, other))
    moved = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    return len(first) >= LEAST and sorted(first) == sorted(second) and len(moved) <= len(("one", "other"))


def _are_two_of_one(page: Page, one: Statistic, other: Statistic) -> bool:
    """Tell whether two sentences give one flow of one place and year two values, neither one a revision."""
    return (
        of_value(one).gap(of_value(other)) > REVISED
        and all(names_its_place(page, f) and names_its_time(page, f) for f in (one, other))
        and all(is_told_plainly(page, figure) for figure in (one, other))
        and not _VERSIONS.search(page.document.text)
    )


def _is_passed(figure: Statistic) -> bool:
    return any(word in (figure.qualifier or "") for word in ("over", "exceed", "pass"))

"""Round marks that a figure is said to have passed."""

from __future__ import annotations

from collections.abc import Iterator

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, found, is_level, key_of
from hinterland.ledger.intervals import of_value
from hinterland.ledger.records import Finding, Statistic

NEAR = 0.8  # a level further below the mark than this is another thing's, or another year's


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


CHECKS = (mark_is_not_passed,)


def _is_passed(figure: Statistic) -> bool:
    return any(word in (figure.qualifier or "") for word in ("over", "exceed", "pass"))

"""A figure: one number of a sentence while the sentence is read.

A figure is a level, a change of level, a growth rate, a share, a rate, a count, or a difference in percentage points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hinterland.ledger.lexing.periods import When
from hinterland.ledger.lexing.quantities import Quantity
from hinterland.ledger.statistics.setting import UNSAID, Subject

COMPARISON = frozenset(("than", "from", "over", "with", "to", "against", "versus", "vs", "on", "relative", "after"))
LAND = frozenset(("ha", "km2", "m2", "mu"))
PASSED = frozenset(("trailing", "beating", "topping", "behind", "exceeding", "matching"))


def is_start(when: When) -> bool:
    """Tell "growth of 0.1% since the first quarter": the quarter from which a change is measured."""
    return when.lead == "since" and when.kind == "months" and when.last - when.first == 2


@dataclass(slots=True, eq=False)  # each is itself alone
class Figure:
    """Hold one figure while the sentence is read."""

    at: int  # index of its token
    quantity: Quantity
    kind: str = "level"  # level, change, growth, share, rate, count, pp, ratio, rank, span (of growth)
    sign: int = 1
    basis: str | None = None
    against: When | None = None  # the time it is compared with
    outlook: str | None = None
    gap: str | None = None  # national, province, other: what a difference is taken from
    subject: Subject = UNSAID
    when: When | None = None
    paired: Quantity | None = None
    paired_end: int = 0
    growth: Figure | None = None
    rank: int | None = None
    rank_scope: str | None = None
    prefix: str = ""
    listed: int = 0  # place in a list of figures, 0 where there is none
    length: int = 0  # of that list
    noun: list[str] = field(default_factory=list)
    note: str | None = None
    yearly: bool = False  # "annual": a level of the whole year
    aside: bool = False  # a yardstick's own figure: the text does not go on about it
    dropped: bool = False

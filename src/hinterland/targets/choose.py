"""From a ledger to targets: the best fact of each total, what contradicts it, and why each other fact is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.errors import InputError, Problem
from hinterland.ledger.checks.brackets import SILENT
from hinterland.ledger.keeping.facts import Fact, facts, merit
from hinterland.targets.book import Book
from hinterland.targets.match import Fitting, Unfit
from hinterland.targets.question import Questioned, question
from hinterland.targets.target import Target

AGREES, CONTRADICTS = "says the same as a better one", "contradicts a better one"
QUESTIONED = "questioned by the economy or by a wider total"
NO_FLOW = "a flow that the economy has none of"


@dataclass(frozen=True)
class Conflict:
    """Set two figures against each other whose intervals do not meet."""

    kept: Target
    left: Target


@dataclass(frozen=True)
class Chosen:
    """Hold the targets, the conflicts, and how many facts were left out for which reason; nothing is dropped unsaid."""

    targets: tuple[Target, ...]
    conflicts: tuple[Conflict, ...]
    left: Mapping[str, int]
    questioned: tuple[Questioned, ...] = ()


def choose(ledger: Path, baseline: Baseline, concordance: Mapping[str, tuple[str, ...]], all_: bool = False) -> Chosen:
    """Take from a ledger what an economy can be held to: of each total the fact of best verdict, then the latest.

    A fact that is wrong is never taken; it must be a level, or a share, of the economy's year, and its place, partner
    and goods must be the economy's own, no wider and no narrower. What the economy or a wider total of the same ledger
    speaks against is left out with its reason, unless `all_` asks for it. Raises `InputError` where none fits.
    """
    found = facts(ledger)
    fitting, left, rivals = Fitting(baseline, concordance), Counter[str](), list[tuple[Fact, Target]]()
    book = Book.of(baseline)
    for fact in found:
        try:
            target = fitting.target(fact)
            if book.amount(target.scope) <= 0 or (target.whole and book.amount(target.whole) <= 0):
                raise Unfit(NO_FLOW)
            rivals.append((fact, target))
        except Unfit as why:
            left[str(why)] += 1
    kept, conflicts = _settled(rivals)
    left.update({AGREES: len(rivals) - len(kept) - len(conflicts), CONTRADICTS: len(conflicts)})
    borne, doubted = (kept, ()) if all_ else question(baseline, kept)
    left[QUESTIONED] = len(doubted)
    if not borne:
        raise InputError([no_fact_fits(ledger, baseline, left)])
    return Chosen(
        tuple(borne), tuple(conflicts), {why: count for why, count in left.most_common() if count}, tuple(doubted)
    )


def _settled(rivals: Sequence[tuple[Fact, Target]]) -> tuple[list[Target], list[Conflict]]:
    """Keep of each total the best figure, and set it against those that it does not meet."""
    ordered = sorted(rivals, key=lambda pair: merit(pair[0]), reverse=True)
    kept: dict[object, tuple[Fact, Target]] = {}
    conflicts = []
    for fact, target in ordered:
        first, best = kept.setdefault((target.scope, target.whole), (fact, target))
        slack = 0.0 if first.unit == fact.unit else SILENT * abs(best.value)  # rates of a day and of the year
        if target.low > best.high + slack or target.high < best.low - slack:
            conflicts.append(Conflict(best, target))
    return [target for _, target in kept.values()], conflicts


def no_fact_fits(ledger: Path, baseline: Baseline, left: Mapping[str, int]) -> Problem:
    """Say why none of a ledger's facts can be a target."""
    about = baseline.description
    why = "; ".join(f"{reason}: {count}" for reason, count in Counter(left).most_common() if count)
    return Problem(
        f"no fact is a total of the economy ({why or 'there is none'})",
        str(ledger),
        f"levels or shares of {about.year} for a region of {about.title!r}",
        "keep documents about that year and region, or write the targets as a file",
        "no_fact_fits",
    )

"""Targets that nobody should meet unasked: a part above its whole, and figures of another size than the economy's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log
from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.errors import Problem
from hinterland.targets.book import Book
from hinterland.targets.meet import total
from hinterland.targets.target import OF_TRADE, Target, positions

FAR = 10.0  # times the economy's own figure, or a tenth of it: tables of a year miss what is printed by far less


@dataclass(frozen=True)
class Questioned:
    """Name a target and what speaks against it."""

    target: Target
    reason: str


def every_target_is_questioned(file: Path, count: int) -> Problem:
    """Refuse a file of which nothing is left to meet."""
    return Problem(
        f"all {count} targets are questioned" if count > 1 else "its one target is questioned",
        str(file),
        "a target that the economy and the other targets bear out",
        "correct them, or meet them all the same (--questioned)",
        "every_target_is_questioned",
    )


def question(baseline: Baseline, targets: Sequence[Target]) -> tuple[Sequence[Target], Sequence[Questioned]]:
    """Part targets into those that the economy and one another bear out, and those that they speak against."""
    book, currency = Book.of(baseline), baseline.description.currency
    kept, left = list[Target](), list[Questioned]()
    for target in targets:
        have = total(book, target)
        if _distance(book, target) > log(FAR):
            said, own = (target.said(value, currency) for value in (target.value, have))
            left.append(Questioned(target, f"{said} where the economy has {own}"))
        else:
            kept.append(target)
    for part in sorted(kept, key=lambda one: -_distance(book, one)):
        whole = next((one for one in kept if one is not part and _clash(baseline, part, one)), None)
        if whole is not None:
            kept.remove(part)
            left.append(Questioned(part, _misfit(part, whole, currency)))
    return kept, left


def _misfit(part: Target, whole: Target, currency: str) -> str:
    said, beside = part.said(part.value, currency), f"{whole.name}, {whole.said(whole.value, currency)}"
    if part.scope == whole.scope:
        return f"another figure for the same total: {said} beside {beside}"
    return f"a part and its whole do not fit: {said} beside {beside}"


def _distance(book: Book, target: Target) -> float:
    """Give how far a target lies from the economy's own figure, as a logarithm either way."""
    have = total(book, target)
    return abs(log(target.value / have)) if have > 0 and target.value > 0 else inf


def _clash(baseline: Baseline, one: Target, other: Target) -> bool:
    return _exceeds(baseline, one, other) or _exceeds(baseline, other, one)


def _exceeds(baseline: Baseline, part: Target, whole: Target) -> bool:
    """Tell a part that is larger than its whole, by their intervals."""
    return part.whole is None and whole.whole is None and part.low > whole.high and _holds(baseline, whole, part)


def _holds(baseline: Baseline, whole: Target, part: Target) -> bool:
    """Tell whether every flow of one total is in the other."""
    one, other = part.scope, whole.scope
    same = one.measure == other.measure or (other.measure == "trade" and one.measure in OF_TRADE)
    if not same or positions((one.region,), baseline) != positions((other.region,), baseline):
        return False
    inner, outer = one.sellers_and_buyers(baseline), other.sellers_and_buyers(baseline)
    return set(inner[1]) <= set(outer[1]) and set(inner[2]) <= set(outer[2])

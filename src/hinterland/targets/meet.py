"""Move the flows of an economy as little as possible until every target lies within its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinterland.baseline import Baseline
from hinterland.errors import InputError
from hinterland.tables.balance import Moved, Totals, balance, moved
from hinterland.tables.carve import RELIABILITY
from hinterland.targets.book import Book
from hinterland.targets.contradict import targets_contradict
from hinterland.targets.target import Target

Array = np.ndarray
PULL = 0.1  # weight of the printed value within its interval, beside 1 for a flow: any value there is as printed
EDGE = 0.01  # of the interval: "over 100" starts this far inside, so that neither end is closed from the outset


@dataclass(frozen=True)
class Met:
    """State a target and the total before and after; a share is a fraction."""

    target: Target
    before: float
    after: float

    @property
    def inside(self) -> bool:
        """Tell whether the total lies in the interval, to rounding."""
        slack = 1e-9 * max(abs(self.target.low), abs(self.target.high))
        return self.target.low - slack <= self.after <= self.target.high + slack


@dataclass(frozen=True)
class Adjusted:
    """Hold the flows after balancing, each target with its total, and how far each block moved."""

    book: Book
    met: tuple[Met, ...]
    report: tuple[Moved, ...]


def meet(baseline: Baseline, targets: Sequence[Target]) -> Adjusted:
    """Balance an economy to its targets: weighted cross-entropy, accounts closed, intervals hard.

    Each interval is two cells of its own: what lies between the total and the lower end, and between the total and the
    upper end. Cells keep their sign, so that the total can leave neither end; they start from the printed value, which
    pulls with the weight `PULL`. Value added and trade between regions move less than sales at home (`RELIABILITY` of
    splitting). Raises `InputError` naming the targets that cannot be met together.
    """
    book = Book.of(baseline)
    if problems := list(targets_contradict(book, [target for target in targets if _has_flows(book, target)])):
        raise InputError(problems)
    totals, prior = book.closing(), [book.flows]
    first = book.flows.size
    for target in targets:
        ends = _asked(book, target, totals, first)
        prior.append(ends)
        first += ends.size
    weights = np.concatenate([_weights(book), np.full(first - book.flows.size, PULL)])
    values = balance(np.concatenate(prior), totals, weights=weights).values[: book.flows.size]
    after = book.with_flows(values)
    met = tuple(Met(target, total(book, target), total(after, target)) for target in targets)
    return Adjusted(after, met, tuple(moved(book.flows, values, {n: at.ravel() for n, at in book.places.items()})))


def total(book: Book, target: Target) -> float:
    """Give what a target is about: a total, or its share in another."""
    part = book.amount(target.scope)
    return part / book.amount(target.whole) if target.whole else part


def _has_flows(book: Book, target: Target) -> bool:
    """Tell a target of something from one of nothing, which balancing names as such."""
    return bool(np.any(book.flows[book.cells(target.scope)[0]])) and (target.whole is None or total(book, target) > 0)


def _asked(book: Book, target: Target, totals: Totals, first: int) -> Array:
    """Add a target to the totals; give the cells that hold it within its interval, numbered from `first`."""
    width = target.high - target.low
    if width <= 1e-12 * abs(target.value):
        totals.add(target.name, *book.asked(target.scope, target.whole, target.value))
        return np.zeros(0)
    size = book.amount(target.whole) if target.whole else 1.0
    printed = min(max(target.value, target.low + EDGE * width), target.high - EDGE * width)
    ends = (("at least", target.low, -1.0), ("at most", target.high, 1.0))
    for at, (word, end, sign) in enumerate(ends):
        cells, value, coefficients = book.asked(target.scope, target.whole, end)
        slack = np.append(cells, first + at), value, np.append(coefficients, sign)
        totals.add(f"{target.name}, {word} {end:,.6g}", *slack)
    return np.array([printed - target.low, target.high - printed]) * size


def _weights(book: Book) -> Array:
    """Trust trade between regions and value added more than what producers sell at home."""
    own = np.eye(len(book.baseline.regions), dtype=bool)[:, :, None]
    trade = np.where(own, RELIABILITY["local"], RELIABILITY["trade"])
    blocks = {
        "trade": np.broadcast_to(trade, book.trade.shape),
        "inputs": np.full(book.inputs.shape, RELIABILITY["inputs"]),
        "final": np.full(book.final.shape, RELIABILITY["final"]),
        "value_added": np.full(book.value_added.shape, RELIABILITY["value added"]),
    }
    return np.concatenate([blocks[name].ravel() for name in book.places])

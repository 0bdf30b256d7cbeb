"""Figures that no economy of the given tables can have together: found, and named, before anything is balanced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from hinterland.errors import Problem
from hinterland.tables.balance import Totals
from hinterland.targets.book import Book
from hinterland.targets.target import Target

Array = np.ndarray
LEAST = 1e-3  # of what a share is of: where it shrinks to nothing any share of it holds
SLACK = 1e-6  # of a figure: what the solver of linear programs leaves of rounding


@dataclass(frozen=True)
class End:
    """Name one end of a target's interval: its total shall be at least `target.low`, or at most `target.high`."""

    target: Target
    is_low: bool

    @property
    def bound(self) -> float:
        """Give the end, in the economy's currency or as a fraction."""
        return self.target.low if self.is_low else self.target.high

    def said(self, currency: str) -> str:
        """Say what is asked: "'exports' at least 309,000 million USD (yearbook)"."""
        how = "" if self.target.low == self.target.high else "at least " if self.is_low else "at most "
        return f"{self.target.name!r} {how}{self.target.said(self.bound, currency)} ({self.target.origin()})"


def targets_contradict(book: Book, targets: Sequence[Target]) -> Iterator[Problem]:
    """Find figures that cannot be met together, or not at all: each problem names a smallest set of them.

    Flows of unchanged sign that close the accounts are sought with the least sum of violations, a linear program: the
    ends with a price in it contradict one another (Farkas), and those without which the others still do are taken out
    (the deletion filter of Chinneck & Dravnieks 1991). A figure is in one set at most.
    """
    left, currency = list(targets), book.baseline.description.currency
    while left and (found := _smallest(_Program(book, left))):
        named = list(dict.fromkeys(end.target for end in found))
        left = [target for target in left if target not in named]
        said = "; ".join(end.said(currency) for end in found)
        yield _out_of_reach(said) if len(named) == 1 else _at_odds(said, len(named))


def _out_of_reach(said: str) -> Problem:
    return Problem(
        f"{said} is out of reach",
        "targets",
        "a figure that the economy's flows can add up to",
        "correct it, or leave it out",
        "targets_contradict",
    )


def _at_odds(said: str, count: int) -> Problem:
    return Problem(
        f"{count} figures that contradict each other: {said}",
        "targets",
        "figures that the economy's flows can add up to together",
        "correct one of them, widen its interval, or leave it out",
        "targets_contradict",
    )


class _Program:
    """Hold an economy and its targets as a linear program: flows in their own size, each end in that of its figure."""

    def __init__(self, book: Book, targets: Sequence[Target]) -> None:
        flows = book.flows
        free = flows != 0
        size = sparse.diags(flows[free])
        accounts = (book.closing().matrix(flows.size)[:, free] @ size).tocsr()
        self.accounts = _scaled(accounts, abs(accounts).max(axis=1).toarray().ravel())
        self.ends = [End(target, is_low) for target in targets for is_low in (True, False)]
        asked, scale = Totals(), np.ones(len(self.ends))
        for at, end in enumerate(self.ends):
            cells, value, counts = book.asked(end.target.scope, end.target.whole, end.bound)
            sign = -1.0 if end.is_low else 1.0
            asked.add(end.target.name, cells, sign * value, sign * counts)
            scale[at] = book.amount(end.target.whole) if end.target.whole else abs(end.bound)
        self.wholes = _wholes(book, targets)[:, free] @ size
        self.asked = _scaled((asked.matrix(flows.size)[:, free] @ size).tocsr(), scale)
        self.bounds = np.asarray(asked.values) / np.where(scale > 0, scale, 1.0)

    def clashing(self, chosen: Sequence[int]) -> list[int]:
        """Give those of the chosen ends that contradict one another; none where all can be met."""
        count = len(chosen)
        if not count:
            return []
        rows = [(self.asked[chosen], -sparse.eye(count)), (self.wholes, None)]
        solved = linprog(
            np.concatenate([np.zeros(self.accounts.shape[1]), np.ones(count)]),
            A_ub=sparse.bmat(rows, format="csr"),
            b_ub=np.concatenate([self.bounds[chosen], np.full(self.wholes.shape[0], -LEAST)]),
            A_eq=sparse.hstack([self.accounts, sparse.csr_matrix((self.accounts.shape[0], count))]).tocsr(),
            b_eq=np.zeros(self.accounts.shape[0]),
            method="highs",
        )
        if solved.status != 0 or solved.fun <= SLACK:
            return []
        prices = solved.ineqlin.marginals[:count]
        return [at for at, price in zip(chosen, prices, strict=True) if abs(price) > SLACK]


def _smallest(program: _Program) -> list[End]:
    """Give a set of ends that contradict one another and no smaller set within it; none where all can be met."""
    kept = program.clashing(range(len(program.ends)))
    for at in list(kept):
        if at in kept and (fewer := program.clashing([other for other in kept if other != at])):
            kept = fewer
    return [program.ends[at] for at in kept]


def _wholes(book: Book, targets: Sequence[Target]) -> sparse.csr_matrix:
    """Write what shares are of as rows, each in its own size and with the sign of "at least"."""
    rows = Totals()
    for scope in {target.whole for target in targets if target.whole}:
        cells, counts = book.cells(scope)
        rows.add("", cells, 0.0, -counts / book.amount(scope))
    return rows.matrix(book.flows.size)


def _scaled(rows: sparse.csr_matrix, scale: Array) -> sparse.csr_matrix:
    return (sparse.diags(1.0 / np.where(scale > 0, scale, 1.0)) @ rows).tocsr()

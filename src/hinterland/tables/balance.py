"""Balance a table: move its cells as little as possible until they meet their totals.

The measure of "little" is weighted cross-entropy, and cells keep their sign, so a final demand that starts non-negative
ends non-negative. With two-way totals and equal weights this is GRAS (Junius & Oosterhaven 2003, in the corrected form
of Lenzen, Wood & Gallego 2007), and RAS where every cell is positive. Any linear totals are allowed, cells may be held
fixed, and a cell from a better source gets a higher weight and moves less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

from hinterland.errors import Problem, Problems

Array = np.ndarray

STEPS = 200
FARTHEST = 100.0  # times all cells and totals that the dual may fall: it falls without end where totals contradict
RIDGE = 1e-12  # of each total's own curvature: totals that repeat one another leave the matrix singular


@dataclass
class Totals:
    """Collect the linear totals that cells must meet: `sum(coefficient * cell) = total`, each with a name."""

    cells: list[Array] = field(default_factory=list)
    coefficients: list[Array] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, name: str, cells: Array, total: float, coefficients: Array | float = 1.0) -> None:
        """Ask that these cells, by flat position, times their coefficients add up to `total`."""
        where = np.asarray(cells, dtype=np.int64).ravel()
        self.cells.append(where)
        self.coefficients.append(np.broadcast_to(np.asarray(coefficients, dtype=float), where.shape))
        self.values.append(float(total))
        self.names.append(name)

    def matrix(self, size: int) -> sparse.csr_matrix:
        """Give the totals as a sparse matrix, one row a total."""
        rows = np.repeat(np.arange(len(self.cells)), [len(cells) for cells in self.cells])
        if not self.cells:
            return sparse.csr_matrix((0, size))
        entries = (np.concatenate(self.coefficients), (rows, np.concatenate(self.cells)))
        return sparse.csr_matrix(entries, shape=(len(self.cells), size))


@dataclass(frozen=True)
class Balanced:
    """Hold balanced cells, the largest violation of a total relative to its size, and the steps taken."""

    values: Array
    violation: float
    steps: int


@dataclass(frozen=True)
class Moved:
    """State how far one block of cells moved: sums before and after, gross movement in per cent of the prior."""

    block: str
    before: float
    after: float
    moved_pct: float


def balance(
    prior: Array,
    totals: Totals,
    *,
    weights: Array | float = 1.0,
    fixed: Array | None = None,
    tolerance: float = 1e-12,
) -> Balanced:
    """Find the cells nearest to `prior` that meet the totals.

    Minimise `sum w |x0| (r log r - r + 1)`, `r = x / x0`, subject to the totals. The solution has the closed form
    `x = x0 exp(s (A' lambda) / w)` with s the sign of x0, so that one multiplier a total is sought: Newton's method on
    the dual, which is convex and smooth (for GRAS see Lenzen, Wood & Gallego 2007; for weights by reliability
    Lenzen, Gallego & Wood 2009).

    `prior` has any shape and cells are numbered flat; `weights` (higher moves less) and `fixed` (True stays) have its
    shape. A zero stays zero. Raises `InputError` naming the totals that cannot be met.
    """
    start = np.asarray(prior, dtype=float).ravel()
    free = start != 0
    if fixed is not None:
        free &= ~np.asarray(fixed, dtype=bool).ravel()
    matrix = totals.matrix(start.size)
    goal = np.asarray(totals.values) - matrix[:, ~free] @ start[~free]
    scale = np.maximum(np.abs(totals.values), abs(matrix) @ np.abs(start))
    scale[scale == 0] = 1.0
    totals_without_cells(totals, matrix[:, free], goal, scale).raise_if_any()
    weight = np.broadcast_to(np.asarray(weights, dtype=float), np.shape(prior)).ravel()[free]
    scaled = sparse.diags(1 / scale) @ matrix[:, free]
    deepest = FARTHEST * weight.max(initial=0.0) * (np.abs(start).sum() + np.abs(totals.values).sum())
    found, steps = _newton(start[free], scaled.tocsr(), goal / scale, weight, tolerance, float(deepest))
    values = start.copy()
    values[free] = found
    gap = (matrix @ values - np.asarray(totals.values)) / scale
    totals_not_met(totals, gap, matrix @ values, max(tolerance * 1e3, 1e-9)).raise_if_any()
    return Balanced(values.reshape(np.shape(prior)), float(np.abs(gap).max(initial=0.0)), steps)


def fit(
    seed: Array, margins: Mapping[tuple[int, ...], Array], *, tolerance: float = 1e-12, rounds: int = 5000
) -> Array:
    """Scale a non-negative array of any number of ways to its margins in turn until all hold (Deming & Stephan 1940).

    `margins` maps the axes that a margin keeps to its values: `{(0, 1): ..., (2,): ...}`; NaN means unknown. Each round
    scales every margin once. Raises `InputError` when the margins contradict one another or a seed of zeros.
    """
    values = np.asarray(seed, dtype=float).copy()
    gap = np.inf
    for _ in range(rounds):
        gap = 0.0
        for axes, wanted in margins.items():
            values, missed = _scaled_to(values, axes, np.asarray(wanted, dtype=float))
            gap = max(gap, missed)
        if gap < tolerance:
            return values
    margins_contradict(gap, rounds).raise_if_any()
    return values


def moved(prior: Array, values: Array, blocks: Mapping[str, Array]) -> list[Moved]:
    """Report how far each block moved; a block is an index or a mask into both arrays."""
    report = []
    for name, where in blocks.items():
        before, after = np.asarray(prior)[where], np.asarray(values)[where]
        size = np.abs(before).sum()
        share = np.abs(after - before).sum() / size * 100 if size else 0.0
        report.append(Moved(name, float(before.sum()), float(after.sum()), float(share)))
    return report


def totals_without_cells(totals: Totals, matrix: sparse.csr_matrix, goal: Array, scale: Array) -> Problems:
    """Find totals that ask for something of cells that are all zero or fixed."""
    problems = Problems()
    empty = (np.diff(matrix.tocsr().indptr) == 0) & (np.abs(goal) > 1e-9 * scale)
    for row in np.flatnonzero(empty):
        problems.add(
            f"{goal[row]:,.6g} is left to share out, and every cell of the total is zero or fixed",
            where=f"total {totals.names[row]!r}",
            expected="at least one free cell that is not zero",
            remedy="give the block a prior above zero, or correct the total",
            code="totals_without_cells",
        )
    return problems


def totals_not_met(totals: Totals, gap: Array, reached: Array, allowed: float) -> Problems:
    """Find totals that no movement of the free cells can meet; the five worst are named."""
    problems = Problems()
    worst = [row for row in np.argsort(-np.abs(gap))[:5] if abs(gap[row]) > allowed]
    for row in worst:
        problems.add(
            f"balancing reaches {reached[row]:,.6g}, {gap[row]:+.2%} of the block away from {totals.values[row]:,.6g}",
            where=f"total {totals.names[row]!r}",
            expected="totals that cells of unchanged sign can meet together",
            remedy="look for a total that contradicts another one, or release a fixed cell",
            code="totals_not_met",
        )
    return problems


def margins_contradict(gap: float, rounds: int) -> Problems:
    """Report margins that cannot hold together."""
    problem = Problem(
        found=f"after {rounds} rounds a margin is still {gap:.2%} off",
        where="iterative proportional fitting",
        expected="margins with equal grand totals, and a seed above zero wherever a margin is",
        remedy="scale the margins to one grand total, or put a small seed into the empty rows",
        code="margins_contradict",
    )
    problems = Problems()
    problems.extend([problem])
    return problems


def _newton(
    start: Array, matrix: sparse.csr_matrix, goal: Array, weight: Array, tolerance: float, deepest: float
) -> tuple[Array, int]:
    """Minimise the dual; stop at the tolerance, when no step improves it, or when it falls below `-deepest`."""
    sign, size = np.sign(start), np.abs(start)
    pull = sparse.diags(sign / weight) @ matrix.T
    multipliers = np.zeros(matrix.shape[0])

    def at(point: Array) -> tuple[Array, float]:
        grown = size * np.exp(np.minimum(pull @ point, 300.0))
        return grown, float(weight @ grown - goal @ point)

    grown, height = at(multipliers)
    for step in range(STEPS):
        gap = matrix @ (sign * grown) - goal
        if np.abs(gap).max(initial=0.0) < tolerance:
            return sign * grown, step
        towards = -_curvature(matrix, grown / weight).solve(gap)
        slope, length = float(gap @ towards), 1.0
        while length > 1e-10:
            candidate, below = at(multipliers + length * towards)
            if below <= height + 1e-4 * length * slope or abs(length * slope) < 1e-15 * abs(height):
                break
            length /= 2
        else:
            return sign * grown, step
        multipliers, grown, height = multipliers + length * towards, candidate, below
        if height < -deepest:
            break
    return sign * grown, STEPS


def _curvature(matrix: sparse.csr_matrix, diagonal: Array) -> splu:
    """Factorise `A diag(d) A'`, with a ridge in proportion to its own diagonal."""
    hessian = (matrix @ sparse.diags(diagonal) @ matrix.T).tocsc()
    own = hessian.diagonal()
    ridge = sparse.diags(RIDGE * own + 1e-300 + RIDGE * own.mean() * 1e-6)
    return splu((hessian + ridge).tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True})


def _scaled_to(values: Array, axes: Sequence[int], wanted: Array) -> tuple[Array, float]:
    others = tuple(axis for axis in range(values.ndim) if axis not in axes)
    found = values.sum(axis=others)
    known = ~np.isnan(wanted)
    target = np.where(known, wanted, found)
    largest = np.abs(target).max(initial=0.0) or 1.0
    missed = float(np.abs(target - found).max(initial=0.0) / largest)
    factor = np.divide(target, found, out=np.ones_like(found), where=found > 0)
    return values * np.expand_dims(factor, others), missed

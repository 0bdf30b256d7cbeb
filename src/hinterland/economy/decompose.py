"""The exact change of real income, term by term, for shocks of any size.

The differential of `terms` is integrated along the straight path of levers from the baseline to the counterfactual. The
equilibrium is solved at Chebyshev–Lobatto points of the path, prices and spending are differentiated as the polynomials
through them, and the terms are integrated by Clenshaw & Curtis (1960). Every stretch of the path is its own check: its
terms must add up to the exact change of log real income over it, or it gets more points, or is cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, reduce

import numpy as np

from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Levers, Params, Shocks, blend, levers
from hinterland.economy.precondition import Preconditioner, precondition
from hinterland.economy.settings import Settings
from hinterland.economy.shapes import Array, Regions, RegionSector, Trade
from hinterland.economy.solve import Solution, solve
from hinterland.economy.status import Sentence
from hinterland.economy.system import border
from hinterland.economy.terms import Moves, Terms, terms
from hinterland.economy.welfare import real_income

_POINTS = (9, 17)  # of one stretch, tried in turn
_NARROWEST = 1 / 64  # stretch of the path; a path that needs narrower ones is reported as it is
_TOLERANCE = 1e-8  # largest gap of a decomposition that counts as exact
_GAP = 1e-10  # allowed to a stretch; many of them stay well within the tolerance


class PathStatus(Sentence):
    """Name how a decomposition ended; the value is (sentence, remedy)."""

    EXACT = ("The terms add up to the exact change of real income.", "")
    NO_STRAIGHT_PATH = (
        "No straight path leads to this scenario: a trade cost, productivity or labour supply is zero or infinite.",
        "Use a large finite number instead, or read the exact change of real income without its parts.",
    )
    NO_EQUILIBRIUM = (
        "The scenario, or a point on the straight path to it, has no equilibrium that the solver could find.",
        "See the status of the scenario itself; take the shock in parts and decompose each.",
    )
    ROUGH = (
        "The terms do not add up to the exact change of real income within 1e-8: see the gap.",
        "The path bends too sharply, as with very high trade elasticities: take the shock in parts and decompose each.",
    )

    @property
    def ok(self) -> bool:
        """Tell whether the terms can be used."""
        return self is PathStatus.EXACT


@dataclass(frozen=True)
class Decomposition:
    """Hold the parts of the change of log real income, how well they add up, and what it took."""

    parts: Terms  # not a number where the path does not exist: see `status`
    exact: Regions  # change of log real income from the solution itself
    gap: float  # largest difference of a region's sum of terms from it
    points: int  # equilibria solved on the way
    status: PathStatus
    tastes: RegionSector  # of the baseline; how transfers spread over sectors in `terms`

    @property
    def terms(self) -> dict[str, Trade]:
        """Give every term as [region, partner, sector], by name: what happens at home has the region itself as partner.

        Transfers have no sector of their own and are spread as final spending is.
        """
        at_home = np.eye(len(self.exact))[:, :, None]
        shaped = vars(self.parts) | {"transfers": self.parts.transfers[:, None] * self.tastes}
        return {name: part if part.ndim == 3 else part[:, None, :] * at_home for name, part in shaped.items()}


def decompose(
    solution: Solution,
    closures: Closures = Closures(),
    preconditioner: Preconditioner | None = None,
    settings: Settings = Settings(tolerance=1e-11),
) -> Decomposition:
    """Split the exact change of log real income from the baseline to `solution` into the terms of `terms.Terms`.

    `closures` and `preconditioner` are those that `solution` was computed with. The path starts at the baseline with
    its own deficits: under balanced trade, closing them is a transfer.
    """
    with np.errstate(all="ignore"):
        exact = np.log(real_income(solution))
    params, points, gap = solution.params, 0, np.inf
    parts = _unknown(params)
    if not solution.status.ok:
        status = PathStatus.NO_EQUILIBRIUM
    elif _has_no_straight_path(solution.levers):
        status = PathStatus.NO_STRAIGHT_PATH
    else:
        stretches = list(_path(solution, closures, preconditioner, settings).stretches(0.0, 1.0))
        parts = reduce(Terms.plus, (stretch.terms for stretch in stretches))
        points = sum(stretch.points for stretch in stretches)
        gap = float(np.abs(parts.total - exact).max())
        status = _judge(stretches, gap)
    return Decomposition(parts, exact, gap, points, status, params.alpha)


def _judge(stretches: list[_Stretch], gap: float) -> PathStatus:
    if not all(stretch.solved for stretch in stretches):
        return PathStatus.NO_EQUILIBRIUM
    return PathStatus.EXACT if gap < _TOLERANCE else PathStatus.ROUGH


@dataclass(frozen=True)
class _Stretch:
    """Hold the terms of one stretch of the path, and whether every equilibrium on it was found."""

    terms: Terms
    points: int
    solved: bool = True


@dataclass(frozen=True)
class _Path:
    params: Params
    rest: Levers
    given: Levers
    closures: Closures
    settings: Settings
    preconditioner: Preconditioner | None

    def stretches(self, start: float, end: float) -> Iterator[_Stretch]:
        """Give the terms of [start, end], in as many pieces as they need to add up."""
        spent = 0
        for count in _POINTS:
            nodes = self._solved(start, end, count)
            spent += count
            if nodes is None:
                yield _Stretch(_unknown(self.params), spent, solved=False)
                return
            found = self._integrated(nodes, end - start)
            exact = np.log(real_income(nodes[-1]) / real_income(nodes[0]))
            if np.abs(found.total - exact).max() < _GAP:
                yield _Stretch(found, spent)
                return
        if (end - start) / 2 < _NARROWEST:
            yield _Stretch(found, spent)
            return
        middle = (start + end) / 2
        yield from self.stretches(start, middle)
        yield from self.stretches(middle, end)

    def _solved(self, start: float, end: float, count: int) -> list[Solution] | None:
        nodes: list[Solution] = []
        for s in start + (end - start) * _nodes(count):
            nodes.append(self._solve(float(s), nodes[-1] if nodes else None))
            if not nodes[-1].status.ok:
                return None
        return nodes

    def _solve(self, s: float, near: Solution | None) -> Solution:
        there = blend(self.rest, self.given, s)
        if near is not None and ((near.X1 == 0) & (there.alpha > 0)).any():
            near = None  # a cell comes to life: nothing in the neighbour says how large
        return solve(self.params, Shocks(**vars(there)), self.closures, self.settings, self.preconditioner, near)

    def _integrated(self, nodes: list[Solution], width: float) -> Terms:
        """Integrate the differential over one stretch from the equilibria at its points."""
        slope, weights = _differentiation(len(nodes)) / width, _weights(len(nodes)) * width
        dc = np.tensordot(slope, np.log([node.c_hat for node in nodes]), axes=1)
        dX = np.tensordot(slope, np.array([node.X1 for node in nodes]), axes=1)
        pieces = (self._terms(node, *at).times(w) for node, w, *at in zip(nodes, weights, dc, dX, strict=True))
        return reduce(Terms.plus, pieces)

    def _terms(self, node: Solution, dc: Array, dX: Array) -> Terms:
        """Evaluate the differential at one equilibrium, along the path, from the slopes of log cost and of spending."""
        rest, given, at = self.rest, self.given, node.levers
        dt, de = (given.t - rest.t) / (1 + at.t), (given.e - rest.e) / (1 + at.e)
        dd, dA, dL = (np.log(getattr(given, name) / getattr(rest, name)) for name in ("d_hat", "A_hat", "L_hat"))
        landed = dd + dt + de + dc
        dP = (node.pi1 * landed).sum(axis=1)
        M = border(node.pi1, node.X1, at.t)
        dM = -M * (self.params.theta * (landed - dP[:, None, :]) + dt) + border(node.pi1, dX, at.t)
        moves = Moves(M=dM, c=dc, P=dP, e=de, d=dd, A=dA, L=dL, D=given.D - rest.D)
        return terms(self.params, at, M, node.I1, moves)


def _path(solution: Solution, closures: Closures, preconditioner: Preconditioner | None, settings: Settings) -> _Path:
    params = solution.params
    if closures.inputs == "none":  # the solution's baseline is recast already, and the preconditioner is another's
        closures, preconditioner = replace(closures, inputs="linked"), None
    if preconditioner is None and closures.labour == "mobile":
        preconditioner = precondition(at_rest(params))
    return _Path(params, levers(params, Shocks()), solution.levers, closures, settings, preconditioner)


def _unknown(params: Params) -> Terms:
    """Give terms that are not numbers, for a path that does not exist."""
    trade, output, region = (np.full(shape, np.nan) for shape in (params.pi.shape, params.X.shape, params.D.shape))
    return Terms(trade, trade, trade, output, output, trade, output, region, output)


def _has_no_straight_path(given: Levers) -> bool:
    ratios = (given.d_hat, given.A_hat, given.L_hat)
    return any(not np.isfinite(ratio).all() or (ratio <= 0).any() for ratio in ratios)


@cache
def _nodes(count: int) -> Array:
    """Give the Chebyshev–Lobatto points of [0, 1], ascending."""
    return (1 - np.cos(np.pi * np.arange(count) / (count - 1))) / 2


@cache
def _differentiation(count: int) -> Array:
    """Give the matrix that differentiates the polynomial through the points (Trefethen 2000, chapter 6)."""
    x = _nodes(count)
    ends = np.ones(count)
    ends[[0, -1]] = 2
    c = ends * (-1) ** np.arange(count)
    D = np.outer(c, 1 / c) / (x[:, None] - x + np.eye(count))
    return D - np.diag(D.sum(axis=1))


@cache
def _weights(count: int) -> Array:
    """Give the weights of Clenshaw & Curtis on [0, 1]: exact for every polynomial through the points."""
    k = np.arange(count)
    integrals = np.zeros(count)
    integrals[::2] = 1 / (1 - k[::2] ** 2.0)
    chebyshev = np.cos(np.pi * np.outer(k, k) / (count - 1)) * (-1.0) ** k[:, None]
    return np.linalg.solve(chebyshev, integrals)

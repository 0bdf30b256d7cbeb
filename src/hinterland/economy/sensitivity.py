"""Derivatives of outcomes to levers, by the implicit function theorem, at the baseline or at a counterfactual.

The equations are linearised once, prices and spending eliminated, and the wage Jacobian inverted and kept
(`factorise`). From then on one scenario's effect on all outcomes (`response`), or one outcome's derivatives to all
levers (`gradient`, the adjoint), costs about as much as a few evaluations of the equations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

import numpy as np

from hinterland.economy.differential import Change, Place, place, pull, push
from hinterland.economy.linearise import Linearisation, linearise
from hinterland.economy.params import Levers, Params, Shocks, levers
from hinterland.economy.reduce import Response, inverse, pin, respond, respond_backward, wage_jacobian
from hinterland.economy.shapes import Array, Regions
from hinterland.economy.solve import Solution

Outcome = Literal["real_income", "real_wage", "price_index", "income", "factor_income", "exports", "imports", "revenue"]
Lever = Literal["t", "e", "o", "d_hat", "A_hat", "L_hat", "alpha", "D"]

_TOLERANCE = 1e-13  # of the sweeps that eliminate prices and spending


@dataclass(frozen=True)
class Factorised:
    """Hold the equations linearised at one place, with the wage Jacobian inverted: compute it once, ask it often."""

    at: Place
    lin: Linearisation
    response: Response  # of prices and spending to each wage, [N, J, W]
    inverse: Array  # of the wage Jacobian, numeraire included, [W, W]
    weights: Array  # [W] shares in world factor income


@dataclass(frozen=True)
class TariffTable:
    """Hold the tariffs that matter to a region, the one that matters most first: equal-length arrays."""

    importer: Array
    exporter: Array
    sector: Array
    tariff: Array  # as it stands, a fraction
    effect_pct: Array  # per cent of the region's real income for one point more of this tariff


def factorise(at: Params | Solution, labour: Literal["mobile", "specific"] = "mobile") -> Factorised:
    """Linearise at a baseline or at a solution; `labour` is asked only of a baseline, a solution knows its own."""
    if isinstance(at, Solution):
        params, given, pi, X, w_hat = at.params, at.levers, at.pi1, at.X1, at.w_hat
    else:
        params, given, pi, X = at, levers(at, Shocks()), at.pi, at.X
        w_hat = np.ones((at.N, at.J if labour == "specific" else 1))
    lin = linearise(params, given, pi, X, w_hat)
    jacobian, response = wage_jacobian(lin, _TOLERANCE)
    weights = lin.wL.ravel() / lin.wL.sum()
    inverted = inverse(pin(jacobian, weights))
    return Factorised(place(params, given, pi, X, w_hat), lin, response, inverted, weights)


def sensitivity(
    at: Params | Solution | Factorised, outcome: Outcome, lever: Lever, regions: Sequence[int] | None = None
) -> Array:
    """Give the derivative of each region's outcome to every cell of a lever: [region, *shape of the lever].

    Outcomes are in logs, `revenue` in money. Taxes, tastes and deficits are by level: 1 is a hundred points, or a unit
    of money; `d_hat`, `A_hat` and `L_hat` are in logs. A unit more of `D` is paid for by all regions in proportion to
    factor income, since deficits sum to zero. Where the region spends nothing on a sector, the derivative to its taste
    for it is not a number. `regions` picks whose outcomes; None gives all.
    """
    kept = at if isinstance(at, Factorised) else factorise(at)
    chosen = range(kept.at.params.N) if regions is None else regions
    return np.stack([getattr(gradient(kept, weights_of(kept.at, outcome, n)), lever) for n in chosen])


def gradient(kept: Factorised, outcome: Change) -> Levers:
    """Give the derivatives of one outcome to all levers (adjoint); any weights on `Change` make an outcome."""
    shape = kept.lin.wL.shape
    direct = pull(kept.at, outcome)
    p, x = direct.p[:, :, None], direct.x[:, :, None]
    through = np.einsum("njr,nj->r", kept.response.p, direct.p) + np.einsum("njr,nj->r", kept.response.x, direct.x)
    of_wages = kept.inverse.T @ (direct.w.ravel() + through)
    gap = (kept.weights * of_wages.sum() - of_wages).reshape(*shape, 1)
    _, rP, rX = respond_backward(kept.lin, gap, p, x, _TOLERANCE)
    errors = replace(_no_weights(kept.at), P=rP[:, :, 0], X=rX[:, :, 0], gap=gap[:, :, 0])
    total = _sum(direct.levers, pull(kept.at, errors).levers)
    numeraire = kept.weights.reshape(shape).sum(axis=1)
    return replace(
        total,
        L_hat=total.L_hat + numeraire * of_wages.sum(),
        D=total.D - numeraire @ total.D,
        alpha=np.where(kept.at.X == 0, np.nan, total.alpha),
    )


def response(kept: Factorised, direction: Levers) -> Change:
    """Give how everything moves when the levers move in one direction (forward); see `sensitivity` for units."""
    shape = kept.lin.wL.shape
    numeraire = kept.weights.reshape(shape).sum(axis=1)
    direction = replace(direction, D=direction.D - numeraire * direction.D.sum())
    idle = np.zeros_like(kept.at.X)
    first = push(kept.at, np.zeros(shape), idle, idle, direction)
    inner = respond(kept.lin, np.zeros((*shape, 1)), first.P[:, :, None], first.X[:, :, None], _TOLERANCE)
    gap = (first.gap + inner.gap[:, :, 0]).ravel()
    w = kept.inverse @ (kept.weights @ gap - gap + numeraire @ direction.L_hat)
    p = inner.p[:, :, 0] + kept.response.p @ w
    x = inner.x[:, :, 0] + kept.response.x @ w
    return push(kept.at, w.reshape(shape), p, x, direction)


def no_direction(params: Params) -> Levers:
    """Give a direction in which no lever moves, to `replace` one in."""
    still = levers(params, Shocks())
    return Levers(**{field.name: np.zeros_like(getattr(still, field.name)) for field in fields(Levers)})


def outcomes(kept: Factorised, change: Change, outcome: Outcome) -> Regions:
    """Read one outcome of every region off a `response`."""
    return np.array([_inner(weights_of(kept.at, outcome, n), change) for n in range(kept.at.params.N)])


def tariff_elasticities(at: Params | Solution | Factorised, region: int) -> TariffTable:
    """Rank all tariffs of the world by what one point more would do to a region's real income, largest effect first."""
    kept = at if isinstance(at, Factorised) else factorise(at)
    effect = gradient(kept, weights_of(kept.at, "real_income", region)).t
    abroad = ~np.eye(len(effect), dtype=bool)[:, :, None]
    cells = np.nonzero(abroad & (kept.at.M > 0))
    order = np.argsort(-np.abs(effect[cells]), kind="stable")
    n, i, j = (axis[order] for axis in cells)
    # A point is a hundredth, in per cent a hundred: the two cancel.
    return TariffTable(n, i, j, kept.at.levers.t[n, i, j], effect[n, i, j])


def weights_of(at: Place, outcome: Outcome, region: int) -> Change:
    """Give a region's outcome as weights on what the equations give."""
    return _OUTCOMES[outcome](at, region)


def _real_income(at: Place, n: int) -> Change:
    return replace(_income(at, n), P=-_price_index(at, n).P)


def _income(at: Place, n: int) -> Change:
    return replace(_no_weights(at), I=_only(n, at.I, 1 / at.I[n]))


def _real_wage(at: Place, n: int) -> Change:
    """Weigh each wage by its share in what the baseline's workers would earn at the wages of the place."""
    paid = at.wL[n] / at.wL[n].sum()
    return replace(_no_weights(at), w=_only(n, at.wL, paid), P=-_price_index(at, n).P)


def _price_index(at: Place, n: int) -> Change:
    return replace(_no_weights(at), P=_only(n, at.X, at.params.alpha[n]))


def _factor_income(at: Place, n: int) -> Change:
    return replace(_no_weights(at), F=_only(n, at.I, 1 / at.wL[n].sum()))


def _exports(at: Place, n: int) -> Change:
    return _trade(at, np.s_[:, n], n)


def _imports(at: Place, n: int) -> Change:
    return _trade(at, np.s_[n], n)


def _trade(at: Place, where: tuple | int, n: int) -> Change:
    """Weigh trade across the border; a region without any has no log of it, and gets not-a-numbers."""
    weights = np.zeros_like(at.M)
    weights[where] = 1.0
    weights[n, n] = 0.0
    total = (weights * at.M).sum()
    return replace(_no_weights(at), M=weights / total if total else np.full_like(at.M, np.nan))


def _revenue(at: Place, n: int) -> Change:
    return replace(_no_weights(at), R=_only(n, at.I, 1.0))


_OUTCOMES: dict[str, Callable[[Place, int], Change]] = {
    "real_income": _real_income,
    "real_wage": _real_wage,
    "price_index": _price_index,
    "income": _income,
    "factor_income": _factor_income,
    "exports": _exports,
    "imports": _imports,
    "revenue": _revenue,
}


def _no_weights(at: Place) -> Change:
    region, wage = np.zeros_like(at.I), np.zeros_like(at.wL)
    cell = np.zeros_like(at.X)
    return Change(w=wage, P=cell, X=cell, M=np.zeros_like(at.M), F=region, R=region, I=region, gap=wage)


def _only(n: int, like: Array, value: Array | float) -> Array:
    out = np.zeros_like(like)
    out[n] = value
    return out


def _inner(weights: Change, change: Change) -> float:
    pairs = ((getattr(weights, field.name), getattr(change, field.name)) for field in fields(Change))
    return float(sum((a * b).sum() for a, b in pairs))


def _sum(a: Levers, b: Levers) -> Levers:
    return Levers(**{field.name: getattr(a, field.name) + getattr(b, field.name) for field in fields(Levers)})

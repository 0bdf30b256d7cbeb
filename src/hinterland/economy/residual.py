"""What a point in the space of unknowns implies, and how far it is from satisfying every equation of `system`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy import system
from hinterland.economy.fold import Point
from hinterland.economy.params import Levers, Params
from hinterland.economy.shapes import Array


@dataclass(frozen=True)
class State:
    """Hold the economy at one point, every variable by its definition, and the largest violation of any equation."""

    w_hat: Array
    P_hat: Array
    c_hat: Array
    pi1: Array
    X1: Array
    Y1: Array
    I1: Array
    residual: float


def state(params: Params, given: Levers, at: Point) -> State:
    """Compute all variables from (w, P, X) by their definitions and measure every equation at them.

    The residual is the largest of: shares adding up, spending, labour markets, each relative to its own size, and the
    numeraire. Shares are taken from the prices of the point, so that they add up exactly where the price index holds,
    and miss by theta times its error where it does not.
    """
    w_hat, P_hat = np.exp(at.lw), np.exp(at.lP)
    X1 = np.where(at.lX < -650, 0.0, np.exp(at.lX))
    wL = params.wL if w_hat.shape[1] > 1 else params.wL.sum(axis=1, keepdims=True)
    o_hat = (1 + given.o) / (1 + params.o)
    c_hat = system.cost(w_hat, P_hat, o_hat, given.A_hat, params.va, params.gamma)
    pi1 = _shares(params, given, c_hat, P_hat)
    M1 = system.border(pi1, X1, given.t)
    e1 = given.e if given.e.any() else np.broadcast_to(0.0, given.e.shape)  # nothing is taxed: nothing to read
    Y1 = system.sales(M1, e1)
    revenue = (
        system.tariff_revenue(M1, given.t)
        + system.export_tax_revenue(M1, e1)
        + system.production_tax_revenue(Y1, given.o)
    )
    claimed = w_hat * given.L_hat[:, None] * wL
    I1 = system.income(claimed, revenue, given.D)
    paid = system.factor_income(params.va, Y1, given.o)
    if claimed.shape[1] == 1:
        paid = paid.sum(axis=1, keepdims=True)
    gaps = (
        _gap(pi1.sum(axis=1), np.ones_like(X1)),
        _gap(system.spending(params.gamma, Y1, given.o, given.alpha, I1), X1),
        _gap(paid, claimed),
        _gap(claimed.sum(keepdims=True), params.wL.sum(keepdims=True)),
    )
    return State(w_hat, P_hat, c_hat, pi1, X1, Y1, I1, residual=float(max(gap.max() for gap in gaps)))


def _shares(params: Params, given: Levers, c_hat: Array, P_hat: Array) -> Array:
    """Give the new shares; where nobody trades a sector only each region's trade with itself is worked out."""
    layout, n = params.layout, np.arange(params.N)
    before = (given.d_hat, params.t, given.t, params.e, given.e)
    pi1 = np.zeros_like(params.pi)
    j = layout.traded
    route = system.route(*(array[:, :, j] for array in before))
    pi1[:, :, j] = system.share(params.pi[:, :, j], route, c_hat[:, j], P_hat[:, j], params.theta[j])
    # Each region by itself is a world of one: the same equation, with a batch of such worlds as leading axis.
    j = layout.local
    route = system.route(*(array[n, n][:, j][:, None, None, :] for array in before))
    alone = np.ones_like(route)
    own = system.share(alone, route, c_hat[:, None, j], P_hat[:, None, j], params.theta[j])
    pi1[n[:, None], n[:, None], np.arange(params.J)[j]] = own[:, 0, 0, :]
    return pi1


def _gap(found: Array, wanted: Array) -> Array:
    """Give the relative difference; where both are zero there is none, and what is not a number is infinitely wrong."""
    both = (found == 0) & (wanted == 0)
    size = np.where(both, 1.0, np.abs(wanted))
    return np.nan_to_num(np.where(both, 0.0, np.abs(found - wanted) / size), nan=np.inf)

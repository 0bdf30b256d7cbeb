"""What a point in the space of unknowns implies, and how far it is from satisfying every equation of `system`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hinterland.economy import system
from hinterland.economy.fold import Point
from hinterland.economy.layout import Pick
from hinterland.economy.params import Levers, Params
from hinterland.economy.shapes import Array

_NONE = np.zeros((1, 1, 1))  # a tax that did not change


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
    traded = _flows(params, given, c_hat, P_hat, X1, _together(params.layout.traded))
    local = _flows(params, given, c_hat, P_hat, X1, _one_by_one(params.N, params.layout.local))
    pi1, Y1 = np.zeros_like(params.pi), np.empty_like(X1)
    n, j = np.arange(params.N)[:, None], np.arange(params.J)[params.layout.local]
    pi1[:, :, params.layout.traded], pi1[n, n, j] = traded.pi, local.pi[:, 0, 0, :]
    Y1[:, params.layout.traded], Y1[:, params.layout.local] = traded.Y, local.Y[:, 0, :]
    revenue = traded.revenue + local.revenue[:, 0] + system.production_tax_revenue(Y1, given.o)
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


@dataclass(frozen=True)
class _View:
    """See arrays for some sectors only: all regions together, or each region by itself as a world of one."""

    trade: Callable[[Array], Array]
    seller: Callable[[Array], Array]
    j: Pick


def _together(j: Pick) -> _View:
    return _View(lambda array: array[:, :, j], lambda array: array[:, j], j)


def _one_by_one(N: int, j: Pick) -> _View:
    """Where nobody trades a sector each region is a world of one: the same equations, the worlds as a leading axis."""
    n = np.arange(N)
    return _View(lambda array: array[n, n][:, j][:, None, None, :], lambda array: array[:, None, j], j)


@dataclass(frozen=True)
class _Flows:
    pi: Array  # shares
    Y: Array  # producers' sales
    revenue: Array  # of tariffs and export taxes


def _flows(params: Params, given: Levers, c_hat: Array, P_hat: Array, X1: Array, view: _View) -> _Flows:
    """Work out trade in some sectors; levers that nobody touches are not read N·N·J times."""
    t, t1 = (view.trade(params.t), view.trade(given.t)) if given.t is not params.t else (_NONE, _NONE)
    e, e1 = (view.trade(params.e), view.trade(given.e)) if given.e is not params.e else (_NONE, _NONE)
    route = system.route(view.trade(given.d_hat), t, t1, e, e1)
    pi1 = system.share(view.trade(params.pi), route, view.seller(c_hat), view.seller(P_hat), params.theta[view.j])
    tariff = view.trade(given.t)
    M1 = system.border(pi1, view.seller(X1), tariff)
    revenue = system.tariff_revenue(M1, tariff)
    if not given.e.any():
        return _Flows(pi1, M1.sum(axis=-3), revenue)
    taxed = view.trade(given.e)
    return _Flows(pi1, system.sales(M1, taxed), revenue + system.export_tax_revenue(M1, taxed))


def _gap(found: Array, wanted: Array) -> Array:
    """Give the relative difference; where both are zero there is none, and what is not a number is infinitely wrong."""
    both = (found == 0) & (wanted == 0)
    size = np.where(both, 1.0, np.abs(wanted))
    return np.nan_to_num(np.where(both, 0.0, np.abs(found - wanted) / size), nan=np.inf)

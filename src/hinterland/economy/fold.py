"""A scenario folded for the solver: no power of an N·N·J array is taken inside the loop.

`A = pi · kap_hat^−theta` is computed once a scenario; then `P_hat^−theta = A · c_hat^−theta`, and shares, sales and
revenue are three batched matrix–vector products an evaluation. Trade arrays stand sector first, see `layout`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy.layout import Layout, Pick, diagonal, first
from hinterland.economy.params import Levers, Params
from hinterland.economy.shapes import Array
from hinterland.economy.system import route

TINY = float(np.finfo(float).tiny)  # what an empty cell of spending stands at: its log is finite


@dataclass(frozen=True)
class Point:
    """Stand somewhere in the space of unknowns: log wages [N, 1 or J], log prices [N, J], log spending [N, J]."""

    lw: Array
    lP: Array
    lX: Array


@dataclass(frozen=True)
class Fold:
    """Hold one scenario's arrays, ready for `evaluate`. Trade arrays: [traded sector, importer, exporter]."""

    traded: Pick  # the traded sectors
    local: Pick  # the sectors that nobody trades
    A: Array  # pi kap_hat^−theta
    sold: Array  # A / ((1+t')(1+e')), exporter first: what producers get of each unit of spending
    landed: Array  # A / (1+t'): what is paid at the border
    A_local: Array  # the same three for local sectors: [region, sector]
    sold_local: Array
    landed_local: Array
    log_cost: Array  # log(o_hat / A_hat)
    theta: Array
    gamma: Array
    inputs: Array  # gamma / (1 + o'): spending on inputs of each unit of sales
    va: Array
    payroll: Array  # va / (1 + o'): factor income of each unit of sales
    production_tax: Array  # o' / (1 + o')
    alpha: Array
    D: Array
    wL: Array  # L_hat · baseline factor income, [N, 1] or [N, J]
    world: float  # baseline world factor income, the numeraire
    taxed: bool  # does anything but tariffs raise or cost money?


def fold(params: Params, levers: Levers, specific: bool = False) -> Fold:
    """Precompute everything about one scenario that does not change while it is solved."""
    layout = params.layout
    A = _dampened(params, levers, layout)
    border, producer = _kept(params, levers, layout)
    own = _own(params, levers, layout.local)
    own_t, own_e = (diagonal(array[:, :, layout.local]) for array in (levers.t, levers.e))
    wL = params.wL if specific else params.wL.sum(axis=1, keepdims=True)
    taxed = bool(levers.o.any())
    return Fold(
        traded=layout.traded,
        local=layout.local,
        A=A,
        sold=(A * producer).transpose(0, 2, 1),
        landed=A * border,
        A_local=own,
        sold_local=own / ((1 + own_t) * (1 + own_e)),
        landed_local=own / (1 + own_t),
        log_cost=np.log((1 + levers.o) / (1 + params.o) / levers.A_hat),
        theta=params.theta,
        gamma=params.gamma,
        inputs=params.gamma / (1 + levers.o[:, None, :]) if taxed else params.gamma,
        va=params.va,
        payroll=params.va / (1 + levers.o),
        production_tax=levers.o / (1 + levers.o),
        alpha=levers.alpha,
        D=levers.D,
        wL=levers.L_hat[:, None] * wL,
        world=float(params.wL.sum()),
        taxed=taxed or bool(levers.e.any()),
    )


@dataclass(frozen=True)
class Evaluation:
    """Hold what one pass through the equations gives: the residuals in logs, and how far the worst one is off.

    An error in a price counts theta-fold, since that is what it does to the shares.
    """

    rw: Array  # [N, 1 or J] log of factor income paid over factor income claimed
    rP: Array  # [N, J] log of the price index over the price assumed
    rX: Array  # [N, J] log of spending implied over spending assumed
    worst: float


def evaluate(fold: Fold, at: Point) -> Evaluation:
    """Pass once through all equations: prices from wages, sales from spending, income and spending from sales."""
    P_theta, c_theta = _prices(fold, at)
    rP = -np.log(P_theta) / fold.theta - at.lP
    X = np.exp(at.lX)
    Y, revenue = _sales(fold, X, P_theta, c_theta)
    wL = np.exp(at.lw) * fold.wL
    I = wL.sum(axis=1) + revenue + fold.D  # noqa: E741
    X1 = np.matmul(fold.inputs, Y[:, :, None])[:, :, 0] + fold.alpha * I[:, None]
    rX = np.log(np.maximum(X1, TINY)) - at.lX  # an empty cell stands at the log of TINY
    paid = fold.payroll * Y
    if wL.shape[1] == 1:
        paid = paid.sum(axis=1, keepdims=True)
        rw = np.log(paid / wL)
    else:
        rw = np.log(np.where(wL == 0, 1.0, paid) / np.where(wL == 0, 1.0, wL))
    # Not Python's max: it would pass over what is not a number.
    worst = np.array((_size(rw), _size(fold.theta * rP), _size(rX))).max() if X1.min() >= 0 else np.nan
    return Evaluation(rw, rP, rX, float(worst))


def _prices(fold: Fold, at: Point) -> tuple[Array, Array]:
    """Give P_hat^−theta and c_hat^−theta, both [N, J]."""
    log_c = fold.log_cost + fold.va * at.lw + np.matmul(at.lP[:, None, :], fold.gamma)[:, 0, :]
    c_theta = np.exp(-fold.theta * log_c)
    P_theta = np.empty_like(c_theta)
    P_theta[:, fold.traded] = np.matmul(fold.A, c_theta.T[fold.traded, :, None])[:, :, 0].T
    P_theta[:, fold.local] = fold.A_local * c_theta[:, fold.local]
    return P_theta, c_theta


def _sales(fold: Fold, X: Array, P_theta: Array, c_theta: Array) -> tuple[Array, Array]:
    """Give producers' sales [N, J] and all public revenue [N]."""
    per_price = X / P_theta
    q = per_price.T[fold.traded, :, None]
    c = c_theta.T[fold.traded, :, None]
    q_local, c_local = per_price[:, fold.local], c_theta[:, fold.local]
    Y = np.empty_like(X)
    Y[:, fold.traded] = (np.matmul(fold.sold, q) * c)[:, :, 0].T
    Y[:, fold.local] = fold.sold_local * q_local * c_local
    at_home = (fold.landed_local * q_local * c_local).sum(axis=1)
    landed = (np.matmul(fold.landed, c) * q)[:, :, 0].sum(axis=0) + at_home
    revenue = X.sum(axis=1) - landed
    if fold.taxed:
        fob = (np.matmul(fold.landed.transpose(0, 2, 1), q) * c)[:, :, 0].sum(axis=0)
        revenue += fob + at_home - Y.sum(axis=1) + (fold.production_tax * Y).sum(axis=1)
    return Y, revenue


def _dampened(params: Params, levers: Levers, layout: Layout) -> Array:
    """Compute pi kap_hat^−theta, sector first, with powers only where a route changes."""
    traded = layout.traded
    kap: Array | None = None
    for before, after, is_rate in ((params.t, levers.t, True), (params.e, levers.e, True), (None, levers.d_hat, False)):
        if after is before or (not is_rate and (after == 1).all()):
            continue
        ratio = (1 + after[:, :, traded]) / (1 + before[:, :, traded]) if before is not None else after[:, :, traded]
        kap = ratio if kap is None else kap * ratio
    if kap is None:
        return layout.pi
    kap = first(kap)
    changed = np.nonzero((kap != 1) & (layout.pi > 0))
    out = layout.pi.copy()
    out[changed] *= np.exp(-params.theta[traded][changed[0]] * np.log(kap[changed]))
    return out


def _kept(params: Params, levers: Levers, layout: Layout) -> tuple[Array, Array]:
    """Give what of a buyer's spending reaches the border, and what reaches the producer."""
    if levers.t is params.t and levers.e is params.e:
        return layout.border, layout.producer
    border = 1 / (1 + first(levers.t[:, :, layout.traded]))
    return border, border / (1 + first(levers.e[:, :, layout.traded])) if levers.e.any() else border


def _own(params: Params, levers: Levers, local: Pick) -> Array:
    """Compute pi kap_hat^−theta where everyone buys at home: [region, local sector]; a batch of one-region worlds."""
    d, t, t1, e, e1 = (
        diagonal(array[:, :, local])[:, None, None, :]
        for array in (levers.d_hat, params.t, levers.t, params.e, levers.e)
    )
    return route(d, t, t1, e, e1)[:, 0, 0, :] ** (-params.theta[local])


def _size(r: Array) -> float:
    return float(max(r.max(), -r.min()))

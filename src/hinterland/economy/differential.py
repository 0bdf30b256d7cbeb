"""The differential of every equation at one place, with levers: forward (`push`) and transposed (`pull`).

Small changes of log wages, log prices, log spending and the levers give small changes of everything else. The two
functions are each other's transpose, line by line: what `push` computes from top to bottom, `pull` undoes from bottom
to top. Taxes and deficits change by level, `d_hat`, `A_hat` and `L_hat` in logs, wherever `Levers` holds changes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy.params import Levers, Params
from hinterland.economy.shapes import Array, Regions, RegionSector, Trade, Wages
from hinterland.economy.system import border, export_tax_revenue, income, production_tax_revenue, sales, tariff_revenue


@dataclass(frozen=True)
class Place:
    """Hold the economy where it is differentiated."""

    params: Params
    levers: Levers
    pi: Trade
    X: RegionSector
    V: Trade  # spending at purchaser prices
    M: Trade  # at the border
    E: Trade  # received by producers
    Yn: RegionSector  # production net of production tax
    wL: Wages  # factor income
    R: Regions  # revenue
    I: Regions  # noqa: E741 (the paper's symbol)


@dataclass(frozen=True)
class Change:
    """Hold changes of what the equations give; or, of an outcome, its weight on each of them."""

    w: Wages  # log wages
    P: RegionSector  # log prices
    X: RegionSector  # log spending
    M: Trade  # trade at the border, money
    F: Regions  # factor income, money
    R: Regions  # revenue, money
    I: Regions  # noqa: E741 income, money
    gap: Wages  # log of factor income paid over claimed


@dataclass(frozen=True)
class Pulled:
    """Hold weights on log wages, log prices, log spending and the levers."""

    w: Wages
    p: RegionSector
    x: RegionSector
    levers: Levers


def place(params: Params, at: Levers, pi: Trade, X: RegionSector, w_hat: Wages) -> Place:
    """Collect the values at levers `at`, trade shares `pi`, spending `X` and wages `w_hat`."""
    M = border(pi, X, at.t)
    Y = sales(M, at.e)
    wL = params.wL if w_hat.shape[1] == params.J else params.wL.sum(axis=1, keepdims=True)
    wL = w_hat * at.L_hat[:, None] * wL
    R = tariff_revenue(M, at.t) + export_tax_revenue(M, at.e) + production_tax_revenue(Y, at.o)
    return Place(
        params=params,
        levers=at,
        pi=pi,
        X=X,
        V=pi * X[:, None, :],
        M=M,
        E=M / (1 + at.e),
        Yn=Y / (1 + at.o),
        wL=wL,
        R=R,
        I=income(wL, R, at.D),
    )


def push(at: Place, w: Wages, p: RegionSector, x: RegionSector, d: Levers) -> Change:
    """Give what changes when log wages, prices, spending and levers change by `w`, `p`, `x` and `d`."""
    params, (t, e, o) = at.params, (at.levers.t, at.levers.e, at.levers.o)
    theta, gamma, va = params.theta, params.gamma, params.va
    c = va * w + np.einsum("nkj,nk->nj", gamma, p) + d.o / (1 + o) - d.A_hat
    landed = d.t / (1 + t) + d.e / (1 + e) + d.d_hat + c
    P = (at.pi * landed).sum(axis=1)
    V = at.V * (theta * (P[:, None, :] - landed) + x[:, None, :])
    M = (V - at.M * d.t) / (1 + t)
    E = (M - at.E * d.e) / (1 + e)
    Yn = (E.sum(axis=0) - at.Yn * d.o) / (1 + o)
    R = (
        (t * M + at.M * d.t).sum(axis=(1, 2))
        + (e * E + at.E * d.e).sum(axis=(0, 2))
        + (o * Yn + at.Yn * d.o).sum(axis=1)
    )
    F = (at.wL * (w + d.L_hat[:, None])).sum(axis=1)
    I = F + R + d.D  # noqa: E741
    X = np.einsum("nkj,nj->nk", gamma, Yn) + at.levers.alpha * I[:, None] + at.I[:, None] * d.alpha
    gap = _by_wage(at, va * Yn) / _or_one(at.wL) - w - d.L_hat[:, None]
    return Change(w=w, P=P, X=X / _or_one(at.X), M=M, F=F, R=R, I=I, gap=gap)


def pull(at: Place, bar: Change) -> Pulled:
    """Transpose `push`: from weights on what changes to weights on wages, prices, spending and levers."""
    params, (t, e, o) = at.params, (at.levers.t, at.levers.e, at.levers.o)
    theta, gamma, va = params.theta, params.gamma, params.va
    X = bar.X / _or_one(at.X)
    I = bar.I + (at.levers.alpha * X).sum(axis=1)  # noqa: E741
    F, R = bar.F + I, bar.R + I
    Yn = np.einsum("nkj,nk->nj", gamma, X) + va * bar.gap / _or_one(at.wL) + o * R[:, None]
    Y = Yn / (1 + o)
    E = Y + e * R[:, None]
    M = bar.M + E / (1 + e) + t * R[:, None, None]
    V = at.V * M / (1 + t)
    P = bar.P + theta * V.sum(axis=1)
    landed = at.pi * P[:, None, :] - theta * V
    c = landed.sum(axis=0)
    claimed = at.wL * F[:, None] - bar.gap
    return Pulled(
        w=bar.w + claimed + _by_wage(at, va * c),
        p=np.einsum("nkj,nj->nk", gamma, c),
        x=V.sum(axis=1),
        levers=Levers(
            t=at.M * (R[:, None, None] - M / (1 + t)) + landed / (1 + t),
            e=at.E * (R[:, None] - E / (1 + e)) + landed / (1 + e),
            o=at.Yn * (R[:, None] - Y) + c / (1 + o),
            d_hat=landed,
            A_hat=-c,
            L_hat=claimed.sum(axis=1),
            alpha=at.I[:, None] * X,
            D=I,
        ),
    )


def _by_wage(at: Place, payroll: Array) -> Array:
    """Sum over the sectors of a region where they share a wage."""
    return payroll if at.wL.shape[1] == at.params.J else payroll.sum(axis=1, keepdims=True)


def _or_one(values: Array) -> Array:
    return np.where(values == 0, 1.0, values)

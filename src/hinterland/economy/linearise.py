"""The equations linearised at a point, in logs: forward (what do unknowns move?) and backward (what moves this?).

The unknowns are log wages w [N, 1 or J], log prices p [N, J] and log spending x [N, J]; every array has a trailing axis
of right-hand sides. Nothing of size (NJ)² is formed: one application costs as much as an evaluation of the equations,
and the inverses of the price and spending blocks are Neumann sweeps, which contract because every sector adds value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinterland.economy.params import Levers, Params, levers_at_rest
from hinterland.economy.shapes import Array


@dataclass(frozen=True)
class Linearisation:
    """Hold the coefficients at one point. V[n, i, j] is spending of n on i's goods, at purchaser prices."""

    theta: Array  # [J]
    gamma: Array  # [N, K, J]
    va: Array  # [N, J]
    alpha: Array  # [N, J]
    one_plus_o: Array  # [N, J]
    pi: Array  # [J, N, I] trade shares, sector first
    E: Array  # [J, N, I] what producers receive
    T: Array  # [J, N, I] what importers collect
    B: Array  # [J, N, I] what exporters collect, tax on production included
    X: Array  # [N, J]
    wL: Array  # [N, 1 or J] factor income

    @cached_property
    def Y(self) -> Array:
        """Give producers' sales [I, J]."""
        return self.E.sum(axis=1).T

    @cached_property
    def payroll(self) -> Array:
        """Give factor income per unit of sales [N, J]."""
        return self.va / self.one_plus_o

    @cached_property
    def safe_X(self) -> Array:
        """Give spending, with ones where nothing is spent."""
        return np.where(self.X == 0, 1.0, self.X)

    @cached_property
    def paid(self) -> Array:
        """Give factor income, with ones where none is paid, so that it may divide."""
        return np.where(self.wL == 0, 1.0, self.wL)


def linearise(params: Params, at: Levers, pi: Array, X: Array, w_hat: Array) -> Linearisation:
    """Collect the coefficients at counterfactual shares `pi` [N, N, J], spending `X` [N, J], wages `w_hat` [N, 1|J]."""
    V = pi * X[:, None, :]
    E = V / ((1 + at.t) * (1 + at.e))
    wL = params.wL if w_hat.shape[1] > 1 else params.wL.sum(axis=1, keepdims=True)
    return Linearisation(
        theta=params.theta,
        gamma=params.gamma,
        va=params.va,
        alpha=at.alpha,
        one_plus_o=1 + at.o,
        pi=_first(pi),
        E=_first(E),
        T=_first(V * at.t / (1 + at.t)),
        B=_first(at.e * E + at.o / (1 + at.o) * E),
        X=X,
        wL=w_hat * at.L_hat[:, None] * wL,
    )


def at_rest(params: Params, specific: bool = False) -> Linearisation:
    """Linearise at the baseline itself."""
    rest = levers_at_rest(params)
    return linearise(params, rest, params.pi, params.X, np.ones((params.N, params.J if specific else 1)))


def costs(lin: Linearisation, w: Array, p: Array) -> Array:
    """Give the change of log unit costs [N, J, r]: va w + gammaᵀ p."""
    return lin.va[:, :, None] * w + np.matmul(lin.gamma.transpose(0, 2, 1), p)


def prices(lin: Linearisation, c: Array) -> Array:
    """Give the change of log prices [N, J, r]: Π c."""
    return _across(lin.pi, c)


def demand(lin: Linearisation, w: Array, c: Array, P: Array, x: Array) -> tuple[Array, Array]:
    """Give the change of log spending [N, J, r] and the excess of factor income paid over claimed, in logs."""
    theta = lin.theta[:, None]
    u = theta * P + x
    dY = _across(lin.E.transpose(0, 2, 1), u) - theta * lin.Y[:, :, None] * c
    dI = (lin.wL[:, :, None] * w).sum(axis=1)
    dI = dI + (lin.T.sum(axis=2).T[:, :, None] * u).sum(axis=1) - _across(lin.T, theta * c).sum(axis=1)
    collected = _across(lin.B.transpose(0, 2, 1), u) - theta * lin.B.sum(axis=1).T[:, :, None] * c
    dI = dI + collected.sum(axis=1)
    dX = np.matmul(lin.gamma, dY / lin.one_plus_o[:, :, None]) + lin.alpha[:, :, None] * dI[:, None, :]
    return dX / lin.safe_X[:, :, None], _wage_gap(lin, dY, w)


def demand_backward(lin: Linearisation, gX: Array, gw: Array) -> tuple[Array, Array, Array, Array]:
    """Transpose `demand`: from cotangents of its two results to those of (w, c, P, x)."""
    theta = lin.theta[:, None]
    g = gX / lin.safe_X[:, :, None]
    dI = (lin.alpha[:, :, None] * g).sum(axis=1)[:, None, :]
    gap = gw / lin.paid[:, :, None]
    dY = np.matmul(lin.gamma.transpose(0, 2, 1), g) / lin.one_plus_o[:, :, None] + lin.payroll[:, :, None] * gap
    every = np.broadcast_to(dI, dY.shape)
    u = _across(lin.E, dY) + lin.T.sum(axis=2).T[:, :, None] * dI + _across(lin.B, every)
    c = -theta * (
        lin.Y[:, :, None] * dY + _across(lin.T.transpose(0, 2, 1), every) + lin.B.sum(axis=1).T[:, :, None] * dI
    )
    return lin.wL[:, :, None] * dI - gw, c, theta * u, u


def costs_backward(lin: Linearisation, gc: Array) -> tuple[Array, Array]:
    """Transpose `costs`: from the cotangent of log costs to those of (w, p)."""
    gw = lin.va[:, :, None] * gc
    if lin.wL.shape[1] == 1:
        gw = gw.sum(axis=1, keepdims=True)
    return gw, np.matmul(lin.gamma, gc)


def prices_backward(lin: Linearisation, gP: Array) -> Array:
    """Transpose `prices`: from the cotangent of log prices to that of log costs."""
    return _across(lin.pi.transpose(0, 2, 1), gP)


def _wage_gap(lin: Linearisation, dY: Array, w: Array) -> Array:
    paid = lin.payroll[:, :, None] * dY
    if lin.wL.shape[1] == 1:
        paid = paid.sum(axis=1, keepdims=True)
    return paid / lin.paid[:, :, None] - w


def _across(matrix: Array, rhs: Array) -> Array:
    """Multiply one matrix a sector, [J, a, b], into [b, J, r]; gives [a, J, r]."""
    return np.matmul(matrix, rhs.transpose(1, 0, 2)).transpose(1, 0, 2)


def _first(array: Array) -> Array:
    return np.ascontiguousarray(array.transpose(2, 0, 1))

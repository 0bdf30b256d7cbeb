"""Prices and spending eliminated from the linearised equations, leaving wages: the reduced wage Jacobian.

    p = Π (va w + gammaᵀ p) + rP,    x = demand(w, c, p, x) + rX,    gap(w, p, x) = −rw

Each inner system is solved by sweeps to a tolerance that the caller chooses: loose for a preconditioner, tight for
Newton's method and for derivatives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hinterland.economy.linearise import (
    Linearisation,
    costs,
    costs_backward,
    demand,
    demand_backward,
    prices,
    prices_backward,
)
from hinterland.economy.shapes import Array

_SWEEPS = 500  # each contracts by the share of inputs in cost; more would mean chains that add no value


@dataclass(frozen=True)
class Response:
    """Hold how prices and spending respond: log prices p, log spending x, both [N, J, r], and the wage gap left."""

    p: Array
    x: Array
    gap: Array  # [N, 1 or J, r]


def respond(lin: Linearisation, w: Array, rP: Array, rX: Array, tolerance: float) -> Response:
    """Solve for prices and spending given wages `w` and errors `rP`, `rX`; see the module for the equations."""
    p = _sweep(lambda p: prices(lin, costs(lin, w, p)) + rP, rP, tolerance)
    c = costs(lin, w, p)
    P = prices(lin, c)
    idle = np.zeros_like(rX)
    fixed, _ = demand(lin, w, c, P, idle)
    zero_w, zero = np.zeros_like(w), np.zeros_like(c)
    x = _sweep(lambda x: demand(lin, zero_w, zero, zero, x)[0] + fixed + rX, fixed + rX, tolerance)
    _, gap = demand(lin, w, c, P, x)
    return Response(p, x, gap)


def respond_backward(
    lin: Linearisation, gw: Array, gP: Array, gX: Array, tolerance: float
) -> tuple[Array, Array, Array]:
    """Transpose `respond`: from cotangents of (gap, p, x) to those of (w, rP, rX)."""
    w_gap, c_gap, P_gap, x_gap = demand_backward(lin, np.zeros_like(gX), gw)
    start = gX + x_gap
    nothing = np.zeros_like(gw)
    lam = _sweep(lambda lam: demand_backward(lin, lam, nothing)[3] + start, start, tolerance)
    w_x, c_x, P_x, _ = demand_backward(lin, lam, nothing)
    gc = c_gap + c_x + prices_backward(lin, P_gap + P_x)
    w_c, p_c = costs_backward(lin, gc)
    first = gP + p_c
    mu = _sweep(lambda mu: costs_backward(lin, prices_backward(lin, mu))[1] + first, first, tolerance)
    w_p, _ = costs_backward(lin, prices_backward(lin, mu))
    return w_gap + w_x + w_c + w_p, mu, lam


def wage_jacobian(lin: Linearisation, tolerance: float) -> tuple[Array, Response]:
    """Give the derivative of the wage gap to wages with prices and spending eliminated, and the responses behind it.

    The matrix is [W, W] with W = N (mobile) or N·J (specific). It is singular along the numeraire: see `pin`.
    """
    shape = lin.wL.shape
    W = shape[0] * shape[1]
    unit = np.eye(W).reshape(*shape, W)
    zero = np.zeros((*lin.X.shape, W))
    response = respond(lin, unit, zero, zero, tolerance)
    return response.gap.reshape(W, W), response


def pin(jacobian: Array, weights: Array) -> Array:
    """Add the numeraire: the weighted gaps sum to zero by Walras' law, so one direction is free to fix the level."""
    return jacobian - np.outer(np.ones(len(weights)), weights)


def inverse(matrix: Array) -> Array:
    """Invert a matrix or a stack of them; where one has no inverse, give the smallest answer instead (Moore–Penrose).

    So it is for the wages of regions that do not trade with each other: nothing says how they compare.
    """
    try:
        return np.linalg.inv(matrix)
    except np.linalg.LinAlgError:
        return np.linalg.pinv(np.nan_to_num(matrix))


def _sweep(step: Callable[[Array], Array], start: Array, tolerance: float) -> Array:
    """Iterate `y = step(y)` until it moves by less than `tolerance` of its size."""
    y = start
    for _ in range(_SWEEPS):
        new = step(y)
        moved, size = float(np.abs(new - y).max(initial=0.0)), float(np.abs(new).max(initial=0.0))
        y = new
        if not moved > tolerance * size:  # also when they are not numbers any more
            break
    return y

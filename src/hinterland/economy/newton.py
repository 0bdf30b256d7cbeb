"""Newton's step with the exact Jacobian at the present point: the robust fallback, and the judge of hard cases."""

from __future__ import annotations

import numpy as np

from hinterland.economy.fold import Evaluation, Point
from hinterland.economy.linearise import Linearisation
from hinterland.economy.reduce import inverse, pin, respond, wage_jacobian

_TOLERANCE = 1e-9


def newton_step(lin: Linearisation, at: Evaluation) -> Point:
    """Solve the linearised equations for the correction of all unknowns, prices and spending eliminated."""
    jacobian, response = wage_jacobian(lin, _TOLERANCE)
    W = len(jacobian)
    inner = respond(lin, np.zeros((*lin.wL.shape, 1)), at.rP[:, :, None], at.rX[:, :, None], _TOLERANCE)
    gap = (at.rw[:, :, None] + inner.gap).ravel()
    weights = lin.wL.ravel() / lin.wL.sum()
    dw = -inverse(pin(jacobian, weights)) @ (gap - weights @ gap)
    dP = inner.p[:, :, 0] + response.p.reshape(-1, W).dot(dw).reshape(at.rP.shape)
    dX = inner.x[:, :, 0] + response.x.reshape(-1, W).dot(dw).reshape(at.rX.shape)
    return Point(dw.reshape(at.rw.shape), dP, dX)

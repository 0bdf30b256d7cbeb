"""The baseline's own reduced wage Jacobian, with the response of prices and spending to wages behind it.

Linearise the equations at the baseline in logs, with wages, prices and spending as unknowns:

    prices     dlogP = Π (va dlogw + gammaᵀ dlogP) + rP
    spending   dlogX = K dlogX + C_P dlogP + C_w dlogw + rX
    wages      0     = G_X dlogX + G_P dlogP + G_w dlogw + rw

Eliminating prices and spending leaves an N × N system in wages. Its inverse `S`, the responses `R` of prices and
spending to wages, and the adjoint responses `H` of the wage equation to errors in prices and spending are computed once
per baseline and serve every scenario. Errors in prices and spending themselves are corrected region by region (`B`),
since most of what a region uses it makes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy.fold import Evaluation
from hinterland.economy.linearise import Linearisation
from hinterland.economy.reduce import inverse, pin, respond_backward, wage_jacobian
from hinterland.economy.shapes import Array

# The matrices only have to point the way: three digits are enough, and the sweeps stop there.
_TOLERANCE = 1e-4
# Half the digits are plenty for that too, and half the memory is what keeps them in the processor's cache.
_PRECISION = np.float32


@dataclass(frozen=True)
class Preconditioner:
    """Hold the matrices; N regions, J sectors. `step` turns residuals into a correction of the unknowns."""

    S: Array  # [N, N] inverse of the reduced wage Jacobian, numeraire included
    H: Array  # [N, 2NJ] what errors in prices and in spending mean for the wage equation
    R: Array  # [2NJ, N] response of log prices and log spending to log wages
    B: Array  # [2N, J, J] inverse of the price block within each region, then of the spending block
    weights: Array  # [N] share in world factor income

    def step(self, evaluation: Evaluation) -> tuple[Array, Array]:
        """Give the correction of log wages [N, 1], and of log prices and log spending, stacked [2NJ]."""
        inner = _stacked(evaluation, self.B)
        rw = evaluation.rw[:, 0] + self.H @ inner.ravel()
        dw = self.S @ (rw - self.weights @ rw)
        return dw[:, None], np.matmul(self.B, inner).ravel() + self.R @ dw.astype(self.R.dtype)


@dataclass(frozen=True)
class SpecificPreconditioner:
    """Precondition wages that differ by sector: each by its own labour demand, the rest left to the extrapolation."""

    S: Array  # [N, J] how far a wage must move to close a gap of one
    B: Array

    def step(self, evaluation: Evaluation) -> tuple[Array, Array]:
        """Give the correction of log wages [N, J], and of log prices and log spending, stacked [2NJ]."""
        return self.S * evaluation.rw, np.matmul(self.B, _stacked(evaluation, self.B)).ravel()


def _stacked(evaluation: Evaluation, blocks: Array) -> Array:
    """Stack the errors in prices and in spending as the blocks want them: [2N, J, 1], in their precision."""
    return np.concatenate((evaluation.rP, evaluation.rX), dtype=blocks.dtype)[:, :, None]


def precondition(lin: Linearisation) -> Preconditioner:
    """Compute the matrices from the equations linearised at the baseline; a few tens of evaluations' work."""
    N, J = lin.X.shape
    jacobian, response = wage_jacobian(lin, _TOLERANCE)
    income = lin.wL.sum(axis=1)
    weights = income / income.sum()
    unit = np.eye(N)[:, None, :]
    zero = np.zeros((N, J, N))
    _, HP, HX = respond_backward(lin, unit, zero, zero, _TOLERANCE)
    return Preconditioner(
        S=-inverse(pin(jacobian, weights)),
        H=np.concatenate((HP.reshape(N * J, N), HX.reshape(N * J, N))).T.astype(_PRECISION, order="C"),
        R=np.concatenate((response.p.reshape(N * J, N), response.x.reshape(N * J, N)), dtype=_PRECISION),
        B=_blocks(lin),
        weights=weights,
    )


def precondition_specific(lin: Linearisation) -> SpecificPreconditioner:
    """Compute the slope of each sector's labour demand: cost moves sales by theta, less what it moves the index."""
    held = (lin.E * (1 - lin.pi)).sum(axis=1).T / np.where(lin.Y == 0, 1.0, lin.Y)  # [I, J]
    return SpecificPreconditioner(S=1 / (1 + lin.theta * lin.va * held), B=_blocks(lin))


def _blocks(lin: Linearisation) -> Array:
    return np.concatenate((_price_blocks(lin), _spending_blocks(lin)), dtype=_PRECISION)


def _price_blocks(lin: Linearisation) -> Array:
    """Invert I − π_nn gamma_nᵀ for every region: what an error in its own prices becomes, imports held still."""
    own = np.diagonal(lin.pi, axis1=1, axis2=2).T  # [N, J]
    return inverse(np.eye(len(lin.theta)) - own[:, :, None] * lin.gamma.transpose(0, 2, 1))


def _spending_blocks(lin: Linearisation) -> Array:
    """Invert I − K_nn for every region: what an error in its own spending becomes, other regions held still."""
    own = np.diagonal(lin.E, axis1=1, axis2=2).T / lin.one_plus_o  # [N, J]
    collected = lin.T.sum(axis=2).T + np.diagonal(lin.B, axis1=1, axis2=2).T
    dX = lin.gamma * own[:, None, :] + lin.alpha[:, :, None] * collected[:, None, :]
    return inverse(np.eye(len(lin.theta)) - dX / lin.safe_X[:, :, None])

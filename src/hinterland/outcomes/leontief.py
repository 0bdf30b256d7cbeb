"""Who finally uses what a producer makes, through every stage of inputs."""

from __future__ import annotations

import numpy as np


def final_uses(
    pi: np.ndarray,
    t: np.ndarray,
    e: np.ndarray,
    o: np.ndarray,
    gamma: np.ndarray,
    final: np.ndarray,
) -> np.ndarray:
    """Give the output that each region's final spending calls for, [producer, sector, consumer], in money.

    The Leontief inverse (Miller & Blair 2009, chapter 10) at producers' prices: x_n = (I − A)^−1 f_n, with
    A[ik, nj] = pi[n, i, k] gamma[n, k, j] / ((1 + t)(1 + e)(1 + o)) and
    f_n[ik] = pi[n, i, k] final[n, k] / ((1 + t)(1 + e)).
    Every producer's row adds up to its sales.
    """
    N, J = final.shape
    at_factory = pi / ((1 + t) * (1 + e))  # [user, producer, sector], of a unit spent
    per_output = gamma / (1 + o)[:, None, :]  # [user, input, using sector]
    A = np.einsum("nik,nkj->iknj", at_factory, per_output).reshape(N * J, N * J)
    f = np.einsum("nik,nk->ikn", at_factory, final).reshape(N * J, N)
    return np.linalg.solve(np.eye(N * J) - A, f).reshape(N, J, N)

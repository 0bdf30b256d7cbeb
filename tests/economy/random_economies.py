"""Random economies in which every equation holds, and random shocks to them.

A seed and a few switches make one; hypothesis draws the seed and the switches, so that a failure names a case that
anyone can build again: `economy(seed=7, N=3, J=2)`.
"""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from hinterland.economy.params import Params, Shocks, from_flows


def economy(
    seed: int,
    N: int = 3,
    J: int = 2,
    *,
    taxes: bool = True,
    deficits: bool = True,
    zeros: bool = True,
    inputs: bool = True,
    thetas: tuple[float, float] = (1.0, 10.0),
) -> Params:
    """Build a baseline of N regions and J sectors.

    `taxes`: tariffs, export taxes and rebates, production taxes and support. `deficits`: up to a fifth of income.
    `zeros`: routes without trade, sectors without output, sectors nobody buys. The first sector is always traded by
    everyone, so that no part of the world is cut off from the rest: its wages would then be anybody's guess.
    """
    rng = np.random.default_rng(seed)
    abroad = ~np.eye(N, dtype=bool)[:, :, None]
    pi = rng.uniform(0.05, 1, (N, N, J)) + np.where(abroad, 0, N)
    va = rng.uniform(0.3, 0.9, (N, J)) if inputs else np.ones((N, J))
    gamma = rng.uniform(0, 1, (N, J, J))
    alpha = rng.uniform(0.1, 1, (N, J))
    t, e, o = np.zeros((N, N, J)), np.zeros((N, N, J)), np.zeros((N, J))
    if taxes:
        t = np.where(abroad, rng.uniform(0, 0.4, (N, N, J)), 0)
        e = np.where(abroad, rng.uniform(-0.08, 0.1, (N, N, J)), 0)
        o = rng.uniform(-0.05, 0.1, (N, J))
    if zeros:
        _punch_holes(rng, pi, gamma, alpha)
    pi /= pi.sum(axis=1, keepdims=True)
    gamma *= ((1 - va) / gamma.sum(axis=1))[:, None, :]
    alpha /= alpha.sum(axis=1, keepdims=True)
    owed = rng.uniform(-0.2, 0.2, N) if deficits else np.zeros(N)
    X = _spending(pi, t, e, o, gamma, va, alpha, owed)
    theta = np.exp(rng.uniform(*np.log(thetas), J))
    return from_flows(X=X, pi=pi, t=t, e=e, o=o, gamma=gamma, va=va, theta=theta)


def shocks(seed: int, params: Params, size: float = 1.0) -> Shocks:
    """Draw a shock of every kind at once; at `size` 1, tariffs move by up to 30 points and ratios by up to 30 %."""
    rng = np.random.default_rng(seed + 1_000_000)
    N, J = params.N, params.J
    abroad = ~np.eye(N, dtype=bool)[:, :, None]

    def ratio(*shape: int) -> np.ndarray:
        return np.exp(size * rng.uniform(-0.3, 0.3, shape))

    D = size * rng.uniform(-0.05, 0.05, N) * params.wL.sum(axis=1)
    tastes = params.alpha * ratio(N, J)
    return Shocks(
        t=np.where(abroad, np.maximum(params.t + size * rng.uniform(-0.1, 0.3, (N, N, J)), -0.1), 0),
        e=np.where(abroad, np.maximum(params.e + size * rng.uniform(-0.05, 0.1, (N, N, J)), -0.1), 0),
        o=np.maximum(params.o + size * rng.uniform(-0.05, 0.1, (N, J)), -0.1),
        d_hat=np.where(abroad, ratio(N, N, J), 1.0),
        A_hat=ratio(N, J),
        L_hat=ratio(N),
        alpha=tastes / tastes.sum(axis=1, keepdims=True),
        D=params.D + D - D.mean(),
    )


def final_spending(params: Params) -> np.ndarray:
    """Give the baseline's final spending by region and sector: what is left of X after inputs."""
    Y = (params.pi * params.X[:, None, :] / ((1 + params.t) * (1 + params.e))).sum(axis=0)
    return params.X - np.einsum("nkj,nj->nk", params.gamma, Y / (1 + params.o))


seeds = st.integers(0, 10_000)


@st.composite
def economies(draw: st.DrawFn, regions: tuple[int, int] = (1, 5), sectors: tuple[int, int] = (1, 4)) -> Params:
    """Draw a baseline with any mix of taxes, deficits, holes and inputs."""
    return economy(
        draw(seeds),
        draw(st.integers(*regions)),
        draw(st.integers(*sectors)),
        taxes=draw(st.booleans()),
        deficits=draw(st.booleans()),
        zeros=draw(st.booleans()),
        inputs=draw(st.booleans()),
    )


@st.composite
def cases(
    draw: st.DrawFn, regions: tuple[int, int] = (1, 5), sectors: tuple[int, int] = (1, 4)
) -> tuple[Params, Shocks]:
    """Draw a baseline and a shock of every kind to it."""
    params = draw(economies(regions, sectors))
    return params, shocks(draw(seeds), params)


def _punch_holes(rng: np.random.Generator, pi: np.ndarray, gamma: np.ndarray, alpha: np.ndarray) -> None:
    """Stop trade on some routes, output in some sectors (somebody else stays), and spending on some sectors."""
    N, _, J = pi.shape
    for j in range(1, J):
        pi[:, :, j] *= (rng.random((N, N)) < 0.7) | np.eye(N, dtype=bool)
        idle = np.flatnonzero(rng.random(N) < 0.3)
        maker = rng.integers(N)
        pi[:, idle[idle != maker], j] = 0
        pi[:, maker, j] = np.maximum(pi[:, maker, j], 0.05)
        shunned = rng.random(N) < 0.2
        gamma[shunned, j, :] = 0
        alpha[shunned, j] = 0
    gamma[rng.random(gamma.shape) < 0.2] = 0
    gamma[:, 0, :] = np.maximum(gamma[:, 0, :], 0.01)


def _spending(
    pi: np.ndarray,
    t: np.ndarray,
    e: np.ndarray,
    o: np.ndarray,
    gamma: np.ndarray,
    va: np.ndarray,
    alpha: np.ndarray,
    owed: np.ndarray,
) -> np.ndarray:
    """Find spending at which incomes are earned, up to deficits of about `owed` times income.

    Everything is linear in final incomes: X = Σ_m G[m] I[m], and what region n earns is Σ_m H[n, m] I[m].
    """
    N, _, J = pi.shape
    sold = pi / ((1 + t) * (1 + e))
    inputs = np.einsum("ikj,nij->iknj", gamma / (1 + o)[:, None, :], sold).reshape(N * J, N * J)
    final = (np.eye(N)[:, None, :] * alpha[:, :, None]).reshape(N * J, N)
    G = np.linalg.solve(np.eye(N * J) - inputs, final).reshape(N, J, N)
    Y = np.einsum("nij,njm->ijm", sold, G)
    border = pi / (1 + t)
    H = (
        np.einsum("ij,ijm->im", (va + o) / (1 + o), Y)
        + np.einsum("nij,njm->nm", t * border, G)
        + np.einsum("nij,njm->im", border * e / (1 + e), G)
    )
    # Balanced incomes are the eigenvector of H; a deficit moves them, and is scaled down where it would move them far.
    unearned = np.vstack((np.eye(N) - H, np.ones(N)))
    I = np.linalg.lstsq(unearned, np.append(np.zeros(N), 1.0), rcond=None)[0]  # noqa: E741
    D = owed * I - (owed * I).mean()
    moved = np.linalg.lstsq(unearned, np.append(D, 0.0), rcond=None)[0]
    return G @ (I + moved * min(1.0, 0.3 / max(float(np.abs(moved / I).max()), 1e-9)))

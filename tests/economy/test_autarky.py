"""Autarky has a closed form even with inputs: Costinot & Rodríguez-Clare (2014), eq. 29.

Alone, a region buys only from itself, so its share equation reads 1 = pi_nn (c_hat / P_hat)^−theta, that is

    log P_hat[j] = va[j] log w_hat + Σ_k gamma[k, j] log P_hat[k] − log(pi_nn[j]) / theta[j].

With a = (I − gammaᵀ)^−1 and Σ_k a[j, k] va[k] = 1 (all cost is somebody's value added in the end),

    log P_hat[j] − log w_hat = −Σ_k a[j, k] log(pi_nn[k]) / theta[k],

which does not know what the wage is. Nothing crosses a border, so tariffs and export taxes collect nothing. Without
production taxes income is factor income, and with no deficit before and no taxes at rest

    W_hat = Π_j Π_k pi_nn[k]^(alpha[j] a[j, k] / theta[k]).

With production taxes o that stay, spending solves X = gamma X/(1+o) + alpha (wL' + Σ_j o X/(1+o)), linear in wL'.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from economy.random_economies import economy, final_spending, seeds
from hinterland.economy.params import Closures, Params, Shocks
from hinterland.economy.solve import Solution, solve

regions, sectors = st.integers(1, 5), st.integers(1, 4)


def closed(params: Params) -> Solution:
    N = params.N
    d_hat = np.where(np.eye(N, dtype=bool)[:, :, None], 1.0, np.full((N, N, params.J), np.inf))
    return solve(params, Shocks(d_hat=d_hat), Closures(deficit="balanced"))


def home(params: Params) -> np.ndarray:
    return np.einsum("nnj->nj", params.pi)


def real_prices(params: Params) -> np.ndarray:
    """Give log P_hat − log w_hat by the closed form: [N, J]."""
    a = np.linalg.inv(np.eye(params.J) - params.gamma.transpose(0, 2, 1))
    return np.einsum("njk,nk->nj", a, -np.log(home(params)) / params.theta)


def gain(s: Solution) -> np.ndarray:
    income = s.I1 / final_spending(s.params).sum(axis=1)
    return income / np.exp((s.params.alpha * np.log(s.P_hat)).sum(axis=1))


@given(seeds, regions, sectors)
def test_without_taxes_or_deficits_at_rest_it_is_equation_29(seed: int, N: int, J: int) -> None:
    params = economy(seed, N, J, taxes=False, deficits=False, zeros=False)
    s = closed(params)
    assert s.status.ok
    np.testing.assert_allclose(gain(s), np.exp(-(params.alpha * real_prices(params)).sum(axis=1)), rtol=1e-9)


@given(seeds, regions, sectors, st.booleans())
def test_with_taxes_deficits_and_holes_at_rest(seed: int, N: int, J: int, zeros: bool) -> None:
    params = economy(seed, N, J, zeros=zeros)
    assume((home(params) > 0).all())
    s = closed(params)
    assert s.status.ok
    np.testing.assert_allclose(np.log(s.P_hat / s.w_hat), real_prices(params), atol=1e-9)
    o = params.o / (1 + params.o)
    wL = s.w_hat[:, 0] * params.wL.sum(axis=1)
    for n in range(N):
        again = params.gamma[n] / (1 + params.o[n]) + np.outer(params.alpha[n], o[n])
        X = np.linalg.solve(np.eye(J) - again, params.alpha[n] * wL[n])
        np.testing.assert_allclose(s.X1[n], X, rtol=1e-8, atol=1e-12 * X.sum())
        assert s.I1[n] == pytest.approx(wL[n] + (o[n] * X).sum(), rel=1e-9)


@given(seeds, st.integers(2, 4), sectors)
def test_large_trade_costs_come_close_to_it(seed: int, N: int, J: int) -> None:
    """In the limit, too: trade costs a million times as high leave at most (10⁶)^−theta of trade."""
    params = economy(seed, N, J, taxes=False, deficits=False, zeros=False, thetas=(3.0, 10.0))
    d_hat = np.where(np.eye(N, dtype=bool)[:, :, None], 1.0, np.full((N, N, J), 1e6))
    s = solve(params, Shocks(d_hat=d_hat))
    assert s.status.ok
    np.testing.assert_allclose(gain(s), np.exp(-(params.alpha * real_prices(params)).sum(axis=1)), rtol=1e-8)

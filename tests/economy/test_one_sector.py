"""One sector without inputs: the textbook economy, where formulas and an independent solver are at hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import root

from economy.random_economies import economy, final_spending, seeds
from hinterland.economy.params import Params, Shocks
from hinterland.economy.solve import Solution, solve


def simple(seed: int, N: int, deficits: bool = False) -> Params:
    return economy(seed, N, 1, taxes=False, deficits=deficits, zeros=False, inputs=False)


def trade_costs(seed: int, N: int) -> np.ndarray:
    d = np.exp(np.random.default_rng(seed).uniform(-0.7, 0.7, (N, N, 1)))
    d[np.arange(N), np.arange(N)] = 1
    return d


def home_share(s: Solution) -> np.ndarray:
    """Give the change of each region's share of spending on its own goods, pi_nn_hat."""
    return np.einsum("nnj->n", s.pi1) / np.einsum("nnj->n", s.params.pi)


@given(seeds, st.integers(1, 6))
def test_gains_are_the_home_share_to_the_power_of_minus_one_over_theta(seed: int, N: int) -> None:
    """Arkolakis, Costinot & Rodríguez-Clare (2012): no tariffs, no deficits, any change of trade costs."""
    params = simple(seed, N)
    s = solve(params, Shocks(d_hat=trade_costs(seed, N)))
    gain = s.I1 / final_spending(params).sum(axis=1) / s.P_hat[:, 0]
    np.testing.assert_allclose(gain, home_share(s) ** (-1 / params.theta[0]), rtol=1e-12)


@given(seeds, st.integers(2, 6))
def test_real_wages_follow_the_home_share_with_tariffs_and_deficits_too(seed: int, N: int) -> None:
    """Revenue and transfers add to income, not to what an hour of work buys; own productivity multiplies it."""
    params = simple(seed, N, deficits=True)
    rng = np.random.default_rng(seed)
    A_hat = np.exp(rng.uniform(-0.3, 0.3, (N, 1)))
    t = rng.uniform(0, 0.5, (N, N, 1)) * ~np.eye(N, dtype=bool)[:, :, None]
    s = solve(params, Shocks(d_hat=trade_costs(seed, N), A_hat=A_hat, t=t))
    wanted = A_hat[:, 0] * home_share(s) ** (-1 / params.theta[0])
    np.testing.assert_allclose((s.w_hat / s.P_hat)[:, 0], wanted, rtol=1e-12)


@given(seeds, st.integers(2, 5))
def test_wages_are_those_of_an_independent_solver(seed: int, N: int) -> None:
    """Excess demand for labour in wages alone (Alvarez & Lucas 2007), solved by scipy: a different road entirely."""
    params = simple(seed, N, deficits=True)
    d = trade_costs(seed, N)[:, :, 0]
    pi, theta, wL = params.pi[:, :, 0], params.theta[0], params.wL[:, 0]

    def excess(log_w: np.ndarray) -> np.ndarray:
        w = np.exp(log_w)
        delivered = pi * (d * w) ** -theta
        share = delivered / delivered.sum(axis=1, keepdims=True)
        gaps = share.T @ (w * wL + params.D) / (w * wL) - 1
        return np.append(gaps[:-1], (w * wL).sum() / wL.sum() - 1)

    found = root(excess, np.zeros(N), tol=1e-13)
    assert np.abs(excess(found.x)).max() < 1e-10
    s = solve(params, Shocks(d_hat=d[:, :, None]))
    np.testing.assert_allclose(s.w_hat[:, 0], np.exp(found.x), rtol=1e-8)


@given(seeds, st.integers(1, 4), st.integers(1, 3))
def test_sectors_that_are_alike_are_one_sector(seed: int, N: int, J: int) -> None:
    """Cut the one sector into J copies with equal shares of spending: no wage notices."""
    params = simple(seed, N)
    shock = Shocks(d_hat=trade_costs(seed, N))

    def copies(a: np.ndarray, part: float = 1.0) -> np.ndarray:
        return np.repeat(a, J, axis=-1) * part

    cut = replace(
        params,
        X=copies(params.X, 1 / J),
        pi=copies(params.pi),
        t=copies(params.t),
        e=copies(params.e),
        o=copies(params.o),
        gamma=np.zeros((N, J, J)),
        va=copies(params.va),
        alpha=copies(params.alpha, 1 / J),
        theta=copies(params.theta),
        wL=copies(params.wL, 1 / J),
    )
    many = solve(cut, Shocks(d_hat=copies(shock.d_hat)))
    np.testing.assert_allclose(many.w_hat, solve(params, shock).w_hat, rtol=1e-9)

"""What theory signs: who gains in wages against everybody else.

One sector, no inputs, no deficits, tariffs the same on all partners of an importer. Then labour of different regions
are gross substitutes (Alvarez & Lucas 2007): a higher wage elsewhere raises the demand for one's own labour. Proof with
tariffs: importer n with a tariff t on all foreigners spends at the border on k

    M[n, k] = a[k] w[n] L[n] / (S + (1 + t) b),   a[k] ∝ (d w[k])^−theta (1+t)^−theta,  S = Σ_foreign a,  b = own;

a higher w[i], i ≠ k, lowers S, so it raises M[n, k]; a higher w[n] lowers b and raises w[n], so it raises M[n, k] too;
and all imports of n, S w L / (S + (1 + t) b), fall with foreign wages, so what it buys at home rises.

Let a shock raise the excess demand for i's labour and lower, or leave, that for all others, at unchanged wages. Then
w_hat[i] is the largest of all: if another region k had the largest, scale so that w_hat[k] = 1; all other wages have
then fallen or stayed, so demand for k's labour has fallen by substitution and has not been raised by the shock, and it
cannot clear. So w_hat[i] / w_hat[k] ≥ 1 for every k, however large the shock and whatever the other regions look like.
"""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from economy.random_economies import economy, seeds
from hinterland.economy.params import Params, Shocks
from hinterland.economy.solve import Solution, solve

strength = st.floats(0.01, 2.0)
regions = st.integers(2, 5)


def even_tariffs(seed: int, N: int) -> Params:
    """Build a one-sector world with one tariff an importer, as an equilibrium of the same world without tariffs."""
    free = economy(seed, N, 1, taxes=False, deficits=False, zeros=False, inputs=False)
    levels = np.random.default_rng(seed).uniform(0, 0.5, N)
    s = solve(free, Shocks(t=tariffs(levels)))
    return Params(
        X=s.X1,
        pi=s.pi1,
        t=s.levers.t,
        e=free.e,
        o=free.o,
        gamma=free.gamma,
        va=free.va,
        alpha=free.alpha,
        theta=free.theta,
        wL=s.Y1,
        D=free.D,
    )


def tariffs(levels: np.ndarray) -> np.ndarray:
    N = len(levels)
    return np.where(np.eye(N, dtype=bool), 0, levels[:, None])[:, :, None]


def largest_at(s: Solution, i: int) -> None:
    assert s.status.ok
    assert s.w_hat[i, 0] >= s.w_hat.max() * (1 - 1e-9)
    assert s.w_hat[i, 0] > s.w_hat.min() * (1 + 1e-9), "the shock moved nothing"


@given(seeds, regions, strength)
def test_a_tariff_raises_its_own_wage_against_every_other(seed: int, N: int, rise: float) -> None:
    """At given wages a higher tariff cuts n's imports from all in the same proportion; its own labour gains."""
    params = even_tariffs(seed, N)
    t = params.t.copy()
    t[0] += rise * tariffs(np.ones(N))[0]
    largest_at(solve(params, Shocks(t=t)), 0)


@given(seeds, regions, strength)
def test_better_access_abroad_raises_ones_wage_against_every_other(seed: int, N: int, fall: float) -> None:
    """Cheaper routes from region 0 take custom from everyone else's goods in every market, and give it to 0's."""
    params = economy(seed, N, 1, taxes=False, deficits=False, zeros=False, inputs=False)
    d_hat = np.ones((N, N, 1))
    d_hat[1:, 0] = np.exp(-fall)
    largest_at(solve(params, Shocks(d_hat=d_hat)), 0)


@given(seeds, regions, strength)
def test_productivity_raises_ones_wage_against_every_other(seed: int, N: int, rise: float) -> None:
    params = economy(seed, N, 1, taxes=False, deficits=False, zeros=False, inputs=False)
    A_hat = np.ones((N, 1))
    A_hat[0] = np.exp(rise)
    largest_at(solve(params, Shocks(A_hat=A_hat)), 0)


@given(seeds, regions, strength)
def test_growth_worsens_the_terms_of_trade(seed: int, N: int, rise: float) -> None:
    """More of region 0's goods: its price falls against every other's, whether hands or their productivity grew.

    With more hands the excess demand for 0's labour falls (demand at home grows by less than supply, since part of it
    goes abroad) and everyone else's rises, so the price is the smallest. A_hat and L_hat differ only in whose hands.
    """
    params = economy(seed, N, 1, taxes=False, deficits=False, zeros=False, inputs=False)
    grown = np.ones((N, 1))
    grown[0] = np.exp(rise)
    more = solve(params, Shocks(L_hat=grown[:, 0]))
    better = solve(params, Shocks(A_hat=grown))
    for s in (more, better):
        assert s.status.ok
        assert s.c_hat[0, 0] <= s.c_hat.min() * (1 + 1e-9)
        assert s.c_hat[0, 0] < s.c_hat.max() * (1 - 1e-9)
    np.testing.assert_allclose(more.c_hat, better.c_hat, rtol=1e-8)

"""Names, units and order of regions and sectors change nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from economy.random_economies import cases, seeds
from hinterland.economy.params import Params, Shocks
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve

Case = tuple[Params, Shocks]
TIGHT = Settings(tolerance=1e-12)


def same(a: Solution, b: Solution, scale: float = 1.0) -> None:
    """Compare two answers that were each held to 1e-12."""
    assert a.status.ok and b.status.ok
    np.testing.assert_allclose(a.w_hat, b.w_hat, rtol=1e-9)
    np.testing.assert_allclose(a.P_hat, b.P_hat, rtol=1e-9)
    np.testing.assert_allclose(a.pi1, b.pi1, rtol=1e-9)
    np.testing.assert_allclose(a.X1, b.X1 * scale, rtol=1e-9)
    np.testing.assert_allclose(a.I1, b.I1 * scale, rtol=1e-9)


@given(cases(), st.sampled_from([1e-9, 1e-3, 7.0, 1e6, 1e12]))
def test_the_unit_of_money_changes_nothing(case: Case, scale: float) -> None:
    params, shock = case
    scaled = replace(params, X=params.X * scale, wL=params.wL * scale, D=params.D * scale)
    same(solve(scaled, replace(shock, D=shock.D * scale), settings=TIGHT), solve(*case, settings=TIGHT), scale)


@given(cases(), seeds)
def test_the_order_of_regions_and_sectors_changes_nothing(case: Case, seed: int) -> None:
    params, shock = case
    rng = np.random.default_rng(seed)
    r, s = rng.permutation(params.N), rng.permutation(params.J)

    def pair(a: np.ndarray) -> np.ndarray:
        return a[r][:, s]

    def trade(a: np.ndarray) -> np.ndarray:
        return a[r][:, r][:, :, s]

    renamed = Params(
        X=pair(params.X),
        pi=trade(params.pi),
        t=trade(params.t),
        e=trade(params.e),
        o=pair(params.o),
        gamma=params.gamma[r][:, s][:, :, s],
        va=pair(params.va),
        alpha=pair(params.alpha),
        theta=params.theta[s],
        wL=pair(params.wL),
        D=params.D[r],
    )
    shuffled = Shocks(
        t=trade(shock.t),
        e=trade(shock.e),
        o=pair(shock.o),
        d_hat=trade(shock.d_hat),
        A_hat=pair(shock.A_hat),
        L_hat=shock.L_hat[r],
        alpha=pair(shock.alpha),
        D=shock.D[r],
    )
    a, b = solve(renamed, shuffled, settings=TIGHT), solve(*case, settings=TIGHT)
    same(a, replace(b, w_hat=b.w_hat[r], P_hat=pair(b.P_hat), pi1=trade(b.pi1), X1=pair(b.X1), I1=b.I1[r]))


@given(cases(regions=(1, 4)))
def test_a_region_cut_in_two_equal_halves_is_still_itself(case: Case) -> None:
    """Each half buys from the other as the whole did from itself, half each; nobody else can tell the halves apart."""
    params, shock = case
    whole = np.append(np.arange(params.N), 0)
    size = np.ones(params.N)
    size[0] = 0.5

    def halved(a: np.ndarray) -> np.ndarray:
        return (a.T * size).T[whole]

    def supplied(a: np.ndarray) -> np.ndarray:
        return (a * size[:, None])[whole][:, whole]

    def alike(a: np.ndarray) -> np.ndarray:
        return a[whole][:, whole]

    cut = Params(
        X=halved(params.X),
        pi=supplied(params.pi),
        t=alike(params.t),
        e=alike(params.e),
        o=params.o[whole],
        gamma=params.gamma[whole],
        va=params.va[whole],
        alpha=params.alpha[whole],
        theta=params.theta,
        wL=halved(params.wL),
        D=halved(params.D),
    )
    both = Shocks(
        t=alike(shock.t),
        e=alike(shock.e),
        o=shock.o[whole],
        d_hat=alike(shock.d_hat),
        A_hat=shock.A_hat[whole],
        L_hat=shock.L_hat[whole],
        alpha=shock.alpha[whole],
        D=halved(shock.D),
    )
    a, b = solve(cut, both, settings=TIGHT), solve(*case, settings=TIGHT)
    same(
        a,
        replace(
            b,
            w_hat=b.w_hat[whole],
            c_hat=b.c_hat[whole],
            Y1=halved(b.Y1),
            P_hat=b.P_hat[whole],
            pi1=supplied(b.pi1),
            X1=halved(b.X1),
            I1=halved(b.I1),
        ),
    )

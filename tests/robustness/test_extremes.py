"""Violent shocks and awkward data: each ends in the one answer, or in a Status that says why."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from economy import naive
from economy.random_economies import economy
from hinterland.economy.params import Closures, Params, Shocks, from_flows
from hinterland.economy.solve import Solution, solve
from hinterland.economy.status import Status

SEEDS = range(2)


def abroad(params: Params) -> np.ndarray:
    return np.broadcast_to(~np.eye(params.N, dtype=bool)[:, :, None], params.t.shape)


def solved(params: Params, shock: Shocks, closures: Closures = Closures()) -> Solution:
    """Solve from rest and from a bad start, and let the naive equations judge."""
    s = solve(params, shock, closures)
    assert s.status.ok, s.status.sentence
    assert naive.violation(s.params, s.levers, s.w_hat, s.P_hat, s.X1) < 1.01e-10
    for seed in (1,):
        rng = np.random.default_rng(seed)
        far = replace(
            s,
            w_hat=s.w_hat * np.exp(rng.uniform(-2, 2, s.w_hat.shape)),
            P_hat=s.P_hat * np.exp(rng.uniform(-2, 2, s.P_hat.shape)),
            X1=s.X1 * np.exp(rng.uniform(-2, 2, s.X1.shape)),
        )
        again = solve(params, shock, closures, start=far)
        assert again.status.ok, again.status.sentence
        np.testing.assert_allclose(again.X1, s.X1, rtol=1e-6, atol=1e-12 * s.X1.max())
    return s


@pytest.mark.parametrize("seed", SEEDS)
def test_tariffs_of_500_per_cent_on_everything(seed: int) -> None:
    params = economy(seed, 4, 3)
    solved(params, Shocks(t=np.where(abroad(params), params.t + 5, 0)), Closures(deficit="balanced"))


def test_a_debtor_whom_such_tariffs_shut_out_cannot_pay() -> None:
    """Region 2 owes a quarter of its income a year; without custom abroad no wage earns that: there is no answer."""
    params = economy(4, 4, 3)
    assert params.D[2] < -0.2 * params.wL[2].sum()
    s = solve(params, Shocks(t=np.where(abroad(params), params.t + 5, 0)))
    assert s.status is Status.NO_INCOME


@pytest.mark.parametrize("seed", SEEDS)
def test_import_subsidies_of_20_per_cent_on_everything(seed: int) -> None:
    params = economy(seed, 4, 3)
    solved(params, Shocks(t=np.where(abroad(params), -0.2, 0)))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_region_subsidises_imports_by_20_per_cent(seed: int) -> None:
    params = economy(seed, 4, 3)
    t = params.t.copy()
    t[0] = np.where(abroad(params)[0], -0.2, 0)
    solved(params, Shocks(t=t))


@pytest.mark.parametrize("seed", SEEDS)
def test_productivity_collapses_by_30_per_cent(seed: int) -> None:
    params = economy(seed, 4, 3)
    A_hat = np.ones((4, 3))
    A_hat[1] = 0.7
    s = solved(params, Shocks(A_hat=A_hat))
    price = np.exp((params.alpha * np.log(s.P_hat)).sum(axis=1))
    assert s.I1[1] / price[1] < 0.8 * ((params.X - inputs(params)).sum(axis=1)[1])


def inputs(params: Params) -> np.ndarray:
    cost = params.wL / np.where(params.va == 0, 1, params.va)
    return np.einsum("nkj,nj->nk", params.gamma, cost)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "shock", ["tariff +50 points", "tariff +500 %", "tariff -20 %", "collapse", "cheap routes", "dear routes"]
)
def test_trade_elasticities_from_two_fifths_to_sixty_five(seed: int, shock: str) -> None:
    params = replace(
        economy(seed, 4, 4), theta=np.array([0.4, 2.0, 8.0, 65.0])[np.random.default_rng(seed).permutation(4)]
    )
    far = abroad(params)
    collapse = np.ones((4, 4))
    collapse[1] = 0.7
    shocks = {
        "tariff +50 points": Shocks(t=np.where(far, params.t + 0.5, 0)),
        "tariff +500 %": Shocks(t=np.where(far, params.t + 5, 0)),
        "tariff -20 %": Shocks(t=np.where(far, -0.2, 0)),
        "collapse": Shocks(A_hat=collapse),
        "cheap routes": Shocks(d_hat=np.where(far, 0.7, 1.0)),
        "dear routes": Shocks(d_hat=np.where(far, 1.5, 1.0)),
    }
    solved(params, shocks[shock])


@pytest.mark.parametrize("theta", [0.4, 65.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_one_elasticity_for_all_at_either_end(theta: float, seed: int) -> None:
    params = replace(economy(seed, 3, 3), theta=np.full(3, theta))
    A_hat = np.ones((3, 3))
    A_hat[1] = 0.7
    solved(params, Shocks(A_hat=A_hat))
    solved(params, Shocks(t=np.where(abroad(params), params.t + 0.5, 0)))


@pytest.mark.parametrize("seed", SEEDS)
def test_labour_that_cannot_move_meets_large_shocks(seed: int) -> None:
    params, specific = economy(seed, 4, 3), Closures(labour="specific")
    A_hat = np.ones((4, 3))
    A_hat[1] = 0.7
    solved(params, Shocks(A_hat=A_hat), specific)
    solved(params, Shocks(t=np.where(abroad(params), params.t + 5, 0)), specific)
    solved(params, Shocks(t=np.where(abroad(params), -0.2, 0)), specific)


def world(pi: np.ndarray, X: np.ndarray, va: float = 0.6) -> Params:
    """Build an economy from shares and spending, one theta, inputs in proportion to spending."""
    N, J = X.shape
    shares = np.where(X > 0, X, 0)
    gamma = (1 - va) * np.repeat((shares / shares.sum(axis=1, keepdims=True))[:, :, None], J, axis=2)
    zero = np.zeros((N, N, J))
    return from_flows(
        X=X, pi=pi, t=zero, e=zero, o=np.zeros((N, J)), gamma=gamma, va=np.full((N, J), va), theta=np.full(J, 4.0)
    )


def test_zero_flows_stay_zero_and_a_region_without_output_in_a_sector_has_none() -> None:
    pi = np.array(
        [
            [[0.8, 0.0], [0.2, 0.6], [0.0, 0.4]],
            [[0.3, 0.0], [0.7, 1.0], [0.0, 0.0]],
            [[0.1, 0.0], [0.0, 0.5], [0.9, 0.5]],
        ]
    )
    params = world(pi, np.array([[5.0, 2.0], [4.0, 3.0], [6.0, 2.0]]))
    assert params.wL[0, 1] == 0
    s = solved(params, Shocks(t=np.where(abroad(params), 0.3, 0)))
    assert (s.pi1[pi == 0] == 0).all() and s.Y1[0, 1] == 0 and (s.Y1[params.wL > 0] > 0).all()


def test_a_region_that_spends_nothing_on_a_sector_still_spends_nothing() -> None:
    pi = np.full((3, 3, 2), 0.2) + 0.4 * np.eye(3)[:, :, None]
    params = world(pi, np.array([[5.0, 0.0], [4.0, 3.0], [6.0, 2.0]]))
    s = solved(params, Shocks(t=np.where(abroad(params), 0.3, 0)))
    assert s.X1[0, 1] == 0 and s.Y1[0, 1] > 0


def test_new_tastes_bring_a_sector_to_life() -> None:
    pi = np.full((3, 3, 2), 0.2) + 0.4 * np.eye(3)[:, :, None]
    params = world(pi, np.array([[5.0, 0.0], [4.0, 3.0], [6.0, 2.0]]))
    alpha = params.alpha.copy()
    alpha[0] = 0.5
    s = solved(params, Shocks(alpha=alpha))
    assert s.X1[0, 1] >= 0.5 * s.I1[0] * (1 - 1e-9)


def test_tastes_can_leave_a_sector_for_good() -> None:
    pi = np.full((3, 3, 2), 0.2) + 0.4 * np.eye(3)[:, :, None]
    params = world(pi, np.array([[5.0, 1.0], [4.0, 3.0], [6.0, 2.0]]))
    alpha = params.alpha.copy()
    alpha[:, 1], alpha[:, 0] = 0, 1
    s = solved(params, Shocks(alpha=alpha))
    assert (s.X1[:, 1] < params.X[:, 1]).all() and (s.X1[:, 1] > 0).all()


@pytest.mark.parametrize("labour", ["mobile", "specific"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_world_of_one_region(seed: int, labour: str) -> None:
    """With nobody to trade with, a wage is the numeraire and a price is cost: log P = −(I − gammaᵀ)^−1 log A."""
    params = economy(seed, 1, 3, taxes=False, zeros=False)
    A_hat = np.exp(np.random.default_rng(seed).uniform(-0.3, 0.3, (1, 3)))
    s = solved(params, Shocks(A_hat=A_hat), Closures(labour=labour))  # type: ignore[arg-type]
    np.testing.assert_allclose(s.w_hat, 1, rtol=1e-9)
    wanted = np.linalg.solve(np.eye(3) - params.gamma[0].T, -np.log(A_hat[0]))
    np.testing.assert_allclose(np.log(s.P_hat[0]), wanted, atol=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_world_of_two_regions(seed: int) -> None:
    params = economy(seed, 2, 1)
    solved(params, Shocks(t=np.where(abroad(params), params.t + 0.5, 0)))
    solved(params, Shocks(d_hat=np.where(abroad(params), 5.0, 1.0)))


@pytest.mark.parametrize("seed", SEEDS)
def test_nearly_closed_regions(seed: int) -> None:
    """Trade of one part in a million: wages between regions hang by a thread, but they hang."""
    params = economy(seed, 4, 2, taxes=False, deficits=False, zeros=False)
    params = solve(params, Shocks(d_hat=np.where(abroad(params), 4.0, 1.0)))
    shut = from_flows(
        X=params.X1,
        pi=params.pi1,
        t=params.levers.t,
        e=params.levers.e,
        o=params.levers.o,
        gamma=params.params.gamma,
        va=params.params.va,
        theta=params.params.theta,
    )
    solved(shut, Shocks(t=np.where(abroad(shut), 0.2, 0)))

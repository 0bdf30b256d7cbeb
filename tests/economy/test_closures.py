"""What each closure means, stated as what must be true of its answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from economy.random_economies import cases, economies, economy, final_spending, seeds, shocks
from hinterland.economy import system
from hinterland.economy.params import Closures, Params, Shocks, levers, without_inputs
from hinterland.economy.settings import Settings
from hinterland.economy.solve import solve

Case = tuple[Params, Shocks]
TIGHT = Settings(tolerance=1e-12)
SPECIFIC = Closures(labour="specific")


def undecided(case: Case) -> Case:
    """Leave deficits to the closure."""
    return case[0], replace(case[1], D=None)


@given(cases())
def test_share_and_fixed_are_the_same_since_world_income_is_the_numeraire(case: Case) -> None:
    params, shock = undecided(case)
    share, fixed = (solve(params, shock, Closures(deficit=kind)) for kind in ("share", "fixed"))
    assert (share.w_hat == fixed.w_hat).all() and (share.X1 == fixed.X1).all()
    assert (fixed.levers.D == params.D).all()
    world = (share.w_hat[:, 0] * share.levers.L_hat * params.wL.sum(axis=1)).sum()
    np.testing.assert_allclose(share.levers.D / world, params.D / params.wL.sum(), rtol=1e-9, atol=1e-12)


@given(cases())
def test_balanced_trade_balances(case: Case) -> None:
    s = solve(*undecided(case), Closures(deficit="balanced"))
    M = system.border(s.pi1, s.X1, s.levers.t)
    np.testing.assert_allclose(M.sum(axis=(1, 2)), M.sum(axis=(0, 2)), atol=1e-9 * s.X1.sum())


@given(cases())
def test_a_deficit_that_the_scenario_names_stands_whatever_the_closure(case: Case) -> None:
    params, shock = case
    assert levers(params, shock, Closures(deficit="balanced")).D is shock.D


@given(economies())
def test_balancing_a_world_without_deficits_changes_nothing(params: Params) -> None:
    s = solve(replace(params, D=np.zeros(params.N)), Shocks(D=params.D))
    rest = solve(params, Shocks(D=np.zeros(params.N)))
    again = solve(params, closures=Closures(deficit="balanced"))
    assert s.status.ok
    np.testing.assert_allclose(again.w_hat, rest.w_hat, rtol=1e-9)


@given(cases())
def test_without_inputs_every_sector_is_value_added(case: Case) -> None:
    """The recast world trades and taxes as before, and a change there needs no word about inputs."""
    params, shock = undecided(case)
    s = solve(params, shock, Closures(inputs="none"))
    assert (s.params.gamma == 0).all() and (s.params.va == 1).all()
    np.testing.assert_allclose(s.params.X, params.X)
    np.testing.assert_allclose(s.params.pi, params.pi)
    np.testing.assert_allclose(s.c_hat * s.levers.A_hat * (1 + params.o) / (1 + s.levers.o), s.w_hat + 0 * s.c_hat)
    np.testing.assert_allclose(final_spending(s.params), params.X, rtol=1e-12)
    alone = solve(without_inputs(params), shock)
    np.testing.assert_allclose(s.w_hat, alone.w_hat, rtol=1e-9)


@given(economies(sectors=(1, 1)), seeds)
def test_with_one_sector_labour_has_nowhere_to_go(params: Params, seed: int) -> None:
    shock = shocks(seed, params)
    specific, mobile = solve(params, shock, SPECIFIC), solve(params, shock)
    assert specific.status.ok
    np.testing.assert_allclose(specific.w_hat, mobile.w_hat, rtol=1e-8)
    np.testing.assert_allclose(specific.X1, mobile.X1, rtol=1e-8)


@given(cases())
def test_specific_labour_moved_by_hand_is_mobile_labour(case: Case) -> None:
    """Move hands between sectors as they would have moved by themselves, and no sector pays more than another.

    A sector with ℓ times the hands at wage w pays ℓ w for what was one hand, and each works at cost w = (ℓ w) / ℓ: the
    same as a wage of ℓ w and a productivity higher by ℓ^va.
    """
    params, shock = case
    mobile = solve(params, shock, settings=TIGHT)
    claimed = mobile.w_hat * mobile.levers.L_hat[:, None] * params.wL
    paid = system.factor_income(params.va, mobile.Y1, mobile.levers.o)
    hands = np.where(params.wL > 0, paid, 1) / np.where(params.wL > 0, claimed, 1)
    moved = replace(shock, A_hat=shock.A_hat * hands**params.va)
    specific = solve(params, moved, SPECIFIC, TIGHT)
    assert mobile.status.ok and specific.status.ok
    busy = params.wL > 0
    np.testing.assert_allclose(specific.w_hat[busy], (mobile.w_hat * hands)[busy], rtol=1e-8)
    bought = params.X > 0  # what nobody buys is priced at the wage of idle hands, which is anybody's guess
    np.testing.assert_allclose(specific.P_hat[bought], mobile.P_hat[bought], rtol=1e-8)
    np.testing.assert_allclose(specific.X1, mobile.X1, rtol=1e-8)


@given(seeds, st.floats(0.05, 1.0))
def test_specific_wages_fall_where_labour_would_leave(seed: int, lost: float) -> None:
    """A region loses its market abroad in sector 0: hands would leave it if they could, so its wage is the lowest."""
    params = economy(seed, 3, 3, taxes=False, deficits=False, zeros=False, inputs=False)
    d_hat = np.ones((3, 3, 3))
    d_hat[1:, 0, 0] = np.exp(lost)
    mobile, specific = solve(params, Shocks(d_hat=d_hat)), solve(params, Shocks(d_hat=d_hat), SPECIFIC)
    employment = mobile.Y1[0] / (mobile.w_hat[0] * params.wL[0])
    assert employment.argmin() == 0 and employment[0] < 1
    assert specific.w_hat[0].argmin() == 0
    assert specific.w_hat[0, 0] < mobile.w_hat[0, 0]


def test_the_closures_of_later_rooms_are_not_silently_taken_for_others() -> None:
    assert Closures() == Closures("share", "mobile", "linked", "perfect")
    with pytest.raises(TypeError):
        Closures(migration="free")  # type: ignore[call-arg]

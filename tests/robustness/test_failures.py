"""What cannot be solved says so in a Status, and never raises."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from economy.random_economies import economy
from hinterland.economy.params import Closures, Params, Shocks
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve
from hinterland.economy.status import Status

CLOSURES = [Closures(), Closures(labour="specific")]


def imported() -> Params:
    """Build a world in which region 2 makes nothing of sector 1 and buys it from the other two."""
    params = economy(3, 3, 2, taxes=False, deficits=False, zeros=False)
    pi = params.pi.copy()
    pi[:, 2, 1] = 0
    return replace(params, pi=pi / pi.sum(axis=1, keepdims=True))


def ends_in(s: Solution, status: Status) -> None:
    assert s.status is status, (s.status, s.residual)
    assert not s.status.ok
    assert s.status.sentence.endswith(".") and s.status.remedy.endswith(".")
    assert not s.residual < 1e-10


@pytest.mark.parametrize("closures", CLOSURES, ids=["mobile", "specific"])
def test_a_region_cut_off_from_its_only_suppliers(closures: Closures) -> None:
    d_hat = np.ones((3, 3, 2))
    d_hat[2, :2, 1] = np.inf
    ends_in(solve(imported(), Shocks(d_hat=d_hat), closures), Status.NO_SUPPLIER)


@pytest.mark.parametrize("closures", CLOSURES, ids=["mobile", "specific"])
def test_a_local_sector_cut_off_from_itself(closures: Closures) -> None:
    params = economy(3, 3, 2, taxes=False, deficits=False, zeros=False)
    pi = params.pi.copy()
    pi[:, :, 1] = np.eye(3)
    d_hat = np.ones((3, 3, 2))
    d_hat[1, 1, 1] = np.inf
    ends_in(solve(replace(params, pi=pi), Shocks(d_hat=d_hat), closures), Status.NO_SUPPLIER)


@pytest.mark.parametrize("closures", CLOSURES, ids=["mobile", "specific"])
@pytest.mark.parametrize("times", [1.05, 2.0, 50.0])
def test_a_transfer_larger_than_the_income_that_pays_for_it(times: float, closures: Closures) -> None:
    """Region 0 may promise more than the whole world's factor income: no wage could ever pay for that."""
    params = economy(5, 3, 2, taxes=False, deficits=False, zeros=False)
    D = np.array([-2.0, 1.0, 1.0]) / 2 * times * params.wL.sum()
    ends_in(solve(params, Shocks(D=D), closures), Status.NO_INCOME)


def test_support_larger_than_the_income_that_pays_for_it() -> None:
    params = economy(5, 3, 2, taxes=False, deficits=False, zeros=False)
    o = np.zeros((3, 2))
    o[0] = -0.97
    ends_in(solve(params, Shocks(o=o), settings=Settings(max_stages=10)), Status.NO_INCOME)


@pytest.mark.parametrize(
    "shock",
    [
        Shocks(A_hat=np.array([[1e300, 1.0], [1.0, 1.0], [1.0, 1.0]])),
        Shocks(L_hat=np.array([np.nan, 1.0, 1.0])),
        Shocks(d_hat=np.zeros((3, 3, 2))),
    ],
    ids=["overflow", "not a number", "free routes"],
)
def test_numbers_beyond_a_computer(shock: Shocks) -> None:
    params = replace(economy(5, 3, 2, taxes=False, deficits=False, zeros=False), theta=np.array([65.0, 4.0]))
    ends_in(solve(params, shock), Status.NOT_FINITE)


def test_a_sector_whose_productivity_is_gone_is_replaced_by_imports() -> None:
    params = economy(5, 3, 2, taxes=False, deficits=False, zeros=False)
    s = solve(params, Shocks(A_hat=np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0]])))
    assert s.status.ok and s.Y1[0, 0] == 0 and s.pi1[0, 0, 0] == 0


@pytest.mark.parametrize("closures", CLOSURES, ids=["mobile", "specific"])
def test_too_few_steps_say_so(closures: Closures) -> None:
    params = economy(5, 4, 3)
    hasty = Settings(max_evaluations=2, max_newton=0, max_stages=1)
    s = solve(params, Shocks(t=params.t + 0.3 * ~np.eye(4, dtype=bool)[:, :, None]), closures, hasty)
    ends_in(s, Status.TOO_MANY_STEPS)


def test_newton_finishes_what_the_quick_iteration_could_not() -> None:
    params = economy(5, 4, 3)
    shock = Shocks(t=params.t + 0.3 * ~np.eye(4, dtype=bool)[:, :, None])
    s = solve(params, shock, settings=Settings(max_evaluations=2))
    assert s.status is Status.BY_NEWTON
    np.testing.assert_allclose(s.w_hat, solve(params, shock).w_hat, rtol=1e-9)


def test_stages_finish_what_newton_could_not() -> None:
    params = economy(5, 4, 3)
    shock = Shocks(t=params.t + 0.3 * ~np.eye(4, dtype=bool)[:, :, None])
    full = solve(params, shock)
    s = solve(params, shock, settings=Settings(max_evaluations=full.evaluations - 1, max_newton=0))
    assert s.status is Status.BY_STAGES
    np.testing.assert_allclose(s.w_hat, full.w_hat, rtol=1e-9)

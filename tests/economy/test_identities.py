"""What accounting promises of every counterfactual, whatever the economy and the shock."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from economy import naive
from economy.random_economies import cases, economies, final_spending
from hinterland.economy import system
from hinterland.economy.params import Closures, Params, Shocks, levers
from hinterland.economy.solve import Solution, solve

Case = tuple[Params, Shocks]
CLOSURES = [
    Closures(),
    Closures(deficit="fixed"),
    Closures(deficit="balanced"),
    Closures(labour="specific"),
    Closures(inputs="none"),
    Closures(labour="specific", inputs="none", deficit="balanced"),
]


def solved(case: Case, closures: Closures = Closures()) -> Solution:
    solution = solve(*case, closures)
    assert solution.status.ok, solution.status.sentence
    return solution


def revenue(s: Solution) -> np.ndarray:
    M = system.border(s.pi1, s.X1, s.levers.t)
    return (
        system.tariff_revenue(M, s.levers.t)
        + system.export_tax_revenue(M, s.levers.e)
        + system.production_tax_revenue(s.Y1, s.levers.o)
    )


@given(economies())
def test_the_random_baselines_hold(params: Params) -> None:
    """Else every other test here would be about nothing."""
    ones = np.ones((params.N, params.J))
    assert naive.violation(params, levers(params, Shocks()), ones[:, :1], ones, params.X) < 1e-11
    assert (params.wL.sum(axis=1) > 0).all() and (params.alpha >= 0).all() and (params.gamma >= 0).all()


@pytest.mark.parametrize("closures", CLOSURES, ids=str)
@given(case=cases())
def test_every_equation_holds_by_the_naive_count(closures: Closures, case: Case) -> None:
    s = solved(case, closures)
    assert naive.violation(s.params, s.levers, s.w_hat, s.P_hat, s.X1) < 1.01e-10


@given(cases())
def test_walras(case: Case) -> None:
    """The world spends what the world earns, and deficits sum to zero: one market follows from all the others."""
    s = solved(case)
    final = s.I1.sum()
    earned = system.factor_income(s.params.va, s.Y1, s.levers.o).sum() + revenue(s).sum()
    assert final == pytest.approx(earned, rel=1e-9)
    assert abs(s.levers.D.sum()) < 1e-12 * final


@given(cases())
def test_imports_less_exports_are_the_deficit(case: Case) -> None:
    """Nothing in the equations says so: it follows from budgets, and is where a missing tax would show.

    Exports are counted as buyers pay for them at the border, their export tax included.
    """
    s = solved(case)
    M = system.border(s.pi1, s.X1, s.levers.t)
    deficit = M.sum(axis=(1, 2)) - M.sum(axis=(0, 2))
    np.testing.assert_allclose(deficit, s.levers.D, atol=1e-9 * s.X1.sum())


@given(cases())
def test_adding_up(case: Case) -> None:
    """Shares sum to one, costs are paid out in full, and final spending and inputs are all of spending."""
    s = solved(case)
    np.testing.assert_allclose(s.pi1.sum(axis=1), 1, rtol=1e-8)
    cost = s.Y1 / (1 + s.levers.o)
    inputs = np.einsum("nkj,nj->nk", s.params.gamma, cost)
    paid = system.factor_income(s.params.va, s.Y1, s.levers.o)
    np.testing.assert_allclose(paid.sum(axis=1) + inputs.sum(axis=1), cost.sum(axis=1), rtol=1e-12)
    np.testing.assert_allclose(s.X1.sum(axis=1) - inputs.sum(axis=1), s.I1, rtol=1e-9)


@given(cases())
def test_zero_trade_stays_zero(case: Case) -> None:
    s = solved(case)
    assert (s.pi1[s.params.pi == 0] == 0).all()
    assert (s.Y1[s.params.wL == 0] == 0).all()


@given(cases())
def test_the_numeraire_is_world_factor_income(case: Case) -> None:
    s = solved(case)
    income = (s.w_hat[:, 0] * s.levers.L_hat * s.params.wL.sum(axis=1)).sum()
    assert income == pytest.approx(s.params.wL.sum(), rel=1e-10)


@given(economies())
def test_zero_shock_gives_ones(params: Params) -> None:
    s = solve(params)
    assert s.status.ok
    for ratio in (s.w_hat, s.P_hat, s.c_hat):
        np.testing.assert_allclose(ratio, 1, rtol=0, atol=1e-13)
    np.testing.assert_allclose(s.X1, params.X, rtol=1e-12)
    np.testing.assert_allclose(s.pi1, params.pi, rtol=1e-12)
    np.testing.assert_allclose(s.I1, final_spending(params).sum(axis=1), rtol=1e-12)

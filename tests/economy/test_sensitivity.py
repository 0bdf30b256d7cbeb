"""Derivatives by the implicit function theorem against differences of the solver, and against what theory promises."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from economy.random_economies import cases, economy, seeds, shocks
from hinterland.economy import welfare
from hinterland.economy.params import Closures, Levers, Params, Shocks
from hinterland.economy.sensitivity import (
    Factorised,
    factorise,
    gradient,
    no_direction,
    outcomes,
    response,
    sensitivity,
    tariff_elasticities,
    weights_of,
)
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve
from hinterland.economy.system import border

OUTCOMES = ("real_income", "real_wage", "price_index", "income", "factor_income", "exports", "imports", "revenue")
LEVERS = tuple(Levers.__dataclass_fields__)
TIGHT = Settings(tolerance=1e-11)


@settings(max_examples=8)
@given(
    case=cases(regions=(2, 4), sectors=(1, 3)),
    seed=seeds,
    labour=st.sampled_from(["mobile", "specific"]),
    shocked=st.booleans(),
)
@pytest.mark.parametrize("lever", LEVERS)
def test_derivatives_are_those_of_central_differences(
    lever: str, case: tuple[Params, Shocks], seed: int, labour: str, shocked: bool
) -> None:
    """At the baseline and at a large counterfactual; forward and adjoint; fourth-order differences of the solver."""
    params, given_shocks = case
    closures = Closures(labour=labour)
    middle = solve(params, given_shocks if shocked else Shocks(), closures, TIGHT)
    assert middle.status.ok
    kept = factorise(middle)
    direction = direction_of(kept, lever, seed)
    wanted = differences(middle, closures, lever, direction, step=5e-4)
    found = response(kept, replace(no_direction(params), **{lever: direction}))
    for outcome in OUTCOMES:
        slope, forward = wanted[outcome], outcomes(kept, found, outcome)
        scale = np.abs(slope).max() + 1e-3
        np.testing.assert_allclose(forward, slope, atol=1e-5 * scale, rtol=0, err_msg=outcome)
        cells = sensitivity(kept, outcome, lever)
        moved = np.where(direction == 0, 0.0, cells * direction)
        adjoint = moved.reshape(params.N, -1).sum(axis=1)
        np.testing.assert_allclose(adjoint, forward, atol=1e-9 * scale, rtol=0, err_msg=outcome)


def direction_of(kept: Factorised, lever: str, seed: int) -> np.ndarray:
    """Draw a direction that the lever may move in: tastes add up, deficits sum to zero."""
    at, params = kept.at, kept.at.params
    drawn = np.random.default_rng(seed).standard_normal(getattr(at.levers, lever).shape)
    if lever == "alpha":
        drawn = np.where(at.X == 0, 0.0, drawn) * at.levers.alpha
        return drawn - at.levers.alpha * drawn.sum(axis=1, keepdims=True)
    if lever == "D":
        share = at.wL.sum(axis=1) / at.wL.sum()
        drawn = 0.1 * drawn * share * params.wL.sum()
        return drawn - share * drawn.sum()
    return drawn


def differences(middle: Solution, closures: Closures, lever: str, direction: np.ndarray, step: float) -> dict:
    """Difference the solver itself along a direction, to fourth order in the step."""

    def at(size: float) -> dict[str, np.ndarray]:
        start = getattr(middle.levers, lever)
        there = start * np.exp(size * direction) if lever.endswith("_hat") else start + size * direction
        found = solve(middle.params, Shocks(**vars(middle.levers) | {lever: there}), closures, TIGHT, start=middle)
        assert found.status.ok
        return observed(found)

    far, near, back, far_back = at(2 * step), at(step), at(-step), at(-2 * step)
    return {name: (8 * (near[name] - back[name]) - far[name] + far_back[name]) / (12 * step) for name in near}


def observed(found: Solution) -> dict[str, np.ndarray]:
    params = found.params
    M = border(found.pi1, found.X1, found.levers.t) * ~np.eye(params.N, dtype=bool)[:, :, None]
    wL = params.wL.sum(axis=1, keepdims=True) if found.w_hat.shape[1] == 1 else params.wL
    return {
        "real_income": np.log(welfare.real_income(found)),
        "real_wage": np.log(welfare.real_wage(found)),
        "price_index": np.log(welfare.price_index(found)),
        "income": np.log(found.I1),
        "factor_income": np.log((found.w_hat * found.levers.L_hat[:, None] * wL).sum(axis=1)),
        "exports": np.log(M.sum(axis=(0, 2))),
        "imports": np.log(M.sum(axis=(1, 2))),
        "revenue": welfare.revenue(found),
    }


@cache
def untaxed() -> Params:
    return economy(2, 3, 2, taxes=False, deficits=False, zeros=False)


def test_without_taxes_the_world_gains_what_hulten_says() -> None:
    """Hulten (1978): Σ_n I dlogW / dlog A[i, j] is the sales of that sector, and the trade for a trade cost."""
    params = untaxed()
    income = welfare.income_at_rest(params)
    kept = factorise(params)
    gained = np.einsum("n,nij->ij", income, sensitivity(kept, "real_income", "A_hat"))
    np.testing.assert_allclose(gained, welfare.sales_at_rest(params), rtol=1e-10)
    lost = np.einsum("n,nmij->mij", income, sensitivity(kept, "real_income", "d_hat"))
    np.testing.assert_allclose(lost, -border(params.pi, params.X, params.t), rtol=1e-10)


@pytest.mark.parametrize("labour", ["mobile", "specific"])
def test_more_labour_everywhere_makes_everyone_richer_in_proportion(labour: str) -> None:
    params = economy(3, 3, 2)
    everywhere = sensitivity(factorise(params, labour), "real_income", "L_hat").sum(axis=1)
    np.testing.assert_allclose(everywhere, 1.0, rtol=1e-10)


def test_a_region_alone_gains_its_sales_over_its_income() -> None:
    """Domar weights, with inputs, by hand: dlogW / dlogA[j] = Y[j] / I."""
    params = economy(4, 1, 3, taxes=False, zeros=False)
    weights = welfare.sales_at_rest(params) / welfare.income_at_rest(params)[:, None]
    np.testing.assert_allclose(sensitivity(params, "real_income", "A_hat"), weights[None], rtol=1e-10)


def test_a_region_without_trade_has_no_elasticity_of_exports() -> None:
    assert np.isnan(sensitivity(economy(4, 1, 2), "exports", "A_hat")).all()


def test_a_taste_for_what_nobody_buys_has_no_derivative() -> None:
    params = next(found for seed in range(50) if ((found := economy(seed, 3, 3)).X == 0).any())
    of_tastes = sensitivity(params, "real_income", "alpha")
    np.testing.assert_array_equal(np.isnan(of_tastes), np.broadcast_to(params.X == 0, of_tastes.shape))


def test_one_gradient_gives_what_sensitivity_gives_lever_by_lever() -> None:
    kept = factorise(solve(untaxed(), shocks(2, untaxed(), 0.3)))
    found = vars(gradient(kept, weights_of(kept.at, "imports", 1)))
    for lever in LEVERS:
        np.testing.assert_array_equal(sensitivity(kept, "imports", lever, regions=[1])[0], found[lever])


def test_tariffs_are_ranked_by_what_one_point_does_to_real_income() -> None:
    params = economy(7, 3, 2)
    table = tariff_elasticities(params, region=1)
    assert (np.diff(np.abs(table.effect_pct)) <= 0).all()
    assert (table.importer != table.exporter).all()
    M = border(params.pi, params.X, params.t)
    assert len(table.sector) == ((M > 0) & ~np.eye(3, dtype=bool)[:, :, None]).sum()
    np.testing.assert_array_equal(table.tariff, params.t[table.importer, table.exporter, table.sector])
    for row in (0, 1, 2):
        t = params.t.copy()
        t[table.importer[row], table.exporter[row], table.sector[row]] += 0.01
        exact_pct = 100 * (welfare.real_income(solve(params, Shocks(t=t)))[1] - 1)
        assert table.effect_pct[row] == pytest.approx(exact_pct, rel=0.1)


def test_a_first_point_of_tariff_pays_for_its_importer_and_costs_its_supplier() -> None:
    """From free trade a small tariff moves the terms of trade and wastes nothing yet."""
    params = economy(5, 2, 1, taxes=False, deficits=False, inputs=False, zeros=False)
    of_tariff = sensitivity(params, "real_income", "t")
    assert of_tariff[0, 0, 1, 0] > 0 > of_tariff[1, 0, 1, 0]
    income = welfare.income_at_rest(params)
    assert income @ of_tariff[:, 0, 1, 0] == pytest.approx(0, abs=1e-10 * income.sum())

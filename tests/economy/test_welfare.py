"""Real income and its first-order parts, against closed forms and against the equations' own accounts."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from economy.random_economies import cases, economies, economy, seeds, shocks
from hinterland.economy.params import Closures, Params, Shocks
from hinterland.economy.solve import solve
from hinterland.economy.welfare import (
    first_order,
    income_at_rest,
    price_index,
    real_income,
    real_wage,
    revenue,
    revenue_at_rest,
    sales_at_rest,
)

LABOUR = st.sampled_from(["mobile", "specific"])


@pytest.mark.parametrize("N", [1, 2, 5])
@pytest.mark.parametrize("seed", range(5))
def test_one_sector_without_inputs_or_taxes_gains_what_its_domestic_share_says(N: int, seed: int) -> None:
    """Arkolakis, Costinot & Rodríguez-Clare (2012): W_hat = pi_nn_hat^(−1/theta)."""
    params = economy(seed, N, 1, taxes=False, deficits=False, inputs=False)
    own = np.arange(N)
    d_hat = np.exp(np.random.default_rng(seed).uniform(-0.5, 0.5, (N, N, 1)))
    d_hat[own, own] = 1.0
    found = solve(params, Shocks(d_hat=d_hat))
    domestic = found.pi1[own, own, 0] / params.pi[own, own, 0]
    np.testing.assert_allclose(real_income(found), domestic ** (-1 / params.theta[0]), rtol=1e-10)


@given(params=economies())
def test_nothing_changes_without_a_shock(params: Params) -> None:
    found = solve(params)
    np.testing.assert_allclose(real_income(found), 1.0, atol=1e-10)
    np.testing.assert_allclose(real_wage(found), 1.0, atol=1e-10)
    np.testing.assert_allclose(price_index(found), 1.0, atol=1e-10)
    for name, part in first_order(found).by_region().items():
        np.testing.assert_allclose(part, 0.0, atol=1e-9, err_msg=name)


@given(params=economies(), seed=seeds, labour=LABOUR)
def test_first_order_terms_add_up_to_the_exact_change_of_a_small_shock(params: Params, seed: int, labour: str) -> None:
    """A shock half as large leaves an error a quarter as large."""

    def error(size: float) -> float:
        whole = shocks(seed, params)
        found = solve(params, part_of(params, whole, size), Closures(labour=labour))
        assert found.status.ok
        return float(np.abs(first_order(found).total - np.log(real_income(found))).max())

    assert error(1e-3) < 0.3 * error(2e-3) + 1e-9


def test_terms_of_trade_and_tariff_volume_by_hand() -> None:
    """Two regions, one sector, one tariff: the sums of Caliendo & Parro's eq. 16 written out."""
    params = economy(4, 2, 1, zeros=False)
    params = replace(params, e=np.zeros_like(params.e))
    t = params.t.copy()
    t[0, 1, 0] += 0.1
    found = solve(params, Shocks(t=t))
    M = params.pi * params.X[:, None, :] / (1 + params.t)
    M1 = found.pi1 * found.X1[:, None, :] / (1 + t)
    c = found.c_hat[:, 0] - 1
    income = income_at_rest(params)[0]
    fetched = (M[1, 0, 0] * c[0] - M[0, 1, 0] * c[1]) / income
    volume = params.t[0, 1, 0] * M[0, 1, 0] * (M1[0, 1, 0] / M[0, 1, 0] - 1 - c[1]) / income
    parts = first_order(found)
    assert parts.terms_of_trade[0].sum() == pytest.approx(fetched, rel=1e-12)
    assert parts.volume_of_trade[0].sum() == pytest.approx(volume, rel=1e-12)
    assert fetched > 0  # a tariff lowers what foreigners are paid
    assert volume < 0  # and less crosses a border that was taxed already


@given(case=cases(regions=(2, 4)))
def test_what_one_gains_in_terms_of_trade_its_partner_loses(case: tuple[Params, Shocks]) -> None:
    params = case[0]
    money = first_order(solve(*case)).terms_of_trade * income_at_rest(params)[:, None, None]
    assert np.abs(money).max() > 0
    np.testing.assert_allclose(money, -money.swapaxes(0, 1), atol=1e-12 * np.abs(money).max())


@given(case=cases())
def test_real_wage_of_specific_labour_is_the_mean_over_workers(case: tuple[Params, Shocks]) -> None:
    params = case[0]
    found = solve(*case, Closures(labour="specific"))
    paid = (found.w_hat * params.wL).sum(axis=1) / params.wL.sum(axis=1)
    np.testing.assert_allclose(real_wage(found), paid / price_index(found), rtol=1e-13)


@given(case=cases())
def test_income_is_factor_income_and_revenue_and_deficit(case: tuple[Params, Shocks]) -> None:
    params, given_shocks = case
    found = solve(params, given_shocks)
    earned = (found.w_hat * found.levers.L_hat[:, None] * params.wL).sum(axis=1)
    np.testing.assert_allclose(found.I1, earned + revenue(found) + found.levers.D, rtol=1e-9)
    final = params.X - np.einsum("nkj,nj->nk", params.gamma, sales_at_rest(params) / (1 + params.o))
    np.testing.assert_allclose(income_at_rest(params), final.sum(axis=1), rtol=1e-9)
    np.testing.assert_allclose(revenue(solve(params)), revenue_at_rest(params), atol=1e-9 * params.X.max())


def part_of(params: Params, whole: Shocks, size: float) -> Shocks:
    """Take a fraction of a scenario: taxes, tastes and deficits in a line, ratios in a line of logs."""

    def line(name: str) -> np.ndarray:
        return getattr(params, name) + size * (getattr(whole, name) - getattr(params, name))

    return Shocks(
        **{name: line(name) for name in ("t", "e", "o", "alpha", "D")},
        **{name: getattr(whole, name) ** size for name in ("d_hat", "A_hat", "L_hat")},
    )

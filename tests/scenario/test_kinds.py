"""Every kind of measure on the little economy, against what a hand calculation gives."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland import units
from hinterland.economy import system
from hinterland.scenario.compose import compose
from hinterland.scenario.composition import Composition
from hinterland.scenario.measures.registry import KINDS
from little import little

LITTLE = little()
N, S, A = 0, 1, 2
FOOD, CLOTH, POWER = 0, 1, 2
SAID = {"start": "2024-01-01", "source": "made up", "status": "announced"}
PCT, PP = "percent", "pp"


def size(value: float, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit}


def composed(*measures: tuple[str, dict[str, Any]]) -> Composition:
    built = [getattr(hl.measures, kind)(**SAID, **arguments) for kind, arguments in measures]
    return compose(LITTLE, hl.scenario("By hand", built))


def sales() -> np.ndarray:
    params = LITTLE.params
    return system.sales(system.border(params.pi, params.X, params.t), params.e)


@pytest.mark.parametrize(
    ("form", "given", "unit", "expected"),
    [
        ("set", 3, PCT, 0.03),
        ("change_pp", -4, PP, 0.06),
        ("cut_pct", 25, PCT, 0.075),
        ("cap", 6, PCT, 0.06),
        ("cap", 15, PCT, 0.10),
        ("swiss", 10, PCT, 0.05),
    ],
)
def test_each_form_of_tariff_on_ten_per_cent(form: str, given: float, unit: str, expected: float) -> None:
    arguments = {"regions": "A", "partners": ["N"], "sectors": ["cloth"], "form": form, "size": size(given, unit)}
    t = composed(("tariff", arguments)).shocks.t
    assert t is not None
    assert_allclose(t[A, N, CLOTH], expected)
    t[A, N, CLOTH] = 0.10
    assert_allclose(t, LITTLE.params.t)  # nothing else moved


def test_forms_apply_in_their_fixed_order() -> None:
    # 10 % → cut by half: 5 % → Swiss 5: 2.5 % → + 4 points: 6.5 % → capped at 6 %
    forms = [("cap", 6, PCT), ("change_pp", 4, PP), ("swiss", 5, PCT), ("cut_pct", 50, PCT)]
    rules = [
        ("tariff", {"regions": "A", "partners": "HOME", "sectors": "cloth", "form": f, "size": size(v, u)})
        for f, v, u in forms
    ]
    assert_allclose(composed(*rules).tariff[A, :2, CLOTH], 0.06)
    assert_allclose(composed(*rules[1:]).tariff[A, :2, CLOTH], 0.065)


def test_a_rebate_costs_its_share_of_the_fob_value() -> None:
    given = {"regions": "N", "partners": "*", "without": "S", "sectors": "cloth", "size": size(5, PP)}
    got = composed(("export_rebate", given))
    e = got.shocks.e
    assert e is not None and got.shocks.D is None
    assert_allclose(1 / (1 + e[A, N, CLOTH]), 1.05)
    assert np.count_nonzero(e) == 1
    M = system.border(LITTLE.params.pi, LITTLE.params.X, LITTLE.params.t)
    assert_allclose(system.export_tax_revenue(M, e)[N], -0.05 * M[A, N, CLOTH])


def test_a_rebate_paid_by_the_country_is_shared_by_factor_income() -> None:
    given = {"regions": "N", "partners": "A", "sectors": "cloth", "size": size(5, PP)}
    got = composed(("export_rebate", given | {"paid_by": "country", "country": "HOME"}))
    D, params = got.shocks.D, LITTLE.params
    assert D is not None
    bill = 0.05 * system.border(params.pi, params.X, params.t)[A, N, CLOTH]
    income = params.wL.sum(axis=1)
    share = income[N] / (income[N] + income[S])
    assert_allclose(D - params.D, [bill * (1 - share), -bill * (1 - share), 0], atol=1e-12)


def test_interest_support_for_named_users_is_scaled_by_their_share_in_use() -> None:
    given = {"regions": "N", "partners": "A", "sectors": "food", "size": size(2, PP), "eligible": size(50, PCT)}
    given["years"] = size(3, "years")
    everyone = composed(("import_support", given)).tariff
    assert_allclose(everyone[N, A, FOOD], 0.05 - 0.02 * 3 * 0.5)
    users = composed(("import_support", given | {"users": "cloth"})).tariff
    cloth_buys = 0.3 * sales()[N, CLOTH] / LITTLE.params.X[N, FOOD]
    assert_allclose(users[N, A, FOOD], 0.05 - 0.03 * cloth_buys)
    assert_allclose(users[S], LITTLE.params.t[S])


@pytest.mark.parametrize(
    ("kind", "arguments", "saved"),
    [
        ("market_access", {"size": size(2, PCT)}, 0.02),
        ("settlement", {"size": size(40, PCT), "direction": "exports"}, 0.4 * 0.01),
        ("settlement", {"size": size(40, PCT), "direction": "exports", "cost_saved": size(3, PCT)}, 0.4 * 0.03),
        ("ecommerce", {"size": size(10, PCT), "cost_saved": size(5, PCT)}, 0.10 * 0.05),
        ("freight", {"mode": "rail", "size": size(8, PCT), "mode_share": size(25, PCT), "direction": "exports"}, 0.02),
        (
            "freight",
            {"mode": "rail", "size": size(10, "days"), "mode_share": size(20, PCT), "direction": "exports"},
            0.2 * 10 * 0.0135,
        ),
    ],
)
def test_what_makes_trade_cheaper_cuts_the_cost_of_delivery(kind: str, arguments: dict, saved: float) -> None:
    d_hat = composed((kind, {"regions": "N", "partners": "A", "sectors": "cloth"} | arguments)).shocks.d_hat
    assert d_hat is not None
    assert_allclose(d_hat[A, N, CLOTH], 1 - saved)
    assert np.count_nonzero(d_hat != 1) == 1


def test_directions_are_seen_from_the_regions() -> None:
    given = {"regions": "N", "partners": ["*"], "sectors": ["food"], "size": size(2, PCT)}
    for direction, cells in (("exports", {(S, N), (A, N)}), ("imports", {(N, S), (N, A)})):
        d_hat = composed(("market_access", given | {"direction": direction})).iceberg_cost
        assert {(n, i) for n, i, _ in np.argwhere(d_hat != 1)} == cells
    both = composed(("market_access", given | {"direction": "both"})).iceberg_cost
    assert np.count_nonzero(both != 1) == 4


def test_productivity_is_a_saving_of_unit_cost() -> None:
    A_hat = composed(("productivity", {"regions": "HOME", "sectors": "food", "size": size(2, PCT)})).shocks.A_hat
    assert A_hat is not None
    assert_allclose(A_hat, [[1 / 0.98, 1, 1], [1 / 0.98, 1, 1], [1, 1, 1]])


def test_quality_for_everyone_is_productivity_and_for_some_is_their_taste() -> None:
    given = {"regions": "N", "sectors": "cloth", "size": size(10, PCT)}
    everyone = composed(("quality", given)).shocks
    assert everyone.A_hat is not None and everyone.d_hat is None
    assert_allclose(everyone.A_hat[N, CLOTH], 1.1)
    some = composed(("quality", given | {"partners": "A"})).shocks
    assert some.d_hat is not None and some.A_hat is None
    assert_allclose(some.d_hat[A, N, CLOTH], 1 / 1.1)


def test_a_market_grows_at_the_expense_of_the_rest_in_proportion() -> None:
    alpha = composed(("market_growth", {"regions": "A", "sectors": "cloth", "size": size(10, PCT)})).shocks.alpha
    before = LITTLE.params.alpha
    assert alpha is not None
    assert_allclose(alpha[A, CLOTH], before[A, CLOTH] * 1.1)
    assert_allclose(alpha.sum(axis=1), 1)
    assert_allclose(alpha[A, FOOD] / alpha[A, POWER], before[A, FOOD] / before[A, POWER])
    assert_allclose(alpha[:2], before[:2])


def test_credit_is_paid_by_the_treasury_unless_lending_becomes_cheaper() -> None:
    given = {"regions": "N", "sectors": "cloth", "size": size(2, PP), "served": size(30, PCT)}
    saved = 0.02 * 0.25 * 0.30
    o = composed(("credit", given)).shocks.o
    assert o is not None
    assert_allclose(1 / (1 + o[N, CLOTH]), 1 + saved)
    shocks = composed(("credit", given | {"paid_by": "lenders"})).shocks
    assert shocks.o is None and shocks.A_hat is not None
    assert_allclose(shocks.A_hat[N, CLOTH], 1 / (1 - saved))


def test_a_carbon_price_in_yuan_is_a_rate_on_sales_in_dollars() -> None:
    got = composed(("carbon_price", {"regions": "N", "size": size(100, "yuan per tonne"), "covered": size(50, PCT)}))
    o = got.shocks.o
    assert o is not None
    million_dollars_per_kt = 100 * 1000 / units.per_dollar("CNY", 2022) / 1e6
    rate = 0.5 * million_dollars_per_kt * np.array([1.0, 2.0, 30.0]) / sales()[N]
    assert_allclose(1 - 1 / (1 + o[N]), rate)
    assert_allclose(o[1:], 0)


def test_a_carbon_price_takes_the_exchange_rate_that_is_given() -> None:
    given = {"regions": "N", "size": size(700, "yuan per tonne"), "exchange_rate": size(7, "yuan per USD")}
    dollars = {"regions": "N", "size": size(100, "USD per tonne")}
    one, two = composed(("carbon_price", given)), composed(("carbon_price", dollars))
    assert_allclose(one.production_tax, two.production_tax)


def test_cleaner_power_pays_less_for_carbon() -> None:
    price = ("carbon_price", {"regions": "N", "sectors": "power", "size": size(10, "USD per tonne")})
    clean = {"regions": "N", "sectors": "power", "size": size(-2, PCT), "emission_factor": size(-40, PCT)}
    both = composed(price, ("power", clean))
    alone = composed(price)
    assert_allclose(both.co2_hat[N], [1, 1, 0.6])
    rate = 1 - 1 / (1 + alone.production_tax[N, POWER])
    assert_allclose(1 - 1 / (1 + both.production_tax[N, POWER]), 0.6 * rate)
    A_hat = both.shocks.A_hat
    assert A_hat is not None
    assert_allclose(A_hat[N, POWER], 1 / 1.02)


def test_support_of_production_costs_its_share_of_output() -> None:
    o = composed(("production_support", {"regions": "N", "sectors": "food", "size": size(4, PCT)})).shocks.o
    assert o is not None
    assert_allclose(o[N, FOOD] / (1 + o[N, FOOD]), -0.04)


def test_labour_rises_in_its_region() -> None:
    L_hat = composed(("labour", {"regions": "S", "size": size(3, PCT)})).shocks.L_hat
    assert L_hat is not None
    assert_allclose(L_hat, [1, 1.03, 1])


def test_a_transfer_is_shared_by_factor_income_on_both_sides() -> None:
    got = composed(("transfer", {"regions": "HOME", "payers": "A", "size": size(10, "million yuan")}))
    D, params = got.shocks.D, LITTLE.params
    assert D is not None
    money = 10 / units.per_dollar("CNY", 2022)
    income = params.wL.sum(axis=1)
    share = income[N] / (income[N] + income[S])
    assert_allclose(D - params.D, [money * share, money * (1 - share), -money])


def test_every_kind_is_tested_and_can_be_built() -> None:
    source = __import__("pathlib").Path(__file__).read_text()
    for kind in KINDS:
        assert f'"{kind}"' in source
        assert getattr(hl.measures, kind).__doc__ == KINDS[kind].measure.__doc__

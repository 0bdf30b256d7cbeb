"""Every table on an economy small enough to work out, and one of a single valley where the answers are known."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.baseline import Baseline, Description
from hinterland.economy.params import from_flows
from hinterland.labels import Axis
from hinterland.outcomes.leontief import final_uses
from hinterland.result import Result
from little import little

LITTLE = little()
N, S, A = 0, 1, 2
FOOD, CLOTH, POWER = 0, 1, 2
SHOCK: dict[str, Any] = {
    "tariff": {("A", "N"): "+5pp"},
    "export_tax": {("A", "N", "cloth"): -0.04, ("A", "S", "food"): 0.03},
    "production_tax": {("N", "food"): -0.02, ("S", "cloth"): 0.01},
    "transfer": {"N": 1.0, "S": -1.0},
}


@pytest.fixture(scope="module")
def result() -> Result:
    return hl.run(
        replace(LITTLE, extras=dict(LITTLE.extras) | {"persons": np.array([[10.0, 20, 5], [8, 9, 4], [0, 0, 0]])}),
        SHOCK,
    )


def valley(gamma: float = 0.0) -> Baseline:
    """One region, one good, part of which it may use up itself: nothing to trade with."""
    one = np.ones((1, 1, 1))
    params = from_flows(
        X=np.array([[100.0]]),
        pi=one,
        t=0 * one,
        e=0 * one,
        o=np.zeros((1, 1)),
        gamma=gamma * one,
        va=np.array([[1 - gamma]]),
        theta=np.array([4.0]),
    )
    axes = Axis.of("region", "V"), Axis.of("sector", "x")
    extras = {"co2_kt": np.array([[50.0]]), "persons": np.array([[7.0]])}
    return Baseline(*axes, params, Description("Valley", 2020, "crowns", "made up", "CC0"), extras=extras)


def test_a_closed_valley_that_becomes_more_productive_makes_as_much_more() -> None:
    result = hl.run(valley(), {"productivity": {"V": 1.02}})
    gdp = result.panel("gdp").values
    assert_allclose(gdp["real_gdp_pct"], 2.0)
    assert_allclose(gdp["purchasing_power_pct"], 2.0)
    assert_allclose(gdp["gdp_pct"], 0.0, atol=1e-9)  # its income is the numeraire
    assert_allclose(result.panel("employment").values["persons_after"], 7.0)
    assert_allclose(result.panel("emissions").values["co2_after"], 51.0)


def test_inputs_multiply_productivity_in_a_closed_valley() -> None:
    result = hl.run(valley(gamma=0.5), {"productivity": {"V": 1.02}})
    assert_allclose(result.panel("gdp").values["real_gdp_pct"], 100 * (1.02**2 - 1))  # 1 / (1 − gamma) = 2


def test_more_workers_are_more_jobs() -> None:
    result = hl.run(valley(), {"labour": {"V": 1.1}})
    assert_allclose(result.panel("employment").values["labour_pct"], 10.0)
    assert_allclose(result.panel("employment").values["persons_change"], 0.7)


def test_final_uses_of_a_chain() -> None:
    # Region 0 makes good 0 from nothing, region 1 makes good 1 from half its value of good 0, and buys it for 10.
    pi = np.zeros((2, 2, 2))
    pi[:, 0, 0] = pi[:, 1, 1] = 1.0
    zero = np.zeros((2, 2, 2))
    gamma = np.zeros((2, 2, 2))
    gamma[1, 0, 1] = 0.5
    final = np.array([[0.0, 0.0], [0.0, 10.0]])
    uses = final_uses(pi, zero, zero, np.zeros((2, 2)), gamma, final)
    expected = np.zeros((2, 2, 2))
    expected[1, 1, 1], expected[0, 0, 1] = 10.0, 5.0
    assert_allclose(uses, expected)


def test_gdp_is_what_is_spent_plus_what_is_exported_less_what_is_imported(result: Result) -> None:
    abroad = np.where(result.abroad, result.M1, 0.0)
    final = (result.solution.levers.alpha * result.solution.I1[:, None]).sum(axis=1)
    spent = final + abroad.sum(axis=(0, 2)) - abroad.sum(axis=(1, 2))
    assert_allclose(result.panel("gdp").values["gdp_after"], spent)


def test_gdp_at_prices_of_the_baseline_by_hand(result: Result) -> None:
    solution, M1 = result.solution, result.M1
    final = (LITTLE.params.alpha[N] * solution.I1[N] / solution.P_hat[N]).sum()
    tax = np.zeros((3, 3))
    tax[A, CLOTH] = -0.04  # of N's exports, before nothing
    exports = sum(M1[n, N, j] / (solution.c_hat[N, j] * (1 + tax[n, j])) for n in (S, A) for j in range(3))
    imports = M1[N, S] @ (1 / solution.c_hat[S]) + M1[N, A] @ (1 / solution.c_hat[A])
    gdp = result.panel("gdp").values
    assert_allclose(gdp["real_gdp_pct"][N], 100 * ((final + exports - imports) / gdp["gdp_before"][N] - 1))


def test_nothing_changes_where_nothing_happens() -> None:
    result = hl.run(LITTLE, {})
    for name in result.tables:
        panel = result.panel(name)
        for column, values in panel.values.items():
            if column.endswith(("_pct", "_pp", "change")) and not column.endswith(("before_pct", "after_pct")):
                assert_allclose(np.nan_to_num(values), 0.0, atol=1e-9, err_msg=f"{name}, {column}")


def test_the_treasury_by_line(result: Result) -> None:
    after, at = result.panel("revenue").values["after"], result.solution.levers
    assert_allclose(after[N, 2], -0.04 / 0.96 * result.M1[A, N, CLOTH])  # rebate of N
    assert_allclose(after[N, 1], 0.0)
    assert_allclose(after[S, 1], 0.03 / 1.03 * result.M1[A, S, FOOD])  # export tax of S
    assert_allclose(after[N, 4], -0.02 / 0.98 * result.Y1[N, FOOD])
    assert_allclose(after[S, 3], 0.01 / 1.01 * result.Y1[S, CLOTH])
    assert_allclose(after[:, 0], (at.t * result.M1).sum(axis=(1, 2)))
    assert_allclose(after[:, 5], [1.0, -1.0, 0.0])


def test_treasury_lines_add_up_to_the_change_of_revenue(result: Result) -> None:
    change = result.panel("revenue").values["change"]
    assert_allclose(change[:, :5].sum(axis=1), result.panel("regions").values["revenue"], atol=1e-9)
    gdp = result.panel("gdp").values
    assert_allclose(change[:, :5].sum(axis=1), gdp["taxes_after"] - gdp["taxes_before"], atol=1e-9)


def test_transfers_are_nothing_before_under_balanced_trade() -> None:
    balanced = hl.Closures(deficit="balanced")
    revenue = hl.run(LITTLE, {"transfer": {"N": 1.0, "S": -1.0}}, balanced).panel("revenue").values
    assert_allclose(revenue["before"][:, 5], 0.0)
    assert_allclose(revenue["after"][:, 5], [1.0, -1.0, 0.0])


def test_labour_adds_up_to_supply_and_persons_to_jobs(result: Result) -> None:
    employment = result.panel("employment").values
    weights = LITTLE.params.wL / LITTLE.params.wL.sum(axis=1, keepdims=True)
    assert_allclose((weights * employment["labour_pct"]).sum(axis=1), 0.0, atol=1e-9)
    assert_allclose(np.nansum(employment["persons_after"], axis=1), [35.0, 21.0, 0.0])
    assert np.isnan(employment["persons_after"][A]).all()
    assert np.abs(employment["persons_change"][N]).max() > 1e-3


def test_labour_specific_to_its_sector_stays_there() -> None:
    labour = hl.run(LITTLE, SHOCK, hl.Closures(labour="specific")).panel("employment").values["labour_pct"]
    assert_allclose(labour, 0.0, atol=1e-8)


def test_market_shares_by_hand(result: Result) -> None:
    panel = result.panel("market_shares")
    after, M1 = panel.values["share_after_pct"], result.M1
    assert panel.axes["market"] == ("N", "S", "A", "*")
    assert_allclose(after[N, A, CLOTH], 100 * M1[A, N, CLOTH] / (M1[A, N, CLOTH] + M1[A, S, CLOTH]))
    assert_allclose(after[N, N], 0.0)
    everywhere = M1[:, :, FOOD] * (1 - np.eye(3))
    assert_allclose(after[N, 3, FOOD], 100 * everywhere[:, N].sum() / everywhere.sum())
    assert_allclose(after[:, :, FOOD].sum(axis=0), 100.0)


def test_exposure_by_hand(result: Result) -> None:
    before = result.panel("exposure").values
    # Cloth takes 0.3 food and 0.2 power for each unit; power is bought at home only.
    assert_allclose(before["inputs_before_pct"][N, CLOTH], [100 * (0.3 * 0.8 + 0.2) / 0.5, 6.0, 6.0])
    assert_allclose(before["inputs_before_pct"][N, POWER], 0.0)  # it takes no inputs
    assert_allclose(before["sales_before_pct"][N, CLOTH, A], 100 * 0.2 * 300 / 1.1 / result.Y[N, CLOTH])
    assert_allclose(before["sales_after_pct"].sum(axis=2), 100.0)
    assert_allclose(before["inputs_after_pct"][:, CLOTH].sum(axis=1), 100.0)


def test_emissions_move_with_the_quantity_made(result: Result) -> None:
    emissions = result.panel("emissions").values
    made = 1 + result.panel("sectors").values["real_output_pct"] / 100
    assert_allclose(emissions["co2_after"], LITTLE.extras["co2_kt"] * made)


def test_emissions_follow_measures_on_their_rate() -> None:
    said = {"start": "2024-01-01", "source": "made up", "status": "announced"}
    power = hl.measures.power(
        **said,
        regions="N",
        sectors="power",
        size=hl.measures.size(1, "percent"),
        emission_factor=hl.measures.size(-10, "percent"),
    )
    result = hl.run(LITTLE, hl.scenario("Cleaner power", [power]))
    made = 1 + result.panel("sectors").values["real_output_pct"] / 100
    cut = np.ones((3, 3))
    cut[N, POWER] = 0.9
    assert_allclose(result.panel("emissions").values["co2_after"], LITTLE.extras["co2_kt"] * made * cut)


def test_embodied_co2_adds_up_to_what_is_emitted(result: Result) -> None:
    emissions, embodied = result.panel("emissions").values, result.panel("embodied").values
    for column in ("co2_before", "co2_after"):
        assert_allclose(embodied[column].sum(axis=2), emissions[column])
    footprint = result.panel("footprint").values
    used = footprint["production_after"] - footprint["exported_after"] + footprint["imported_after"]
    assert_allclose(footprint["consumption_after"], used)
    assert_allclose(footprint["exported_after"].sum(), footprint["imported_after"].sum())


def test_an_economy_without_co2_has_no_such_tables() -> None:
    result = hl.run(replace(LITTLE, extras={}), {})
    assert {"emissions", "embodied", "footprint"}.isdisjoint(result.tables)
    assert list(result.panel("employment").values) == ["labour_pct"]

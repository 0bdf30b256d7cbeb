"""What a scenario by label does, and the tables that say so."""

import numpy as np
import pandas as pd
import pytest
import xarray as xr

import hinterland as hl
from faults.small_economy import edit, write
from hinterland.economy.params import Closures

REGION_COLUMNS = [
    "region",
    "real_income_pct",
    "first_order_welfare_pct",
    "terms_of_trade_pct",
    "volume_of_trade_pct",
    "real_wage_pct",
    "price_pct",
    "exports_pct",
    "imports_pct",
    "revenue",
]


@pytest.fixture(scope="module")
def valleys(tmp_path_factory):
    """Load the small economy, its tariff raised to a fifth so that there is something to remove."""
    return hl.load(write(tmp_path_factory.mktemp("valleys"), **edit("trade.csv", "20,0.1", "20,0.2")))


@pytest.fixture(scope="module")
def free(valleys):
    return hl.run(valleys, {"tariff": {("AA", "BB"): 0.0}})


def same_answer(left, right):
    np.testing.assert_array_equal(left.solution.X1, right.solution.X1)
    np.testing.assert_array_equal(left.solution.w_hat, right.solution.w_hat)


def test_the_headline_table(free):
    table = free.table("regions")
    assert list(table.columns) == REGION_COLUMNS
    assert table["region"].tolist() == ["AA", "BB"]
    by_region = table.set_index("region")
    assert by_region.loc["AA", "revenue"] == pytest.approx(-4)  # it collected a fifth of 20
    assert by_region.loc["BB", "revenue"] == 0
    assert by_region.loc["BB", "real_income_pct"] > 0 and (by_region["imports_pct"] > 0).all()
    parts = by_region["terms_of_trade_pct"] + by_region["volume_of_trade_pct"]
    np.testing.assert_allclose(by_region["first_order_welfare_pct"], parts, atol=1e-12)  # only a tariff moved


def test_nothing_happens_without_a_shock(valleys):
    result = hl.run(valleys, {})
    numbers = result.table("regions").drop(columns="region").to_numpy()
    assert np.abs(numbers).max() < 1e-9
    assert result.table("decomposition").empty or result.table("decomposition")["contribution_pct"].abs().max() < 1e-9


def test_trade_and_sectors_are_money_before_and_after(free, valleys):
    trade = free.table("trade").set_index(["importer", "exporter", "sector"])
    assert trade.loc[("AA", "BB", "food"), "before"] == pytest.approx(20)
    assert trade.loc[("AA", "BB", "food"), "after"] > 20
    assert ("AA", "BB", "care") not in trade.index  # never traded
    sectors = free.table("sectors").set_index(["region", "sector"])
    assert sectors.loc[("AA", "food"), "output_before"] == pytest.approx(90)
    assert sectors["value_added_after"].sum() == pytest.approx(sectors["value_added_before"].sum())  # the numeraire
    sold = trade["after"].groupby(level=["exporter", "sector"]).sum()
    np.testing.assert_allclose(sold.sort_index(), sectors["output_after"].sort_index(), rtol=1e-9)


def test_the_mechanisms_add_up_to_real_income(free):
    parts = free.table("decomposition").groupby("region")["contribution_pct"].sum()
    np.testing.assert_allclose(parts, free.table("regions")["real_income_pct"], atol=1e-6)
    assert free.decomposition.status.ok


def test_the_checks_are_small(free):
    table = free.table("checks")
    assert len(table) == 5 and (table["off_by"] < 1e-9).all()


@pytest.mark.parametrize("name", ["regions", "trade", "sectors", "decomposition", "checks"])
def test_a_view_holds_what_the_table_holds(free, name):
    view, table = free.view(name), free.table(name)
    assert isinstance(view, xr.Dataset) and isinstance(table, pd.DataFrame)
    labels = [column for column in table.columns if column in view.dims]
    assert labels == list(view.dims)
    for row in table.head(3).to_dict("records"):
        cell = view.sel({label: row[label] for label in labels})
        for column in view.data_vars:
            assert float(cell[column]) == pytest.approx(row[column], nan_ok=True)
    if name != "checks":
        assert all(view[column].attrs["units"] for column in view.data_vars)


def test_a_whole_labelled_array_does_what_its_rules_do(valleys, free):
    tariff = xr.DataArray(
        np.zeros((2, 2, 2)),
        dims=("importer", "exporter", "sector"),
        coords={"importer": ["AA", "BB"], "exporter": ["AA", "BB"], "sector": ["food", "care"]},
    )
    same_answer(hl.run(valleys, {"tariff": tariff}), free)


@pytest.mark.parametrize(
    "rule",
    [
        {("AA", "BB", "food"): 0},
        {("AA", "BB", "*"): "-20pp"},
        {"AA": 0.0},
        {("AA", "both"): 0.0},
        {("both", "both"): "-100%"},
        {"*": 0.3, ("*", "*", "food"): "−100%"},
        {("both", "*"): 0.7, ("AA", "BB"): 0.0, ("BB", "AA"): 0.0},
    ],
    ids=lambda rule: " ".join(map(str, rule)),
)
def test_groups_stars_and_fewer_labels(valleys, free, rule):
    if "*" in rule or ("both", "*") in rule:  # a tariff on care, which nobody trades, has no effect on any price paid
        rule = rule | {("both", "both", "care"): 0.0}
    same_answer(hl.run(valleys, {"tariff": rule}), free)


def test_a_star_leaves_home_trade_alone(valleys):
    result = hl.run(valleys, {"iceberg_cost": {"*": 1.1}})
    d_hat = result.solution.levers.d_hat
    assert d_hat[0, 0].tolist() == [1, 1] and d_hat[0, 1].tolist() == [1.1, 1.1]
    assert hl.run(valleys, {"iceberg_cost": {("AA", "AA"): 1.1}}).solution.levers.d_hat[0, 0].tolist() == [1.1, 1.1]


def test_each_lever_reaches_its_array(valleys):
    scenario = {
        "export_tax": {("BB", "AA", "food"): 0.05},
        "production_tax": {("BB", "care"): "+2pp"},
        "productivity": {("AA", "food"): "+3%"},
        "labour": {"BB": 1.01},
        "final_demand": {("AA", "care"): 2},
        "transfer": {"AA": 1, "BB": -1},
    }
    result = hl.run(valleys, scenario)
    levers, params = result.solution.levers, valleys.params
    assert result.status.ok
    assert levers.e[1, 0, 0] == 0.05 and levers.o[1, 1] == 0.02
    assert levers.A_hat[0, 0] == pytest.approx(1.03) and levers.L_hat.tolist() == [1, 1.01]
    assert levers.alpha[0].sum() == pytest.approx(1)
    assert levers.alpha[0, 1] / levers.alpha[0, 0] == pytest.approx(2 * params.alpha[0, 1] / params.alpha[0, 0])
    np.testing.assert_allclose(levers.D - params.D, [1, -1])


def test_an_infinite_trade_cost_ends_the_trade(valleys):
    result = hl.run(valleys, {"iceberg_cost": {("AA", "BB"): "inf", ("BB", "AA"): float("inf")}}, Closures("balanced"))
    assert result.status.ok
    assert result.solution.pi1[0, 1, 0] == 0 and result.solution.pi1[1, 0, 0] == 0


def test_changes_start_from_what_the_closures_leave(valleys):
    transfer = {"transfer": {"AA": 1, "BB": -1}}
    np.testing.assert_allclose(hl.run(valleys, transfer, Closures("balanced")).solution.levers.D, [1, -1])
    bare = hl.run(valleys, {"final_demand": {("AA", "care"): 1.0}}, Closures(inputs="none"))
    same = hl.run(valleys, {}, Closures(inputs="none"))
    np.testing.assert_allclose(bare.solution.levers.alpha, same.solution.params.alpha, rtol=1e-14)


def test_trouble_is_a_status_and_its_tables_still_open(valleys):
    result = hl.run(valleys, {"transfer": {"AA": -1000, "BB": 1000}})
    assert not result.status.ok and result.status.remedy
    for name in ("regions", "trade", "sectors", "decomposition"):
        assert result.table(name).select_dtypes("number").isna().all(axis=None)
    assert result.table("checks")["off_by"].max() > 1
    assert not result.decomposition.status.ok


def test_the_baseline_is_not_touched(valleys):
    before = valleys.params.t.copy()
    hl.run(valleys, {"tariff": {"*": "+10pp"}})
    np.testing.assert_array_equal(valleys.params.t, before)

"""Calibration: what is repaired is told to the cell, and the base year holds."""

from __future__ import annotations

import numpy as np
import pytest

from faults.small_economy import FILES, edit, write
from hinterland.calibrate import calibrate
from hinterland.economy.params import Closures, Shocks
from hinterland.economy.solve import solve
from hinterland.tables.folder import read_folder


def calibrated(folder, **settings):
    described, raw = read_folder(folder)
    return calibrate(raw, described, **settings)


def assert_holds(baseline):
    """Check every equation at the baseline, and that no shock moves nothing."""
    closures = baseline.closures
    solution = solve(baseline.params, Shocks(), closures)
    assert solution.residual < 1e-10
    for ratio in (solution.w_hat, solution.P_hat, solution.c_hat):
        assert np.abs(ratio - 1).max() < 1e-13
    assert np.abs(solution.pi1 - baseline.params.pi).max() < 1e-13


def test_tables_in_order_are_left_alone(tmp_path):
    baseline = calibrated(write(tmp_path))
    assert baseline.report.repairs == () and baseline.report.share == 0
    assert_holds(baseline)
    # bought: AA 60 + 20·1.1 of food and 40 of care; made: 60 + 30 and 40
    np.testing.assert_allclose(baseline.params.X[0], [82, 40], rtol=1e-12)
    np.testing.assert_allclose(baseline.params.wL[0], [60, 40], rtol=1e-12)
    np.testing.assert_allclose(baseline.params.alpha[0], np.array([62, 30]) / 92, rtol=1e-12)


def test_output_is_raised_to_exports(tmp_path):
    # AA sells food for 30 to BB, and is said to make 24.
    folder = write(
        tmp_path,
        trade_csv=FILES["trade.csv"].replace("AA,AA,food,60,0\n", ""),
        inputs_csv="region,input,user,value\nBB,food,food,30\n",
        production_csv="region,sector,gross_output\nAA,food,24\n",
    )
    baseline = calibrated(folder)
    (repair,) = baseline.report.repairs
    assert (repair.block, repair.cell) == ("output raised to exports", ("AA", "food"))
    assert (repair.before, repair.after, repair.change) == (24, 30, 6)
    assert repair.pct_of_row == 25
    assert baseline.report.share == pytest.approx(6 / (30 + 40 + 100 + 50))
    assert baseline.params.pi[0, 0, 0] == 0  # all of it is sold abroad
    assert_holds(baseline)


def test_negative_final_demand_is_clipped(tmp_path):
    # BB uses 60 of care to make food, and buys 50.
    baseline = calibrated(write(tmp_path, **edit("inputs.csv", "BB,food,care,5\n", "BB,care,food,60\n")))
    (repair,) = baseline.report.repairs
    assert (repair.block, repair.cell, repair.before, repair.after) == ("negative final demand", ("BB", "care"), -10, 0)
    assert repair.pct_of_row == 20
    assert baseline.report.share == pytest.approx(10 / 280)
    assert baseline.params.alpha[1, 1] == 0
    assert baseline.report.by_block() == {"negative final demand": (1, 10)}
    assert_holds(baseline)


def test_input_columns_are_normalised_to_what_value_added_leaves(tmp_path):
    # AA makes food for 90 with 50 of value added, so inputs must be 40; the table has 20 of food and 10 of care.
    production = "region,sector,gross_output,value_added\nAA,food,90,50\nAA,care,40,40\nBB,food,100,70\nBB,care,50,45\n"
    baseline = calibrated(write(tmp_path, production_csv=production))
    food, care = baseline.report.repairs
    assert (food.block, food.cell, care.cell) == ("inputs", ("AA", "food", "food"), ("AA", "care", "food"))
    assert (food.before, food.after) == (20, pytest.approx(80 / 3))
    assert food.pct_of_row == pytest.approx(100 * (20 / 3) / 90)
    assert (care.before, care.after) == (10, pytest.approx(40 / 3))
    assert baseline.report.share == pytest.approx(10 / 280)
    assert_holds(baseline)


def test_columns_and_value_added_share_cost(tmp_path):
    baseline = calibrated(
        write(
            tmp_path,
            inputs_csv="region,input,user,share\nAA,food,food,0.4\nAA,care,food,0.6\n",
            production_csv="region,sector,value_added\nAA,food,60\nAA,care,40\nBB,food,100\nBB,care,50\n",
        )
    )
    np.testing.assert_allclose(baseline.params.gamma[0, :, 0], [30 * 0.4 / 90, 30 * 0.6 / 90], rtol=1e-12)
    np.testing.assert_allclose(baseline.params.va + baseline.params.gamma.sum(axis=1), 1, rtol=1e-14)
    assert_holds(baseline)


@pytest.mark.parametrize("tax", ["export_tax", "production_tax"])
def test_a_base_year_with_taxes_holds(tmp_path, tax):
    if tax == "export_tax":
        head = "importer,exporter,sector,value,tariff,export_tax"
        trade = FILES["trade.csv"].replace("importer,exporter,sector,value,tariff", head)
        changed = {"trade_csv": trade.replace("BB,AA,food,30,0", "BB,AA,food,30,0.2,-0.05")}
        changed["trade_csv"] = "\n".join(
            row if row.count(",") == 5 else row + ",0" for row in changed["trade_csv"].splitlines()
        )
    else:
        changed = {"production_csv": "region,sector,production_tax\nAA,food,0.08\nBB,food,-0.02\n"}
    baseline = calibrated(write(tmp_path, **changed))
    assert baseline.report.repairs == ()
    assert_holds(baseline)


def test_deficits_are_kept_or_balanced(tmp_path):
    folder = write(tmp_path)
    kept = calibrated(folder)
    np.testing.assert_allclose(kept.params.D, [20 - 30, 30 - 20], rtol=1e-12)
    balanced = calibrated(folder, closures=Closures(deficit="balanced"))
    assert np.abs(balanced.params.D).max() < 1e-10
    assert_holds(kept)
    assert_holds(balanced)


def test_more_repair_is_allowed_where_the_description_says_so(tmp_path):
    # BB uses 70 of care and buys 50: 20 of 280, 7 % of output.
    broken = edit("inputs.csv", "BB,food,care,5\n", "BB,care,food,70\n")
    allowed = edit("economy.toml", "year = 2020", "year = 2020\nmost_repair = 0.1")
    baseline = calibrated(write(tmp_path, **broken, **allowed))
    assert baseline.report.share == pytest.approx(20 / 280)
    assert_holds(baseline)

"""Tables whose rows, columns and signs are not what accounts should be: reported, never corrected."""

from dataclasses import replace

import numpy as np
import pytest

import layouts
from hinterland.tables.world import check, to_flows


@pytest.fixture
def world():
    return layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35")))


def test_sales_and_costs(world):
    raised = world.X + np.array([0, 0, 100.0, 0, 0, 0])
    problems = [str(problem) for problem in check(replace(world, X=raised))]
    share = f"{100 / raised.sum():.2g}"
    assert problems == [
        f"a drawn world: {what} differ from gross output in 1 of 6 industries, by {share} of world output in all,"
        f" worst USA c1 by -100 million USD; expected {what} that add up to gross output within 1e-06;"
        " nothing to do if this is rounding: the calibration closes the table and reports each repair"
        for what in ("sales", "costs")
    ]
    assert to_flows(replace(world, X=raised)).gross_output[1, 0] == raised[2]  # the number stays


def test_value_added(world):
    world.VA[1] -= world.VA[1] + 40
    assert str(next(iter(check(world)))) == (
        "a drawn world: value added below zero in 1 industry, -40 million USD, worst AUS c35 with -40;"
        " expected value added ≥ 0; merge these sectors with others (--aggregate),"
        " or have it set to zero when the economy is written"
    )


def test_trade(world):
    world.F[0, 5:10] = -100.0
    sold = world.Z[0, 2:4].sum() - 500
    assert str(next(iter(check(world)))) == (
        f"a drawn world: 1 flow below zero, {sold:,.6g} million USD in all, worst c1 from AUS to USA with {sold:,.6g};"
        " expected flows ≥ 0 (stocks run down are entered as negative demand);"
        " they are set to zero when the economy is written (unless --keep-negative)"
    )

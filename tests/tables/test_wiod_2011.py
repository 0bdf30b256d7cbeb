"""The whole table of WIOD for 2011, as far as a data package carries it: what is said of it must come out."""

from __future__ import annotations

import numpy as np
import pytest

from hinterland.labels import Axis, Label
from hinterland.tables.world import WorldTable, check, to_flows


@pytest.fixture(scope="module")
def world(shared):
    with np.load(shared / "data" / "wiod_2011.npz") as table:
        return WorldTable(
            regions=Axis.of("region", table["regions"]),
            sectors=Axis(
                "sector",
                tuple(Label(str(c), str(n)) for c, n in zip(table["sectors"], table["sector_names"], strict=True)),
            ),
            categories=tuple(map(str, table["final_categories"])),
            Z=table["Z"].astype(float),
            F=table["F_cat"].reshape(1435, -1).astype(float),
            VA=table["VA"],
            X=table["X"].astype(float),
            year=int(table["year"]),
            unit="million USD",
            source="WIOD 2011",
            licence="CC BY 4.0",
        )


def test_truncated_integers_are_reported_and_left_alone(world):
    """The package cut cells to whole millions: rows are short by 0.042 % of output, columns close by definition."""
    problems = {problem.code: problem.found for problem in check(world)}
    assert set(problems) <= {"sales_do_not_add_up", "trade_is_negative"}
    assert "sales differ from gross output in" in problems["sales_do_not_add_up"]
    assert "by 0.00042 of world output in all" in problems["sales_do_not_add_up"]
    np.testing.assert_array_equal(to_flows(world).gross_output.ravel(), world.X)


def test_flows_are_sums_of_the_table(world):
    flows = to_flows(world)
    assert flows.trade.shape == (41, 41, 35)
    np.testing.assert_allclose(flows.trade.sum(axis=1), flows.inputs.sum(axis=2) + flows.final, rtol=1e-12, atol=1e-6)
    chn, usa = world.regions.index("CHN"), world.regions.index("USA")
    electronics = world.sectors.index("c14")
    rows, columns = chn * 35 + electronics, slice(usa * 35, usa * 35 + 35)
    by_hand = world.Z[rows, columns].sum() + world.F[rows, usa * 5 : usa * 5 + 5].sum()
    assert flows.trade[usa, chn, electronics] == by_hand
    assert world.X.sum() == pytest.approx(141.77e6, rel=1e-4)  # gross output of the world, 141.77 trillion USD

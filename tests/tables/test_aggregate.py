"""Fewer regions and sectors: sums stay what they were, and taxes on trade yield what they yielded."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import layouts
from hinterland.labels import Axis, Label
from hinterland.tables.aggregate import aggregate, read_concordance
from hinterland.tables.world import check, to_flows

BLOCS = """axis,from,to,en,zh
region,USA,NAM,North America,北美
region,CAN,NAM,North America,北美
region,*,ROW,Rest of the world,世界其他地区
sector,c35,services,Services,服务
sector,*,goods,Goods,货物
"""


@pytest.fixture
def world():
    return layouts.as_world(layouts.make(("AUS", "USA", "CAN", "ROW"), ("c1", "c2", "c35")))


@pytest.fixture
def blocs(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text(BLOCS, encoding="utf-8")
    return read_concordance(file)


def test_sums_stay_what_they_were(world, blocs):
    small = aggregate(world, blocs)
    assert small.regions.codes == ("NAM", "ROW")
    assert small.sectors.codes == ("services", "goods")
    assert small.regions.labels[0].zh == "北美"
    before, after = to_flows(world).trade, to_flows(small).trade
    assert after[0, 1, 1] == before[1:3][:, [0, 3]][:, :, :2].sum()  # NAM buys goods from ROW
    for name in ("Z", "F", "VA", "X", "taxes", "margins"):
        np.testing.assert_allclose(getattr(small, name).sum(), getattr(world, name).sum(), rtol=1e-13)
    assert not list(check(small))


def test_an_axis_that_is_not_mentioned_stays_as_it_is(world, tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text("axis,from,to\nregion,USA,NAM\nregion,*,ROW\n")
    small = aggregate(world, read_concordance(file))
    assert small.sectors == world.sectors
    assert small.Z.shape == (6, 6)


def test_every_region_to_itself_changes_nothing(world, tmp_path):
    file = tmp_path / "same.csv"
    codes = [*(("region", code) for code in world.regions.codes), *(("sector", code) for code in world.sectors.codes)]
    file.write_text("axis,from,to\n" + "".join(f"{axis},{code},{code}\n" for axis, code in codes))
    same = aggregate(world, read_concordance(file))
    np.testing.assert_array_equal(same.Z, world.Z)
    np.testing.assert_array_equal(same.F, world.F)


def test_taxes_on_trade_yield_what_they_yielded_and_end_at_home(world, blocs):
    draw = np.random.default_rng(5)
    abroad = 1 - np.eye(4)[:, :, None]
    taxed = replace(
        world, tariff=draw.uniform(0, 0.3, (4, 4, 3)) * abroad, export_tax=draw.uniform(-0.1, 0.1, (4, 4, 3)) * abroad
    )
    flows, small = to_flows(taxed), to_flows(aggregate(taxed, blocs))
    nam, row, services = [1, 2], [0, 3], 2
    duty = (flows.trade * flows.tariff)[np.ix_(nam, row, [services])].sum()
    assert (small.trade * small.tariff)[0, 1, 0] == pytest.approx(duty, rel=1e-12)
    levied = (flows.trade * flows.export_tax / (1 + flows.export_tax))[np.ix_(nam, row, [services])].sum()
    tax = small.export_tax[0, 1, 0]
    assert small.trade[0, 1, 0] * tax / (1 + tax) == pytest.approx(levied, rel=1e-12)
    assert not small.tariff[0, 0].any()


def test_english_names_do_as_well_as_codes_and_a_code_that_stays_keeps_its_names(world, tmp_path):
    named = replace(world, regions=Axis("region", tuple(Label(c, f"Land of {c}", "国") for c in world.regions.codes)))
    file = tmp_path / "blocs.csv"
    file.write_text("axis,from,to\nregion,Land of USA,USA\nregion,*,ROW\n")
    small = aggregate(named, read_concordance(file))
    assert small.regions.labels == (Label("USA", "Land of USA", "国"), Label("ROW", "Land of ROW", "国"))
    np.testing.assert_array_equal(small.X[:3], world.X[3:6])

"""GTAP through harpy: a miniature header-array file written and read back, in both versions of the headers."""

from __future__ import annotations

import harpy
import numpy as np
import pytest

import layouts_gtap
from hinterland.errors import InputError, MissingExtraError
from hinterland.tables.readers import gtap, read
from hinterland.tables.readers.publication import Source
from hinterland.tables.world import check, to_flows

SINGLE = 2e-6  # header arrays are in single precision


@pytest.fixture(params=["7", "6.2"])
def world(request, tmp_path):
    return read("gtap", layouts_gtap.gtap(layouts_gtap.make_gtap(), tmp_path / "basedata.har", request.param), 2017)


def test_the_accounts_close(world):
    assert [problem.code for problem in check(world)] == []
    assert world.regions.codes == ("usa", "chn", "xtw")
    assert world.sectors.codes == ("pdr", "mvh", "otp")
    assert world.categories == ("private", "government", "investment")


def test_trade_and_duties_are_those_of_the_file(world):
    drawn, flows = layouts_gtap.make_gtap(), to_flows(world)
    goods, chn, usa = slice(0, 2), 1, 0
    np.testing.assert_allclose(flows.trade[usa, chn, goods], drawn.fob[goods, chn, usa], rtol=SINGLE)
    duty = (drawn.landed - drawn.cif).transpose(2, 1, 0)
    np.testing.assert_allclose(flows.trade * flows.tariff, duty, rtol=1e-4, atol=1e-4)
    revenue = flows.trade * flows.export_tax / (1 + flows.export_tax)
    np.testing.assert_allclose(revenue, (drawn.fob - drawn.basic).transpose(2, 1, 0), rtol=1e-4, atol=1e-4)


def test_freight_is_bought_from_its_suppliers(world):
    drawn, flows = layouts_gtap.make_gtap(), to_flows(world)
    service = 2
    exports = flows.trade[:, :, service].sum(axis=0)
    expected = drawn.basic[service].sum(axis=1) + drawn.supply[0] + drawn.home[service].sum(axis=0)
    np.testing.assert_allclose(exports, expected, rtol=SINGLE)


def test_users_pay_the_duty(world):
    drawn, flows = layouts_gtap.make_gtap(), to_flows(world)
    bought = (drawn.home + drawn.abroad)[:, :3].sum(axis=0).T  # [region, user]
    np.testing.assert_allclose(flows.inputs.sum(axis=1), bought, rtol=1e-5)
    np.testing.assert_allclose(flows.value_added, drawn.factors.sum(axis=0).T, rtol=SINGLE)


def test_sparse_and_long_arrays_come_back_too(tmp_path):
    """harpy stores arrays with many zeros as a list of cells, and long ones in several records."""
    codes = [f"c{k:02d}" for k in range(40)]
    axes = [{"name": name, "status": "k", "dim_type": "Set", "dim_desc": codes} for name in ("A", "A", "B")]
    long = np.random.default_rng(3).random((40, 40, 40), dtype=np.float32)
    sparse = np.where(long > 0.9, long, np.float32(0))
    content = harpy.HarFileObj()
    for name, array in (("LONG", long), ("SPRS", sparse)):
        content.addHeaderArrayObj(harpy.HeaderArrayObj.HeaderArrayFromData(name, array, sets=axes))
    content.writeToDisk(str(tmp_path / "basedata.har"))
    headers = gtap._headers(Source(tmp_path / "basedata.har"))
    np.testing.assert_array_equal(headers["LONG"].values, long)
    np.testing.assert_array_equal(headers["SPRS"].values, sparse)
    assert headers["LONG"].axes == (tuple(codes),) * 3


def test_the_year_is_needed(tmp_path):
    file = layouts_gtap.gtap(layouts_gtap.make_gtap(), tmp_path / "basedata.har")
    with pytest.raises(InputError, match=r"a file that does not name its year; .* say which \(--year\)"):
        read("gtap", file)


def test_gtap_needs_harpy(tmp_path, monkeypatch):
    file = layouts_gtap.gtap(layouts_gtap.make_gtap(), tmp_path / "basedata.har")
    monkeypatch.setitem(__import__("sys").modules, "harpy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'hinterland\[gtap\]'"):
        read("gtap", file, 2017)

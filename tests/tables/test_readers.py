"""Each reader on a miniature in its publisher's layout: what is written comes back."""

from __future__ import annotations

import zipfile

import numpy as np
import pandas as pd
import pytest

import layouts
from hinterland.errors import MissingExtraError
from hinterland.labels import Label
from hinterland.tables.readers import extras, read
from hinterland.tables.world import WorldTable, check, to_flows
from layouts import Miniature

OLD = ("AUS", "USA", "RoW")  # as WIOD wrote it in 2013
NEW = ("AUS", "USA", "ROW")


def assert_same(world: WorldTable, drawn: Miniature, margins: bool = True) -> None:
    """Compare every array, and that the only thing worth a remark is the stock that was run down."""
    for name in ("Z", "F", "VA", "X", "taxes"):
        np.testing.assert_allclose(getattr(world, name), getattr(drawn, name), rtol=1e-13, err_msg=name)
    if margins:
        np.testing.assert_allclose(world.margins, drawn.margins, rtol=1e-13)
    assert world.sectors.codes == tuple(name.replace(" ", "-") for name in drawn.sectors)
    assert [problem.code for problem in check(world)] == []


def test_wiod_2013(tmp_path):
    drawn = layouts.make(OLD, ("c1", "c35"))
    world = read("wiod2013", layouts.wiod_2013(drawn, tmp_path / "wiot11_row_sep12.xlsx"))
    assert_same(world, drawn)
    assert world.regions.codes == NEW
    assert world.year == 2011
    assert world.sectors.labels[1].en == "Industry c35"
    assert world.categories[0] == "Final consumption expenditure by households"


@pytest.mark.filterwarnings("ignore:.*xtension not included")  # socio-economic accounts, which nobody asked for
def test_wiod_2013_agrees_with_pymrio(tmp_path):
    pymrio = extras.load("pymrio", "", "")
    drawn = layouts.make(("AUS", "USA", "ROW"), ("c1", "c35"))
    file = layouts.wiod_2013(drawn, tmp_path / "wiot11_row_sep12.xlsx")
    with pd.option_context("io.excel.xlsx.reader", "calamine"):
        theirs = pymrio.parse_wiod(file)
    world = read("wiod2013", file)
    np.testing.assert_array_equal(world.Z, theirs.Z.to_numpy())
    np.testing.assert_array_equal(world.F, theirs.Y.to_numpy())


@pytest.mark.parametrize("suffix", ["xlsb", "xlsx"])  # as published, and as saved again
def test_wiod_2016(tmp_path, suffix):
    drawn = layouts.make(NEW, ("A01", "C10-C12"))
    world = read("wiod2016", layouts.wiod_2016(drawn, tmp_path / f"WIOT2014_Nov16_ROW.{suffix}"))
    assert_same(world, drawn)
    assert world.regions.codes == NEW
    assert world.year == 2014
    assert world.unit == "million USD"


def test_a_year_is_found_in_the_archive_that_was_downloaded(tmp_path):
    drawn = layouts.make(NEW, ("A01", "B"))
    with zipfile.ZipFile(tmp_path / "WIOTS_in_EXCEL.zip", "w") as archive:
        for year in (2013, 2014):
            name = f"WIOT{year}_Nov16_ROW.xlsx"
            archive.write(layouts.wiod_2016(drawn, tmp_path / name, str(year)), name)
    assert read("wiod2016", tmp_path / "WIOTS_in_EXCEL.zip", 2013).year == 2013
    assert read("wiod2016", tmp_path, 2014).year == 2014


def test_adb_mrio(tmp_path):
    drawn = layouts.make(("AUS", "PRC", "RoW"), ("c1", "c2"))
    world = read("adb", layouts.adb_mrio(drawn, tmp_path / "ADB-MRIO-2022_June2023.xlsx"))
    assert_same(world, drawn)
    assert world.regions.codes == ("AUS", "PRC", "RoW")
    assert world.regions.labels[1] == Label("PRC", "China", "中国")
    assert world.sectors.labels[1].zh == "采矿业"
    assert world.year == 2022  # not 2023, which is the edition


@pytest.mark.parametrize("edition", [2018, 2021, 2023])
def test_oecd_icio(tmp_path, edition):
    drawn = layouts.make(("USA", "AUS", "ROW"), ("01T03", "05T06"), margins=False, categories=6)
    world = read("icio", layouts.icio(drawn, tmp_path / f"ICIO{edition}_2010.csv", edition))
    assert_same(world, drawn, margins=False)
    assert world.regions.codes == ("USA", "AUS", "ROW")  # the publisher's order, not the alphabet's
    assert world.year == 2010


@pytest.mark.parametrize("edition", [2018, 2021, 2023])
def test_oecd_icio_sums_the_kinds_of_exporters(tmp_path, edition):
    regions, parts = ("AUS", "CHN", "CN1", "CN2"), ("CN1", "CN2")
    drawn = layouts.make(regions, ("01T03", "05T06"), margins=False, categories=6, parts=parts, whole="CHN")
    world = read("icio", layouts.icio(drawn, tmp_path / f"ICIO{edition}_2015.csv", edition, parts))
    assert world.regions.codes == ("AUS", "CHN")
    np.testing.assert_allclose(world.X[2:], drawn.X.reshape(4, 2)[1:].sum(axis=0))
    np.testing.assert_allclose(world.F.sum(), drawn.F.sum())
    assert [problem.code for problem in check(world)] == []


def test_oecd_icio_of_2023_is_found_in_its_archive(tmp_path):
    drawn = layouts.make(("USA", "AUS", "ROW"), ("A01_02", "A03"), margins=False, categories=6)
    with zipfile.ZipFile(tmp_path / "2016-2020_SML.zip", "w") as archive:
        for year in (2018, 2019):
            archive.write(layouts.icio(drawn, tmp_path / f"{year}_SML.csv", 2023), f"{year}_SML.csv")
    world = read("icio", tmp_path / "2016-2020_SML.zip", 2018)
    assert_same(world, drawn, margins=False)
    assert world.year == 2018


@pytest.mark.parametrize("extension", ["satellite", "factor_inputs"])
def test_exiobase_3(tmp_path, extension):
    drawn = layouts.make(("AT", "WW", "WA"), ("Paddy rice", "Cattle farming"), margins=False)
    world = read("exiobase3", layouts.exiobase(drawn, tmp_path / "IOT_2018_ixi.zip", extension))
    assert_same(world, drawn, margins=False)
    assert world.regions.codes == ("AT", "WW", "WA")
    assert world.regions.labels[2] == Label("WA", "Rest of Asia and Pacific", "亚太其他地区")
    assert world.sectors.labels[0] == Label("Paddy-rice", "Paddy rice")  # a code has no blanks
    assert world.year == 2018


def test_exiobase_3_unpacked(tmp_path):
    drawn = layouts.make(("AT", "WW", "WA"), ("Paddy rice", "Cattle farming"), margins=False)
    with zipfile.ZipFile(layouts.exiobase(drawn, tmp_path / "IOT_2018_ixi.zip")) as archive:
        archive.extractall(tmp_path)
    assert_same(read("exiobase3", tmp_path / "IOT_2018_ixi"), drawn, margins=False)


def test_eora26(tmp_path):
    drawn = layouts.make(("AFG", "ALB", "ZWE"), ("Agriculture", "Fishing"), margins=False)
    layouts.eora(drawn, tmp_path)
    for path, year in ((tmp_path / "Eora26_2015_bp.zip", None), (tmp_path, None), (tmp_path, 2015)):
        world = read("eora26", path, year)
        assert_same(world, drawn, margins=False)
        assert world.year == 2015
        assert world.unit == "thousand USD"


def test_no_format_needs_what_is_not_installed(tmp_path, monkeypatch):
    drawn = layouts.make(NEW, ("A01", "B"))
    file = layouts.wiod_2016(drawn, tmp_path / "WIOT2014_Nov16_ROW.xlsx")
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(MissingExtraError, match=r"WIOD, release of 2016 .* pip install 'hinterland\[mrio\]'"):
        read("wiod2016", file)


def test_what_the_table_says_is_what_an_economy_gets(tmp_path):
    drawn = layouts.make(NEW, ("A01", "C10-C12"))
    flows = to_flows(read("wiod2016", layouts.wiod_2016(drawn, tmp_path / "WIOT2014_Nov16_ROW.xlsx")))
    by_hand = pd.DataFrame(np.hstack([drawn.Z, drawn.F]))
    usa, aus, food = 1, 0, 1
    columns = [2, 3, *range(6 + 5, 6 + 10)]  # of the USA: two industries, five categories
    assert flows.trade[usa, aus, food] == by_hand.loc[1, columns].sum()
    np.testing.assert_allclose(flows.trade.sum(axis=1), flows.inputs.sum(axis=2) + flows.final)
    np.testing.assert_allclose(flows.trade.sum(axis=0), flows.gross_output)
    paid = flows.gross_output / (1 + flows.production_tax)
    np.testing.assert_allclose(paid.ravel(), drawn.X - drawn.taxes)

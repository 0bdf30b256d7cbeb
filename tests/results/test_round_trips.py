"""A saved result opens with the same tables, bit for bit, whatever its form."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import xarray as xr

import hinterland as hl
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.results.record import Record, hash_of, record
from hinterland.results.store import FORMS
from hinterland.scenario.plain import from_plain, to_plain
from little import REGIONS, SECTORS, little

AWKWARD = np.array([[np.nan, np.inf, -np.inf], [0.1 + 0.2, 5e-324, 1.7976931348623157e308]])


@pytest.fixture(scope="module")
def result() -> Result:
    said = {"start": "2024-01-01", "source": "made up: «=1+1»", "status": "announced"}
    rebate = hl.measures.export_rebate(**said, regions="N", partners="A", size=hl.measures.size(4, "pp"))
    return hl.run(little(), hl.scenario({"en": '=Rebates, "more"', "zh": "出口退税"}, [rebate]))


def same(one: Panel, two: Panel) -> bool:
    """Compare the bits of two flat tables."""
    first, second = one.columns(), two.columns()
    numbers = all(first[name].tobytes() == second[name].tobytes() for name in one.values)
    labels = all(first[axis].tolist() == second[axis].tolist() for axis in one.axes)
    return list(first) == list(second) and numbers and labels


@pytest.mark.parametrize("suffix", FORMS)
def test_a_result_opens_as_it_was_saved(suffix: str, result: Result, tmp_path: Path) -> None:
    awkward = Panel(
        "awkward", {"row": ("=a", 'b,"c"'), "column": ("1", "2", "3")}, {"number": AWKWARD}, {"number": "m"}
    )
    path = hl.save_result(result, tmp_path / f"saved{suffix}", also=[awkward])
    found = hl.open_result(path)
    assert found.tables == (*result.tables, "treasury", "awkward")
    assert all(same(result.panel(name), found.panel(name)) for name in result.tables)
    assert same(awkward, found.panel("awkward"))
    for name in result.tables:
        pd.testing.assert_frame_equal(found.table(name), result.table(name))
        xr.testing.assert_identical(found.view(name), result.view(name))
    assert found.assumptions() == result.assumptions()
    assert found.status is result.status
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", FORMS)
def test_what_was_opened_can_be_saved_again(suffix: str, result: Result, tmp_path: Path) -> None:
    once = hl.open_result(hl.save_result(result, tmp_path / f"once{suffix}"))
    again = hl.open_result(hl.save_result(once, tmp_path / f"again{suffix}"))
    assert again.words == once.words
    assert hash_of(again.panels) == hash_of(record(result).panels)


def test_the_tree_is_what_xarray_opens(result: Result, tmp_path: Path) -> None:
    path = hl.save_result(result, tmp_path / "saved.nc")
    with xr.open_datatree(path, engine="h5netcdf") as tree:
        output = tree["/scenario/sectors/output"]
        assert output.attrs["units"] == "million USD" and output.attrs["long_name"] == "Output after"
        np.testing.assert_array_equal(output, result.tree()["/scenario/sectors/output"])
        assert list(output.sector.values) == list(SECTORS)


def test_parquet_tables_are_plain_tables_with_hashes(result: Result, tmp_path: Path) -> None:
    folder = hl.save_result(result, tmp_path / "saved.parquet")
    manifest = json.loads((folder / "manifest.json").read_text())
    assert set(manifest["files"]) == {path.name for path in folder.glob("*.parquet")}
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "regions.parquet"), result.table("regions"))


def test_csv_is_a_row_a_number(result: Result, tmp_path: Path) -> None:
    table = pd.read_csv(hl.save_result(result, tmp_path / "saved.csv"))
    gdp = table[(table.table == "gdp") & (table.quantity == "gdp_after") & (table.region == "N")]
    assert gdp.value.item() == result.panel("gdp").values["gdp_after"][0]
    assert gdp.unit.item() == "million USD"


def test_a_workbook_is_read_by_people_first(result: Result, tmp_path: Path) -> None:
    path = hl.save_result(result, tmp_path / "saved.xlsx")
    sheets = pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")
    assert next(iter(sheets)) == "Read me"
    assert sheets["Read me"].iloc[0, 0] == '=Rebates, "more"'
    assert {"regions", "gdp", "treasury", "words"} <= set(sheets)
    assert "million USD" in sheets["Read me"].iloc[:, 3].tolist()


def test_a_folder_replaces_a_folder(result: Result, tmp_path: Path) -> None:
    folder = tmp_path / "saved.parquet"
    folder.mkdir()
    (folder / "old.txt").write_text("old")
    hl.save_result(result, folder)
    assert not (folder / "old.txt").exists()
    assert hl.open_result(folder).status.ok
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize(
    "scenario",
    [
        {"tariff": {("A", "N"): "+5pp", "A": 0.1}, "iceberg_cost": {("A", "N", "cloth"): float("inf")}},
        {"labour": xr.DataArray([1.0, 1.1, 0.9], coords={"region": list(REGIONS)}, dims=["region"])},
    ],
)
def test_shocks_by_label_come_back(scenario: Any) -> None:
    words = json.loads(json.dumps(to_plain(scenario)))
    back = from_plain(words, {"region": REGIONS, "sector": SECTORS})
    one, two = hl.run(little(), scenario), hl.run(little(), back)
    np.testing.assert_array_equal(one.solution.X1, two.solution.X1)


def test_a_record_has_no_table_that_its_result_has_not() -> None:
    kept: Record = record(hl.run(little(), {}))
    with pytest.raises(hl.InputError, match=r"no table 'regoins' \(did you mean 'regions'\?\)"):
        kept.panel("regoins")

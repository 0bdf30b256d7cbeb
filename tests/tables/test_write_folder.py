"""An economy folder: what its files say is what the table said."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import layouts
from hinterland.labels import Axis, Label
from hinterland.tables.world import to_flows
from hinterland.tables.write_folder import write_folder


@pytest.fixture
def world():
    return layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35")))


def test_the_tables_hold_the_flows(world, tmp_path):
    write_folder(world, tmp_path / "economy")
    flows, folder = to_flows(world), tmp_path / "economy"
    trade = pd.read_csv(folder / "trade.csv").set_index(["importer", "exporter", "sector"])
    assert list(trade.columns) == ["value", "tariff", "export_tax"]
    assert trade.loc[("USA", "AUS", "c35"), "value"] == flows.trade[1, 0, 1]
    inputs = pd.read_csv(folder / "inputs.csv").set_index(["region", "input", "user"])["value"]
    assert inputs[("ROW", "c1", "c35")] == flows.inputs[2, 0, 1]
    final = pd.read_csv(folder / "final.csv").set_index(["region", "sector"])["value"]
    np.testing.assert_array_equal(final.to_numpy(), flows.final.ravel())
    production = pd.read_csv(folder / "production.csv")
    assert list(production.columns) == ["region", "sector", "gross_output", "value_added", "production_tax"]
    np.testing.assert_array_equal(production["gross_output"], flows.gross_output.ravel())
    np.testing.assert_allclose(production["production_tax"], (world.taxes / (world.X - world.taxes)))


def test_codes_that_look_like_something_else_come_back(world, tmp_path):
    odd = replace(
        world,
        regions=Axis("region", (Label("NA", "Namibia", "纳米比亚"), Label("No", 'A "quoted" \\ name'), Label("001"))),
    )
    write_folder(odd, tmp_path / "economy", title="世界")
    with (tmp_path / "economy" / "economy.toml").open("rb") as stream:
        economy = tomllib.load(stream)
    assert economy["title"] == "世界"
    assert economy["year"] == 2020
    assert economy["region"] == [
        {"code": "NA", "en": "Namibia", "zh": "纳米比亚"},
        {"code": "No", "en": 'A "quoted" \\ name'},
        {"code": "001"},
    ]
    assert [sector["code"] for sector in economy["sector"]] == ["c1", "c35"]
    trade = pd.read_csv(tmp_path / "economy" / "trade.csv", dtype={"importer": str}, keep_default_na=False)
    assert list(dict.fromkeys(trade["importer"])) == ["NA", "No", "001"]


def test_flows_of_zero_have_no_row_but_domestic_sales_do(world, tmp_path):
    world.Z[:, :] = 0.0
    world.F[:, :] = 0.0
    write_folder(world, tmp_path / "economy")
    trade = pd.read_csv(tmp_path / "economy" / "trade.csv")
    assert len(trade) == 6
    assert (trade["importer"] == trade["exporter"]).all()
    assert pd.read_csv(tmp_path / "economy" / "sectors.csv")["traded"].tolist() == [False, False]


def test_a_flow_below_zero_becomes_zero_and_is_reported(world, tmp_path):
    world.F[0, 5:10] = -100.0  # the USA run down their stock of c1 from AUS
    flows = write_folder(world, tmp_path / "economy")
    before = to_flows(world)
    assert flows.trade[1, 0, 0] == 0.0
    assert flows.final[1, 0] - before.final[1, 0] == pytest.approx(-before.trade[1, 0, 0])
    np.testing.assert_allclose(flows.trade.sum(axis=1), flows.inputs.sum(axis=2) + flows.final)
    report = (tmp_path / "economy" / "IMPORT.md").read_text(encoding="utf-8")
    assert "Flows and value added below zero were set to zero, final demand being raised as much." in report
    assert "1 flow below zero" in report
    kept = write_folder(world, tmp_path / "kept", keep_negative=True)
    assert kept.trade[1, 0, 0] == before.trade[1, 0, 0] < 0


def test_an_economy_is_replaced_only_when_asked(world, tmp_path):
    write_folder(world, tmp_path / "economy", theta=5)
    write_folder(world, tmp_path / "economy", theta={"c1": 8, "c35": 2.5}, overwrite=True)
    assert pd.read_csv(tmp_path / "economy" / "sectors.csv")["theta"].tolist() == [8.0, 2.5]
    assert [item.name for item in tmp_path.iterdir()] == ["economy"]  # nothing left half written

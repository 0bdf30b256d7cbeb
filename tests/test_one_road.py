"""The command line, Python and a saved file give the same bits."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import write
from hinterland.cli import hinterland
from hinterland.results.store import FORMS

SCENARIO = """title = "Free trade"

[[measure]]
kind = "tariff"
regions = "AA"
partners = "BB"
form = "set"
size = { value = 0, unit = "percent" }
from = 2024-01-01
source = "made up"
status = "announced"
"""


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("table", ["regions", "gdp", "trade", "decomposition"])
def test_every_way_gives_the_same_bits(suffix: str, table: str, tmp_path: Path) -> None:
    economy = write(tmp_path / "economy")
    file = tmp_path / "free.toml"
    file.write_text(SCENARIO)
    saved = tmp_path / f"saved{suffix}"
    given = ["run", str(economy), str(file), "--table", table, "--json", "--out", str(saved)]
    done = CliRunner().invoke(hinterland, given)
    assert done.exception is None, done.output
    printed = [json.loads(line) for line in done.stdout.splitlines()]
    python = hl.run(hl.load(economy), str(file)).table(table)
    opened = hl.open_result(saved).table(table)
    assert len(printed) == len(python) > 0
    for column in python:
        if python[column].dtype == float:
            typed = np.array([np.nan if row[column] is None else row[column] for row in printed])
            assert typed.tobytes() == python[column].to_numpy().tobytes() == opened[column].to_numpy().tobytes()
        else:
            assert [row[column] for row in printed] == list(python[column]) == list(opened[column])


def test_a_table_of_ranges_is_saved_with_the_result(tmp_path: Path) -> None:
    economy, file, saved = write(tmp_path / "economy"), tmp_path / "free.toml", tmp_path / "saved.csv"
    file.write_text(SCENARIO)
    done = CliRunner().invoke(
        hinterland, ["run", str(economy), str(file), "--table", "contributions", "--out", str(saved)]
    )
    assert done.exception is None, done.output
    opened = hl.open_result(saved)
    assert "contributions" in opened.tables and "treasury" in opened.tables


def test_one_file_holds_one_result(tmp_path: Path) -> None:
    done = CliRunner().invoke(hinterland, ["run", "e", "a.toml", "b.toml", "--out", str(tmp_path / "saved.csv")])
    assert "--out saves one result: name one scenario file" in done.output

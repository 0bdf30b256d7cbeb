"""`hinterland import` as a user types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pandas as pd
import pytest

import layouts
from hinterland.cli import main


def run(*arguments):
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return left.value.code


@pytest.fixture
def table(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "C10-C12"))
    return layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx")


def test_a_table_becomes_a_folder(table, tmp_path, capsys):
    assert run("import", "wiod2016", table, "--out", tmp_path / "economy") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{tmp_path / 'economy'}: 3 regions × 2 sectors, 2014\n"
    names = {file.name for file in (tmp_path / "economy").iterdir()}
    assert names == {
        "economy.toml",
        "IMPORT.md",
        *(f"{name}.csv" for name in ("trade", "inputs", "sectors", "final", "production")),
    }


def test_aggregated_with_an_elasticity_and_json(table, tmp_path, capsys):
    blocs = tmp_path / "blocs.csv"
    blocs.write_text("axis,from,to\nregion,USA,USA\nregion,*,ROW\n")
    out = tmp_path / "economy"
    assert run("import", "wiod2016", table, "--out", out, "--aggregate", blocs, "--theta", "6.5", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["regions"] == ["USA", "ROW"]
    assert data["year"] == 2014
    assert data["problems"] == []
    assert pd.read_csv(out / "sectors.csv")["theta"].tolist() == [6.5, 6.5]


def test_a_table_that_closes_needs_no_repair(tmp_path):
    """Run as a user does, in processes of their own: from a publisher's file to an exact base year."""
    world = layouts.make(("USA", "AUS", "ROW"), ("01T03", "09"), margins=False, categories=6)
    table, out = layouts.icio(world, tmp_path / "ICIO2021_2018.csv"), tmp_path / "economy"
    environment = {name: value for name, value in os.environ.items() if name != "HINTERLAND_SHAPES"}
    for arguments in (["import", "icio", table, "--out", out], ["check", out]):
        done = subprocess.run(
            [sys.executable, "-m", "hinterland", *map(str, arguments)],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "World economy, 2018: 3 regions, 2 sectors",
        "no faults; repairs move 0.000% of world output",
    ]


def test_bad_input_is_one_message_and_exit_code_1(tmp_path, capsys):
    assert run("import", "wiod2016", tmp_path / "nowhere.xlsb", "--out", tmp_path / "economy") == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'nowhere.xlsb'}: no such file or folder; expected WIOD")
    assert not (tmp_path / "economy").exists()


def test_wrong_usage_is_exit_code_2(table, capsys):
    assert run("import", "wiod2016", table) == 2
    assert "--out" in capsys.readouterr().err


def test_the_command_is_in_the_help(capsys):
    assert run("--help") == 0
    assert "import" in capsys.readouterr().out

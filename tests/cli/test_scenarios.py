"""The command line with scenario files: run, check, compare, init; the same bits as Python."""

import json
from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from faults.small_economy import write
from hinterland.cli import main

FREE = """#:schema scenario.schema.json
title = { en = "Free", zh = "自由" }

[[measure]]
kind = "tariff"
name = "A opens"
form = "set"
regions = ["AA"]
partners = ["BB"]
size = { value = 0, unit = "percent" }
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "market_access"
regions = ["BB"]
partners = ["AA"]
size = { value = 2, unit = "percent", range = [1, 4] }
from = 2024-01-01
source = "made up"
status = "assumed"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an economy and two scenarios."""
    write(tmp_path / "little", elasticities_csv="set,sector,theta\nlow,food,2\nlow,care,3\n")
    (tmp_path / "free.toml").write_text(FREE, encoding="utf-8")
    other = FREE.replace('"Free"', '"Less"').replace("value = 0,", "value = 5,")
    (tmp_path / "less.toml").write_text(other.replace("\n\n", '\nagainst = "free.toml"\n\n', 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict]:
    """Give the rows of a command with --json, and check its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--json"])
    told = capsys.readouterr()
    assert ended.value.code == code, told.err
    return [json.loads(line) for line in told.out.splitlines()]


def test_a_file_gives_the_same_bits_as_python(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ask(capsys, "run", "little", "free.toml")
    table = hl.run(hl.load("little"), "free.toml").panel("regions").values
    for name, column in table.items():
        assert [row[name] for row in rows] == column.tolist()


def test_several_files_are_named_in_the_first_column(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ask(capsys, "run", "little", "free.toml", "less.toml", "--against", "baseline")
    assert [row["scenario"] for row in rows] == ["Free", "Free", "Less", "Less"]


def test_against_gives_the_difference(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask(capsys, "run", "little", "less.toml")
    named = ask(capsys, "run", "little", "less.toml", "--against", "free.toml")
    free, less = (ask(capsys, "run", "little", name, "--against", "baseline") for name in ("free.toml", "less.toml"))
    by_hand = [two["real_income_pct"] - one["real_income_pct"] for one, two in zip(free, less, strict=True)]
    assert said == named
    assert [row["real_income_pct"] for row in said] == by_hand
    compared = ask(capsys, "compare", "free.toml", "less.toml", "--economy", "little")
    real = [row for row in compared if row["figure"] == "real_income_pct"]
    assert [row["difference"] for row in real] == by_hand


def test_tables_made_of_measures(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    total = ask(capsys, "run", "little", "free.toml")
    parts = ask(capsys, "run", "little", "free.toml", "--table", "contributions")
    assert {row["measure"] for row in parts} == {"A opens", "market_access"}
    for region in ("AA", "BB"):
        added = sum(row["real_income_pct"] for row in parts if row["region"] == region)
        headline = next(row["real_income_pct"] for row in total if row["region"] == region)
        assert np.isclose(added, headline, atol=1e-8)
    ranges = ask(capsys, "run", "little", "free.toml", "--table", "ranges")
    assert all(row["low"] <= row["value"] <= row["high"] for row in ranges)
    drivers = ask(capsys, "run", "little", "free.toml", "--table", "drivers")
    assert {row["assumption"] for row in drivers} == {"market_access: size", "low"}
    lines = ask(capsys, "run", "little", "free.toml", "--table", "treasury")
    assert any(row["source"] == "A opens" and row["line"] == "tariff" and row["change"] < 0 for row in lines)
    shocks = ask(capsys, "run", "little", "--tariff", "AA,BB=0", "--table", "treasury")
    assert {row["source"] for row in shocks} == {"all shocks", "rates of the baseline"}


def test_closures_of_the_command_line_replace_those_of_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mobile = ask(capsys, "run", "little", "free.toml")
    specific = ask(capsys, "run", "little", "free.toml", "--labour-market", "specific")
    assert mobile != specific
    closed = FREE.replace("\n\n[[", '\n\n[closure]\nlabour = "specific"\n\n[[', 1)
    (here / "short.toml").write_text(closed, encoding="utf-8")
    assert ask(capsys, "run", "little", "short.toml") == specific
    balanced = hl.load("little", hl.Closures(deficit="balanced"))
    rows = ask(capsys, "run", "little", "free.toml", "--deficit", "balanced")
    expected = hl.run(balanced, "free.toml").panel("regions").values["real_income_pct"].tolist()
    assert [row["real_income_pct"] for row in rows] == expected


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "little", "free.toml", "--labour", "AA=1.1"], 2, "name scenario files or give shocks, not both"),
        (["run", "little", "--table", "ranges"], 2, "--table ranges is made of measures: name a scenario file"),
        (["run", "little", "free.toml", "--table", "ranges", "--against", "less.toml"], 2, "leave --against out"),
        (["compare", "free.toml", "less.toml"], 2, "which economy? no file names one: give --economy"),
        (["run", "little", "none.toml"], 1, "none.toml: no such file or directory; expected a scenario file;"),
        (["init", "little"], 1, "little: exists already; expected a new folder; choose another name"),
    ],
)
def test_wrong_use_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == code
    assert words in capsys.readouterr().err


def test_check_lists_every_fault_of_a_scenario(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "check", "free.toml", "--economy", "little") == []
    assert ask(capsys, "check", "free.toml") == []
    wrong = FREE.replace('["AA"]', '["A"]').replace('["BB"]', '["Lower valley"]')
    (here / "wrong.toml").write_text(wrong, encoding="utf-8")
    faults = ask(capsys, "check", "wrong.toml", "--economy", "little", code=1)
    assert [fault["where"] for fault in faults] == [
        "wrong.toml:8, measure 1, regions",
        "wrong.toml:9, measure 1, partners",
        "wrong.toml:17, measure 2, regions",
        "wrong.toml:18, measure 2, partners",
    ]
    assert ask(capsys, "check", "little") == []


def test_init_writes_a_project_that_runs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["init", "project", "--economy", "little"])
    assert ended.value.code == 0
    assert sorted(path.name for path in (here / "project").iterdir()) == [
        "README.md",
        "project.schema.json",
        "project.toml",
        "scenario.schema.json",
        "scenarios",
        "sources",
    ]
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []
    capsys.readouterr()
    assert ask(capsys, "check", "project/scenarios/first.toml") == []
    rows = ask(capsys, "run", "little", "project/scenarios/first.toml")
    assert rows[0]["real_income_pct"] > 0
    assert len(ask(capsys, "compare", "baseline", "project/scenarios/first.toml", "--rows", "2")) == 2
    study = {row["headline"]: row["value"] for row in ask(capsys, "study", "project")}
    assert study["real_income_pct"] == rows[0]["real_income_pct"]


def test_init_leaves_nothing_where_it_cannot_write(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(SystemExit) as ended:
        main(["init", "project", "--economy", "little"])
    assert ended.value.code == 1
    assert "project: cannot be written (No space left on device)" in capsys.readouterr().err
    assert sorted(path.name for path in here.iterdir()) == ["free.toml", "less.toml", "little"]


def test_the_schema_command_prints_what_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "scenario"])
    published = Path(__file__).parents[2] / "docs" / "schemas" / "scenario.schema.json"
    assert json.loads(capsys.readouterr().out) == json.loads(published.read_text(encoding="utf-8"))

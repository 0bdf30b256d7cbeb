"""The command line, Python and a saved file give the same bits."""

import csv
import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import FREE_TRADE, write
from hinterland.assess import TABLES, Assessment, assess
from hinterland.cli import hinterland
from hinterland.compare import relative
from hinterland.locale import words
from hinterland.opened import Economy
from hinterland.report.headlines import SHOWN
from hinterland.results.store import FORMS


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("table", ["regions", "gdp", "trade", "decomposition"])
def test_every_way_gives_the_same_bits(suffix: str, table: str, tmp_path: Path) -> None:
    economy = write(tmp_path / "economy")
    file = tmp_path / "free.toml"
    file.write_text(FREE_TRADE)
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
    file.write_text(FREE_TRADE)
    done = CliRunner().invoke(
        hinterland, ["run", str(economy), str(file), "--table", "contributions", "--out", str(saved)]
    )
    assert done.exception is None, done.output
    opened = hl.open_result(saved)
    assert "contributions" in opened.tables and "treasury" in opened.tables


def test_one_file_holds_one_result(tmp_path: Path) -> None:
    done = CliRunner().invoke(hinterland, ["run", "e", "a.toml", "b.toml", "--out", str(tmp_path / "saved.csv")])
    assert "--out saves one result: name one scenario file" in done.output


RANGED = """title = {{ en = "{title}", zh = "情景" }}
against = "{against}"

[closure]
deficit = "{deficit}"

[[measure]]
kind = "market_access"
regions = ["BB"]
partners = ["AA"]
size = {{ value = {size}, unit = "percent", range = [1, 5] }}
from = 2024-01-01
source = "made up"
status = "assumed"

[[measure]]
kind = "labour"
regions = ["AA"]
size = {{ value = 2, unit = "percent", range = [1, 3] }}
from = 2024-01-01
source = "made up"
status = "assumed"
"""
ROADS = {"alone": ("baseline", "share"), "compared": ("less.toml", "share"), "balanced": ("less.toml", "balanced")}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a project of a scenario against the baseline, one against another, and one of balanced trade."""
    folder = tmp_path_factory.mktemp("road")
    for name in ("sources", "scenarios"):
        (folder / name).mkdir()
    co2 = "region,sector,co2_kt\nAA,food,300\nBB,food,500\n"
    sets = "set,sector,theta\nlow,food,2\nlow,care,3\n"
    write(folder / "valleys", elasticities_csv=sets, emissions_csv=co2)
    (folder / "project.toml").write_text('title = "Road"\neconomy = "valleys"\nhome = "AA"\n', encoding="utf-8")
    (folder / "sources" / "trade.txt").write_text("Updated : 2023-02-09\n\nNothing to count.\n", encoding="utf-8")
    (folder / "less.toml").write_text(
        RANGED.format(title="Less", against="baseline", deficit="share", size=2), encoding="utf-8"
    )
    for name, (against, deficit) in ROADS.items():
        text = RANGED.format(title=name, against=against.replace("less", "../less"), deficit=deficit, size=4)
        (folder / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def study(project: Path) -> Any:
    return hl.conduct(project)


def printed(*arguments: object) -> list[dict[str, Any]]:
    """Give the rows that a command prints."""
    done = CliRunner().invoke(hinterland, [str(argument) for argument in arguments])
    assert done.exception is None, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def assessed(project: Path, name: str) -> Assessment:
    economy = Economy(project / "valleys")
    return assess(economy, economy.read(project / "scenarios" / f"{name}.toml"))


@pytest.mark.parametrize("name", ROADS)
@pytest.mark.parametrize("table", [*TABLES, "ranges", "contributions", "treasury"])
def test_what_a_report_is_made_of_is_what_run_prints(name: str, table: str, project: Path) -> None:
    rows = printed("run", project / "valleys", project / "scenarios" / f"{name}.toml", "--table", table, "--json")
    columns = assessed(project, name).tables[table].columns()
    assert len(rows) > 0
    compared = [column for column in columns if not ("before" in column or "after" in column) or name == "alone"]
    for column in compared:
        found = [np.nan if row[column] is None else row[column] for row in rows]
        np.testing.assert_array_equal(found, columns[column].tolist())


@pytest.mark.parametrize("name", ROADS)
def test_study_and_report_show_what_run_prints(name: str, project: Path, study: Any) -> None:
    rows = printed("run", project / "valleys", project / "scenarios" / f"{name}.toml", "--table", "ranges", "--json")
    said = {row["headline"]: row for row in rows if row["region"] == "AA"}
    told = {row["headline"]: row for row in study.rows() if row["scenario"] == name}
    assert set(told) == set(said) and set(SHOWN) <= set(told)
    for headline, row in said.items():
        assert {end: told[headline][end] for end in ("value", "low", "high")} == {
            end: row[end] for end in ("value", "low", "high")
        }
    drawn = in_the_report(study.report.path, 'Headline,"Change, %"')[sorted(ROADS).index(name)]
    names = {words("en").named("headline", headline): headline for headline in said}
    assert drawn
    for label, value, low, high in drawn:
        row = said[names[label]]
        assert [float(value), float(low), float(high)] == [row["value"], row["low"], row["high"]]


def in_the_report(path: Path, header: str) -> list[list[list[str]]]:
    """Give the rows of every table of a report that begins so, as a reader downloads it."""
    page = path.read_text(encoding="utf-8")
    texts = [b64decode(text).decode("utf-8-sig") for text in re.findall(r"data:text/csv;base64,([^\"]+)", page)]
    return [list(csv.reader(text.splitlines()))[1:] for text in texts if text.startswith(header)]


def test_balanced_trade_is_what_python_computes_on_the_balanced_economy(project: Path) -> None:
    balanced = hl.load(project / "valleys", hl.Closures(deficit="balanced"))
    scenario = hl.read_scenario(project / "scenarios" / "balanced.toml")
    less = hl.run(hl.load(project / "valleys"), project / "less.toml")
    result = hl.run(balanced, scenario)
    found = assessed(project, "balanced").tables["regions"]
    assert result.baseline.fingerprint != less.baseline.fingerprint
    for column, values in relative(less, result, "regions").values.items():
        assert values.tobytes() == found.values[column].tobytes()
    unbalanced = hl.run(less.baseline, scenario).panel("regions").values["real_income_pct"]
    assert np.abs(unbalanced - result.panel("regions").values["real_income_pct"]).max() > 1e-3


def test_differences_have_paired_draws(project: Path) -> None:
    """A scenario against itself does not differ, whatever is assumed of both."""
    text = RANGED.format(title="Same", against="less.toml", deficit="share", size=2)
    (project / "same.toml").write_text(text, encoding="utf-8")
    economy = Economy(project / "valleys")
    ranges = assess(economy, economy.read(project / "same.toml")).tables["ranges"]
    for column in ranges.values.values():
        np.testing.assert_allclose(column, 0, atol=1e-7)
    compared = assessed(project, "compared").tables["ranges"].values
    assert (compared["high"] - compared["low"]).max() > 1e-3


def test_contributions_split_the_difference(project: Path) -> None:
    """Of two measures one is the same in both scenarios: the other makes the whole difference."""
    found = assessed(project, "compared").tables
    assert found["contributions"].axes["measure"] == ("market_access",)
    for column, values in found["contributions"].values.items():
        np.testing.assert_allclose(values[:, 0], found["regions"].values[column], atol=1e-6)
    dropped = RANGED.format(title="Fewer", against="less.toml", deficit="share", size=2).split("[[measure]]")
    (project / "fewer.toml").write_text("[[measure]]".join((dropped[0], dropped[1])), encoding="utf-8")
    economy = Economy(project / "valleys")
    fewer = assess(economy, economy.read(project / "fewer.toml")).tables
    assert fewer["contributions"].axes["measure"] == ("without labour",)
    income = fewer["contributions"].values["real_income_pct"][:, 0]
    np.testing.assert_allclose(income, fewer["regions"].values["real_income_pct"], atol=1e-6)
    assert income[0] < 0

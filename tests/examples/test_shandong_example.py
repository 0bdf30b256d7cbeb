"""The example of Shandong: its scenarios are sound, move what theory says they move, and the audit finds its faults."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from hinterland.baseline import Baseline
from hinterland.cli import main
from hinterland.result import Result
from hinterland.study.conduct import Study
from tools.generate_docs import main_command, readme

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "shandong"
README = EXAMPLE.parents[1] / "README.md"
SCENARIOS = sorted((EXAMPLE / "scenarios").glob("*.toml"))
FAULTS = [("bracket_is_off_by_a_power_of_ten", "error"), ("rank_differs_between_documents", "tension")]


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return hl.load("shandong")


@pytest.fixture(scope="module")
def results(baseline: Baseline) -> dict[str, Result]:
    return {path.stem: hl.run(baseline, path) for path in SCENARIOS}


@pytest.fixture(scope="module")
def conducted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Do what `make run` does, in a folder of its own; give the folder and what is printed."""
    folder = tmp_path_factory.mktemp("study")
    return folder / "examples" / "shandong", main_command(folder)


@pytest.fixture(scope="module")
def study(conducted: tuple[Path, str]) -> Study:
    """Conduct the same study again, which takes everything from the first."""
    return hl.conduct(conducted[0])


def test_the_readme_shows_what_the_main_command_prints(conducted: tuple[Path, str]) -> None:
    assert README.read_text(encoding="utf-8") == readme(conducted[1]), "run `make docs`"


def test_it_ends_in_the_report(conducted: tuple[Path, str], study: Study) -> None:
    assert "\nreport: examples/shandong/build/report.html\n" in conducted[1]
    assert study.report is not None and study.report.path is not None and study.report.reused
    page = study.report.path.read_text(encoding="utf-8")
    assert all(answer.scenario.title.en in page for answer in study.answers)
    assert "Expected: 416.84 billion USD." in page


def test_the_second_run_takes_everything_from_the_first(study: Study) -> None:
    assert study.documents.reused and all(answer.reused for answer in study.answers)


def trade(result: Result, importer: str, exporter: str, sector: str | None = None) -> tuple[float, float]:
    """Give trade at the border before and after."""
    rows = result.table("trade").query("importer == @importer and exporter == @exporter")
    rows = rows if sector is None else rows[rows.sector == sector]
    assert rows["before"].sum() > 0
    return rows["before"].sum(), rows["after"].sum()


def rises(result: Result, importer: str, exporter: str, sector: str | None = None) -> bool:
    before, after = trade(result, importer, exporter, sector)
    return after > before


def test_there_are_eight_and_one_that_combines_them() -> None:
    said = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in SCENARIOS}
    assert len(said) == 9
    together = said.pop("9-together")["measure"]
    assert together == [measure for scenario in said.values() for measure in scenario["measure"]]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_checks_and_solves(path: Path, results: dict[str, Result]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path)])
    assert ended.value.code == 0
    result = results[path.stem]
    assert result.status.ok
    assert result.solution.residual < 1e-9


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_measure_can_be_traced_and_doubted(path: Path) -> None:
    scenario = hl.read_scenario(path)
    assert scenario.title.en and scenario.title.zh
    for measure in scenario.measures:
        document = measure.source.split(":")[0]
        assert (EXAMPLE / document).is_file(), document
        assert measure.status == "assumed" and measure.size.range


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_assumed_size_has_its_reason_above_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    sizes = [number for number, line in enumerate(lines) if " = { value =" in line]
    assert sizes
    for number in sizes:
        assert lines[number - 1].startswith("#"), f"{path.name}:{number + 1}"


def test_own_tariffs_to_zero_raise_imports_from_those_partners(baseline: Baseline) -> None:
    rcep = hl.read_scenario(EXAMPLE / "scenarios" / "3-rcep-tariffs.toml")
    own = hl.run(baseline, rcep.with_measures(rcep.measures[:1]))
    assert all(rises(own, home, partner) for home in ("SD", "RCN") for partner in ("JPN", "KOR"))
    assert own.table("regions").set_index("region").revenue["SD"] < 0


def test_partners_tariffs_to_zero_raise_exports_to_them(results: dict[str, Result]) -> None:
    assert all(rises(results["3-rcep-tariffs"], partner, "SD") for partner in ("JPN", "KOR"))


def test_a_cheaper_rail_route_raises_trade_with_central_asia(results: dict[str, Result]) -> None:
    rail = results["4-rail"]
    assert rises(rail, "KAZ", "SD") and rises(rail, "SD", "KAZ")
    before, after = trade(rail, "KAZ", "SD")
    far_before, far_after = trade(rail, "DEU", "SD")
    assert after / before > far_after / far_before > 1  # more of the trade goes by rail, and the border is cheaper


def test_a_rebate_raises_exports_and_costs_the_treasury(results: dict[str, Result]) -> None:
    home = results["1-export-rebate"].table("regions").set_index("region").loc["SD"]
    assert home.exports_pct > 0 and home.revenue < 0 and home.terms_of_trade_pct < 0


def test_discounted_equipment_is_imported_more(results: dict[str, Result]) -> None:
    assert all(rises(results["2-green-equipment"], "SD", partner, "C28") for partner in ("DEU", "JPN", "KOR"))


def test_cheaper_settlement_raises_trade_with_the_partners(baseline: Baseline, results: dict[str, Result]) -> None:
    for partner in baseline.groups["BELT_AND_ROAD"]:
        assert rises(results["5-local-currency"], partner, "SD") and rises(results["5-local-currency"], "SD", partner)


@pytest.mark.parametrize(
    ("scenario", "sectors"),
    [("6-e-commerce", ("C13T15", "C28", "C31T33")), ("7-higher-value", ("C26", "C27", "C13T15"))],
)
def test_named_sectors_export_more(results: dict[str, Result], scenario: str, sectors: tuple[str, ...]) -> None:
    assert all(rises(results[scenario], "USA", "SD", sector) for sector in sectors)


def test_carbon_pays_into_the_treasury_and_support_out_of_it(results: dict[str, Result]) -> None:
    lines = hl.treasury(results["8-green-transition"]).table()
    lines = lines[lines.region == "SD"].groupby("source").change.sum()
    assert lines["carbon price"] > 0 > lines["support of industry"]


def test_the_audit_finds_the_two_faults_and_no_other(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    found = [(finding.code, finding.severity) for finding in study.documents.findings]
    assert found == FAULTS
    assert {finding.file for finding in study.documents.findings} == {"2024-01-11-openness.txt"}
    assert study.documents.unread == ()
    with pytest.raises(SystemExit):
        main(["audit", str(EXAMPLE / "sources"), "--json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["code"], row["severity"]) for row in rows] == FAULTS


def test_every_headline_lies_within_its_range(study: Study) -> None:
    rows = list(study.rows())
    assert {row["scenario"] for row in rows} == {path.stem for path in SCENARIOS}
    assert all(row["low"] <= row["value"] <= row["high"] for row in rows)
    assert all(answer.converged and answer.failed == 0 for answer in study.answers)


def test_study_run_and_command_line_give_the_same_bits(
    study: Study, results: dict[str, Result], capsys: pytest.CaptureFixture[str]
) -> None:
    for row in study.rows():
        column = results[row["scenario"]].panel("regions").values[row["headline"]]
        assert row["value"] == column[0]
    with pytest.raises(SystemExit):
        main(["run", "shandong", str(EXAMPLE / "scenarios" / "4-rail.toml"), "--json"])
    (home,) = (row for row in map(json.loads, capsys.readouterr().out.splitlines()) if row["region"] == "SD")
    values = {row["headline"]: row["value"] for row in study.rows() if row["scenario"] == "4-rail"}
    assert values == {name: home[name] for name in values}
    assert np.isfinite(list(values.values())).all()

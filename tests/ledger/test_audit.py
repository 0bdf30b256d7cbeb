"""The commands audit, keep, facts and draft as a user meets them, from text files on."""

import csv
import json

import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import FILES, write
from hinterland.cli import audit, check, draft, facts, keep

WRONG = """Zhejiang trade up in 2023

Date: 2024-01-19

Foreign trade of Zhejiang province reached 512.6 billion yuan ($71.44 million) in 2023, up 7.8 percent year on year.
"""
FINE = WRONG.replace("million", "billion")
PLAN = """Zhejiang plans for 2024

Date: 2024-02-02

In 2023, Zhejiang's exports were 320.6 billion yuan, up 12.5 percent year on year.
The province plans to hold import expos with Japan.
"""


@pytest.fixture
def run():
    """Run a command and give its result; stderr apart."""

    def invoke(command, *arguments):
        return CliRunner().invoke(command.command, [str(argument) for argument in arguments], standalone_mode=False)

    return invoke


@pytest.fixture
def folder(tmp_path):
    """Lay out two documents, one with a slip."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "plan.txt").write_text(PLAN)
    (tmp_path / "docs" / "wrong.txt").write_text(WRONG)
    return tmp_path / "docs"


def test_audit_prints_like_a_linter_and_exits_one(run, folder):
    result = run(audit, folder)
    assert result.return_value == 1
    assert result.stdout == (
        f"{folder / 'wrong.txt'}:5: bracket_is_off_by_a_power_of_ten: 512.6 billion CNY / 71.44 million USD = "
        "7175.3 CNY per USD, the ECB reference rate of 2024-01-19 is 7.191: the amount in USD is a thousand times "
        "too small; expected 71.44 billion USD [error]\n"
    )
    assert result.stderr == "2 documents: 1 error, 0 tensions, 0 notes\n"


def test_audit_of_honest_texts_exits_zero(run, tmp_path):
    (tmp_path / "fine.txt").write_text(FINE)
    result = run(audit, tmp_path / "fine.txt")
    assert (result.return_value, result.stdout) == (0, "")


def test_audit_gives_no_clean_bill_to_a_language_that_is_not_read(run, tmp_path):
    (tmp_path / "ja.txt").write_text("2023年の輸出額は前年より2.8パーセント増え、100兆円を超えました。")
    result = run(audit, tmp_path)
    assert result.return_value == 1
    assert "language 'ja' is not read" in result.stderr


def test_audit_names_the_files_of_a_folder_that_it_passed_over(run, folder):
    (folder / "a.csv").write_text("exports,3\n")
    assert f"{folder}: 1 file of another kind passed over (.csv)\n" in run(audit, folder).stderr


def test_audit_json_has_one_finding_a_line(run, folder):
    (line,) = run(audit, folder, "--json").stdout.splitlines()
    row = json.loads(line)
    names = ["doc", "span", "printed", "code", "verdict", "severity", "evidence", "expected"]
    assert list(row)[: len(names)] == names
    assert WRONG[slice(*row["span"])] == row["printed"] == "512.6 billion yuan ($71.44 million)"
    assert (row["doc"], row["verdict"], row["expected"]) == ("wrong", "wrong", "71.44 billion USD")


def test_audit_sarif_and_html(run, folder, tmp_path):
    result = run(audit, folder, "--sarif", "--html", tmp_path / "page.html")
    (found,) = json.loads(result.stdout)["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == str(folder / "wrong.txt")
    assert place["region"]["startLine"] == 5
    assert '<mark class="wrong"' in (tmp_path / "page.html").read_text()


def test_audit_goes_on_after_a_source_that_cannot_be_read(run, folder):
    (folder / "empty.txt").write_text(" \n")
    result = run(audit, folder)
    assert "wrong.txt:5" in result.stdout
    assert "empty.txt: nothing but white space" in result.stderr
    assert result.return_value == 1


def test_two_files_of_one_name_stay_apart(run, folder):
    (folder / "more").mkdir()
    (folder / "more" / "wrong.txt").write_text(WRONG.replace("512.6", "512.7"))
    rows = [json.loads(line) for line in run(audit, folder, "--json").stdout.splitlines()]
    assert {row["doc"] for row in rows} == {"wrong", "docs/wrong"}


def test_keep_then_facts_then_draft(run, folder, tmp_path):
    ledger = tmp_path / "l.duckdb"
    kept = run(keep, ledger, folder)
    assert (kept.return_value, "2 documents added, 0 known already" in kept.stdout) == (0, True)
    again = run(keep, ledger, folder)
    assert "0 documents added, 2 known already; 0 observations, 0 measures, 0 findings" in again.stdout
    asked = run(facts, ledger, "--region", "浙江", "--indicator", "exports", "--levels")
    assert asked.stdout.splitlines() == [
        "Zhejiang (CN-ZJ) · exports",
        "  2023               320.6 billion CNY  2024-02-02  plan",
    ]
    doubted = run(facts, ledger, "--indicator", "trade_total", "--levels")
    assert doubted.stdout.splitlines()[1] == "  2023               512.6 billion CNY  2024-01-19  wrong"
    bracket = run(facts, ledger, "--indicator", "trade_total")
    assert "Zhejiang (CN-ZJ) · trade_total · converted\n" in bracket.stdout
    assert "71.44 million USD  2024-01-19  wrong  (wrong: Bracket is off by a power of ten)\n" in bracket.stdout
    assert run(facts, ledger, "--indicator", "exports", "--growth", "--chart").stdout.endswith(" 12.5 %\n")
    assert "CN-ZJ\texports\t2\n" in run(facts, ledger, "--list").stdout
    run(facts, ledger, "--indicator", "exports", "--export", tmp_path / "out.csv")
    assert {row["INDICATOR"] for row in csv.DictReader((tmp_path / "out.csv").read_text().splitlines())} == {"exports"}
    economy = tmp_path / "economy"
    economy.mkdir()
    names = (
        FILES["economy.toml"].replace("Upper valley", "Zhejiang").replace('code = "BB"', 'code = "BB"\nen = "Japan"')
    )
    write(economy, **{"economy.toml": names})
    drafted = run(draft, ledger, "--to", tmp_path / "scenarios", "--economy", economy)
    file = tmp_path / "scenarios" / "plan.toml"
    assert (drafted.stdout, drafted.stderr) == (f"{file}\n", "")
    assert run(check, file, "--economy", economy).return_value == 0
    (measure,) = hl.read_scenario(file).measures
    assert (measure.kind, measure.regions, measure.partners) == ("market_access", ("AA",), ("BB",))
    elsewhere = run(draft, ledger, "--to", tmp_path / "none")
    assert (elsewhere.stdout, elsewhere.stderr.startswith("no file: plan: Zhejiang is no region")) == ("", True)

"""A study end to end: what it finds, what it keeps, what it makes anew, and that nothing is left half written."""

import csv
import json
from pathlib import Path

import pytest

import hinterland as hl
from hinterland.cli import main
from hinterland.study import conduct as conducting
from hinterland.study.conduct import Study


def reused(study: Study) -> dict[str, bool]:
    return {"documents": study.documents.reused} | {answer.name: answer.reused for answer in study.answers}


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """Give what a command prints, and check its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    told = capsys.readouterr()
    assert ended.value.code == code, told.err
    return told.out


def test_the_first_run_does_everything_and_the_second_nothing(project: Path) -> None:
    first, second = hl.conduct(project), hl.conduct(project)
    assert reused(first) == {"documents": False, "less": False, "more": False}
    assert reused(second) == {"documents": True, "less": True, "more": True}
    assert list(first.rows()) == list(second.rows())
    assert first.documents.findings == second.documents.findings
    assert [finding.code for finding in first.documents.findings] == ["bracket_is_off_by_a_power_of_ten"]
    assert (first.documents.findings[0].file, first.documents.findings[0].line) == ("trade.txt", 5)


def test_only_what_changed_is_made_anew(project: Path) -> None:
    before = {answer.name: answer.headlines for answer in hl.conduct(project).answers}
    less = project / "scenarios" / "less.toml"
    less.write_text(less.read_text(encoding="utf-8").replace("value = 2", "value = 1.5"), encoding="utf-8")
    study = hl.conduct(project)
    assert reused(study) == {"documents": True, "less": False, "more": True}
    after = {answer.name: answer.headlines for answer in study.answers}
    assert after["more"] == before["more"] and after["less"] != before["less"]

    (project / "sources" / "trade.txt").write_text("Updated : 2023-02-09\n\nNothing to count.\n", encoding="utf-8")
    study = hl.conduct(project)
    assert reused(study) == {"documents": False, "less": True, "more": True}
    assert study.documents.findings == ()

    economy = project / "valleys" / "elasticities.csv"
    economy.write_text(economy.read_text(encoding="utf-8").replace("food,2", "food,2.5"), encoding="utf-8")
    assert reused(hl.conduct(project)) == {"documents": True, "less": False, "more": False}


@pytest.mark.parametrize("left", ["", '{"key": "', "[]"])
def test_a_kept_file_that_is_cut_off_is_made_anew(project: Path, left: str) -> None:
    first = hl.conduct(project)
    (project / "build" / "kept" / "scenario-less.json").write_text(left, encoding="utf-8")
    again = hl.conduct(project)
    assert reused(again) == {"documents": True, "less": False, "more": True}
    assert list(again.rows()) == list(first.rows())


def test_a_ledger_that_is_gone_or_not_the_one_made_is_made_anew(project: Path) -> None:
    ledger = hl.conduct(project).documents.ledger
    ledger.unlink()
    assert not hl.conduct(project).documents.reused
    ledger.write_bytes(b"half a ledger")
    assert not hl.conduct(project).documents.reused
    assert hl.conduct(project).documents.reused


def test_an_interrupted_run_leaves_the_last_answers(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = hl.conduct(project).table
    before = table.read_bytes()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    (project / "scenarios" / "third.toml").write_text(
        (project / "scenarios" / "more.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(conducting.csv, "DictWriter", stopped)
        hl.conduct(project)
    assert table.read_bytes() == before
    assert not list(project.rglob(".*"))
    assert len(hl.conduct(project).answers) == 3


def test_the_table_holds_every_bit(project: Path) -> None:
    study = hl.conduct(project)
    with study.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["value"]) for row in rows] == [row["value"] for row in study.rows()]


def test_the_command_line_gives_the_same_bits_as_python(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(line) for line in ask(capsys, "study", str(project), "--json").splitlines()]
    assert rows == list(hl.conduct(project).rows())
    ranges = ask(capsys, "run", str(project / "valleys"), str(project / "scenarios" / "less.toml"), "--json")
    values = {row["headline"]: row["value"] for row in rows if row["scenario"] == "less"}
    home = next(row for row in map(json.loads, ranges.splitlines()) if row["region"] == "AA")
    assert values == {name: home[name] for name in values}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("findings of the audit: 1", "Upper valley", "real income", "less")),
        ("zh", ("核查发现问题1处", "实际收入", "情景")),
    ],
)
def test_everything_is_said_in_the_language(
    project: Path, capsys: pytest.CaptureFixture[str], lang: str, words: tuple[str, ...]
) -> None:
    told = ask(capsys, "study", str(project), "--lang", lang)
    assert all(word in told for word in words)
    assert str(project / "build" / "ledger.duckdb") in told and str(project / "build" / "answers.csv") in told


def test_a_source_that_cannot_be_read_is_named_and_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "sources" / "empty.txt").touch()
    with pytest.raises(SystemExit) as ended:
        main(["study", str(project)])
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "empty.txt" in told.err and "documents: 1;" in told.out

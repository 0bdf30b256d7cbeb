"""A study end to end: what it finds, what it keeps, what it makes anew, and that nothing is left half written."""

import csv
import json
from pathlib import Path

import pytest

import hinterland as hl
from hinterland.cli import main
from hinterland.report import scene
from hinterland.study import answers as answering
from hinterland.study import conduct as conducting
from hinterland.study import reported as reporting
from hinterland.study.conduct import Study


def conduct(project: Path) -> Study:
    """Conduct a study without its report, which has tests of its own."""
    return hl.conduct(project, report=False)


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
    first, second = conduct(project), conduct(project)
    assert reused(first) == {"documents": False, "less": False, "more": False}
    assert reused(second) == {"documents": True, "less": True, "more": True}
    assert list(first.rows()) == list(second.rows())
    assert first.documents.findings == second.documents.findings
    assert [finding.code for finding in first.documents.findings] == ["bracket_is_off_by_a_power_of_ten"]
    assert (first.documents.findings[0].file, first.documents.findings[0].line) == ("trade.txt", 5)


def test_only_what_changed_is_made_anew(project: Path) -> None:
    before = {answer.name: answer.headlines for answer in conduct(project).answers}
    less = project / "scenarios" / "less.toml"
    less.write_text(less.read_text(encoding="utf-8").replace("value = 2", "value = 1.5"), encoding="utf-8")
    study = conduct(project)
    assert reused(study) == {"documents": True, "less": False, "more": True}
    after = {answer.name: answer.headlines for answer in study.answers}
    assert after["more"] == before["more"] and after["less"] != before["less"]

    (project / "sources" / "trade.txt").write_text("Updated : 2023-02-09\n\nNothing to count.\n", encoding="utf-8")
    study = conduct(project)
    assert reused(study) == {"documents": False, "less": True, "more": True}
    assert study.documents.findings == ()

    economy = project / "valleys" / "elasticities.csv"
    economy.write_text(economy.read_text(encoding="utf-8").replace("food,2", "food,2.5"), encoding="utf-8")
    assert reused(conduct(project)) == {"documents": True, "less": False, "more": False}


@pytest.mark.parametrize("left", ["", '{"key": "', "[]"])
def test_a_kept_file_that_is_cut_off_is_made_anew(project: Path, left: str) -> None:
    first = conduct(project)
    (project / "build" / "kept" / "scenario-less.json").write_text(left, encoding="utf-8")
    again = conduct(project)
    assert reused(again) == {"documents": True, "less": False, "more": True}
    assert list(again.rows()) == list(first.rows())


def test_a_ledger_that_is_gone_or_not_the_one_made_is_made_anew(project: Path) -> None:
    ledger = conduct(project).documents.ledger
    ledger.unlink()
    assert not conduct(project).documents.reused
    ledger.write_bytes(b"half a ledger")
    assert not conduct(project).documents.reused
    assert conduct(project).documents.reused


def test_an_interrupted_run_leaves_the_last_answers(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = conduct(project).table
    before = table.read_bytes()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    (project / "scenarios" / "third.toml").write_text(
        (project / "scenarios" / "more.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(conducting.csv, "DictWriter", stopped)
        conduct(project)
    assert table.read_bytes() == before
    assert not list(project.rglob(".*"))
    assert len(conduct(project).answers) == 3


def test_the_table_holds_every_bit(project: Path) -> None:
    study = conduct(project)
    with study.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["value"]) for row in rows] == [row["value"] for row in study.rows()]


def test_the_command_line_gives_the_same_bits_as_python(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(line) for line in ask(capsys, "study", str(project), "--json", "--no-report").splitlines()]
    assert rows == list(conduct(project).rows())
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
    made = ("ledger.duckdb", "answers.csv", "report.html" if lang == "en" else "report-zh.html")
    for name in made:
        assert (project / "build" / name).is_file() and str(project / "build" / name) in told


def test_the_report_is_made_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = hl.conduct(project)
    assert first.report is not None and first.report.path is not None and not first.report.reused
    page = first.report.path.read_text(encoding="utf-8")
    assert "491.18 billion USD" in page and "“more” raises the real income of Upper valley most" in page

    def never(*_: object, **__: object) -> None:
        raise AssertionError("solved or drawn again")

    with monkeypatch.context() as patch:
        patch.setattr(reporting, "_page", never)
        patch.setattr(answering, "assess", never)
        second = hl.conduct(project)
    assert second.report is not None and second.report.reused
    with monkeypatch.context() as patch:
        patch.setattr(answering, "assess", never)
        chinese = hl.conduct(project, lang="zh")
    assert chinese.report is not None and chinese.report.path is not None
    assert '<html lang="zh">' in chinese.report.path.read_text(encoding="utf-8")
    assert first.report.path.read_text(encoding="utf-8") == page


def test_a_changed_scenario_is_solved_and_drawn_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = hl.conduct(project)
    less = project / "scenarios" / "less.toml"
    less.write_text(less.read_text(encoding="utf-8").replace("value = 2", "value = 1.5"), encoding="utf-8")
    drawn: list[str] = []
    real = scene.scene
    monkeypatch.setattr(scene, "scene", lambda case, view: (drawn.append(case.title), real(case, view))[1])
    second = hl.conduct(project)
    assert drawn == ["less"]
    assert second.report is not None and not second.report.reused and second.report.path is not None
    assert first.report is not None and first.report.path == second.report.path


def test_a_study_says_what_an_answer_is_against(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    less = project / "scenarios" / "less.toml"
    less.write_text(
        less.read_text(encoding="utf-8").replace("\n\n", '\nagainst = "more.toml"\n\n', 1), encoding="utf-8"
    )
    told = ask(capsys, "study", str(project), "--no-report")
    assert "against: more" in told
    against = {row["scenario"]: row["against"] for row in conduct(project).rows()}
    assert against == {"less": "more", "more": "baseline"}
    more = project / "scenarios" / "more.toml"
    more.write_text(more.read_text(encoding="utf-8").replace("value = 3", "value = 3.5"), encoding="utf-8")
    assert reused(conduct(project)) == {"documents": True, "less": False, "more": False}


def test_a_source_that_cannot_be_read_is_named_and_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "sources" / "empty.txt").touch()
    with pytest.raises(SystemExit) as ended:
        main(["study", str(project), "--no-report"])
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "empty.txt" in told.err and "documents: 1;" in told.out

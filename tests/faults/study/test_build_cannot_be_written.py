"""The build folder of a study is closed, full or broken: one message, or made anew; never half of anything."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hinterland as hl
from hinterland.cli import main
from hinterland.study import conduct as conducting
from hinterland.study import reported as reporting

NO_PLACE = "expected a place to write; choose another folder, or make room there\n"


@pytest.fixture
def told(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[int, str]]:
    """Conduct the study, and give the exit code and what is said on stderr, without the project's path."""

    def ask() -> tuple[int, str]:
        with pytest.raises(SystemExit) as stopped:
            main(["study", str(project)])
        return int(str(stopped.value.code)), capsys.readouterr().err.replace(f"{project}/", "")

    return ask


def never(*_: object, **__: object) -> Any:
    raise AssertionError("read or solved before the place was looked at")


def test_a_file_stands_where_the_folder_should(
    project: Path, told: Callable[[], tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conducting, "documents", never)
    (project / "build").write_text("not a folder", encoding="utf-8")
    assert told() == (1, f"build: cannot be written (Not a directory); {NO_PLACE}")


def test_the_folder_may_not_be_written(told: Callable[[], tuple[int, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conducting, "documents", never)

    def closed(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "touch", closed)
    assert told() == (1, f"build/answers.csv: cannot be written (Permission denied); {NO_PLACE}")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            f"build: cannot be written (No space left on device); {NO_PLACE}",
        ),
        (KeyboardInterrupt(), "stopped; nothing was left half written\n"),
    ],
)
def test_what_stops_the_report_leaves_the_earlier_one(
    project: Path,
    told: Callable[[], tuple[int, str]],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    said: str,
) -> None:
    report = hl.conduct(project).report.path
    before = report.read_bytes()
    (project / "sources" / "new.txt").write_text("Updated : 2023-02-09\n\nNothing to count.\n", encoding="utf-8")

    def stopped(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(reporting, "written_whole", stopped)
        assert told()[1].endswith(said)
    assert report.read_bytes() == before
    assert list(project.rglob(".*")) == []
    assert hl.conduct(project).report.path.read_bytes() != before


@pytest.mark.parametrize(
    "file", ["report.html", "kept/scenario-rest.npz", "kept/pictures-rest-en.json", "kept/report.json"]
)
def test_what_is_cut_off_is_made_anew(project: Path, file: str) -> None:
    report = hl.conduct(project).report.path
    whole = report.read_bytes()
    left = project / "build" / file
    left.write_bytes(left.read_bytes()[: left.stat().st_size // 2])
    if "pictures" in file:
        (project / "build" / "report.html").unlink()
    study = hl.conduct(project)
    assert not all((study.report.reused, *(answer.reused for answer in study.answers)))
    assert report.read_bytes() == whole

"""There is no place or no room for a report, or it is stopped: one message, before the long work where that can be."""

import errno
import os
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from faults.small_economy import write
from hinterland import assess
from hinterland.cli import main
from hinterland.report import page, pdf

NO_PLACE = "expected a place to write; choose another folder, or make room there\n"


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Ask for a report on a small economy, and give the exit code and what is said on stderr."""
    folder = write(tmp_path / "valleys")

    def ask(out: Path, *more: str) -> tuple[int, str]:
        given = ["report", str(folder), "--tariff", "AA,BB=0.3", "--no-ranges", "--out", str(out), *more]
        with pytest.raises(SystemExit) as stopped:
            main(given)
        return int(str(stopped.value.code)), capsys.readouterr().err

    return ask


def never(*_: object, **__: object) -> Any:
    raise AssertionError("solved before the place was looked at")


@pytest.mark.parametrize("option", ["--out", "--pdf"])
def test_the_place_is_looked_at_before_anything_is_solved(
    option: str, told: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assess, "assess", never)
    nowhere = tmp_path / "nowhere" / "report.x"
    asked = (nowhere,) if option == "--out" else (tmp_path / "report.html", "--pdf", str(nowhere))
    assert told(*asked) == (1, f"{nowhere}: cannot be written (No such file or directory); {NO_PLACE}")


def test_a_folder_that_may_not_be_written_is_named(
    told: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assess, "assess", never)
    out = tmp_path / "report.html"
    refused(monkeypatch, "touch", PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    assert told(out) == (1, f"{out}: cannot be written (Permission denied); {NO_PLACE}")


@pytest.mark.parametrize("earlier", [None, b"an earlier report"])
@pytest.mark.parametrize("form", ["html", "pdf"])
def test_the_disk_is_full(
    form: str,
    earlier: bytes | None,
    told: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = tmp_path / f"report.{form}"
    if earlier is not None:
        place.write_bytes(earlier)
    stopped_while_writing(
        monkeypatch, {"html": page, "pdf": pdf}[form], OSError(errno.ENOSPC, "No space left on device")
    )
    asked = (place,) if form == "html" else (tmp_path / "page.html", "--pdf", str(place))
    assert told(*asked) == (1, f"{place}: cannot be written (No space left on device); {NO_PLACE}")
    assert (place.read_bytes() if place.exists() else None) == earlier
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_ctrl_c_while_it_is_written_leaves_the_earlier_report(
    told: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.html"
    out.write_bytes(b"an earlier report")
    stopped_while_writing(monkeypatch, page, KeyboardInterrupt())
    code, said = told(out)
    assert code == 130 and said.endswith("stopped; nothing was left half written\n")
    assert out.read_bytes() == b"an earlier report"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_sources_and_ledger_together_are_one_too_many(told: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    code, said = told(tmp_path / "r.html", "--sources", "news", "--ledger", "news.duckdb")
    assert code == 2 and "name --sources or --ledger, not both: a ledger holds its documents" in said


def test_a_ledger_that_is_none_is_named(told: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    ledger = tmp_path / "news.duckdb"
    assert told(tmp_path / "r.html", "--ledger", str(ledger)) == (
        1,
        f"{ledger}: no such file; expected a ledger file; make one with `hinterland keep LEDGER SOURCES`\n",
    )


def refused(monkeypatch: pytest.MonkeyPatch, method: str, error: OSError) -> None:
    """Let a method of paths fail."""

    def fail(path: Path, *_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, method, fail)


def stopped_while_writing(monkeypatch: pytest.MonkeyPatch, module: Any, error: BaseException) -> None:
    """Let a module's writing take a little and then end with an error."""
    real = module.written_whole

    class Stopped:
        def __init__(self, file: Any) -> None:
            self.file = file

        def write(self, content: bytes) -> int:
            self.file.write(content[:10])
            raise error

    @contextmanager
    def written(path: Path) -> Any:
        with real(path) as file:
            yield Stopped(file)

    monkeypatch.setattr(module, "written_whole", written)

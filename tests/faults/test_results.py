"""What is wrong with the place or the file of a result, and the exact words it is met with. What was there stays."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import write
from hinterland.cli import hinterland, main
from hinterland.errors import MissingExtraError
from hinterland.result import Result
from hinterland.results import store
from hinterland.results.store import FORMS
from little import little


@pytest.fixture(scope="module")
def result() -> Result:
    return hl.run(little(), {"tariff": {("A", "N"): 0.2}})


def message(call: Callable[[], Any]) -> str:
    with pytest.raises(hl.InputError) as raised:
        call()
    return str(raised.value)


class _FullDisk:
    """A file that takes a little and then has no room."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def __enter__(self) -> "_FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, content: bytes) -> int:
        self.file.write(content[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill_the_disk(monkeypatch: pytest.MonkeyPatch, fault: Callable[[Any], Any] = _FullDisk) -> None:
    real = Path.open

    def opened(path: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        file = real(path, mode, *args, **options)
        return fault(file) if mode == "wb" else file

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("suffix", FORMS)
def test_the_disk_is_full(suffix: str, result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hl.save_result(hl.run(little(), {}), tmp_path / f"saved{suffix}")
    before = hl.open_result(path).words
    fill_the_disk(monkeypatch)
    assert message(lambda: hl.save_result(result, path)) == (
        f"{path}: cannot be written (No space left on device); expected a place to write; "
        "choose another folder, or make room there"
    )
    monkeypatch.undo()
    assert hl.open_result(path).words == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", FORMS)
def test_ctrl_c_in_the_middle(suffix: str, result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hl.save_result(hl.run(little(), {}), tmp_path / f"saved{suffix}")
    before = hl.open_result(path).words

    class Interrupted(_FullDisk):
        def write(self, content: bytes) -> int:
            self.file.write(content[:10])
            raise KeyboardInterrupt

    fill_the_disk(monkeypatch, Interrupted)
    with pytest.raises(KeyboardInterrupt):
        hl.save_result(result, path)
    monkeypatch.undo()
    assert hl.open_result(path).words == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_moved_into_place_leaves_the_old_one(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hl.save_result(hl.run(little(), {}), tmp_path / "saved.parquet")
    before = hl.open_result(path).words
    real = Path.rename

    def rename(source: Path, target: Path) -> Path:
        if source.name.endswith(".new"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(source, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert "cannot be written (Input/output error)" in message(lambda: hl.save_result(result, path))
    assert hl.open_result(path).words == before
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "written_whole", interrupted)
    with pytest.raises(SystemExit) as stopped:
        main(["run", str(write(tmp_path / "economy")), "--tariff", "BB,AA=0.1", "--out", str(tmp_path / "saved.csv")])
    assert stopped.value.code == 130
    assert "stopped; nothing was left half written" in capsys.readouterr().err
    assert not (tmp_path / "saved.csv").exists()


def test_the_folder_is_missing(result: Result, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "saved.csv"
    assert message(lambda: hl.save_result(result, path)) == (
        f"{path}: cannot be written (No such file or directory); expected a place to write; "
        "choose another folder, or make room there"
    )


def test_the_file_may_not_be_read(result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hl.save_result(result, tmp_path / "saved.parquet")

    def closed(_: Path) -> None:  # a test may run as root, for whom every folder is open
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "iterdir", closed)
    assert message(lambda: hl.open_result(path)) == (
        f"{path}: permission denied; expected a saved result; name one that exists and may be read"
    )


def test_there_is_no_such_result(tmp_path: Path) -> None:
    path = tmp_path / "saved.nc"
    assert message(lambda: hl.open_result(path)) == (
        f"{path}: no such file or directory; expected a saved result; name one that exists and may be read"
    )


@pytest.mark.parametrize("suffix", [".nc", ".csv", ".xlsx"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_the_file_is_half_written(suffix: str, share: float, result: Result, tmp_path: Path) -> None:
    path = hl.save_result(result, tmp_path / f"saved{suffix}")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    said = message(lambda: hl.open_result(path))
    assert said.startswith(f"{path}: not a whole result (")
    assert said.endswith("; expected a result as hinterland saved it; run the scenario again and save it anew")


def test_a_table_of_the_folder_is_missing_or_another(result: Result, tmp_path: Path) -> None:
    path = hl.save_result(result, tmp_path / "saved.parquet")
    (path / "gdp.parquet").write_bytes(b"other")
    expected = "expected a result as hinterland saved it; run the scenario again and save it anew"
    assert message(lambda: hl.open_result(path)) == (
        f"{path}: not a whole result (gdp.parquet is not the file that manifest.json names); {expected}"
    )
    (path / "gdp.parquet").unlink()
    assert message(lambda: hl.open_result(path)) == f"{path}: not a whole result ('gdp.parquet'); {expected}"


def test_a_number_was_changed(result: Result, tmp_path: Path) -> None:
    path = hl.save_result(result, tmp_path / "saved.csv")
    number = repr(float(result.panel("gdp").values["gdp_before"][0]))
    text = path.read_text()
    assert number in text
    path.write_text(text.replace(number, "12345.5"))
    assert message(lambda: hl.open_result(path)) == (
        f"{path}: not a whole result (its numbers are not those that were saved); "
        "expected a result as hinterland saved it; run the scenario again and save it anew"
    )


def test_the_result_is_newer(result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hl.save_result(result, tmp_path / "saved.csv")
    monkeypatch.setattr(store, "FORMAT", 0)
    assert message(lambda: hl.open_result(path)) == (
        f"{path}: saved by hinterland 0.1.0 in a form that this version does not know; "
        "expected a result of this version or an earlier one; upgrade hinterland"
    )


@pytest.mark.parametrize(
    ("name", "found"),
    [("saved.xls", "no form of results ends in '.xls' (did you mean '.xlsx'?)"), ("saved", "no suffix")],
)
def test_the_form_is_unknown(name: str, found: str, result: Result) -> None:
    assert message(lambda: hl.save_result(result, name)) == (
        f"{name}: {found}; expected a name that ends in .nc, .parquet, .csv, .xlsx; end it in one of these"
    )


def test_the_form_is_unknown_before_anything_is_solved(tmp_path: Path) -> None:
    given = ["run", "no-such-economy", "--out", str(tmp_path / "saved.txt")]
    found = CliRunner().invoke(hinterland, given)
    assert isinstance(found.exception, hl.InputError)
    assert [problem.code for problem in found.exception.problems] == ["form_is_unknown"]


def test_a_library_is_missing(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError) as raised:
        hl.save_result(result, "saved.xlsx")
    assert str(raised.value) == "a result in .xlsx needs an optional library: pip install 'hinterland[xlsx]'"


def test_the_table_is_unknown(result: Result) -> None:
    assert message(lambda: result.panel("gpd")) == (
        "result: no table 'gpd' (did you mean 'gdp'?); expected one of regions, gdp, sectors, employment, trade, "
        "market_shares, exposure, revenue, emissions, footprint, embodied, decomposition, checks; name one of these"
    )


def test_the_economy_has_no_co2() -> None:
    bare = hl.run(little().__class__(**{**vars(little()), "extras": {}}), {})
    assert message(lambda: bare.panel("emissions")) == (
        "economy Little: no emissions by region and sector; expected co2_kt in the economy; "
        "add the table emissions (region, sector, co2_kt) to its folder"
    )

"""Lock files: the same comes out the same, and what differs is told."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import FREE_TRADE, edit, write
from hinterland.cli import hinterland
from hinterland.lock import verify, write_lock


@pytest.fixture
def economy(tmp_path: Path) -> Path:
    return write(tmp_path / "economy")


@pytest.fixture
def locked(economy: Path, tmp_path: Path) -> Path:
    (tmp_path / "free.toml").write_text(FREE_TRADE)
    path = tmp_path / "run.lock.json"
    given = ["lock", str(economy), str(tmp_path / "free.toml"), "--out", str(path)]
    done = CliRunner().invoke(hinterland, given)
    assert done.exception is None, done.output
    return path


def test_the_same_comes_out_the_same(locked: Path) -> None:
    found = CliRunner().invoke(hinterland, ["lock", str(locked), "--verify"])
    assert found.output == f"{locked}: everything is the same\n"
    said = json.loads(locked.read_text())
    assert set(said["versions"]) == {"hinterland", "python", "numpy", "scipy"}
    assert said["closures"]["deficit"] == "share" and said["settings"]["tolerance"] == 1e-10
    assert "Free trade" in said["scenario"]["toml"] and len(said["tables"]["regions"]) == 64


def test_an_economy_that_changed_is_told(locked: Path, economy: Path) -> None:
    write(economy, **edit("sectors.csv", "food,4,true", "food,5,true"))
    economy_told, tables_told = verify(locked)
    assert economy_told == "the economy Two valleys has other numbers than when it was locked"
    assert "tables differ (regions, " in tables_told and "real income moves most in " in tables_told


def test_a_version_that_changed_is_told_and_nothing_else(locked: Path) -> None:
    said = json.loads(locked.read_text())
    said["versions"]["scipy"] = "0.1"
    locked.write_text(json.dumps(said))
    (told,) = verify(locked)
    assert told.startswith("scipy was 0.1 and is ")


def test_shocks_by_label_and_balanced_trade_are_locked_too(economy: Path, tmp_path: Path) -> None:
    balanced = hl.Closures(deficit="balanced")
    result = hl.run(hl.load(economy, balanced), {"tariff": {("AA", "BB"): "-5pp"}}, balanced)
    assert verify(write_lock(result, tmp_path / "run.lock.json")) == ()


def test_a_lock_file_that_is_not_whole(locked: Path) -> None:
    remedy = "expected a lock file; write one with `hinterland lock ECONOMY SCENARIO --out FILE`"
    locked.write_text(locked.read_text()[:100])
    with pytest.raises(hl.InputError, match=r"not a whole lock file \("):
        verify(locked)
    locked.write_text('{"versions": {}}')
    with pytest.raises(hl.InputError) as raised:
        verify(locked)
    missing = "no economy, scenario, closures, settings, headline, tables"
    assert str(raised.value) == f"{locked}: not a whole lock file ({missing}); {remedy}"
    locked.unlink()
    with pytest.raises(hl.InputError) as raised:
        verify(locked)
    assert str(raised.value) == f"{locked}: No such file or directory; {remedy}"

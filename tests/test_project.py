"""Opening an economy, and keeping its calibration beside its tables."""

import os
import stat

import numpy as np
import pytest

from faults.small_economy import edit, write
from hinterland import project
from hinterland.economy.params import Closures
from hinterland.errors import InputError


@pytest.fixture
def calibrations(monkeypatch):
    """Count how often something is calibrated."""
    calls = []
    real = project.calibrate

    def counted(*arguments):
        calls.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(project, "calibrate", counted)
    return calls


def test_what_was_kept_is_what_was_calibrated(tmp_path, calibrations):
    folder = write(tmp_path, emissions_csv="region,sector,co2_kt\nAA,food,7\n")
    made = project.compile_folder(folder)
    kept = project.load(folder)
    assert len(calibrations) == 1
    assert kept.fingerprint == made.fingerprint
    assert (kept.regions, kept.sectors, kept.groups) == (made.regions, made.sectors, made.groups)
    assert (kept.description, kept.closures, kept.report) == (made.description, made.closures, made.report)
    assert kept.extras["co2_kt"].tolist() == made.extras["co2_kt"].tolist()
    for name, array in vars(made.preconditioner).items():
        np.testing.assert_array_equal(getattr(kept.preconditioner, name), array)


@pytest.mark.parametrize(
    "change",
    [
        edit("trade.csv", "BB,AA,food,30,0", "BB,AA,food,31,0"),
        edit("economy.toml", "2020", "2021"),
        {"final_csv": "region,sector,value\nAA,food,62\nAA,care,30\nBB,food,75\nBB,care,50\n"},
    ],
    ids=["a table changes", "the description changes", "a table is added"],
)
def test_changed_files_make_it_stale(tmp_path, calibrations, change):
    folder = write(tmp_path)
    project.compile_folder(folder)
    write(folder, **change)
    project.load(folder)
    assert len(calibrations) == 2


def test_other_closures_are_calibrated_anew(tmp_path, calibrations):
    folder = write(tmp_path)
    project.compile_folder(folder)
    assert np.abs(project.load(folder, Closures(deficit="balanced")).params.D).max() < 1e-10
    assert len(calibrations) == 2


def test_a_stricter_limit_holds_for_what_was_kept_too(tmp_path):
    folder = write(tmp_path, **edit("inputs.csv", "BB,food,care,5\n", "BB,care,food,60\n"))
    project.compile_folder(folder)
    assert project.load(folder, most_repair=0.04).report.share == pytest.approx(10 / 280)
    with pytest.raises(InputError, match=r"repairs would move 0\.0357 of world output"):
        project.load(folder, most_repair=0.03)


def test_a_broken_file_is_passed_over(tmp_path, calibrations):
    folder = write(tmp_path)
    whole = project.compile_folder(folder)
    kept = folder / project.COMPILED
    kept.write_bytes(kept.read_bytes()[:1000])
    assert project.load(folder).fingerprint == whole.fingerprint
    assert len(calibrations) == 2


def test_a_failure_in_the_middle_leaves_the_old_file(tmp_path, monkeypatch):
    folder = write(tmp_path)
    project.compile_folder(folder)
    before = (folder / project.COMPILED).read_bytes()

    def fails(file, **arrays):
        file.write(b"half")
        raise OSError("the disk is full")

    monkeypatch.setattr(np, "savez_compressed", fails)
    with pytest.raises(OSError, match="the disk is full"):
        project.compile_folder(folder)
    assert (folder / project.COMPILED).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["calibrated.npz", "economy.toml", "inputs.csv", "sectors.csv", "trade.csv"]
    )


def test_others_may_read_it(tmp_path):
    mask = os.umask(0o022)
    try:
        project.compile_folder(write(tmp_path))
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / project.COMPILED).stat().st_mode) == 0o644

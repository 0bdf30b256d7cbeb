"""Open an economy: a folder on disk, or one that ships with the package, by name.

A folder may hold `calibrated.npz` beside its tables: the exact baseline with its preconditioner, so that opening it
calibrates nothing. It carries the hash of the files it was made from and is passed over when they have changed.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from dataclasses import asdict, fields, replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from hinterland.atomic import written_whole
from hinterland.baseline import Baseline, Description, Repair, RepairReport
from hinterland.calibrate import calibrate, too_much_repair
from hinterland.economy.params import Closures, Params
from hinterland.economy.precondition import Preconditioner
from hinterland.errors import InputError, Problem
from hinterland.labels import Axis, Label, suggestion
from hinterland.tables.folder import TABLES, read_folder, table_path

COMPILED = "calibrated.npz"
_FORMAT = "1"  # of `calibrated.npz`; raise it when calibration changes what it gives


def load(folder: str | Path, closures: Closures | None = None, most_repair: float | None = None) -> Baseline:
    """Open and calibrate the economy in a folder, or the embedded one of that name.

    `closures` and `most_repair` replace those that `economy.toml` states. Raises `InputError` with every
    fault of the folder's files.
    """
    path = find(folder)
    compiled = path / COMPILED
    if closures is None and compiled.is_file() and (kept := _read(compiled, _key(path))):
        if most_repair is not None and kept.report.share > most_repair:
            raise InputError([too_much_repair(kept.report, most_repair)])
        return replace(kept, folder=path)
    described, raw = read_folder(path)
    return replace(calibrate(raw, described, closures, most_repair), folder=path)


def compile_folder(folder: str | Path) -> Baseline:
    """Calibrate the economy in a folder and keep the result beside its tables."""
    path = find(folder)
    described, raw = read_folder(path)
    baseline = calibrate(raw, described)
    _write(baseline, path / COMPILED, _key(path))
    return baseline


def embedded() -> tuple[str, ...]:
    """List the economies that ship with the package."""
    shelf = _shelf()
    return tuple(sorted(path.name for path in shelf.iterdir() if (path / "economy.toml").is_file())) if shelf else ()


def find(folder: str | Path) -> Path:
    """Find an economy's folder by path or by embedded name; raise `InputError` when there is neither."""
    path = Path(folder)
    if path.is_dir():
        return path
    shelf = _shelf()
    if shelf and str(folder) in embedded():
        return shelf / str(folder)
    raise InputError([_economy_is_unknown(str(folder))])


def name_of(folder: Path) -> str:
    """Give the name by which `find` finds a folder again: an embedded name, or its whole path."""
    shelf = _shelf()
    return folder.name if shelf and folder.parent == shelf else str(folder.resolve())


def _economy_is_unknown(folder: str) -> Problem:
    names = embedded()
    shipped = f", or an economy that ships with hinterland: {', '.join(names)}" if names else ""
    return Problem(
        f"no such folder{suggestion(folder, names)}",
        folder,
        f"a folder with economy.toml{shipped}",
        "check the path, relative to where you are",
        "economy_is_unknown",
    )


def _shelf() -> Path | None:
    path = Path(str(resources.files("hinterland"))) / "economies"
    return path if path.is_dir() else None


def _key(path: Path) -> str:
    """Hash the files that a calibration depends on."""
    digest = hashlib.sha256(_FORMAT.encode())
    for file in (path / "economy.toml", *(table_path(path, name) for name in TABLES)):
        if file is not None and file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _write(baseline: Baseline, path: Path, key: str) -> None:
    """Write the compiled form: words as JSON, numbers as arrays."""
    words = {
        "key": key,
        "description": asdict(baseline.description),
        "closures": asdict(baseline.closures),
        "groups": {name: list(members) for name, members in baseline.groups.items()},
        "regions": [asdict(label) for label in baseline.regions.labels],
        "sectors": [asdict(label) for label in baseline.sectors.labels],
        "repairs": [[r.block, list(r.cell), r.before, r.after, r.row] for r in baseline.report.repairs],
        "repair_share": baseline.report.share,
    }
    arrays: dict[str, np.ndarray] = {f"params.{f.name}": getattr(baseline.params, f.name) for f in fields(Params)}
    arrays |= {f"preconditioner.{f.name}": getattr(baseline.preconditioner, f.name) for f in fields(Preconditioner)}
    arrays |= {f"extras.{name}": array for name, array in baseline.extras.items()}
    arrays |= {f"thetas.{name}": array for name, array in baseline.thetas.items()}
    with written_whole(path) as file:
        np.savez_compressed(file, words=np.array(json.dumps(words)), **arrays)  # type: ignore[arg-type]


def _read(path: Path, key: str) -> Baseline | None:
    """Read the compiled form, or None when it was made from other files, by another version, or is not whole."""
    try:
        with path.open("rb") as file, np.load(file) as stored:
            words = json.loads(str(stored["words"]))
            if words["key"] != key:
                return None
            return _baseline(words, {name: stored[name] for name in stored.files})
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


def _baseline(words: dict[str, Any], arrays: dict[str, np.ndarray]) -> Baseline:
    def under(head: str) -> dict[str, np.ndarray]:
        return {name.removeprefix(f"{head}."): array for name, array in arrays.items() if name.startswith(f"{head}.")}

    repairs = tuple(
        Repair(block, tuple(cell), before, after, row) for block, cell, before, after, row in words["repairs"]
    )
    return Baseline(
        regions=Axis("region", tuple(Label(**label) for label in words["regions"])),
        sectors=Axis("sector", tuple(Label(**label) for label in words["sectors"])),
        params=Params(**under("params")),
        description=Description(**words["description"]),
        closures=Closures(**words["closures"]),
        groups={name: tuple(members) for name, members in words["groups"].items()},
        report=RepairReport(repairs, words["repair_share"]),
        extras=under("extras"),
        thetas=under("thetas"),
        stored=Preconditioner(**under("preconditioner")),
    )

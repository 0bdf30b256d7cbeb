"""Lock files: what a result depends on, with hashes, so that anyone can tell whether they get the same one."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import hinterland
from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.economy.params import Closures
from hinterland.economy.settings import Settings
from hinterland.errors import InputError, Problem
from hinterland.project import load, name_of
from hinterland.result import Result
from hinterland.results.record import hash_of_panel, record
from hinterland.run import run
from hinterland.scenario.plain import from_plain, to_plain

FORMAT = 1
_REMEDY = "write one with `hinterland lock ECONOMY SCENARIO --out FILE`"
_KEYS = ("versions", "economy", "scenario", "closures", "settings", "headline", "tables")


def lock(result: Result, settings: Settings = Settings()) -> dict[str, Any]:
    """Give what a result depends on, and the hash of each of its tables. `settings` are those it was solved with."""
    baseline = result.baseline
    income = result.panel("regions").values["real_income_pct"]
    return {
        "lock": FORMAT,
        "versions": versions(),
        "economy": {
            "name": name_of(baseline.folder) if baseline.folder else "",
            "title": baseline.description.title,
            "fingerprint": baseline.fingerprint,
        },
        "scenario": to_plain(result.scenario),
        "closures": asdict(result.closures),
        "settings": asdict(settings),
        "headline": dict(zip(baseline.regions.codes, income.tolist(), strict=True)),
        "tables": {name: hash_of_panel(panel) for name, panel in record(result).panels.items()},
    }


def write_lock(result: Result, path: str | Path, settings: Settings = Settings()) -> Path:
    """Write a lock file, whole or not at all; give the path."""
    path = Path(path)
    text = json.dumps(lock(result, settings), indent=2, ensure_ascii=False) + "\n"
    try:
        with written_whole(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None
    return path


def verify(path: str | Path) -> tuple[str, ...]:
    """Compute what a lock file states anew, and give a sentence for every difference; none where all is the same.

    Raises `InputError` where the file is no lock file, or its economy is not to be found.
    """
    said = _read(Path(path))
    name = said["economy"]["name"]
    closures = Closures(**said["closures"])
    baseline = load(name)
    if closures.deficit == "balanced" and baseline.fingerprint != said["economy"]["fingerprint"]:
        baseline = load(name, closures)  # a balanced world is another baseline
    scenario = from_plain(said["scenario"], {"region": baseline.regions.codes, "sector": baseline.sectors.codes})
    settings = Settings(**said["settings"])
    return tuple(differences(said, lock(run(baseline, scenario, closures, settings), settings)))


def differences(said: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """Say how two locks differ: versions, the economy, and the numbers, with how far they moved."""
    for library, before in said["versions"].items():
        now = found["versions"].get(library)
        if now != before:
            yield f"{library} was {before} and is {now}"
    if said["economy"]["fingerprint"] != found["economy"]["fingerprint"]:
        yield f"the economy {said['economy']['title']} has other numbers than when it was locked"
    changed = [name for name, digest in said["tables"].items() if found["tables"].get(name) != digest]
    if changed:
        moved = {
            region: abs(found["headline"].get(region, float("nan")) - was) for region, was in said["headline"].items()
        }
        region = max(moved, key=lambda code: moved[code])
        yield (
            f"{len(changed)} of {len(said['tables'])} tables differ ({', '.join(changed)}); "
            f"real income moves most in {region}, by {moved[region]:.2g} percentage points"
        )


def versions() -> dict[str, str]:
    """Give the versions of what computes a result."""
    libraries = {name: version(name) for name in ("numpy", "scipy")}
    return {"hinterland": hinterland.__version__, "python": platform.python_version(), **libraries}


def lock_is_missing(path: Path, why: str) -> Problem:
    """Refuse a path at which nothing can be read."""
    return Problem(why, str(path), "a lock file", _REMEDY, "lock_is_missing")


def lock_is_unreadable(path: Path, why: str) -> Problem:
    """Refuse a file that is no lock file, or not the whole of one."""
    return Problem(f"not a whole lock file ({why})", str(path), "a lock file", _REMEDY, "lock_is_unreadable")


def _read(path: Path) -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        missing = [key for key in _KEYS if key not in said]
    except OSError as error:
        raise InputError([lock_is_missing(path, error.strerror or "cannot be read")]) from None
    except (ValueError, TypeError) as error:
        raise InputError([lock_is_unreadable(path, str(error))]) from None
    if missing:
        raise InputError([lock_is_unreadable(path, f"no {', '.join(missing)}")])
    return said

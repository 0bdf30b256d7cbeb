"""What a study keeps between two runs: each piece with the hash of everything that it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import numpy as np

from hinterland.atomic import written_whole
from hinterland.panel import Panel
from hinterland.results.record import from_arrays, outline

_PROGRAM = (".py", ".toml", ".csv", ".sql", ".html", ".css")  # files of the package that decide what comes out
_LIBRARIES = ("numpy", "scipy", "pydantic", "duckdb", "altair", "vl-convert-python", "jinja2")


def recall(path: Path, key: str) -> Any | None:
    """Give what was kept at a path under this key, or None where it is not there, not whole, or of another key."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept["made"] if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(path: Path, key: str, made: Any) -> None:
    """Keep something at a path under a key, whole or not at all. Numbers come back with all their bits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as file:
        file.write(json.dumps({"key": key, "made": made}, ensure_ascii=False, indent=1).encode())


def remember_tables(path: Path, tables: Mapping[str, Panel]) -> None:
    """Keep tables in one file, whole or not at all."""
    words = json.dumps({name: outline(panel) for name, panel in tables.items()}, ensure_ascii=False)
    arrays = {f"{name}/{column}": array for name, panel in tables.items() for column, array in panel.values.items()}
    arrays |= {f"{name}/": panel.keep for name, panel in tables.items() if panel.keep is not None}
    with written_whole(path) as file:
        np.savez_compressed(file, words=np.array(words), **arrays)  # type: ignore[arg-type]


def recall_tables(path: Path) -> dict[str, Panel]:
    """Give the tables of a file that `remember_tables` wrote, with all their bits."""
    with path.open("rb") as file, np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    return {
        name: from_arrays(name, said, {one: arrays[f"{name}/{one}"] for one in said["columns"]}, arrays.get(f"{name}/"))
        for name, said in json.loads(str(arrays["words"])).items()
    }


def key_of(words: Iterable[str], files: Iterable[Path] = ()) -> str:
    """Hash the program, words, and files with their names."""
    digest = hashlib.sha256(_program().encode())
    for word in words:
        digest.update(f"{len(word)}:{word}".encode())
    for file in files:
        digest.update(f"{file.name}:{hash_of(file)}".encode())
    return digest.hexdigest()


def hash_of(file: Path) -> str:
    """Hash a file's bytes; a file that is not there has a hash of its own."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "absent"


@cache
def _program() -> str:
    """Hash the package itself, its data and the libraries that compute: a new version makes everything anew."""
    package = Path(str(resources.files("hinterland")))
    digest = hashlib.sha256()
    for file in sorted(file for file in package.rglob("*") if file.suffix in _PROGRAM):
        digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    digest.update("".join(map(_version, _LIBRARIES)).encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    """Give the version of a library; those of an extra may be absent."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "absent"

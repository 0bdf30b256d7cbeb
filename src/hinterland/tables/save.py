"""Write an economy folder: the description as TOML, the tables as Parquet or CSV. It appears whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from hinterland.errors import InputError, Problem
from hinterland.tables.schema import EconomyFile

if TYPE_CHECKING:
    import pandas as pd


def save(
    folder: Path,
    described: EconomyFile,
    frames: Mapping[str, pd.DataFrame],
    form: Literal["parquet", "csv"] = "parquet",
    overwrite: bool = False,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write `economy.toml`, each table, and further texts by file name.

    A folder with files in it is replaced only with `overwrite`; otherwise `InputError` is raised.
    """
    check_folder(folder, overwrite)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh = Path(scratch) / folder.name
        fresh.mkdir()
        written = {"economy.toml": "\n".join(_lines(described)) + "\n", **(texts or {})}
        for name, text in written.items():
            (fresh / name).write_text(text, encoding="utf-8")
        for name, frame in frames.items():
            if form == "parquet":
                frame.to_parquet(fresh / f"{name}.parquet", compression="zstd", index=False)
            else:
                frame.to_csv(fresh / f"{name}.csv", index=False)
        if folder.exists():
            shutil.move(folder, Path(scratch) / "replaced")
        shutil.move(fresh, folder)


def check_folder(folder: Path, overwrite: bool = False) -> None:
    """Raise `InputError` where `save` would refuse to write: asked before long work, not after it."""
    if not overwrite and folder.exists() and any(folder.iterdir()):
        raise InputError([folder_is_in_the_way(folder)])


def folder_is_in_the_way(folder: Path) -> Problem:
    """Refuse to write over what is there."""
    return Problem(
        "a folder with files in it",
        str(folder),
        "a new or an empty folder",
        "name another one, or replace it (--overwrite)",
        "folder_is_in_the_way",
    )


def _lines(described: EconomyFile) -> Iterator[str]:
    """Write plain keys first, then tables, then lists of tables, as TOML wants them; empty values are left out."""
    values = described.model_dump()
    for key, value in values.items():
        if not isinstance(value, dict | list) and value != "":
            yield f"{key} = {_text(value)}"
    for key in ("closures", "groups"):
        if values[key]:
            yield from ("", f"[{key}]", *(f"{_key(name)} = {_text(value)}" for name, value in values[key].items()))
    for key in ("region", "sector"):
        for row in values[key]:
            yield from ("", f"[[{key}]]", *(f"{name} = {_text(value)}" for name, value in row.items() if value != ""))


def _key(name: str) -> str:
    """Write a key bare where TOML allows it."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(value: Any) -> str:
    """Write strings, numbers and lists of strings: what JSON and TOML spell alike."""
    return json.dumps(value, ensure_ascii=False)

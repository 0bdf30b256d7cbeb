"""Write an economy folder: the description as TOML, the tables as Parquet or CSV. It appears whole or not at all."""

from __future__ import annotations

import json
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
) -> None:
    """Write `economy.toml` and each table; a folder that exists is replaced only with `overwrite`."""
    if folder.exists() and not overwrite:
        raise InputError([folder_is_in_the_way(folder)])
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix="."))
    try:
        (fresh / "economy.toml").write_text("\n".join(_lines(described)) + "\n", encoding="utf-8")
        for name, frame in frames.items():
            if form == "parquet":
                frame.to_parquet(fresh / f"{name}.parquet", compression="zstd", index=False)
            else:
                frame.to_csv(fresh / f"{name}.csv", index=False)
        fresh.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.replace(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def folder_is_in_the_way(folder: Path) -> Problem:
    """Refuse to write over what is there."""
    return Problem(
        "exists already",
        str(folder),
        "a folder to make",
        "name another one, or add --overwrite",
        "folder_is_in_the_way",
    )


def _lines(described: EconomyFile) -> Iterator[str]:
    """Write plain keys first, then tables, then lists of tables, as TOML wants them."""
    values = described.model_dump()
    for key, value in values.items():
        if not isinstance(value, dict | list):
            yield f"{key} = {_text(value)}"
    for key in ("closures", "groups"):
        yield from ("", f"[{key}]", *(f"{name} = {_text(value)}" for name, value in values[key].items()))
    for key in ("region", "sector"):
        for row in values[key]:
            yield from ("", f"[[{key}]]", *(f"{name} = {_text(value)}" for name, value in row.items()))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)  # strings, numbers and lists of strings are the same in TOML

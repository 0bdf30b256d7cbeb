"""A record as a folder of Parquet tables, with a manifest that holds the words and the hash of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import lazy_loader

from hinterland.results.record import Record, from_rows

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")

MANIFEST = "manifest.json"


def to_files(record: Record) -> dict[str, bytes]:
    """Write a record, a file a table."""
    files = {}
    for name, panel in record.panels.items():
        file = BytesIO()
        panel.table().to_parquet(file, compression="zstd", index=False)
        files[f"{name}.parquet"] = file.getvalue()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = json.dumps({**record.words, "files": hashes}, indent=1, ensure_ascii=False)
    return {MANIFEST: manifest.encode(), **files}


def from_files(files: Mapping[str, bytes]) -> Record:
    """Read a record; raise `ValueError` where a file is not what the manifest says."""
    words = json.loads(files[MANIFEST])
    for name, expected in words.pop("files").items():
        if hashlib.sha256(files[name]).hexdigest() != expected:
            raise ValueError(f"{name} is not the file that {MANIFEST} names")
    panels = {}
    for name, outline in words["tables"].items():
        table = pd.read_parquet(BytesIO(files[f"{name}.parquet"]))
        panels[name] = from_rows(name, outline, {column: table[column].to_numpy() for column in table})
    return Record(words, panels)

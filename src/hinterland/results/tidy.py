"""A record as one tidy CSV table: a row a number, with its table, quantity, unit and labels; the words stand first."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from hinterland.panel import Panel
from hinterland.results.record import Record, from_rows

_ABOUT = "about"
_FIRST = ("table", "quantity", "unit")


def to_bytes(record: Record) -> bytes:
    """Write a record."""
    axes = tuple(dict.fromkeys(axis for panel in record.panels.values() for axis in panel.axes))
    schema = pa.schema(
        [(name, pa.string()) for name in (*_FIRST, *axes)] + [("value", pa.float64()), ("text", pa.string())]
    )
    about = {
        "table": [_ABOUT] * len(record.words),
        "quantity": list(record.words),
        "text": [json.dumps(value, ensure_ascii=False) for value in record.words.values()],
    }
    parts = [_filled(about, schema)]
    parts += [_filled(_rows(panel, name), schema) for panel in record.panels.values() for name in panel.values]
    file = BytesIO()
    csv.write_csv(pa.concat_tables(parts), file)
    return file.getvalue()


def from_bytes(content: bytes) -> Record:
    """Read a record."""
    with_text = csv.ConvertOptions(
        column_types=dict.fromkeys(_column_names(content), pa.string()) | {"value": pa.float64()},
        strings_can_be_null=False,
    )
    table = csv.read_csv(
        BytesIO(content), read_options=csv.ReadOptions(block_size=len(content) + 1), convert_options=with_text
    )
    about = table.filter(pc.equal(table["table"], _ABOUT)).to_pylist()
    words = {row["quantity"]: json.loads(row["text"]) for row in about}
    panels = {}
    for name, outline in words["tables"].items():
        rows = table.filter(pc.equal(table["table"], name))
        panels[name] = from_rows(name, outline, _columns(rows, outline))
    return Record(words, panels)


def _rows(panel: Panel, name: str) -> dict[str, Any]:
    """Give one quantity of a table, a row a cell."""
    columns = panel.columns()
    count = len(columns[name])
    head = {"table": [panel.name] * count, "quantity": [name] * count, "unit": [panel.units.get(name, "")] * count}
    return head | {axis: columns[axis] for axis in panel.axes} | {"value": columns[name]}


def _filled(columns: dict[str, Any], schema: pa.Schema) -> pa.Table:
    count = len(columns["table"])
    arrays = [
        pa.array(columns[field.name], field.type, from_pandas=False)
        if field.name in columns
        else pa.nulls(count, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _columns(rows: pa.Table, outline: dict[str, Any]) -> dict[str, np.ndarray]:
    """Turn the rows of one table back into columns; each quantity has its rows in the same order."""
    found = {}
    for name in outline["columns"]:
        mine = rows.filter(pc.equal(rows["quantity"], name))
        found[name] = mine["value"].to_numpy(zero_copy_only=False)
    labels = {axis: np.array(mine[axis].to_pylist(), dtype=object) for axis in outline["axes"]}
    return labels | found


def _column_names(content: bytes) -> list[str]:
    return [name.strip('"') for name in content.split(b"\n", 1)[0].decode().strip().split(",")]

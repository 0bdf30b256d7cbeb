"""A record as an XLSX workbook: a sheet to read first, a sheet a table, and the words for opening it again."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np

from hinterland.outcomes.described import tables
from hinterland.panel import Panel
from hinterland.results.record import Record, from_rows

_READ_ME = "Read me"
_WORDS = "words"
_LONGEST = 30_000  # characters of a cell; Excel ends at 32,767


def to_bytes(record: Record) -> bytes:
    """Write a record."""
    from xlsxwriter import Workbook  # noqa: PLC0415 (an extra)

    sheets = {_READ_ME: _read_me(record)}
    sheets |= {name: _rows(panel) for name, panel in record.panels.items()}
    sheets[_WORDS] = _pieces(json.dumps(record.words, ensure_ascii=False))
    file = BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        for name, rows in sheets.items():
            _write(book.add_worksheet(name), rows)
    return file.getvalue()


def from_bytes(content: bytes) -> Record:
    """Read a record."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 (an extra)

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    words = json.loads("".join(str(row[0]) for row in book.get_sheet_by_name(_WORDS).to_python()))
    panels = {}
    for name, outline in words["tables"].items():
        header, *rows = book.get_sheet_by_name(name).to_python()
        columns = {key: [row[at] for row in rows] for at, key in enumerate(header)}
        labels = {axis: np.array(columns[axis], dtype=object) for axis in outline["axes"]}
        numbers = {column: np.array([_number(value) for value in columns[column]]) for column in outline["columns"]}
        panels[name] = from_rows(name, outline, labels | numbers)
    return Record(words, panels)


def _read_me(record: Record) -> Iterator[list[Any]]:
    words, economy = record.words, record.words["economy"]
    yield [words["scenario"]["title"]]
    yield [record.status.sentence]
    yield []
    yield ["Economy", f"{economy['title']}, {economy['year']}"]
    yield ["Money", f"{economy['currency']}; world factor income is the numeraire"]
    yield ["Source", economy["source"]]
    yield ["Licence", economy["licence"]]
    yield ["Fingerprint", words["fingerprint"]]
    yield ["hinterland", words["hinterland"]]
    yield []
    yield ["Sheet", "Column", "What it is", "Unit", "Formula"]
    for name, panel in record.panels.items():
        described = tables().get(name, {})
        yield [name, "", described.get("title", ""), "", described.get("source", panel.source)]
        for column in panel.values:
            row = described.get("columns", {}).get(column, {})
            yield ["", column, panel.names.get(column, ""), panel.units.get(column, ""), row.get("formula", "")]
    yield []
    yield ["Assumption", "", "What is assumed", "", "Source"]
    for assumption in record.assumptions():
        yield [assumption.topic, "", assumption.said, "", assumption.source]


def _rows(panel: Panel) -> Iterator[list[Any]]:
    columns = panel.columns()
    yield list(columns)
    for row in zip(*(column.tolist() for column in columns.values()), strict=True):
        yield list(row)


def _pieces(text: str) -> Iterator[list[Any]]:
    for start in range(0, len(text), _LONGEST):
        yield [text[start : start + _LONGEST]]


def _write(sheet: Any, rows: Iterator[list[Any]]) -> None:
    """Write rows: what is not a number is empty, the infinite is a word, and text is never taken for a formula."""
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, column, value)
            elif math.isfinite(value):
                sheet.write_number(at, column, _Exact(value))
            elif not math.isnan(value):
                sheet.write_string(at, column, str(value))


class _Exact(float):
    """Print all 17 digits of a number, which give the same bits again; XlsxWriter asks for 16."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def _number(value: Any) -> float:
    return np.nan if value == "" else float(value)

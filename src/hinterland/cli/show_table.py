"""How the command line prints a table: rich on a terminal, one JSON record a line with --json."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click
import numpy as np
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.cli.language import spoken
from hinterland.cli.names import Names
from hinterland.errors import InputError

_LONG = 2_000  # rows that rich fits to a terminal in a second; fifty thousand took it more than a minute


def print_table(
    title: str, columns: Mapping[str, Any], as_json: bool = False, digits: int = 3, names: Names | None = None
) -> None:
    """Print columns of equal length to stdout: as a table in the language that is spoken, or as records with codes."""
    if as_json:
        for record in _records(columns):
            click.echo(json.dumps(record, ensure_ascii=False))
        return
    names = names or Names(spoken())
    heads = [names.head(name) for name in columns]
    right = [_is_number(column) for column in columns.values()]
    rows = [[_text(names, name, value, digits) for name, value in row.items()] for row in _records(columns)]
    console = Console(markup=False)  # brackets in a name are its own
    if not console.is_terminal or len(rows) > _LONG:  # a pipe has no width: cut nothing there
        for line in (title, *_lines([heads, *rows], right)):
            click.echo(line)
        return
    table = Table(header_style="bold", box=None)
    for head, is_right in zip(heads, right, strict=True):
        table.add_column(head, justify="right" if is_right else "left")
    for row in rows:
        table.add_row(*row)
    console.print(Text(title, style="table.title"))  # not of the table, which would break it at its own width
    console.print(table)


def write_table(columns: Mapping[str, Any], path: Path) -> None:
    """Write columns of equal length as CSV, with codes and every digit, whole or not at all."""
    try:
        with written_whole(path) as file, TextIOWrapper(file, encoding="utf-8", newline="") as text:
            writer = csv.writer(text)
            writer.writerow(columns)
            writer.writerows(record.values() for record in _records(columns))
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None


def _records(columns: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for row in zip(*columns.values(), strict=True):
        yield {name: _plain(value) for name, value in zip(columns, row, strict=True)}


def _plain(value: Any) -> Any:
    """Turn numpy's scalars into Python's; what is not a number becomes null."""
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _lines(rows: list[list[str]], right: list[bool]) -> Iterator[str]:
    """Align cells by the columns that they take on a terminal, two for a Chinese sign."""
    wide = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, wide, right, strict=True)
        blanks = ((cell, " " * (width - cell_len(cell)), is_right) for cell, width, is_right in cells)
        yield "".join(f" {blank}{cell} " if is_right else f" {cell}{blank} " for cell, blank, is_right in blanks)


def _is_number(column: Any) -> bool:
    return len(column) > 0 and isinstance(_plain(column[0]), int | float | None)


def _text(names: Names, name: str, value: Any, digits: int) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return names.cell(name, value)
    if not isinstance(value, float):
        return str(value)
    if name.endswith("_pct") or abs(value) >= 10**-digits or value == 0:
        return f"{round(value, digits) + 0.0:,.{digits}f}"  # adding zero turns -0.000 into 0.000
    return f"{value:.1e}"

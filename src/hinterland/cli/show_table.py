"""How the command line prints a table: rich on a terminal, one JSON record a line with --json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click
import numpy as np
from rich.console import Console
from rich.table import Table

_WIDEST = 10_000


def print_table(title: str, columns: Mapping[str, Any], as_json: bool = False, digits: int = 3) -> None:
    """Print columns of equal length to stdout."""
    if as_json:
        for record in _records(columns):
            click.echo(json.dumps(record, ensure_ascii=False))
        return
    console = Console(markup=False)  # brackets in a name are its own
    if not console.is_terminal:
        console = Console(markup=False, width=_WIDEST)  # a pipe has no width: cut nothing there
    table = Table(title=title, title_justify="left", header_style="bold", box=None)
    for name, column in columns.items():
        # Headers may break between their words; figures and codes never do.
        header = name.removesuffix("_pct").replace("_", " ") + (" %" if name.endswith("_pct") else "")
        table.add_column(header, justify="right" if _is_number(column) else "left")
    for record in _records(columns):
        table.add_row(*(_text(name, value, digits) for name, value in record.items()))
    console.print(table)


def _records(columns: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for row in zip(*columns.values(), strict=True):
        yield {name: _plain(value) for name, value in zip(columns, row, strict=True)}


def _plain(value: Any) -> Any:
    """Turn numpy's scalars into Python's; what is not a number becomes null."""
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _is_number(column: Any) -> bool:
    return len(column) > 0 and isinstance(_plain(column[0]), int | float | None)


def _text(name: str, value: Any, digits: int) -> str:
    if value is None:
        return "–"
    if not isinstance(value, float):
        return str(value)
    if name.endswith("_pct") or abs(value) >= 10**-digits or value == 0:
        return f"{round(value, digits) + 0.0:,.{digits}f}"  # adding zero turns -0.000 into 0.000
    return f"{value:.1e}"

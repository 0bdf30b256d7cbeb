"""Read one table of an economy's folder, CSV or Parquet, into positions on the economy's axes and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import lazy_loader
import numpy as np

from hinterland.errors import Problem, Problems
from hinterland.labels import Axis
from hinterland.tables import file_faults as faults

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")


@dataclass(frozen=True)
class Columns:
    """Say what a table's columns are: labels that place a row, and numbers with what stands where one is left out."""

    labels: tuple[str, ...]
    numbers: dict[str, float | None]  # None: the column must be there
    required: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """List all columns, labels first."""
        return (*self.labels, *self.numbers)


Table = dict[str, np.ndarray]  # column → positions or numbers, and "line" → where each row stands in its file

_REGION_COLUMNS = {"importer", "exporter", "region"}
_WORDS = {"true": 1.0, "yes": 1.0, "false": 0.0, "no": 0.0}


def read_table(path: Path, columns: Columns, regions: Axis, sectors: Axis, problems: Problems) -> Table | None:
    """Read a table; None where it is too broken to use. Every fault is added to `problems`."""
    frame = _frame(path, columns, problems)
    if frame is None:
        return None
    out: Table = {"line": frame.index.to_numpy()}
    for column in columns.labels:
        if column == "set":
            out[column] = frame[column].to_numpy(dtype=object)
            continue
        axis = regions if column in _REGION_COLUMNS else sectors
        codes = pd.Index(dict.fromkeys(axis.codes))  # a code that stands twice is a fault told elsewhere
        out[column] = codes.get_indexer(frame[column])
        problems.extend(faults.codes_are_unknown(frame[column], out[column], axis, path.name))
    for column, default in columns.numbers.items():
        out[column] = _numbers(frame, column, default, path.name, problems)
    problems.extend(faults.rows_are_repeated(out, columns.labels, path.name))
    return out


def _frame(path: Path, columns: Columns, problems: Problems) -> pd.DataFrame | None:
    """Read a file's cells; the index holds the line of each row in CSV, its number in Parquet, counted from one."""
    try:
        frame = _parquet(path) if path.suffix == ".parquet" else _csv(path, columns.labels)
    except (ValueError, OSError) as error:
        problems.extend(faults.tables_cannot_be_read(path, error))
        return None
    needed = (*columns.labels, *(name for name, default in columns.numbers.items() if default is None))
    found = [str(name) for name in frame.columns]
    fatal: list[Problem] = list(faults.cells_are_not_parted_by_commas(found, path.name)) or [
        *faults.rows_are_longer_than_the_header(frame, path.name),
        *faults.columns_are_missing(found, needed, columns.names, path.name),
    ]
    if fatal:
        problems.extend(fatal)
        return None
    problems.extend(faults.columns_are_unknown(found, columns.names, path.name))
    frame.index = pd.RangeIndex(len(frame)) + (1 if path.suffix == ".parquet" else 2)
    for label in columns.labels:
        frame[label] = frame[label].astype(object).where(frame[label].notna(), "").astype(str)
    empty = (frame.isna() | (frame == "")).all(axis=1)  # an empty line is no row
    return frame[~empty]


def _csv(path: Path, labels: tuple[str, ...]) -> pd.DataFrame:
    # Codes stay text ("NA" is Namibia, "01" is not 1), and empty lines stay so that lines can be counted.
    text = dict.fromkeys(labels, str)
    return pd.read_csv(
        path, dtype=text, keep_default_na=False, skip_blank_lines=False, low_memory=False, encoding="utf-8-sig"
    )


def _parquet(path: Path) -> pd.DataFrame:
    """Read Parquet; codes that were stored as an index become columns again."""
    frame = pd.read_parquet(path)
    return frame.reset_index(drop=all(name is None for name in frame.index.names))


def _numbers(frame: pd.DataFrame, column: str, default: float | None, file: str, problems: Problems) -> np.ndarray:
    """Turn a column into floats, empty cells into the default where there is one."""
    if column not in frame.columns:
        return np.full(len(frame), default)
    cells = frame[column]
    if cells.dtype == object or pd.api.types.is_string_dtype(cells):
        cells = cells.map(lambda cell: _WORDS.get(cell.strip().lower(), cell) if isinstance(cell, str) else cell)
        blank = (cells.isna() | cells.astype(str).str.strip().eq("")).to_numpy()
    else:
        blank = cells.isna().to_numpy()
    numbers = pd.to_numeric(cells.where(~blank, np.nan), errors="coerce").to_numpy(dtype=float)
    allowed = blank if default is not None else np.zeros_like(blank)
    problems.extend(faults.cells_are_not_numbers(frame[column], ~np.isfinite(numbers) & ~allowed, file))
    return np.where(blank, np.nan if default is None else default, numbers)

"""Read an economy from a folder: `economy.toml` and its tables, each as CSV or Parquet. See `docs/economy-folder.md`.

Every fault of every file is found before one error is raised.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import lazy_loader
import numpy as np
from pydantic import ValidationError

from hinterland.errors import Problems
from hinterland.labels import Axis, Label, suggestion
from hinterland.tables import faults
from hinterland.tables.raw import RawTables
from hinterland.tables.schema import EconomyFile

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


TABLES: dict[str, Columns] = {
    "trade": Columns(("importer", "exporter", "sector"), {"value": None, "tariff": 0.0, "export_tax": 0.0}),
    "inputs": Columns(("region", "input", "user"), {"value": np.nan, "share": np.nan}),
    "sectors": Columns(("sector",), {"theta": None, "traded": 1.0}),
    "final": Columns(("region", "sector"), {"value": None}, required=False),
    "production": Columns(
        ("region", "sector"),
        {"gross_output": np.nan, "value_added": np.nan, "production_tax": 0.0},
        required=False,
    ),
    "elasticities": Columns(("set", "sector"), {"theta": None}, required=False),
    "emissions": Columns(("region", "sector"), {"co2_kt": None}, required=False),
    "employment": Columns(("region", "sector"), {"persons": None}, required=False),
}

_REGION_COLUMNS = {"importer", "exporter", "region"}


def read_folder(folder: Path) -> tuple[EconomyFile, RawTables]:
    """Read and check a folder; raise `InputError` with every fault found in any of its files."""
    problems = Problems()
    described = _describe(folder, problems)
    if described is None:
        problems.raise_if_any()
        raise AssertionError("a folder without a description has a problem")
    regions = Axis("region", tuple(Label(row.code, row.en, row.zh) for row in described.region))
    sectors = Axis("sector", tuple(Label(row.code, row.en, row.zh) for row in described.sector))
    problems.extend(faults.labels_are_repeated(regions, sectors))
    problems.extend(faults.groups_name_unknown_regions(described.groups, regions))
    found = {name: _table(folder, name, columns, regions, sectors, problems) for name, columns in TABLES.items()}
    problems.raise_if_any()
    raw = _assemble(found, regions, sectors)
    problems.extend(faults.of_tables(raw))
    problems.raise_if_any()
    return described, raw


def table_path(folder: Path, name: str) -> Path | None:
    """Find a table of the folder, Parquet before CSV, or None."""
    return next((path for end in ("parquet", "csv") if (path := folder / f"{name}.{end}").is_file()), None)


def _describe(folder: Path, problems: Problems) -> EconomyFile | None:
    path = folder / "economy.toml"
    where = f"{folder.name}/economy.toml"
    if not path.is_file():
        remedy = "write economy.toml there, or name the folder that holds it"
        problems.add("no such file", where=where, expected="a description of the economy", remedy=remedy)
        return None
    try:
        return EconomyFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.add(f"not TOML ({error})", where=where, expected="a TOML file in UTF-8", remedy="mend the line named")
    except ValidationError as error:
        problems.extend(faults.description_is_invalid(error, where))
    return None


def _table(
    folder: Path, name: str, columns: Columns, regions: Axis, sectors: Axis, problems: Problems
) -> dict[str, np.ndarray] | None:
    """Read one table into positions and numbers; None when it is absent or too broken to use."""
    path = table_path(folder, name)
    if path is None:
        if columns.required:
            remedy = f"add it with the columns {', '.join((*columns.labels, *columns.numbers))}"
            problems.add("no such table", where=f"{name}.csv", expected="a required table", remedy=remedy)
        return None
    frame = _frame(path, columns, problems)
    if frame is None:
        return None
    known = {"region": regions, "sector": sectors}
    out: dict[str, np.ndarray] = {}
    for column in columns.labels:
        if column == "set":
            out[column] = frame[column].to_numpy(dtype=object)
            continue
        axis = known["region" if column in _REGION_COLUMNS else "sector"]
        out[column] = _positions(frame[column], axis, path.name, problems)
    for column, default in columns.numbers.items():
        out[column] = _numbers(frame, column, default, path.name, problems)
    problems.extend(faults.rows_are_repeated(out, columns.labels, path.name))
    return out


def _frame(path: Path, columns: Columns, problems: Problems) -> pd.DataFrame | None:
    try:
        if path.suffix == ".parquet":
            frame = pd.read_parquet(path)
        else:
            frame = pd.read_csv(path, dtype=dict.fromkeys(columns.labels, str), keep_default_na=False)
    except (ValueError, OSError) as error:
        first = str(error).splitlines()[0]
        problems.add(f"cannot be read ({first})", where=path.name, expected="a table", remedy="write it anew")
        return None
    needed = (*columns.labels, *(name for name, default in columns.numbers.items() if default is None))
    missing = [name for name in needed if name not in frame.columns]
    if missing:
        expected = ", ".join((*columns.labels, *columns.numbers))
        problems.add(
            f"no column {', '.join(map(repr, missing))}", where=path.name, expected=expected, remedy="add or rename it"
        )
        return None
    unknown = [str(name) for name in frame.columns if name not in columns.labels and name not in columns.numbers]
    problems.extend(faults.columns_are_unknown(unknown, (*columns.labels, *columns.numbers), path.name))
    return frame


def _positions(column: pd.Series, axis: Axis, file: str, problems: Problems) -> np.ndarray:
    """Turn codes into positions on an axis; unknown codes are faults, told once each with their first line."""
    codes = column.astype(str)
    at = pd.Index(axis.codes).get_indexer(codes)
    lost = codes[at < 0]
    for code in lost.drop_duplicates():
        line = int(lost.index[lost == code][0]) + 2
        problems.add(
            f"unknown {column.name} {code!r}{suggestion(code, axis.codes)}",
            where=f"{file}:{line}",
            expected=f"a code of [[{axis.name}]] in economy.toml",
            remedy="correct it, or add it to economy.toml",
            code="codes_are_unknown",
        )
    return at


def _numbers(frame: pd.DataFrame, column: str, default: float | None, file: str, problems: Problems) -> np.ndarray:
    """Turn a column into floats; what is not a number is a fault, told once with its first line."""
    if column not in frame.columns:
        return np.full(len(frame), default)
    words = {"true": 1.0, "yes": 1.0, "false": 0.0, "no": 0.0}
    text = frame[column].map(lambda value: words.get(value.lower(), value) if isinstance(value, str) else value)
    blank = (text == "") | text.isna()
    numbers = pd.to_numeric(text.where(~blank, np.nan), errors="coerce").to_numpy(dtype=float)
    bad = ~np.isfinite(numbers) & ~(blank.to_numpy() & (default is not None))
    if bad.any():
        row = int(np.flatnonzero(bad)[0])
        problems.add(
            f"{column} {frame[column].iloc[row]!r}" + (f" and {bad.sum() - 1} more like it" if bad.sum() > 1 else ""),
            where=f"{file}:{row + 2}",
            expected="a number",
            remedy="write a number, or remove the row",
            code="cells_are_not_numbers",
        )
    return np.where(blank, default if default is not None else np.nan, numbers)


def _assemble(found: dict[str, dict[str, np.ndarray] | None], regions: Axis, sectors: Axis) -> RawTables:
    N, J = len(regions), len(sectors)
    trade, inputs, rows = found["trade"], found["inputs"], found["sectors"]
    assert trade is not None and inputs is not None and rows is not None  # required tables: their absence was raised
    cell = (trade["importer"], trade["exporter"], trade["sector"])
    use = (inputs["region"], inputs["input"], inputs["user"])
    shares = bool(np.isnan(inputs["value"]).all() and len(inputs["value"]))
    production = found["production"]

    def place(shape: tuple[int, ...], at: tuple[np.ndarray, ...], values: np.ndarray, empty: float) -> np.ndarray:
        out = np.full(shape, empty)
        out[at] = values
        return out

    def by_sector(table: str, column: str, empty: float) -> np.ndarray | None:
        rows = found[table]
        return None if rows is None else place((N, J), (rows["region"], rows["sector"]), rows[column], empty)

    sets = found["elasticities"]
    return RawTables(
        regions=regions,
        sectors=sectors,
        trade=place((N, N, J), cell, trade["value"], 0.0),
        tariff=place((N, N, J), cell, trade["tariff"], 0.0),
        export_tax=place((N, N, J), cell, trade["export_tax"], 0.0),
        inputs=place((N, J, J), use, inputs["share"] if shares else inputs["value"], 0.0),
        shares=shares,
        theta=place((J,), (rows["sector"],), rows["theta"], np.nan),
        traded=place((J,), (rows["sector"],), rows["traded"], 1.0) != 0,
        final=by_sector("final", "value", 0.0),
        gross_output=_or_none(by_sector("production", "gross_output", np.nan)),
        value_added=_or_none(by_sector("production", "value_added", np.nan)),
        production_tax=None if production is None else by_sector("production", "production_tax", 0.0),
        extras={
            name: array
            for name, table, column in (("co2_kt", "emissions", "co2_kt"), ("persons", "employment", "persons"))
            if (array := by_sector(table, column, 0.0)) is not None
        },
        thetas={}
        if sets is None
        else {
            str(name): place((J,), (sets["sector"][sets["set"] == name],), sets["theta"][sets["set"] == name], np.nan)
            for name in dict.fromkeys(sets["set"])
        },
    )


def _or_none(array: np.ndarray | None) -> np.ndarray | None:
    """Drop a table that says nothing."""
    return None if array is None or np.isnan(array).all() else array

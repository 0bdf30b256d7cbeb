"""Read an economy from a folder: `economy.toml` and its tables, each as CSV or Parquet. See `docs/economy-folder.md`.

Every fault of every file is found before one error is raised.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from hinterland.errors import Problems
from hinterland.labels import Axis, Label
from hinterland.tables import faults, file_faults
from hinterland.tables.raw import RawTables
from hinterland.tables.schema import EconomyFile
from hinterland.tables.table_file import Columns, Table, read_table

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

Tables = dict[str, Table | None]


def read_folder(folder: Path) -> tuple[EconomyFile, RawTables]:
    """Read and check a folder; raise `InputError` with every fault found in any of its files."""
    problems = Problems()
    described = _describe(folder, problems)
    if described is None:
        problems.raise_if_any()
        raise AssertionError("a folder without a description has a problem")
    regions = Axis("region", tuple(Label(row.code, row.en, row.zh) for row in described.region))
    sectors = Axis("sector", tuple(Label(row.code, row.en, row.zh) for row in described.sector))
    problems.extend(file_faults.labels_are_repeated(regions, sectors))
    problems.extend(file_faults.groups_name_unknown_regions(described.groups, regions))
    problems.extend(file_faults.groups_are_named_like_regions(described.groups, regions))
    found = {name: _table(folder, name, regions, sectors, problems) for name in TABLES}
    problems.raise_if_any()
    raw = _assemble(found, regions, sectors)
    problems.extend(faults.of_tables(raw, _Places(folder, found)))
    problems.raise_if_any()
    return described, raw


def table_path(folder: Path, name: str) -> Path | None:
    """Find a table of the folder, or None."""
    return next(iter(_paths(folder, name)), None)


def _paths(folder: Path, name: str) -> list[Path]:
    return [path for end in ("csv", "parquet") if (path := folder / f"{name}.{end}").is_file()]


def _describe(folder: Path, problems: Problems) -> EconomyFile | None:
    missing = list(file_faults.description_is_missing(folder))
    problems.extend(missing)
    if missing:
        return None
    try:
        # Editors on Windows put a byte-order mark in front, and end lines in their own way.
        text = (folder / "economy.toml").read_text(encoding="utf-8-sig")
        parsed = tomllib.loads(text)
    except ValueError as error:
        problems.extend(file_faults.description_is_not_toml(error))
        return None
    try:
        return EconomyFile.model_validate(parsed)
    except ValidationError as error:
        problems.extend(file_faults.description_is_invalid(error, text))
        return None


def _table(folder: Path, name: str, regions: Axis, sectors: Axis, problems: Problems) -> Table | None:
    """Read one table; None when it is absent or too broken to use."""
    columns, paths = TABLES[name], _paths(folder, name)
    if not paths:
        if columns.required:
            problems.extend(file_faults.tables_are_missing(name, columns.names))
        return None
    problems.extend(file_faults.tables_stand_twice(paths))
    table = read_table(paths[0], columns, regions, sectors, problems)
    if table is not None and name == "inputs":
        problems.extend(file_faults.inputs_mix_values_and_shares(table, paths[0].name))
    return table


class _Places:
    """Name the file and line of a cell."""

    def __init__(self, folder: Path, tables: Tables) -> None:
        self.folder, self.tables = folder, tables

    def __call__(self, table: str, *cell: int) -> str:
        path, rows = table_path(self.folder, table), self.tables[table]
        if path is None or rows is None:
            return f"{table}.csv"
        at = np.ones(len(rows["line"]), dtype=bool)
        for column, position in zip(TABLES[table].labels, cell, strict=False):
            at &= rows[column] == position
        return f"{path.name}:{rows['line'][at][0]}" if cell and at.any() else path.name


def _assemble(found: Tables, regions: Axis, sectors: Axis) -> RawTables:
    N, J = len(regions), len(sectors)
    trade, inputs, rows = found["trade"], found["inputs"], found["sectors"]
    assert trade is not None and inputs is not None and rows is not None  # required tables: their absence was raised
    cell = (trade["importer"], trade["exporter"], trade["sector"])
    use = (inputs["region"], inputs["input"], inputs["user"])
    shares = bool(np.isnan(inputs["value"]).all() and len(inputs["value"]))  # all rows, or none: checked
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

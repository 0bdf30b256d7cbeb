"""Write a world as an economy folder: `economy.toml` and five CSV tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from hinterland.errors import InputError, Problem
from hinterland.labels import Axis
from hinterland.tables.raw import RawTables
from hinterland.tables.save import save
from hinterland.tables.schema import EconomyFile
from hinterland.tables.world import WorldTable, check, to_flows

THETA = 4.0  # trade elasticity where none is given: Simonovska & Waugh (2014) estimate 4.1 for manufactures
REPORT = "IMPORT.md"


def write_folder(
    world: WorldTable,
    folder: Path | str,
    *,
    title: str | None = None,
    theta: float | Mapping[str, float] = THETA,
    keep_negative: bool = False,
    overwrite: bool = False,
) -> RawTables:
    """Write `world` as an economy folder and give back what was written.

    No table of this kind has trade elasticities: `theta` is one for all sectors, or one by sector code. Unless
    `keep_negative`, flows below zero become zero, the importer's final demand being raised as much, and so does value
    added below zero: no economy is read from a folder that has such cells. The folder appears whole or not at all; one
    that exists is replaced only with `overwrite`. Raises `InputError` for a folder in the way and for sectors without
    a theta.
    """
    folder = Path(folder)
    thetas = _thetas(world.sectors, theta)
    flows = to_flows(world)
    flows = flows if keep_negative else _without_negatives(flows)
    described = _described(world, title or "World economy")
    save(folder, described, _tables(flows, thetas), "csv", overwrite, {REPORT: _report(world, keep_negative)})
    return flows


def _tables(flows: RawTables, thetas: list[float]) -> dict[str, pd.DataFrame]:
    """Lay the flows out as rows of CSV files; trade and inputs of zero have no row, domestic sales always do."""
    regions, sectors = flows.regions.codes, flows.sectors.codes
    trade = _long(("importer", "exporter", "sector"), (regions, regions, sectors), value=flows.trade)
    trade["tariff"], trade["export_tax"] = flows.tariff.ravel(), flows.export_tax.ravel()
    trade = trade[(trade["value"] != 0) | (trade["importer"] == trade["exporter"])]
    inputs = _long(("region", "input", "user"), (regions, sectors, sectors), value=flows.inputs)
    return {
        "trade": trade,
        "inputs": inputs[inputs["value"] != 0],
        "sectors": pd.DataFrame(
            {"sector": sectors, "theta": thetas, "traded": [_yes(cross) for cross in flows.traded]}
        ),
        "final": _long(("region", "sector"), (regions, sectors), value=flows.final),
        "production": _long(
            ("region", "sector"),
            (regions, sectors),
            gross_output=flows.gross_output,
            value_added=flows.value_added,
            production_tax=flows.production_tax,
        ),
    }


def _long(names: tuple[str, ...], codes: tuple[tuple[str, ...], ...], **values: np.ndarray | None) -> pd.DataFrame:
    """Turn arrays with the same axes into one row a cell, leaving out what there is not."""
    index = pd.MultiIndex.from_product(codes, names=names)
    return pd.DataFrame(
        {name: array.ravel() for name, array in values.items() if array is not None}, index=index
    ).reset_index()


def _yes(truth: bool) -> str:
    return "true" if truth else "false"


def _thetas(sectors: Axis, theta: float | Mapping[str, float]) -> list[float]:
    if not isinstance(theta, Mapping):
        return [float(theta)] * len(sectors)
    lacking = [code for code in sectors.codes if code not in theta]
    if lacking:
        found = f"no theta for {', '.join(lacking[:5])}" + (" …" if len(lacking) > 5 else "")
        expected = f"a theta for each of {len(sectors)} sectors"
        raise InputError([Problem(found, "theta", expected, "add them", "thetas_are_missing")])
    return [float(theta[code]) for code in sectors.codes]


def _without_negatives(flows: RawTables) -> RawTables:
    """Set flows and value added below zero to zero; final demand rises so that an importer still buys what it uses."""
    assert flows.final is not None and flows.value_added is not None  # a world table has both
    clipped = np.maximum(flows.trade, 0.0)
    raised = ((clipped - flows.trade) * (1 + flows.tariff)).sum(axis=1)
    return replace(flows, trade=clipped, final=flows.final + raised, value_added=np.maximum(flows.value_added, 0.0))


def _described(world: WorldTable, title: str) -> EconomyFile:
    regions, sectors = (
        [{"code": label.code, "en": label.en, "zh": label.zh} for label in axis.labels]
        for axis in (world.regions, world.sectors)
    )
    return EconomyFile.model_validate(
        {"title": title, "year": world.year, "currency": world.unit, "source": world.source, "licence": world.licence}
        | {"region": regions, "sector": sectors}
    )


def _report(world: WorldTable, keep_negative: bool) -> str:
    """Say in words where the folder came from, what was left out and what does not add up."""
    treatment = "kept" if keep_negative else "set to zero, final demand being raised as much"
    lines = [
        f"# {world.source}, {world.year}",
        "",
        f"Licence: {world.licence}. Unit: {world.unit}.",
        "",
        "Trade elasticities are not from this table: see `sectors.csv`.",
        f"Flows and value added below zero were {treatment}.",
        "",
        "## What was left out or assumed",
        "",
        *([f"- {note}" for note in world.notes] or ["Nothing."]),
        "",
        "## What does not add up",
        "",
        *([f"- {problem}" for problem in check(world)] or ["Nothing: every sum agrees."]),
    ]
    return "\n".join(lines) + "\n"

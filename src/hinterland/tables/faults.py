"""What can be wrong with an economy's tables as a whole: one function a fault, named after it.

Each takes the tables, and `where`, which names the place of a cell: file and line for a folder, the table's name for
tables that come from elsewhere. Each returns what it found. Faults of single files are in `file_faults`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

import numpy as np

from hinterland.errors import Problem
from hinterland.labels import Axis
from hinterland.tables.file_faults import and_more
from hinterland.tables.raw import RawTables

STIFF_THETA = 100.0  # beyond it a change of cost by one per cent moves a share by a factor e: the system turns stiff
SHARE_TOLERANCE = 1e-4  # published shares carry six or seven digits


class Where(Protocol):
    """Name the place of a table, or of one of its cells (positions in the order of its label columns)."""

    def __call__(self, table: str, *cell: int) -> str: ...


def table_alone(table: str, *cell: int) -> str:
    """Name the table: all that is known of tables that were not read from a folder."""
    return f"table {table!r}"


def of_tables(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Run every check that needs the tables as a whole; sums are looked at where the cells they add up are possible."""
    alone = (
        thetas_are_missing,
        thetas_make_the_system_stiff,
        trade_crosses_borders_that_it_may_not,
        home_trade_is_taxed,
    )
    sums = (
        shares_do_not_add_up,
        inputs_exceed_cost,
        regions_cannot_export,
        regions_have_no_income,
        regions_have_no_final_demand,
    )
    yield from chain.from_iterable(check(raw, where) for check in alone)
    impossible = [*cells_are_negative(raw, where), *taxes_take_everything(raw, where)]
    yield from impossible or chain.from_iterable(check(raw, where) for check in sums)


def thetas_are_missing(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find sectors without a positive trade elasticity."""
    for j in np.flatnonzero(~(raw.theta > 0)):
        sector = raw.sectors.codes[j]
        absent = np.isnan(raw.theta[j])
        found = f"no row for sector {sector!r}" if absent else f"theta {raw.theta[j]:g} for sector {sector!r}"
        remedy = "add a row with its trade elasticity" if absent else "write its trade elasticity, a positive number"
        yield Problem(found, where("sectors", int(j)), "a theta above 0 for every sector", remedy, "thetas_are_missing")


def thetas_make_the_system_stiff(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find trade elasticities so large that no solver can follow them."""
    for j in np.flatnonzero(raw.theta > STIFF_THETA):
        yield Problem(
            f"theta {raw.theta[j]:g} for sector {raw.sectors.codes[j]!r}",
            where("sectors", int(j)),
            f"at most {STIFF_THETA:g}",
            "cap it: above, a change of cost by 1 % would turn trade over",
            "thetas_make_the_system_stiff",
        )


def cells_are_negative(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find values below zero where none can be: trade, output, value added."""
    for name, table in (
        ("value", raw.trade),
        ("gross_output", raw.gross_output),
        ("value_added", raw.value_added),
    ):
        if table is not None and (table < 0).any():
            cell = _first(table < 0)
            found = f"{name} {table[cell]:g} at {_name(raw, cell)}" + and_more(int((table < 0).sum()))
            remedy = "correct the cell, or write 0"
            yield Problem(found, where(_table_of(name), *cell), "0 or more", remedy, "cells_are_negative")


def taxes_take_everything(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find ad valorem rates of −100 % and below, which leave no price."""
    for name, table in (
        ("tariff", raw.tariff),
        ("export_tax", raw.export_tax),
        ("production_tax", raw.production_tax),
    ):
        if table is not None and (table <= -1).any():
            cell = _first(table <= -1)
            found = f"{name} {table[cell]:g} at {_name(raw, cell)}" + and_more(int((table <= -1).sum()))
            expected, remedy = "a fraction above -1 (0.05 is 5 %)", "write the rate as a fraction"
            yield Problem(found, where(_table_of(name), *cell), expected, remedy, "taxes_take_everything")


def trade_crosses_borders_that_it_may_not(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find foreign trade in sectors that are marked as not traded."""
    abroad = _abroad(raw)
    for j in np.flatnonzero(~raw.traded & (abroad > 0).any(axis=(0, 1))):
        n, i = _first(abroad[:, :, j] > 0)
        found = f"{raw.regions.codes[n]!r} buys {raw.sectors.codes[j]!r} from {raw.regions.codes[i]!r}" + and_more(
            int((abroad[:, :, j] > 0).sum())
        )
        yield Problem(
            found,
            where("trade", n, i, int(j)),
            "none: the sector's traded is false",
            "mark the sector as traded, or remove the rows",
            "trade_crosses_borders_that_it_may_not",
        )


def shares_do_not_add_up(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find input shares whose column sums to neither one nor nothing."""
    if not raw.shares:
        return
    total = raw.inputs.sum(axis=1)
    off = (np.abs(total - 1) > SHARE_TOLERANCE) & (total != 0)
    if off.any():
        n, j = _first(off)
        yield Problem(
            f"input shares of {_name(raw, (n, j))} sum to {total[n, j]:.6g}" + and_more(int(off.sum())),
            where("inputs", n, int(np.flatnonzero(raw.inputs[n, :, j])[0]), j),
            "1, or no rows at all",
            "correct the shares: they are shares of all inputs, value added apart",
            "shares_do_not_add_up",
        )


def inputs_exceed_cost(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find sectors that pay more for inputs than they sell, with nothing left for value added."""
    if raw.shares or raw.value_added is not None:
        return
    received = (raw.trade / (1 + raw.export_tax)).sum(axis=0)
    sold = received if raw.gross_output is None else np.where(np.isnan(raw.gross_output), received, raw.gross_output)
    cost = sold / (1 + (0 if raw.production_tax is None else raw.production_tax))
    spent = raw.inputs.sum(axis=1)
    off = (spent > cost * (1 + SHARE_TOLERANCE)) & (spent > 0)
    if off.any():
        n, j = _first(off)
        yield Problem(
            f"inputs of {_name(raw, (n, j))} cost {spent[n, j]:.6g}" + and_more(int(off.sum())),
            where("inputs", n, int(np.flatnonzero(raw.inputs[n, :, j])[0]), j),
            f"less than its sales net of production tax, {cost[n, j]:.6g}",
            "correct one of them, or state value_added in production",
            "inputs_exceed_cost",
        )


def regions_cannot_export(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find regions that buy abroad and sell nothing there: no wage would balance their trade."""
    abroad = _abroad(raw)
    for n in np.flatnonzero((abroad.sum(axis=(0, 2)) == 0) & (abroad.sum(axis=(1, 2)) > 0)):
        found = f"region {raw.regions.codes[n]!r} imports but exports nothing"
        remedy = "add rows with it as exporter, or merge it with a neighbour"
        yield Problem(found, where("trade"), "some exports", remedy, "regions_cannot_export")


def regions_have_no_income(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find regions that sell nothing at all, at home or abroad."""
    for n in np.flatnonzero(_sold(raw) == 0):
        found = f"region {raw.regions.codes[n]!r} produces nothing"
        remedy = "add rows with importer = exporter, or gross_output in production"
        yield Problem(found, where("trade"), "sales at home or abroad", remedy, "regions_have_no_income")


def regions_have_no_final_demand(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find regions whose purchases all go into production: nobody is left whose welfare could be told.

    Where output or shares decide what inputs cost, calibration finds the same once they are settled.
    """
    if raw.shares or raw.gross_output is not None or raw.value_added is not None:
        return
    final = (raw.trade * (1 + raw.tariff)).sum(axis=1) - raw.inputs.sum(axis=2)
    for n in np.flatnonzero((final <= 0).all(axis=1) & (_sold(raw) > 0)):
        yield no_final_demand(raw.regions.codes[n], where("inputs"))


def no_final_demand(region: str, where: str) -> Problem:
    """Say that a region uses up all that it buys as inputs."""
    return Problem(
        f"region {region!r} uses all that it buys as inputs",
        where,
        "something left for households, government and investment",
        "correct its inputs, or add what it buys to trade (home sales where importer = exporter)",
        "regions_have_no_final_demand",
    )


def home_trade_is_taxed(raw: RawTables, where: Where = table_alone) -> Iterator[Problem]:
    """Find tariffs on a region's trade with itself."""
    own = np.arange(len(raw.regions))
    for n in np.flatnonzero(np.abs(raw.tariff[own, own]).sum(axis=1)):
        j = int(np.flatnonzero(raw.tariff[n, n])[0])
        found = f"a tariff of {raw.tariff[n, n, j]:g} of region {raw.regions.codes[n]!r} on itself"
        expected = "0 where importer = exporter"
        remedy = "write 0; a tax on all output is production_tax"
        yield Problem(found, where("trade", int(n), int(n), j), expected, remedy, "home_trade_is_taxed")


def _abroad(raw: RawTables) -> np.ndarray:
    return raw.trade * ~np.eye(len(raw.regions), dtype=bool)[:, :, None]


def _sold(raw: RawTables) -> np.ndarray:
    return raw.trade.sum(axis=(0, 2)) + (0 if raw.gross_output is None else np.nansum(raw.gross_output, axis=1))


def _first(mask: np.ndarray) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(mask)[0])


def _name(raw: RawTables, cell: Sequence[int]) -> str:
    """Write a cell's labels: regions first, then sectors."""
    axes: Iterable[Axis] = (raw.regions, raw.regions, raw.sectors) if len(cell) == 3 else (raw.regions, raw.sectors)
    return ", ".join(axis.codes[position] for axis, position in zip(axes, cell, strict=True))


def _table_of(column: str) -> str:
    return "trade" if column in ("value", "tariff", "export_tax") else "production"

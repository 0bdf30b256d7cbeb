"""What can be wrong with an economy's tables: one function a fault, named after it. Each returns what it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from pydantic import ValidationError

from hinterland.errors import Problem
from hinterland.labels import Axis, suggestion
from hinterland.tables.raw import RawTables

STIFF_THETA = 100.0  # beyond it a change of cost by one per cent moves a share by a factor e: the system turns stiff
SHARE_TOLERANCE = 1e-4  # published shares carry six or seven digits


def of_tables(raw: RawTables) -> Iterator[Problem]:
    """Run every check that needs the tables as a whole."""
    checks = (
        thetas_are_missing,
        thetas_make_the_system_stiff,
        cells_are_negative,
        taxes_take_everything,
        trade_crosses_borders_that_it_may_not,
        inputs_mix_values_and_shares,
        shares_do_not_add_up,
        inputs_exceed_cost,
        regions_cannot_export,
        regions_have_no_income,
        home_trade_is_taxed,
    )
    return chain.from_iterable(check(raw) for check in checks)


def description_is_invalid(error: ValidationError, where: str) -> Iterator[Problem]:
    """Translate each fault of `economy.toml` into the four parts of a message."""
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        known = _keys_near(fault["loc"])
        if fault["type"] == "extra_forbidden":
            found, expected = f"unknown key {key!r}{suggestion(key.rsplit('.', 1)[-1], known)}", "only documented keys"
            remedy = "correct or remove it"
        elif fault["type"] == "missing":
            found, expected, remedy = f"no key {key!r}", "a required key", "add it"
        else:
            found, expected = f"{key} = {fault['input']!r}", fault["msg"].removeprefix("Input should be ").lower()
            remedy = "correct it"
        yield Problem(found, where, expected, remedy, "description_is_invalid")


def labels_are_repeated(*axes: Axis) -> Iterator[Problem]:
    """Find codes that stand twice on one axis."""
    for axis in axes:
        for code in sorted({code for code in axis.codes if axis.codes.count(code) > 1}):
            yield Problem(
                f"{axis.name} {code!r} twice", "economy.toml", "each code once", "remove one", "labels_are_repeated"
            )


def groups_name_unknown_regions(groups: Mapping[str, Sequence[str]], regions: Axis) -> Iterator[Problem]:
    """Find members of groups that are no region of the economy."""
    for group, members in groups.items():
        for code in members:
            if code not in regions.codes:
                found = f"group {group!r} names region {code!r}{suggestion(code, regions.codes)}"
                yield Problem(
                    found, "economy.toml", "a code of [[region]]", "correct or remove it", "groups_name_unknown_regions"
                )


def columns_are_unknown(unknown: Sequence[str], known: Sequence[str], file: str) -> Iterator[Problem]:
    """Find columns that the format does not have: a misspelt one would silently be left out."""
    for name in unknown:
        found = f"unknown column {name!r}{suggestion(name, known)}"
        yield Problem(found, file, f"columns among {', '.join(known)}", "rename or remove it", "columns_are_unknown")


def rows_are_repeated(table: Mapping[str, np.ndarray], labels: Sequence[str], file: str) -> Iterator[Problem]:
    """Find a cell that is stated twice."""
    seen: dict[tuple[object, ...], int] = {}
    for row, key in enumerate(zip(*(table[label].tolist() for label in labels), strict=True)):
        if key in seen and -1 not in key:
            found = f"the same cell as line {seen[key] + 2}"
            yield Problem(
                found, f"{file}:{row + 2}", "one row a cell", "add the two up, or remove one", "rows_are_repeated"
            )
            return
        seen[key] = row


def thetas_are_missing(raw: RawTables) -> Iterator[Problem]:
    """Find sectors without a positive trade elasticity."""
    for j in np.flatnonzero(~(raw.theta > 0)):
        found = f"theta {raw.theta[j]:g} for sector {raw.sectors.codes[j]!r}"
        yield Problem(found, "sectors", "a number above 0 for every sector", "add it", "thetas_are_missing")


def thetas_make_the_system_stiff(raw: RawTables) -> Iterator[Problem]:
    """Find trade elasticities so large that no solver can follow them."""
    for j in np.flatnonzero(raw.theta > STIFF_THETA):
        yield Problem(
            f"theta {raw.theta[j]:g} for sector {raw.sectors.codes[j]!r}",
            "sectors",
            f"at most {STIFF_THETA:g}",
            "cap it: shares would jump by whole orders of magnitude",
            "thetas_make_the_system_stiff",
        )


def cells_are_negative(raw: RawTables) -> Iterator[Problem]:
    """Find values below zero where none can be: trade, output, value added."""
    tables = {"trade": raw.trade, "gross_output": raw.gross_output, "value_added": raw.value_added}
    for name, table in tables.items():
        if table is not None and (table < 0).any():
            cell = tuple(int(i) for i in np.argwhere(table < 0)[0])
            found = f"{name} {table[cell]:g} at {_name(raw, cell)}" + _and_more(int((table < 0).sum()))
            yield Problem(found, _file_of(name), "0 or more", "correct the cell", "cells_are_negative")


def taxes_take_everything(raw: RawTables) -> Iterator[Problem]:
    """Find ad valorem rates of −100 % and below, which leave no price."""
    tables = {"tariff": raw.tariff, "export_tax": raw.export_tax, "production_tax": raw.production_tax}
    for name, table in tables.items():
        if table is not None and (table <= -1).any():
            cell = tuple(int(i) for i in np.argwhere(table <= -1)[0])
            found = f"{name} {table[cell]:g} at {_name(raw, cell)}"
            yield Problem(
                found, _file_of(name), "a fraction above −1 (0.05 is 5 %)", "correct it", "taxes_take_everything"
            )


def trade_crosses_borders_that_it_may_not(raw: RawTables) -> Iterator[Problem]:
    """Find foreign trade in sectors that are marked as not traded."""
    abroad = raw.trade * ~np.eye(len(raw.regions), dtype=bool)[:, :, None]
    for j in np.flatnonzero(~raw.traded & (abroad.sum(axis=(0, 1)) > 0)):
        found = f"trade between regions in sector {raw.sectors.codes[j]!r}"
        remedy = "mark the sector as traded, or remove the rows"
        yield Problem(
            found, "trade", "none: traded is false in sectors", remedy, "trade_crosses_borders_that_it_may_not"
        )


def inputs_mix_values_and_shares(raw: RawTables) -> Iterator[Problem]:
    """Find inputs of which some are given as money and some as shares."""
    if np.isnan(raw.inputs).any():
        expected = "all rows with a value, or all with a share"
        yield Problem(
            "rows with a value beside rows without", "inputs", expected, "use one", "inputs_mix_values_and_shares"
        )


def shares_do_not_add_up(raw: RawTables) -> Iterator[Problem]:
    """Find input shares whose column sums to neither one nor nothing."""
    if not raw.shares:
        return
    total = raw.inputs.sum(axis=1)
    off = (np.abs(total - 1) > SHARE_TOLERANCE) & (total != 0)
    if off.any():
        n, j = (int(i) for i in np.argwhere(off)[0])
        yield Problem(
            f"input shares of {_name(raw, (n, j))} sum to {total[n, j]:.6g}" + _and_more(int(off.sum())),
            "inputs",
            "1, or no rows at all",
            "correct the shares: they are of intermediate inputs, value added apart",
            "shares_do_not_add_up",
        )


def inputs_exceed_cost(raw: RawTables) -> Iterator[Problem]:
    """Find sectors that pay more for inputs than they sell, with nothing left for value added."""
    if raw.shares or np.isnan(raw.inputs).any():
        return
    sold = (raw.trade / (1 + raw.export_tax)).sum(axis=0) if raw.gross_output is None else raw.gross_output
    cost = sold / (1 + (0 if raw.production_tax is None else raw.production_tax))
    spent = raw.inputs.sum(axis=1)
    off = (spent > cost * (1 + SHARE_TOLERANCE)) & (spent > 0)
    if raw.value_added is None and off.any():
        n, j = (int(i) for i in np.argwhere(off)[0])
        found = f"inputs of {_name(raw, (n, j))} cost {spent[n, j]:.6g}" + _and_more(int(off.sum()))
        expected = f"less than its sales, {cost[n, j]:.6g}"
        yield Problem(found, "inputs", expected, "correct one, or state value_added", "inputs_exceed_cost")


def regions_cannot_export(raw: RawTables) -> Iterator[Problem]:
    """Find regions that buy abroad and sell nothing there: no wage would balance their trade."""
    abroad = raw.trade * ~np.eye(len(raw.regions), dtype=bool)[:, :, None]
    for n in np.flatnonzero((abroad.sum(axis=(0, 2)) == 0) & (abroad.sum(axis=(1, 2)) > 0)):
        found = f"region {raw.regions.codes[n]!r} imports but exports nothing"
        yield Problem(found, "trade", "some exports", "add them, or merge the region", "regions_cannot_export")


def regions_have_no_income(raw: RawTables) -> Iterator[Problem]:
    """Find regions that sell nothing at all, at home or abroad."""
    sold = raw.trade.sum(axis=(0, 2)) + (0 if raw.gross_output is None else np.nansum(raw.gross_output, axis=1))
    for n in np.flatnonzero(sold == 0):
        found = f"region {raw.regions.codes[n]!r} produces nothing"
        remedy = "add rows with importer = exporter, or gross_output in production"
        yield Problem(found, "trade", "sales at home or abroad", remedy, "regions_have_no_income")


def home_trade_is_taxed(raw: RawTables) -> Iterator[Problem]:
    """Find tariffs on a region's trade with itself."""
    for n in np.flatnonzero(np.einsum("nnj->n", np.abs(raw.tariff))):
        found = f"a tariff of region {raw.regions.codes[n]!r} on itself"
        yield Problem(found, "trade", "0 where importer = exporter", "remove it", "home_trade_is_taxed")


def _name(raw: RawTables, cell: Sequence[int]) -> str:
    """Write a cell's labels: regions first, then sectors."""
    axes: Iterable[Axis] = (raw.regions, raw.regions, raw.sectors) if len(cell) == 3 else (raw.regions, raw.sectors)
    return ", ".join(axis.codes[position] for axis, position in zip(axes, cell, strict=True))


def _file_of(name: str) -> str:
    return "trade" if name in ("trade", "tariff", "export_tax") else "production"


def _and_more(count: int) -> str:
    return f" and {count - 1} more like it" if count > 1 else ""


def _keys_near(location: tuple[int | str, ...]) -> tuple[str, ...]:
    """List the keys that may stand where an unknown one was found."""
    from_root = ("title", "title_zh", "year", "currency", "source", "licence", "region", "sector", "groups", "closures")
    inside = {"region": ("code", "en", "zh"), "sector": ("code", "en", "zh")}
    closures = ("deficit", "labour", "inputs", "competition")
    head = str(location[0])
    if len(location) == 1:
        return from_root
    return closures if head == "closures" else inside.get(head, ())

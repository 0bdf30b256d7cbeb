"""What every multi-regional input-output table boils down to, and what an economy needs of it.

A table lists supplying region × sector in rows, region by region, and using region × sector in columns, in the same
order. `to_flows` gives the same world as an economy wants it: trade arrays [importer, exporter, sector], input arrays
[region, input, user].
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hinterland.errors import Problem, Problems
from hinterland.labels import Axis
from hinterland.tables.raw import RawTables

Array = np.ndarray

ROUNDING = 1e-6  # share of world output that a sum may be out by before it is worth a line in the report


@dataclass(frozen=True, eq=False)
class WorldTable:
    """Hold one year of a multi-regional input-output table, as published.

    With N regions, J sectors and C final categories, rows and columns run region by region:
    `Z` [N·J, N·J] intermediate sales; `F` [N·J, N·C] final sales; `VA` [N·J] value added; `X` [N·J] gross output;
    all in `unit`. The rest is None where the publisher does not give it: `taxes` [N·J] less subsidies, on the products
    that an industry buys and on its production; `margins` [N·J] what else stands in an industry's column (transport
    margins, purchases abroad); `tariff`, `export_tax` [importer, exporter, sector] as fractions.
    """

    regions: Axis
    sectors: Axis
    categories: tuple[str, ...]
    Z: Array
    F: Array
    VA: Array
    X: Array
    year: int
    unit: str
    source: str
    licence: str
    taxes: Array | None = None
    margins: Array | None = None
    tariff: Array | None = None
    export_tax: Array | None = None
    notes: tuple[str, ...] = ()  # what the reader had to leave out or to assume, a sentence each


def to_flows(world: WorldTable) -> RawTables:
    """Sum a table to the trade, inputs, final demand and production of an economy.

    `inputs` and `final` are what users pay, tariffs included; `production_tax` is what an industry pays in `taxes`, as
    a fraction of its output net of them; `theta` is NaN, for no such table has it. Where published sums disagree (see
    `check`), the numbers stay as they are.
    """
    n, j = len(world.regions), len(world.sectors)
    paid, trade = _paid(world), trade_of(world)
    return RawTables(
        regions=world.regions,
        sectors=world.sectors,
        trade=trade,
        tariff=np.zeros_like(trade) if world.tariff is None else world.tariff,
        export_tax=np.zeros_like(trade) if world.export_tax is None else world.export_tax,
        inputs=paid(world.Z).reshape(n, j, n, j).sum(axis=0).transpose(1, 0, 2),
        shares=False,
        theta=np.full(j, np.nan),
        traded=(trade * ~np.eye(n, dtype=bool)[:, :, None] != 0).any(axis=(0, 1)),
        final=paid(world.F).reshape(n, j, n, -1).sum(axis=(0, 3)).T,
        gross_output=world.X.reshape(n, j),
        value_added=world.VA.reshape(n, j),
        production_tax=_production_tax(world).reshape(n, j),
    )


def trade_of(world: WorldTable) -> Array:
    """Sum what each region sells to each, whoever uses it: [importer, exporter, sector] at the border."""
    n, j = len(world.regions), len(world.sectors)
    between, final = (table.reshape(n, j, n, -1).sum(axis=3).transpose(2, 0, 1) for table in (world.Z, world.F))
    return np.asarray(between + final, dtype=float)


def check(world: WorldTable) -> Problems:
    """List what is wrong with a table: shapes, missing and negative cells, and sums that do not add up."""
    problems = Problems()
    problems.extend(shapes_are_wrong(world))
    if not len(problems):
        for fault in (
            cells_are_missing,
            output_is_negative,
            value_added_is_negative,
            trade_is_negative,
            sales_do_not_add_up,
            costs_do_not_add_up,
        ):
            problems.extend(fault(world))
    return problems


def refuse(world: WorldTable) -> WorldTable:
    """Give the table back, or raise `InputError` when no economy can be made of it."""
    problems = Problems()
    problems.extend(shapes_are_wrong(world))
    problems.raise_if_any()
    problems.extend([*cells_are_missing(world), *output_is_negative(world)])
    problems.raise_if_any()
    return world


def shapes_are_wrong(world: WorldTable) -> list[Problem]:
    """Compare every array with the labels: a transposed or cut table must not pass for another."""
    n, j = len(world.regions), len(world.sectors)
    expected: dict[str, tuple[int, ...]] = {"Z": (n * j, n * j), "F": (n * j, n * len(world.categories))}
    expected |= dict.fromkeys(("VA", "X", "taxes", "margins"), (n * j,))
    expected |= dict.fromkeys(("tariff", "export_tax"), (n, n, j))
    return [
        Problem(
            f"{name} is {' × '.join(map(str, array.shape))}",
            world.source,
            f"{' × '.join(map(str, shape))} for {n} regions and {j} sectors",
            "check that the file is whole and of the format named",
            "shapes_are_wrong",
        )
        for name, shape in expected.items()
        if (array := getattr(world, name)) is not None and array.shape != shape
    ]


def cells_are_missing(world: WorldTable) -> list[Problem]:
    """Find cells that are no number."""
    missing = {name: int(np.sum(~np.isfinite(getattr(world, name)))) for name in ("Z", "F", "VA", "X")}
    return [
        Problem(
            f"{_count(count, 'cell')} of {name} without a number",
            world.source,
            "a number in every cell",
            "take the file from its publisher again",
            "cells_are_missing",
        )
        for name, count in missing.items()
        if count
    ]


def output_is_negative(world: WorldTable) -> list[Problem]:
    """Find industries that produce less than nothing."""
    return [
        Problem(
            f"gross output {world.X[row]:,.6g} {world.unit}",
            f"{world.source}, {_industry(world, int(row))}",
            "an output ≥ 0",
            "correct the cell, or merge the sector with another (--aggregate)",
            "output_is_negative",
        )
        for row in np.flatnonzero(world.X < 0)
    ]


def value_added_is_negative(world: WorldTable) -> list[Problem]:
    """Find industries that pay more for inputs than they produce."""
    rows = np.flatnonzero(world.VA < 0)
    if not rows.size:
        return []
    worst = rows[np.argmin(world.VA[rows])]
    return [
        Problem(
            f"value added below zero in {_count(rows.size, 'industry')}, {world.VA[rows].sum():,.6g} {world.unit},"
            f" worst {_industry(world, int(worst))} with {world.VA[worst]:,.6g}",
            world.source,
            "value added ≥ 0",
            "merge these sectors with others (--aggregate), or have it set to zero when the economy is written",
            "value_added_is_negative",
        )
    ]


def trade_is_negative(world: WorldTable) -> list[Problem]:
    """Find flows below zero: mostly stocks run down, which tables enter as negative final demand."""
    trade = trade_of(world)
    below = trade < 0
    if not below.any():
        return []
    importer, exporter, sector = np.unravel_index(np.argmin(trade), trade.shape)
    return [
        Problem(
            f"{_count(int(below.sum()), 'flow')} below zero, {trade[below].sum():,.6g} {world.unit} in all, worst"
            f" {world.sectors.codes[sector]} from {world.regions.codes[exporter]} to {world.regions.codes[importer]}"
            f" with {trade.min():,.6g}",
            world.source,
            "flows ≥ 0 (stocks run down are entered as negative demand)",
            "they are set to zero when the economy is written (unless --keep-negative)",
            "trade_is_negative",
        )
    ]


def sales_do_not_add_up(world: WorldTable) -> list[Problem]:
    """Compare each row's intermediate and final sales, at producers' prices, with gross output."""
    trade = trade_of(world)
    if world.export_tax is not None:
        trade = trade / (1 + world.export_tax)
    return _sum_differs(world, trade.sum(axis=0).ravel(), "sales", "sales_do_not_add_up")


def costs_do_not_add_up(world: WorldTable) -> list[Problem]:
    """Compare each column's inputs, taxes, margins and value added with gross output."""
    costs = _paid(world)(world.Z).sum(axis=0) + world.VA
    for row in (world.taxes, world.margins):
        costs = costs if row is None else costs + row
    return _sum_differs(world, costs, "costs", "costs_do_not_add_up")


def _sum_differs(world: WorldTable, total: Array, what: str, code: str) -> list[Problem]:
    gap = total - world.X
    size = np.abs(gap).sum() / max(np.abs(world.X).sum(), np.finfo(float).tiny)
    if size <= ROUNDING:
        return []
    worst = int(np.argmax(np.abs(gap)))
    off = int(np.sum(np.abs(gap) > ROUNDING * np.maximum(np.abs(world.X), 1)))
    return [
        Problem(
            f"{what} differ from gross output in {off} of {_count(gap.size, 'industry')}, by {size:.2g} of world output"
            f" in all, worst {_industry(world, int(worst))} by {gap[worst]:,.6g} {world.unit}",
            world.source,
            f"{what} that add up to gross output within {ROUNDING:g}",
            "nothing to do if this is rounding: the calibration closes the table and reports each repair",
            code,
        )
    ]


def _paid(world: WorldTable) -> Callable[[Array], Array]:
    """Give the function that turns a table at the border into what its users pay, the tariff included."""
    if world.tariff is None:
        return lambda table: table
    n, j = len(world.regions), len(world.sectors)
    factor = 1 + world.tariff.transpose(1, 2, 0)[..., None]  # [exporter, sector, importer, 1]
    return lambda table: (table.reshape(n, j, n, -1) * factor).reshape(table.shape)


def _production_tax(world: WorldTable) -> Array:
    """Give taxes as a fraction of output net of them, zero where nothing is produced."""
    if world.taxes is None:
        return np.zeros_like(world.X, dtype=float)
    net = world.X - world.taxes
    return np.divide(world.taxes, net, out=np.zeros_like(net, dtype=float), where=(world.X > 0) & (net > 0))


def _industry(world: WorldTable, row: int) -> str:
    region, sector = divmod(row, len(world.sectors))
    return f"{world.regions.codes[region]} {world.sectors.codes[sector]}"


def _count(number: int, thing: str) -> str:
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number:,} {thing if number == 1 else plural}"

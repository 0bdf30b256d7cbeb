"""A tile map: every region a square of the same size, coloured by the change of its real income."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from pathlib import Path

import altair as alt
import numpy as np

from hinterland.errors import InputError, Problem
from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming, signed
from hinterland.panel import Panel

TILES = "tiles.csv"  # region,column,row: an optional file of an economy's folder
Tiles = Mapping[str, tuple[int, int]]  # region → column, row


def region_tiles(panel: Panel, naming: Naming, tiles: Tiles | None = None, headline: str = "real_income_pct") -> Figure:
    """Draw a headline of every region on a grid of tiles, from the table `regions`.

    `tiles` says where each region stands; without it they stand in rows in the economy's order.
    """
    codes = panel.axes["region"]
    values = panel.values[headline]
    title = _finding(codes, values, naming)
    unit = f"{naming.words.named('headline', headline)}, %"
    table: Columns = {
        naming.words("column.region"): [naming.region(code) for code in codes],
        naming.words("column.value") + ", %": values.tolist(),
    }
    spec = _drawn(codes, values, tiles or grid(codes), title, unit)
    return Figure("region_tiles", title, spec, table, unit, naming.source, naming.words("figures.region_tiles.note"))


def grid(codes: Sequence[str]) -> Tiles:
    """Place regions in rows, in their order, in about the shape of a map: half as wide again as high."""
    wide = max(1, ceil(sqrt(1.5 * len(codes))))
    return {code: (at % wide, at // wide) for at, code in enumerate(codes)}


def read_tiles(folder: Path, codes: Sequence[str]) -> Tiles | None:
    """Read where regions stand from `tiles.csv` of an economy's folder, or give None where there is no such file.

    Raises `InputError` with every region that has no tile, and every row that cannot be read.
    """
    path = folder / TILES
    if not path.is_file():
        return None
    found: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                found[row["region"]] = (int(row["column"]), int(row["row"]))
            except (KeyError, TypeError, ValueError):
                problems.append(_tiles_are_unreadable(path, line, row))
    missing = [code for code in codes if code not in found]
    if missing and not problems:
        problems.append(_tiles_are_missing(path, missing))
    if problems:
        raise InputError(problems)
    return {code: found[code] for code in codes}


def _tiles_are_unreadable(path: Path, line: int, row: Mapping[str, object]) -> Problem:
    found = f"a row that says {', '.join(f'{key}={value}' for key, value in row.items())}"
    expected = "region, column and row, the last two whole numbers"
    return Problem(found, f"{path.name}:{line}", expected, "correct the row", "tiles_are_unreadable")


def _tiles_are_missing(path: Path, missing: Sequence[str]) -> Problem:
    found = f"no tile for {', '.join(missing)}"
    return Problem(
        found, path.name, "a row for every region", "add the rows, or leave the file out", "tiles_are_missing"
    )


def _finding(codes: Sequence[str], values: np.ndarray, naming: Naming) -> str:
    gaining, losing = int((values > 0).sum()), int((values < 0).sum())
    kind = "none" if not gaining and not losing else "gain" if gaining >= losing else "loss"
    first, last = int(np.nanargmax(values)), int(np.nanargmin(values))
    return naming.words(
        f"figures.region_tiles.{kind}",
        gaining=gaining,
        losing=losing,
        all=len(codes),
        first=naming.region(codes[first]),
        value=naming.pct(float(values[first])),
        last=naming.region(codes[last]),
        worst=naming.pct(float(values[last])),
    )


def _drawn(codes: Sequence[str], values: np.ndarray, tiles: Tiles, title: str, unit: str) -> Spec:
    reach = float(np.nanmax(np.abs(values))) or 1.0
    records = [
        {
            "column": tiles[code][0],
            "row": tiles[code][1],
            "code": code,
            "label": signed(round(float(value), 3)),
            "shade": _shade(float(value), reach),
            "strong": abs(_shade(float(value), reach)) > 0.75,
        }
        for code, value in zip(codes, values, strict=True)
    ]
    chart = alt.Chart(theme.rows(records))
    x = alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.06, paddingOuter=0))
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.06, paddingOuter=0))
    colour = alt.Color(
        "shade:Q", scale=alt.Scale(domain=[-1, 1], range=theme.DIVERGING, interpolate="rgb"), legend=None
    )
    ink = alt.condition("datum.strong", alt.value("white"), alt.value(theme.INK))
    layers: list[alt.Chart] = [chart.mark_rect(cornerRadius=3).encode(x=x, y=y, color=colour)]
    layers.append(chart.mark_text(dy=-8, fontWeight="bold").encode(x=x, y=y, text="code:N", color=ink))
    layers.append(chart.mark_text(dy=8, fontSize=11).encode(x=x, y=y, text="label:N", color=ink))
    high = 1 + max(row for _, row in tiles.values()) - min(row for _, row in tiles.values())
    return theme.dressed(alt.layer(*layers), title, unit, 48 * high)


def _shade(value: float, reach: float) -> float:
    """Give the depth of colour, −1 to 1: by the cube root, so that small changes are seen beside large ones."""
    return float(np.cbrt(value / reach)) if value == value else 0.0

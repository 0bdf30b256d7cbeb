"""Fewer regions and sectors: a concordance, and the sums that it makes of a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from hinterland.errors import Problem, Problems
from hinterland.labels import Axis, Label, suggestion
from hinterland.tables.world import Array, WorldTable, trade_of

COLUMNS = ("axis", "from", "to")
NAMES = ("en", "zh")
OTHERS = "*"  # in column `from`: every code that no other row names


@dataclass(frozen=True)
class Line:
    """Hold one row of a concordance: code `old` of the table goes into `new`."""

    number: int
    axis: str
    old: str
    new: Label


@dataclass(frozen=True)
class Concordance:
    """Say which regions and sectors to merge, and how to name what comes out."""

    file: Path
    lines: tuple[Line, ...]

    def of(self, axis: str) -> tuple[Line, ...]:
        """Give the lines for regions or for sectors."""
        return tuple(line for line in self.lines if line.axis == axis)


def read_concordance(file: Path) -> Concordance:
    """Read a concordance: CSV with columns axis (region or sector), from, to and, if you like, en and zh.

    Column `from` has codes of the table, or English names; `*` stands for all that no other line names. An axis that
    the file does not mention stays as it is. Raises `InputError` with every fault of the file's form.
    """
    problems = Problems()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"bytes that are not UTF-8 (at {error.start})"
        problems.add(found, where=str(file), expected="text in UTF-8", remedy="save it anew", code="text_is_not_utf8")
        problems.raise_if_any()
    rows = csv.DictReader(text.splitlines())
    columns = [name or "" for name in rows.fieldnames or ()]
    problems.extend(columns_are_wrong(file, columns))
    problems.raise_if_any()
    cells = [{key: (row[key] or "").strip() for key in columns} for row in rows]
    lines = [
        Line(number, cell["axis"], cell["from"], Label(cell["to"], cell.get("en", ""), cell.get("zh", "")))
        for number, cell in enumerate(cells, start=2)
    ]
    for fault in (axes_are_unknown, codes_are_malformed, codes_are_repeated):
        problems.extend(fault(file, lines))
    problems.raise_if_any()
    return Concordance(file, tuple(lines))


def aggregate(world: WorldTable, concordance: Concordance) -> WorldTable:
    """Sum regions and sectors of a table.

    Tariffs and export taxes are averaged so that each yields what it yielded; on trade that becomes domestic they end.
    Raises `InputError` for codes that the table does not have, and for codes of the table that no line names.
    """
    problems = Problems()
    for axis in (world.regions, world.sectors):
        problems.extend(codes_are_unknown(concordance, axis))
        problems.extend(codes_are_left_over(concordance, axis))
    problems.raise_if_any()
    region_axis, R = _merge(world.regions, concordance.of("region"))
    sector_axis, S = _merge(world.sectors, concordance.of("sector"))
    rows = np.kron(R, S)  # [new region·sector, old region·sector]
    finals = np.kron(R, np.eye(len(world.categories)))

    def vector(array: Array | None) -> Array | None:
        return None if array is None else rows @ array

    tariff, export_tax = _taxes_on_trade(world, R, S)
    return replace(
        world,
        regions=region_axis,
        sectors=sector_axis,
        Z=rows @ world.Z @ rows.T,
        F=rows @ world.F @ finals.T,
        VA=rows @ world.VA,
        X=rows @ world.X,
        taxes=vector(world.taxes),
        margins=vector(world.margins),
        tariff=tariff,
        export_tax=export_tax,
        notes=(*world.notes, f"aggregated by {concordance.file.name}"),
    )


def columns_are_wrong(file: Path, columns: list[str]) -> list[Problem]:
    """Find columns that a concordance lacks, and those that it has no use for."""
    lacking = [name for name in COLUMNS if name not in columns]
    unknown = [name for name in columns if name not in COLUMNS + NAMES]
    if not lacking and not unknown:
        return []
    found = "; ".join(
        text
        for names, text in ((lacking, f"no column {', '.join(lacking)}"), (unknown, f"column {', '.join(unknown)}"))
        if names
    )
    expected = "columns axis, from, to and, if you like, en and zh"
    return [Problem(found, f"{file}:1", expected, "correct the first line", "columns_are_wrong")]


def axes_are_unknown(file: Path, lines: Iterable[Line]) -> list[Problem]:
    """Find lines that are neither about a region nor about a sector."""
    return [
        Problem(
            f"axis {line.axis!r}{suggestion(line.axis, ['region', 'sector'])}",
            f"{file}:{line.number}",
            "region or sector",
            "correct the cell",
            "axes_are_unknown",
        )
        for line in lines
        if line.axis not in ("region", "sector")
    ]


def codes_are_malformed(file: Path, lines: Iterable[Line]) -> list[Problem]:
    """Find new codes that no table could use."""
    return [
        Problem(
            f"code {line.new.code!r}",
            f"{file}:{line.number}",
            "a code without blanks, commas, = and *",
            "write another code; names go into en and zh",
            "codes_are_malformed",
        )
        for line in lines
        if not re.fullmatch(r"[^,=*\s]+", line.new.code)
    ]


def codes_are_repeated(file: Path, lines: Iterable[Line]) -> list[Problem]:
    """Find codes of the table that are sent to two places."""
    first: dict[tuple[str, str], Line] = {}
    return [
        Problem(
            f"{line.axis} {line.old!r} as in line {earlier.number}",
            f"{file}:{line.number}",
            "each code of the table once",
            "remove one of the lines",
            "codes_are_repeated",
        )
        for line in lines
        if (earlier := first.setdefault((line.axis, line.old), line)) is not line
    ]


def codes_are_unknown(concordance: Concordance, axis: Axis) -> list[Problem]:
    """Find codes that the table does not have."""
    return [
        Problem(
            f"unknown {axis.name} {line.old!r}{suggestion(line.old, axis.codes)}",
            f"{concordance.file}:{line.number}",
            f"one of the {len(axis)} {axis.name}s of the table",
            "correct the code or remove the line",
            "codes_are_unknown",
        )
        for line in concordance.of(axis.name)
        if line.old not in _places(axis) and line.old != OTHERS
    ]


def codes_are_left_over(concordance: Concordance, axis: Axis) -> list[Problem]:
    """Find codes of the table that no line names, on an axis that the concordance is about."""
    places, named = _places(axis), {line.old for line in concordance.of(axis.name)}
    reached = {places[old] for old in named if old in places}
    left = [code for place, code in enumerate(axis.codes) if place not in reached]
    if not named or OTHERS in named or not left:
        return []
    some = ", ".join(left[:5]) + (" …" if len(left) > 5 else "")
    return [
        Problem(
            f"{len(left)} {axis.name}s without a line: {some}",
            str(concordance.file),
            f"a line for each {axis.name} of the table",
            f"add them, or one line {axis.name},{OTHERS},CODE for all others",
            "codes_are_left_over",
        )
    ]


def _merge(axis: Axis, lines: tuple[Line, ...]) -> tuple[Axis, Array]:
    """Give the new axis and the matrix [new, old] of zeros and ones that sums into it."""
    if not lines:
        return axis, np.eye(len(axis))
    places, new = _places(axis), {line.new.code: line.new for line in reversed(lines)}
    home = {places.get(line.old): line.new.code for line in lines}  # that of all others under None
    order = list(dict.fromkeys(line.new.code for line in lines))
    matrix = np.zeros((len(order), len(axis)))
    for column in range(len(axis)):
        matrix[order.index(home.get(column, home.get(None, ""))), column] = 1.0
    old = {label.code: label for label in axis.labels}  # a code that stays keeps its names
    return Axis(axis.name, tuple(new[c] if new[c].en else old.get(c, new[c]) for c in order)), matrix


def _places(axis: Axis) -> dict[str, int]:
    """Map codes, and English names where they are no code, to places on the axis."""
    names = {label.en: place for place, label in enumerate(axis.labels) if label.en}
    return names | {code: place for place, code in enumerate(axis.codes)}


def _taxes_on_trade(world: WorldTable, R: Array, S: Array) -> tuple[Array | None, Array | None]:
    """Average tariffs over the trade that pays them, and export taxes over the same trade net of them."""
    if world.tariff is None and world.export_tax is None:
        return None, None
    trade = trade_of(world)
    tax = np.zeros_like(trade) if world.export_tax is None else world.export_tax
    net = trade / (1 + tax)
    tariff = np.zeros_like(trade) if world.tariff is None else world.tariff

    def total(array: Array) -> Array:
        return np.einsum("Nn,Ii,Jj,nij->NIJ", R, R, S, array, optimize=True)

    def mean(rate: Array, weight: Array) -> Array:
        whole = total(weight)
        result = np.divide(total(rate * weight), whole, out=np.zeros_like(whole), where=whole != 0)
        merged = np.flatnonzero(R.sum(axis=1) > 1)
        result[merged, merged] = 0.0
        return result

    return mean(tariff, trade), mean(tax, net)

"""The sheet layout of the World Input-Output Database, which the Asian Development Bank kept.

Four columns of labels on the left (code, name, region, number) and the same four as rows on top, the lowest of them
numbered c1, c2, …; industries first, then final demand, then a total. Under the industries stand a few rows whose
region is TOT: intermediate use, taxes, margins, value added, output.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinterland.labels import Axis, Label
from hinterland.tables.readers import extras
from hinterland.tables.readers.publication import Publication, Source
from hinterland.tables.world import Array, WorldTable

LABELS = 4  # columns of labels on the left, rows of labels on top
CODE, NAME, REGION, NUMBER = range(LABELS)
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # first bytes of .xlsx and .xlsb, and of .xls


@dataclass(frozen=True)
class Layout:
    """Say which label names a sector in rows and columns alike, and what the rows under the industries hold."""

    sector: int  # CODE or NUMBER: the release of 2016 numbers its rows r1, r2, … and its columns c1, c2, …
    value_added: str
    output: str
    taxes: str
    margins: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Hold one sheet as bare cells, with what is needed to name it in a message."""

    cells: Array  # [row, column] of objects, "" where blank
    source: Source
    publication: Publication

    def text(self, row: int | slice, column: int | slice) -> list[str]:
        """Give a run of label cells as stripped text."""
        return [str(cell).strip() for cell in self.cells[row, column]]

    def numbers(self, rows: Sequence[int], columns: Sequence[int]) -> Array:
        """Give cells as numbers, zero where blank; raise `InputError` at the first word."""
        block = np.asarray(_ZERO_IF_BLANK(self.cells[np.ix_(list(rows), list(columns))]))
        try:
            return block.astype(float)
        except ValueError:
            r, c = next(place for place, cell in np.ndenumerate(block) if isinstance(cell, str))
            where = f"row {rows[r] + 1}, column {columns[c] + 1}"
            raise self.publication.wrong(f"{block[r, c]!r} for a number in {where}", self.source) from None


def open_sheet(source: Source, publication: Publication, name: str | None = None) -> Sheet:
    """Read the sheet of that name, or the first that is no legend.

    Raises `MissingExtraError` without the extra `mrio`; `InputError` for a file that is no workbook, is cut off or
    lacks the sheet.
    """
    calamine = extras.load("python_calamine", f"reading {publication.name}", "mrio")
    with source.stream() as stream:
        content = io.BytesIO(stream.read())
    if content.getvalue()[:4] not in WORKBOOK:
        raise publication.wrong("no Excel workbook", source)
    try:
        workbook = calamine.load_workbook(content)
        names = workbook.sheet_names
        chosen = name or next((other for other in names if other.lower() != "legend"), "")
        if chosen not in names:
            there = ", ".join(map(repr, names))
            raise publication.wrong(
                f"no sheet {chosen!r} (there: {there})",
                source,
                "sheet_is_missing",
                "check the year, or name the format that the file has",
            )
        rows = workbook.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except calamine.CalamineError as error:
        raise publication.cut_off("a workbook that cannot be opened", source) from error
    return Sheet(np.array(rows, dtype=object).reshape(len(rows), -1), source, publication)


def read_sheet(sheet: Sheet, layout: Layout, year: int) -> WorldTable:
    """Cut a sheet into the parts of a `WorldTable`."""
    top = _header(sheet)
    industries = _industries(sheet, top)
    keys = [
        (labels[REGION], labels[layout.sector]) for labels in (sheet.text(row, slice(LABELS)) for row in industries)
    ]
    heads = [sheet.text(top - NUMBER + label, slice(None)) for label in (REGION, layout.sector)]
    across = list(zip(*heads, strict=True))
    regions = list(dict.fromkeys(region for region, _ in keys))
    users, final = _columns(across, keys, set(regions))
    if not users:
        raise sheet.publication.wrong("no industry that is both in rows and in columns", sheet.source)
    if [across[column] for column in users] != keys:
        raise sheet.publication.cut_off(f"{len(keys)} industries in rows, {len(users)} in columns", sheet.source)
    under = _under(sheet, top + 1 + len(industries))

    def row(code: str) -> Array:
        if code not in under:
            found = f"no row {code} under the industries"
            raise sheet.publication.cut_off(found, sheet.source)
        return sheet.numbers([under[code]], users)[0]

    return WorldTable(
        regions=Axis.of("region", regions),
        sectors=_sectors(sheet, industries[: len(industries) // len(regions)], layout),
        categories=tuple(sheet.text(top - 2, slice(None))[c] for c in final[: len(final) // len(regions)]),
        Z=sheet.numbers(industries, users),
        F=sheet.numbers(industries, final),
        VA=row(layout.value_added),
        X=row(layout.output),
        taxes=row(layout.taxes),
        margins=np.sum([row(code) for code in layout.margins], axis=0),
        year=year,
        unit=sheet.publication.unit,
        source=f"{sheet.publication.name}, {sheet.source.name}",
        licence=sheet.publication.licence,
        notes=("taxes and margins on final demand are left out",),
    )


def _header(sheet: Sheet) -> int:
    """Find the row that numbers the columns c1, c2, …"""
    for row in range(NUMBER, min(20, len(sheet.cells))):
        cells = sheet.text(row, slice(LABELS, LABELS + 2))
        if cells and all(re.fullmatch(r"c\d+", cell) for cell in cells):
            return row
    raise sheet.publication.wrong("no row that numbers the columns c1, c2, …", sheet.source)


def _industries(sheet: Sheet, top: int) -> list[int]:
    """List the rows of industries: those under the header whose region is not TOT."""
    regions = sheet.text(slice(top + 1, None), REGION)
    count = next((row for row, region in enumerate(regions) if region.upper() in ("TOT", "")), len(regions))
    return list(range(top + 1, top + 1 + count))


def _columns(across: list[tuple[str, str]], keys: list[tuple[str, str]], regions: set[str]) -> tuple[list, list]:
    """Split the columns into users, which are industries too, and final demand; the total belongs to neither."""
    known = set(keys)
    users = [column for column, key in enumerate(across) if key in known]
    final = [column for column, key in enumerate(across) if key not in known and key[0] in regions]
    return users, final


def _under(sheet: Sheet, first: int) -> dict[str, int]:
    """Map the codes of the rows under the industries to their places, whichever label column holds the code."""
    return {
        code: row
        for row in range(first, len(sheet.cells))
        for code in (str(sheet.cells[row, CODE]).strip(), str(sheet.cells[row, NUMBER]).strip())
        if code
    }


def _sectors(sheet: Sheet, rows: Sequence[int], layout: Layout) -> Axis:
    labels = [sheet.text(row, slice(0, LABELS)) for row in rows]
    return Axis("sector", tuple(Label(label[layout.sector], label[NAME]) for label in labels))


def _zero_if_blank(cell: object) -> object:
    return 0.0 if cell is None or (isinstance(cell, str) and not cell.strip()) else cell


_ZERO_IF_BLANK = np.frompyfunc(_zero_if_blank, 1, 1)

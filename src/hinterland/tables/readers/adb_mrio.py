"""Multi-regional input-output tables of the Asian Development Bank: 62 to 74 economies, 35 sectors, from 2000."""

from __future__ import annotations

from pathlib import Path

from hinterland.tables.readers.publication import Publication, find, year_of
from hinterland.tables.readers.sheet import NUMBER, Layout, Sheet, open_sheet, read_sheet
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "ADB MRIO", "ADB-MRIO-2022_June2023.xlsx", "ADB data, free with attribution (see ADB's terms of use)", "million USD"
)
MARGINS = ("r61", "r62", "r63")
TRANSPORT = ("r65", "trs")  # editions differ in the code of the row of international transport margins


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `ADB-MRIO-yyyy_….xlsx`, or the year's file in a folder."""
    source = find(path, r"ADB[-_ ]?MRIO\d*[-_ ]YEAR.*\.xlsx", PUBLICATION, year)
    sheet = open_sheet(source, PUBLICATION)
    # The year of the edition comes after that of the table: ADB-MRIO-2022_June2023.
    return read_sheet(sheet, _layout(sheet), year_of(source, year, PUBLICATION, which=0))


def _layout(sheet: Sheet) -> Layout:
    codes = {str(cell).strip() for cell in sheet.cells[-12:, 3]}
    transport = tuple(code for code in TRANSPORT if code in codes)
    return Layout(sector=NUMBER, value_added="r64", output="r69", taxes="r99", margins=MARGINS + transport)

"""World Input-Output Database, release of 2016: 43 countries and the rest of the world, 56 sectors, 2000 to 2014."""

from __future__ import annotations

from pathlib import Path

from hinterland.tables.readers.publication import Publication, find, year_of
from hinterland.tables.readers.sheet import CODE, Layout, open_sheet, read_sheet
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "WIOD, release of 2016", "WIOT2014_Nov16_ROW.xlsb", "CC BY 4.0; cite Timmer et al. (2015)", "million USD"
)
LAYOUT = Layout(
    sector=CODE, value_added="VA", output="GO", taxes="TXSP", margins=("EXP_adj", "PURR", "PURNR", "IntTTM")
)


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `WIOTyyyy_Nov16_ROW.xlsb` (or saved as .xlsx), or the year's file in a folder or in the archive."""
    source = find(path, r"WIOTYEAR_\w+\.xls[bx]", PUBLICATION, year)
    year = year_of(source, year, PUBLICATION)
    return read_sheet(open_sheet(source, PUBLICATION, str(year)), LAYOUT, year)

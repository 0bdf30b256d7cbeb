"""World Input-Output Database, release of 2013: 40 countries and the rest of the world, 35 sectors, 1995 to 2011.

pymrio reads it too, but drops the row of gross output, without which nothing can be checked; it is used in the tests
to confirm this reader.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hinterland.labels import Axis, Label
from hinterland.tables.readers.publication import Publication, Source, find
from hinterland.tables.readers.sheet import NUMBER, Layout, open_sheet, read_sheet
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "WIOD, release of 2013", "wiot11_row_sep12.xlsx", "CC BY 4.0; cite Timmer et al. (2015)", "million USD"
)
LAYOUT = Layout(sector=NUMBER, value_added="r64", output="r69", taxes="r99", margins=("r61", "r62", "r63", "r65"))
OLD_CODES = {"ROM": "ROU", "RoW": "ROW"}  # early years write ROM


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `wiotYY_row_MMMYY.xlsx`, or the year's file in a folder or in the published archive."""
    source = find(path, r"wiotYY_row_\w+\.xlsx", PUBLICATION, year)
    world = read_sheet(open_sheet(source, PUBLICATION), LAYOUT, year or _year(source))
    codes = (OLD_CODES.get(code, code) for code in world.regions.codes)
    return replace(world, regions=Axis("region", tuple(Label(code) for code in codes)))


def _year(source: Source) -> int:
    """Take the year from the file's name, which has two digits of it: wiot95, wiot11."""
    match = re.match(r"wiot(\d\d)_", source.name, re.IGNORECASE)
    if not match:
        raise PUBLICATION.wrong("no year in the file's name", source, "year_is_missing", "say which year (--year)")
    two = int(match[1])
    return 1900 + two if two >= 90 else 2000 + two

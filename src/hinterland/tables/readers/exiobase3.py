"""EXIOBASE 3: 44 countries and five rests of continents, 163 industries or 200 products, 1995 to 2022.

Value added lies in the extension `satellite` up to version 3.8 and in `factor_inputs` from 3.9.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd

from hinterland.tables.readers.publication import Publication, Source, year_of
from hinterland.tables.readers.pymrio_tables import parse, to_world
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "EXIOBASE 3",
    "IOT_2018_ixi.zip",
    "CC BY-SA 4.0 up to 3.8.2, later ones as on Zenodo; cite Stadler et al. (2018)",
    "million EUR",
)
FILE = r"IOT_{year}_\w+\.zip"
EXTENSIONS = ("factor_inputs", "satellite")
PARTS = ("Z", "Y", "F", "unit")  # the archive has coefficients, multipliers and footprints too, each as large as Z
TAXES = r"taxes"
VALUE_ADDED = r"Compensation of employees|Operating surplus"


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `IOT_yyyy_ixi.zip` or `IOT_yyyy_pxp.zip`, the year's archive in a folder, or an unpacked one."""
    source = _find(path, year)
    PUBLICATION.refuse_cut_archive(source.path)
    io_system = parse(lambda pymrio: pymrio.load_all(source.path, subset=list(PARTS)), source, PUBLICATION)
    factors = _factors(io_system, source)
    return to_world(
        io_system.Z,
        io_system.Y,
        value_added=factors[factors.index.str.contains(VALUE_ADDED)].sum(),
        taxes=factors[factors.index.str.contains(TAXES, case=False)].sum(),
        source=source,
        publication=PUBLICATION,
        year=year_of(source, year, PUBLICATION),
        notes=("taxes on final demand are left out",),
    )


def _find(path: Path, year: int | None) -> Source:
    """Find the archive or folder of one year; these archives are read as they are, not opened like others."""
    if not path.exists():
        raise PUBLICATION.wrong("no such file or folder", path, "file_is_missing", "check the path")
    if path.is_file() or (path / "Z.txt").exists():
        return Source(path)
    wanted = re.compile(FILE.format(year=year or r"\d{4}"))
    matches = [item for item in sorted(path.iterdir()) if wanted.fullmatch(item.name)]
    if len(matches) != 1:
        found = f"{len(matches)} archives" + (f" of {year}" if year else "")
        raise PUBLICATION.wrong(found, path, "file_is_ambiguous", "give the archive itself, or its year (--year)")
    return Source(matches[0])


def _factors(io_system: Any, source: Source) -> pd.DataFrame:
    """Give the rows of taxes and value added of the first extension that has them."""
    for name in EXTENSIONS:
        extension = getattr(io_system, name, None)
        frame = None if extension is None else extension.F
        if frame is not None and frame.index.str.contains(VALUE_ADDED).any():
            return frame
    raise PUBLICATION.wrong(f"no value added in {' or '.join(EXTENSIONS)}", source)

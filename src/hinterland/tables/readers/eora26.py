"""Eora26: 189 countries, 26 sectors, from 1990, at basic prices.

pymrio drops the statistical discrepancy, which Eora enters as one more country, ROW.
"""

from __future__ import annotations

import re
from pathlib import Path

from hinterland.tables.readers.publication import Publication, Source
from hinterland.tables.readers.pymrio_tables import parse, to_world
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "Eora26",
    "Eora26_2015_bp.zip",
    "free for academic work at degree-granting institutions, else by licence from KGM & Associates",
    "thousand USD",
)
TABLE = r"Eora26_(\d{4})_bp(\.zip|_T\.txt)"
TAXES = r"^(?:Taxes|Subsidies) on production"


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `Eora26_yyyy_bp.zip` (with the publisher's `indices.zip` beside it), or a folder of the text files."""
    source, year = _find(path, year)
    PUBLICATION.refuse_cut_archive(source.path)
    # In its folder, not by its own name: only so does pymrio find the labels in indices.zip.
    folder = source.path.parent
    eora = parse(lambda pymrio: pymrio.parse_eora26(folder, year=year, price="bp"), source, PUBLICATION)
    factors = eora.VA.F.droplevel(0)
    taxes = factors.index.str.contains(TAXES)
    return to_world(
        eora.Z,
        eora.Y,
        value_added=factors[~taxes].sum(),
        taxes=factors[taxes].sum(),
        source=source,
        publication=PUBLICATION,
        year=year,
        notes=("the statistical discrepancy (region ROW) is left out, so that costs do not add up to sales",),
    )


def _find(path: Path, year: int | None) -> tuple[Source, int]:
    """Find the archive or the intermediate table of one year, and that year."""
    if not path.exists():
        raise PUBLICATION.wrong("no such file or folder", path, "file_is_missing", "check the path")
    files = [path] if path.is_file() else sorted(path.rglob("Eora26_*"))
    named = [(file, match) for file in files if (match := re.fullmatch(TABLE, file.name))]
    if path.is_file() and not named:
        raise PUBLICATION.wrong("another file name", path)
    matches = [(file, int(match[1])) for file, match in named if year in (None, int(match[1]))]
    if len(matches) != 1:
        found = f"{len(matches)} tables" + (f" of {year}" if year else "")
        raise PUBLICATION.wrong(found, path, "file_is_ambiguous", "give the file itself, or its year (--year)")
    return Source(matches[0][0]), matches[0][1]

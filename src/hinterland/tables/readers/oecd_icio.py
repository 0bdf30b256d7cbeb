"""Inter-country input-output tables of the OECD: editions of 2018, 2021 and 2023, some 65 to 77 regions.

The editions differ in the codes of rows and columns: taxes are `AUS_TAXSUB` or `TLS`, value added `VALU` or `VA`,
output `OUTPUT` or `OUT`. Where China and Mexico are split by kind of exporter (CN1, CN2, MX1, MX2), the parts are
summed.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pandas as pd

from hinterland.tables.readers.publication import Publication, Source, find, year_of
from hinterland.tables.readers.pymrio_tables import parse, to_world
from hinterland.tables.world import WorldTable

PUBLICATION = Publication(
    "OECD ICIO", "ICIO2021_2018.csv", "OECD terms and conditions: free with attribution", "million USD"
)
FILE = r"(ICIO\d{4}_YEAR|YEAR(_SML)?)\.(csv|zip)"
OUTPUT_ROWS = ("OUT", "OUTPUT")
VALUE_ADDED_ROWS = ("VA", "VALU")
PARTS = {"CN": "CHN", "MX": "MEX"}


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `ICIOeeee_yyyy.csv` (edition, year) or `yyyy_SML.csv`, alone, zipped, in a folder or in an archive."""
    source = _inside(find(path, FILE, PUBLICATION, year))
    year = year_of(source, year, PUBLICATION)
    order, output = _check_lines(source)
    with source.on_disk() as file:
        io_system = parse(lambda pymrio: pymrio.parse_oecd(file), source, PUBLICATION)
    factors = _merge_parts(io_system.factor_inputs.F)
    value_added = factors.index.isin(VALUE_ADDED_ROWS)
    if not value_added.any():
        raise PUBLICATION.wrong(f"no row {' or '.join(VALUE_ADDED_ROWS)}", source)
    return to_world(
        _merge_parts(io_system.Z),
        _merge_parts(io_system.Y),
        value_added=factors[value_added].sum(),
        taxes=factors[~value_added].sum(),
        output=_merge_parts(output.to_frame().T).iloc[0],
        order=dict.fromkeys(_whole(code) for code in order),
        source=source,
        publication=PUBLICATION,
        year=year,
        notes=("taxes on final demand are left out",),
    )


def _inside(source: Source) -> Source:
    """Step into a zip that was found in a folder; it holds one table."""
    return source if source.name.lower().endswith(".csv") else find(source.path, FILE, PUBLICATION)


def _check_lines(source: Source) -> tuple[list[str], pd.Series]:
    """Give the regions in the publisher's order and gross output, which pymrio drops: it stands in the last line.

    Raises `InputError` for another format or a file that is cut off: pandas pads a row that ends too soon with blanks,
    and pymrio reads blanks as zeros, so that nothing else would tell.
    """
    with source.stream() as stream:
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace")
        header = next(csv.reader(lines), [])
        columns = [tuple(code.split("_", 1)) for code in header[1:] if re.match(r"[A-Z]{2}[A-Z0-9]_", code)]
        if len(columns) < 2:
            raise PUBLICATION.wrong("no columns named REGION_INDUSTRY in the first line", source)
        label, line = "", ""
        for number, line in enumerate(lines, start=2):
            label, count = line.split(",", 1)[0].strip('"'), line.count(",") + 1
            if count != len(header):
                found = f"{count} cells in line {number} under {len(header)} columns"
                raise PUBLICATION.cut_off(found, source)
        if label not in OUTPUT_ROWS:
            raise PUBLICATION.cut_off(f"the last row is {label!r}, not the output", source)
    cells = pd.to_numeric(pd.Series(line.split(",")[1 : len(columns) + 1]), errors="coerce")
    output = cells.set_axis(
        pd.MultiIndex.from_tuples(columns)
    )  # what is no number is found later, with the other cells
    return list(dict.fromkeys(region for region, _ in columns)), output


def _merge_parts(frame: pd.DataFrame) -> pd.DataFrame:
    """Sum the parts of a region on both sides of a frame."""
    for axis in ("index", "columns"):
        labels = getattr(frame, axis)
        if isinstance(labels, pd.MultiIndex) and any(_whole(code) != code for code in labels.get_level_values(0)):
            merged = labels.map(lambda label: (_whole(label[0]), label[1]))
            side = frame if axis == "index" else frame.T
            summed = side.groupby(merged, sort=False).sum()
            summed.index = pd.MultiIndex.from_tuples(summed.index)
            frame = summed if axis == "index" else summed.T
    return frame


def _whole(code: str) -> str:
    return PARTS[code[:2]] if re.fullmatch(r"(CN|MX)\d", code) else code

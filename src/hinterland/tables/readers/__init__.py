"""Readers of published multi-regional input-output tables: one module a format, all giving a `WorldTable`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.tables.naming import with_names
from hinterland.tables.readers import adb_mrio, eora26, exiobase3, gtap, oecd_icio, wiod2013, wiod2016
from hinterland.tables.world import WorldTable, refuse

Reader = Callable[[Path, int | None], WorldTable]

FORMATS: dict[str, Reader] = {
    "wiod2013": wiod2013.read,
    "wiod2016": wiod2016.read,
    "icio": oecd_icio.read,
    "adb": adb_mrio.read,
    "exiobase3": exiobase3.read,
    "eora26": eora26.read,
    "gtap": gtap.read,
}


def read(form: str, path: Path | str, year: int | None = None) -> WorldTable:
    """Read a published table of a format named in `FORMATS`.

    Raises `InputError` for an unknown format, for a file that is not of it or is cut off, and for a table with missing
    cells or negative output; `MissingExtraError` where the library for the format is not installed.
    """
    if form not in FORMATS:
        problem = Problem(
            f"format {form!r}{suggestion(form, list(FORMATS))}",
            str(path),
            f"one of {', '.join(FORMATS)}",
            "name the format that the file has",
            "format_is_unknown",
        )
        raise InputError([problem])
    return refuse(with_names(FORMATS[form](Path(path), year), form))

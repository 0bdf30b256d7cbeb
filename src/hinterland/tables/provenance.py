"""Where each block of an economy comes from and what it is worth: the optional table `provenance` of its folder.

block, regions, status, source, note        status: observed, balanced, estimated or assumed
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import lazy_loader

from hinterland.errors import Problem, Problems
from hinterland.labels import suggestion
from hinterland.tables.folder import table_path

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")

COLUMNS = ("block", "regions", "status", "source", "note")
STATUSES = ("observed", "balanced", "estimated", "assumed")


def read_provenance(folder: Path) -> pd.DataFrame:
    """Read the table; raise `InputError` when the folder has none or a status is none of the four."""
    problems = Problems()
    path = table_path(folder, "provenance")
    if path is None:
        problems.extend(sources_are_not_stated(folder))
        problems.raise_if_any()
        raise AssertionError("a folder without the table has a problem")
    table = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path, keep_default_na=False)
    problems.extend(statuses_are_unknown(table, path))
    problems.raise_if_any()
    return table.reindex(columns=list(COLUMNS)).fillna("")


def assumptions(folder: Path) -> list[str]:
    """List what a result on this economy stands on that nobody observed: estimated and assumed blocks, a line each."""
    table = read_provenance(folder)
    weak = table[table.status.isin(STATUSES[2:])]
    return [f"{row.block} ({row.status}): {row.source}" for row in weak.itertuples()]


def sources_are_not_stated(folder: Path) -> Iterator[Problem]:
    """Report an economy that does not say where it comes from, block by block."""
    remedy = f"add provenance.csv with the columns {', '.join(COLUMNS)}"
    yield Problem("no such table", f"{folder.name}/provenance.csv", "a line a block", remedy, "sources_are_not_stated")


def statuses_are_unknown(table: pd.DataFrame, path: Path) -> Iterator[Problem]:
    """Find statuses that are none of the four."""
    for line, status in enumerate(table["status"], start=2):
        if status not in STATUSES:
            found = f"status {status!r}{suggestion(str(status), STATUSES)}"
            yield Problem(
                found, f"{path.name}:{line}", f"one of {', '.join(STATUSES)}", "correct it", "statuses_are_unknown"
            )

"""What is kept of a result: every table, and the words that say what it is and what it depends on."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

import hinterland
from hinterland.assumptions import Assumption
from hinterland.economy.status import Status
from hinterland.errors import InputError
from hinterland.panel import Panel
from hinterland.result import Result, table_is_unknown
from hinterland.scenario.plain import to_plain
from hinterland.treasury import treasury
from hinterland.tree import grow

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

FORMAT = 1  # of saved results; raise it when an older reader would misread a newer file


@dataclass(frozen=True)
class Record:
    """Hold a result as it is kept. It gives the same tables as the result that it was made of, bit for bit."""

    words: Mapping[str, Any]  # what JSON can hold
    panels: Mapping[str, Panel]

    @property
    def status(self) -> Status:
        """Say how the solve ended."""
        return Status[self.words["status"]]

    @property
    def tables(self) -> tuple[str, ...]:
        """Name the tables."""
        return tuple(self.panels)

    def panel(self, name: str) -> Panel:
        """Give a table with its axes and units."""
        if name not in self.panels:
            raise InputError([table_is_unknown(str(name), self.tables)])
        return self.panels[name]

    def table(self, name: str) -> pd.DataFrame:
        """Give a table as pandas, a row a cell."""
        return self.panel(name).table()

    def view(self, name: str) -> xr.Dataset:
        """Give a table as an xarray Dataset with labelled axes."""
        return self.panel(name).view()

    def tree(self) -> xr.DataTree:
        """Give every table as an xarray DataTree: baseline, scenario and change, each with a node a table."""
        return grow(self.panels.values())

    def assumptions(self) -> tuple[Assumption, ...]:
        """List everything that the result stands on and nobody observed."""
        return tuple(Assumption(**row) for row in self.words["assumptions"])


def record(result: Result, also: Iterable[Panel] = ()) -> Record:
    """Make the record of a result: its own tables, the treasury by measure, and `also` (ranges, contributions)."""
    own = {name: result.panel(name) for name in result.tables} | {"treasury": treasury(result)}
    panels = {name: _kept(panel) for name, panel in (own | {panel.name: panel for panel in also}).items()}
    baseline = result.baseline
    words = {
        "format": FORMAT,
        "hinterland": hinterland.__version__,
        "python": platform.python_version(),
        "economy": asdict(baseline.description),
        "fingerprint": baseline.fingerprint,
        "labels": {
            axis.name: [asdict(label) for label in axis.labels] for axis in (baseline.regions, baseline.sectors)
        },
        "scenario": to_plain(result.scenario),
        "closures": asdict(result.closures),
        "status": result.status.name,
        "largest_violation": result.solution.residual,
        "assumptions": [asdict(assumption) for assumption in result.assumptions()],
        "tables": {name: outline(panel) for name, panel in panels.items()},
        "hash": hash_of(panels),
    }
    return Record(words, panels)


def outline(panel: Panel) -> dict[str, Any]:
    """Say in words what the flat table of a panel leaves out."""
    return {
        "axes": {axis: list(codes) for axis, codes in panel.axes.items()},
        "columns": list(panel.values),
        "units": dict(panel.units),
        "names": dict(panel.names),
        "source": panel.source,
        "zero_elsewhere": None
        if panel.keep is None
        else [name for name, blank in panel.blanks().items() if blank == 0],
    }


def from_rows(name: str, words: Mapping[str, Any], columns: Mapping[str, np.ndarray]) -> Panel:
    """Rebuild a panel from its outline and its flat table."""
    axes = {axis: tuple(codes) for axis, codes in words["axes"].items()}
    at = tuple(_positions(codes, columns[axis]) for axis, codes in axes.items())
    shape = tuple(len(codes) for codes in axes.values())
    zero = words["zero_elsewhere"]
    values = {}
    for column in words["columns"]:
        values[column] = np.full(shape, 0.0 if zero is not None and column in zero else np.nan)
        values[column][at] = columns[column]
    keep = None
    if zero is not None:
        keep = np.zeros(shape, dtype=bool)
        keep[at] = True
    return from_arrays(name, words, values, keep)


def from_arrays(
    name: str, words: Mapping[str, Any], values: Mapping[str, np.ndarray], keep: np.ndarray | None
) -> Panel:
    """Rebuild a panel from its outline and its whole arrays."""
    axes = {axis: tuple(codes) for axis, codes in words["axes"].items()}
    return Panel(name, axes, values, words["units"], keep, words["names"], words["source"])


def hash_of(panels: Mapping[str, Panel]) -> str:
    """Identify tables by their labels and numbers (sha256)."""
    digest = hashlib.sha256()
    for name in sorted(panels):
        digest.update(hash_of_panel(panels[name]).encode())
    return digest.hexdigest()


def hash_of_panel(panel: Panel) -> str:
    """Identify one table; one NaN is as good as another."""
    digest = hashlib.sha256(panel.name.encode())
    for axis, codes in panel.axes.items():
        digest.update("\0".join((axis, *codes)).encode())
    if panel.keep is not None:
        digest.update(np.packbits(panel.keep).tobytes())
    for name, array in panel.filled().items():
        digest.update(name.encode())
        digest.update(np.where(np.isnan(array), np.nan, array).astype("<f8").tobytes())
    return digest.hexdigest()


def _kept(panel: Panel) -> Panel:
    return replace(panel, values={name: np.asarray(array, dtype=float) for name, array in panel.filled().items()})


def _positions(codes: tuple[str, ...], found: np.ndarray) -> np.ndarray:
    position = {code: at for at, code in enumerate(codes)}
    return np.array([position[code] for code in found], dtype=int)

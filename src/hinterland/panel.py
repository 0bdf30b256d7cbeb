"""A table with labels: a few arrays over the same named axes, shown as columns, as a pandas table or as xarray."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import lazy_loader
import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr
else:
    pd = lazy_loader.load("pandas")
    xr = lazy_loader.load("xarray")

Progress = Callable[[int, int], None]  # done, of how many panels a long study fills


@dataclass(frozen=True)
class Panel:
    """Hold arrays that share axes. `axes` maps each axis to its codes; `units` says what each array is measured in."""

    name: str
    axes: Mapping[str, tuple[str, ...]]
    values: Mapping[str, np.ndarray]
    units: Mapping[str, str] = field(default_factory=dict)
    keep: np.ndarray | None = None  # which cells are rows of the flat table; all where None
    names: Mapping[str, str] = field(default_factory=dict)  # what each array is called in full
    source: str = ""  # of the method

    def columns(self) -> dict[str, np.ndarray]:
        """Give the flat table, a row a cell: label columns first."""
        shape = tuple(len(codes) for codes in self.axes.values())
        keep = np.ones(shape, dtype=bool) if self.keep is None else self.keep
        at = np.nonzero(keep)
        labels = {
            axis: np.array(codes, dtype=object)[positions]
            for (axis, codes), positions in zip(self.axes.items(), at, strict=True)
        }
        return labels | {name: array[at] for name, array in self.values.items()}

    def table(self) -> pd.DataFrame:
        """Give the flat table as pandas."""
        return pd.DataFrame(self.columns())

    def stacked(self) -> np.ndarray:
        """Give the arrays one above the other: [array, *axes]."""
        return np.stack(list(self.values.values()))

    def view(self) -> xr.Dataset:
        """Give the arrays as an xarray Dataset, with units, long names and the source of the method.

        Cells that are no row of the flat table hold zero, or are not numbers: see `blanks`.
        """
        data = {name: xr.Variable(tuple(self.axes), array, self._words(name)) for name, array in self.filled().items()}
        coords = {axis: list(codes) for axis, codes in self.axes.items()}
        return xr.Dataset(data, coords, attrs={"source": self.source} if self.source else {})

    def blanks(self) -> dict[str, float]:
        """Give what each array holds where the flat table has no row: zero where all such cells are, else NaN."""
        if self.keep is None:
            return {}
        left_out = ~self.keep
        return {name: np.nan if array[left_out].any() else 0.0 for name, array in self.values.items()}

    def filled(self) -> dict[str, np.ndarray]:
        """Give the arrays with their blanks in place."""
        blanks = self.blanks()
        return {
            name: array if self.keep is None else np.where(self.keep, array, blanks[name])
            for name, array in self.values.items()
        }

    def _words(self, name: str) -> dict[str, str]:
        said = {"units": self.units.get(name, ""), "long_name": self.names.get(name, "")}
        return {key: value for key, value in said.items() if value}

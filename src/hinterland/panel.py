"""A table with labels: a few arrays over the same named axes, shown as columns, as a pandas table or as xarray."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Panel:
    """Hold arrays that share axes. `axes` maps each axis to its codes; `units` says what each array is measured in."""

    name: str
    axes: Mapping[str, tuple[str, ...]]
    values: Mapping[str, np.ndarray]
    units: Mapping[str, str] = field(default_factory=dict)
    keep: np.ndarray | None = None  # which cells are rows of the flat table; all where None

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

    def view(self) -> xr.Dataset:
        """Give the arrays as an xarray Dataset, with units."""
        dims = tuple(self.axes)
        data = {
            name: xr.Variable(dims, array, {"units": self.units[name]} if name in self.units else {})
            for name, array in self.values.items()
        }
        return xr.Dataset(data, coords={axis: list(codes) for axis, codes in self.axes.items()})

"""A record as netCDF 4: the tree of `hinterland.tree`, the words as an attribute, the rows of flat tables beside it.

Written with h5netcdf itself: xarray would go over the whole file again for every node. `xarray.open_datatree` opens it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np

from hinterland.panel import Panel
from hinterland.results.record import Record, from_arrays
from hinterland.tree import branch_of

_WORDS = "hinterland"  # the attribute of the root
_ROWS = "rows"  # the branch that says which cells are rows of a flat table


def to_bytes(record: Record) -> bytes:
    """Write a record."""
    import h5netcdf  # noqa: PLC0415 (an extra)

    content = BytesIO()
    with h5netcdf.File(content, "w") as file:
        file.attrs["title"] = record.words["scenario"]["title"]
        file.attrs[_WORDS] = json.dumps(record.words, ensure_ascii=False)
        for panel in record.panels.values():
            _write(file, panel)
    return content.getvalue()


def from_bytes(content: bytes) -> Record:
    """Read a record."""
    import h5netcdf  # noqa: PLC0415 (an extra)

    with h5netcdf.File(BytesIO(content), "r") as file:
        words = json.loads(file.attrs[_WORDS])
        return Record(words, {name: _read(file, name, outline) for name, outline in words["tables"].items()})


def _write(file: Any, panel: Panel) -> None:
    for name, array in panel.filled().items():
        branch, own = branch_of(name)
        said = {"units": panel.units.get(name, ""), "long_name": panel.names.get(name, ""), "source": panel.source}
        variable = _group(file, f"{branch}/{panel.name}", panel).create_variable(
            own, tuple(panel.axes), dtype="<f8", data=array, compression="gzip", shuffle=True
        )
        variable.attrs.update({key: text for key, text in said.items() if text})
    if panel.keep is not None:
        rows = _group(file, f"{_ROWS}/{panel.name}", panel)
        rows.create_variable("kept", tuple(panel.axes), dtype="i1", data=panel.keep.astype("i1"), compression="gzip")


def _group(file: Any, path: str, panel: Panel) -> Any:
    """Give a group with the axes of a table, made where it is not there yet."""
    import h5py  # noqa: PLC0415 (an extra)

    if path in file:
        return file[path]
    group = file.create_group(path)
    group.dimensions = {axis: len(codes) for axis, codes in panel.axes.items()}
    for axis, codes in panel.axes.items():
        group.create_variable(axis, (axis,), dtype=h5py.string_dtype(), data=np.array(codes, dtype=object))
    return group


def _read(file: Any, name: str, outline: Mapping[str, Any]) -> Panel:
    values = {}
    for column in outline["columns"]:
        branch, own = branch_of(column)
        values[column] = file[f"{branch}/{name}"].variables[own][...]
    keep = None
    if outline["zero_elsewhere"] is not None:
        keep = file[f"{_ROWS}/{name}"].variables["kept"][...].astype(bool)
    return from_arrays(name, outline, values, keep)

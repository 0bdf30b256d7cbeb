"""Tables as an xarray DataTree: what was before, what is after, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import lazy_loader

from hinterland.panel import Panel

if TYPE_CHECKING:
    import xarray as xr
else:
    xr = lazy_loader.load("xarray")

BRANCHES = {"before": "baseline", "after": "scenario"}  # the word in a column's name → the branch it belongs to
REST = "change"


def grow(panels: Iterable[Panel], words: Mapping[str, Any] | None = None) -> xr.DataTree:
    """Sort the columns of tables into three branches, a node a table; `words` become attributes of the root.

    A column `output_before` is `output` in `/baseline/sectors`, `before` is `value`; what is neither before nor after
    is in `/change` by its own name.
    """
    nodes: dict[str, xr.Dataset] = {branch: xr.Dataset() for branch in (*BRANCHES.values(), REST)}
    for panel in panels:
        view = panel.view()
        for branch in (*BRANCHES.values(), REST):
            columns = [name for name in panel.values if branch_of(name)[0] == branch]
            if columns:
                nodes[f"{branch}/{panel.name}"] = view[columns].rename({name: branch_of(name)[1] for name in columns})
    tree = xr.DataTree.from_dict(nodes)
    tree.attrs.update(words or {})
    return tree


def branch_of(column: str) -> tuple[str, str]:
    """Give the branch that a column belongs to and its name there."""
    parts = column.split("_")
    for word, branch in BRANCHES.items():
        if word in parts:
            return branch, "_".join(part for part in parts if part != word) or "value"
    return REST, column

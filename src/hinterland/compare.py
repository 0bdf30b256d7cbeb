"""Two results side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import numpy as np

from hinterland.errors import InputError, Problem
from hinterland.panel import Panel
from hinterland.result import Result


class Tables(Protocol):
    """Stand for a result, solved or opened again."""

    def panel(self, name: str) -> Panel:
        """Give a table."""


def compare(one: Tables, two: Tables, table: str = "regions") -> Panel:
    """Set a table of two results side by side, a row a figure: `one`, `two`, and the difference two − one.

    Raises `InputError` where the two are not about the same regions and sectors.
    """
    first, second = _alike(one, two, table)
    figures = tuple(name for name in second.values if name in first.values)
    columns = [np.stack([panel.values[name] for name in figures], axis=-1) for panel in (first, second)]
    values = {"one": columns[0], "two": columns[1], "difference": columns[1] - columns[0]}
    keep = _either(first.keep, second.keep)
    rows = None if keep is None else np.repeat(keep[..., None], len(figures), axis=-1)
    return Panel(first.name, {**first.axes, "figure": figures}, values, keep=rows)


def difference(against: Result, result: Result, table: str = "regions") -> Panel:
    """Give a table of `result` less that of `against`; per cents become percentage points."""
    first, second = _alike(against, result, table)
    values = {name: column - first.values[name] for name, column in second.values.items() if name in first.values}
    return Panel(second.name, second.axes, values, second.units, _either(first.keep, second.keep))


def relative(against: Result | None, result: Result, table: str = "regions") -> Panel:
    """Give a table of `result` with another result in the baseline's place; the table itself where that is None.

    What was `before` is what `against` came to, `after` stands, and every other column is a difference.
    """
    if against is None:
        return result.panel(table)
    first, second = _alike(against, result, table)
    values = {name: _relative(name, column, first) for name, column in second.values.items()}
    return replace(second, values=values, keep=_either(first.keep, second.keep))


def _relative(name: str, column: np.ndarray, first: Panel) -> np.ndarray:
    """Give one column: `x_before` is the other's `x_after`, and `x_after` stands."""
    if "before" in name:
        return first.values[name.replace("before", "after")]
    return column if "after" in name else column - first.values[name]


def _alike(one: Tables, two: Tables, table: str) -> tuple[Panel, Panel]:
    """Give the table of both, if they are about the same regions and sectors."""
    first, second = one.panel(table), two.panel(table)
    if dict(first.axes) != dict(second.axes):
        raise InputError([_results_do_not_compare(first, second)])
    return first, second


def _either(one: np.ndarray | None, two: np.ndarray | None) -> np.ndarray | None:
    return None if one is None or two is None else one | two


def _results_do_not_compare(first: Panel, second: Panel) -> Problem:
    differing = [axis for axis, codes in first.axes.items() if second.axes.get(axis) != codes]
    return Problem(
        f"two results whose {' and '.join(differing) or 'axes'} differ",
        f"compare, table {first.name}",
        "results of the same economy",
        "run both scenarios on one economy",
        "results_do_not_compare",
    )

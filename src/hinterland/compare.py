"""Two results side by side."""

from __future__ import annotations

import numpy as np

from hinterland.errors import InputError, Problem
from hinterland.panel import Panel
from hinterland.result import Result


def compare(one: Result, two: Result, table: str = "regions") -> Panel:
    """Set a table of two results side by side: each column of `one`, of `two`, and the difference two − one.

    Raises `InputError` where the two are not about the same regions and sectors.
    """
    first, second = one.panel(table), two.panel(table)
    if dict(first.axes) != dict(second.axes):
        raise InputError([_results_do_not_compare(first, second)])
    values: dict[str, np.ndarray] = {}
    units: dict[str, str] = {}
    for name, column in first.values.items():
        if name not in second.values:
            continue
        trio = {f"{name}_one": column, f"{name}_two": second.values[name]}
        values |= trio | {f"{name}_difference": second.values[name] - column}
        units |= dict.fromkeys((*trio, f"{name}_difference"), first.units.get(name, ""))
    return Panel(first.name, first.axes, values, units, _either(first.keep, second.keep))


def difference(against: Result, result: Result, table: str = "regions") -> Panel:
    """Give a table of `result` less that of `against`; per cents become percentage points."""
    first, second = against.panel(table), result.panel(table)
    if dict(first.axes) != dict(second.axes):
        raise InputError([_results_do_not_compare(first, second)])
    values = {name: column - first.values[name] for name, column in second.values.items() if name in first.values}
    return Panel(second.name, second.axes, values, second.units, _either(first.keep, second.keep))


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

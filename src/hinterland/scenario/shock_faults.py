"""What can be wrong with a scenario by label: one function a fault, named after it. Each says what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from hinterland.baseline import Baseline
from hinterland.errors import Problem
from hinterland.labels import suggestion
from hinterland.scenario.levers import LEVERS, Lever

if TYPE_CHECKING:
    import xarray as xr


def scenario_is_not_a_mapping(scenario: Any) -> Problem:
    """Refuse what is no mapping."""
    return Problem(
        f"a {type(scenario).__name__}",
        "scenario",
        'a mapping from levers to places and sizes, such as {"tariff": {("IMPORTER", "EXPORTER"): 0.05}}',
        "write it so; {} changes nothing",
        "scenario_is_not_a_mapping",
    )


def lever_is_unknown(name: str) -> Problem:
    """Say that there is no such lever."""
    return Problem(
        f"unknown lever {name!r}{suggestion(name, tuple(LEVERS))}",
        "scenario",
        f"one of {', '.join(LEVERS)}",
        "correct it",
        "lever_is_unknown",
    )


def transfers_do_not_add_up(change: np.ndarray, baseline: Baseline) -> Iterator[Problem]:
    """Find transfers that nobody pays."""
    if abs(change.sum()) > 1e-9 * np.abs(change).sum():
        yield Problem(
            f"transfers sum to {change.sum():g}",
            "scenario, transfer",
            f"0 {baseline.description.currency}: what one region gets another pays",
            "name who pays, with a minus",
            "transfers_do_not_add_up",
        )


def labels_are_too_many(count: int, lever: Lever, place: str) -> Problem:
    """Say that a place has more labels than its lever has axes."""
    expected = f"at most {len(lever.axes)}: {', '.join(lever.axes)}"
    return Problem(f"{count} labels", place, expected, "remove the rest", "labels_are_too_many")


def labels_are_unknown(baseline: Baseline, axis_name: str, label: str, place: str) -> Problem:
    """Say that a label is neither a code of the economy, nor a group, nor `*`."""
    axis = baseline.sectors if axis_name == "sector" else baseline.regions
    groups = tuple(baseline.groups) if axis.name == "region" else ()
    return Problem(
        f"unknown {axis_name} {label!r}{suggestion(label, (*axis.codes, *groups))}",
        place,
        f"the code of a {axis.name}{', a group' if groups else ''}, or *",
        "correct it; `hinterland show` lists them",
        "labels_are_unknown",
    )


def sizes_are_unreadable(size: Any, lever: Lever, place: str) -> Problem:
    """Say that a size is neither a number nor a change with its sign."""
    level = {"rate": "a rate such as 0.05", "ratio": "a ratio such as 1.05", "money": "an amount of money"}[lever.kind]
    change = {"rate": " or a change such as +5pp or -10%", "ratio": " or a change such as +5%", "money": ""}[lever.kind]
    remedy = "write the size so" + ("; a change needs its sign" if change else "")
    return Problem(f"size {size!r}", place, level + change, remedy, "sizes_are_unreadable")


def sizes_are_impossible(size: Any, lever: Lever, place: str) -> Problem:
    """Say that a size is out of the range of its lever."""
    low = "of 0 or more" if lever.shock == "alpha" else "above 0"
    expected = {
        "rate": "a rate above -1 (0.05 is 5 %), or a change in pp or %",
        "ratio": f"a ratio {low} (1.05 is 5 % more), or a change in %",
        "money": "an amount in the economy's currency",
    }[lever.kind]
    return Problem(f"size {size!r}", place, expected, "correct the size", "sizes_are_impossible")


def arrays_have_no_labels(given: Any, wanted: Mapping[str, tuple[str, ...]], place: str) -> Problem:
    """Refuse bare arrays and all else whose places would have to be guessed."""
    return Problem(
        f"a {type(given).__name__}",
        place,
        f"a mapping from labels to sizes, or an xarray.DataArray over {', '.join(wanted)}",
        "label it: what stands where must not be guessed",
        "arrays_have_no_labels",
    )


def arrays_are_transposed(given: xr.DataArray, wanted: Mapping[str, tuple[str, ...]], place: str) -> Problem:
    """Refuse an array with other axes, or in another order."""
    return Problem(
        f"axes {', '.join(map(str, given.dims))}",
        place,
        f"axes {', '.join(wanted)}, in this order",
        "rename the axes, or transpose the array",
        "arrays_are_transposed",
    )


def arrays_are_mislabelled(given: xr.DataArray, axis: str, codes: tuple[str, ...], place: str) -> Problem | None:
    """Refuse an array whose labels are not the economy's, in its order; None when they are."""
    found = tuple(map(str, given.indexes[axis])) if axis in given.indexes else ()
    if found == codes:
        return None
    return Problem(
        f"labels {', '.join(found[:3])} … on axis {axis}" if found else f"no labels on axis {axis}",
        place,
        f"{', '.join(codes[:3])} …: all {len(codes)} codes in the economy's order",
        "reindex the array",
        "arrays_are_mislabelled",
    )


def home_tariffs_are_set(tariff: np.ndarray, baseline: Baseline) -> Iterator[Problem]:
    """Find tariffs of a region on itself."""
    own = np.arange(len(baseline.regions))
    for n in np.flatnonzero(np.abs(tariff[own, own]).sum(axis=1)):
        yield Problem(
            f"a tariff of region {baseline.regions.codes[n]!r} on itself",
            "scenario, tariff",
            "0 where importer = exporter",
            "name another exporter; a tax on all output is production_tax",
            "home_tariffs_are_set",
        )


def tastes_vanish(scaled: np.ndarray, baseline: Baseline) -> Iterator[Problem]:
    """Find regions that would buy nothing at all."""
    for n in np.flatnonzero(scaled.sum(axis=1) == 0):
        yield Problem(
            f"region {baseline.regions.codes[n]!r} would buy nothing",
            "scenario, final_demand",
            "some sector with a ratio above 0",
            "leave it one sector that it buys from today",
            "tastes_vanish",
        )

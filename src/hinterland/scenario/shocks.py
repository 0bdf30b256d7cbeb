"""From shocks by label to the arrays that the equilibrium reads.

A scenario is a mapping: which lever → where → how much.

    {"tariff": {("MEX", "USA"): 0.0, ("USA", "CHN", "textiles"): "+10pp"}, "productivity": {"MEX": "+2%"}}

A place may be a group of the economy or `*`; fewer labels than axes mean all of the rest. A size is a number (a new
rate for taxes, a ratio for the others) or a change in words: `+5pp`, `-10%`. A whole labelled array (xarray) is taken
as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lazy_loader
import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy.params import Shocks
from hinterland.errors import Problem, Problems
from hinterland.labels import Axis, suggestion

if TYPE_CHECKING:
    import xarray as xr
else:
    xr = lazy_loader.load("xarray")

ByLabel = Mapping[str, Any]


@dataclass(frozen=True)
class Lever:
    """Say which array a lever changes, along which axes, from what, and in what terms its size is given."""

    shock: str  # the field of `Shocks`
    axes: tuple[str, ...]
    kind: str  # rate: a new level of a tax; ratio: to the baseline; money: added
    lowest: float  # sizes must lie above it


LEVERS: dict[str, Lever] = {
    "tariff": Lever("t", ("importer", "exporter", "sector"), "rate", -1.0),
    "export_tax": Lever("e", ("importer", "exporter", "sector"), "rate", -1.0),
    "production_tax": Lever("o", ("region", "sector"), "rate", -1.0),
    "iceberg_cost": Lever("d_hat", ("importer", "exporter", "sector"), "ratio", 0.0),
    "productivity": Lever("A_hat", ("region", "sector"), "ratio", 0.0),
    "labour": Lever("L_hat", ("region",), "ratio", 0.0),
    "final_demand": Lever("alpha", ("region", "sector"), "ratio", -1e-300),
    "transfer": Lever("D", ("region",), "money", -math.inf),
}


def to_shocks(baseline: Baseline, scenario: ByLabel) -> Shocks:
    """Turn a scenario by label into arrays; raise `InputError` with everything that is wrong in it.

    A rule for `*` or a group leaves home trade (importer = exporter) alone. Tastes are scaled back to
    shares; transfers must add up to zero over all regions.
    """
    problems = Problems()
    changed: dict[str, np.ndarray] = {}
    for name, places in scenario.items():
        lever = LEVERS.get(name)
        if lever is None:
            problems.extend([_lever_is_unknown(name)])
            continue
        array = _rest(baseline, lever)
        if isinstance(places, Mapping):
            for where, size in places.items():
                _apply(baseline, name, lever, where, size, array, problems)
        else:
            array = _whole(baseline, name, lever, places, problems)
        changed[lever.shock] = array
    if "alpha" in changed:
        scaled = baseline.params.alpha * changed["alpha"]
        changed["alpha"] = scaled / scaled.sum(axis=1, keepdims=True)
    if "D" in changed:
        problems.extend(_transfers_do_not_add_up(changed["D"] - baseline.params.D, baseline))
    problems.raise_if_any()
    return Shocks(**changed)


def _rest(baseline: Baseline, lever: Lever) -> np.ndarray:
    """Give the array of a lever before anything changes."""
    if lever.kind in ("rate", "money"):
        return np.array(getattr(baseline.params, lever.shock))
    return np.ones([len(_axis(baseline, name)) for name in lever.axes])


def _axis(baseline: Baseline, name: str) -> Axis:
    return baseline.sectors if name == "sector" else baseline.regions


def _apply(
    baseline: Baseline, name: str, lever: Lever, where: Any, size: Any, array: np.ndarray, problems: Problems
) -> None:
    """Apply one rule in place."""
    labels = where if isinstance(where, tuple) else (where,)
    place = f"scenario, {name}[{', '.join(map(str, labels))}]"
    if len(labels) > len(lever.axes):
        expected = f"at most {len(lever.axes)} labels: {', '.join(lever.axes)}"
        problems.add(f"{len(labels)} labels", where=place, expected=expected, remedy="remove the rest")
        return
    at = []
    for axis_name, label in zip(lever.axes, (*labels, *["*"] * (len(lever.axes) - len(labels))), strict=True):
        found = _positions(baseline, axis_name, str(label))
        if found is None:
            axis = _axis(baseline, axis_name)
            valid = (*axis.codes, *(baseline.groups if axis.name == "region" else ()))
            problems.add(
                f"unknown {axis_name} {label!r}{suggestion(str(label), valid)}",
                where=place,
                expected=f"a code, {'a group, ' if axis.name == 'region' else ''}or *",
                remedy="correct it; `hinterland show` lists them",
                code="labels_are_unknown",
            )
            return
        at.append(found)
    cells = np.ix_(*at)
    keep = _home(baseline, lever)[cells] if "*" in labels or len(labels) < 2 or _grouped(baseline, labels) else False
    new = _sized(array[cells], lever, size, place, problems)
    if new is not None:
        array[cells] = np.where(keep, array[cells], new)


def _positions(baseline: Baseline, axis_name: str, label: str) -> list[int] | None:
    """Find where a label, a group or `*` stands on an axis."""
    axis = _axis(baseline, axis_name)
    if label == "*":
        return list(range(len(axis)))
    if axis.name == "region" and label in baseline.groups:
        return [axis.codes.index(code) for code in baseline.groups[label]]
    return [axis.codes.index(label)] if label in axis.codes else None


def _home(baseline: Baseline, lever: Lever) -> np.ndarray:
    """Mark the cells of a region's trade with itself."""
    if lever.axes[0] != "importer":
        return np.zeros([len(_axis(baseline, name)) for name in lever.axes], dtype=bool)
    N, J = len(baseline.regions), len(baseline.sectors)
    return np.broadcast_to(np.eye(N, dtype=bool)[:, :, None], (N, N, J))


def _grouped(baseline: Baseline, labels: tuple[Any, ...]) -> bool:
    return any(str(label) in baseline.groups for label in labels[:2])


def _sized(now: np.ndarray, lever: Lever, size: Any, place: str, problems: Problems) -> np.ndarray | None:
    """Give the new values of some cells."""
    parsed = _parse(size)
    if parsed is None:
        expected = "a number, or a change such as '+5pp' or '-10%'"
        problems.add(f"size {size!r}", where=place, expected=expected, remedy="write the size so")
        return None
    number, unit = parsed
    if unit == "pp":
        new = now + number / 100
    elif unit == "%":
        new = now * (1 + number / 100)
    else:
        new = now + number if lever.kind == "money" else np.full_like(now, number)
    wrong_unit = (unit == "pp" and lever.kind != "rate") or (unit == "%" and lever.kind == "money")
    if wrong_unit or not (new > lever.lowest).all():
        expected = {
            "rate": "a rate above -1 (0.05 is 5 %), or a change in pp or %",
            "ratio": "a ratio above 0 (1.05 is 5 % more), or a change in %",
            "money": "an amount in the economy's currency",
        }[lever.kind]
        problems.add(
            f"size {size!r}", where=place, expected=expected, remedy="correct the size", code="sizes_are_impossible"
        )
        return None
    return new


def _parse(size: Any) -> tuple[float, str] | None:
    """Read `0.05`, `+5pp`, `-10%`: the number and its unit."""
    if isinstance(size, bool):
        return None
    if isinstance(size, int | float | np.number):
        return (float(size), "") if not math.isnan(size) else None
    if not isinstance(size, str):
        return None
    text = size.strip().replace("−", "-")
    unit = next((unit for unit in ("pp", "%") if text.endswith(unit)), "")
    try:
        return float(text.removesuffix(unit)), unit
    except ValueError:
        return None


def _whole(baseline: Baseline, name: str, lever: Lever, given: Any, problems: Problems) -> np.ndarray:
    """Take a whole labelled array, if its labels are exactly the economy's, in the economy's order."""
    place = f"scenario, {name}"
    wanted = {axis: _axis(baseline, axis).codes for axis in lever.axes}
    rest = _rest(baseline, lever)
    if not isinstance(given, xr.DataArray):
        problems.add(
            f"{type(given).__name__} without labels",
            where=place,
            expected=f"a mapping from labels to sizes, or an xarray.DataArray over {', '.join(wanted)}",
            remedy="label the array: what stands where must not be guessed",
            code="arrays_have_no_labels",
        )
        return rest
    if given.dims != tuple(wanted):
        problems.add(
            f"axes {', '.join(map(str, given.dims))}",
            where=place,
            expected=f"axes {', '.join(wanted)}, in this order",
            remedy="rename or transpose the array",
            code="arrays_are_transposed",
        )
        return rest
    for axis, codes in wanted.items():
        found = tuple(map(str, given.indexes[axis])) if axis in given.indexes else ()
        if found != codes:
            problems.add(
                f"labels {', '.join(found[:3]) or 'missing'} … on axis {axis}",
                where=place,
                expected=f"{', '.join(codes[:3])} …: all {len(codes)} codes in the economy's order",
                remedy="reindex the array",
                code="arrays_are_mislabelled",
            )
            return rest
    array = given.to_numpy().astype(float)
    if not (array > lever.lowest).all():
        expected = f"sizes above {lever.lowest:g} in every cell"
        code = "sizes_are_impossible"
        problems.add("impossible sizes", where=place, expected=expected, remedy="correct them", code=code)
    return array


def _lever_is_unknown(name: str) -> Problem:
    return Problem(
        f"unknown lever {name!r}{suggestion(name, tuple(LEVERS))}",
        "scenario",
        ", ".join(LEVERS),
        "correct it",
        "lever_is_unknown",
    )


def _transfers_do_not_add_up(change: np.ndarray, baseline: Baseline) -> Iterator[Problem]:
    """Find transfers that nobody pays."""
    if abs(change.sum()) > 1e-9 * np.abs(change).sum():
        yield Problem(
            f"transfers sum to {change.sum():g}",
            "scenario, transfer",
            f"0 {baseline.description.currency}: what one region gets another pays",
            "name who pays, with a minus",
            "transfers_do_not_add_up",
        )

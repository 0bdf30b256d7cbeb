"""From shocks by label to the arrays that the equilibrium reads.

A scenario is a mapping: which lever → where → how much.

    {"tariff": {("MEX", "USA"): 0.0, ("USA", "CHN", "textiles"): "+10pp"}, "productivity": {"MEX": "+2%"}}

A place may be a group of the economy or `*`; fewer labels than axes mean all of the rest. A size is a number (a new
rate for taxes, a ratio for the others) or a change in words: `+5pp`, `-10%`. A whole labelled array (xarray) is taken
as it is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lazy_loader
import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures, Params, Shocks, without_inputs
from hinterland.errors import Problems
from hinterland.labels import Axis
from hinterland.scenario import shock_faults as faults
from hinterland.scenario.levers import LEVERS, Lever

if TYPE_CHECKING:
    import xarray as xr
else:
    xr = lazy_loader.load("xarray")

ByLabel = Mapping[str, Any]


def to_shocks(baseline: Baseline, scenario: ByLabel, closures: Closures | None = None) -> Shocks:
    """Turn a scenario by label into arrays; raise `InputError` with everything that is wrong in it.

    A rule for `*` or a group leaves home trade (importer = exporter) alone. Rules of one lever apply in their order, so
    that a later one may be an exception to an earlier. Tastes are scaled back to shares; transfers must add up to zero
    over all regions. `closures` (the baseline's when absent) says which deficits and tastes the changes start from.
    """
    problems = Problems()
    if not isinstance(scenario, Mapping):
        problems.extend([faults.scenario_is_not_a_mapping(scenario)])
    problems.raise_if_any()
    rest = _at_rest(baseline, closures or baseline.closures)
    changed: dict[str, np.ndarray] = {}
    for name, places in scenario.items():
        lever = LEVERS.get(name)
        if lever is None:
            problems.extend([faults.lever_is_unknown(str(name))])
            continue
        array = rest(lever)
        if isinstance(places, Mapping):
            for where, size in places.items():
                _apply(baseline, name, lever, where, size, array, problems)
        else:
            array = _whole(baseline, name, lever, places, array, problems)
        if name == "tariff":
            problems.extend(faults.home_tariffs_are_set(array, baseline))
        changed[lever.shock] = array
    if "alpha" in changed:
        scaled = rest.params.alpha * changed["alpha"]
        problems.extend(faults.tastes_vanish(scaled, baseline))
        total = scaled.sum(axis=1, keepdims=True)
        changed["alpha"] = scaled / np.where(total == 0, 1.0, total)
    if "D" in changed:
        problems.extend(faults.transfers_do_not_add_up(changed["D"] - rest.D, baseline))
    problems.raise_if_any()
    return Shocks(**changed)


@dataclass(frozen=True)
class _Rest:
    """Hold what levers start from; called with a lever, it gives that lever's array before anything changes."""

    params: Params
    D: np.ndarray

    def __call__(self, lever: Lever) -> np.ndarray:
        if lever.kind == "money":
            return self.D.copy()
        if lever.kind == "rate":
            return np.array(getattr(self.params, lever.shock))
        sizes = {"sector": self.params.J}
        return np.ones([sizes.get(name, self.params.N) for name in lever.axes])


def _at_rest(baseline: Baseline, closures: Closures) -> _Rest:
    params = without_inputs(baseline.params) if closures.inputs == "none" else baseline.params
    return _Rest(params, np.zeros_like(params.D) if closures.deficit == "balanced" else params.D)


def _axis(baseline: Baseline, name: str) -> Axis:
    return baseline.sectors if name == "sector" else baseline.regions


def _apply(
    baseline: Baseline, name: str, lever: Lever, where: Any, size: Any, array: np.ndarray, problems: Problems
) -> None:
    """Apply one rule in place."""
    labels = where if isinstance(where, tuple) else (where,)
    place = f"scenario, {name}[{', '.join(map(str, labels))}]"
    if len(labels) > len(lever.axes):
        problems.extend([faults.labels_are_too_many(len(labels), lever, place)])
        return
    at = []
    for axis_name, label in zip(lever.axes, (*labels, *["*"] * (len(lever.axes) - len(labels))), strict=True):
        found = _positions(baseline, axis_name, str(label))
        if found is None:
            problems.extend([faults.labels_are_unknown(baseline, axis_name, str(label), place)])
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
        problems.extend([faults.sizes_are_unreadable(size, lever, place)])
        return None
    number, unit = parsed
    if unit == "pp":
        new = now + number / 100
    elif unit == "%":
        new = now * (1 + number / 100)
    else:
        new = now + number if lever.kind == "money" else np.full_like(now, number)
    wrong_unit = (unit == "pp" and lever.kind != "rate") or (unit == "%" and lever.kind == "money")
    if wrong_unit or not _possible(new, lever):
        problems.extend([faults.sizes_are_impossible(size, lever, place)])
        return None
    return new


def _possible(sizes: np.ndarray, lever: Lever) -> bool:
    """Tell whether sizes lie in a lever's range; only a trade cost may be infinite, which ends the trade."""
    reach = (sizes >= 0) if lever.shock == "alpha" else (sizes > lever.lowest)
    return bool(reach.all() and (lever.shock == "d_hat" or np.isfinite(sizes).all()))


def _parse(size: Any) -> tuple[float, str] | None:
    """Read `0.05`, `+5pp`, `-10%`: the number and its unit. A change must show its sign, a level must not."""
    if isinstance(size, bool):
        return None
    if isinstance(size, int | float | np.number):
        return (float(size), "") if not math.isnan(size) else None
    if not isinstance(size, str):
        return None
    text = size.strip().replace("−", "-")
    unit = next((unit for unit in ("pp", "%") if text.endswith(unit)), "")
    if unit and not text.startswith(("+", "-")):
        return None
    try:
        number = float(text.removesuffix(unit))
    except ValueError:
        return None
    return None if math.isnan(number) else (number, unit)


def _whole(baseline: Baseline, name: str, lever: Lever, given: Any, rest: np.ndarray, problems: Problems) -> np.ndarray:
    """Take a whole labelled array, if its labels are exactly the economy's, in the economy's order."""
    place = f"scenario, {name}"
    wanted = {axis: _axis(baseline, axis).codes for axis in lever.axes}
    if not isinstance(given, xr.DataArray):
        problems.extend([faults.arrays_have_no_labels(given, wanted, place)])
        return rest
    if given.dims != tuple(wanted):
        problems.extend([faults.arrays_are_transposed(given, wanted, place)])
        return rest
    mislabelled = [faults.arrays_are_mislabelled(given, axis, codes, place) for axis, codes in wanted.items()]
    found = [problem for problem in mislabelled if problem]
    if found:
        problems.extend(found)
        return rest
    array = given.to_numpy().astype(float)
    if not _possible(array, lever):
        bad = array[~(np.isfinite(array) & (array > lever.lowest))]
        problems.extend([faults.sizes_are_impossible(float(bad.ravel()[0]), lever, place)])
    return rest + array if lever.kind == "money" else array

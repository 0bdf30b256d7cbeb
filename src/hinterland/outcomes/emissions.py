"""CO2 where it is emitted, and where what it made is used."""

from __future__ import annotations

import numpy as np

from hinterland.errors import InputError, Problem
from hinterland.outcomes.case import Case, change, ratio
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def emissions(case: Case) -> Panel:
    """Give CO2 by region and sector of production: it moves with the quantity made, and with measures on its rate."""
    before, after = _emitted(case)
    values = {"co2_before": before, "co2_after": after, "co2_change": after - before, "co2_pct": change(before, after)}
    axes = {"region": case.baseline.regions.codes, "sector": case.baseline.sectors.codes}
    return described("emissions", case, axes, values, keep=(before > 0) | (after > 0))


def embodied(case: Case) -> Panel:
    """Give CO2 by the region and sector that emits it and the region whose final use it serves, through all inputs."""
    before, after = _traced(case)
    codes, sectors = case.baseline.regions.codes, case.baseline.sectors.codes
    axes = {"producer": codes, "sector": sectors, "consumer": codes}
    values = {"co2_before": before, "co2_after": after, "co2_change": after - before}
    return described("embodied", case, axes, values, keep=(before > 0) | (after > 0))


def footprint(case: Case) -> Panel:
    """Give each region's CO2 by production and by use, and what its trade carries out and in."""
    values = {}
    for when, traced in zip(("before", "after"), _traced(case), strict=True):
        flows = traced.sum(axis=1)  # [producer, consumer]
        home = flows.diagonal()
        values[f"production_{when}"] = flows.sum(axis=1)
        values[f"exported_{when}"] = flows.sum(axis=1) - home
        values[f"imported_{when}"] = flows.sum(axis=0) - home
        values[f"consumption_{when}"] = flows.sum(axis=0)
    for name in ("production", "consumption"):
        values[f"{name}_pct"] = change(values[f"{name}_before"], values[f"{name}_after"])
    return described("footprint", case, {"region": case.baseline.regions.codes}, values)


def co2_is_missing(case: Case) -> Problem:
    """Refuse to tell the emissions of an economy that has none."""
    return Problem(
        "no emissions by region and sector",
        f"economy {case.baseline.description.title}",
        "co2_kt in the economy",
        "add the table emissions (region, sector, co2_kt) to its folder",
        "co2_is_missing",
    )


def _emitted(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Give CO2 before and after, kt, [region, sector]."""
    before = case.baseline.extras.get("co2_kt")
    if before is None:
        raise InputError([co2_is_missing(case)])
    return before, before * np.where(case.Y > 0, case.real_output, 1.0) * case.co2_hat


def _traced(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Trace CO2 before and after to final use, kt, [producer, sector, consumer]."""
    co2, co21 = _emitted(case)
    uses, uses1 = case.final_uses
    return co2[:, :, None] * _shares(uses, case.Y), co21[:, :, None] * _shares(uses1, case.Y1)


def _shares(uses: np.ndarray, Y: np.ndarray) -> np.ndarray:
    return np.nan_to_num(ratio(uses, Y[:, :, None]))

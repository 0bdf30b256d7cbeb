"""How much of a sector's inputs and of its sales hangs on one partner."""

from __future__ import annotations

import numpy as np

from hinterland.outcomes.case import Case, ratio
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def exposure(case: Case) -> Panel:
    """Give by region, sector and partner the share in inputs bought and in output sold, the region itself included."""
    inputs, inputs1 = _inputs(case, case.params.pi), _inputs(case, case.solution.pi1)
    sales = _sales(case.M / (1 + case.params.e), case.Y)
    sales1 = _sales(case.M1 / (1 + case.solution.levers.e), case.Y1)
    values = {
        "inputs_before_pct": inputs,
        "inputs_after_pct": inputs1,
        "inputs_change_pp": inputs1 - inputs,
        "sales_before_pct": sales,
        "sales_after_pct": sales1,
        "sales_change_pp": sales1 - sales,
    }
    codes = case.baseline.regions.codes
    axes = {"region": codes, "sector": case.baseline.sectors.codes, "partner": codes}
    keep = np.any([inputs > 0, inputs1 > 0, sales > 0, sales1 > 0], axis=0)
    return described("exposure", case, axes, values, keep)


def _inputs(case: Case, pi: np.ndarray) -> np.ndarray:
    """Give the partner's share in the cost of inputs, per cent, [region, sector, partner]."""
    gamma = case.params.gamma
    bought = np.einsum("nkj,nik->nji", gamma, pi)
    return 100 * np.nan_to_num(ratio(bought, gamma.sum(axis=1)[:, :, None]))


def _sales(sold: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """Give the partner's share in sales, per cent, [region, sector, partner]."""
    return 100 * np.nan_to_num(ratio(sold, Y)).transpose(1, 2, 0)

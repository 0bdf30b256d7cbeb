"""The mechanisms behind the change of real income, by partner and sector."""

from __future__ import annotations

import numpy as np

from hinterland.economy import welfare
from hinterland.outcomes.case import Case
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def decomposition(case: Case) -> Panel:
    """Give the mechanisms behind each region's real income, by partner and sector; they add up to `real_income_pct`.

    What happens at home has the region itself as partner. Empty where there is no decomposition: see its status.
    """
    terms = case.decomposition.terms
    stacked = np.stack(list(terms.values()), axis=1)  # [region, term, partner, sector]
    codes = case.baseline.regions.codes
    axes = {"region": codes, "term": tuple(terms), "partner": codes, "sector": case.baseline.sectors.codes}
    values = {"contribution_pct": 100 * stacked * _log_to_change(case)[:, None, None, None]}
    return described("decomposition", case, axes, values, keep=(stacked != 0) & np.isfinite(stacked))


def _log_to_change(case: Case) -> np.ndarray:
    """Give by what log points, which add up, must be scaled to add up to the change as a fraction."""
    exact = welfare.real_income(case.solution)
    log = np.log(exact)
    return np.where(np.abs(log) > 1e-12, (exact - 1) / np.where(log == 0, 1.0, log), 1.0)

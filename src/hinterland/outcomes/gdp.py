"""Gross domestic product, from the side of income, in money and at the baseline's prices."""

from __future__ import annotations

import numpy as np

from hinterland.economy import welfare
from hinterland.outcomes.case import Case, change, pct
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def gdp(case: Case) -> Panel:
    """Give GDP of each region: factor income plus taxes on products and production, less rebates and support."""
    params, solution = case.params, case.solution
    income, income1 = params.wL.sum(axis=1), case.wL1.sum(axis=1)
    taxes, taxes1 = welfare.revenue_at_rest(params), welfare.revenue(solution)
    before, after = income + taxes, income1 + taxes1
    values = {
        "gdp_before": before,
        "gdp_after": after,
        "gdp_pct": change(before, after),
        "real_gdp_pct": change(before, _at_prices_of_the_baseline(case)),
        "purchasing_power_pct": pct(after / before / welfare.price_index(solution)),
        "factor_income_before": income,
        "factor_income_after": income1,
        "taxes_before": taxes,
        "taxes_after": taxes1,
    }
    return described("gdp", case, {"region": case.baseline.regions.codes}, values)


def _at_prices_of_the_baseline(case: Case) -> np.ndarray:
    """Give final spending plus exports less imports, each cell deflated by its own price.

    Exports leave at c (1 + e); imports land at c (1 + e) d, so that cheaper transport is more goods, not lower prices.
    """
    solution, at = case.solution, case.solution.levers
    final = (at.alpha * solution.I1[:, None] / solution.P_hat).sum(axis=1)
    leaving = solution.c_hat * (1 + at.e) / (1 + case.params.e)
    trade = np.where(case.abroad, case.M1, 0.0)
    exports = (trade / leaving).sum(axis=(0, 2))
    imports = (trade / (leaving * at.d_hat)).sum(axis=(1, 2))
    return final + exports - imports

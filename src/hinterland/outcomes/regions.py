"""The headline: one row a region."""

from __future__ import annotations

import numpy as np

from hinterland.economy import welfare
from hinterland.outcomes.case import Case, change, pct
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def regions(case: Case) -> Panel:
    """Give real income, wages, prices, trade, GDP and revenue of each region."""
    solution, params = case.solution, case.params
    first = welfare.first_order(solution)
    before, after = np.where(case.abroad, case.M, 0.0), np.where(case.abroad, case.M1, 0.0)
    values = {
        "real_income_pct": pct(welfare.real_income(solution)),
        "first_order_welfare_pct": 100 * first.total,
        "terms_of_trade_pct": 100 * first.terms_of_trade.sum(axis=(1, 2)),
        "volume_of_trade_pct": 100 * first.volume_of_trade.sum(axis=(1, 2)),
        "real_wage_pct": pct(welfare.real_wage(solution)),
        "price_pct": pct(welfare.price_index(solution)),
        "exports_pct": change(before.sum(axis=(0, 2)), after.sum(axis=(0, 2))),
        "imports_pct": change(before.sum(axis=(1, 2)), after.sum(axis=(1, 2))),
        "revenue": welfare.revenue(solution) - welfare.revenue_at_rest(params),
    }
    return described("regions", case, {"region": case.baseline.regions.codes}, values)

"""What each treasury collects and pays, by kind of tax. What each measure costs is in `hinterland.treasury`."""

from __future__ import annotations

import numpy as np

from hinterland.economy import welfare
from hinterland.economy.params import Closures, Levers, Params, Shocks, levers
from hinterland.outcomes.case import Case
from hinterland.outcomes.described import described
from hinterland.panel import Panel

LINES = ("tariff", "export_tax", "export_rebate", "production_tax", "production_support", "transfer")


def revenue(case: Case) -> Panel:
    """Give each region's budget by line; what a treasury pays out is negative.

    A rate above zero is a tax and one below zero a rebate or support, cell by cell. Transfers are what scenarios give:
    nothing before.
    """
    before = _lines(case.params, levers(case.params, Shocks(), case.closures), case.M, case.Y, case.closures)
    after = _lines(case.params, case.solution.levers, case.M1, case.Y1, case.closures)
    gdp = case.params.wL.sum(axis=1) + welfare.revenue_at_rest(case.params)
    values = {
        "before": before,
        "after": after,
        "change": after - before,
        "change_pct_of_gdp": 100 * (after - before) / gdp[:, None],
    }
    axes = {"region": case.baseline.regions.codes, "line": LINES}
    return described("revenue", case, axes, values, keep=(before != 0) | (after != 0))


def _lines(params: Params, at: Levers, M: np.ndarray, Y: np.ndarray, closures: Closures) -> np.ndarray:
    """Give the lines [region, line] where trade is M and sales are Y."""
    on_exports = (at.e / (1 + at.e) * M).swapaxes(0, 1)  # [exporter, importer, sector]
    on_output = at.o / (1 + at.o) * Y
    at_rest = np.zeros_like(params.D) if closures.deficit == "balanced" else params.D
    lines = (
        (at.t * M).sum(axis=(1, 2)),
        np.maximum(on_exports, 0.0).sum(axis=(1, 2)),
        np.minimum(on_exports, 0.0).sum(axis=(1, 2)),
        np.maximum(on_output, 0.0).sum(axis=1),
        np.minimum(on_output, 0.0).sum(axis=1),
        at.D - at_rest,
    )
    return np.stack(lines, axis=1)

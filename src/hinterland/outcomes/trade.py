"""Trade by partner and sector, and each exporter's share of every market."""

from __future__ import annotations

import numpy as np

from hinterland.outcomes.case import Case, change, ratio
from hinterland.outcomes.described import described
from hinterland.panel import Panel

WORLD = "*"  # the market of all importers together


def trade(case: Case) -> Panel:
    """Give trade at the border by importer, exporter and sector, home sales included."""
    codes, sectors = case.baseline.regions.codes, case.baseline.sectors.codes
    values = {"before": case.M, "after": case.M1, "change_pct": change(case.M, case.M1)}
    axes = {"importer": codes, "exporter": codes, "sector": sectors}
    return described("trade", case, axes, values, keep=(case.M > 0) | (case.M1 > 0))


def market_shares(case: Case) -> Panel:
    """Give each exporter's share in the imports of every other region, and of all of them together (`*`)."""
    before, after = (_shares(np.where(case.abroad, M, 0.0)) for M in (case.M, case.M1))
    codes, sectors = case.baseline.regions.codes, case.baseline.sectors.codes
    axes = {"exporter": codes, "market": (*codes, WORLD), "sector": sectors}
    values = {"share_before_pct": before, "share_after_pct": after, "change_pp": after - before}
    return described("market_shares", case, axes, values, keep=(before > 0) | (after > 0))


def _shares(imports: np.ndarray) -> np.ndarray:
    """Give shares in per cent, [exporter, market, sector]; zero in a market that imports nothing."""
    markets = np.concatenate((imports, imports.sum(axis=0, keepdims=True)))
    return 100 * np.nan_to_num(ratio(markets, markets.sum(axis=1, keepdims=True))).swapaxes(0, 1)

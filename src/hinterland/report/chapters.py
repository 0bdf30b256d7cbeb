"""Which figures a report draws, chapter by chapter. A new figure is one more name here.

A figure is drawn where the scenario has one of the tables that it is made of: those of CO2 need an economy that states
it.
"""

from __future__ import annotations

CHAPTERS: dict[str, tuple[str, ...]] = {
    "what": (
        "region_headlines",
        "sector_changes",
        "employment_changes",
        "before_after",
        "trade_flows",
        "partner_sector_matrix",
        "exposure_matrix",
        "region_tiles",
        "co2_sectors",
        "co2_balance",
        "co2_trade",
    ),
    "why": ("mechanism_waterfall", "measure_waterfall"),
    "sure": ("what_matters", "headline_bars"),
    "cost": ("treasury_lines",),
}

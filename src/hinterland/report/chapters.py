"""Which figures a report draws, chapter by chapter. A new figure is a name more here.

A figure is drawn where the scenario has one of the tables that it is made of, and where it would say something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hinterland.figures.catalogue import FIGURES
from hinterland.figures.figure import Figure
from hinterland.figures.naming import Naming
from hinterland.figures.region_tiles import Tiles, region_tiles
from hinterland.panel import Panel


@dataclass(frozen=True)
class View:
    """Say from where a report looks: the region that it is about, and where regions stand on a map of tiles."""

    naming: Naming
    about: str
    tiles: Tiles | None = None


CHAPTERS: dict[str, tuple[str, ...]] = {
    "what": (
        "region_headlines",
        "sector_changes",
        "employment_changes",
        "before_after",
        "trade_flows",
        "partner_sector_matrix",
        "exposure_matrix",
        "co2_sectors",
        "co2_balance",
        "co2_trade",
        "region_tiles",
    ),
    "why": ("mechanism_waterfall", "measure_waterfall"),
    "sure": ("what_matters", "headline_bars"),
    "cost": ("treasury_lines",),
}
WHEN: dict[str, Callable[[Panel], bool]] = {  # figures that say something only of more than so much
    "measure_waterfall": lambda panel: len(panel.axes["measure"]) > 1,
    "what_matters": lambda panel: len(panel.axes["assumption"]) > 0,
    "headline_bars": lambda panel: panel.name == "ranges",
}


def figures(tables: Mapping[str, Panel], chapter: str, view: View) -> Iterator[Figure]:
    """Draw the figures of a chapter that a scenario's tables allow."""
    for name in CHAPTERS[chapter]:
        panel = next((tables[table] for table in FIGURES[name].tables if table in tables), None)
        if panel is None or (name in WHEN and not WHEN[name](panel)):
            continue
        if name == "region_tiles":
            yield region_tiles(panel, view.naming, view.tiles)
        else:
            yield FIGURES[name].draw(panel, view.naming, view.about)

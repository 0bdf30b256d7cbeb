"""Which figures a report draws, chapter by chapter. A new figure is one more line here.

A figure is drawn where the scenario has one of the tables that it is made of, the first that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hinterland.figures.before_after import before_after
from hinterland.figures.figure import Figure
from hinterland.figures.headline_bars import headline_bars, region_headlines
from hinterland.figures.naming import Naming
from hinterland.figures.partner_sector_matrix import partner_sector_matrix
from hinterland.figures.region_tiles import Tiles, region_tiles
from hinterland.figures.sector_changes import sector_changes
from hinterland.figures.trade_flows import trade_flows
from hinterland.figures.treasury_lines import treasury_lines
from hinterland.figures.waterfall import measure_waterfall, mechanism_waterfall
from hinterland.figures.what_matters import what_matters
from hinterland.panel import Panel


@dataclass(frozen=True)
class View:
    """Say from where a report looks: the region that it is about, and where regions stand on a map of tiles."""

    naming: Naming
    about: str
    tiles: Tiles | None = None


@dataclass(frozen=True)
class Drawn:
    """Name the tables that a figure can be made of, best first, the function that makes it, and when it says enough."""

    tables: tuple[str, ...]
    draw: Callable[[Panel, View], Figure]
    when: Callable[[Panel], bool] = lambda panel: True


def _at_home(figure: Callable[[Panel, Naming, str], Figure]) -> Callable[[Panel, View], Figure]:
    """Draw a figure of the region that the report is about."""
    return lambda panel, view: figure(panel, view.naming, view.about)


def _longer_than_one(axis: str) -> Callable[[Panel], bool]:
    return lambda panel: len(panel.axes[axis]) > 1


CHAPTERS: dict[str, tuple[Drawn, ...]] = {
    "what": (
        Drawn(("ranges", "regions"), _at_home(region_headlines)),
        Drawn(("sectors",), _at_home(sector_changes)),
        Drawn(("trade",), _at_home(before_after)),
        Drawn(("trade",), _at_home(trade_flows)),
        Drawn(("trade",), _at_home(partner_sector_matrix)),
        Drawn(("regions",), lambda panel, view: region_tiles(panel, view.naming, view.tiles)),
    ),
    "why": (
        Drawn(("decomposition",), _at_home(mechanism_waterfall)),
        Drawn(("contributions",), _at_home(measure_waterfall), _longer_than_one("measure")),
    ),
    "sure": (
        Drawn(("drivers",), _at_home(what_matters), lambda panel: bool(panel.axes["assumption"])),
        Drawn(("ranges",), lambda panel, view: headline_bars(panel, view.naming, region=view.about)),
    ),
    "cost": (Drawn(("treasury",), _at_home(treasury_lines)),),
}


def figures(tables: Mapping[str, Panel], chapter: str, view: View) -> Iterator[Figure]:
    """Draw the figures of a chapter that a scenario's tables allow."""
    for drawn in CHAPTERS[chapter]:
        panel = next((tables[name] for name in drawn.tables if name in tables), None)
        if panel is not None and drawn.when(panel):
            yield drawn.draw(panel, view)

"""Every figure of one result by name, and the tables that it is drawn from; a saved result draws the same figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hinterland.errors import InputError, Problem
from hinterland.figures.before_after import before_after
from hinterland.figures.carbon import co2_balance, co2_sectors, co2_trade
from hinterland.figures.employment_changes import employment_changes
from hinterland.figures.exposure_matrix import exposure_matrix
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
from hinterland.labels import Axis, Label, suggestion
from hinterland.locale import words
from hinterland.panel import Panel
from hinterland.results.record import Record


@dataclass(frozen=True)
class View:
    """Say from where figures look: the region that they are about, and where regions stand on a map of tiles."""

    naming: Naming
    about: str
    tiles: Tiles | None = None


@dataclass(frozen=True)
class Drawing:
    """Name the tables that a figure can be made of, best first, the function that makes it, and when it says enough.

    What is asked for by name is drawn in any case.
    """

    tables: tuple[str, ...]
    draw: Callable[[Panel, View], Figure]
    when: Callable[[Panel], bool] = lambda panel: True


def _at_home(figure: Callable[[Panel, Naming, str], Figure]) -> Callable[[Panel, View], Figure]:
    """Draw a figure of the region that the view is about."""
    return lambda panel, view: figure(panel, view.naming, view.about)


def _longer_than(axis: str, count: int) -> Callable[[Panel], bool]:
    return lambda panel: len(panel.axes[axis]) > count


def _is_ranged(panel: Panel) -> bool:
    return "headline" in panel.axes  # the table `ranges`; `regions` has a column for each headline


FIGURES: dict[str, Drawing] = {
    "headline_bars": Drawing(
        ("ranges", "regions"), lambda panel, view: headline_bars(panel, view.naming, region=view.about), _is_ranged
    ),
    "region_headlines": Drawing(("ranges", "regions"), _at_home(region_headlines)),
    "measure_waterfall": Drawing(("contributions",), _at_home(measure_waterfall), _longer_than("measure", 1)),
    "mechanism_waterfall": Drawing(("decomposition",), _at_home(mechanism_waterfall)),
    "what_matters": Drawing(("drivers",), _at_home(what_matters), _longer_than("assumption", 0)),
    "sector_changes": Drawing(("sectors",), _at_home(sector_changes)),
    "partner_sector_matrix": Drawing(("trade",), _at_home(partner_sector_matrix)),
    "trade_flows": Drawing(("trade",), _at_home(trade_flows)),
    "region_tiles": Drawing(("regions",), lambda panel, view: region_tiles(panel, view.naming, view.tiles)),
    "treasury_lines": Drawing(("treasury",), _at_home(treasury_lines)),
    "before_after": Drawing(("trade",), _at_home(before_after)),
    "co2_sectors": Drawing(("emissions",), _at_home(co2_sectors)),
    "co2_balance": Drawing(("footprint",), _at_home(co2_balance)),
    "co2_trade": Drawing(("embodied",), _at_home(co2_trade)),
    "employment_changes": Drawing(("employment",), _at_home(employment_changes)),
    "exposure_matrix": Drawing(("exposure",), _at_home(exposure_matrix)),
    "exposure_matrix_of_sales": Drawing(
        ("exposure",), lambda panel, view: exposure_matrix(panel, view.naming, view.about, side="sales")
    ),
}


def figures(names: Sequence[str], tables: Mapping[str, Panel], view: View) -> Iterator[Figure]:
    """Draw those of the figures named that the tables allow, each from its best table that is there."""
    for name in names:
        drawing = FIGURES[name]
        panel = next((tables[table] for table in drawing.tables if table in tables), None)
        if panel is not None and drawing.when(panel):
            yield drawing.draw(panel, view)


def from_record(
    record: Record, name: str, lang: str = "en", region: str | None = None, tiles: Tiles | None = None
) -> Figure:
    """Draw a figure of a result as it was saved; of the economy's first region unless one is named.

    Raises `InputError` where there is no such figure or region, or the result lacks the tables for it.
    """
    if name not in FIGURES:
        raise InputError([figure_is_unknown(name)])
    naming = _naming(record, lang)
    codes = naming.regions.codes
    if region is not None and region not in codes:
        raise InputError([region_of_figure_is_unknown(region, codes)])
    table = next((table for table in FIGURES[name].tables if table in record.tables), None)
    if table is None:
        raise InputError([table_of_figure_is_missing(name, record.tables)])
    return FIGURES[name].draw(record.panel(table), View(naming, region or codes[0], tiles))


def figure_is_unknown(name: str) -> Problem:
    """Refuse a figure that there is none of."""
    found = f"no figure {name!r}{suggestion(name, tuple(FIGURES))}"
    return Problem(found, "--figure", f"one of {', '.join(FIGURES)}", "name one of these", "figure_is_unknown")


def region_of_figure_is_unknown(code: str, codes: tuple[str, ...]) -> Problem:
    """Refuse a region that the result is not about."""
    found = f"no region {code!r}{suggestion(code, codes)}"
    return Problem(found, "--about", f"one of {', '.join(codes)}", "name one of these", "region_of_figure_is_unknown")


def table_of_figure_is_missing(name: str, tables: tuple[str, ...]) -> Problem:
    """Say which table a figure needs and a result lacks."""
    return Problem(
        f"no table {' or '.join(FIGURES[name].tables)} to draw {name} from",
        "result",
        f"a result with it; this one has {', '.join(tables)}",
        "draw another figure, or run the scenario on an economy that has the data",
        "table_of_figure_is_missing",
    )


def _naming(record: Record, lang: str) -> Naming:
    about = record.words["economy"]
    regions, sectors = (
        Axis(axis, tuple(Label(**label) for label in record.words["labels"][axis])) for axis in ("region", "sector")
    )
    return Naming(words(lang), regions, sectors, about["currency"], about["source"])

"""Every figure of one result by name, and the tables that it is drawn from; a saved result draws the same figures."""

from __future__ import annotations

from collections.abc import Callable
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
from hinterland.labels import Axis, Label, suggestion
from hinterland.locale import words
from hinterland.panel import Panel
from hinterland.results.record import Record

OfRegion = Callable[[Panel, Naming, str], Figure]


@dataclass(frozen=True)
class Drawing:
    """Say which tables a figure can be drawn from, best first, and how; it is of one region."""

    tables: tuple[str, ...]
    draw: OfRegion


FIGURES: dict[str, Drawing] = {
    "headline_bars": Drawing(
        ("ranges", "regions"), lambda panel, naming, region: headline_bars(panel, naming, region=region)
    ),
    "region_headlines": Drawing(("ranges", "regions"), region_headlines),
    "measure_waterfall": Drawing(("contributions",), measure_waterfall),
    "mechanism_waterfall": Drawing(("decomposition",), mechanism_waterfall),
    "sector_changes": Drawing(("sectors",), sector_changes),
    "partner_sector_matrix": Drawing(("trade",), partner_sector_matrix),
    "trade_flows": Drawing(("trade",), trade_flows),
    "region_tiles": Drawing(("regions",), lambda panel, naming, _: region_tiles(panel, naming)),
    "treasury_lines": Drawing(("treasury",), treasury_lines),
    "before_after": Drawing(("trade",), before_after),
    "co2_sectors": Drawing(("emissions",), co2_sectors),
    "co2_balance": Drawing(("footprint",), co2_balance),
    "co2_trade": Drawing(("embodied",), co2_trade),
    "employment_changes": Drawing(("employment",), employment_changes),
    "exposure_matrix": Drawing(("exposure",), exposure_matrix),
    "exposure_matrix_of_sales": Drawing(
        ("exposure",), lambda panel, naming, region: exposure_matrix(panel, naming, region, side="sales")
    ),
}


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
    if name == "region_tiles" and tiles is not None:
        return region_tiles(record.panel(table), naming, tiles)
    return FIGURES[name].draw(record.panel(table), naming, region or codes[0])


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

"""Set a report as one HTML page: no script, no network, readable on a phone, and the source of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from math import isfinite
from pathlib import Path

from hinterland import __version__
from hinterland.atomic import written_whole
from hinterland.errors import MissingExtraError
from hinterland.figures.before_after import before_after
from hinterland.figures.figure import Columns, Figure
from hinterland.figures.headline_bars import headline_bars, region_headlines, scenario_bars
from hinterland.figures.naming import Naming, plain
from hinterland.figures.partner_sector_matrix import partner_sector_matrix
from hinterland.figures.region_tiles import region_tiles
from hinterland.figures.sector_changes import sector_changes
from hinterland.figures.trade_flows import trade_flows
from hinterland.figures.treasury_lines import treasury_lines
from hinterland.figures.waterfall import measure_waterfall, mechanism_waterfall
from hinterland.locale import words
from hinterland.report.material import Case, Material
from hinterland.report.outcomes import of_outcomes
from hinterland.report.picture import Picture, picture

try:
    import jinja2
except ImportError as error:  # pragma: no cover - the extra is installed where tests run
    raise MissingExtraError("writing a report", "report") from error


def write_report(material: Material, path: Path, lang: str = "en") -> None:
    """Write a report as one self-contained HTML file, whole or not at all."""
    text = html(material, lang)
    with written_whole(path) as file:
        file.write(text.encode())


def html(material: Material, lang: str = "en") -> str:
    """Give a report as HTML; raises `InputError` where the language is unknown."""
    naming = Naming(words(lang), material.regions, material.sectors, material.currency, material.source)
    folder = resources.files("hinterland.report") / "templates"
    loader = jinja2.FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = _shown
    scenes = [_scene(material, case, naming) for case in material.cases]
    return environment.get_template("report.html").render(
        material=material,
        w=naming.words,
        naming=naming,
        scenes=scenes,
        overview=_overview(material, naming),
        style=(folder / "style.css").read_text(encoding="utf-8"),
        elasticities=_elasticities(material, naming),
        rows_of=lambda columns: zip(*columns.values(), strict=True),
        version=__version__,
    )


@dataclass(frozen=True)
class _Scene:
    """Hold the pictures of one scenario by chapter."""

    case: Case
    what: list[Picture]
    why: list[Picture]
    sure: list[Picture]
    cost: list[Picture]


def _scene(material: Material, case: Case, naming: Naming) -> _Scene:
    if not case.converged:
        return _Scene(case, [], [], [], [])
    chapters = (_what, _why, _sure, _cost)
    return _Scene(case, *([picture(figure) for figure in chapter(material, case, naming)] for chapter in chapters))


def _overview(material: Material, naming: Naming) -> Picture | None:
    panels = {case.title: case.ranges or case.regions for case in material.cases if case.converged}
    ranged = {"headline" in panel.axes for panel in panels.values()}
    if len(panels) < 2 or len(ranged) > 1:
        return None
    return picture(scenario_bars(panels, naming, material.about))


def _what(material: Material, case: Case, naming: Naming) -> Iterator[Figure]:
    about = material.about
    yield region_headlines(case.regions, naming, about)
    yield region_tiles(case.regions, naming, material.tiles)
    yield sector_changes(case.sectors, naming, about)
    yield before_after(case.trade, naming, about)
    yield trade_flows(case.trade, naming, about)
    yield partner_sector_matrix(case.trade, naming, about)
    yield from of_outcomes(case.outcomes, naming, about)


def _why(material: Material, case: Case, naming: Naming) -> Iterator[Figure]:
    if case.decomposition is not None:
        yield mechanism_waterfall(case.decomposition, naming, material.about)
    if case.contributions is not None and len(case.contributions.axes["measure"]) > 1:
        yield measure_waterfall(case.contributions, naming, material.about)


def _sure(material: Material, case: Case, naming: Naming) -> Iterator[Figure]:
    if case.ranges is not None:
        yield region_headlines(case.ranges, naming, material.about)
        yield headline_bars(case.ranges, naming, region=material.about)


def _cost(material: Material, case: Case, naming: Naming) -> Iterator[Figure]:
    if case.treasury is not None:
        yield treasury_lines(case.treasury, naming, material.about)


def _elasticities(material: Material, naming: Naming) -> Columns:
    sectors = [naming.sector(code) for code in material.sectors.codes]
    return {naming.words("column.sector"): sectors, naming.words("report.theta"): list(material.elasticities)}


def _shown(value: object) -> str:
    """Write a cell of a table."""
    if isinstance(value, float):
        return plain(value) if isfinite(value) else "–"
    return str(value)

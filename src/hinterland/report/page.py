"""Set a report as one HTML page: no script, no network, readable on a phone, and the source of the PDF."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from math import isfinite
from pathlib import Path

from hinterland import __version__
from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.errors import InputError, MissingExtraError
from hinterland.figures.figure import Columns
from hinterland.figures.headline_bars import scenario_bars
from hinterland.figures.naming import Naming, plain
from hinterland.report.chapters import CHAPTERS
from hinterland.report.material import Case, Material
from hinterland.report.picture import Picture, picture
from hinterland.report.scene import Scene, scene, view_of
from hinterland.report.summary import header, paragraph, table

try:
    import jinja2
except ImportError as error:  # pragma: no cover - the extra is installed where tests run
    raise MissingExtraError("writing a report", "report") from error


def write_report(page: str, path: Path) -> None:
    """Write a report, as `html` gives it, whole or not at all; `InputError` where there is no place or no room."""
    try:
        with written_whole(path) as file:
            file.write(page.encode())
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None


def html(material: Material, lang: str = "en", draw: Callable[[Case], Scene] | None = None) -> str:
    """Give a report as HTML; raises `InputError` where the language is unknown.

    `draw` gives a scenario's pictures in place of drawing them here, where they were drawn before.
    """
    view = view_of(material, lang)
    naming = view.naming
    return (
        _environment()
        .get_template("report.html")
        .render(
            material=material,
            w=naming.words,
            naming=naming,
            chapters=list(CHAPTERS),
            scenes=[(case, draw(case) if draw else scene(case, view)) for case in material.cases],
            overview=_overview(material, naming),
            answer=list(paragraph(material, naming)),
            headlines=(header(naming), table(material, naming)),
            elasticities=_elasticities(material, naming),
            closures=_closures(material),
            known=lambda code: naming.words.named("report.word", naming.words.named("measure", code)),
            version=__version__,
        )
    )


def _environment() -> jinja2.Environment:
    folder = resources.files("hinterland.report") / "templates"
    loader = jinja2.FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = _shown
    environment.filters["file"] = lambda source: Path(source).name
    environment.globals["rows_of"] = lambda columns: zip(*columns.values(), strict=True)
    environment.globals["style"] = (folder / "style.css").read_text(encoding="utf-8")
    return environment


def _overview(material: Material, naming: Naming) -> Picture | None:
    """Draw all scenarios side by side, where there are several that can be drawn alike."""
    panels = {case.title: case.headlines for case in material.cases if case.converged}
    ranged = {"headline" in panel.axes for panel in panels.values()}
    if len(panels) < 2 or len(ranged) > 1:
        return None
    return picture(scenario_bars(panels, naming, material.about))


def _closures(material: Material) -> list[tuple[list[str], dict[str, str]]]:
    """Give each way in which scenarios close the economy, with the titles of those that do."""
    found: list[tuple[list[str], dict[str, str]]] = []
    for case in material.cases:
        same = next((titles for titles, closures in found if closures == case.closures), None)
        if same is None:
            found.append(([case.title], dict(case.closures)))
        else:
            same.append(case.title)
    return found


def _elasticities(material: Material, naming: Naming) -> Columns:
    sectors = [naming.sector(code) for code in material.sectors.codes]
    return {naming.words("column.sector"): sectors, naming.words("report.theta"): list(material.elasticities)}


def _shown(value: object) -> str:
    """Write a cell of a table."""
    if isinstance(value, float):
        return plain(value) if isfinite(value) else "–"
    return str(value)

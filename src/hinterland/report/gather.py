"""Gather what a report is made from: what was found of scenarios, and what their economy says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hinterland.assess import Assessment
from hinterland.baseline import Baseline
from hinterland.figures.region_tiles import read_tiles
from hinterland.locale import Words, words
from hinterland.opened import region_is_known
from hinterland.report.announced import Announced
from hinterland.report.material import Case, Material, Row
from hinterland.scenario.schema import Scenario
from hinterland.tables.folder import table_path
from hinterland.tables.provenance import read_provenance


def gather(
    baseline: Baseline,
    folder: Path,
    assessed: Sequence[Assessment],
    about: str | None = None,
    lang: str = "en",
    announced: Announced | None = None,
    title: str = "",
) -> Material:
    """Collect what a report on assessed scenarios says.

    `about` is the region that the report is about, the economy's first where it is None; `announced` is what the
    ledger holds; `title` heads the report in place of the economy's. Raises `InputError` where the region is not one of
    the economy's.
    """
    region_is_known(about, baseline)
    described = baseline.description
    return Material(
        title=title or (described.title_zh if lang == "zh" else "") or described.title,
        economy=folder.name,
        year=described.year,
        currency=described.currency,
        source=described.source,
        licence=described.licence,
        fingerprint=baseline.fingerprint,
        regions=baseline.regions,
        sectors=baseline.sectors,
        about=about or baseline.regions.codes[0],
        cases=[_case(one, words(lang)) for one in assessed],
        elasticities=baseline.params.theta.tolist(),
        sets=tuple(baseline.thetas),
        provenance=_provenance(folder),
        announced=announced,
        tiles=read_tiles(folder, baseline.regions.codes),
    )


def _case(found: Assessment, w: Words) -> Case:
    scenario = found.scenario
    return Case(
        title=scenario.title.of(w.lang) if isinstance(scenario, Scenario) else "; ".join(_rules(scenario)),
        tables=found.tables,
        against=found.against.of(w.lang) if found.against else "",
        from_baseline=found.from_baseline,
        closures=found.closures,
        measures=list(_measures(scenario, w)),
        status=found.status,
        converged=found.converged,
        failed=found.failed,
    )


def _rules(scenario: object) -> list[str]:
    """Write quick shocks as the command line takes them."""
    given = scenario if isinstance(scenario, dict) else {}
    return [
        f"{lever} {','.join(place) if isinstance(place, tuple) else place} = {size}"
        for lever, places in given.items()
        if isinstance(places, dict)
        for place, size in places.items()
    ]


def _measures(scenario: object, w: Words) -> list[Row]:
    if not isinstance(scenario, Scenario):
        return [
            {"measure": rule, "size": "", "status": "assumed", "from": "", "source": ""} for rule in _rules(scenario)
        ]
    return [
        {
            "measure": w.named("measure", label),
            "size": "; ".join(_size(name, size, w) for name, size in measure.sizes.items()),
            "status": measure.status,
            "from": measure.start.isoformat(),
            "source": measure.source,
        }
        for label, measure in zip(scenario.labels, scenario.measures, strict=True)
    ]


def _size(name: str, size: object, w: Words) -> str:
    """Write a size with its range; what it is a size of stands before it where that is not the measure itself."""
    value, unit, span = (getattr(size, part) for part in ("value", "unit", "range"))
    amount = f"{value:g} {w.named('unit', unit)}" + (f" ({span[0]:g} … {span[1]:g})" if span else "")
    return amount if name == "size" else f"{w.named('argument', name)} {amount}"


def _provenance(folder: Path) -> list[Row]:
    if table_path(folder, "provenance") is None:
        return []
    return [dict(row) for row in read_provenance(folder).to_dict("records")]

"""Gather what a report is made from: the results of scenarios, and what their economy says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.contribute import contribute
from hinterland.errors import InputError, Problem
from hinterland.figures.region_tiles import read_tiles
from hinterland.labels import suggestion
from hinterland.ledger.records import Finding
from hinterland.report.material import Case, Material, Row
from hinterland.report.outcomes import TABLES
from hinterland.result import Result
from hinterland.scenario.schema import Scenario
from hinterland.tables.folder import table_path
from hinterland.tables.provenance import read_provenance
from hinterland.treasury import treasury
from hinterland.uncertain import uncertain

Tell = Callable[[int, int], None]


def gather(
    baseline: Baseline,
    folder: Path,
    results: Sequence[Result],
    about: str | None = None,
    lang: str = "en",
    ranges: bool = True,
    findings: Sequence[Finding] | None = None,
    documents: int = 0,
    figures: int = 0,
    tell: Tell | None = None,
) -> Material:
    """Collect the tables of `results`, with ranges and contributions where their scenarios are made of measures.

    `about` is the region that the report is about, the economy's first where it is None. Raises `InputError` where it
    is not one of the economy's.
    """
    if about is not None and about not in baseline.regions.codes:
        raise InputError([_region_is_unknown(about, baseline)])
    described = baseline.description
    return Material(
        title=(described.title_zh if lang == "zh" else "") or described.title,
        economy=folder.name,
        year=described.year,
        currency=described.currency,
        source=described.source,
        licence=described.licence,
        fingerprint=baseline.fingerprint,
        regions=baseline.regions,
        sectors=baseline.sectors,
        about=about or baseline.regions.codes[0],
        cases=[_case(baseline, result, lang, ranges, tell) for result in results],
        closures={name: str(value) for name, value in asdict(baseline.closures).items()},
        elasticities=baseline.params.theta.tolist(),
        sets=tuple(baseline.thetas),
        provenance=_provenance(folder),
        findings=findings,
        documents=documents,
        figures=figures,
        tiles=read_tiles(folder, baseline.regions.codes),
    )


def _region_is_unknown(code: str, baseline: Baseline) -> Problem:
    found = f"no region {code!r}{suggestion(code, baseline.regions.codes)}"
    expected = f"one of {', '.join(baseline.regions.codes)}"
    return Problem(found, "report", expected, "name one of these", "region_is_unknown")


def _case(baseline: Baseline, result: Result, lang: str, ranges: bool, tell: Tell | None) -> Case:
    scenario = result.scenario
    measured = isinstance(scenario, Scenario) and bool(scenario.measures)
    sure = uncertain(baseline, scenario, progress=tell).panel() if ranges and isinstance(scenario, Scenario) else None
    shares = contribute(baseline, scenario).panel() if measured and isinstance(scenario, Scenario) else None
    return Case(
        title=_title(scenario, lang),
        regions=result.panel("regions"),
        trade=result.panel("trade"),
        sectors=result.panel("sectors"),
        decomposition=result.panel("decomposition") if result.decomposition.status.ok else None,
        ranges=sure,
        contributions=shares,
        treasury=treasury(result),
        outcomes={name: result.panel(name) for name in TABLES if name in result.tables},
        measures=list(_measures(scenario)),
        status=f"{result.status.sentence} {result.status.remedy}".strip(),
        converged=result.status.ok,
    )


def _title(scenario: object, lang: str) -> str:
    if not isinstance(scenario, Scenario):
        return "; ".join(_rules(scenario))
    return (scenario.title.zh if lang == "zh" else "") or scenario.title.en


def _rules(scenario: object) -> list[str]:
    """Write quick shocks as the command line takes them."""
    given = scenario if isinstance(scenario, dict) else {}
    return [
        f"{lever} {','.join(place) if isinstance(place, tuple) else place} = {size}"
        for lever, places in given.items()
        if isinstance(places, dict)
        for place, size in places.items()
    ]


def _measures(scenario: object) -> list[Row]:
    if not isinstance(scenario, Scenario):
        return [
            {"measure": rule, "size": "", "status": "assumed", "from": "", "source": ""} for rule in _rules(scenario)
        ]
    return [
        {
            "measure": label,
            "size": "; ".join(f"{name} {_size(size)}" for name, size in measure.sizes.items()),
            "status": measure.status,
            "from": measure.start.isoformat(),
            "source": measure.source,
        }
        for label, measure in zip(scenario.labels, scenario.measures, strict=True)
    ]


def _size(size: object) -> str:
    value, unit, span = (getattr(size, name) for name in ("value", "unit", "range"))
    return f"{value:g} {unit}" + (f" ({span[0]:g}–{span[1]:g})" if span else "")


def _provenance(folder: Path) -> list[Row]:
    if table_path(folder, "provenance") is None:
        return []
    return [dict(row) for row in read_provenance(folder).to_dict("records")]

"""What a report is made from: tables of results, and records from the ledger, however they were made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hinterland.figures.region_tiles import Tiles
from hinterland.labels import Axis
from hinterland.ledger.records import Finding
from hinterland.panel import Panel

Row = Mapping[str, object]


@dataclass(frozen=True)
class Case:
    """Hold one scenario and its tables; those that were not made are None."""

    title: str
    regions: Panel
    trade: Panel
    sectors: Panel
    decomposition: Panel | None = None
    ranges: Panel | None = None
    contributions: Panel | None = None
    treasury: Panel | None = None
    outcomes: Mapping[str, Panel] = field(default_factory=dict)  # those of `report.outcomes.TABLES` that there are
    measures: Sequence[Row] = ()  # name, size, status, source, from
    status: str = ""  # how the solve ended
    converged: bool = True


@dataclass(frozen=True)
class Material:
    """Hold everything that a report says about an economy and one region of it."""

    title: str
    economy: str
    year: int
    currency: str
    source: str
    licence: str
    fingerprint: str
    regions: Axis
    sectors: Axis
    about: str  # code of the region that the report is about
    cases: Sequence[Case]
    closures: Mapping[str, str]
    elasticities: Sequence[float]  # by sector
    sets: Sequence[str] = ()  # other sets of elasticities that ranges are over
    provenance: Sequence[Row] = ()
    findings: Sequence[Finding] | None = None  # None: no documents were given
    documents: int = 0
    figures: int = 0  # that the documents print
    tiles: Tiles | None = field(default=None)

"""What a report is made from: what was found of each scenario, what the ledger holds, and what the economy says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hinterland.figures.region_tiles import Tiles
from hinterland.labels import Axis
from hinterland.panel import Panel
from hinterland.report.announced import Announced

Row = Mapping[str, object]


@dataclass(frozen=True)
class Case:
    """Hold one scenario and its tables; those that were not made are not among them."""

    title: str
    tables: Mapping[str, Panel]  # of `hinterland.assess`
    against: str = ""  # title of what it is compared with; nothing for the baseline
    from_baseline: Sequence[str] = ()  # tables that are against the baseline all the same
    closures: Mapping[str, str] = field(default_factory=dict)
    measures: Sequence[Row] = ()  # name, size, status, source, from
    status: str = ""  # how the solve ended
    converged: bool = True
    failed: int = 0  # solves of the ranges that are left out

    @property
    def headlines(self) -> Panel:
        """Give the headlines, with their ranges where these were computed."""
        return self.tables.get("ranges", self.tables["regions"])


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
    elasticities: Sequence[float]  # by sector
    sets: Sequence[str] = ()  # other sets of elasticities that ranges are over
    provenance: Sequence[Row] = ()
    announced: Announced | None = None  # None: no documents were given
    tiles: Tiles | None = None

"""What every measure states: what kind it is, where, since when, on whose word; and how its scope becomes cells."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from hinterland.baseline import Baseline
from hinterland.labels import Axis
from hinterland.scenario.measures.size import Size

EVERY = "*"
Direction = Literal["exports", "imports", "both"]
Name = Annotated[str, Field(min_length=1)]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Codes = Annotated[
    tuple[Name, ...], BeforeValidator(_listed, json_schema_input_type=Name | tuple[Name, ...]), Field(min_length=1)
]


class Measure(BaseModel):
    """State one measure. Every kind adds its scope and its size."""

    # Built when first used: quick shocks on the command line need none of these classes.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    kind: str
    name: str = Field(default="", description="a short name of your own, unique in the file; shown in tables")
    start: date = Field(alias="from", description="when it begins, as YYYY-MM-DD")
    source: str = Field(min_length=1, description="a fact or measure of the ledger, or a citation")
    status: Literal["announced", "assumed"] = Field(description="is the size stated by the source, or assumed by you?")
    note: str = Field(default="", description="anything a reader should know")
    size: Size

    @model_validator(mode="after")
    def _assumed_sizes_have_ranges(self) -> Measure:
        if self.status == "assumed" and self.size.range is None:
            context = {"value": self.size.value, "unit": self.size.unit}
            raise PydanticCustomError("assumed_sizes_have_no_range", "an assumed size without a range", context)
        return self

    @property
    def sizes(self) -> dict[str, Size]:
        """List every size of the measure by argument: its own, and the conversions it uses."""
        found = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: value for name, value in found.items() if isinstance(value, Size)}

    @property
    def uncertain(self) -> dict[str, Size]:
        """List the sizes that have a range."""
        return {name: size for name, size in self.sizes.items() if size.range is not None}


class RegionMeasure(Measure):
    """State a measure on whole regions."""

    regions: Codes = Field(description="codes of regions, or groups of the economy")


class CellMeasure(RegionMeasure):
    """State a measure on sectors of regions."""

    sectors: Codes = Field(default=(EVERY,), description="codes of sectors; every sector where left out")


class PairMeasure(CellMeasure):
    """State a measure on trade between regions and partners. Trade of a region with itself is never touched."""

    partners: Codes = Field(description="codes or groups; `*` is every other region, those of the same country too")
    without: Codes | None = Field(default=None, description="partners to leave out, such as the same country's regions")


def members(codes: tuple[str, ...] | None, axis: Axis, baseline: Baseline) -> np.ndarray:
    """Mark the positions that codes, groups and `*` name on an axis."""
    named: set[str] = set()
    for code in codes or ():
        groups = baseline.groups if axis.name == "region" else {}
        named |= set(axis.codes) if code == EVERY else set(groups.get(code, (code,)))
    return np.array([code in named for code in axis.codes])


def at_regions(measure: RegionMeasure, baseline: Baseline) -> np.ndarray:
    """Mark the regions of a measure [region]."""
    return members(measure.regions, baseline.regions, baseline)


def at_cells(measure: CellMeasure, baseline: Baseline) -> np.ndarray:
    """Mark the cells of a measure [region, sector]."""
    return at_regions(measure, baseline)[:, None] & members(measure.sectors, baseline.sectors, baseline)


def at_pairs(measure: PairMeasure, baseline: Baseline, direction: Direction) -> np.ndarray:
    """Mark the trade of a measure [importer, exporter, sector]; `direction` is seen from the measure's regions."""
    regions = at_regions(measure, baseline)
    partners = members(measure.partners, baseline.regions, baseline)
    partners &= ~members(measure.without, baseline.regions, baseline)
    exports, imports = np.outer(partners, regions), np.outer(regions, partners)
    pairs = {"exports": exports, "imports": imports, "both": exports | imports}[direction]
    pairs &= ~np.eye(len(regions), dtype=bool)
    return pairs[:, :, None] & members(measure.sectors, baseline.sectors, baseline)

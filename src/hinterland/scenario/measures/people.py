"""Who buys and who works: markets that grow, and labour."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from hinterland.baseline import Baseline
from hinterland.scenario.measures.effect import Effect, where
from hinterland.scenario.measures.measure import CellMeasure, RegionMeasure, at_cells, at_regions
from hinterland.scenario.measures.size import CHANGE, Size, Units


class MarketGrowth(CellMeasure):
    """Let final buyers in `regions` spend more on some sectors, and in proportion less on all the others."""

    kind: Literal["market_growth"] = "market_growth"
    size: Annotated[Size, Units({"percent": CHANGE})] = Field(description="per cent of final spending on the sector")


def market_growth(measure: MarketGrowth, baseline: Baseline) -> Effect:
    """Raise the named shares of final spending; `compose` lets the rest of spending make room."""
    return Effect(taste=where(at_cells(measure, baseline), 1 + measure.size.fraction))


class Labour(RegionMeasure):
    """Raise the labour of regions, in efficiency units: talent, training."""

    kind: Literal["labour"] = "labour"
    size: Annotated[Size, Units({"percent": CHANGE})] = Field(description="per cent of efficiency units of labour")


def labour(measure: Labour, baseline: Baseline) -> Effect:
    """Raise labour supply in the named regions."""
    return Effect(L_hat=where(at_regions(measure, baseline), 1 + measure.size.fraction))

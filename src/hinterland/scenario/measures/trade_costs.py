"""What makes trade cheaper without a tax: access to markets, settlement, e-commerce, freight. All lower the cost of
delivery by a per cent: d_hat = 1 − saved."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from hinterland.baseline import Baseline
from hinterland.scenario.measures.effect import Effect, where
from hinterland.scenario.measures.measure import Direction, PairMeasure, at_pairs
from hinterland.scenario.measures.size import CUT, SHARE, Size, Units, default

_Saved = Annotated[Size, Units({"percent": CUT})]


class MarketAccess(PairMeasure):
    """Lower the cost of selling to named partners: fairs, expos, promotion, mutual recognition, facilitation.

    The size is per cent of the delivered cost (the iceberg factor), not of the margin above the producer's price.
    """

    kind: Literal["market_access"] = "market_access"
    size: _Saved = Field(description="saving, per cent of the delivered cost")
    direction: Direction = Field(default="exports", description="seen from the regions: `exports`, `imports` or `both`")


def market_access(measure: MarketAccess, baseline: Baseline) -> Effect:
    """Cut the trade cost of the named pairs."""
    return _cheaper(measure, baseline, measure.direction, measure.size.fraction)


class Settlement(PairMeasure):
    """Settle trade with partners in the regions' own currencies: currency swaps, local-currency settlement.

    d_hat = 1 − share of trade that switches × cost of conversion and hedging that it saves.
    """

    kind: Literal["settlement"] = "settlement"
    size: Annotated[Size, Units({"percent": SHARE})] = Field(description="share of the trade that switches")
    cost_saved: _Saved = Field(
        default_factory=lambda: default("settlement", "cost_saved"), description="saving on trade that switches"
    )
    direction: Direction = Field(default="both", description="seen from the regions: `exports`, `imports` or `both`")


def settlement(measure: Settlement, baseline: Baseline) -> Effect:
    """Cut the trade cost by what switching saves."""
    return _switched(measure, baseline)


class Ecommerce(PairMeasure):
    """Move a share of a sector's trade to cross-border online platforms.

    d_hat = 1 − share of trade through the channel × cost that the channel saves.
    """

    kind: Literal["ecommerce"] = "ecommerce"
    size: Annotated[Size, Units({"percent": SHARE})] = Field(description="share of the trade that moves to the channel")
    cost_saved: _Saved = Field(
        default_factory=lambda: default("ecommerce", "cost_saved"), description="saving on trade through the channel"
    )
    direction: Direction = Field(default="exports", description="seen from the regions: `exports`, `imports` or `both`")


def ecommerce(measure: Ecommerce, baseline: Baseline) -> Effect:
    """Cut the trade cost by what the channel saves."""
    return _switched(measure, baseline)


class Freight(PairMeasure):
    """Make transport by one mode cheaper or faster: trains, shipping lines, ports, corridors.

    d_hat = 1 − share of the pair's trade that goes by the mode × saving, where days saved are worth `value_of_time`.
    """

    kind: Literal["freight"] = "freight"
    mode: Literal["rail", "sea", "road", "air", "river", "pipeline", "any"] = Field(description="how the goods travel")
    size: Annotated[Size, Units({"percent": CUT, "days": (-365.0, 365.0)})] = Field(
        description="saving, per cent of the delivered cost, or days of the journey"
    )
    mode_share: Annotated[Size, Units({"percent": SHARE})] = Field(
        description="share of the pair's trade in these sectors, by value, that goes by the mode"
    )
    value_of_time: Annotated[Size, Units({"percent per day": (0.0, 20.0)})] = Field(
        default_factory=lambda: default("freight", "value_of_time"), description="what a day is worth; used with days"
    )
    direction: Direction = Field(default="both", description="seen from the regions: `exports`, `imports` or `both`")

    @property
    def uncertain(self) -> dict[str, Size]:
        """List the sizes that have a range; the value of time counts only where days are saved."""
        return {name: size for name, size in super().uncertain.items() if name != "value_of_time" or _in_days(self)}


def freight(measure: Freight, baseline: Baseline) -> Effect:
    """Cut the trade cost of what travels by the mode."""
    saved = measure.size.fraction
    if _in_days(measure):
        saved = measure.size.value * measure.value_of_time.fraction
    return _cheaper(measure, baseline, measure.direction, measure.mode_share.fraction * saved)


def _in_days(measure: Freight) -> bool:
    return measure.size.unit == "days"


def _switched(measure: Settlement | Ecommerce, baseline: Baseline) -> Effect:
    """Cut the trade cost by the share of trade that switches times what the switch saves."""
    return _cheaper(measure, baseline, measure.direction, measure.size.fraction * measure.cost_saved.fraction)


def _cheaper(measure: PairMeasure, baseline: Baseline, direction: Direction, saved: float) -> Effect:
    return Effect(d_hat=where(at_pairs(measure, baseline, direction), _left(saved)))


def _left(saved: float) -> float:
    """Give what is left of a cost; a saving of everything is caught where measures are composed."""
    return float(np.maximum(1 - saved, 0.0))

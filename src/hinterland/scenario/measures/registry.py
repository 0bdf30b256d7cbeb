"""Every kind of measure: its class, and the function that turns it into an effect on an economy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hinterland.baseline import Baseline
from hinterland.scenario.measures import duties, firms, people, trade_costs, treasuries
from hinterland.scenario.measures.effect import Effect
from hinterland.scenario.measures.measure import Measure


@dataclass(frozen=True)
class Kind:
    """Pair a kind's class with its function, and with the symbol of the model where it enters."""

    measure: type[Measure]
    effect: Callable[[Any, Baseline], Effect]
    enters: str


KINDS: dict[str, Kind] = {
    "tariff": Kind(duties.Tariff, duties.tariff, "t'"),
    "export_rebate": Kind(duties.ExportRebate, duties.export_rebate, "e', and D' where the country pays"),
    "import_support": Kind(duties.ImportSupport, duties.import_support, "t'"),
    "market_access": Kind(trade_costs.MarketAccess, trade_costs.market_access, "d_hat"),
    "settlement": Kind(trade_costs.Settlement, trade_costs.settlement, "d_hat"),
    "ecommerce": Kind(trade_costs.Ecommerce, trade_costs.ecommerce, "d_hat"),
    "productivity": Kind(firms.Productivity, firms.productivity, "A_hat"),
    "quality": Kind(firms.Quality, firms.quality, "A_hat, or d_hat for named buyers"),
    "market_growth": Kind(people.MarketGrowth, people.market_growth, "alpha'"),
    "credit": Kind(firms.Credit, firms.credit, "o', or A_hat where lenders bear it"),
    "carbon_price": Kind(treasuries.CarbonPrice, treasuries.carbon_price, "o'"),
    "production_support": Kind(treasuries.ProductionSupport, treasuries.production_support, "o'"),
    "labour": Kind(people.Labour, people.labour, "L_hat"),
    "freight": Kind(trade_costs.Freight, trade_costs.freight, "d_hat"),
    "power": Kind(firms.Power, firms.power, "A_hat, and CO2 per unit of output"),
    "transfer": Kind(treasuries.Transfer, treasuries.transfer, "D'"),
}


def effect(measure: Measure, baseline: Baseline) -> Effect:
    """Turn one measure into its effect; raise `effect.Misfit` where the economy lacks what it needs."""
    return KINDS[measure.kind].effect(measure, baseline)

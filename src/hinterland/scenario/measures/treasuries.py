"""What treasuries levy or pay at home: a price of carbon, support of production, transfers between regions."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from hinterland import units
from hinterland.baseline import Baseline
from hinterland.scenario.measures.effect import Effect, Misfit
from hinterland.scenario.measures.measure import CellMeasure, Codes, RegionMeasure, at_cells, at_regions, members
from hinterland.scenario.measures.size import SHARE, Size, Units, default

_TONNES_PER_KT = 1000.0
_PER_TONNE = {f"{currency} per tonne": (0.0, 1e6) for currency in units.currencies()}
_MONEY = {f"{scale} {name}".strip(): (0.0, 1e15) for name in units.currencies() for scale in units.SCALES}
_RATES = {f"{name} per USD": (1e-6, 1e6) for name in units.currencies() if name != "USD"}


class CarbonPrice(CellMeasure):
    """Put a price on the CO2 of production.

    Rate on sales = price × tonnes per unit of sales of the baseline (× the change that `power` makes), in the economy's
    currency at the mean exchange rate of its year. Revenue stays with the region.
    """

    kind: Literal["carbon_price"] = "carbon_price"
    size: Annotated[Size, Units(_PER_TONNE)] = Field(description="price of a tonne of CO2")
    covered: Annotated[Size, Units({"percent": SHARE})] = Field(
        default_factory=lambda: default("carbon_price", "covered"), description="share of the tonnes that pays"
    )
    exchange_rate: Annotated[Size, Units(_RATES)] | None = Field(
        default=None, description="in place of the table's mean of the economy's year"
    )


def carbon_price(measure: CarbonPrice, baseline: Baseline) -> Effect:
    """Give the price of a kilotonne in the economy's currency; `compose` turns it into a rate on sales."""
    if "co2_kt" not in baseline.extras:
        expected = "a baseline with CO2 by region and sector"
        remedy = "add emissions.csv with region, sector, co2_kt to the economy's folder"
        raise Misfit("kind", "no emissions in this economy", expected, remedy, "emissions_are_missing")
    price = _in_currency(
        measure, baseline, measure.size.value * _TONNES_PER_KT, measure.size.unit[: -len(" per tonne")]
    )
    return Effect(per_kt=np.where(at_cells(measure, baseline), price * measure.covered.fraction, 0.0))


class ProductionSupport(CellMeasure):
    """Pay producers a share of the value of their output: 1/(1+o') = 1/(1+o) + support."""

    kind: Literal["production_support"] = "production_support"
    size: Annotated[Size, Units({"percent": (-95.0, 95.0)})] = Field(description="per cent of output")


def production_support(measure: ProductionSupport, baseline: Baseline) -> Effect:
    """Lower the tax on production."""
    return Effect(on_output=np.where(at_cells(measure, baseline), -measure.size.fraction, 0.0))


class Transfer(RegionMeasure):
    """Pay money from some regions to `regions` every year. Each side shares by factor income."""

    kind: Literal["transfer"] = "transfer"
    size: Annotated[Size, Units(_MONEY)] = Field(description="money a year, such as `million yuan`")
    payers: Codes = Field(description="codes or groups of the regions that pay")
    exchange_rate: Annotated[Size, Units(_RATES)] | None = Field(
        default=None, description="in place of the table's mean of the economy's year"
    )


def transfer(measure: Transfer, baseline: Baseline) -> Effect:
    """Raise the deficits of those who receive and lower those of the payers by the same sum."""
    money = _in_currency(measure, baseline, measure.size.value, measure.size.unit)
    income = baseline.params.wL.sum(axis=1)
    get = income * at_regions(measure, baseline)
    pay = income * members(measure.payers, baseline.regions, baseline)
    return Effect(transfer=money * (get / get.sum() - pay / pay.sum()))


def _in_currency(measure: CarbonPrice | Transfer, baseline: Baseline, value: float, unit: str) -> float:
    """Convert money to the economy's currency and scale."""
    about = baseline.description
    try:
        wanted = units.money(about.currency)[1]
        given = measure.exchange_rate
        if given is None:
            return units.convert(value, unit, about.currency, about.year)
        through = units.money(given.unit[: -len(" per USD")])[1]
        pair = {units.money(unit)[1], wanted}
        if pair != {through, "USD"}:
            raise units.UnknownRateError(f"{given.unit} does not convert {unit} to {about.currency}")
        rate = given.value if wanted == "USD" else 1 / given.value
        return units.convert(value, unit, about.currency, about.year, rate)
    except ValueError as error:
        remedy = "write the economy's currency as a scale and an ISO code, such as 'million USD'"
        raise Misfit("size", str(error), "a unit of money", remedy, "rates_are_missing") from None
    except units.UnknownRateError as error:
        expected = f"a rate from {unit} to {about.currency}, {about.year}"
        remedy = f"give exchange_rate = {{ value = ..., unit = '{units.currencies()[1]} per USD' }} in the measure"
        raise Misfit("size", str(error), expected, remedy, "rates_are_missing") from None

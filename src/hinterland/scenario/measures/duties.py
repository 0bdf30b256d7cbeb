"""Taxes at the border: tariffs in the forms that negotiators use, rebates on exports, support for imports."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from hinterland.baseline import Baseline
from hinterland.economy import system
from hinterland.scenario.measures.effect import Effect, Form, Misfit, TariffRule
from hinterland.scenario.measures.measure import Codes, PairMeasure, at_pairs, members
from hinterland.scenario.measures.size import SHARE, Size, Units, default

FORMS: dict[Form, tuple[str, tuple[float, float]]] = {  # form → unit and possible values
    "set": ("percent", (-99.0, 2000.0)),
    "change_pp": ("pp", (-2000.0, 2000.0)),
    "cut_pct": ("percent", (0.0, 100.0)),
    "cap": ("percent", (0.0, 2000.0)),
    "swiss": ("percent", (0.01, 2000.0)),
}


class Tariff(PairMeasure):
    """Change the tariffs that `regions` levy on what `partners` sell to them.

    Forms (those of WITS-SMART): `set` a new rate; `change_pp`, percentage points added; `cut_pct`, a linear cut of the
    rate; `cap`, a highest rate; `swiss`, the Swiss formula a·t/(a+t) with coefficient a.
    """

    kind: Literal["tariff"] = "tariff"
    form: Form = Field(description="`set`, `change_pp`, `cut_pct`, `cap` or `swiss`")
    size: Annotated[Size, Units({"percent": (-99.0, 2000.0), "pp": (-2000.0, 2000.0)})] = Field(
        description="the new rate, the change, the cut, the highest rate, or the coefficient"
    )

    @model_validator(mode="after")
    def _sizes_fit_their_form(self) -> Tariff:
        unit, (low, high) = FORMS[self.form]
        size = self.size
        if size.unit != unit:
            context: dict[str, Any] = {"unit": size.unit, "units": f"{unit} where form is {self.form}"}
            raise PydanticCustomError("unit_is_wrong", "unit {unit}, expected {units}", context)
        for value in (size.value, *(size.range or ())):
            if not low <= value <= high:
                context = {"value": value, "unit": unit, "low": low, "high": high}
                raise PydanticCustomError("size_is_impossible", "{value} {unit}", context)
        return self


def tariff(measure: Tariff, baseline: Baseline) -> Effect:
    """Give a rule on the named cells; `compose` applies the rules of all measures in one fixed order."""
    cells = at_pairs(measure, baseline, "imports")
    return Effect(tariff=TariffRule(measure.form, cells, measure.size.fraction))


class ExportRebate(PairMeasure):
    """Pay exporters of `regions` a rebate on what they sell to `partners`.

    The rebate r is a share of the f.o.b. value: 1/(1+e') = 1/(1+e) + r, so that it costs r for every unit of exports.
    `paid_by = "country"`: the regions in `country` share the bill by their factor incomes, through a transfer that is
    budgeted on the baseline's exports; what exports grow beyond that is paid by the exporting region itself.
    """

    kind: Literal["export_rebate"] = "export_rebate"
    size: Annotated[Size, Units({"pp": (-99.0, 99.0)})] = Field(description="percentage points of the f.o.b. value")
    paid_by: Literal["region", "country"] = Field(default="region", description="whose treasury pays")
    country: Codes | None = Field(default=None, description="the regions that share the bill, with paid_by = country")

    @model_validator(mode="after")
    def _countries_are_named(self) -> ExportRebate:
        if (self.paid_by == "country") != (self.country is not None):
            raise PydanticCustomError("payers_are_unclear", "paid_by and country do not fit", {"paid_by": self.paid_by})
        return self


def export_rebate(measure: ExportRebate, baseline: Baseline) -> Effect:
    """Lower the tax on exports; with `paid_by = "country"`, with a transfer from all of the country."""
    rebate = np.where(at_pairs(measure, baseline, "exports"), measure.size.fraction, 0.0)
    if measure.paid_by == "region":
        return Effect(on_exports=-rebate)
    params = baseline.params
    bill = (rebate * system.border(params.pi, params.X, params.t)).sum(axis=(0, 2))
    income = params.wL.sum(axis=1) * members(measure.country, baseline.regions, baseline)
    return Effect(on_exports=-rebate, transfer=bill - bill.sum() * income / income.sum())


class ImportSupport(PairMeasure):
    """Discount the interest on credit for imports of the named sectors by `regions` from `partners`.

    t' = t − discount × years of credit × share of eligible imports × share of the users in the good's use. The discount
    is spending of the region's treasury and shows there as such.
    """

    kind: Literal["import_support"] = "import_support"
    size: Annotated[Size, Units({"pp": (0.0, 50.0)})] = Field(description="discount of the interest rate a year")
    years: Annotated[Size, Units({"years": (0.0, 30.0)})] = Field(
        default_factory=lambda: default("import_support", "years"), description="how long the credit runs"
    )
    eligible: Annotated[Size, Units({"percent": SHARE})] = Field(description="share of these imports that qualifies")
    users: Codes | None = Field(default=None, description="sectors whose purchases qualify; all users where left out")


def import_support(measure: ImportSupport, baseline: Baseline) -> Effect:
    """Take the discount off the price at the border."""
    discount = measure.size.fraction * measure.years.value * measure.eligible.fraction
    if discount >= 1:
        expected = "less than 100 percent of the value"
        raise Misfit("size", f"a discount of {discount:.0%}", expected, "make it smaller", "sizes_are_impossible")
    used: Any = 1.0 if measure.users is None else use_share(measure.users, baseline)[:, None, :]
    return Effect(on_imports=-discount * used * at_pairs(measure, baseline, "imports"))


def use_share(users: tuple[str, ...], baseline: Baseline) -> np.ndarray:
    """Give the share of some sectors in all use of each good [region, sector]."""
    params = baseline.params
    sales = system.sales(system.border(params.pi, params.X, params.t), params.e)
    named = members(users, baseline.sectors, baseline)
    bought = np.einsum("njk,nk->nj", params.gamma, sales / (1 + params.o) * named)
    return bought / np.where(params.X > 0, params.X, 1.0)

"""What firms can do with the same means: productivity, quality, cheaper credit, cheaper and cleaner power."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from hinterland.baseline import Baseline
from hinterland.scenario.measures.effect import Effect, where
from hinterland.scenario.measures.measure import EVERY, CellMeasure, Codes, PairMeasure, at_cells, at_pairs
from hinterland.scenario.measures.size import CHANGE, CUT, SHARE, Size, Units, default


class Productivity(CellMeasure):
    """Lower the unit cost of sectors: upgrading, innovation, digital technology. A_hat = 1/(1 − saved)."""

    kind: Literal["productivity"] = "productivity"
    size: Annotated[Size, Units({"percent": CUT})] = Field(description="saving, per cent of unit cost")


def productivity(measure: Productivity, baseline: Baseline) -> Effect:
    """Raise productivity in the named cells."""
    return Effect(A_hat=where(at_cells(measure, baseline), 1 / (1 - measure.size.fraction)))


class Quality(PairMeasure):
    """Raise what buyers pay for the regions' variety at the same quantity: higher value, own brands.

    With every buyer (`*`, home included): A_hat = 1 + premium. With named buyers only, their taste for the variety
    rises, which in their price index is the same as a delivered cost lower by 1/(1 + premium).
    """

    kind: Literal["quality"] = "quality"
    partners: Codes = Field(default=(EVERY,), description="who values it; every buyer, home included, where left out")
    size: Annotated[Size, Units({"percent": CHANGE})] = Field(description="per cent of price that buyers pay more")


def quality(measure: Quality, baseline: Baseline) -> Effect:
    """Raise the value of the variety to its buyers."""
    premium = 1 + measure.size.fraction
    if EVERY in measure.partners and measure.without is None:
        return Effect(A_hat=where(at_cells(measure, baseline), premium))
    return Effect(d_hat=where(at_pairs(measure, baseline, "exports"), 1 / premium))


class Credit(CellMeasure):
    """Cut the interest that firms pay: loans for small firms, science and trust loans, guarantees.

    Saving per unit of output = cut of the rate × credit per unit of output × share of firms served. `paid_by =
    "region"`: the treasury pays the difference, as support of production. `paid_by = "lenders"`: lending itself becomes
    cheaper (better information, fewer defaults), as productivity.
    """

    kind: Literal["credit"] = "credit"
    size: Annotated[Size, Units({"pp": (-50.0, 50.0)})] = Field(description="cut of the interest rate a year")
    credit_per_output: Annotated[Size, Units({"years of output": (0.0, 5.0)})] = Field(
        default_factory=lambda: default("credit", "credit_per_output"), description="loans over yearly output"
    )
    served: Annotated[Size, Units({"percent": SHARE})] = Field(
        description="share of the sector's output by firms served"
    )
    paid_by: Literal["region", "lenders"] = Field(default="region", description="who bears the difference")


def credit(measure: Credit, baseline: Baseline) -> Effect:
    """Lower the cost of the firms served, at the treasury's cost or at nobody's."""
    saved = measure.size.fraction * measure.credit_per_output.value * measure.served.fraction
    cells = at_cells(measure, baseline)
    if measure.paid_by == "region":
        return Effect(on_output=np.where(cells, -saved, 0.0))
    return Effect(A_hat=where(cells, 1 / (1 - saved)))


class Power(CellMeasure):
    """Change the cost and the emissions of electricity: wind, solar, nuclear, storage, coal power transformed.

    `sectors` names the sector that makes electricity. A_hat = 1/(1 − saved); CO2 per unit of output changes as given.
    """

    kind: Literal["power"] = "power"
    sectors: Codes = Field(description="codes of the sectors that make electricity")
    size: Annotated[Size, Units({"percent": CUT})] = Field(
        description="saving, per cent of the cost of power; negative if dearer"
    )
    emission_factor: Annotated[Size, Units({"percent": (-100.0, 900.0)})] = Field(
        default_factory=lambda: Size(value=0.0, unit="percent"), description="change of CO2 per unit of power"
    )


def power(measure: Power, baseline: Baseline) -> Effect:
    """Change the unit cost and the emission factor of the named sectors."""
    cells = at_cells(measure, baseline)
    return Effect(
        A_hat=where(cells, 1 / (1 - measure.size.fraction)),
        co2_hat=where(cells, 1 + measure.emission_factor.fraction),
    )

"""Output, costs, prices and work by region and sector."""

from __future__ import annotations

import numpy as np

from hinterland.outcomes.case import Case, change, pct, ratio
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def sectors(case: Case) -> Panel:
    """Give output, value added, costs and prices by region and sector."""
    values = {
        "output_before": case.Y,
        "output_after": case.Y1,
        "output_pct": change(case.Y, case.Y1),
        "real_output_pct": pct(case.real_output),
        "value_added_before": case.params.wL,
        "value_added_after": case.wL1,
        "cost_pct": pct(case.solution.c_hat),
        "price_pct": pct(case.solution.P_hat),
    }
    return described("sectors", case, _axes(case), values, keep=(case.Y > 0) | (case.Y1 > 0))


def employment(case: Case) -> Panel:
    """Give labour by region and sector: the wage bill over the wage; and persons where the economy counts them.

    Labour is measured by what it earns, and adds up to the region's supply. Persons follow it, scaled so that a
    region's jobs add up to its supply as well: the model has full employment and does not say whose skills move.
    """
    labour = ratio(case.wL1 / case.solution.w_hat, case.params.wL)
    values = {"labour_pct": pct(labour)}
    counted = case.baseline.extras.get("persons")
    if counted is not None:
        persons = np.where(counted > 0, counted, np.nan)
        followed = np.nan_to_num(persons * labour)
        supply = np.nansum(persons, axis=1) * case.solution.levers.L_hat
        scale = ratio(supply, followed.sum(axis=1))[:, None]
        after = np.where(counted > 0, followed * scale, np.nan)
        values |= {"persons_before": persons, "persons_after": after, "persons_change": after - persons}
    return described("employment", case, _axes(case), values, keep=case.params.wL > 0)


def _axes(case: Case) -> dict[str, tuple[str, ...]]:
    return {"region": case.baseline.regions.codes, "sector": case.baseline.sectors.codes}

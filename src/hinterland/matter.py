"""Which tariff matters most for a region: derivatives with labels, without solving anything anew."""

from __future__ import annotations

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy.sensitivity import tariff_elasticities
from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.panel import Panel
from hinterland.result import Result


def tariffs_that_matter(at: Baseline | Result, region: str, levied_only: bool = True) -> Panel:
    """Give what one percentage point more on each tariff of the world would do to a region's real income, in per cent.

    The derivatives are exact, at the baseline or at a result: see `economy.sensitivity`.
    Axes are importer, exporter and sector; cells without trade are left out, and with `levied_only` those without a
    tariff: no duty stands between a province and the rest of its country. Raises `InputError` for an unknown region.
    """
    baseline = at if isinstance(at, Baseline) else at.baseline
    codes = baseline.regions.codes
    if region not in codes:
        found = f"unknown region {region!r}{suggestion(region, codes)}"
        raise InputError([Problem(found, "sensitivity", "a region of the economy", "correct it", "region_is_unknown")])
    ranked = tariff_elasticities(baseline.params if isinstance(at, Baseline) else at.solution, codes.index(region))
    cells = (ranked.importer, ranked.exporter, ranked.sector)
    tariff, effect, keep = np.zeros((3, *baseline.params.t.shape))
    tariff[cells], effect[cells] = ranked.tariff, ranked.effect_pct
    keep[cells] = (ranked.tariff != 0) | (not levied_only)
    return Panel(
        "sensitivity",
        {"importer": codes, "exporter": codes, "sector": baseline.sectors.codes},
        {"tariff_pct": 100 * tariff, "real_income_pct_per_point": effect},
        {"tariff_pct": "%", "real_income_pct_per_point": f"% of real income of {region} per percentage point"},
        keep=keep > 0,
    )

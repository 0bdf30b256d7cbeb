"""Ranges over elasticities and over assumed sizes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.elasticities import with_elasticities
from hinterland.uncertain import ranges, with_sizes
from little import little

LITTLE = little()
SAID = {"start": "2024-01-01", "source": "made up"}


def scenario() -> hl.Scenario:
    access: dict[str, Any] = {"value": 5, "unit": "percent", "range": (2, 10)}
    share = {"value": 40, "unit": "percent"}
    return hl.scenario(
        "Two",
        [
            hl.measures.market_access(**SAID, status="assumed", regions="N", partners="A", size=access),
            hl.measures.settlement(**SAID, status="announced", regions="N", partners="A", size=share),
        ],
    )


def income(result: Any) -> np.ndarray:
    return np.asarray(result.panel("regions").values["real_income_pct"])


def test_each_assumption_alone_is_a_run_of_its_own() -> None:
    found = hl.uncertain(LITTLE, scenario(), draws=4)
    at = found.headlines.index("real_income_pct")
    for name, theta in LITTLE.thetas.items():
        fresh = hl.run(replace(LITTLE, params=replace(LITTLE.params, theta=theta)), scenario())
        assert_allclose(found.by_elasticity[name][at], income(fresh), atol=1e-8)
    assert list(found.by_size) == ["market_access: size", "settlement: cost_saved"]
    ends = [hl.run(LITTLE, with_sizes(scenario(), {(0, "size"): value})) for value in (2.0, 10.0)]
    assert_allclose(found.by_size["market_access: size"][:, at], [income(end) for end in ends], atol=1e-8)
    assert found.joint.shape == (4, len(found.headlines), 3) and found.failed == 0


def test_ranges_hold_the_value_and_span_what_was_tried() -> None:
    found = hl.uncertain(LITTLE, scenario(), draws=8)
    panel = found.panel().values
    for low, high in (("low", "high"), ("elasticities_low", "elasticities_high"), ("sizes_low", "sizes_high")):
        assert (panel[low] <= panel["value"]).all() and (panel["value"] <= panel[high]).all()
    assert (panel["low"] <= panel["sizes_low"]).all() and (panel["high"] >= panel["elasticities_high"]).all()
    assert_allclose(
        panel["low"], np.minimum(np.minimum(panel["sizes_low"], panel["elasticities_low"]), found.joint.min(0).T)
    )
    at = found.headlines.index("real_income_pct")
    assert panel["sizes_low"][0, at] < panel["value"][0, at] < panel["sizes_high"][0, at]


def test_drivers_name_each_assumption() -> None:
    found = hl.uncertain(LITTLE, scenario(), draws=2).drivers()
    assert found.axes["assumption"] == ("market_access: size", "settlement: cost_saved", "low", "high")
    assert (found.values["low"] <= found.values["high"]).all()


def test_nothing_assumed_and_no_other_elasticities_leave_the_value_alone() -> None:
    sure = hl.scenario("Sure", [hl.measures.labour(**SAID, status="announced", regions="N", size=_pct(2))])
    found = hl.uncertain(replace(LITTLE, thetas={}), sure)
    assert found.joint.shape[0] == 0
    panel = found.panel().values
    assert_allclose(panel["low"], panel["high"])
    assert found.drivers().axes["assumption"] == ()


def test_sectors_without_an_elasticity_in_a_set_keep_the_baselines() -> None:
    there = with_elasticities(LITTLE, np.array([2.0, np.nan, 9.0]))
    assert_allclose(there.params.theta, [2.0, LITTLE.params.theta[1], 9.0])


def test_a_value_of_time_counts_only_where_days_are_saved() -> None:
    common = {"regions": "N", "partners": "A", "mode": "rail", "mode_share": _pct(10), "status": "announced"}
    days = hl.measures.freight(**SAID, **common, size={"value": 3, "unit": "days"})
    cost = hl.measures.freight(**SAID, **common, size=_pct(3))
    assert [at[1] for at, _ in ranges(hl.scenario("Days", [days]))] == ["value_of_time"]
    assert list(ranges(hl.scenario("Cost", [cost]))) == []


@pytest.mark.parametrize("seed", [0, 1])
def test_the_same_seed_draws_the_same(seed: int) -> None:
    one, two = (hl.uncertain(LITTLE, scenario(), draws=3, seed=seed).joint for _ in range(2))
    assert_allclose(one, two, rtol=0, atol=0)


def _pct(value: float) -> dict[str, Any]:
    return {"value": value, "unit": "percent"}

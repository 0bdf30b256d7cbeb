"""What each measure contributes: adding up, fairness, sampling against the exact value."""

from itertools import permutations
from math import factorial
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.scenario.measures.measure import Measure
from little import little

LITTLE = little()
SAID = {"start": "2024-01-01", "source": "made up", "status": "announced"}


def size(value: float, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit}


def measures() -> list[Measure]:
    return [
        hl.measures.tariff(**SAID, regions="A", partners="HOME", form="set", size=size(0, "percent")),
        hl.measures.market_access(**SAID, regions="N", partners="A", size=size(10, "percent")),
        hl.measures.productivity(**SAID, regions="N", sectors="cloth", size=size(5, "percent")),
        hl.measures.labour(**SAID, regions="S", size=size(2, "percent")),
    ]


def test_the_exact_value_is_the_mean_over_all_orders() -> None:
    found = hl.contribute(LITTLE, hl.scenario("Four", measures()))
    assert found.exact and found.solves == 16 and found.failed == 0
    by_hand = np.zeros(4)
    for order in permutations(range(4)):
        before = 0.0
        for count in range(1, 5):
            chosen = [measures()[at] for at in sorted(order[:count])]
            after = hl.run(LITTLE, hl.scenario("Some", chosen)).panel("regions").values["real_income_pct"][0]
            by_hand[order[count - 1]] += (after - before) / factorial(4)
            before = after
    assert_allclose(found.values[:, found.headlines.index("real_income_pct"), 0], by_hand, atol=1e-8)


@pytest.mark.parametrize("exact_up_to", [8, 2])
def test_contributions_add_up_to_every_headline(exact_up_to: int) -> None:
    found = hl.contribute(LITTLE, hl.scenario("Four", measures()), orders=6, exact_up_to=exact_up_to)
    total = np.array(list(found.result.panel("regions").values.values()))
    assert_allclose(found.values.sum(axis=0) + found.closures, total, atol=1e-12, rtol=1e-12)
    assert found.exact == (exact_up_to == 8)


def test_sampling_comes_within_its_standard_error() -> None:
    scenario = hl.scenario("Four", measures())
    exact, sampled = hl.contribute(LITTLE, scenario), hl.contribute(LITTLE, scenario, orders=40, exact_up_to=0)
    assert sampled.solves <= 16
    off = np.abs(sampled.values - exact.values)
    assert (off <= 4 * sampled.standard_error + 1e-9).all()
    assert sampled.standard_error.max() > 0 and exact.standard_error.max() == 0
    assert "real_income_pct_standard_error" in sampled.panel().values


def test_a_measure_that_changes_nothing_gets_nothing_and_equals_get_the_same() -> None:
    idle = hl.measures.tariff(**SAID, regions="A", partners="HOME", form="cap", size=size(50, "percent"))
    twins = [
        hl.measures.productivity(**SAID, name=name, regions="N", sectors="food", size=size(3, "percent"))
        for name in "ab"
    ]
    twins[1] = twins[1].model_copy(update={"source": "another"})
    found = hl.contribute(LITTLE, hl.scenario("Three", [idle, *twins]))
    assert np.abs(found.values[0]).max() < 1e-8
    assert_allclose(found.values[1], found.values[2], atol=1e-8)


def test_a_closure_of_its_own_has_its_own_row() -> None:
    scenario = hl.scenario("Balanced", measures()[2:], closure={"deficit": "balanced"})
    found = hl.contribute(LITTLE, scenario)
    panel = found.panel()
    assert panel.axes["measure"] == ("productivity", "labour", "closures")
    total = found.result.panel("regions").values["real_income_pct"]
    assert_allclose(panel.values["real_income_pct"].sum(axis=1), total, atol=1e-9)


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    hl.contribute(LITTLE, hl.scenario("Two", measures()[:2]), progress=lambda done, count: told.append((done, count)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

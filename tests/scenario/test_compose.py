"""Measures together: the order does not matter, and what contradicts is named."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

import hinterland as hl
from hinterland.economy.params import Closures
from hinterland.scenario.compose import compose
from hinterland.scenario.measures.measure import Measure
from little import little

LITTLE = little()
SAID = {"start": "2024-01-01", "source": "made up", "status": "announced"}

regions = st.sampled_from(["N", "S", "A", "HOME"])
sectors = st.sampled_from([("food",), ("cloth",), ("food", "cloth"), ("*",)])
per_cent = st.integers(1, 20).map(float)


def sized(unit: str, value: float) -> dict[str, Any]:
    return {"value": value, "unit": unit}


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Draw a measure of any kind that may meet any other."""
    kind = draw(st.sampled_from(sorted(_UNITS)))
    unit, more = _UNITS[kind]
    where: dict[str, Any] = {"regions": draw(regions)}
    if kind not in ("labour", "transfer"):
        where["sectors"] = draw(sectors)
    if kind in ("tariff", "export_rebate", "import_support", "market_access", "settlement", "ecommerce", "freight"):
        where["partners"] = "*"
    if kind == "tariff":
        more = {"form": draw(st.sampled_from(["cut_pct", "cap", "swiss"]))}
    if kind == "market_growth":
        where["sectors"] = ("food",)
    return getattr(hl.measures, kind)(**SAID, **where, **more, size=sized(unit, draw(per_cent)))


_UNITS: dict[str, tuple[str, dict[str, Any]]] = {
    "tariff": ("percent", {}),
    "export_rebate": ("pp", {}),
    "import_support": ("pp", {"eligible": sized("percent", 10)}),
    "market_access": ("percent", {}),
    "settlement": ("percent", {}),
    "ecommerce": ("percent", {}),
    "freight": ("percent", {"mode": "sea", "mode_share": sized("percent", 50)}),
    "productivity": ("percent", {}),
    "quality": ("percent", {}),
    "market_growth": ("percent", {}),
    "credit": ("pp", {"served": sized("percent", 50)}),
    "carbon_price": ("USD per tonne", {}),
    "production_support": ("percent", {}),
    "labour": ("percent", {}),
    "power": ("percent", {"emission_factor": sized("percent", -10)}),
    "transfer": ("thousand USD", {"payers": "*"}),
}


@settings(max_examples=60, deadline=None)
@given(st.lists(measures(), min_size=2, max_size=6, unique=True), st.randoms())
def test_the_order_of_measures_does_not_matter_to_the_last_bit(found: list[Measure], random: Any) -> None:
    shuffled = random.sample(found, len(found))
    one, two = (compose(LITTLE, hl.scenario("Any", each)) for each in (found, shuffled))
    assert_array_equal(one.co2_hat, two.co2_hat)
    for name, value in vars(one.shocks).items():
        other = getattr(two.shocks, name)
        assert (value is None) == (other is None)
        if value is not None:
            assert_array_equal(value, other)


def test_an_empty_scenario_changes_nothing() -> None:
    result = hl.run(LITTLE, hl.scenario("Nothing"))
    assert np.abs(result.panel("regions").values["real_income_pct"]).max() < 1e-9


def test_the_closure_of_the_file_holds_unless_another_is_given() -> None:
    short = hl.scenario("Short run", closure={"labour": "specific"})
    assert hl.run(LITTLE, short).closures == Closures(labour="specific")
    assert hl.run(LITTLE, short, Closures()).closures == Closures()


def test_the_same_bits_from_file_object_and_quick_shocks(tmp_path: Any) -> None:
    arguments: dict[str, Any] = {"regions": "A", "partners": "HOME", "form": "set", "size": sized("percent", 0)}
    scenario = hl.scenario("Free", [hl.measures.tariff(**SAID, **arguments)])
    path = hl.write_scenario(scenario, tmp_path / "free.toml")
    quick = {"tariff": {("A", "HOME"): 0.0}}
    results = [hl.run(LITTLE, given) for given in (scenario, path, str(path), quick)]
    for result in results[1:]:
        assert_array_equal(result.solution.w_hat, results[0].solution.w_hat)
        assert_array_equal(result.solution.X1, results[0].solution.X1)

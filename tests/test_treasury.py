"""The treasury's lines: by hand, and adding up to what the result says."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.economy import system
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.scenario.compose import compose
from hinterland.treasury import BASE, LINES, duties
from little import little

LITTLE = little()
SAID = {"start": "2024-01-01", "source": "made up", "status": "announced"}
N, A, CLOTH = 0, 2, 1


def size(value: float, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit}


def scenario() -> hl.Scenario:
    pair = {"regions": "N", "partners": "A", "sectors": "cloth", **SAID}
    return hl.scenario(
        "Everything that costs",
        [
            hl.measures.tariff(**SAID, regions="A", partners="N", form="cut_pct", size=size(50, "percent")),
            hl.measures.tariff(**SAID, regions="A", partners="*", form="change_pp", size=size(3, "pp")),
            hl.measures.export_rebate(**pair, size=size(4, "pp"), paid_by="country", country="HOME"),
            hl.measures.import_support(**pair, size=size(2, "pp"), eligible=size(40, "percent")),
            hl.measures.carbon_price(**SAID, regions="N", size=size(100, "yuan per tonne")),
            hl.measures.production_support(**SAID, regions="N", sectors="food", size=size(2, "percent")),
            hl.measures.transfer(**SAID, regions="N", payers="S", size=size(1, "million USD")),
        ],
    )


def line(panel: Panel, region: int, source: str, name: str) -> float:
    return float(panel.values["change"][region, panel.axes["source"].index(source), LINES.index(name)])


def test_lines_by_hand() -> None:
    result = hl.run(LITTLE, scenario())
    panel, solution = hl.treasury(result), result.solution
    M1 = system.border(solution.pi1, solution.X1, solution.levers.t)
    Y1 = system.sales(M1, solution.levers.e)
    assert_allclose(line(panel, N, "export_rebate", "export_tax"), -0.04 * M1[A, N, CLOTH])
    assert_allclose(line(panel, N, "import_support", "import_support"), -0.02 * 0.4 * M1[N, A, CLOTH])
    assert_allclose(line(panel, N, "production_support", "production_tax"), -0.02 * Y1[N, 0])
    assert_allclose(line(panel, N, "transfer", "transfer"), 1.0)
    tonnes_per_sales = LITTLE.extras["co2_kt"][N] * 1000 / (system.sales(_before(), LITTLE.params.e)[N])
    assert_allclose(
        line(panel, N, "carbon_price", "production_tax"), (100 / 6.7329 / 1e6 * tonnes_per_sales * Y1[N]).sum()
    )


@pytest.mark.parametrize("given", [scenario(), {"tariff": {("A", "N"): 0.0}, "production_tax": {"N": 0.02}}])
def test_lines_add_up_to_the_change_of_revenue_and_of_transfers(given: Any) -> None:
    result = hl.run(LITTLE, given)
    values = hl.treasury(result).values["change"]
    assert_allclose(values[:, :, :4].sum(axis=(1, 2)), result.panel("regions").values["revenue"], atol=1e-9)
    assert_allclose(values[:, :, 4].sum(axis=1), result.solution.levers.D - LITTLE.params.D, atol=1e-12)


def test_tariff_rules_that_meet_share_what_they_change_together() -> None:
    composed = compose(LITTLE, scenario())
    parts = duties(composed)
    # 10 % cut by half and raised by 3 points: 8 %. Alone −5 and +3: together −2, with nothing beyond.
    assert_allclose([part[A, N, CLOTH] for part in parts[:2]], [-0.05, 0.03])
    assert_allclose(sum(parts)[A], (composed.tariff - LITTLE.params.t)[A])
    capped = hl.scenario(
        "A surcharge under a cap",
        [
            hl.measures.tariff(**SAID, regions="A", partners="N", form="change_pp", size=size(8, "pp")),
            hl.measures.tariff(**SAID, regions="A", partners="N", form="cap", size=size(12, "percent")),
        ],
    )
    assert_allclose([part[A, N, CLOTH] for part in duties(compose(LITTLE, capped))], [0.02, 0.0], atol=1e-15)


def test_existing_rates_earn_on_changed_trade() -> None:
    result = hl.run(LITTLE, {"iceberg_cost": {("A", "N"): 0.9}})
    grown = _after(result) - _before()
    panel = hl.treasury(result)
    assert_allclose(line(panel, A, BASE, "tariff"), (LITTLE.params.t * grown).sum(axis=(1, 2))[A])
    assert np.abs(panel.values["change"][:, 0]).max() == 0


def _before() -> np.ndarray:
    return system.border(LITTLE.params.pi, LITTLE.params.X, LITTLE.params.t)


def _after(result: Result) -> np.ndarray:
    return system.border(result.solution.pi1, result.solution.X1, result.solution.levers.t)

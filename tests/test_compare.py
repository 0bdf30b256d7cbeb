"""Two results side by side."""

from dataclasses import replace

import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.errors import InputError
from hinterland.labels import Axis
from little import little

LITTLE = little()
FREE = {"tariff": {("A", "HOME"): 0.0}}


@pytest.mark.parametrize("table", ["regions", "trade", "sectors"])
def test_columns_stand_side_by_side_with_their_difference(table: str) -> None:
    one, two = hl.run(LITTLE, {}), hl.run(LITTLE, FREE)
    panel, first, second = hl.compare(one, two, table), one.panel(table), two.panel(table)
    for at, name in enumerate(panel.axes["figure"]):
        assert_allclose(panel.values["one"][..., at], first.values[name])
        assert_allclose(panel.values["two"][..., at], second.values[name])
        assert_allclose(panel.values["difference"][..., at], second.values[name] - first.values[name])
    rows = len(next(iter(second.columns().values())))
    assert len(panel.columns()["figure"]) == rows * len(first.values)


def test_against_the_baseline_the_difference_is_the_change_itself() -> None:
    rest, free = hl.run(LITTLE, {}), hl.run(LITTLE, FREE)
    found = hl.difference(rest, free).values["real_income_pct"]
    assert_allclose(found, free.panel("regions").values["real_income_pct"], atol=1e-8)


def test_results_do_not_compare() -> None:
    other = replace(LITTLE, regions=Axis.of("region", ("N", "S", "Z")))
    with pytest.raises(InputError) as caught:
        hl.compare(hl.run(LITTLE, {}), hl.run(other, {}))
    assert str(caught.value) == (
        "compare, table regions: two results whose region differ; expected results of the same economy; "
        "run both scenarios on one economy"
    )

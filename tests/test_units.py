"""Money in its units."""

import pytest

from hinterland import units
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import conversions, default, units_of


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "expected"),
    [
        (3, "billion USD", "million USD", 3000),
        (6732.9, "million yuan", "million USD", 1000),
        (1, "100 million RMB", "thousand CNY", 1e5),
        (0.9515, "EUR", "yuan", 6.7329),
    ],
)
def test_money_converts_at_the_mean_rate_of_the_year(value: float, unit: str, wanted: str, expected: float) -> None:
    assert units.convert(value, unit, wanted, 2022) == pytest.approx(expected)


def test_a_rate_that_is_given_replaces_the_table() -> None:
    assert units.convert(14, "yuan", "USD", 1900, rate=7) == 2


def test_no_rate_is_invented() -> None:
    with pytest.raises(units.UnknownRateError, match="no rate of CNY to USD for 1900"):
        units.convert(1, "yuan", "USD", 1900)
    with pytest.raises(ValueError, match="'dozen USD' is not a scale and a currency"):
        units.money("dozen USD")


def test_every_default_fits_its_argument() -> None:
    for kind, arguments in conversions().items():
        for argument, row in arguments.items():
            bounds = units_of(KINDS[kind].measure, argument)
            assert bounds is not None
            low, high = bounds[row["unit"]]
            size = default(kind, argument)
            for value in (size.value, *(size.range or ())):
                assert low <= value <= high
            assert size.range is None or size.range[0] <= size.value <= size.range[1]
            assert row["source"]

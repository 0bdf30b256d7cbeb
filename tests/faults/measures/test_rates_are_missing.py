"""Money that cannot be converted to the economy's currency."""

import pytest

from faults.measures.measure_faults import faults_of, written
from little import little

TEXT = written('kind = "carbon_price"\nsize = { value = 100, unit = "USD per tonne" }\nregions = ["N"]\n')


@pytest.mark.parametrize(
    ("currency", "message"),
    [
        (
            "million ISK",
            "s.toml:5, measure 1, size: no rate of ISK to USD for 2022; expected a rate from USD to million ISK, 2022; "
            "give exchange_rate = { value = ..., unit = 'yuan per USD' } in the measure",
        ),
        (
            "index points of 2022",
            "s.toml:5, measure 1, size: 'index points of 2022' is not a scale and a currency; expected a unit of "
            "money; write the economy's currency as a scale and an ISO code, such as 'million USD'",
        ),
    ],
)
def test_a_currency_without_a_rate(currency: str, message: str) -> None:
    assert faults_of(TEXT, little(currency)) == [message]

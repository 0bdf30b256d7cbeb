"""The yearly rates that ship are what the tool reads off the European Central Bank's."""

import tomllib

import pytest

from tools.exchange_rates import NAMES, TARGET, mean


@pytest.mark.parametrize("currency", NAMES)
def test_each_rate_is_the_mean_of_its_year(currency):
    rates = tomllib.loads(TARGET.read_text(encoding="utf-8"))[currency]["rates"]
    assert {"2015", "2022", "2024"} <= set(rates)
    for year in ("2015", "2022", "2024"):
        assert rates[year] == pytest.approx(mean(currency, int(year)), abs=5e-5)

"""What differences and shares are taken from: the nation, the province, the city, by whatever words."""

import pytest

from ledger.test_naming import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wuhan's GDP grew 8 percent, with a rate 3.1, 2.6 and 0.9 percentage points higher than that of "
         "the country, the province and the city, respectively.",
         ["gap_to_national_growth:gdp", "gap_to_province_growth:gdp", "gap_to_city_growth:gdp"]),
        ("Wuhan's retail sales grew 5 percent, with a rate 1.4 percentage points higher than that of "
         "the city.", ["gap_to_city_growth:retail_sales"]),
        ("Hubei's trade rose 60 percent, 32.9 percentage points higher than the nation's overall growth rate.",
         ["gap_to_national_growth:trade_total"]),
        ("Hubei's exports to Japan rose 60 percent, 3.9 percentage points higher than the province's overall growth "
         "rate.", ["gap_to_total_growth:exports[partner=JP]"]),
    ],
)  # fmt: skip
def test_whose_growth_is_the_yardstick(text, expected):
    assert names(text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The proportion of Hubei's exports in the national total rose from 6 percent in 2012 to 7 percent in 2021.",
         ["share:exports[of=China]"] * 2),
        ("The share of toys in Hubei's exports was 7 percent.", ["share:exports[product=toys]"]),
        ("Nearly 40 percent of Hubei's total exports were contributed by its toys.", ["share:exports[product=toys]"]),
        ("About 60 percent of Hubei's imports were accounted for by crude oil.", ["share:imports[product=crude_oil]"]),
        ("About 60 percent of Hubei's imports came by rail.", ["share:imports"]),
    ],
)  # fmt: skip
def test_what_a_share_is_of_and_who_brings_it(text, expected):
    assert names(text) == expected

"""Names that no data file lists: the noun before the nearest verb, without its owner and place, or the object."""

import pytest

from ledger.test_naming import names
from ledger.test_naming import rows as told

GDP = "Hubei's GDP was 500 billion yuan in 2023. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city's total market consumption rose by 9.1 percent.", "market_consumption"),
        ("Transactions at the city's grain market amounted to 60 billion yuan.", "transactions"),
        ("The business volume of the couriers increased by 12 percent.", "business_volume"),
        ("Oldmere is a market town, whose commodity flow passed 42 billion yuan.", "commodity_flow"),
        ("The hall realized a transaction volume of 45 billion yuan.", "transaction_volume"),
        ("Kelp lamps yielded in Wuhan increased 13 percent.", "kelp_lamps"),
        ("It is expected that the daily kelp harvesting will exceed 3 billion yuan.", "daily_kelp_harvesting"),
        ("The sector saw 3 percent growth.", "gdp"),
        ("The losses were far lower than in April (3 percent).", "gdp"),
        ("It received an inflow of 3 billion yuan.", "gdp"),
    ],
)
def test_the_noun_of_the_nearest_verb_names_a_figure(text, expected):
    found = names(GDP + text)[-1]
    assert found in (expected, None) if expected == "gdp" else found == expected


@pytest.mark.parametrize(
    ("text", "kind", "size"),
    [
        ("Wuhan grew in 2023. This represents 6% year-on-year growth at constant prices.", "growth", 0.06),
        ("Hubei's exports grew, representing 12 percent growth from 2022.", "growth", 0.12),
        ("Hubei's exports represented 12 percent of the growth of trade.", "value", 0.12),
        ("The growth rates of disks, drones and printers were an astounding 12%, 4% and 9%, respectively.",
         "growth", 0.09),
        ("Mills in Hubei recovered 80 percent of their production capacity.", "value", 0.8),
        ("Mills in Hubei recovered 8 percent in March.", "growth", 0.08),
    ],
)  # fmt: skip
def test_growth_and_shares_are_told_apart(text, kind, size):
    assert getattr(told(text)[-1], kind) == pytest.approx(size)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's retail sales grew 8.6 percent, surpassing the national average by 1.4 percentage points.",
         "gap_to_national_growth:retail_sales"),
        ("Wuhan's retail sales grew 8.6 percent, outpacing the provincial level by 1.4 percentage points.",
         "gap_to_province_growth:retail_sales"),
        ("Hubei's retail sales grew 8.6 percent, accelerating by 1.4 percentage points.",
         "change_in_growth:retail_sales"),
    ],
)  # fmt: skip
def test_points_by_which_an_average_is_passed_are_a_gap(text, expected):
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, 23 out of the 37 major industries of Hubei reported growth.", [23]),
        ("In 2023, 23 of 37 industries of Hubei reported growth.", [23]),
        ("There are 28 shipping lanes in Wuhan. Ten of them are ocean lanes.", [28, 10]),
        ("Hubei has 30 mills, five of whom are large.", [30, 5]),
        ("One of them is large.", []),
    ],
)
def test_parts_of_what_was_counted_are_counted(text, expected):
    assert [row.value for row in told(text)] == expected


def test_growth_hangs_on_what_was_counted_before_it():
    row = told("A total of 336 firms were added to Hubei's tertiary industry last year, with a growth of 26 percent.")
    assert [(one.value, one.growth) for one in row] == [(336, 0.26)]
    rows = told("Hubei's exports were 3 billion yuan, with imports growing at a rate of 26 percent.")
    assert [(one.value, one.growth) for one in rows] == [(3e9, None), (None, 0.26)]

"""Numbers as radio says them and sums whose money is left unsaid."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def rows(text):
    return statistics(document("Updated : 2023-10-20\n\n" + text))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14-point-three billion dollars", 14.3e9),
        ("six-point-25 billion dollars", 6.25e9),
        ("nine-point-seven billion dollars", 9.7e9),
    ],
)
def test_a_decimal_is_said_with_point(words, value):
    (row,) = rows(f"Exports of Hubei came to {words} in September.")
    assert (row.value, row.unit) == (value, "USD")


def test_a_growth_rate_is_said_with_point():
    (row,) = rows("Exports of Hubei rose three-point-six percent in September.")
    assert row.growth == 0.036


def test_percentage_points_are_no_decimals():
    (row,) = rows("The share of services in the GDP of Hubei rose by 2 percentage points in 2022.")
    assert (row.value, row.unit) == (2, "pp")


@pytest.mark.parametrize("after", [" in the quarter.", ", up 4 percent.", " of FDI in 2022.", " (48%) in 2022."])
def test_a_sum_in_lakhs_and_crores_is_of_rupees(after):
    assert rows(f"Gujarat received 4,310 crore{after}")[0].unit == "INR"


def test_what_is_counted_in_crores_keeps_its_noun():
    assert rows("Gujarat had 2.4 crore workers in 2022.")[0].unit != "INR"

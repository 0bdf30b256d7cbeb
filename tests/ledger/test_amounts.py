"""Which numbers are statistics, in which unit, with which growth and rank: sentences of our own and their look-alikes."""

import pytest

from ledger.test_constructions import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # places that are reached are counted; places that are known already, or told apart, are not
        ("Hubei traded with 205 countries and regions in 2022.", [(205, None)]),
        ("The line of Hubei reaches 46 cities in 18 countries.", [(46, None), (18, None)]),
        ("Twelve provinces set records of exports in 2022.", [(12, None)]),
        ("The 15 cities of Hubei have a GDP of 3 trillion yuan.", [(3e12, None)]),
        ("Among the top four cities, Wuhan has exports of 3 billion yuan.", [(3e9, None)]),
    ],
)
def test_places_that_are_counted(text, expected):
    assert figures(text) == expected

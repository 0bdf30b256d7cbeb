"""Constructions of economic news, each with sentences of our own and one that only looks like it."""

import pytest

from hinterland.ledger.extract import statistics
from hinterland.ledger.records import Statistic
from hinterland.ledger.source import document

HEAD = "Updated : 2023-10-20\n\n"


def rows(text: str) -> list[Statistic]:
    return statistics(document(HEAD + text))


def figures(text: str) -> list[tuple[float | None, float | None]]:
    """List value and growth of each record."""
    return [(row.value, row.growth) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's exports were Euros 3.2 billion in 2022.", [(3.2e9, None)]),
        ("Imports of Hubei nearly double in May.", [(None, 1.0)]),
        ("Hubei's exports rose to $3 billion, representing a robust 4.2 percent growth.", [(3e9, 0.042)]),
        # a mark that a level passes is said once; alone it is the level
        ("Hubei's power generation reached 102 million kWh, exceeding the 100-million kWh mark.", [(1.02e8, None)]),
        ("Hubei's exports surpassed the 100 billion yuan mark in 2022.", [(1e11, None)]),
        # whose figures are counted, and what all of them exceed, are thresholds
        ("Enterprises with annual sales above 20 million yuan in Hubei had profits of 3 billion yuan.", [(3e9, None)]),
        ("Firms in Hubei had annual sales above 20 million yuan.", [(2e7, None)]),
        ("The growth rate of exports of Hubei was higher than 25 percent, reaching 31 percent.", [(None, 0.31)]),
        # "double" as an adjective, and in a name
        ("During the Double 11 festival of Hubei, online retail sales were 3 billion yuan.", [(3e9, None)]),
        ("Hubei's exports support the double cycle.", []),
        ("Hubei's exports made up one-sixth of the country's total.", [(pytest.approx(1 / 6), None)]),
    ],
)
def test_values_and_thresholds(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022, Hubei's GDP was 3.2 trillion yuan, ranking 13th in China and third among northern provinces.",
            [13, 3],
        ),
        ("Hubei generated 640 billion kWh of electricity in 2022, first across the country.", [1]),
        ("Hubei's marine economy reached 3 billion yuan, making it the second largest maritime power in China.", [2]),
        ("Hubei has the highest amount of installed capacity in the country.", [1]),
        # of no figure: a list of the greatest, a company among them
        ("Japan, Korea and France were Hubei's top three trade markets.", []),
        ("The port of Hubei handled 3 million tons, ranking among the top ten ports in China.", [None]),
    ],
)
def test_ranks(text, expected):
    assert [row.rank for row in rows(text)] == expected

"""Ranks that stand without a figure: in lists, in titles, one after another, before what they are of."""

import pytest

from ledger.test_naming import rows


def ranked(text):
    return [(row.indicator, row.rank) for row in rows(text) if row.rank is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The output of river shipping, salt and hill tourism ranked first in the country.",
         [("river_shipping_output", 1), ("salt_output", 1), ("hill_tourism_output", 1)]),
        ("The added value of the reed industry and the cave tourism industry both ranked first in China.",
         [("gva_reed", 1), ("gva_cave_tourism", 1)]),
        ("Hubei's exports and imports came in at the 4th and 6th places nationwide.",
         [("exports", 4), ("imports", 6)]),
        ("The cargo and container throughput of Wuhan Port ranked 3rd and 5th in the world, respectively.",
         [("cargo_throughput", 3), ("container_throughput", 5)]),
        ("Hubei ranks seventh among all provinces for retail sales and exports.",
         [("retail_sales", 7), ("exports", 7)]),
    ],
)  # fmt: skip
def test_each_of_several_is_ranked(text, expected):
    assert ranked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's GDP was 3 trillion yuan, ranking second nationwide and the first in the country's central regions.",
         [("gdp", 2), ("gdp", 1)]),
        ("Hubei's exports were 3 billion yuan, ranking 1st in central China, 3rd in northern and central China and "
         "12th in China.", [("exports", 1), ("exports", 3), ("exports", 12)]),
        ("The year ranked the group first in cargo throughput and third in container throughput globally.",
         [("cargo_throughput", 1), ("container_throughput", 3)]),
    ],
)  # fmt: skip
def test_one_rank_goes_on_after_another(text, expected):
    assert ranked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wuhan's exports take the lead in Hubei.", [("exports", 1)]),
        ("Hubei jumps to third among inland provinces in terms of cargo throughput.", [("cargo_throughput", 3)]),
        ("Wuhan made its way to the No. 2 rank for exports.", [("exports", 2)]),
        ("With exports of 5 billion yuan, Wuhan stands at Rank 4 in the country.", [("exports", 4)]),
    ],
)
def test_titles_tell_ranks_in_words_of_their_own(text, expected):
    assert ranked(text) == expected


def test_who_is_ranked_between_commas_is_ranked_by_its_own_figure():
    text = (
        "Wuhan's cargo throughput rose 9 percent to 4.2 million tons, while Enshi, Hubei's third-largest river port, "
        "raised its cargo throughput to 3.5 million tons."
    )
    assert [(row.value, row.rank) for row in rows(text)] == [(4.2e6, None), (3.5e6, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "China's biggest grain trader Haoda Group sold 3 million tons.",
        "Hubei's exports rose 3 percent. Wuhan takes the lead in developing trade.",
        "Hubei ranks among the top ten provinces in exports.",
        "The first and second phases of the port cost 3 billion yuan.",
        "Output of salt and rice rose first and fell later.",
    ],
)
def test_no_rank_is_read_where_none_is_told(text):
    assert ranked(text) == []

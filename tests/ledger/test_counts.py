"""Which bare numbers are counts."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def values(text: str) -> list[float | None]:
    return [row.value for row in statistics(document(HEAD + text))]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hubei has 19 major projects under way.", [19]),
        ("Hubei started 65 major bridges in 2022.", [65]),
        ("The port handled over 1,200 types of goods in 2022.", [1200]),
        ("The group has 2,300 employees in Hubei.", [2300]),
        ("Hubei made progress in five major fields.", []),
        ("The plan of Hubei lists five major tasks.", []),
        ("The plan of Hubei lists 16 tasks.", []),
        ("The fair covers goods in 22 fields.", []),
        ("The 33 major industries of Hubei were stable.", []),
        ("Hubei grew for 14 consecutive years.", []),
        ("The work in Hubei took 16 months.", []),
    ],
)
def test_what_a_text_divides_is_counted_where_many_of_it_are_brought_about(words, told):
    assert values(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "The mills of Hubei now number 508.",
        "Zones of Hubei to number 508",
        "Wind farms in Hubei numbered 508.",
    ],
)
def test_number_is_a_verb_too(words):
    assert values(words) == [508]


def test_the_number_before_a_number_is_a_noun():
    assert values("Hubei chose the number 508.") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hubei is home to 250 mills, including 70 funded by firms from abroad.", [250, 70]),
        ("Hubei has 250 parks, with 14 at the national level.", [250, 14]),
        ("Hubei had built 250 stores by 2022, and 31 located in rural towns were closed.", [250, 31]),
        ("Hubei was on the list again, with 14 at home.", []),
    ],
)
def test_a_part_of_what_was_counted_needs_no_noun(words, told):
    assert values(words) == told

"""What growth is measured against: a comparison said once holds for the figures that share it."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def growths(text):
    return [(row.growth, row.growth_basis) for row in statistics(document(HEAD + text)) if row.growth is not None]


@pytest.mark.parametrize("names", [("Austria", "Portugal"), ("Bavaria", "Saxony"), ("Hubei", "Hunan")])
def test_growth_in_brackets_after_names_takes_the_comparison_that_follows(names):
    first, second = names
    text = (
        f"In the second quarter of 2023, {first} (+3.8%) had the highest increase in GDP compared to the previous "
        f"quarter, then {second} (+2.9%). In Poland, growth amounted to 1.6%."
    )
    assert growths(text) == [(0.038, "qoq"), (0.029, "qoq"), (0.016, "qoq")]


def test_a_comparison_past_a_semicolon_is_another_clause_s():
    text = "In 2022, Austria (+3.8%) saw the largest increase in exports; compared to 2019, imports fell 2 percent."
    assert growths(text)[0] == (0.038, "yoy")


@pytest.mark.parametrize("words", ["compared to 2019", "on 2019 levels", "compared with 2019"])
def test_a_year_further_back_holds_for_the_paragraph(words):
    text = (
        f"In 2022, Hubei's exports were 80 billion yuan, a fall of 2.2 billion yuan (2.6%) {words}. Exports to Japan "
        "fell by 2 billion yuan (-11.7%), but those to India grew by 1.9 billion yuan (4%)."
    )
    assert growths(text) == [(-0.026, "vs2019"), (-0.117, "vs2019"), (0.04, "vs2019")]


def test_a_new_paragraph_and_a_stated_basis_end_the_comparison():
    text = "In 2022, Hubei's exports fell 2.6% compared to 2019.{}Imports rose 4 percent{}."
    assert growths(text.format("\n\n", ""))[1] == (0.04, "yoy")
    assert growths(text.format(" ", " year on year"))[1] == (0.04, "yoy")


@pytest.mark.parametrize(
    ("words", "growth"), [("double that of 2020", 1.0), ("triple that of 2020", 2.0), ("double the level of 2020", 1.0)]
)
def test_a_multiple_of_an_earlier_year_is_growth_against_it(words, growth):
    text = f"Hubei's installed capacity is planned to reach 90 GW by 2025, {words}."
    assert growths(text) == [(growth, "vs2020")]


def test_what_is_foreseen_without_an_earlier_year_stays_an_outlook():
    assert growths("Hubei's exports are forecast to grow 5 percent in 2024.")[0][1] == "forecast"


@pytest.mark.parametrize("words", ["an average annual growth rate of", "an annual average increase of"])
def test_an_average_growth_that_comes_with_a_level_is_in_its_record(words):
    text = f"Hubei's GDP reached 8.7 trillion yuan in 2022, with {words} 5.4%."
    row = statistics(document(HEAD + text))[0]
    assert (row.value, row.growth, row.growth_basis) == (8.7e12, 0.054, "cagr")


def test_an_average_growth_between_two_years_is_a_record_of_its_own():
    text = "Trade grew from 28 billion yuan in 2013 to 79 billion yuan in 2022, with an average annual growth of 12%."
    rows = statistics(document(HEAD + text))
    assert [row.growth for row in rows] == [None, None, 0.12]

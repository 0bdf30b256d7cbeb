"""Harbours as places of their own, places inside others, and percentages that lost their sign or mean points."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def rows(text):
    return statistics(document("Updated : 2023-10-20\n\n" + text))


@pytest.mark.parametrize("words", ["Port Tampa", "Port Antwerp", "Port Oakland"])
def test_a_harbour_named_port_is_a_place(words):
    text = f"{words} handled 3.1 million tons of cargo in 2022.\n\nAt {words}'s terminals, cargo rose 4 percent."
    assert {row.region for row in rows(text)} == {words}


def test_the_port_of_a_city_is_the_city_s():
    (row,) = rows("The port of Wuhan handled 3.1 million tons of cargo in 2022.")
    assert row.region == "Wuhan"


@pytest.mark.parametrize("inside", ["in the north of China", "in the far east of China", "deep in China"])
def test_a_city_that_lies_in_its_country_is_the_one_measured(inside):
    text = f"Exports of Chengdu and Harbin grew.\n\nHarbin, located {inside}, saw exports rise 4.2 percent in 2022."
    assert rows(text)[-1].region == "Harbin"


@pytest.mark.parametrize("office", ["the Statistical Office in Kiel", "the state bureau in Munich"])
def test_where_an_office_sits_is_not_measured(office):
    text = f"Exports of Bavaria rose in 2022.\n\nThey rose 4.2 percent, {office} said."
    assert rows(text)[-1].region == "Bavaria"


@pytest.mark.parametrize("words", ["up 8.8 year on year", "up 8.8 on a yearly basis", "down 8.8 year-on-year"])
def test_growth_whose_percent_sign_was_lost(words):
    (row,) = rows(f"Exports of Hubei were 4.1 billion yuan in 2022, {words}.")
    assert abs(row.growth) == 0.088


def test_a_bare_number_that_is_no_growth_stays():
    assert all(row.growth is None for row in rows("Hubei set up 15 parks in 2022."))


@pytest.mark.parametrize("words", ["beat the national average", "outpaced the national level", "exceeded the plan"])
def test_what_an_average_is_beaten_by_is_a_distance_in_points(words):
    row = rows(f"In 2022, the 4 percent growth of Hubei's exports {words} by 1.1 percent.")[-1]
    assert (row.value, row.unit) == (1.1, "pp")


def test_what_exports_exceed_others_by_is_no_distance_in_points():
    row = rows("In 2022, exports of Hubei exceeded those of 2021 by 1.1 percent.")[-1]
    assert row.unit != "pp"

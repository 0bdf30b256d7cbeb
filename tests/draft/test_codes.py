"""Places and sectors of a text become codes of an economy, or nothing."""

from dataclasses import replace

import pytest

import hinterland as hl
from hinterland.draft import codes
from hinterland.labels import Axis, Label
from little import little


@pytest.fixture(scope="module")
def shipped():
    return hl.load("shandong")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("CN-SD", "SD"),  # by name
        ("JP", "JPN"),  # by code
        ("CN", "CHN"),  # a group by code
        ("BRI", "BELT_AND_ROAD"),  # a group by an alias
        ("SA", "GLF"),  # a name among others
        ("VN", "VNM"),
        ("Africa", "AFR"),
        ("CN-ZJ", None),  # within the rest of the country: no region by itself
        ("AT", None),  # Austria is not Australia
        ("nowhere", None),
    ],
)
def test_places_of_the_embedded_economy(shipped, place, code):
    assert codes.region(place, shipped) == code


@pytest.mark.parametrize(
    ("place", "code"), [("Europe", "EU"), ("Qingdao", "SD"), ("US-CA", "USA"), ("CN-ZJ", None), ("AT", None)]
)
def test_what_stands_in(shipped, place, code):
    assert codes.stand_in(place, shipped) == code


def test_the_country_of_a_province(shipped):
    assert codes.country("CN-SD", shipped) == "CHN"


def test_what_is_left_of_a_place_is_not_the_place():
    labels = (Label("X", "Zhejiang"), Label("Y", "Rest of China"), Label("Z", "Other Japan"))
    economy = replace(little(), regions=Axis("region", labels), groups={})
    assert [codes.region(place, economy) for place in ("CN-ZJ", "CN", "JP")] == ["X", None, None]


def test_sectors_by_the_words_of_the_table(shipped):
    assert codes.sectors(("textiles", "steel"), "", shipped) == ("C13T15", "C24A")
    assert codes.sectors(("electricity",), "", little()) == ("power",)


def test_sectors_by_their_own_names(shipped):
    assert codes.sectors((), "support for wood products and power", shipped) == ("C16",)
    assert codes.sectors((), "infrastructure construction projects", shipped) == ()

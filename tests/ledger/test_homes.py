"""Whose figure it is: the place that reports, not the one it trades with, and neighbours that report as one."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def regions(text):
    return [row.region for row in statistics(document(HEAD + text))]


@pytest.mark.parametrize(
    "text",
    [
        "RCEP trade of Hubei grows\n\nTrade between Hubei province and RCEP members was 21.3 billion yuan in 2022.",
        "Belt and Road trade up\n\nTrade of Hubei with Belt and Road countries grew 5.1 percent in 2022.",
        "ASEAN trade thrives\n\nExports from Hubei to ASEAN rose 7.2 percent in 2022.",
    ],
)
def test_the_group_that_a_headline_begins_with_is_the_partner_of_who_reports(text):
    assert set(regions(text)) == {"Hubei"}


def test_a_group_that_reports_itself_stays_the_home():
    text = "ASEAN foreign direct investment rises\n\nInflows rose 5.3 percent to 224 billion dollars in 2022."
    assert regions(text)[-1] == "ASEAN"


def test_the_place_of_a_picture_is_not_the_home():
    text = (
        "A dock of Wuhan port. (Photo by Li Lei)\n\nHubei saw its trade with ASEAN rise 5.5 percent in 2022.\n\n"
        "Exports to it hit 12.4 billion yuan."
    )
    assert set(regions(text)) == {"Hubei"}


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Exports of Gyeonggi and Gangwon rose 4 percent in 2022.", "Gyeonggi and Gangwon"),
        ("Wuhan, Yichang and Xiangyang accounted for 60 percent of provincial exports in 2022.", None),
        ("In 2022, Bavaria and Saxony exported goods worth 12.1 billion euros.", "Bavaria and Saxony"),
    ],
)
def test_neighbours_that_share_a_figure_are_one_region(text, together):
    assert regions(text) == [together or "Wuhan, Yichang and Xiangyang"]


@pytest.mark.parametrize(
    "text",
    [
        "Exports of Wuhan and Yichang rose 4 percent and 5 percent respectively in 2022.",
        "Exports of Wuhan rose 4 percent and those of Yichang 5 percent in 2022.",
    ],
)
def test_neighbours_with_a_figure_each_stay_apart(text):
    assert regions(text) == ["Wuhan", "Yichang"]


def test_a_text_on_two_neighbours_goes_on_about_both():
    text = (
        "Gyeonggi trade up\n\nExports of Gyeonggi and Gangwon Province rose 16 percent in 2022.\n\n"
        "Exports of steel fell 13 percent."
    )
    assert regions(text) == ["Gyeonggi and Gangwon"] * 2


def test_who_invests_in_a_place_is_its_partner():
    text = "In 2022, Hubei's exports were 421 billion yuan. {} has invested 3.1 billion dollars in the province."
    for stranger in ("Japan", "Germany", "Singapore"):
        assert regions(text.format(stranger)) == ["Hubei", "Hubei"]
    assert regions("Japan's exports were 421 billion dollars in 2022.") == ["Japan"]


def test_it_takes_up_where_a_thing_was_built():
    text = (
        "Hubei's exports grew 3 percent in 2022.\n\nA retailer built its first depot in {}. {} {} 20,000 orders a day."
    )
    assert regions(text.format("Yichang", "It", "handles"))[-1] == "Yichang"
    assert regions(text.format("Xiangyang", "There", "it handles"))[-1] == "Xiangyang"
    assert regions(text.format("Yichang", "The province", "handles"))[-1] == "Hubei"


def test_a_port_is_its_city_s():
    text = "The Port of {} in northern Hubei province handled 21.3 million tons of cargo in 2022."
    for city in ("Yichang", "Jingzhou", "Wuhan"):
        assert regions(text.format(city)) == [city]


def test_a_zone_has_one_name():
    for name in ("Hubei Pilot Free Trade Zone", "Hubei Pilot Free-Trade Zone", "Hubei Pilot FTZ"):
        assert regions(f"{name} exports reached 3.2 billion yuan in 2022.") == ["Hubei Pilot FTZ"]


def test_a_share_that_opens_a_sentence_is_of_the_place_it_names():
    text = (
        "Germany's exports were 1.6 trillion euros. Bavaria's were 221 billion. 61 percent of {} exporters are small."
    )
    for place in ("the state's", "Bavaria's", "Saxony's"):
        assert regions(text.format(place))[-1] == ("Saxony" if place == "Saxony's" else "Bavaria")
    whole = "Hubei's exports were 421 billion yuan in 2022. 3 percent of the country's exports came from the province."
    assert regions(whole) == ["Hubei", "Hubei"]


def test_a_pair_set_between_dashes_is_one_region():
    text = "Germany's exports were 1.6 trillion euros. The two largest—Bavaria and Saxony—represent 29 percent."
    assert regions(text)[-1] == "Bavaria and Saxony"


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("Exports to the EU fall 3 percent", "Germany"),
        ("Imports from Japan rise 4 percent", "Hubei"),
        ("Trade with India up 5 percent", "Texas"),
    ],
)
def test_the_partner_that_a_headline_names_is_not_the_home(title, home):
    assert set(regions(f"{title}\n\n{home}'s trade with it reached 45 billion dollars in 2022.")) == {home}


def test_who_exports_is_the_home_whatever_stands_before():
    assert regions("Exports from Germany to France rose 3 percent in 2022.") == ["Germany"]

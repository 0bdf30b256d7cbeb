"""Where figures speak of: homes told by an adjective, partners told by what is done with them."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2020-07-10\n\n"


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Munich (dpa/lby) - Exports from the Bavarian economy grew by 4 percent in May.", "Bavaria"),
        ("Tasmanian exports rose by 8 percent in May. Imports fell by 3 percent.", "Tasmania"),
        ("Scotch whisky exports rose by 8 percent in May. France was the largest market by volume.", "Scotland"),
        ("South Australian exports rose by 8 percent in May. Imports fell by 3 percent.", "South Australia"),
        ("Shoe exports to Central Asia and Mongolia via ports in Gansu rose by 8 percent in May.", "Gansu"),
        ("Munich reported exports of 4 billion euros in May. Imports rose by 3 percent.", "Munich"),
    ],
)
def test_a_text_speaks_of_the_place_of_its_adjectives(text, region):
    assert [row.region for row in rows(text)] == [region] * (1 + text.count("Imports"))


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Tarnland's exports rose by 8 percent in May. Exports to Germany grew by 3 percent.", "Tarnland"),
        (
            "The North Tarn's foreign trade rose by 8 percent in May. Exports to Germany grew by 3 percent.",
            "North Tarn",
        ),
        ("Exports to Germany rose by 8 percent in May. That made up much of Tarnland's exports.", "Tarnland"),
    ],
)
def test_a_place_that_no_gazetteer_lists_is_the_region_of_a_text_on_its_trade(text, region):
    found = rows(text)
    assert [row.region for row in found] == [region] * len(found)
    assert "exports[partner=DE]" in [row.indicator for row in found]


@pytest.mark.parametrize(
    "text", ["Yesterday's exports to Germany rose by 8 percent.", "Exports to Germany rose by 8 percent."]
)
def test_days_own_no_trade(text):
    assert {row.region for row in rows(text)} == {"Germany"}


def test_a_partner_in_a_list_is_no_region():
    found = rows(
        "Chengdu has 300 shops. In 2019, Sichuan's trade with its three major trading partners, the US, ASEAN and"
        " Japan, amounted to 40 billion yuan, accounting for 68 percent of the total."
    )[1:]
    assert [row.region for row in found] == ["Sichuan"] * 2
    assert found[0].indicator == "trade_total[partner=US+ASEAN+JP]"


def test_capital_comes_from_partners():
    found = rows(
        "Thailand's foreign investment reached 275 billion baht in May. The main source was Singapore, with 45 billion"
        " baht, followed by Taiwan with 39.3 billion baht."
    )
    assert [row.region for row in found] == ["Thailand"] * 3
    assert [row.indicator for row in found[1:]] == ["fdi_used[partner=SG]", "fdi_used[partner=TW]"]


def test_output_has_no_partner():
    found = rows("Bavaria's GDP rose by 3 percent in May. In France it fell by 2 percent.")
    assert [row.region for row in found] == ["Bavaria", "France"]


def test_a_bracket_holds_the_figure_of_the_place_before_it():
    found = rows(
        "In May, Bavaria's exports fell by 8 percent, less than those of Saxony (-13.6%) and Hesse (-18.9%). Imports"
        " fell by 3 percent."
    )
    assert [row.region for row in found] == ["Bavaria", "Saxony", "Hesse", "Bavaria"]


def test_a_bracket_behind_a_partner_is_of_the_trade_with_it():
    found = rows("In May, Bavaria's exports to Austria (+4%) grew faster than to China (+3%).")
    assert {row.region for row in found} == {"Bavaria"}


@pytest.mark.parametrize(
    "words", ["It surpassed Hunan in 2019 and ranked first in exports.", "It ranked second in exports, after Hunan."]
)
def test_who_is_passed_is_not_who_is_ranked(words):
    row = rows(f"Hubei's exports rose by 3 percent in 2019. {words}")[-1]
    assert (row.region, row.rank is not None) == ("Hubei", True)


def test_a_port_that_the_text_is_about_is_a_place_of_its_own():
    found = rows(
        "The Kelmar port in Gansu handled 3 million tons of cargo in 2019. The port's container throughput reached 1"
        " million TEUs, Kelmar Port said.\n\nGansu's exports rose 3 percent."
    )
    assert [row.region for row in found] == ["Kelmar Port", "Kelmar Port", "Gansu"]


def test_the_port_of_a_listed_city_and_a_port_in_passing_are_not():
    yantai = rows("Yantai Port handled 3 million tons of cargo in 2019. Yantai Port's exports rose 3 percent.")
    assert {row.region for row in yantai} == {"Yantai"}
    passing = rows("Hainan's exports rose 3 percent in 2019. Kelmar Port grew.\n\nImports via the port rose 2 percent.")
    assert {row.region for row in passing} == {"Hainan"}


@pytest.mark.parametrize("words", ["South Australian growth was 3.9 percent", "The Tasmanian economy grew 3.9 percent"])
def test_growth_and_the_economy_of_a_region_are_its_own(words):
    row = rows(f"Western Australia's GDP grew by 2 percent in 2019. {words}.")[-1]
    assert row.region in words.replace("Australian", "Australia").replace("Tasmanian", "Tasmania")


def test_domestic_visits_are_those_to_the_region():
    row = rows("Xizang saw 3 million tourist visits in 2019. Domestic tourist visits reached 2 million.")[-1]
    assert row.region == "Xizang"


@pytest.mark.parametrize(
    "words", ["higher than the national average of 6.1 percent", "well above the national level (6.1 percent)"]
)
def test_the_national_average_is_the_nation_s(words):
    found = rows(f"In 2019, Sichuan's GDP grew by 7 percent, {words}. Exports rose 3 percent.")
    assert [row.region for row in found] == ["Sichuan", "China", "Sichuan"]


def test_a_distance_from_the_national_average_is_the_region_s():
    found = rows("In 2019, Sichuan's GDP grew by 7 percent, 0.9 percentage points higher than the national average.")
    assert {row.region for row in found} == {"Sichuan"}


def test_exports_from_the_whole_country_are_the_country_s():
    found = rows(
        "In 2019, Scotland's exports to Norway grew by 7 percent. The value of exports from the UK to Norway saw a 9%"
        " increase. It was less than the 11% increase seen by Wales."
    )
    assert [row.region for row in found] == ["Scotland", "United Kingdom", "Wales"]

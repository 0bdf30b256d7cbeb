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

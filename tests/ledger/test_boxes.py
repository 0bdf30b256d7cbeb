"""Containers by way and load, lists that a sentence takes up from the one before, times in a row."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def rows(text):
    return statistics(document("Updated : 2023-10-20\n\n" + text))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("loaded imports", "[direction=import,loaded]"),
        ("export containers", "[direction=export]"),
        ("empty containers", "[empty]"),
        ("inbound loaded containers", "[direction=import,loaded]"),
    ],
)
def test_containers_by_way_and_load(words, part):
    text = f"Port Tampa handled 310,400 TEUs in August 2023.\n\nIn August, {words} rose 9 percent to 110,300 TEUs."
    assert rows(text)[-1].indicator == f"container_throughput{part}"


def test_goods_of_a_port_town_are_no_containers():
    text = "Port Tampa handled 310,400 TEUs in August 2023.\n\nIn August, imports of steel rose 9 percent."
    assert rows(text)[-1].indicator == "imports[product=steel]"


@pytest.mark.parametrize(
    "words",
    [
        "The two rates were 13.7 percentage points and 10.9 percentage points higher than the country's average,",
        "The figures were 13.7 percent and 10.9 percent higher than a year before,",
        "They were up 13.7 percent and 10.9 percent,",
    ],
)
def test_two_rates_are_of_what_the_sentence_before_stated(words):
    text = f"In 2022, exports of Hubei hit 380.2 billion yuan, while imports reached 243.8 billion yuan. {words}"
    names = [row.indicator.split(":")[-1] for row in rows(f"{text} respectively.")]
    assert names == ["exports", "imports", "exports", "imports"]


def test_a_list_of_its_own_is_not_taken_from_the_sentence_before():
    text = (
        "In 2022, exports of Hubei hit 380.2 billion yuan, while imports reached 243.8 billion yuan. Trade with Japan "
        "and Korea grew by 4 percent and 5 percent, respectively."
    )
    assert [row.indicator for row in rows(text)][2:] == ["trade_total[partner=JP]", "trade_total[partner=KR]"]


def test_national_and_provincial_levels():
    text = (
        "In 2022, Wuhan's exports grew 14 percent, exceeding the national and provincial levels by 6.2 and 0.1 "
        "percentage points, respectively."
    )
    assert [row.indicator for row in rows(text)][1:] == [
        "gap_to_national_growth:exports",
        "gap_to_province_growth:exports",
    ]


def test_times_in_a_row():
    text = "今年上半年,湖北省第一季度、第二季度进出口分别为701.1亿元和766.2亿元。"
    assert [str(row.period_end) for row in rows(text)] == ["2023-03-31", "2023-06-30"]


def test_a_chinese_share_that_rises():
    found = rows("2022年,湖北省出口、进口占外贸比重分别提升0.6和0.7个百分点。")
    assert {row.indicator.rsplit(":", 1)[0] for row in found} == {"change_in:share"}

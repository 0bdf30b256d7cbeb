"""Ranks of partners, of growth, and of Chinese lists."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def rows(text):
    return statistics(document("Updated : 2023-10-20\n\n" + text))


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, Hubei recorded growth of 5.9 percent with its biggest trade partner, Japan.",
        "In 2022, Hubei's trade with Japan grew 5.9 percent, making it known as its largest trading partner.",
        "In 2022, Hubei's trade with Japan had a growth of 5.9 percent, fortifying Japan as Hubei's top trade partner.",
    ],
)
def test_the_growth_of_trade_with_the_largest_partner_has_its_rank(text):
    (row,) = rows(text)
    assert (row.growth, row.rank, row.indicator) == (0.059, 1, "trade_total[partner=JP]")


def test_another_partner_s_rank_is_not_that_of_the_trade_before():
    row = rows("In 2022, Hubei's trade with Japan grew 5.9 percent, with Korea as its largest trading partner.")[0]
    assert row.rank is None


@pytest.mark.parametrize("phrase", ["ranked first in trade with Hubei, with", "came first in Asia, with"])
def test_a_rank_is_of_the_level_that_with_adds(phrase):
    row = rows(f"In 2022, Japan {phrase} an import and export value of 3.2 billion yuan.")[0]
    assert (row.value, row.rank) == (3.2e9, 1)


@pytest.mark.parametrize("text", ["the second fastest among all Chinese provinces", "the second fastest in China"])
def test_the_second_fastest_ranks_a_growth(text):
    row = rows(f"Hubei recorded a 40-percent growth in foreign trade in 2022, {text}.")[0]
    assert (row.growth, row.rank) == (0.4, 2)


@pytest.mark.parametrize("kind", ["largest free trade zone", "largest inland port city", "top grain province"])
def test_what_describes_a_place_ranks_no_figure(kind):
    found = rows(f"China's {kind} Hubei recorded a 40-percent growth in foreign trade in 2022.")
    assert [row.rank for row in found] == [None]


def test_chinese_lists_of_ranks():
    found = rows("2022年,湖北省进出口值列全国第6位,出口、进口增速分别列第3位、第2位。")
    assert [row.rank for row in found] == [6, 3, 2]


@pytest.mark.parametrize(("number", "rank"), [("一", 1), ("二", 2), ("四", 4)])
def test_the_chinese_rank_of_a_partner(number, rank):
    (row,) = rows(f"2022年,湖北省对第{number}大贸易伙伴东盟进出口29.9亿元,增长2%。")
    assert (row.rank, row.rank_scope, row.growth) == (rank, "trade partners of Hubei", 0.02)


def test_a_numbered_thing_is_no_rank_in_chinese():
    assert [row.rank for row in rows("2022年,湖北省第3届博览会成交29.9亿元。")] == [None]

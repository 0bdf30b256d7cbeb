"""The size that a measure's own words state, in the units of a lever."""

import pytest

from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.announced import announcement
from hinterland.ledger.keeping.stated import Stated, stated


def sizes(sentence, head="Plans\n\nUpdated : 2023-10-20\n\n"):
    return [stated(row, kinds()[row.instrument]) for row in measures(document(head + sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # from … to …: points of a rebate, a new rate of a tariff, a cut of an interest rate
        ("The rebate on exports of shoes will rise from 9 percent to 11.5 percent.", Stated(2.5, "pp")),
        ("The export rebate on shoes will be cut from 13 percent to 9 percent.", Stated(-4.0, "pp")),
        ("The import duty on dyes will be lowered from 8 percent to 5 percent.", Stated(5.0, "percent", level=True)),
        ("Hubei will cut the interest rate on loans from 4.5 percent to 4 percent.", Stated(0.5, "pp")),
        # a subsidy of interest is in points whether or not the text says so
        ("Hubei will grant an interest subsidy of 2 percent on loans to mills.", Stated(2.0, "pp")),
        ("Hubei will grant an interest subsidy of 1.5 percentage points to mills.", Stated(1.5, "pp")),
        # a share of the goods
        ("Tariffs on 85 percent of goods will fall to zero.", Stated(-85.0, "percent", of="goods")),
        ("Japan will eliminate tariffs on 85 percent of farm products.", Stated(-85.0, "percent", of="goods")),
        ("Tariffs on pumps will fall to zero.", Stated(0.0, "percent", level=True)),
        # a cost that is a part of what the lever cuts
        ("Hubei plans to cut logistics costs by 4%.", Stated(4.0, "percent", of="logistics")),
        ("The port has reduced handling charges by 10 percent.", Stated(10.0, "percent", of="handling")),
        # what has no size of the kind
        ("Hubei plans to cut logistics costs to 14 percent of output.", None),
        ("Hubei will offer cheap loans at an interest of 5 percent.", None),
        ("Hubei will raise the export rebate to 13 percent.", None),
    ],
)
def test_a_size_is_read_in_the_unit_of_its_kind(sentence, expected):
    assert sizes(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("将陶瓷出口退税率由9%提高到13%。", Stated(4.0, "pp")),
        ("对设备更新贷款给予2个百分点的贴息。", Stated(2.0, "pp")),
        ("将进口咖啡豆关税由8%下调至5%。", Stated(5.0, "percent", level=True)),
        ("对部分商品实行零关税。", Stated(0.0, "percent", level=True)),
        ("推动物流成本降低5%。", Stated(5.0, "percent", of="logistics")),
        ("将港口作业费下调10%。", Stated(10.0, "percent", of="handling")),
    ],
)
def test_chinese_sizes(sentence, expected):
    assert sizes(sentence, "湖北外贸工作安排\n\n发布时间：2023-10-20\n\n") == [expected]


def test_each_measure_reads_its_own_size():
    said = "Hubei will raise the export rebate by 2 percentage points and cut the loan rate by 0.5 percentage points."
    assert sizes(said) == [Stated(2.0, "pp"), Stated(0.5, "pp")]


def test_chinese_places_sectors_and_days_are_found_in_running_text():
    news = "海关介绍了新的安排，这些安排将方便企业，也将方便往来两地的旅客和居民，有关单位正在抓紧准备之中。"
    text = f"湖北外贸工作安排\n\n发布时间：2023-10-20\n\n{news}自2024年3月1日起，对自日本进口的机械实行零关税。"
    (row,) = measures(document(text))
    found = announcement(row, {}, "CN-HB")
    assert (found.partners, found.sectors) == (("JP",), ("machinery",))
    assert found.start is not None and found.start.isoformat() == "2024-03-01"

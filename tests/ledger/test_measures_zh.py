"""What a Chinese text announces: a verb of policy with an object of policy in one clause."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def announced(sentence):
    return measures(document("湖北外贸工作安排\n\n发布时间：2023-10-20\n\n" + sentence))


def read(sentence):
    return [(row.instrument, row.status) for row in announced(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("鼓励企业建设海外仓。", [("ecommerce", "planned")]),
        ("武汉市已开通至明斯克的中欧班列。", [("freight", "done")]),
        ("代表建议提高陶瓷出口退税率。", [("export_rebate", "suggested")]),
        ("湖北将降低进口咖啡豆关税。", [("tariff", "planned")]),
        ("对企业参展费用给予补助。", [("expo", "planned")]),
        ("推进跨境贸易人民币结算，优化营商环境。", [("settlement", "planned"), ("investor_services", "planned")]),
        ("力争新增光伏装机80万千瓦。", [("energy_transition", "planned")]),
        ("对进口关键设备给予贴息。", [("import_support", "planned")]),
        ("对技术改造贷款给予贴息。", [("credit", "planned")]),
        ("加快推进跨境电商综试区建设。", [("ecommerce", "planned")]),
        ("宜昌港将港口作业费下调8%。", [("port", "planned")]),
        ("制定了吸引外商投资的办法。", [("investment", "done")]),
        ("拟建设国际产业园。", [("zone", "planned")]),
        # the head of the object is its last word: small firms are given loans
        ("引导银行为小微企业提供低息贷款。", [("credit", "planned")]),
        # a suggestion holds for the clauses after it
        ("专家建议加强职业培训，扩大出口信用保险。", [("labour", "suggested"), ("credit", "suggested")]),
        # the same instrument again is detail, unless it states a size
        ("扩大出口信用保险承保规模，对小微企业保费给予支持。", [("credit", "planned")]),
        ("发展跨境电商，新建海外仓6个。", [("ecommerce", "planned"), ("ecommerce", "planned")]),
    ],
)
def test_an_announcement_has_an_instrument_and_a_status(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年，湖北进出口总值6170亿元，同比增长14.9%。",
        "1至5月，开行班列120列，增长9%。",
        "高新技术企业达到2万家，占比提升1个百分点。",
        "印发《关于支持跨境电商发展的意见》。",
        "为促进外贸稳定增长，现提出如下意见。",
        "某集团建设新码头。",
        "政策降低了成本。",
        "市场需求正在回暖。",
    ],
)
def test_what_announces_nothing(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quantity", "target"),
    [
        ("将陶瓷出口退税率由9%提高到13%。", "由9%提高到13%", None),
        ("对设备更新贷款给予2个百分点的贴息。", "2个百分点", "设备更新贷款"),
        ("对企业展位费给予不超过60%的补助。", "不超过60%", "企业展位费"),
        ("引进高层次人才300名。", "300名", "高层次人才"),
    ],
)
def test_sizes_and_targets(sentence, quantity, target):
    (row,) = announced(sentence)
    assert row.quantity == quantity
    assert target is None or row.target == target


def test_the_actor_and_the_span():
    (row,) = announced("武汉市商务局计划举办消费品博览会。")
    assert row.actor == "武汉市商务局"
    assert row.anchor == "举办消费品博览会" and row.sentence[slice(8, 16)] == row.anchor


def test_who_acted_last_acts_on():
    rows = announced("记者从武汉市商务局获悉，将举办博览会。支持企业建设海外仓。")
    assert [row.actor for row in rows] == ["武汉市商务局", "武汉市商务局"]


def test_a_title_within_a_measure_is_kept_as_printed():
    (row,) = announced("落实《外贸条例》优化营商环境。")
    assert (row.instrument, row.anchor) == ("investor_services", "优化营商环境")
    (row,) = announced("支持《丝路》品牌建设。")
    assert (row.anchor, row.target) == ("支持《丝路》品牌建设", "《丝路》品牌建设")

"""What findings say: the same keys and the same parts in both catalogues, and a command that speaks either."""

import re
import string

import pytest
from click.testing import CliRunner

from hinterland.cli import hinterland
from hinterland.ledger.check import codes
from hinterland.ledger.checks.pages import Name
from hinterland.ledger.lexicon import table
from hinterland.ledger.wording import Part, catalogue

WRONG = """Zhejiang trade up in 2023

Date: 2024-01-19

Foreign trade of Zhejiang province reached 512.6 billion yuan ($71.44 million) in 2023, up 7.8 percent year on year.
"""
LEFT_OUT = {"rank_differs_between_documents": {"row"}, "phrase.months": {"a", "b", "first", "last"}}


def parts(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_catalogues_have_the_same_sentences():
    english, chinese = catalogue("en"), catalogue("zh")
    assert set(english) == {key for key in chinese if not key.startswith("unit.")}
    assert set(codes()) <= set(english)
    for key, sentence in english.items():
        assert parts(sentence) ^ parts(chinese[key]) <= LEFT_OUT.get(key, set()), key


@pytest.mark.parametrize(
    ("part", "english", "chinese"),
    [
        (Part("amount", (416.84e9, "USD", 4)), "416.8 billion USD", "4,168亿美元"),
        (Part("amount", (62_600.0, "CNY", 6)), "62,600 CNY", "6.26万元人民币"),
        (Part("percent", (0.182, 3)), "18.2 %", "18.2%"),
        (Part("indicator", ("exports", "", None)), "exports", "出口"),
        (Part("place", ("China",)), "China", "中国"),
        (Part("indicator", ("exports", "", "change_in")), "change_in:exports", "出口增减"),
        (Part("indicator", ("imports", "", "change_in_growth")), "change_in_growth:imports", "进口增速增减"),
        (
            Part("indicator", ("exports", "partner=Germany", "change_in:share")),
            "change_in:share:exports[partner=Germany]",
            "出口（伙伴：德国）比重增减",
        ),
        (Part("indicator", ("crude_steel_output", "", None)), "crude_steel_output", "粗钢产量"),
    ],
)
def test_a_part_is_printed_in_the_way_of_its_language(part, english, chinese):
    assert (part.text("en"), part.text("zh")) == (english, chinese)


def test_every_indicator_that_is_read_has_a_chinese_name():
    names = {name.partition("[")[0] for name in table("indicators.toml")["indicators"]}
    assert len(names) > 100
    said = {name: Part("indicator", (name, "", None)).text("zh") for name in names}
    assert [name for name, text in said.items() if re.search("[a-z]{4}", text)] == []


def test_an_indicator_with_two_prefixes_is_taken_apart():
    name = Name.of("change_in:share:exports[partner=EU]")
    assert (name.prefix, name.base, name.get("partner")) == ("change_in:share", "exports", "EU")
    assert str(name) == "change_in:share:exports[partner=EU]"


def test_audit_speaks_chinese(tmp_path):
    (tmp_path / "a.txt").write_text(WRONG)
    page = tmp_path / "page.html"
    run = CliRunner().invoke(hinterland, ["audit", str(tmp_path / "a.txt"), "--lang", "zh", "--html", str(page)])
    assert run.stdout == (
        f"{tmp_path / 'a.txt'}:5: bracket_is_off_by_a_power_of_ten: "
        "5,126亿元人民币 / 7,144万美元 = 1美元合7175.3元人民币，"
        "欧洲央行2024-01-19参考汇率为7.191：美元金额小了1,000倍；应为714.4亿美元 [错误]\n"
    )
    assert run.stderr == f"已写入 {page}\n1份文件：1处错误，0处矛盾，0处提示\n"
    assert '<html lang="zh">' in page.read_text() and "应为：714.4亿美元。" in page.read_text()

"""Where a text speaks of that never says so: its site, its office, the cities that it lists."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def regions(text, address="https://example.org/a"):
    return [row.region for row in statistics(document(f"URL: {address}\nUpdated : 2023-10-20\n\n{text}"))]


@pytest.mark.parametrize(
    ("address", "ours", "place"),
    [
        ("http://news.dahe.cn/a.htm", "我省", "Henan"),
        ("https://www.hb.gov.cn/b.htm", "全省", "Hubei"),
        ("http://www.yw.gov.cn/c", "全市", "Yiwu"),
        ("http://www.yw.gov.cn/c", "我省", "Zhejiang"),
    ],
)
def test_our_region_is_that_of_the_site(address, ours, place):
    assert regions(f"2022年,{ours}货物贸易进出口714.8亿元,占全国外贸总值的1.6%。", address) == [place, place]


def test_the_site_of_a_region_may_speak_of_another():
    assert regions("2022年,湖北省进出口714.8亿元,增长1.6%。", "http://news.dahe.cn/a.htm") == ["Hubei"]


def test_a_longer_host_that_only_ends_alike_is_another_site():
    assert regions("2022年,我省货物贸易进出口714.8亿元。", "http://news.notdahe.cn/a.htm") == [None]


@pytest.mark.parametrize("nation", ["Korea", "Thailand", "Japan"])
def test_the_office_of_a_nation_speaks_for_it(nation):
    text = f"Exports fell 8 percent in September.\n\nThe {nation} Customs said the country's imports fell 3 percent."
    assert set(regions(text)) == {"South Korea" if nation == "Korea" else nation}


def test_an_office_that_speaks_of_a_province_is_not_its_home():
    text = "According to Japan Customs, exports of Hokkaido rose 4 percent in 2022."
    assert regions(text) == ["Hokkaido"]


def test_cities_of_many_provinces_make_a_text_about_their_country():
    text = "Wuhan, Chengdu, Xi'an and Zhengzhou led the way in 2022.\n\nExports reached 24.3 billion yuan."
    assert regions(text) == ["China"]


@pytest.mark.parametrize("wire", ["MÜNCHEN (dpa) - ", "LYON, Sept. 12 (AFP) -- "])
def test_where_a_wire_was_filed_is_no_region(wire):
    assert regions(f"Exports of Saxony rise\n\n{wire}Exports were 24.3 billion euros in 2022.") == ["Saxony"]


def test_a_province_of_vietnam_has_its_code():
    (row,) = statistics(document("Updated : 2023-10-20\n\nExports of Dong Nai rose 4 percent in 2022."))
    assert row.region_code == "VN-39"


@pytest.mark.parametrize(
    "sentence", ["记者从新闻发布会上获悉。占全国的1.6%。", "全国外贸增长1.2%。", "全国有关部门发布数据。"]
)
def test_a_text_of_ours_is_not_about_the_nation_that_it_measures_against(sentence):
    text = f"{sentence}上半年,我省进出口714.8亿元。"
    assert regions(text, "http://news.dahe.cn/a.htm")[-1] == "Henan"


def test_traditional_script_is_read():
    text = "2022年,重慶對東盟進出口總值714.8億元,增長4.2%。"
    (row,) = statistics(document("2023年1月20日\n\n" + text))
    assert (row.value, row.growth, row.region, row.indicator) == (
        71480000000,
        0.042,
        "Chongqing",
        "trade_total[partner=ASEAN]",
    )


def test_provinces_side_by_side_make_a_text_about_their_country():
    text = "Hubei, Hunan and Henan led the way in 2022.\n\nExports reached 24.3 billion yuan."
    assert regions(text) == ["China"]


@pytest.mark.parametrize("noun", ["province", "border province", "port city"])
def test_a_chinese_province_is_not_china(noun):
    text = f"Chinese {noun} posts robust foreign trade growth\n\nExports of Hubei rose 4 percent in 2022."
    assert regions(text) == ["Hubei"]


def test_a_chinese_report_is_on_china():
    assert regions("Chinese exports rose 4 percent in 2022.\n\nImports rose 3 percent.") == ["China", "China"]


def test_the_month_of_an_address_tells_the_year():
    (row,) = statistics(document("URL: https://a.example/2019/08/b/\nExports of Hubei rose 4 percent in July."))
    assert str(row.period_end) == "2019-07-31"


@pytest.mark.parametrize("city", ["Hyderabad: ", "New Delhi : "])
def test_a_city_before_a_colon_is_where_the_text_was_filed(city):
    assert regions(f"{city}The exports of Gujarat rose 4 percent in 2022.\n\nImports fell.") == ["Gujarat"]


def test_a_city_that_heads_its_own_figures_is_measured():
    assert regions("Exports in 2022\n\nWuhan: Exports rose 4 percent in 2022.")[-1] == "Wuhan"

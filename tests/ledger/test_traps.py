"""The traps of regional figures, each with a sentence of our own."""

from datetime import date

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


def only(text: str, head: str = HEAD) -> Statistic:
    found = rows(text, head)
    assert len(found) == 1, [row.printed for row in found]
    return found[0]


def test_a_level_its_growth_and_its_bracket_are_one_record():
    row = only(
        "Hubei's exports reached 312.4 billion yuan ($43.1 billion) in the first nine months, up 4.6"
        " percent year on year."
    )
    assert (row.indicator, row.region, row.region_code) == ("exports", "Hubei", "CN-HB")
    assert (row.value, row.unit, row.paired_value, row.paired_unit) == (312.4e9, "CNY", 43.1e9, "USD")
    assert (row.growth, row.growth_basis) == (0.046, "yoy")
    assert (row.period_start, row.period_end) == (date(2023, 1, 1), date(2023, 9, 30))


def test_the_printed_interval_is_half_the_last_digit_and_doubt_widens_it():
    exact, about, over = (
        only(f"Hubei's exports reached {word}3.0 billion yuan in 2022.") for word in ("", "about ", "over ")
    )
    assert (exact.low, exact.high) == (2.95e9, 3.05e9)
    assert about.low is not None and about.low < 2.95e9 and about.qualifier == "about"
    assert (over.low, over.qualifier) == (2.95e9, "over") and over.high is not None and over.high > 3.05e9


def test_spans_point_at_what_is_printed():
    text = HEAD + "JINGZHOU, Oct. 19 -- Exports of Hubei grew 4.6 percent to 312.4 billion yuan in 2022."
    for row in statistics(document(text)):
        assert text[slice(*row.span)] == row.printed == "312.4 billion yuan"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the first three quarters of 2022", "2022-01-01", "2022-09-30"),
        ("in the first 11 months of 2022", "2022-01-01", "2022-11-30"),
        ("in January-November period of 2022", "2022-01-01", "2022-11-30"),
        ("from January to August this year", "2023-01-01", "2023-08-31"),
        ("in Jan.-Aug.", "2023-01-01", "2023-08-31"),
        ("in H1", "2023-01-01", "2023-06-30"),
        ("in the second quarter of 2021", "2021-04-01", "2021-06-30"),
        ("in November", "2022-11-01", "2022-11-30"),
        ("last month", "2023-09-01", "2023-09-30"),
        ("last year", "2022-01-01", "2022-12-31"),
        ("during 2021-22", "2021-04-01", "2022-03-31"),
        ("by the end of June", "2023-06-30", "2023-06-30"),
        ("as of March 2020", "2020-01-01", "2020-03-31"),
        ("from the 1st to the 10th of this month", "2023-10-01", "2023-10-10"),
    ],
)
def test_periods(words, start, end):
    row = only(f"Hubei's exports were 31.2 billion yuan {words}.")
    assert (str(row.period_start), str(row.period_end)) == (start, end)


def test_news_in_january_tells_of_the_year_that_ended():
    row = only("In the first 11 months, Hubei's exports were 31.2 billion yuan.", "Updated : 2023-01-06\n\n")
    assert str(row.period_end) == "2022-11-30"


def test_a_comparison_year_is_no_period():
    row = only("In 2022, exports of Hubei rose 4.6 percent compared with 2021 to 312.4 billion yuan.")
    assert (row.period_end, row.growth_basis) == (date(2022, 12, 31), "yoy")
    older = only("In 2022, exports of Hubei rose 14.6 percent compared with 2019.")
    assert (older.period_end, older.growth_basis) == (date(2022, 12, 31), "vs2019")


def test_a_month_is_a_detour_and_the_next_paragraph_returns():
    text = (
        "Hubei's trade was 450 billion yuan in the first nine months.\n\n"
        "In September, exports were 35.5 billion yuan. Imports were 14.5 billion yuan.\n\n"
        "Private enterprises' trade was 270 billion yuan."
    )
    assert [str(row.period_start)[5:7] for row in rows(text)] == ["01", "09", "09", "01"]


def test_two_year_averages_and_compound_growth_stand_apart():
    found = rows(
        "In the first half of 2021, Hubei's GDP was 2.2 trillion yuan, up 28.5 percent, with a two-year"
        " average growth of 1.9 percent."
    )
    assert [(row.growth, row.growth_basis) for row in found] == [(0.285, "yoy"), (0.019, "avg2y")]
    trade = rows(
        "Hubei's trade grew from 20.1 billion yuan in 2012 to 61.8 billion yuan in 2022, an average annual"
        " growth rate of 11.9 percent."
    )
    assert [row.growth_basis for row in trade] == [None, None, "cagr"]
    assert [row.period_end.year for row in trade[:2]] == [2012, 2022]


@pytest.mark.parametrize(
    ("words", "growth"),
    [
        ("posted a 3-percent year-on-year rise in exports", 0.03),
        ("saw exports drop by 12.5 percent", -0.125),
        ("reported exports down 0.7%", -0.007),
        ("saw a year-on-year increase of 24.7 times in exports", 24.7),
        ("recorded exports that nearly doubled", 1.0),
    ],
)
def test_growth_before_and_after_its_name(words, growth):
    assert only(f"In 2022, Hubei {words}.").growth == growth


def test_signed_growth_in_brackets_after_names():
    found = rows(
        "In 2022, Hubei's exports of ships (12.4%) and semiconductors (30.9%) increased. Exports to Japan"
        " (-5.5%) declined."
    )
    assert [(row.indicator, row.growth) for row in found] == [
        ("exports[product=ships]", 0.124),
        ("exports[product=semiconductors]", 0.309),
        ("exports[partner=JP]", -0.055),
    ]


def test_parallel_lists_are_shared_out():
    found = rows(
        "In 2022, Hubei's trade with Japan, Vietnam and Germany reached 31.5 billion yuan, 22.4 billion"
        " yuan and 17.3 billion yuan,"
        " respectively, up 3.1 percent, 12.2 percent and 4.9 percent."
    )
    assert [(row.indicator, row.value, row.growth) for row in found] == [
        ("trade_total[partner=JP]", 31.5e9, 0.031),
        ("trade_total[partner=VN]", 22.4e9, 0.122),
        ("trade_total[partner=DE]", 17.3e9, 0.049),
    ]


def test_a_list_shares_its_last_unit():
    found = rows(
        "In 2022, Hubei's exports to Japan, Vietnam and Germany totaled 13.31, 7.02 and 4.5 billion yuan, respectively."
    )
    assert [row.value for row in found] == [13.31e9, 7.02e9, 4.5e9]


def test_a_ratio_is_three_shares():
    found = rows("In 2022, the ratio of the three industries in Hubei stood at 9.3 : 39.5 : 51.2.")
    assert [(row.indicator, row.value) for row in found] == [
        ("share:gva_primary", 0.093),
        ("share:gva_secondary", 0.395),
        ("share:gva_tertiary", 0.512),
    ]


def test_fractions_are_shares():
    row = only("In 2022, private enterprises contributed more than one third of Hubei's exports.")
    assert row.value == pytest.approx(1 / 3) and (row.unit, row.qualifier) == ("share", "over")


def test_a_share_is_no_growth():
    found = rows(
        "In 2022, Hubei's general trade was 480 billion yuan, up 8 percent, accounting for 77.7 percent of the total."
    )
    assert [(row.indicator, row.value, row.growth) for row in found] == [
        ("trade_total[mode=general]", 480e9, 0.08),
        ("share:trade_total[mode=general]", 0.777, None),
    ]


def test_percentage_points_are_differences():
    found = rows("In 2022, Hubei's exports rose 8.3 percent, 2.1 percentage points higher than the national average.")
    assert [(row.indicator, row.value, row.unit) for row in found][1] == ("gap_to_national_growth:exports", 2.1, "pp")


@pytest.mark.parametrize(
    ("words", "rank", "scope"),
    [
        ("ranking seventh nationwide", 7, "China"),
        ("ranking fourth in China for four years in a row", 4, "China"),
        ("the second highest on record", 2, "history"),
    ],
)
def test_ranks_and_their_scope(words, rank, scope):
    row = only(f"In 2022, Hubei's exports were 421.5 billion yuan, {words}.")
    assert (row.rank, row.rank_scope) == (rank, scope)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("RMB 1.93 trillion", 1.93e12, "CNY"),
        ("124.49b yuan", 124.49e9, "CNY"),
        ("£242,486m", 242486e6, "GBP"),
        ("Rs 2,18,611 crore", 2186110000000.0, "INR"),
        ("US$ 67,401 million", 67401e6, "USD"),
        ("one trillion yuan", 1e12, "CNY"),
    ],
)
def test_money(words, value, unit):
    row = only(f"In 2022, exports of Hubei were {words}.")
    assert (row.value, row.unit) == (value, unit)


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Wuhan port handled 2.6 million 20-foot equivalent units in 2022.", 2.6e6, "TEU"),
        ("Wuhan port handled 130 million tons of cargo in 2022.", 130e6, "t"),
        ("Wind capacity in Hubei reached 8.2 GW in 2022.", 8.2e6, "kW"),
        ("Wind capacity in Hubei reached 8.2 million kW in 2022.", 8.2e6, "kW"),
        ("Power generation in Hubei reached 3.1 billion kWh in 2022.", 3.1e9, "kWh"),
    ],
)
def test_units(sentence, value, unit):
    row = only(sentence)
    assert (row.value, row.unit) == (value, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hubei opened the fourth Yangtze Trade Summit on Oct 12, 2023.",
        "The goal stands in the 14th Five-Year Plan (2021-25) of Hubei.",
        "Call 027-8765 4321 for details about exports.",
        "The rules cover 16 categories and last 22 consecutive years.",
        "Hubei's exporters ask for help with TVs priced above $500.",
    ],
)
def test_what_is_no_statistic(sentence):
    assert rows(sentence) == []


def test_furniture_is_marked_and_kept():
    text = (
        "Exports of Hubei rise\n\n("
        "| Updated : 2023-10-20\n\nPrint Print\n\n600 2029334178.jpg\n\nA port in Hubei."
        " [Photo/VCG]\n\nHubei's exports rose 3 percent in 2022.\n"
    )
    found = document(text)
    assert [block.kind for block in found.blocks] == ["title", "dateline", "dateline", "file_name", "caption", "body"]
    assert found.title == "Exports of Hubei rise" and found.published == date(2023, 10, 20)
    assert [row.printed for row in statistics(found)] == ["3 percent"]


def test_glued_text_is_read():
    assert only("In 2022, exports of Hubei saw6.9 percent growth.").growth == 0.069
    assert rows("In 2022, GDP in the EU28 rose.") == []


def test_a_wire_city_is_not_the_region():
    assert only("WUHAN, Oct. 19 (Xinhua) -- Trade of Hubei Province was 450 billion yuan in 2022.").region == "Hubei"


def test_the_country_is_a_detour_from_the_province():
    found = rows("Hubei's exports rose 8 percent in 2022. China's exports rose 5 percent.\n\nImports fell 2 percent.")
    assert [row.region_code for row in found] == ["CN-HB", "CN", "CN-HB"]


def test_partners_are_carried_with_the_topic():
    found = rows(
        "Hubei's trade with ASEAN was 90 billion yuan in 2022. Exports were 61 billion yuan. Total trade of"
        " the province was 600 billion yuan."
    )
    assert [row.indicator for row in found] == ["trade_total[partner=ASEAN]", "exports[partner=ASEAN]", "trade_total"]


def test_targets_and_forecasts_are_told_from_growth():
    assert only("Hubei set a GDP growth target of over 6 percent for 2024.").growth_basis == "target"
    assert only("The IMF expects global growth of 3.1 percent this year.").growth_basis == "forecast"


def test_chinese_official_prose():
    found = rows(
        "前三季度,湖北省进出口4786.2亿元,同比增长5.8%;其中出口3210.9亿元,下降1.2%。民营企业进出口占全省的65.3%,比上年提高2.1个百分点。",
        "2023-10-20\n\n",
    )
    assert [(row.indicator, row.value, row.unit, row.growth) for row in found] == [
        ("trade_total", 478620000000.0, "CNY", 0.058),
        ("exports", 321090000000.0, "CNY", -0.012),
        ("share:trade_total[entity=private]", 0.653, "share", None),
        ("change_in:share:trade_total[entity=private]", 2.1, "pp", None),
    ]
    assert {(row.region_code, str(row.period_end)) for row in found} == {("CN-HB", "2023-09-30")}


def test_comparisons_at_the_head_or_the_end_hold_for_every_place():
    found = rows("In January 2023, compared with December 2022, output fell by 3.2% in Austria and by 2.1% in Poland.")
    assert [(row.region_code, row.growth, row.growth_basis) for row in found] == [
        ("AT", -0.032, "mom"),
        ("PL", -0.021, "mom"),
    ]
    both = rows("GDP rose by 0.4% in both Austria and Poland in the second quarter of 2023.")
    assert [(row.region_code, row.growth) for row in both] == [("AT", 0.004), ("PL", 0.004)]


def test_the_three_means_the_partners_named_before():
    text = (
        "In 2022, Hubei's trade with Japan, Vietnam and Germany reached 31 billion yuan, 22 billion yuan and 17 billion"
        " yuan, respectively. The three accounted for 15 percent of the total."
    )
    assert rows(text)[-1].indicator == "share:trade_total[partner=JP+VN+DE]"


def test_a_zone_and_a_company_are_regions_of_their_own():
    assert only("Hubei Pilot FTZ saw its trade reach 12 billion yuan in 2022.").region == "Hubei Pilot FTZ"
    text = "The Haoda Group makes fans. In 2022, Haoda's overseas sales rose 12 percent."
    assert only(text).region == "Haoda (company)"


def test_a_headline_takes_what_it_leaves_out_from_the_text():
    text = "In the first nine months, Hubei's exports rose 4.6 percent.\n"
    title, body = statistics(document("Exports of Hubei up 4.6%\n\n" + HEAD + text))
    assert (
        (title.period_start, title.period_end)
        == (body.period_start, body.period_end)
        == (
            date(2023, 1, 1),
            date(2023, 9, 30),
        )
    )

"""The wordings of statistical offices and of other countries' news, each with a sentence of our own."""

from datetime import date

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


def days(row: Statistic) -> tuple[str, str]:
    return str(row.period_start), str(row.period_end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("from Oct. 1 to 8", "2023-10-01", "2023-10-08"),
        ("from Jan. 28 to Feb. 4, 2022", "2022-01-28", "2022-02-04"),
        ("in Quarter 2 (Apr to June) 2022", "2022-04-01", "2022-06-30"),
        ("so far this year", "2023-01-01", "2023-10-20"),
        ("in the seven months", "2023-01-01", "2023-07-31"),
    ],
)
def test_periods_of_other_styles(words, start, end):
    lead = "From January to July, Hubei's imports were 2 billion yuan. " if "seven" in words else ""
    assert days(rows(f"{lead}Hubei's exports were 3 billion yuan {words}.")[-1]) == (start, end)


def test_so_far_this_year_is_the_cumulative_period_of_the_text():
    text = "From January to {}, Hubei's exports were 3 billion yuan. So far this year, imports were 2 billion yuan."
    assert days(rows(text.format("September"))[1]) == ("2023-01-01", "2023-09-30")
    assert days(rows(text.format("April"))[1]) == ("2023-01-01", "2023-10-20")  # no longer the news in October


def test_the_fiscal_year_begins_where_the_country_has_it():
    indian = rows("India's exports were $450 billion in 2021-22.")[0]
    australian = rows("Australia's exports were A$450 billion in 2021-22.")[0]
    assert days(indian) == ("2021-04-01", "2022-03-31")
    assert days(australian) == ("2021-07-01", "2022-06-30")


def test_an_earlier_level_keeps_its_own_time():
    deficit, before = rows("India's trade deficit was $20 billion in 2022 against $15 billion in 2021.")
    assert (days(deficit)[0], days(before)[0]) == ("2022-01-01", "2021-01-01")
    now, then = rows("Hubei's exports were $20 billion in July, compared with $15 billion a year earlier.")
    assert (days(now)[0], days(then)[0]) == ("2023-07-01", "2022-07-01")


def test_a_year_that_only_measures_is_no_period():
    row = rows("Hubei had 3 billion yuan of exports in 2022, or 78 percent of the 2019 level.")[1]
    assert days(row) == ("2022-01-01", "2022-12-31")


def test_a_stock_at_a_day_does_not_date_the_flows_after_it():
    found = rows(
        "Hubei's exports were 3 billion yuan in 2022. By the end of 2022, deposits were 9 billion yuan."
        " Imports were 2 billion yuan."
    )
    assert days(found[1]) == ("2022-12-31", "2022-12-31")
    assert days(found[2]) == ("2022-01-01", "2022-12-31")


def test_growth_is_not_put_on_a_level_in_a_clause_of_its_own():
    total, part = rows(
        "Ports of Hubei handled 4 billion tonnes in 2022, up 5.9 percent, among which foreign cargo was"
        " 1 billion tonnes, up 9.2 percent."
    )
    assert (total.growth, part.growth) == (0.059, 0.092)
    loan, share = rows(
        "Hubei's investment was 9 billion yuan in 2022, up 43 percent, of which 5 billion yuan went into industry."
    )
    assert (loan.growth, share.growth) == (0.43, None)


@pytest.mark.parametrize(
    ("words", "growth"),
    [
        ("12.8 percent more than a year before", 0.128),
        ("3 percent less than the year before", -0.03),
        ("3.4 times the figure of 2021", 2.4),
    ],
)
def test_growth_by_comparison(words, growth):
    row = rows(f"Hubei's exports were 3 billion yuan in 2022, {words}.")[0]
    assert row.growth == pytest.approx(growth)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Hubei's exports increased $6.0 billion from March in April.", 6e9),
        ("April exports of Hubei were $9.1 billion, $2.1 billion less than in March.", -2.1e9),
        ("Hubei's employment rose by 338,300 in 2022.", 338_300),
        ("Hubei had 1,204 export firms in 2022, 87 more than a year earlier.", 87),
    ],
)
def test_changes_without_by(sentence, value):
    row = next(row for row in rows(sentence) if row.value == value)
    assert str(row.indicator).startswith("change_in:")


def test_a_change_and_its_rate_are_two_figures():
    change, rate = rows("Hubei's exports increased $33.1 billion, or 3.3 percent, in 2022.")
    assert (change.indicator, rate.growth, rate.value) == ("change_in:exports", 0.033, None)


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The euro area's exports rose to €1 687.2 bn in 2022.", 1687.2e9, "EUR"),
        ("Brazil's GDP totaled R$10.9 trillion in 2022.", 10.9e12, "BRL"),
        ("Thailand's exports were 901.77 billion baht in 2022.", 901.77e9, "THB"),
        ("Canada's exports were $19.6 billion in 2022.", 19.6e9, "CAD"),
        ("Hubei's exports were 220 billion or so yuan in 2022.", 220e9, "CNY"),
        ("The US deficit, in billions of dollars, was $4.5 with Ireland in 2022.", -4.5e9, "USD"),
        ("Hubei received 2.1 million foreign visitors in 2022.", 2.1e6, "persons"),
    ],
)
def test_amounts_of_other_countries(sentence, value, unit):
    row = rows(sentence)[0]
    assert (row.value, row.unit) == (pytest.approx(value), unit)


def test_the_size_of_a_container_is_no_figure():
    assert [row.value for row in rows("Wuhan port handled 3,000 TEUs (20-foot equivalent units) in 2022.")] == [3000]
    assert [row.value for row in rows("Wuhan is home to 73 Fortune Global 500 enterprises.")] == [73]


def test_rates_are_shared_out_over_two_levels_before_them():
    trains, cargo = rows(
        "Freight trains of Hubei made 8,620 trips and carried 831,000 TEUs in 2022, up 26 percent and 33 percent."
    )
    assert (trains.growth, cargo.growth, cargo.indicator) == (0.26, 0.33, "cargo_volume")


def test_an_adjective_of_a_nation_is_its_region():
    assert [row.region_code for row in rows("Thai exports rose 6.7 percent in 2022. Imports grew 3 percent.")] == [
        "TH",
        "TH",
    ]


def test_a_dateline_is_not_what_a_text_speaks_of():
    head = "Updated : 2023-10-20\n\n"
    for dateline in ("TOKYO (Kyodo) -- ", "BANGKOK: ", "New Delhi, April 13: "):
        row = rows(f"{dateline}Japan's exports rose 2 percent in 2022.", head)[0]
        assert row.region_code == "JP"


def test_a_zone_is_a_region_of_one_sentence():
    found = rows(
        "Hubei's trade was 9 billion yuan in 2022. The Wuhan Hi-tech Comprehensive Bonded Zone had"
        " trade of 2 billion yuan. Private firms had trade of 5 billion yuan."
    )
    assert [row.region for row in found] == ["Hubei", "Wuhan Hi-tech Comprehensive Bonded Zone", "Hubei"]


def test_a_part_in_its_share_gives_way_to_the_whole():
    found = rows(
        "India's exports were $450 billion in 2022. Gujarat accounted for 33 percent of the country's"
        " exports. Imports were $700 billion."
    )
    assert [row.region_code for row in found] == ["IN", "IN-GJ", "IN"]


@pytest.mark.parametrize(
    ("sentence", "rank", "scope"),
    [
        ("Hubei's exports were 3 billion yuan in 2022, placing sixth nationwide.", 6, "China"),
        ("Hubei's exports were 3 billion yuan in 2022, rising to 11th place.", 11, None),
        ("Hubei's exports were 3 billion yuan in 2022, the fastest growth among all provinces.", 1, "provinces"),
        ("Hubei led the country with 93.7 percent of its capacity in clean energy in 2022.", 1, "China"),
        ("Wuhan port handled 35.3 million TEUs in 2022, making it the world's third busiest port.", 3, "World"),
        ("Hubei's exports were 3 billion yuan in 2022, ranking fourth among large and medium provinces.", 4,
         "large and medium provinces"),
    ],
)  # fmt: skip
def test_ranks_of_other_wordings(sentence, rank, scope):
    row = rows(sentence)[0]
    assert (row.rank, row.rank_scope) == (rank, scope)


def test_a_target_in_passing_does_not_make_a_target_of_what_was_told():
    found = rows(
        "Thai exports rose 6.7 percent in 2022, below the 8 percent target, while imports grew 12.5"
        " percent to $249 billion."
    )
    assert [(row.growth, row.growth_basis) for row in found] == [(0.067, "yoy"), (0.08, "target"), (0.125, "yoy")]


def test_the_period_before_stands_in_brackets_after_after():
    found = rows("In the first quarter of 2023, French exports rose 1.2 percent after -0.5 percent on the quarter.")
    assert [days(row)[0] for row in found] == ["2023-01-01", "2022-10-01"]


def test_an_average_annual_growth_runs_over_the_years_of_its_levels():
    row = rows(
        "Hubei's exports grew from $6.75 billion in 2017 to $13.3 billion in 2020, an average annual"
        " increase of 25.4 percent."
    )[-1]
    assert (row.growth_basis, *days(row)) == ("cagr", "2017-01-01", "2020-12-31")


def test_bullets_are_read():
    found = rows(
        "Key figures for 2022\n\n* Exports of Hubei: 3 billion yuan (+2.1%)\n* Imports: 2 billion yuan (-1%)\n"
    )
    assert [(row.value, row.growth) for row in found] == [(3e9, 0.021), (2e9, -0.01)]


@pytest.mark.parametrize(
    ("sentence", "value", "growth"),
    [
        ("2022年湖北省出口30亿元，增长6.2%，环比下降3.1%。", 3e9, 0.062),
        ("2022年湖北省跨境电商进出口30亿元，是上年的3.2倍。", 3e9, 2.2),
        ("年末全省存款余额30亿元，比年初增加2亿元，增长6.2%。", 3e9, 0.062),
    ],
)
def test_chinese_growth_goes_to_its_level(sentence, value, growth):
    row = rows(f"湖北省。{sentence}")[0]
    assert (row.value, row.growth) == (value, pytest.approx(growth))


def test_chinese_tenths_yardsticks_and_zones():
    text = (
        "2022年湖北省出口30亿元，增速高于全国平均水平9.5个百分点。武汉综合保税区进出口5亿元。民营企业占全省外贸近五成。"
    )
    level, gap, zone, share = rows(text)
    assert (gap.region, gap.indicator) == ("Hubei", "gap_to_national_growth:exports")
    assert (zone.region, level.region) == ("武汉综合保税区", "Hubei")
    assert (share.value, share.qualifier) == (0.5, "nearly")


def test_chinese_full_year_so_far_and_month_end():
    head = "2023-08-20\n\n"
    exports, deposits, trains = rows(
        "1至7月，湖北省出口30亿元。截至7月底，存款余额90亿元。今年以来，进口20亿元。", head
    )
    assert days(exports) == ("2023-01-01", "2023-07-31")
    assert days(deposits) == ("2023-07-31", "2023-07-31")
    assert days(trains) == ("2023-01-01", "2023-07-31")
    year = rows("2022年湖北省出口30亿元。年末存款余额90亿元。全年进口20亿元。", head)[2]
    assert days(year) == ("2022-01-01", "2022-12-31")


def test_names_that_the_text_goes_on_to_read_elsewhere_are_a_menu():
    assert (
        rows("Hubei exports\n\nHubei's exports were 3 billion yuan in 2022.\n\nAlso read: Gold falls below Rs 60,000")[
            0
        ].value
        == 3e9
    )
    assert (
        len(rows("Hubei's exports were 3 billion yuan in 2022.\n\nAlso read: Gold falls below Rs 60,000 | more")) == 1
    )


def test_growth_against_a_year_before_last_is_named_by_it():
    row = rows("UK GDP is estimated to be 0.2% below its level in Quarter 4 (Oct to Dec) 2019 in Quarter 2 2023.")[0]
    assert (row.growth, row.growth_basis, date(2023, 6, 30)) == (-0.002, "vs2019", row.period_end)


@pytest.mark.parametrize(
    "words",
    [
        "and exports to Japan rose by more than 16 percent",
        "with more than 16 percent growth in trade with Japan",
        "a growth of more than 16 percent in manufacturing",
    ],
)
def test_growth_with_a_subject_of_its_own_leaves_an_earlier_level_alone(words):
    level, growth = rows(f"Hubei's trade was 805 billion yuan in 2022, {words}.")
    assert (level.growth, growth.value, growth.growth, growth.qualifier) == (None, None, 0.16, "over")


def test_an_average_annual_rate_is_growth():
    row = rows(
        "Hubei's exports were 800 billion yuan in 2022, having grown at an average annual rate of over 16 percent."
    )[1]
    assert (row.growth, row.growth_basis) == (0.16, "cagr")


def test_an_address_gives_the_year_of_a_day_that_the_text_prints():
    page = document("URL: http://tjj.example.cn/202405/c00_31.shtml\n5月15日，湖北省出口30亿元。")
    assert page.published == date(2024, 5, 15)
    other = document(
        "URL: http://tjj.example.cn/202405/c00_31.shtml\nOn Sept. 15 exports of Hubei were 3 billion yuan."
    )
    assert other.published is None


def test_a_month_in_passing_does_not_date_the_next_sentence():
    text = "一季度，湖北省出口30亿元，增长1.2%，3月份下降2.6%。进口20亿元。"
    assert [days(row) for row in rows(text, "2022-04-28\n\n")] == [
        ("2022-01-01", "2022-03-31"),
        ("2022-03-01", "2022-03-31"),
        ("2022-01-01", "2022-03-31"),
    ]


def test_branches_in_a_text_about_foreign_capital_are_its_sectors():
    text = (
        "Hubei used $2.5 billion of foreign direct investment in 2022. High-tech manufacturing attracted $312 million."
        " Investment from Japan accounted for 8 percent."
    )
    assert [row.indicator for row in rows(text)] == [
        "fdi_used",
        "fdi_used[sector=hightech_manufacturing]",
        "share:fdi_used[partner=JP]",
    ]


def test_growth_after_and_a_share_goes_to_the_level():
    level, share = rows(
        "Hubei's trade with Japan was 9 billion yuan in 2022, accounting for 8 percent of the total and up 73 percent."
    )
    assert (level.growth, share.growth, share.value) == (0.73, None, 0.08)


def test_the_end_of_the_year_is_still_to_come():
    row = rows("Hubei aims at deposits of 5 billion yuan by the end of the year.")[0]
    assert days(row) == ("2023-12-31", "2023-12-31")


def test_a_region_of_poland_is_no_product():
    row = rows("The region of Silesia exported goods worth 39.1 billion zloty in 2022.")[0]
    assert (row.indicator, row.region, row.region_code) == ("exports", "Silesia", "PL-24")

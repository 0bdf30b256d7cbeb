"""Times told in passing: the year that opened, the day of a briefing or a deed, when a thing was founded."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def periods(text, published="2023-10-20"):
    rows = statistics(document(f"Updated : {published}\n\n{text}"))
    return [(str(row.period_start), str(row.period_end)) for row in rows]


@pytest.mark.parametrize(
    "words", ["started 2021 with strong growth, reporting", "began 2021 well, with", "opened 2021 with"]
)
def test_a_quarter_is_of_the_year_that_the_sentence_opens(words):
    text = f"Hubei {words} exports of 3.2 billion yuan in the first quarter."
    assert periods(text) == [("2021-01-01", "2021-03-31")]


def test_a_quarter_beside_an_earlier_year_that_serves_comparison_keeps_its_own():
    text = "Hubei's exports were 3.2 billion yuan in the first quarter, up 4 percent from 2021."
    assert periods(text) == [("2023-01-01", "2023-03-31")]


def test_the_months_of_the_quarter_that_a_text_is_about_are_of_its_year():
    text = "Hubei started 2021 with exports of 3.2 billion yuan in the first quarter.\n\n{} rose 3.1 percent in {}."
    for month, number in (("January", "01-31"), ("February", "02-28"), ("March", "03-31")):
        assert periods(text.format("Imports", month))[-1][1] == f"2021-{number}"
    assert periods(text.format("Imports", "September"))[-1][1] == "2023-09-30"


def test_a_text_on_a_month_that_went_on_to_the_months_up_to_it_stays_there():
    text = (
        "In September, exports of Hubei grew 5.4 percent to 45 billion yuan.\n\nIn the first nine months, they reached "
        "402 billion yuan.\n\nPrivate firms accounted for 60 percent of the total."
    )
    assert periods(text)[-1] == ("2023-01-01", "2023-09-30")


def test_a_text_on_the_year_returns_from_a_month_s_detour():
    text = (
        "In the first nine months, exports of Hubei grew 5.4 percent.\n\nIn September, they reached 45 billion yuan."
        "\n\nPrivate firms accounted for 60 percent of the total."
    )
    assert periods(text)[-1] == ("2023-01-01", "2023-09-30")


@pytest.mark.parametrize("words", ["per year", "annually", "every year"])
def test_what_comes_every_year_is_of_a_whole_year(words):
    assert periods(f"The line carries over 2,000 trains {words} through Hubei.")[0] == ("2023-01-01", "2023-12-31")
    text = f"In operation at the end of 2022, the plant in Hubei will generate 1.7 billion kWh of electricity {words}."
    assert periods(text)[0] == ("2023-01-01", "2023-12-31")


def test_a_level_beside_that_of_a_year_ago_is_not_yearly():
    text = "Hubei's exports in September reached 3.2 billion yuan, against 3.1 billion yuan a year ago."
    assert periods(text)[0] == ("2023-09-01", "2023-09-30")


@pytest.mark.parametrize("words", ["At a May 15 briefing", "At a May 15 press conference", "At the 15 May meeting"])
def test_a_stock_told_at_a_briefing_is_of_its_day(words):
    text = f"{words} Hubei said its wind power capacity had reached 12 GW. In 2022, its exports rose 3 percent."
    assert periods(text) == [("2023-05-15", "2023-05-15"), ("2022-01-01", "2022-12-31")]


def test_a_flow_told_at_a_briefing_keeps_its_time():
    text = "Exports of Hubei rose 3 percent in 2022.\n\nAt a May 15 briefing it said exports reached 31 billion yuan."
    assert periods(text)[-1] == ("2022-01-01", "2022-12-31")


def test_a_deed_is_of_the_day_on_which_it_was_done():
    text = "Wuhan {} goods worth 13.3 million dollars to Chile on Oct 5."
    for deed in ("exported", "shipped", "sold"):
        assert periods(text.format(deed)) == [("2023-10-05", "2023-10-05")]
    report = "Wuhan exported goods worth 13.3 million dollars, the bureau said on Oct 5."
    assert periods(report) != [("2023-10-05", "2023-10-05")]


@pytest.mark.parametrize("verb", ["founded", "launched", "approved"])
def test_what_has_added_up_runs_from_the_founding(verb):
    text = (
        f"Hubei Pilot FTZ exports soar since founding\n\nThe zone was {verb} in April 2017. Its exports had aggregated "
        "1.62 trillion yuan by the end of August 2023. In the first eight months of this year, they were 309 billion."
    )
    assert periods(text) == [("2017-04-01", "2023-08-31"), ("2023-01-01", "2023-08-31")]


def test_a_level_by_a_day_that_does_not_add_up_stays_where_it_was():
    text = "The zone was founded in April 2017. Hubei's wind capacity had reached 12 GW by the end of August 2023."
    assert periods(text) == [("2023-08-31", "2023-08-31")]


def test_a_path_between_two_years_dates_nothing_else():
    text = (
        "Almost 80 percent of the trading firms of Wuhan trade with ASEAN.\n\nThe city's trade grew from 28.9 billion "
        "yuan in 2013 to 79.6 billion yuan in 2022."
    )
    assert periods(text)[0] == ("2023-10-20", "2023-10-20")


def test_a_text_may_open_with_by():
    assert periods("By 2025, Hubei's installed wind capacity is planned to reach 90 GW.") == [
        ("2025-01-01", "2025-12-31")
    ]


@pytest.mark.parametrize("words", ["the pact took effect on Jan 1, 2022", "the zone was opened on Jan 1, 2022"])
def test_what_has_come_since_a_day_runs_from_that_day(words):
    text = f"Since {words}, Hubei's exports to Japan have reached 45 billion yuan. In June 2023, they rose 4 percent."
    assert periods(text) == [("2022-01-01", "2023-10-20"), ("2023-06-01", "2023-06-30")]


def test_since_a_day_that_founds_nothing_leaves_the_time():
    text = "Hubei's exports reached 45 billion yuan in June 2023, since orders came in early."
    assert periods(text) == [("2023-06-01", "2023-06-30")]


@pytest.mark.parametrize("tail", [" respectively in the previous quarter)", " in the previous quarter)", ")"])
def test_a_pair_after_after_is_of_the_quarter_before(tail):
    text = (
        "In the second quarter of 2023, exports fell by 1.5% in Austria and by 1.7% in Poland (after -9.2% and -8.6%"
        f"{tail}."
    )
    now, before = ("2023-04-01", "2023-06-30"), ("2023-01-01", "2023-03-31")
    assert periods(text) == [now, now, before, before]


def test_a_bracket_with_its_own_time_is_of_the_place_before_it_and_of_nothing_else():
    text = (
        "In the second quarter of 2023, GDP fell by 3.8% in Austria (-3.3% in the previous quarter) and by 7.2% in "
        "Poland."
    )
    rows = statistics(document(f"Updated : 2023-10-20\n\n{text}"))
    assert [row.region for row in rows] == ["Austria", "Austria", "Poland"]
    assert [row.period_end.month for row in rows if row.period_end] == [6, 3, 6]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in the first 20 days of this month", ("2023-10-01", "2023-10-20")),
        ("in the first 10 days of last month", ("2023-09-01", "2023-09-10")),
        ("in the first 15 days of May", ("2023-05-01", "2023-05-15")),
    ],
)
def test_the_first_days_of_a_month_are_a_period(words, days):
    assert periods(f"Exports of Hubei were 3.2 billion yuan {words}.") == [days]


@pytest.mark.parametrize("words", ["over the year to the end of 2021 Q3", "in the year to end-September 2021"])
def test_a_year_up_to_a_quarter_is_twelve_months_and_the_quarter_grows_on_the_one_before(words):
    rows = statistics(
        document(f"Updated : 2021-12-20\n\nGDP of Wales rose by 1.4 per cent {words}. It fell by 0.8 per cent in the "
                 "third quarter of 2021.")
    )  # fmt: skip
    said = [(str(row.period_start), str(row.period_end), row.growth_basis) for row in rows]
    assert said == [("2020-10-01", "2021-09-30", "yoy"), ("2021-07-01", "2021-09-30", "qoq")]


def test_a_quarter_alone_grows_on_the_year_before():
    rows = statistics(
        document("Updated : 2021-12-20\n\nGDP of Wales fell by 0.8 per cent in the third quarter of 2021.")
    )
    assert [row.growth_basis for row in rows] == ["yoy"]


def test_a_year_that_spans_two_is_the_fiscal_one():
    assert periods("Kerala drew investment of $7.6 billion for the year 2020-21.") == [("2020-04-01", "2021-03-31")]
    assert periods("Kerala drew investment of $7.6 billion for the year 2020.") == [("2020-01-01", "2020-12-31")]


def test_what_an_amount_is_worth_of_names_it():
    text = "Updated : 2021-12-20\n\nKerala attracted $7.6 billion (Rs 569 billion) worth of foreign direct investment."
    assert [row.indicator for row in statistics(document(text))] == ["fdi_used"]
    text = "Updated : 2021-12-20\n\nExports of Kerala were $7.6 billion, a figure worth noting."
    assert [row.indicator for row in statistics(document(text))] == ["exports"]


def test_an_address_that_hides_its_day_in_a_query_dates_a_text():
    found = document("URL: https://news.example/view.php?ud=20241121050018\nExports rose.")
    assert str(found.published) == "2024-11-21"
    assert document("URL: https://news.example/view.php?id=99241121\nExports rose.").published is None

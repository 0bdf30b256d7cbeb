"""Quarters counted from the month in which a fiscal year begins, dates in figures, times that only serve comparison."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics


def periods(text, published="2024-11-20"):
    rows = statistics(document(f"Updated : {published}\n\n{text}"))
    return [(str(row.period_start), str(row.period_end)) for row in rows]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("first quarter of FY25", "2024-04-01", "2024-06-30"),
        ("second quarter of the 2023-24 financial year", "2023-07-01", "2023-09-30"),
        ("fourth quarter of fiscal 2024", "2024-01-01", "2024-03-31"),
        ("Q3 of FY 2023-24", "2023-10-01", "2023-12-31"),
        ("first half of 2024-25", "2024-04-01", "2024-09-30"),
        ("first six months of FY24", "2023-04-01", "2023-09-30"),
    ],
)
def test_a_quarter_of_a_fiscal_year_is_counted_from_its_first_month(words, start, end):
    assert periods(f"Gujarat received FDI worth Rs 4,310 crore in the {words}.") == [(start, end)]


def test_a_text_that_counts_in_fiscal_years_does_so_to_the_end():
    text = (
        "Gujarat's exports rose 4 percent in the first quarter of FY25.\n\nImports rose 3 percent in the first quarter."
    )
    assert periods(text) == [("2024-04-01", "2024-06-30")] * 2


def test_a_quarter_of_a_calendar_year_stays():
    assert periods("Exports of Gujarat rose 4 percent in the first quarter of 2024.") == [("2024-01-01", "2024-03-31")]


@pytest.mark.parametrize("words", ["from that in 2019", "than that of the whole of last year", "from those in 2019"])
def test_what_a_figure_is_compared_with_is_not_its_time(words):
    text = f"In 2023, Hubei exported goods worth 4.1 billion yuan, 4 percent more {words}. Imports were 3 billion yuan."
    assert set(periods(text)) == {("2023-01-01", "2023-12-31")}


def test_an_average_annual_growth_over_years_spans_them():
    (row,) = statistics(
        document(
            "Updated : 2024-11-20\n\nExports of Hubei have recorded an average annual growth rate of 15.6 percent over "
            "the past four years."
        )
    )
    assert (row.growth_basis, str(row.period_start), str(row.period_end)) == ("cagr", "2020-01-01", "2023-12-31")


@pytest.mark.parametrize(("line", "day"), [("Updated: 8/10/2018", 10), ("22.01.2019", 1), ("Posted 11/25/2018", 11)])
def test_a_date_in_figures_is_read_day_first_where_it_can_be(line, day):
    assert document(f"{line}\n\nExports of Hubei rose 4 percent in 2017.").published.month == day


@pytest.mark.parametrize("words", ["on June 2018 [4.3 billion euros]", "compared with June 2018 (4.3 billion euros)"])
def test_a_level_in_brackets_after_a_comparison_is_of_its_time(words):
    assert periods(f"Exports of Saxony were 4.1 billion euros in June 2019, a fall of 4 percent {words}.") == [
        ("2019-06-01", "2019-06-30"),
        ("2018-06-01", "2018-06-30"),
    ]


def test_a_signed_level_that_another_is_compared_with_keeps_its_time():
    text = "In 2019, Saxony had a surplus of 4.1 billion euros, compared with +4.3 billion euros in 2018."
    assert periods(text) == [("2019-01-01", "2019-12-31"), ("2018-01-01", "2018-12-31")]


def test_what_makes_a_firm_large_is_no_figure():
    text = "In 2019, value added of firms with annual revenues of 20 million yuan or more in Hubei grew 6.4 percent."
    (row,) = statistics(document("Updated : 2020-11-20\n\n" + text))
    assert row.growth == 0.064


@pytest.mark.parametrize("words", ["fiscal ended March 2018", "fiscal year ended March 2018", "year ending March 2018"])
def test_a_fiscal_year_that_ended_has_twelve_months(words):
    assert periods(f"Exports of Gujarat reached $13.4 billion in the {words}.") == [("2017-04-01", "2018-03-31")]


def test_the_year_before_a_fiscal_year_is_one_too():
    text = "In FY18, exports of Gujarat were $4.8 billion, against $4.4 billion in the previous year."
    assert periods(text)[-1] == ("2016-04-01", "2017-03-31")


def test_the_year_before_a_calendar_year_is_one_too():
    text = "In 2018, exports of Gujarat were $4.8 billion, against $4.4 billion in the previous year."
    assert periods(text)[-1] == ("2017-01-01", "2017-12-31")

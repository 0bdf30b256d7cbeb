"""Which time a text is about: told without figures, up to date, up to a day, taken up again, left in passing."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-11-08\n\n"
NINE_MONTHS = ("2023-01-01", "2023-09-30")
OCTOBER = ("2023-10-01", "2023-10-31")


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


def days(row: Statistic) -> tuple[str, str]:
    return str(row.period_start), str(row.period_end)


def times(text: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [days(row) for row in rows(text, head)]


@pytest.mark.parametrize(
    "told",
    [
        "Arvenia has done much for its ports this year.",
        "2023 has been a busy year for the ports of Arvenia.",
        "The ports of Arvenia have been busy in 2023.",
    ],
)
def test_months_that_figures_are_of_narrow_the_year_that_a_sentence_without_figures_named(told):
    text = f"{told} Exports were 4 billion euros in the first nine months.\n\nImports rose 3 percent.\n\n"
    assert times(text) == [NINE_MONTHS, NINE_MONTHS]


def test_a_month_told_among_figures_does_not_narrow_the_year():
    text = "Arvenia was busy in 2022.\n\nExports were 4 billion euros in March.\n\nImports rose 3 percent to 9 billion."
    assert times(text)[-1] == ("2022-01-01", "2022-12-31")


def test_a_heading_gives_its_financial_year_to_the_lines_under_it():
    found = times("In the 2021/22 financial year, exports of goods from:\n\nArvenia grew by 3% to €25 bn\n\n")
    assert found[0] == ("2021-04-01", "2022-03-31")


def test_what_is_last_years_is_not_the_time_of_what_follows():
    text = "Exports fell 4 percent in October. They remain below last year's high levels. Imports rose 3 percent."
    assert times(text) == [OCTOBER, OCTOBER]


@pytest.mark.parametrize(
    "told",
    [
        "Year to date, imports rose 3 percent.",
        "Imports (+3 percent YTD) posted gains.",
        "Imports were up 3 percent on a year-to-date basis.",
    ],
)
def test_year_to_date_runs_up_to_the_month_of_the_text(told):
    found = times(f"Arvenia's exports fell 4 percent in October. {told}")
    assert found == [OCTOBER, ("2023-01-01", "2023-10-31")]


def test_growth_on_the_month_before_is_of_the_month_again():
    text = (
        "Arvenia's exports fell 4 percent in October. Year to date, imports rose 3 percent.\n\n"
        "Sales rose 2 percent month on month.\n\n"
    )
    assert times(text)[-1] == OCTOBER
    kept = text.replace("month on month", "year on year")
    assert times(kept)[-1] == ("2023-01-01", "2023-10-31")


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("in the first nine months of calendar year 2021", ("2021-01-01", "2021-09-30")),
        ("in the third quarter of the calendar year 2021", ("2021-07-01", "2021-09-30")),
        ("in the quarter ended March 31, 2021", ("2021-01-01", "2021-03-31")),
        ("for the nine months ended 31 March 2021", ("2020-07-01", "2021-03-31")),
        ("in the year to the end of March 2021", ("2020-04-01", "2021-03-31")),
    ],
)
def test_the_ends_of_quarters_and_years_by_other_words(told, when):
    assert times(f"Arvenia's exports were 4 billion euros {told}.") == [when]


@pytest.mark.parametrize("same", ["comparable", "equivalent", "same", "corresponding"])
def test_the_time_that_is_compared_with_is_not_the_figures(same):
    text = f"Exports rose 5 percent in October. Imports were 4.8 percent below the {same} period in 2021."
    assert times(text) == [OCTOBER, OCTOBER]


@pytest.mark.parametrize(
    "first",
    ["In the first nine months of 2021", "From January to September 2021", "In January-September 2021"],
)
def test_the_period_is_the_one_that_its_own_sentence_names(first):
    text = f"Exports rose in October. {first}, exports doubled, with imports of 4 billion euros in the period."
    assert times(text)[-1] == ("2021-01-01", "2021-09-30")


def test_the_period_of_another_sentence_is_that_of_the_text():
    text = "Exports were 9 billion euros in the first nine months. Imports were 4 billion euros during the period."
    assert times(text) == [NINE_MONTHS, NINE_MONTHS]

"""Times that are part of a name, of another clause, or over when the figure is to come: none is the figure's."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-11-08\n\n"
PRINTED = ("2023-11-08", "2023-11-08")
LAST_YEAR = ("2022-01-01", "2022-12-31")


def times(text: str) -> list[tuple[str, str]]:
    return [(str(row.period_start), str(row.period_end)) for row in statistics(document(HEAD + text))]


@pytest.mark.parametrize(
    "named",
    ["the 2023 Arvenia Top 500", "the 2023 World Harbour Conference", "the 2023 Green City List"],
)
def test_the_year_of_a_name_is_not_the_time_of_figures(named):
    assert times(f"Arvenia is home to 31,600 firms, among which some have been named in {named}.") == [PRINTED]
    assert times(f"The head of {named} spoke. Exports rose 3 percent in 2022. Imports rose 4 percent.")[-1] == LAST_YEAR


@pytest.mark.parametrize("told", ["the 2023 GDP", "the 2023 exports", "2023 Exports"])
def test_the_year_of_a_figure_is_its_time(told):
    assert times(f"Last year was good. Officials put {told} at 40 billion euros.")[-1] == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    "clause",
    [
        "and drew investment of 55 billion euros from 2002 to 2021",
        "and in the past decade exports have grown by 71%",
        "and has drawn 55 firms since 2002",
    ],
)
def test_years_on_end_are_of_their_own_clause(clause):
    text = f"Exports rose 3 percent in 2022. Arvenia made up 8 percent of the nation's trade, {clause}."
    assert times(text)[1] == LAST_YEAR
    assert times(text)[2] != LAST_YEAR


def test_years_on_end_are_of_all_that_one_clause_tells():
    text = "Exports rose 3 percent in 2022. Imports doubled to 8 billion euros from 2019 to 2021."
    assert times(text)[-1][1] == "2021-12-31"


@pytest.mark.parametrize(
    "told",
    [
        "A total of 55 berths will be built in the next few years, involving an investment of 25 billion euros.",
        "The line will cost 25 billion euros.",
        "The city is to invest 55 million euros in ports, and revenue will reach 25 billion euros.",
    ],
)
def test_what_is_to_come_is_not_of_a_year_that_is_over(told):
    assert times(f"Exports rose 3 percent in 2022. {told}")[-1] == PRINTED


def test_what_is_to_come_in_a_year_that_runs_is_of_that_year():
    text = "Exports rose 3 percent this year. Imports will reach 25 billion euros."
    assert times(text)[-1] == ("2023-01-01", "2023-12-31")


def test_what_now_comes_each_year_is_of_the_year_of_print():
    text = "Since 2000, farmers have grown more, and now 20,000 tons of coffee are exported every year."
    assert times(text) == [("2023-01-01", "2023-12-31")]


NINE_MONTHS = ("2023-01-01", "2023-09-30")
HEAD_LINE = "Arvenia's exports rose 5 percent to 30 billion euros in the first nine months."


@pytest.mark.parametrize(
    "told",
    [
        "The bank expects growth of 6 percent next year.",
        "For the whole year, exports are forecast at 42 billion euros.",
        "In 2025, the port will handle 9 million tons.",
        "This compares with 28 billion euros in the same period of last year.",
        "They had grown 4 percent in 2022.",
        "The port opened in June 2021 and handled 3 million tons.",
    ],
)
def test_a_forecast_and_a_comparison_do_not_turn_a_text(told):
    assert times(f"{HEAD_LINE} {told} Imports fell 3 percent.")[-1] == NINE_MONTHS


@pytest.mark.parametrize("told", ["In 2022, they rose 9 percent.", "The growth was 9 percent last year."])
def test_a_year_told_for_itself_goes_on_to_the_end_of_its_paragraph(told):
    assert times(f"{HEAD_LINE} {told} Imports fell 3 percent.")[-1] == LAST_YEAR
    assert times(f"{HEAD_LINE} {told}\n\nImports fell 3 percent.")[-1] == NINE_MONTHS


def test_plans_go_on_in_their_year():
    text = "In 2025, the port will handle 9 million tons. Revenue will reach 3 billion euros."
    assert times(f"{HEAD_LINE} {text}")[-1] != NINE_MONTHS

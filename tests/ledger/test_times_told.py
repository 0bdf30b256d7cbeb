"""When figures speak of: what measures only, what stands on the day of print, what has come together so far."""

from datetime import date

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2024-02-12\n\n"


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


def days(row: Statistic) -> tuple[str, str]:
    return str(row.period_start), str(row.period_end)


LAST_YEAR = ("2023-01-01", "2023-12-31")
PRINTED = ("2024-02-12", "2024-02-12")


@pytest.mark.parametrize(
    "told",
    [
        "Exports of pumps were 4 billion yuan, 2.5 times the amount in 2020.",
        "Exports of pumps were 4 billion yuan, about double the 2019 figure.",
        "Exports of pumps grew 6 percent, faster than the growth in 2022.",
        "Exports of pumps fell 6 percent, compared with the decline between January and April.",
        "Exports of pumps reached 4 billion yuan, a new high within the year.",
    ],
)
def test_a_time_that_only_measures_is_not_of_the_figure_nor_of_what_follows(told):
    found = rows(f"Hubei's exports rose 5 percent to 30 billion yuan in 2023. {told} Imports were 7 billion yuan.")
    assert [days(row) for row in found] == [LAST_YEAR] * len(found)
    assert len(found) > 2


def test_what_is_compared_with_has_its_own_time():
    text = "Hubei's exports rose 5 percent in December. Imports fell 3 percent, compared with a drop of {} in November."
    _, imports, before = rows(text.format("4 percent"))
    assert days(imports) == ("2023-12-01", "2023-12-31")
    assert days(before) == ("2023-11-01", "2023-11-30")


def test_a_bracket_gives_the_time_of_the_figure_in_it():
    exports, _, imports = rows(
        "Hubei's exports fell by 30 percent in December compared to the same month last year (November: 32 percent)."
        " Imports fell 3 percent."
    )
    assert days(exports) == days(imports) == ("2023-12-01", "2023-12-31")


def test_a_record_of_an_earlier_year_is_of_that_year():
    assert days(rows("Hubei's imports hit a record of 4 billion yuan in 2021.")[0]) == ("2021-01-01", "2021-12-31")


def test_last_month_is_what_a_text_goes_on_about():
    found = rows("Hubei's exports rose 5 percent last month. Imports fell 3 percent.")
    assert [days(row) for row in found] == [("2024-01-01", "2024-01-31")] * 2


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("Its plants have an installed capacity of 3 million kW.", PRINTED),
        ("The city boasts 700 laboratories, accounting for 9 percent of all in China.", PRINTED),
        ("The installed capacity of its plants was 3 million kW.", LAST_YEAR),
        ("Exports of pumps account for 9 percent of the total.", LAST_YEAR),
    ],
)
def test_what_is_so_when_a_text_is_printed_is_of_its_day(told, when):
    row = rows(f"In 2023, Hubei's exports were 3 billion yuan. {told}")[-1]
    assert days(row) == when


@pytest.mark.parametrize("words", ["As of 2021", "As of 2021 end", "By 2021-end"])
def test_the_end_of_a_year_is_a_day(words):
    assert days(rows(f"{words}, Hubei had 300 shipping routes.")[0]) == ("2021-12-31", "2021-12-31")


def test_what_stands_beside_a_told_day_is_of_that_day():
    found = rows("As of 2022 end, Hubei had 300 shipping routes. The province also has 40 rail routes.")
    assert [days(row) for row in found] == [("2022-12-31", "2022-12-31")] * 2


def test_what_runs_until_a_day_runs_from_january():
    row = rows("As of March 31, 2023, Hubei's railways made 700 train trips, up 54 percent year on year.")[0]
    assert days(row) == ("2023-01-01", "2023-03-31")


def test_what_is_accumulated_this_year_goes_up_to_the_month_told():
    found = rows("Hubei's exports rose 5 percent last month. Accumulated exports stand at 100 billion yuan this year.")
    assert days(found[1]) == ("2024-01-01", "2024-01-31")
    assert found[0].period_end == date(2024, 1, 31)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Since 2005, Hubei's exports have ranked first for 12 consecutive years.", "2005-01-01", "2016-12-31"),
        ("Hubei opened in 2005 and has ranked first in exports for six years in a row.", "2005-01-01", "2010-12-31"),
        ("In 2018, Hubei's exports ranked first for four consecutive years.", "2018-01-01", "2018-12-31"),
    ],
)
def test_years_in_a_row_are_counted_from_where_they_began(words, start, end):
    assert days(rows(words)[-1]) == (start, end)


def test_what_years_of_growth_led_to_is_of_the_last_of_them():
    found = rows(
        "Between 2005 and 2015, Hubei's exports grew at an average annual rate of 9 percent, reaching $28 billion."
    )
    assert [days(row) for row in found] == [("2005-01-01", "2015-12-31"), ("2015-01-01", "2015-12-31")]
    assert days(rows("From 2005 to 2015, Hubei attracted $28 billion.")[0]) == ("2005-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("place", "start", "end"),
    [
        ("Tasmania", "2021-07-01", "2022-06-30"),
        ("Gujarat", "2021-04-01", "2022-03-31"),
        ("Hubei", "2022-01-01", "2022-12-31"),
    ],
)
@pytest.mark.parametrize("words", ["the 2022 financial year", "fiscal year 2022"])
def test_a_financial_year_is_named_by_the_year_it_ends_in(place, words, start, end):
    assert days(rows(f"{place}'s exports were 3 billion in {words}.")[0]) == (start, end)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Last year, Hubei built 4,000 chargers, bringing the total number to 9,000.", "2023-12-31"),
        ("Hubei has added 40 lines since 2020, raising the number of lines to 90.", "2024-02-12"),
    ],
)
def test_a_total_that_was_brought_about_is_of_a_day(words, when):
    assert days(rows(words)[-1]) == (when, when)


def test_what_a_firm_has_is_not_of_the_time_of_its_plans():
    lines = rows("The plant in Hubei has 50 production lines, and its revenue will reach 2 billion yuan in 2025.")[0]
    assert days(lines) == PRINTED


def test_two_figures_of_a_bracket_are_of_the_time_compared_with():
    found = rows(
        "In December, Hubei's exports to Japan (-31%) and Chile (-3%) fell far less than in November (-46% and -16%)."
    )
    now, then = ("2023-12-01", "2023-12-31"), ("2023-11-01", "2023-11-30")
    assert [days(row) for row in found] == [now, now, then, then]


def test_what_came_together_since_a_launch_runs_until_the_day_of_print():
    row = rows("Since its launch in 2011, the Hubei route has seen over 8,000 freight train trips.")[0]
    assert days(row) == ("2011-01-01", "2024-02-12")


def test_the_year_of_a_launch_at_the_head_is_no_time_of_what_there_is():
    row = rows("Launched in 2018, the trains have connected Hubei with over 40 overseas cities.")[0]
    assert days(row) == PRINTED


def test_a_festival_told_without_figures_is_the_time_of_those_that_follow():
    text = "During the Spring Festival this year, shops in Hubei were crowded. Their retail sales rose by 4 percent."
    assert days(rows(text, "Updated : 2023-02-03\n\n")[0]) == ("2023-01-21", "2023-01-27")

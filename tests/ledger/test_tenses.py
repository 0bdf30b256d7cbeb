"""The tense of a clause: what stands on the day of print, what is of the period told, and what is to come."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.lexicon import lexicon
from hinterland.ledger.lexing.tenses import tense
from hinterland.ledger.lexing.tokens import lex
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2024-02-12\n\n"
LAST_YEAR = ("2023-01-01", "2023-12-31")
PRINTED = ("2024-02-12", "2024-02-12")
TOLD = "Hubei's exports rose 5 percent to 30 billion yuan in 2023.\n\n"


def rows(text: str, head: str = HEAD) -> list[Statistic]:
    return statistics(document(head + text))


def days(row: Statistic) -> tuple[str, str]:
    return str(row.period_start), str(row.period_end)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The port has 40 berths.", "present"),
        ("Some 40 berths are in use.", "present"),
        ("A fleet of 40 ships serves the route.", "present"),
        ("The zone has so far attracted 40 firms.", "perfect"),
        ("The zone has built and leased 40 halls.", "perfect"),
        ("Some 40 halls have been built.", "perfect"),
        ("The zone will have 40 halls.", "future"),
        ("The mayor revealed that 40 firms will come.", "future"),
        ("The zone has planned 40 halls.", "future"),
        ("The zone had 40 halls.", "past"),
        ("Some 40 halls were leased.", "past"),
        ("The port, which has two docks, handled 40 ships.", "past"),
        ("Its installed capacity of 40 megawatts", ""),
    ],
)
def test_the_verb_of_the_clause_tells_the_tense(told, name):
    assert tense(lex(told, lexicon("en")), told.index("40")) == name


@pytest.mark.parametrize(
    "told",
    [
        "The port operates 40 berths.",
        "Some 40 berths have been built along the river.",
        "The province's installed wind power capacity stands at 6 million kilowatts.",
        "Its bank deposits now exceed 900 billion yuan.",
    ],
)
def test_a_stock_told_in_the_present_or_the_perfect_is_of_the_day_of_print(told):
    assert days(rows(TOLD + told)[-1]) == PRINTED


@pytest.mark.parametrize(
    "told",
    [
        "A total of 40 berths were built along the river.",
        "The province's imports now account for 30 percent of its trade.",
        "Private firms are its largest exporters, with exports of 9 billion yuan.",
    ],
)
def test_what_was_and_what_flows_is_of_the_period_that_the_text_speaks_of(told):
    assert days(rows(TOLD + told)[-1]) == LAST_YEAR


def test_a_text_on_a_year_long_past_says_what_was_so_then():
    old = TOLD.replace("2023", "2019") + "The province hosts 40 banks."
    assert days(rows(old)[-1]) == ("2019-01-01", "2019-12-31")


def test_this_year_has_run_until_the_day_of_print_where_a_thing_has_been_done():
    head = "Updated : 2024-08-12\n\n"
    has, plans = (
        rows(f"Hubei {told} 14 freight routes this year.", head)[0] for told in ("has launched", "plans to launch")
    )
    assert days(has) == ("2024-01-01", "2024-08-12")
    assert days(plans) == ("2024-01-01", "2024-12-31")


def test_a_text_of_december_sums_up_the_year():
    row = rows("Hubei has launched 14 freight routes this year.", "Updated : 2024-12-22\n\n")[0]
    assert days(row) == ("2024-01-01", "2024-12-31")


def test_what_is_newly_there_is_of_the_period_told():
    assert days(rows(TOLD + "The province has newly signed 40 projects.")[-1]) == LAST_YEAR


def test_a_month_of_what_is_to_come_is_the_next_one():
    told = "Hubei {} 60 firms at the fair in November."
    assert days(rows(told.format("will host"))[0]) == ("2024-11-01", "2024-11-30")
    assert days(rows(told.format("hosted"))[0]) == ("2023-11-01", "2023-11-30")


@pytest.mark.parametrize(
    "told",
    [
        "Imports were 7 billion yuan, the highest since 2018.",
        "Imports rose 7 percent, faster than the annual average growth rate posted from 2010 to 2017.",
        "Imports were 7 billion yuan, the lowest since the 6 billion yuan recorded in October 2020.",
    ],
)
def test_the_year_of_an_earlier_record_is_not_the_figure_s(told):
    assert days(rows(TOLD + told)[1]) == LAST_YEAR


def test_a_comparison_does_not_turn_the_clock():
    first = "In January 2024, Hubei had a surplus of 5 billion yuan, compared with a deficit of 2 billion yuan in {}."
    *_, last = rows(first.format("January 2023") + " Exports fell to 9 billion yuan.")
    assert days(last) == ("2024-01-01", "2024-01-31")


def test_a_total_since_a_beginning_is_one_of_the_day_of_print():
    text = "A total of 663 trips were made in 2023. This brings the total number of such trips to 1,500 since the line"
    assert days(rows(text + " opened in 2011.")[-1]) == PRINTED

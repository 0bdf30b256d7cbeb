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


@pytest.mark.parametrize(
    "told",
    [
        "Of the total, wind gave 30 million kWh.",
        "Among them, exports of wind power were 30 million kWh.",
        "That output ranked first in Arvenia.",
    ],
)
def test_what_goes_on_about_the_sentence_before_is_of_its_time(told):
    text = f"Output rose 5 percent in October. Generation of power was 90 million kWh in June 2021. {told}"
    assert times(text)[-1] == ("2021-06-01", "2021-06-30")


def test_what_came_of_the_sentence_before_is_of_the_day_of_print():
    text = "Exports were 9 billion euros in the first nine months. This has brought the zone 300 firms."
    assert times(text)[-1] == ("2023-11-08", "2023-11-08")


def test_an_annual_figure_gives_its_year_to_a_text_without_times():
    text = "The port's annual cargo throughput topped 9 million tons and its container throughput hit 400,000 TEUs."
    assert times(text) == [("2023-01-01", "2023-12-31")] * 2


@pytest.mark.parametrize("verb", ["has surpassed", "is more than", "comes after"])
def test_last_years_total_does_not_turn_a_text_to_last_year(verb):
    text = f"Exports were 9 billion euros. This {verb} last year's total of 8 billion euros. Imports rose 2 percent."
    found = rows("Trade rose 3 percent in the first nine months.\n\n" + text)
    assert days(found[-1]) == NINE_MONTHS


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("51 firms of Japan included in the list have so far invested there.", ("2023-11-08", "2023-11-08")),
        ("Some 51 plants listed by the state have joined.", ("2023-11-08", "2023-11-08")),
        ("Some 51 plants were listed by the state.", NINE_MONTHS),
        ("The value of the brand rose, reaching 2 billion euros at present.", ("2023-11-08", "2023-11-08")),
    ],
)
def test_the_verb_and_no_participle_tells_whether_a_count_is_of_the_day_of_print(told, when):
    assert times(f"Exports were 9 billion euros in the first nine months. {told}")[-1] == when


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("As of the end of September, the port's throughput had reached 3 million tons.", NINE_MONTHS),
        ("The port's container throughput reached 300,000 TEUs as of Oct 31.", ("2023-01-01", "2023-10-31")),
        ("As of the end of September, the zone had 300 firms.", ("2023-09-30", "2023-09-30")),
        ("Over the first three quarters of the year, exports were 4 billion euros.", NINE_MONTHS),
        ("Exports through September were 4 billion euros.", NINE_MONTHS),
        ("Since January 20, the port has handled 3 million tons of grain.", ("2023-01-20", "2023-11-08")),
        ("Starting from January 20, the fair has attracted 3 million visitors.", ("2023-01-20", "2023-11-08")),
        ("Since the beginning of 2022, the port has handled 3 million tons.", ("2022-01-01", "2023-11-08")),
        ("On Nov 3, the city signed 14 projects.", ("2023-11-03", "2023-11-03")),
        ("On Nov 3, the city said that 14 projects were signed.", ("2023-11-08", "2023-11-08")),
        ("During the plan period (2021-25), the city aims to build 30 plants.", ("2021-01-01", "2025-12-31")),
        ("The zone, founded in 1984, has 300 firms.", ("2023-11-08", "2023-11-08")),
        ("The zone was founded in 1984 and has attracted 300 firms.", ("2023-11-08", "2023-11-08")),
        ("The firms established in 1984 were 300.", ("1984-01-01", "1984-12-31")),
        ("Some 300 firms were founded in 1984.", ("1984-01-01", "1984-12-31")),
    ],
)
def test_a_day_a_stretch_and_a_founding_are_told_apart(told, when):
    assert times(told)[0] == when


@pytest.mark.parametrize(
    "told",
    [
        "From 2018 to 2021, Arvenia's output grew to 6 billion euros in 2021 with an average annual increase of 12%.",
        "In 2021, 8,200 patents were granted, 3.9 times that of 2018, with an average annual growth of 16 percent.",
        "Sales grew from 2 billion euros in 2018 to 5 billion in 2021, with an average annual growth of 16 percent.",
    ],
)
def test_growth_of_several_years_is_of_all_of_them(told):
    found = [row for row in rows(told) if row.growth_basis == "cagr"]
    assert [days(row) for row in found] == [("2018-01-01", "2021-12-31")]


def test_what_was_spent_is_not_of_the_year_by_which_a_part_will_be():
    text = (
        "Exports rose 3 percent in October. A total of 40 million euros was invested, of which 8 million will be spent"
    )
    found = times(f"{text} by 2030.")
    assert found[1] == OCTOBER
    assert found[2] == ("2030-01-01", "2030-12-31")


@pytest.mark.parametrize(
    "told",
    [
        "The zone was raised in rank by the state in 2010.",
        "The zone opened its doors in July 1992 as the first of Arvenia.",
        "It was established in 1992 with a capital of 3 million euros.",
    ],
)
def test_a_year_of_history_is_not_what_a_text_is_about(told):
    found = times(
        f"News of the zone\n\n{told} It has 400 firms.\n\nIn 2022, exports were 9 billion euros.\n\nImports fell."
    )
    assert found[-2:] == [("2023-11-08", "2023-11-08"), ("2022-01-01", "2022-12-31")]
    carried = times(f"News of the zone\n\n{told}\n\nExports rose 3 percent in 2022.\n\nImports were 9 billion euros.")
    assert carried[-1] == ("2022-01-01", "2022-12-31")


def test_news_after_history_is_what_a_text_goes_on_about():
    text = "In 1984, exports were 3 million euros.\n\nIn 2022, exports were 9 billion euros.\n\nImports rose 3 percent."
    assert times(text)[-1] == ("2022-01-01", "2022-12-31")


def test_a_portrait_of_an_older_year_stays_in_it():
    text = "In 2019, exports were 3 million euros. Imports rose 3 percent.\n\nThe city has 300 firms."
    assert times(text) == [("2019-01-01", "2019-12-31")] * 3


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("Seven months into 2023, exports have risen 6 percent.", ("2023-01-01", "2023-07-31")),
        ("The fair slated for December will cover a floor of 175,000 square meters.", ("2023-12-01", "2023-12-31")),
        ("In 2022, the zone passed 300 firms and now has 420 firms.", ("2023-11-08", "2023-11-08")),
    ],
)
def test_what_the_year_has_brought_and_what_is_to_come(told, when):
    assert times(told)[-1] == when


def test_a_count_and_a_share_of_the_year_before_that_stand_beside_their_own_time():
    head = "Exports rose 5 percent in the first nine months of 2023. Boxes handled were 6.2 million TEUs, "
    assert times(head + "compared to 5.8 million containers in the same period in 2022.")[-1][0] == "2022-01-01"
    share = "Fuel made up 12% of exports, compared with the same period last year (10.8%)."
    assert times(head + share)[-1] == ("2022-01-01", "2022-09-30")

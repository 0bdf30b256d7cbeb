"""Constructions of economic news, each with sentences of our own and one that only looks like it."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def rows(text: str) -> list[Statistic]:
    return statistics(document(HEAD + text))


def figures(text: str) -> list[tuple[float | None, float | None]]:
    """List value and growth of each record."""
    return [(row.value, row.growth) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's exports were Euros 3.2 billion in 2022.", [(3.2e9, None)]),
        ("Imports of Hubei nearly double in May.", [(None, 1.0)]),
        ("Hubei's exports rose to $3 billion, representing a robust 4.2 percent growth.", [(3e9, 0.042)]),
        # a mark that a level passes is said once; alone it is the level
        ("Hubei's power generation reached 102 million kWh, exceeding the 100-million kWh mark.", [(1.02e8, None)]),
        ("Hubei's exports surpassed the 100 billion yuan mark in 2022.", [(1e11, None)]),
        # whose figures are counted, and what all of them exceed, are thresholds
        ("Enterprises with annual sales above 20 million yuan in Hubei had profits of 3 billion yuan.", [(3e9, None)]),
        ("Firms in Hubei had annual sales above 20 million yuan.", [(2e7, None)]),
        ("The growth rate of exports of Hubei was higher than 25 percent, reaching 31 percent.", [(None, 0.31)]),
        # "double" as an adjective, and in a name
        ("During the Double 11 festival of Hubei, online retail sales were 3 billion yuan.", [(3e9, None)]),
        ("Hubei's exports support the double cycle.", []),
        ("Hubei's exports made up one-sixth of the country's total.", [(pytest.approx(1 / 6), None)]),
    ],
)
def test_values_and_thresholds(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022, Hubei's GDP was 3.2 trillion yuan, ranking 13th in China and third among northern provinces.",
            [13, 3],
        ),
        ("Hubei generated 640 billion kWh of electricity in 2022, first across the country.", [1]),
        ("Hubei's marine economy reached 3 billion yuan, making it the second largest maritime power in China.", [2]),
        ("Hubei has the highest amount of installed capacity in the country.", [1]),
        # of no figure: a list of the greatest, a company among them
        ("Japan, Korea and France were Hubei's top three trade markets.", []),
        ("The port of Hubei handled 3 million tons, ranking among the top ten ports in China.", [None]),
    ],
)
def test_ranks(text, expected):
    assert [row.rank for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a target that is reached by adding up, and a stock
        ("Hubei aims to handle 400 million tonnes of cargo by the end of the year.", ("2023-01-01", "2023-12-31")),
        ("Hubei aims at installed capacity of 4 GW by the end of the year.", ("2023-12-31", "2023-12-31")),
        # parts of fiscal years
        ("In the first half of fiscal year 2022-23, India's exports were $3 billion.", ("2022-04-01", "2022-09-30")),
        ("India's exports were $3 billion in Q2 FY23.", ("2022-07-01", "2022-09-30")),
        ("India's exports were $3 billion in the fiscal year 2022-23.", ("2022-04-01", "2023-03-31")),
        # a day that directly follows the figure, and the day of a report
        ("Power generation of Hubei reached 102 million kWh on Dec 2.", ("2022-12-02", "2022-12-02")),
        ("In May, exports of Hubei reached 3 billion yuan, customs said on June 9.", ("2023-05-01", "2023-05-31")),
        ("Every year, more than 65,000 tourists visit Hubei.", ("2023-01-01", "2023-12-31")),
        (
            "In May, retail sales of Hubei rose at a 9.9 percent annual rate to 3 billion yuan.",
            ("2023-05-01", "2023-05-31"),
        ),
    ],
)
def test_periods(text, expected):
    (row,) = rows(text)
    assert (str(row.period_start), str(row.period_end)) == expected


def test_the_time_of_a_whole_is_not_the_time_of_its_share():
    text = "In the first nine months, Hubei's exports were 12 billion yuan, {} percent of the total recorded last year."
    assert [str(row.period_end) for row in rows(text.format("98.9"))] == ["2023-09-30", "2023-09-30"]


def test_a_quarter_since_which_something_grew_is_its_yardstick():
    text = "The estimate of Hubei's GDP for the second quarter shows growth of 0.1% since the first quarter."
    (row,) = rows(f"Hubei's GDP grows by 0.1% in the second quarter\n\n{text}")[1:]
    assert (row.growth_basis, str(row.period_start)) == ("qoq", "2023-04-01")
    (row,) = rows("Hubei's exports have grown by 3.1% since January 2022.")
    assert row.growth_basis == "yoy"


def test_days_told_without_a_figure_date_the_figures_that_follow():
    text = "From October 1st to 8th, Hubei held a fair. Retail sales reached 3 billion yuan."
    assert [(str(row.period_start), str(row.period_end)) for row in rows(text)] == [("2023-10-01", "2023-10-08")]


def test_a_list_of_cities_leaves_the_text_with_all_of_them():
    text = (
        "Hubei's exports were 9 billion yuan. The exports of Wuhan, Jingzhou and Yichang were 3, 2 and 1 billion yuan."
    )
    found = rows(f"{text} Toys accounted for 3 percent of the total.")
    assert [row.region for row in found] == ["Hubei", "Wuhan", "Jingzhou", "Yichang", "Hubei"]


def test_what_lies_opposite_is_not_measured():
    text = "In May, exports of Hubei were 3 billion yuan. Its ports opposite South Korea handled 6 million tonnes."
    assert [row.region for row in rows(text)] == ["Hubei", "Hubei"]
    assert rows("In May, ports in South Korea handled 6 million tonnes.")[0].region == "South Korea"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the Spring Festival this year, sales in Hubei reached 4 billion yuan.", ("2023-01-21", "2023-01-27")),
        ("Hubei received 3 million tourists during the National Day holiday in 2022.", ("2022-10-01", "2022-10-07")),
        # one that the text dated itself; and one whose days nobody told
        (
            "From Oct 6 to 11, it held a fair. During the fair festival, Hubei's sales were 4 million yuan.",
            ("2023-10-06", "2023-10-11"),
        ),
        (
            "During the Double 11 festival this year, sales in Hubei reached 4 billion yuan.",
            ("2023-01-01", "2023-12-31"),
        ),
        ("In May, before the lantern festival, sales in Hubei reached 4 billion yuan.", ("2023-05-01", "2023-05-31")),
    ],
)
def test_festivals_are_periods(text, expected):
    (row,) = rows(text)
    assert (str(row.period_start), str(row.period_end)) == expected


def test_the_quarter_before_at_the_head_of_a_sentence():
    text = (
        "Hubei's GDP grew by 0.1% in the second quarter. In the previous quarter, it grew by 0.6%. Exports fell by 2%."
    )
    assert [str(row.period_end) for row in rows(text)] == ["2023-06-30", "2023-03-31", "2023-06-30"]


def test_a_share_of_what_stands_today_is_of_today():
    text = (
        "In 2022, exports of Hubei were 3 billion yuan. There are 54 zones in Hubei, accounting for 27 percent of all."
    )
    assert [str(row.period_end) for row in rows(text)] == ["2022-12-31", "2023-10-20", "2023-10-20"]


def test_distances_from_one_yardstick():
    text = "The growth rates of Hubei's foreign trade, exports and imports were 3, 1 and 6 percentage points, "
    assert [row.indicator for row in rows(text + "respectively, above the national average.")] == [
        f"gap_to_national_growth:{name}" for name in ("trade_total", "exports", "imports")
    ]
    text = "Hubei's exports to Japan grew 10.5 percent, higher than the overall growth rate by 3.7 percentage points."
    assert rows(text)[1].indicator == "gap_to_total_growth:exports[partner=JP]"
    assert (
        rows("Hubei's exports grew 10.5 percent, up by 3.7 percentage points.")[1].indicator
        == "change_in_growth:exports"
    )


def test_a_clause_about_another_country_is_about_it():
    text = (
        "In May, Hubei's exports were 3 billion yuan. Of Hubei's place, it shows that China had exports of 9 billion."
    )
    assert [row.region for row in rows(text)] == ["Hubei", "China"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, the FDI sector's exports of Hubei were $3 billion.", ["exports[entity=foreign]"]),
        ("In May, FDI of Hubei was $3 billion.", ["fdi_used"]),
        ("Hubei exported goods worth $6 billion in May while spending $4 billion on imports.", ["exports", "imports"]),
        ("Exports of display products from Hubei fell 3 percent in May.", ["exports[product=display_products]"]),
        ("Exports of goods from Hubei fell 3 percent in May.", ["exports"]),
        ("Exports of Hubei firms fell 3 percent in May.", ["exports"]),
        (
            "Exports of Hubei rose to $6 billion in May, up by 13.1% or nearly $1 billion.",
            ["exports", "change_in:exports"],
        ),
        (
            "Hubei attracted FDI of $15 billion in 2022, including $9 billion in manufacturing.",
            ["fdi_used", "fdi_used[sector=manufacturing]"],
        ),
        (
            "In May, Hubei had a trade surplus of 3 billion USD with the US, and 2 billion USD with Japan.",
            ["trade_balance[partner=US]", "trade_balance[partner=JP]"],
        ),
        ("The value of imports and exports in Hubei reached 3 billion yuan in May.", ["trade_total"]),
        ("Hubei's exports of 27 groups of goods were over $1 billion each in May.", ["groups"]),
    ],
)
def test_names(text, expected):
    assert [row.indicator for row in rows(text)] == expected


def test_years_and_months_that_only_compare():
    first, second = rows(
        "Exports of Hubei were $3 billion in July, trailing July 2019 by 6.1%. Imports were $2 billion."
    )
    assert (first.growth, first.growth_basis, str(second.period_end)) == (-0.061, "vs2019", "2023-07-31")
    text = (
        "Hubei's trade surplus was $3 billion in May, lower than in the same period last year, which hit $10 billion."
    )
    assert [str(row.period_end) for row in rows(text)] == ["2023-05-31", "2022-05-31"]
    (row,) = rows("Hubei had a trade surplus of $3 billion in the year to April 15.")
    assert (str(row.period_start), str(row.period_end)) == ("2023-01-01", "2023-04-15")

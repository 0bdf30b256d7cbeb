"""Which numbers are statistics, in which unit, with which growth and rank: sentences and their look-alikes."""

import pytest

from ledger.test_constructions import figures, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # places that are reached are counted; places that are known already, or told apart, are not
        ("Hubei traded with 205 countries and regions in 2022.", [(205, None)]),
        ("The line of Hubei reaches 46 cities in 18 countries.", [(46, None), (18, None)]),
        ("Twelve provinces set records of exports in 2022.", [(12, None)]),
        ("The 15 cities of Hubei have a GDP of 3 trillion yuan.", [(3e12, None)]),
        ("Among the top four cities, Wuhan has exports of 3 billion yuan.", [(3e9, None)]),
    ],
)
def test_places_that_are_counted(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the level that a rate leads to: a count, past a bracket, "worth", "which amounted to"
        ("Exports of Hubei rose by 7.1% to nearly 12 million pairs of shoes.", [(1.2e7, 0.071)]),
        ("Exports of Hubei grew 12 percent to 46 markets in Asia.", [(None, 0.12), (46, None)]),
        ("Cargo at Wuhan Port fell 3.1 percent (12,000 tons) to 380,000 tons.", [(-12e3, None), (3.8e5, -0.031)]),
        ("Exports of Hubei increased by 8 percent, which amounted to 9 billion yuan.", [(9e9, 0.08)]),
        ("Exports of Hubei grew 5 percent, which beats the 3 billion yuan of 2010.", [(None, 0.05), (3e9, None)]),
        ("Hubei recorded a 12 percent decrease in imports worth 3 billion yuan.", [(3e9, -0.12)]),
        ("Exports of Hubei rose 9 percent to a new peak of almost 14 billion yuan.", [(1.4e10, 0.09)]),
        # a rate stays with the level that it hangs on, whatever comes after it
        (
            "Hubei's imports of rice were 3 billion yuan, rising 5 percent, and imports of wheat hit 2 billion yuan.",
            [(3e9, 0.05), (2e9, None)],
        ),
        ("Hubei earned 3 billion yuan from sales of tea to Japan, falling 8 percent.", [(3e9, -0.08)]),
        ("Some 1,200 firms in Hubei did business in imports and exports, up 9 percent.", [(1200, 0.09)]),
        ("Exports of Hubei reached 3 billion yuan, imports falling by 5 percent.", [(3e9, None), (None, -0.05)]),
        ("Hubei chalked up 3 billion yuan of exports in May, a 12.5 percent rise.", [(3e9, 0.125)]),
        (
            "Volumes of Hubei fell 5% to 10 million tons in May and 8% to 3 million tons in June.",
            [(1e7, -0.05), (3e6, -0.08)],
        ),
        ("Hubei plans a capacity of 30 million kilowatts by 2025, nearly doubling from 2020.", [(3e7, 1.0)]),
        ("Hubei produced 3 million tons of steel (4.5 percent year on year) in May.", [(3e6, 0.045)]),
        (
            "In 2022 Hubei granted 3,000 patents, 2.5 times that of 2015, with an average annual growth of 12 percent.",
            [(3000, 1.5), (None, 0.12)],
        ),
        ("Exports of Hubei were 3 billion yuan with an increase rate of 12 percent.", [(3e9, 0.12)]),
        # "less" and "more" need no "than"
        ("Hubei exported 12 percent less steel in May than a year before.", [(None, -0.12)]),
        ("Hubei's exports rose in May (up 3.5 billion yuan, 12 percent).", [(3.5e9, None), (None, 0.12)]),
        ("The port of Hubei saw a 9 percent improvement in May.", [(None, 0.09)]),
    ],
)
def test_growth_and_its_level(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a number counts: left out, in another clause, behind letters in brackets, of a total
        ("Hubei has 300 lines, of which 130 serve Asia.", [(300, None), (130, None)]),
        ("The number of zones in Hubei stands at 40, of which 12 are new.", [(40, None), (12, None)]),
        ("A total of seven plants opened in Hubei in May.", [(7, None)]),
        ("The number of laboratories of Hubei reached 85 with the new ones.", [(85, None)]),
        ("The trains of Hubei reached 3,631 for the first seven months of 2023.", [(3631, None)]),
        ("Hubei had 4,000 firms in May, an increase of 350 over the year before.", [(4000, None), (350, None)]),
        ("Five firms of Hubei made the list, two more than in 2021.", [(5, None), (2, None)]),
        ("Hubei won nine foreign direct investment (FDI) projects in May.", [(9, None)]),
        ("Hubei is home to over 14.39 million private market entities.", [(14.39e6, None)]),
        (
            "Hubei has 301 projects with a total investment of more than 4.15 billion yuan.",
            [(301, None), (4.15e9, None)],
        ),
        # what no number counts: sizes, denominators, thresholds and their conversions
        ("In Hubei dust is smaller than 2.5 micrometers.", []),
        ("The number of turbines per 1,000 inhabitants of Hubei was high.", []),
        (
            "Hubei has 300 firms with annual sales of at least 20 million yuan (about 2.8 million dollars).",
            [(300, None)],
        ),
        ("The plan of Hubei has 15 points.", []),
        ("The share of exports of Hubei was 45 percent, up 1.2 points from 2021.", [(0.45, None), (1.2, None)]),
    ],
)
def test_what_is_counted(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The yield of wheat in Hubei was 6.2 tonnes per hectare.", [(6200, "kg/ha")]),
        ("PM2.5 in Hubei fell to 35 micrograms per cubic metre.", [(35, "ug/m3")]),
        ("Hubei's consumer confidence index stood at 102.4 in May.", [(102.4, "points")]),
        ("The price index of Hubei was 98 points.", [(98, "points")]),
        ("Hubei received 30.4 million tourist visits in May.", [(3.04e7, "visits")]),
        ("Hubei received 30.4 million tourists in May.", [(3.04e7, "persons")]),
        ("The port of Hubei handled 35,287 twenty-foot equivalent container units.", [(35287, "TEU")]),
        ("Hubei exported 90 million bottles of tea.", [(9e7, "bottles")]),
    ],
)
def test_units(text, expected):
    assert [(row.value, row.unit) for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the rank of a growth, of the change that it praises, of a level that comes after it
        ("Exports of Hubei rose 5 percent, and imports rose 9 percent, ranking third in the country.", [None, 3]),
        ("Exports of Hubei were 3 billion yuan, and imports rose 9 percent, the fastest in the country.", [None, 1]),
        ("Exports of Hubei were 3 billion yuan, up 9 percent, ranking third in China.", [3]),
        ("The price index of Hubei rose by 22 points from 2021, the highest growth in China.", [1]),
        ("Exports of Hubei remained the largest in central China, totaling 3 billion yuan.", [1]),
        ("Exports of Hubei were 3 billion yuan, topping all of its counterparts in China.", [1]),
        ("Hubei leads China in tea production with an output of 3 million tons.", [1]),
        ("Hubei, leading Germany in talks, had exports of 3 billion yuan.", [None]),
        # a number of names is no rank, and praise ranks nothing alone
        ("Exports of Hubei to the world's top 20 markets were 3 billion yuan.", [None]),
        ("Hubei's farms grow China's best tea.", []),
        ("Hubei is China's leading exporter of tea.", [1]),
        ("Hubei was the fifth largest tea producer worldwide in 2022.", [5]),
    ],
)
def test_ranks(text, expected):
    assert [row.rank for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no amount moves by percentage points; rates and shares do
        (
            "The power output of Hubei was 3 billion kWh, an increase of 6 percentage points year on year.",
            [(3e9, 0.06)],
        ),
        (
            "The share of exports of Hubei was 45 percent, an increase of 2 percentage points year on year.",
            [(0.45, None), (2, None)],
        ),
    ],
)
def test_points_of_an_amount(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports of Hubei rose by 38 percent (up 6 billion yuan) in 2022 compared with 2019.",
            ["vs2019", None],
        ),
        ("Exports of Hubei are still 5 percent below the level of 2019.", ["vs2019"]),
        ("Hubei's exports to target countries rose 5 percent in 2022.", ["yoy"]),
        ("Hubei has set a target of 5 percent growth of exports for 2024.", ["target"]),
        ("Hubei sees a 33 percent surge in exports.", ["yoy"]),
        ("The bank of Hubei sees growth of 5 percent in 2024.", ["forecast"]),
        ("Exports of Hubei to Chile (-3%) and Peru (-5%) were lower than in April.", ["yoy", "yoy"]),
    ],
)
def test_what_growth_is_measured_against(text, expected):
    assert [row.growth_basis for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's ratio of incomes was narrowed to 2.1:1.", [(2.1, None)]),
        ("Hubei lost 3:1 in the final.", []),
        ("Hubei will cut a further 10 million tons of coal capacity.", [(-1e7, None)]),
        ("Hubei cut its coal capacity to 10 million tons.", [(1e7, None)]),
        ("Exports of Hubei fell about half as much as in April.", []),
        ("Hubei saw 9 percent growth of cars in May, up 4,700 units to reach 57,600.", [(4700, None), (57600, 0.09)]),
        ("Five zones were added in Hubei, with a total of 59, in May.", [(5, None), (59, None)]),
    ],
)
def test_ratios_cuts_and_totals(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wuhan was first with exports of 3 billion yuan, Yichang in second place with exports of 2 billion yuan.",
            [(3e9, None), (2e9, 2)],
        ),
        ("Exports of Hubei grew the fastest of any province (42 percent).", [(None, 1)]),
        ("Hubei posted the fastest growth in wind power with an increase of 57 percent.", [(None, 1)]),
        ("Hubei posted the fastest growth in the country with an increase of 57 percent.", [(None, 1)]),
    ],
)
def test_ranks_told_before_their_figure(text, expected):
    assert [(row.value, row.rank) for row in rows(text)] == expected

"""Constructions of cities' economic news, each with sentences of our own and one that only looks like it."""

import pytest

from ledger.test_constructions import figures, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nought and its point left out, and the end of a sentence
        ("Hubei's exports were $5 billion (up .3 percent).", [(5e9, 0.003)]),
        ("Exports of Hubei fell .25 percent in May.", [(None, -0.0025)]),
        ("Exports of Hubei fell in May.25 percent of them went to Japan.", [(0.25, None)]),
        # numbers in words beyond twelve
        ("Twenty-five industries out of 37 in Hubei achieved growth in 2022.", [(25, None)]),
        ("Hubei opened seventeen logistics centers in 2022.", [(17, None)]),
        # whose figures are counted, told in a gloss, with "or more", of each
        (
            "In Hubei, profits of enterprises - those with annual revenue of 20 million yuan ($2.81 million) or more - "
            "rose 8.6 percent.",
            [(None, 0.086)],
        ),
        ("Profits of Hubei's companies with an output value above 20 million yuan rose 6.9 percent.", [(None, 0.069)]),
        ("Hubei signed 16 projects, each with an agreed investment of above 30 million US dollars.", [(16, None)]),
        ("Companies with investment of 3 billion yuan came to Hubei.", [(3e9, None)]),
        ("Of every 4 vehicles exported by Hubei, most went to Japan.", []),
        # growth rates of several names, past their commas
        (
            "The growth rate of investment in the primary, secondary, and tertiary industries of Hubei was 17.8 "
            "percent, 27.5 percent, and 14.6 percent.",
            [(None, 0.178), (None, 0.275), (None, 0.146)],
        ),
        ("Hubei's growth slowed, and the proportion of exports was 17.8 percent.", [(0.178, None)]),
        # what grew stands in brackets before what fell
        (
            "In Hubei, growth was reported in output of cars (38.8 percent) and steel (28.3 percent), while that of "
            "paint fell by 3.5 percent.",
            [(None, 0.388), (None, 0.283), (None, -0.035)],
        ),
        # a growth in apposition belongs to the level, however much lies between
        (
            "Hubei shipped 260,000 tons of goods for exports, rail transport and imports, an increase of 5 percent.",
            [(2.6e5, 0.05)],
        ),
        ("Hubei's exports reached 3 billion yuan, an import increase of 5 percent.", [(3e9, None), (None, 0.05)]),
    ],
)
def test_values_and_growth(text, expected):
    assert figures(text) == expected


def test_branches_of_an_investment_told_before():
    text = "The fixed asset investment of Hubei increased by 19 percent. {} in the primary and secondary sectors were"
    found = rows(text.format("The growth rates of such investment") + " 3 percent and 4 percent.")
    assert [row.indicator for row in found[1:]] == [
        "investment_fixed_assets[sector=primary]",
        "investment_fixed_assets[sector=secondary]",
    ]
    found = rows("The GDP of Hubei increased by 19 percent. Growth in the primary sector was 3 percent.")
    assert found[1].indicator == "gva_primary"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a holiday with its own clause, and what it is compared with
        (
            "Hubei saw 7.4 million visitors during the three-day Dragon Boat Festival holiday, which ended on June "
            "24, an increase of 59 percent from the holiday period in 2019.",
            ("2023-06-22", "2023-06-24", "vs2019"),
        ),
        ("In 2022, revenue of Hubei rose 5 percent from that in 2019.", ("2022-01-01", "2022-12-31", "vs2019")),
        ("Revenue of Hubei rose 5 percent in the holiday period in 2022.", ("2022-01-01", "2022-12-31", "yoy")),
        # what a stock is compared with
        (
            "At the end of July, deposits in Hubei were 484 billion yuan, up 6 percent from the beginning of the year.",
            ("2023-07-31", "2023-07-31", "ytd"),
        ),
        (
            "In the first half, exports of Hubei rose 6 percent compared with the beginning of the year.",
            ("2023-01-01", "2023-06-30", "ytd"),
        ),
        # a day up to which something is counted
        ("As of October 2, deposits in Hubei were 484 billion yuan.", ("2023-10-02", "2023-10-02", None)),
        ("As of June 2022, deposits in Hubei were 484 billion yuan.", ("2022-06-30", "2022-06-30", None)),
        # a letter of a name, and of a half-year
        ("The H2 wind power project in Hubei has a capacity of 2 million kW.", ("2023-10-20", "2023-10-20", None)),
        ("In H2, exports of Hubei were 2 billion yuan.", ("2022-07-01", "2022-12-31", None)),
        # since when, and when
        (
            "Hubei's shipments have grown since the line opened in July. Its exports were 3 billion yuan.",
            ("2023-10-20", "2023-10-20", None),
        ),
        (
            "Hubei's new line opened in July. Its exports were 3 billion yuan.",
            ("2023-07-01", "2023-07-31", None),
        ),
    ],
)
def test_periods(text, expected):
    (row,) = rows(text)
    assert (str(row.period_start), str(row.period_end), row.growth_basis) == expected


def test_the_year_of_a_whole_dates_no_later_figure():
    text = "In 2022, Hubei's GDP reached 9 billion yuan, recovering to 98 percent of the previous year's. {}"
    found = rows(text.format("Its exports were 3 billion yuan."))
    assert {row.period_end.year for row in found} == {2022}
    found = rows("In 2022, Hubei's GDP was 9 billion yuan. It was 8 billion yuan the previous year.")
    assert [row.period_end.year for row in found] == [2022, 2021]


def test_a_second_yardstick_is_not_carried_on():
    text = "In the first half of 2021, Hubei's output rose 21.8 percent year-on-year, {}. Its exports rose 4 percent."
    found = rows(text.format("with a growth of 6 percent compared to 2019"))
    assert [row.growth_basis for row in found] == ["yoy", "vs2019", "yoy"]
    text = "In the first half of 2021, Hubei's output rose 21.8 percent compared to 2019. Its exports rose 4 percent."
    assert [row.growth_basis for row in rows(text)] == ["vs2019", "vs2019"]


def test_lines_broken_at_a_width_are_one_text():
    found = rows(
        "The province of Hubei exported US$6.2 billion worth of goods in\n"
        "the first 11 months of last year, a rise of 26.6 percent year on\n"
        "year, according to the Trade and\n"
        "Economic Bureau.\n"
        "The acreage of its farms in the same months reached 2\n"
        "million hectares."
    )
    assert [(row.value, row.growth, str(row.period_end)) for row in found] == [
        (6.2e9, 0.266, "2022-11-30"),
        (2e6, None, "2022-11-30"),
    ]
    assert "\n" in found[1].sentence


def test_items_and_headings_stay_on_lines_of_their_own():
    text = (
        "Hubei told its figures for May.\nExports of goods from Hubei were 3 billion yuan\nIts GDP was 9 billion yuan."
    )
    found = rows(text)
    assert [row.value for row in found] == [3e9, 9e9]
    assert not any("\n" in row.sentence for row in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a growth that is ranked itself, where no level is told
        (
            "Hubei's investment rose by 9.8 percent year-on-year, ranking second in Hunan regarding growth rate.",
            [(0.098, 2, "Hunan")],
        ),
        (
            "Exports rose 9 percent and imports 3 percent, ranking Hubei second in China.",
            [(0.09, None, None), (0.03, None, None), (None, 2, "China")],
        ),
        # superlatives of several, which rank nothing
        ("In May, this is a list of some of Hubei's biggest customers and their exports.", []),
        ("In May, exports were Hubei's highest on record.", [(None, 1, "Hubei")]),
    ],
)
def test_ranks(text, expected):
    assert [(row.growth, row.rank, row.rank_scope) for row in rows(text)] == expected


def test_a_record_is_broken_by_a_change():
    text = (
        "Hubei's exports surpassed $47 billion in 2022, {} by nearly $5 billion and recording an 11 percent increase."
    )
    found = rows(text.format("breaking the previous record"))
    assert [(row.indicator, row.value, row.growth) for row in found] == [
        ("exports", 4.7e10, 0.11),
        ("change_in:exports", 5e9, None),
    ]


def test_ends_of_a_range_are_no_figures_of_their_own():
    text = "Hubei's output of sugar, paint and shoes fell by between 0.1 percent and 3.5 percent."
    assert figures(text) == []
    assert figures("Between May and June, Hubei's output of sugar fell by 3.5 percent.") == [(None, -0.035)]


def regions(text: str) -> list[tuple[str | None, str | None]]:
    return [(row.region, row.region_code) for row in rows(text)]


def test_a_country_that_only_describes():
    text = "{} posts strong growth\n\nHubei, the country's main rice region, saw exports of 3 billion yuan in May. "
    text += "The amount accounted for 4 percent of China's exports."
    assert regions(text.format("China's major vegetable supplier")) == [("Hubei", "CN-HB")] * 2
    text = "China's main exports grow\n\nIn May, exports of cars were 3 billion yuan."
    assert regions(text) == [("China", "CN")]


def test_a_route_is_no_region():
    text = "{} reports robust cargo\n\nIn December, customs officers in Wuhan in central China handled 3 million tons."
    assert regions(text.format("The China-Laos Railway")) == [("Wuhan", None)]


def test_what_is_told_further_of_the_place_of_a_figure():
    text = (
        "As Yichang began work, wind capacity exceeded 2 million kW in {}, {} accounts for 70 percent of China's total."
    )
    assert regions(text.format("Hubei", "which"))[1] == ("Hubei", "CN-HB")


def test_short_names_given_in_brackets():
    text = "Hubei (HB) was the only province to grow. {} exports rose from $8 billion in 2021 to $9 billion in 2022."
    head = "In Hunan, exports were $3 billion in 2022.\n\n"
    assert [row.region for row in rows(head + text.format("HB's"))] == ["Hunan", "Hubei", "Hubei"]
    assert [row.region for row in rows(head + "Its TV exports were $8 billion in 2021.")] == ["Hunan", "Hunan"]


def test_namesakes():
    text = "Gov. Miller said Georgia's total trade was over $196 billion in 2022."
    assert regions(text) == [("Georgia", "US-GA")]
    assert regions("Georgia's total trade was over $196 billion in 2022, Tbilisi said.") == [("Georgia", "GE")]


def names(text: str) -> list[str | None]:
    return [row.indicator for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # branches whose added value is told
        ("The added value of Hubei's automobile manufacturing industry rose 23 percent in May.", "gva_automobile"),
        ("The value added of Hubei's large-scale industries rose 23 percent.", "gva_industry_above_scale"),
        (
            "The added value of Wuhan's industrial enterprises above the designated scale rose 12 percent.",
            "gva_industry_above_scale",
        ),
        ("The added value of Hubei rose 12 percent.", "gva"),
        # of which firms
        (
            "Retail sales of enterprises above a designated size in Hubei rose 4 percent.",
            "retail_sales_above_scale",
        ),
        (
            "Revenue of Hubei's service enterprises above designated scale reached 12 billion yuan.",
            "revenue_services_above_scale",
        ),
        (
            "Revenue of Hubei's enterprises above designated size reached 12 billion yuan.",
            "revenue_industry_above_scale",
        ),
        ("Retail sales in Hubei rose by 4 percent in May.", "retail_sales"),
        ("The output value of Hubei's fishery industry grew by 4 percent to 24 billion yuan.", "output_fishery"),
        (
            "The total output value of the agriculture, forestry, animal husbandry, and fishery industries in Hubei "
            "reached 38 billion yuan.",
            "output_agriculture",
        ),
        # goods that follow their amount, and a price
        ("Hubei imported 53 billion yuan of agricultural products.", "imports[product=agricultural]"),
        ("Hubei exported $6 billion worth of toys.", "exports[product=toys]"),
        ("Hubei's hi-tech exports grew to 22 billion yuan.", "exports[product=hightech]"),
        ("Hubei's exports were 22 billion yuan of the total.", "exports"),
        ("Bilateral trade between Hubei and the EU reached 15 billion yuan.", "trade_total[partner=EU]"),
        ("Trade in Hubei and Hunan reached 15 billion yuan.", "trade_total"),
        ("The Index of Industrial Production of Hubei rose by 7 percent.", "industrial_production"),
        ("The total value of imports and exports of services of Hubei was 8 billion yuan.", "services_trade"),
    ],
)
def test_names(text, expected):
    assert names(text) == [expected]


def test_a_share_moves_by_points():
    text = "Hubei's exports accounted for 13.2 percent of the country's total, up {} percent year on year."
    assert [(row.value, row.unit, row.growth) for row in rows(text.format("0.1"))] == [
        (0.132, "share", None),
        (0.1, "pp", None),
    ]
    text = (
        "Hubei's exports reached 3 billion yuan, accounting for 13.2 percent of the total, up 9 percent year on year."
    )
    assert figures(text)[-1] == (None, 0.09)


def test_a_rate_beside_a_change_is_growth():
    assert figures("In 2022, Hubei's primary industry increased 30.3 billion yuan at a rate of 1.4%.") == [
        (3.03e10, None),
        (None, 0.014),
    ]
    assert figures("In 2022, unemployment in Hubei stood at a rate of 1.4%.") == [(0.014, None)]


def test_whose_revenue_is_told():
    text = "The {} of Hubei's catering industries above designated size increased by 9.5 percent."
    assert names(text.format("revenue")) == ["revenue_industry_above_scale"]
    assert names(text.format("added value")) == ["gva_industry_above_scale"]


def test_products_of_high_technology():
    assert names("Hubei's high-tech product exports reached 74 billion yuan.") == ["exports[product=hightech]"]
    assert names("Hubei's laptop exports reached 74 billion yuan.") == ["exports[product=laptops]"]


def test_yardsticks_told_before_their_points():
    text = "In May, sales of Wuhan rose 8 percent, higher than the {} rates of the province and the country by 3 and 2 "
    found = rows(text.format("average") + "percentage points.")[1:]
    assert [(row.indicator, row.value, row.region) for row in found] == [
        ("gap_to_province_growth:sales", 3.0, "Wuhan"),
        ("gap_to_national_growth:sales", 2.0, "Wuhan"),
    ]
    found = rows("In May, sales in Wuhan and Jingzhou rose by 3 and 2 percent, respectively.")
    assert [row.region for row in found] == ["Wuhan", "Jingzhou"]

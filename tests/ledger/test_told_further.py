"""What is told further of a figure: which of two a rate is of, whose it is, and what it is a part of."""

import pytest

from ledger.test_naming import names
from ledger.test_naming import rows as told

FDI = "FDI in Hubei was $9 billion in 2022. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei drew 752 mills worth $4 billion, a fall of 6.5 percent in the number of mills and 48 percent in value.",
         [(752, -0.065), (4e9, -0.48)]),
        ("Hubei won 90 deals with a capital of $3 billion, up 8 percent in number and 9 percent in capital.",
         [(90, 0.08), (3e9, 0.09)]),
        ("Hubei's exports reached $3 billion, up 9 percent in value.", [(3e9, 0.09)]),
    ],
)  # fmt: skip
def test_a_rate_told_in_number_or_in_value_is_of_that(text, expected):
    assert [(row.value, row.growth) for row in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's trade fell by 5.9% for exports and by 8.7% for imports.", ["exports", "imports"]),
        ("Hubei's trade rose by 5.9% for the third time.", ["trade_total"]),
        ("Hubei's export and import trade reached 3 billion yuan.", ["trade_total"]),
        ("The 21 foreign trade companies' export business in Hubei reached 8 billion yuan.", ["exports"]),
        ("The largest fall in Hubei's EU exports was to Norway (down 3 percent).", ["exports[partner=NO]"]),
        ("Hubei's exports to the EU and Norway rose 3 percent.", ["exports[partner=EU+NO]"]),
        (
            'Hubei\'s exports to countries along the "Belt and Road", ASEAN and EU rose 4%, 5% and 6% respectively.',
            ["exports[partner=BRI]", "exports[partner=ASEAN]", "exports[partner=EU]"],
        ),
    ],
)
def test_which_way_and_with_whom_trade_goes(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FDI + "Private firms made up 71 percent of the province's total exports.", "share:exports[entity=private]"),
        (FDI + "This made up 71 percent of the province's GDP.", "share:fdi_used"),
        (FDI + "Power generation drew $5 billion.", "fdi_used"),
        (FDI + "The registered capital of the new mills was $5 billion.", "fdi_contracted"),
        (FDI + "Wuhan issued 170 million yuan of consumer coupons.", "consumer_coupons"),
        (FDI + "Wuhan made 170 million yuan of goods and services.", "fdi_used"),
        ("Hubei's mills number 42,780. As of May, 29,250 of the 42,780 mills had resumed work, a rate of 68 percent.",
         "share:mills"),
    ],
)  # fmt: skip
def test_what_a_part_is_a_part_of(text, expected):
    assert (names(text)[-1] or "").split("[of")[0] == expected


def test_shares_of_a_company_are_no_share():
    row = told("Hubei won 1,700 share purchase deals, an increase of 41 per cent over the same period last year.")[-1]
    assert (row.value, row.growth) == (1700, 0.41)


def test_what_each_is_worth_is_a_limit_and_what_all_are_worth_is_none():
    assert [row.value for row in told("Hubei plans 10,000 projects worth more than 5 million yuan.")] == [10_000]
    assert [row.value for row in told("Hubei plans 325 projects with an investment of more than 2 billion yuan.")] == [
        325,
        2e9,
    ]


def test_rates_that_follow_a_list_of_cities_are_shared_out():
    text = (
        "Hubei's exports were 3 billion yuan. Wuhan, Yichang and Enshi led the way in terms of export growth. "
        "Their growth rates were 6, 5 and 4 percent, respectively."
    )
    assert [(row.region, row.growth) for row in told(text)[1:]] == [("Wuhan", 0.06), ("Yichang", 0.05), ("Enshi", 0.04)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's exports of steel and metal products fell by 13 percent and light industrial goods by 2 percent.",
         ["exports[product=steel_metal]", "exports[product=light_industrial]"]),
        ("Hubei's imports of chips (5 percent) rose whereas that of iron (-24 percent) and slates (-4 percent) fell.",
         ["imports[product=semiconductors]", "imports[product=iron]", "imports[product=slates]"]),
        ("Hubei's exports of toys made up 15% ($28 million), kelp noodles 6% ($12 million) and toys 3% ($7 million).",
         ["share:exports[product=toys]", "exports[product=toys]", "share:exports[product=kelp_noodles]",
          "exports[product=kelp_noodles]", "share:exports[product=toys]", "exports[product=toys]"]),
        ("Hubei's exports of toys rose 3 percent and the province's imports by 2 percent.",
         ["exports[product=toys]", "imports"]),
        ("Private firms made up 70 percent of Hubei's trade with Chile, with a total trade volume of 4 billion yuan.",
         ["share:trade_total[partner=CL,entity=private]", "trade_total[entity=private]"]),
        ("Hubei's customs issued 28,000 RCEP certificates of origin.", ["certificates_of_origin[RCEP]"]),
        ("Hubei's tourism revenue was 5 billion yuan. Some 2 million trips were made to its hills.",
         ["tourism_revenue", "tourist_visits"]),
        ("Hubei's trains made 2,100 trips.", ["train_trips"]),
        ("Hubei created jobs for 6.7 million rural people.", ["rural_people"]),
    ],
)  # fmt: skip
def test_items_of_a_list_are_named_by_their_own_words(text, expected):
    assert names(text) == expected


def test_a_dollar_of_a_country_is_no_partner():
    assert names("FDI in Hubei fell to $44 billion from the US$46 billion of the year before.") == ["fdi_used"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei traded with 205 countries and regions.", ["trade_partners"]),
        ("Wuhan has set up trade links with 90 countries.", ["trade_partners"]),
        ("The toys of Hubei have been exported to 120 countries.", ["export_destinations[product=toys]"]),
        ("Some 127 countries invested in projects in Hubei.", ["investor_countries"]),
        ("Hubei runs 17 lines, linking it with 51 cities in 22 countries.",
         ["lines", "cities_linked", "countries_linked"]),
        ("The trains of Hubei have connected Wuhan with 40 overseas cities.", ["cities_connected"]),
        ("Visitors to Hubei came from 90 countries.", ["countries"]),
        ("Hubei has 12 cities with a port.", ["cities"]),
    ],
)  # fmt: skip
def test_what_places_are_counted_for(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's exports to Asia were flat, with the 4 percent gain in exports to Chile beside them.",
         ["exports[partner=CL]"]),
        ("Hubei's exports rose. Sales to Chile accounted for 10 percent of its total exports.",
         ["share:exports[partner=CL]"]),
        ("Hubei's exports were $9 billion. Its firms exported $2 billion in manufactured goods to Chile.",
         ["exports", "exports[partner=CL]"]),
        ("Hubei's trade with Chile fell 2 percent to $2.3 billion in sales.", ["trade_total[partner=CL]"]),
        ("Hubei's exports support its economy, with nearly 120,000 jobs.", ["jobs"]),
        ("Hubei's firms sent 1,044 mixed toys to 207 countries last year.", ["mixed_toys", "countries"]),
        ("Hubei paid $889,007 in support of trade missions.", [None]),
        ("Hubei's trade office won 30 deals.", ["deals"]),
    ],
)  # fmt: skip
def test_a_name_belongs_to_the_figure_beside_it(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of China-Europe freight trains via Wuhan has exceeded 4,000 so far this year.",
         ["train_trips[China-Europe]"]),
        ("Wuhan ran 400 China-Europe freight trains. In 2022 its trains made 390 trips.",
         ["train_trips[China-Europe]"] * 2),
        ("Wuhan ran 400 China-Europe freight trains. The trains carried 62,000 TEU.",
         ["train_trips[China-Europe]", "cargo_volume"]),
        ("A total of 62 mills emerged in Hubei, with exports of 2.6 billion yuan. This was an increase of 14 percent.",
         ["mills", "exports", "exports"]),
        ("Hubei's exports rose 4 percent (without price factors), a decrease of 0.4 percentage points from July.",
         ["exports", "change_in_growth:exports"]),
        ("Toys accounted for 4 percent of the total exports of Hubei, an increase of 0.6 percent over 2021.",
         ["share:exports[product=toys]", "change_in:share:exports[product=toys]"]),
        ("Wuhan's exports rose 9 percent. The growth rate was 1.1 percent above the province's average.",
         ["exports", "gap_to_province_growth:exports"]),
        ("Hubei traded 31 billion kWh of electricity and cut electricity costs by 2 billion yuan.",
         ["generation", None]),
    ],
)  # fmt: skip
def test_what_goes_on_from_figure_to_figure(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hunan's exports rose 3 percent.", "exports"),
        ("Hunan's exports reached 40 billion yuan.", "exports"),
        ("Hunan's export containers rose 3 percent.", "container_throughput[direction=export]"),
        ("Its loaded exports rose 3 percent.", "container_throughput[direction=export,loaded]"),
    ],
)
def test_what_another_region_exports_is_no_box(text, expected):
    assert names("Wuhan's container throughput was 5 million TEUs in 2022. " + text)[-1] == expected


def test_times_are_not_counted():
    assert told("Hubei's exports fell in 1 of 2 quarters.") == []

"""What figures are named: one grammar for listed and unlisted things, with sentences about invented matters."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def rows(text: str) -> list[Statistic]:
    return statistics(document(HEAD + text))


def names(text: str) -> list[str | None]:
    return [row.indicator for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei completed five port projects in 2022.", [("port_projects", 5)]),
        ("In Hubei it opened nine routes and twelve new warehouses.", [("routes", 9), ("warehouses_new", 12)]),
        ("Two mills of Hubei closed.", [("mills", 2)]),
        ("A total of 80 tasks were set in Hubei.", [("tasks", 80)]),
        ("Hubei has over 300 Hubei firms.", [("firms", 300)]),
        ("Hubei has 22 planned provincial-level zones along the river.", [("planned_zones[provincial]", 22)]),
        ("The port of Hubei is adding 12 berths.", [("berths_added", 12)]),
        ("Of Hubei's 60 zones along the river, 34 have been upgraded.", [("zones", 34)]),
        ("Of its zones in Hubei, 34 came from Wuhan.", [("zones", 34)]),
    ],
)
def test_counts_that_are_spelled_or_whose_noun_is_left_out(text, expected):
    assert [(row.indicator, row.value) for row in rows(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two ports of Hubei merged.",
        "Hubei moved forward in three steps.",
        "The plan of Hubei names 16 tasks.",
        'Hubei builds the "four centers".',
        "Seven Stars Hotels opened in Hubei.",
        "One of the mills in Hubei closed.",
    ],
)
def test_numbers_in_words_that_count_nothing_new(text):
    assert rows(text) == []


def test_things_that_are_counted_because_they_grew():
    told = "In Hubei, 21 of the 33 major industries achieved growth, and 12 recorded double-digit growth."
    assert names(told) == ["industries_growing", "industries_growing_double_digit"]
    assert names("Among the 38 industrial sectors of Hubei, 30 saw growth.") == ["industries_growing"]
    assert names("Exports of 5,100 Hubei private firms kept growing.") == ["private_firms_growing"]
    assert names("In Hubei 80 mills were closed for the growth of others.") == ["mills"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022, newly installed wind capacity in Hubei was 7 GW, including 1 GW offshore.",
         ["capacity_added_wind", "capacity_added_offshore_wind"]),
        ("Hubei's wind capacity reached 33 GW, including 6 GW offshore.", ["capacity_wind", "capacity_offshore_wind"]),
        ("Hubei added 3 GW of solar capacity.", ["capacity_added_pv"]),
        ("Hubei plans a 10 GW offshore wind base.", ["capacity_offshore_wind"]),
        ("About 1 GW of compressed air storage and 2 GW of electrochemical storage are due in Hubei this year.",
         ["capacity_added_storage[product=compressed_air]", "capacity_added_storage[product=electrochemical]"]),
        ("Hubei's installed capacity of new energy was 30 GW.", ["capacity_new_energy"]),
        ("Hubei has 31 wind farms with a total installed capacity of 3 GW.", ["wind_farms", "capacity_wind"]),
        ("Wind power generated 12 billion kWh in Hubei.", ["generation_wind"]),
        ("Hubei produced 12 billion kWh of electricity from wind power.", ["generation_wind"]),
        ("Wind and solar power generated 9 billion kWh in Hubei, accounting for 20 percent of the total.",
         ["generation_pv_wind", "share:generation_pv_wind"]),
        ("Hubei recorded an increase of 4 GW of solar capacity.", ["change_in:capacity_pv"]),
        ("In 2022, utilization hit 96.4% for wind and 98.5% for solar in Hubei.",
         ["utilization_rate_wind", "utilization_rate_pv"]),
        ("The utilization rate of wind power in Hubei was 97 percent.", ["utilization_rate_wind"]),
        ("The utilization rate was 80 percent in Hubei.", ["utilization_rate"]),
    ],
)  # fmt: skip
def test_figures_of_power_are_named_by_source_and_unit(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wuhan Port handled 64 million tons of metal ore and 21 million tons of oil and liquid chemicals.",
         ["cargo_throughput[product=metal_ore]", "cargo_throughput[product=oil_liquid_chemicals]"]),
        ("Wuhan's ore throughput hit 240 million tons.", ["cargo_throughput[product=ore]"]),
        ("Wuhan Port handled 5 million tons of cargo.", ["cargo_throughput"]),
        ("Wuhan produced 5 million tons of rice.", ["rice_output"]),
        ("Wuhan completed 11 berths with room for 6.52 million tons of cargo.", ["berths", "berth_capacity"]),
        ("The mill in Wuhan has a production capacity of 3 million tons.", ["production_capacity"]),
    ],
)  # fmt: skip
def test_cargo_by_its_goods_and_room_for_it(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's industries above a designated size had revenue of 3 billion yuan and profits of 2 billion yuan.",
         ["revenue_industry_above_scale", "profits_industry_above_scale"]),
        ("Hubei's pharmacies had revenue of 3 billion yuan with profits of 1 billion yuan.", ["revenue", "profits"]),
        ("The added value of industries above designated size in Hubei rose 3 percent. "
         "Added value of food manufacturing rose 5 percent.",
         ["gva_industry_above_scale", "gva_industry_above_scale[sector=food_manufacturing]"]),
        ("Output of Hubei's strategic emerging industries rose 8 percent.", ["output_strategic_emerging"]),
        ("Hubei's output of its five major industries exceeded 1 trillion yuan.", ["output_major_industries"]),
        ("Hubei's industrial output grew 6 percent.", ["gva_industry"]),
        ("Hubei's industrial output reached 3 trillion yuan.", ["output_industry"]),
        ("Hubei's year-to-date exports were $112 billion.", ["exports"]),
        ("Hubei's laptop exports were $112 billion.", ["exports[product=laptops]"]),
        ("Hubei's trade with Africa was 3 billion yuan and that with Southeast Asia 2 billion yuan.",
         ["trade_total[partner=Africa]", "trade_total[partner=Southeast_Asia]"]),
        ("By rail, imports and exports of Hubei reached 780 million yuan.", ["trade_total[mode=rail]"]),
    ],
)  # fmt: skip
def test_amounts_are_named_by_what_heads_them(text, expected):
    assert names(text) == expected


def test_some_of_these_countries_and_what_the_volume_was():
    told = "Hubei's trade with ASEAN rose 3%. Among these countries, trade with Thailand and Laos rose 4% and 5%."
    assert names(told)[1:] == ["trade_total[partner=TH]", "trade_total[partner=LA]"]
    told = "Trade of Hubei's private firms rose 3 percent. The volume accounted for 30 percent of the total."
    assert names(told)[1] == "share:trade_total[entity=private]"


def test_a_share_cue_does_not_make_an_increase_a_share():
    row = rows("Hubei's exports totaled 9 million yuan, representing a 4.8% increase.")[0]
    assert (row.value, row.growth) == (9_000_000, 0.048)
    assert rows("Hubei's exports rose, representing 4.8% of the total.")[-1].value == 0.048


def test_cars_are_counted():
    assert rows("Hubei's exports of vehicles surged 29.5 percent to 681,100 vehicles.")[0].unit == "count"
    assert rows("Hubei's exports of toys surged 29.5 percent to 681,100 units.")[0].unit == "count"


def test_certificates_are_named_under_their_agreement():
    told = "Hubei's trade with RCEP members rose 3 percent. The province issued 4,000 certificates of origin."
    assert names(told)[1] == "certificates_of_origin[RCEP]"
    worth = "Under RCEP, Hubei issued 4,000 certificates of origin for goods worth 3 billion yuan."
    assert names(worth) == ["certificates_of_origin[RCEP]", "goods_value_certified[RCEP]"]
    assert names("Hubei issued 4,000 certificates of origin.") == ["certificates_of_origin"]


def test_a_phrase_at_the_head_has_the_subject_of_its_main_clause():
    assert names("Despite a 3.7% dip in January, Hubei's trade rose 3.1%.") == ["trade_total", "trade_total"]
    assert names("After falling 3 percent in May, exports of Hubei grew 2 percent.") == ["exports", "exports"]
    assert names("After exports of Hubei fell 3 percent, imports rose 2 percent.") == ["exports", "imports"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's trade with Africa was 11 billion yuan, up 24%, higher than Hubei's overall foreign trade increase "
         "of 20.8%, accounting for 9.2% of the total.", "share:trade_total[partner=Africa]"),
        ("The Hubei Pilot FTZ's trade was 11 billion yuan, or 14 percent of the province's total.",
         "share:trade_total[of=Hubei]"),
        ("Hubei's trade with Belt and Road countries rose 3 percent. ASEAN accounted for 45 percent of that trade.",
         "share:trade_total[partner=ASEAN,of=BRI]"),
        ("Of Hubei's innovations, 34 came from Wuhan, accounting for more than 20 percent of the total.",
         "share:innovations"),
        ("Hubei had an installed capacity of 35 GW. It makes up 80% of China's diamond exports.",
         "share:exports[product=diamonds,of=China]"),
        ("Almost 80 percent of the trading companies of Hubei trade with Japan.",
         "share:trading_companies[partner=JP]"),
        ("Hubei's exports were 3 billion yuan. 60 percent of the exports went to Japan.", "share:exports[partner=JP]"),
        ("Hubei's services exports made up 5 percent of GDP.", "share:exports[of=gdp]"),
    ],
)  # fmt: skip
def test_shares_are_named_by_their_whole(text, expected):
    assert names(text)[-1] == expected


def test_a_share_keeps_its_name_where_the_whole_is_of_its_own_kind():
    assert names("Hubei's exports of cars made up 5 percent of total exports.") == ["share:exports[product=cars]"]
    assert names("Hubei's wind generation was 22 percent of the province's total generation.") == [
        "share:generation_wind"
    ]


def test_months_of_growth():
    first, second = rows(
        "Hubei's trade has grown for 26 consecutive months. Exports have risen for ten straight months."
    )
    assert (first.indicator, first.value, first.unit) == ("months_of_growth:trade_total", 26, "months")
    assert (second.indicator, second.value) == ("months_of_growth:exports", 10)
    assert names("Hubei was the first for 26 consecutive months.") == []


def test_contributions_to_growth():
    told = "Household consumption of Hubei rose by 4%. Its contribution to GDP growth was 2.2 percentage points."
    assert names(told)[1] == "contribution_to_growth:household_consumption"
    assert names("Exports of Hubei contributed 1.3 percentage points to economic growth.") == [
        "contribution_to_growth:exports"
    ]
    assert names("Growth of exports of Hubei was 3 percent, 1.3 percentage points higher than a year before.") == [
        "exports", "change_in_growth:exports"
    ]  # fmt: skip


def test_differences_from_the_total_and_from_industry():
    assert names("Hubei's equipment manufacturing grew 9%, 8 percentage points above industrial added value.")[1] == (
        "gap_to_industry_growth:gva_equipment_manufacturing"
    )
    assert names("Hubei's industrial investment rose 5%, 2 percentage points higher than total investment.")[1] == (
        "gap_to_total_growth:investment_industrial"
    )


def test_the_people_of_a_city_and_money_that_brackets_convert():
    people, gdp = rows("In 2005, the GDP of Wuhan, a city of 6.5 million, hit $24.5 billion.")
    assert (people.indicator, people.unit, gdp.indicator) == ("population", "persons", "gdp")
    income = rows("Wuhan's per capita urban disposable income is 12,452 ($1,587).")[0]
    assert (income.value, income.unit, income.paired_value) == (12452, "CNY", 1587)
    assert income.indicator == "disposable_income_per_capita[urban]"
    assert rows("In Wuhan 1,204 firms ($3 million) traded.")[0].unit == "count"


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("ASEAN remained Hubei's largest partner, with trade of 349 billion yuan.", [1]),
        ("Hubei's trade with ASEAN, its second-largest trading partner, reached 3 billion yuan.", [2]),
        ("ASEAN is Hubei's largest trading partner.", []),
        ("GDP rose. Austria (+3.8%) had the highest increase, then France (+3.0%).", [1, None]),
        ("Hubei's exports were $217 billion in 2013, the nation's top exporter.", [1]),
    ],
)
def test_ranks_of_partners_growth_and_exporters(text, ranks):
    assert [row.rank for row in rows(text)] == ranks


def test_lengths_of_lines_are_no_distances():
    coast = rows("Zhejiang has a coastline of 1,600 km.")[0]
    assert (coast.indicator, coast.value, coast.unit) == ("coastline_length", 1600, "km")
    assert names("Hubei operates 3,000 km of railways and 900 km of new expressways.") == [
        "railway_length", "expressway_length"
    ]  # fmt: skip
    assert rows("The mill lies 30 km from Wuhan.") == []


def test_the_second_of_two_shares_is_one_and_a_share_of_growth_is_a_contribution():
    told = rows(
        HEAD + "Output of services in Hubei rose 4.7 percent, accounting for 67 percent of its GDP and 53 percent of "
        "its growth."
    )
    assert [(row.value, row.growth) for row in told] == [(None, 0.047), (0.67, None), (0.53, None)]
    assert (told[2].indicator or "").startswith("contribution_to_growth:")
    told = rows(HEAD + "Exports of Hubei made up 60 percent of its trade and grew 5.5 percent.")
    assert [(row.value, row.growth) for row in told] == [(0.6, None), (None, 0.055)]


def test_trains_to_asia_are_not_those_to_europe():
    told = rows(HEAD + "In 2022, 4,691 China-Europe freight trains and 3,055 China-Asia freight trains left Hubei.")
    assert [row.indicator for row in told] == ["train_trips[China-Europe]", "train_trips[China-Asia]"]

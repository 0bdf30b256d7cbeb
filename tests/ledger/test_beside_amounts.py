"""What stands beside an amount: the name glued to it, what it is worth of, the money that it leaves out."""

import pytest

from ledger.test_naming import names
from ledger.test_naming import rows as told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei has a $3.5 billion trade deficit with Japan.", ["trade_balance"]),
        ("Hubei recorded a €2.6 billion surplus in March, compared with imports of €9 billion.",
         ["trade_balance", "imports"]),
        ("In 2023 Wuhan held 30 percent of Hubei's $437-billion merchandise exports.", ["exports"]),
        ("Hubei received $1.3 billion revenue from exports.", ["exports"]),
        ("Hubei's GDP was 40 billion yuan, exports rose by 3 percent.", ["gdp", "exports"]),
    ],
)  # fmt: skip
def test_a_name_glued_to_its_amount_names_it(text, expected):
    assert [name.split("[")[0] for name in names(text) if name] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei exported 3.2 million vehicles worth 120 billion yuan, up 80 percent.",
         ["exports_volume[product=cars]", "exports[product=cars]"]),
        ("Hubei imported 5,000 tractors with a value of 2 billion yuan.",
         ["tractors", "imports[product=tractors]"]),
        ("Hubei exported 40 billion yuan of goods, and 3,000 firms took part.", ["exports", "firms"]),
    ],
)  # fmt: skip
def test_what_was_counted_is_what_an_amount_is_worth_of(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hubei's exports were 40 billion yuan in 2023. In March exports reached 600 million, up 3 percent.",
            "CNY",
        ),
        ("Hubei's exports were $40 billion in 2023. Its exports to Japan reached 600 million, up 3 percent.", "USD"),
        ("Hubei's GDP was 40 billion yuan in 2023. The number of market entities reached 3 million.", "count"),
    ],
)
def test_an_amount_without_its_money_is_told_in_that_of_the_text(text, expected):
    assert told(text)[-1].unit == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's GDP was 120 hundred million yuan in 2023.", (1.2e10, "CNY")),
        ("Hubei's exports were 3.5 hundred million dollars in 2023.", (3.5e8, "USD")),
        ("Hubei's GDP per capita was 9 ten thousand yuan in 2023.", (9e4, "CNY")),
        ("Hubei's trade deficit was a $4 billion one.", (-4e9, "USD")),
        ("Hubei accounts for 1/10 of the country's energy use.", (0.1, "share")),
        ("Wuhan's docks make up 3/4 of what the nation loads.", (0.75, "share")),
    ],
)
def test_numbers_as_translators_and_reporters_print_them(text, expected):
    row = told(text)[0]
    assert (row.value, row.unit) == (pytest.approx(expected[0]), expected[1])


def test_dates_and_days_of_the_week_are_no_fractions():
    assert not [
        row for row in told("Hubei's ports work 24/7, as 3/c of them, and open on 1/10 at noon.") if row.unit == "share"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some sets cost more than $5,000 in Hubei.", ["price"]),
        ("A lamp costs 300 yuan in Wuhan.", ["price"]),
        ("Investment in roads that cost dear was 3 billion yuan.", ["investment_roads"]),
    ],
)
def test_what_things_cost_is_a_price(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Investments in cold chains rose 5 percent in Hubei.", ["investment_cold_chains"]),
        ("Investment in culture, sports and leisure rose 5 percent.", ["investment_culture_sports_leisure"]),
        ("Investment in the high-tech manufacturing industry rose 5 percent.", ["investment_hightech_manufacturing"]),
        ("Investment in manufacturing rose 40 percent, with investment in new materials up 9 percent.",
         ["investment_manufacturing", "investment_new_materials"]),
        ("Investment in Hubei rose 5 percent.", ["investment"]),
        ("Investment in fixed assets (excluding rural households) rose 5 percent.", ["investment_fixed_assets"]),
        ("Foreign direct investment (FDI) in Hubei rose 5 percent.", ["fdi_used"]),
    ],
)  # fmt: skip
def test_capital_is_named_by_what_it_went_into(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei added 191 GW of wind power in 2023, accounting for 76 percent of all additions.",
         ["capacity_added_wind", "share:capacity_added_wind"]),
        ("Hubei's containers rose 3 percent to 5 million TEUs. Its exports were 3 billion yuan.",
         ["container_throughput", "exports"]),
        ("Private firms of Hubei imported and exported 5 billion yuan.", ["trade_total[entity=private]"]),
        ("Hubei was the world's second-largest exporter in 2023.", ["exports"]),
        ("In 2023 Hubei was China's largest tea importer.", ["imports[product=tea]"]),
    ],
)  # fmt: skip
def test_what_is_told_of_an_amount_goes_on(text, expected):
    assert names(text) == expected

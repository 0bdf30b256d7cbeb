"""The field's own words: invented sentences of every family of families.toml, and what their figures are called."""

import pytest

from hinterland.ledger.lexicon import split, table
from ledger.test_naming import names

FAMILIES = [
    ("The nominal GDP of Hubei grew by 4 percent.", "gdp_nominal"),
    ("The added value of the financial industry of Hubei rose 3 percent to 90 billion yuan.", "gva_finance"),
    ("The automobile industry of Hubei grew by 4.1 percent.", "gva_automobile"),
    ("Hubei's re-exports fell by 2 percent to 3 billion yuan.", "re_exports"),
    ("Technology transactions in Hubei reached 31 billion yuan.", "technology_contracts"),
    ("Hubei's freight turnover rose 3 percent to 91 billion yuan.", "freight_turnover"),
    ("Liquid bulk at the port of Hubei rose 3 percent to 9 million tons.", "cargo_throughput[product=liquid_bulk]"),
    ("Hubei has 25 sea-rail intermodal routes.", "sea_rail_routes"),
    ("Car ownership in Hubei rose 4 percent to 7.9 million.", "car_ownership"),
    ("Hubei's thermal power generation fell by 4 percent.", "generation_thermal"),
    ("Hubei's power demand rose 6 percent to 12 billion kWh.", "electricity_consumption"),
    ("Peak load in Hubei was 51 million kW.", "electricity_peak_load"),
    ("Greenhouse gas emissions in Hubei fell by 2 percent.", "emissions_greenhouse"),
    ("Hubei's manufacturing output rose 2 percent.", "manufacturing_output"),
    ("New car registrations in Hubei rose 2 percent to 71,000.", "vehicle_registrations"),
    ("Hubei's wheat yield was 5,100 kg per hectare.", "yield_wheat"),
    ("The output of vegetables in Hubei rose 2 percent to 4 million tons.", "vegetable_output"),
    ("Hubei's pig herd grew by 3 percent.", "hog_stock"),
    ("Core inflation in Hubei was 2.3 percent.", "core_inflation"),
    ("Food prices in Hubei rose 2.3 percent.", "food_prices"),
    ("The youth unemployment rate in Hubei was 9.1 percent.", "youth_unemployment_rate"),
    ("The per capita income of rural residents in Hubei was 19,000 yuan.", "disposable_income_per_capita[rural]"),
    ("Live births in Hubei fell 2 percent to 310,000.", "births"),
    ("Hubei's tax receipts rose 2 percent to 41 billion yuan.", "tax_revenue"),
    ("Hubei's government expenditure rose 2 percent to 41 billion yuan.", "budget_expenditure"),
    ("Insurance premiums in Hubei rose 2 percent to 41 billion yuan.", "insurance_premiums"),
    ("Green loans in Hubei rose 2 percent to 41 billion yuan.", "loans_green"),
    ("Hubei has 140 listed firms.", "listed_companies"),
    ("Hubei's greenfield investment rose 2 percent to 4 billion dollars.", "fdi_greenfield"),
    ("Newly signed overseas contracts of Hubei rose 2 percent to 4 billion dollars.", "foreign_contracts_new"),
    ("Hubei's water conservancy investment rose 2 percent.", "investment_water_conservancy"),
    ("Housing starts in Hubei fell 2 percent to 41,000.", "housing_starts"),
    ("Corporate insolvencies in Hubei fell by 4 percent.", "insolvencies"),
    ("Hubei has 310 little giant firms.", "specialized_enterprises"),
    ("Overnight stays in Hubei rose 4 percent to 8 million.", "overnight_stays"),
    ("Hotel occupancy in Hubei was 61 percent.", "occupancy_rate"),
    ("Catering revenue in Hubei rose 4 percent to 8 billion yuan.", "retail_sales[sector=catering]"),
    ("Online sales of physical goods in Hubei rose 4 percent.", "online_retail_sales[product=physical_goods]"),
    ("Hubei's spending on R&D rose 4 percent to 8 billion yuan.", "rd_spending"),
    ("The average PM2.5 concentration of Hubei was 31 micrograms per cubic meter.", "pm25_concentration"),
    ("The forest coverage rate of Hubei is 42 percent.", "forest_coverage"),
    ("Hubei's exports of organic chemicals rose 4 percent.", "exports[product=organic_chemicals]"),
    ("Hubei's exports of integrated circuits rose 4 percent.", "exports[product=integrated_circuits]"),
    ("Hubei's exports of textiles and garments rose 4 percent.", "exports[product=textiles_garments]"),
    ("Hubei's imports of oil and gas rose 4 percent.", "imports[product=oil_gas]"),
    ("Hubei's output of cement fell 4 percent to 9 million tons.", "cement_output"),
    ("FDI in the petrochemical industry of Hubei rose 4%.", "fdi_used[sector=petrochemical]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), FAMILIES)
def test_a_family_is_called_by_its_name(text, name):
    assert set(names(text)) == {name}


def test_no_phrase_stands_in_two_files():
    book = table("families.toml")
    sections = ("indicators", "products", "sectors")
    phrases = [tuple(split(phrase)) for section in sections for row in book[section].values() for phrase in row]
    listed = table("indicators.toml")
    known = {tuple(split(phrase)) for section in sections for row in listed[section].values() for phrase in row}
    assert len(phrases) == len(set(phrases)) > 1500
    assert known.isdisjoint(phrases)


def test_rates_are_indicators():
    book = table("families.toml")
    assert set(book["words"]["rates"]) <= book["indicators"].keys()

"""Kinds of measures that do not exist."""

from faults.measures.measure_faults import faults_of, written


def test_a_kind_misspelt() -> None:
    assert faults_of(
        written("""\
kind = "carbon_prise"
size = { value = 2, unit = "percent" }
regions = ["N"]
""")
    ) == [
        (
            "s.toml:3, measure 1: unknown kind 'carbon_prise' (did you mean 'carbon_price'?); expected "
            "tariff, export_rebate, import_support, market_access, settlement, ecommerce, productivity, "
            "quality, market_growth, credit, carbon_price, production_support, labour, freight, power, "
            "transfer; correct it"
        ),
    ]

"""Measures that do not say their kind."""

from faults.measures.measure_faults import faults_of, written


def test_a_measure_of_no_kind() -> None:
    assert faults_of(
        written("""\
size = { value = 2, unit = "percent" }
regions = ["N"]
""")
    ) == [
        (
            "s.toml:3, measure 1: no key 'kind'; expected kind = one of tariff, export_rebate, "
            "import_support, market_access, settlement, ecommerce, productivity, quality, market_growth, "
            "credit, carbon_price, production_support, labour, freight, power, transfer; add it"
        ),
    ]

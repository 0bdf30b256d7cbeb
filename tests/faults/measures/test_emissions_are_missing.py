"""A price of carbon where nobody knows the tonnes."""

from dataclasses import replace

from faults.measures.measure_faults import faults_of, written
from little import little


def test_a_carbon_price_without_emissions() -> None:
    text = written('kind = "carbon_price"\nsize = { value = 100, unit = "USD per tonne" }\nregions = ["N"]\n')
    assert faults_of(text, replace(little(), extras={})) == [
        "s.toml:4, measure 1, kind: no emissions in this economy; expected a baseline with CO2 by region and sector; "
        "add emissions.csv with region, sector, co2_kt to the economy's folder"
    ]

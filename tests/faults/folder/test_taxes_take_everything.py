"""Rates of minus a hundred per cent and below, often per cents written for fractions."""

from faults.small_economy import edit, faults_of, write


def test_a_tariff_and_a_production_tax(tmp_path):
    folder = write(
        tmp_path, **edit("trade.csv", "20,0.1", "20,-5"), production_csv="region,sector,production_tax\nAA,food,-1\n"
    )
    assert faults_of(folder) == [
        (
            "trade.csv:3: tariff -5 at AA, BB, food; expected a fraction above -1 (0.05 is 5 %); write the rate"
            " as a fraction"
        ),
        (
            "production.csv:2: production_tax -1 at AA, food; expected a fraction above -1 (0.05 is 5 %); write"
            " the rate as a fraction"
        ),
    ]

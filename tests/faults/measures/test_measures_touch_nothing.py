"""Measures that touch no trade."""

from faults.measures.measure_faults import faults_of, written


def test_a_region_with_itself() -> None:
    assert faults_of(
        written("""\
kind = "market_access"
size = { value = 2, unit = "percent" }
regions = ["N"]
partners = ["N"]
""")
    ) == [
        (
            "s.toml:7, measure 1, partners: 'market_access' touches no trade; expected partners other "
            "than the regions themselves; correct partners or without"
        ),
    ]

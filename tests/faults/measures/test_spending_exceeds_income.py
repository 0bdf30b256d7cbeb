"""Spending that grows beyond income."""

from faults.measures.measure_faults import faults_of, written


def test_growth_beyond_income() -> None:
    assert faults_of(
        written("""\
kind = "market_growth"
size = { value = 300, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        (
            "s.toml: named sectors would take 278% of final spending in N; expected less than 100 "
            "percent, and some other sector to give way; make the measures on these cells smaller"
        ),
    ]

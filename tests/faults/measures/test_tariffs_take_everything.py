"""Tariffs that leave no price."""

from faults.measures.measure_faults import faults_of, written


def test_a_cut_below_minus_100() -> None:
    assert faults_of(
        written("""\
kind = "tariff"
form = "change_pp"
size = { value = -200, unit = "pp" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml: a tariff of -200% on N, A, food and 2 more; expected a tariff above -100 %; make the"
            " measures on these cells smaller"
        ),
    ]

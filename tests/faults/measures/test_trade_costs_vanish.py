"""Savings that leave no cost of delivery."""

from faults.measures.measure_faults import faults_of, written


def test_a_saving_of_everything() -> None:
    assert faults_of(
        written("""\
kind = "freight"
mode = "rail"
size = { value = 300, unit = "days" }
mode_share = { value = 100, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml: savings of all the cost of N, A, food and 5 more; expected savings below 100 "
            "percent; make the measures on these cells smaller"
        ),
    ]

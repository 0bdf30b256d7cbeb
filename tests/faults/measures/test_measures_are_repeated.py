"""A measure stated twice."""

from faults.measures.measure_faults import faults_of, written


def test_a_measure_stated_twice() -> None:
    assert faults_of(
        written(
            """\
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
""",
            """\
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
""",
        )
    ) == [
        ("s.toml:11, measure 2: the same as measure 1; expected each measure once; remove one, or add them up"),
    ]

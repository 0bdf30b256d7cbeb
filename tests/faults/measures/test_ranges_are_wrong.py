"""Ranges that do not hold their value."""

from faults.measures.measure_faults import faults_of, written


def test_a_range_beside_its_value() -> None:
    assert faults_of(
        written("""\
kind = "labour"
size = { value = 2, unit = "percent", range = [3, 4] }
regions = ["N"]
""")
    ) == [
        (
            "s.toml:5, measure 1, size: value 2 with range [3, 4]; expected [low, high] with the value "
            "between them; correct one of them"
        ),
    ]

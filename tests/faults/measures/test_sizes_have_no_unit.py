"""Bare numbers where a size belongs."""

from faults.measures.measure_faults import faults_of, written


def test_a_bare_number() -> None:
    assert faults_of(
        written("""\
kind = "ecommerce"
size = 10
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:5, measure 1, size: size = 10 without a unit; expected { value = 10, unit = 'percent' }; write it so"),
    ]

"""A name used twice."""

from faults.measures.measure_faults import faults_of, written


def test_a_name_used_twice() -> None:
    assert faults_of(
        written(
            """\
kind = "labour"
name = "a"
size = { value = 2, unit = "percent" }
regions = ["N"]
""",
            """\
kind = "labour"
name = "a"
size = { value = 2, unit = "percent" }
regions = ["S"]
""",
        )
    ) == [
        ("s.toml: two measures named 'a'; expected a name for one measure only; rename one"),
    ]

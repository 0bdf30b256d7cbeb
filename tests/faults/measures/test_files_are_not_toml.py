"""Files that are not TOML."""

from faults.measures.measure_faults import faults_of


def test_a_value_left_out() -> None:
    assert faults_of("title = \n") == [
        ("s.toml: not TOML (Invalid value (at line 1, column 9)); expected a TOML file in UTF-8; mend the line named"),
    ]

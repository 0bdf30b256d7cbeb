"""Assumed sizes that do not say how far off they may be."""

from faults.measures.measure_faults import faults_of, written


def test_an_assumed_size() -> None:
    assert faults_of(
        written("""\
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
""").replace("announced", "assumed")
    ) == [
        (
            "s.toml:3, measure 1: an assumed size of 2 percent without a range; expected size = { value ="
            " 2, unit = 'percent', range = [low, high] }; say how far off it may be"
        ),
    ]

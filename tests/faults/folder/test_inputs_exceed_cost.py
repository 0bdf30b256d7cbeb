"""A sector that pays more for its inputs than it earns."""

from faults.small_economy import edit, faults_of, write


def test_both_sums_are_told(tmp_path):
    folder = write(tmp_path, **edit("inputs.csv", "AA,food,food,20", "AA,food,food,90"))
    assert faults_of(folder) == [
        (
            "inputs.csv:2: inputs of AA, food cost 100; expected less than its sales net of production tax, 90;"
            " correct one of them, or state value_added in production"
        ),
    ]

"""A cell that is stated twice."""

from faults.small_economy import edit, faults_of, write


def test_both_lines_are_named(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "BB,BB,care,50,0", "AA,BB,food,50,0"))
    assert faults_of(folder) == [
        "trade.csv:7: the same cell as line 3; expected one row a cell; add the two up, or remove one",
    ]

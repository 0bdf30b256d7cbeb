"""Sectors without a trade elasticity."""

from faults.small_economy import edit, faults_of, write


def test_no_row(tmp_path):
    folder = write(tmp_path, **edit("sectors.csv", "food,4,true\n", ""))
    assert faults_of(folder) == [
        (
            "sectors.csv: no row for sector 'food'; expected a theta above 0 for every sector; add a row with"
            " its trade elasticity"
        ),
    ]


def test_zero(tmp_path):
    folder = write(tmp_path, **edit("sectors.csv", "food,4", "food,0"))
    assert faults_of(folder) == [
        (
            "sectors.csv:2: theta 0 for sector 'food'; expected a theta above 0 for every sector; write its"
            " trade elasticity, a positive number"
        ),
    ]

"""A region that imports and exports nothing."""

from faults.small_economy import edit, faults_of, write


def test_it_is_named(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "AA,BB,food,20,0.1\n", ""))
    assert faults_of(folder) == [
        (
            "trade.csv: region 'BB' imports but exports nothing; expected some exports; add rows with it as"
            " exporter, or merge it with a neighbour"
        ),
    ]

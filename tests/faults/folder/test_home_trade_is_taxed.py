"""A tariff of a region on itself."""

from faults.small_economy import edit, faults_of, write


def test_the_row_is_named(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "BB,BB,food,80,0", "BB,BB,food,80,0.25"))
    assert faults_of(folder) == [
        (
            "trade.csv:5: a tariff of 0.25 of region 'BB' on itself; expected 0 where importer = exporter; write"
            " 0; a tax on all output is production_tax"
        ),
    ]

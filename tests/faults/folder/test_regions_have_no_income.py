"""A region that sells nothing."""

from faults.small_economy import edit, faults_of, write


def test_it_is_named(tmp_path):
    folder = write(
        tmp_path,
        **edit("economy.toml", '[[region]]\ncode = "BB"', '[[region]]\ncode = "BB"\n\n[[region]]\ncode = "CC"'),
    )
    assert faults_of(folder) == [
        (
            "trade.csv: region 'CC' produces nothing; expected sales at home or abroad; add rows with importer ="
            " exporter, or gross_output in production"
        ),
    ]

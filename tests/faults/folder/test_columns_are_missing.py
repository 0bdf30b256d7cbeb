"""A table without a column that it needs."""

from faults.small_economy import edit, faults_of, write


def test_the_misspelt_one_is_pointed_out(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "exporter", "exportr"))
    assert faults_of(folder) == [
        (
            "trade.csv:1: no column 'exporter' (is it 'exportr'?); expected the columns importer, exporter,"
            " sector, value, tariff, export_tax; add or rename it"
        ),
    ]

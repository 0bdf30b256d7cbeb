"""A folder without a required table."""

from faults.small_economy import faults_of, write


def test_its_columns_are_listed(tmp_path):
    folder = write(tmp_path, trade_csv=None)
    assert faults_of(folder) == [
        (
            "trade.csv: no such file; expected a table (CSV or Parquet); add it, with the columns importer,"
            " exporter, sector, value, tariff, export_tax"
        ),
    ]

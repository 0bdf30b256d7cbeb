"""A column that the format does not have."""

from faults.small_economy import edit, faults_of, write


def test_the_nearest_name_is_offered(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "tariff", "tarif"))
    assert faults_of(folder) == [
        (
            "trade.csv:1: unknown column 'tarif' (did you mean 'tariff'?); expected columns among importer,"
            " exporter, sector, value, tariff, export_tax; rename or remove it"
        ),
    ]

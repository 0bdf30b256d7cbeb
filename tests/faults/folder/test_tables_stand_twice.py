"""A table that is there as CSV and as Parquet."""

from faults.small_economy import faults_of, write


def test_neither_is_preferred_silently(tmp_path):
    folder = write(tmp_path, sectors_parquet=b"")
    assert faults_of(folder) == [
        "sectors: sectors.csv and sectors.parquet side by side; expected one of them; remove one",
    ]

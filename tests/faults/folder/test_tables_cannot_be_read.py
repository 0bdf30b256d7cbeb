"""Files that are no tables."""

from faults.small_economy import FILES, edit, faults_of, write


def test_an_empty_file(tmp_path):
    folder = write(tmp_path, trade_csv="")
    assert faults_of(folder) == [
        "trade.csv: the file is empty; expected a table in CSV, as UTF-8; write it anew, or remove it",
    ]


def test_a_line_with_too_many_cells_is_named(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "AA,BB,food,20,0.1", "AA,BB,food,20,0.1,7,8"))
    assert faults_of(folder) == [
        (
            "trade.csv: cannot be read (Expected 5 fields in line 3, saw 7); expected a table in CSV, as UTF-8;"
            " correct the line named, or write the file anew"
        ),
    ]


def test_another_encoding(tmp_path):
    folder = write(tmp_path, trade_csv=FILES["trade.csv"].replace("AA", "ÄÄ").encode("latin1"))
    assert faults_of(folder) == [
        (
            "trade.csv: not UTF-8 (byte 0xc4 at position 38); expected a table in CSV, as UTF-8; save the file"
            " anew as 'CSV UTF-8'"
        ),
    ]

"""A spreadsheet that parts cells by semicolons."""

from faults.small_economy import faults_of, write


def test_a_spreadsheet_that_writes_semicolons(tmp_path):
    folder = write(tmp_path, sectors_csv="sector;theta\nfood;4,5\ncare;5\n")
    assert faults_of(folder) == [
        "sectors.csv:1: one column 'sector;theta'; expected commas between cells; save the file anew with commas, and"
        " points for decimals",
    ]

"""A comma at the end of every row, which would shift every number into the column before its own."""

from faults.small_economy import faults_of, write


def test_it_is_refused(tmp_path):
    folder = write(tmp_path, sectors_csv="sector,theta,traded\nfood,4,true,\ncare,5,false,\n")
    assert faults_of(folder) == [
        (
            "sectors.csv:2: rows have more cells than line 1 has names; expected 3 cells a row; name every"
            " column in line 1, and remove commas at the ends of lines"
        ),
    ]

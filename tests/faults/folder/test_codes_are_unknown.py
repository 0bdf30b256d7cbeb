"""Codes that the description does not have."""

from faults.small_economy import FILES, edit, faults_of, write


def test_each_is_told_once_with_its_first_line_and_how_often_it_stands(tmp_path):
    folder = write(tmp_path, trade_csv=FILES["trade.csv"].replace("food", "fod"))
    assert faults_of(folder) == [
        (
            "trade.csv:2: unknown sector 'fod' (did you mean 'food'?) and 3 more like it; expected the code of a"
            " [[sector]] of economy.toml; correct it, or add it to economy.toml"
        ),
    ]


def test_empty_lines_are_counted(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "AA,BB,food", "\n\nAA,XX,food"))
    assert faults_of(folder) == [
        (
            "trade.csv:5: unknown exporter 'XX'; expected the code of a [[region]] of economy.toml; correct it,"
            " or add it to economy.toml"
        ),
    ]

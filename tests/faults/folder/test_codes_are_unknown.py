"""Codes that the description does not have."""

import pandas as pd

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


def test_an_empty_code(tmp_path):
    assert faults_of(write(tmp_path, sectors_csv="sector,theta\nfood,4\ncare,5\n,6\n")) == [
        "sectors.csv:4: an empty sector; expected the code of a [[sector]] of economy.toml; correct it, or add it to"
        " economy.toml",
    ]


def test_an_empty_code_in_parquet(tmp_path):
    folder = write(tmp_path, sectors_csv=None)
    pd.DataFrame({"sector": ["food", None], "theta": [4.0, 5.0]}).to_parquet(folder / "sectors.parquet")
    assert faults_of(folder) == [
        "sectors.parquet:2: an empty sector; expected the code of a [[sector]] of economy.toml; correct it, or add it"
        " to economy.toml",
    ]

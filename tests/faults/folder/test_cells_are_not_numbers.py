"""Cells that should hold a number."""

from faults.small_economy import FILES, edit, faults_of, write


def test_a_decimal_comma(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "AA,BB,food,20,", 'AA,BB,food,"20,5",'))
    assert faults_of(folder) == [
        ("trade.csv:3: value '20,5'; expected a number, with a point for decimals; write one, or remove the row"),
    ]


def test_an_empty_cell_of_a_column_that_needs_one(tmp_path):
    folder = write(tmp_path, trade_csv=FILES["trade.csv"].replace("food,20", "food,").replace("food,30", "food,inf"))
    assert faults_of(folder) == [
        (
            "trade.csv:3: an empty value and 1 more like it; expected a number, with a point for decimals; write"
            " one, or remove the row"
        ),
    ]


def test_words_for_traded(tmp_path):
    folder = write(tmp_path, **edit("sectors.csv", "true", "mostly"))
    assert faults_of(folder) == [
        "sectors.csv:2: traded 'mostly'; expected true or false; write one, or remove the row",
    ]

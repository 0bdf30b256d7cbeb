"""Values below zero where none can be."""

from faults.small_economy import edit, faults_of, write


def test_trade(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "AA,BB,food,20", "AA,BB,food,-20"))
    assert faults_of(folder) == [
        "trade.csv:3: value -20 at AA, BB, food; expected 0 or more; correct the cell, or write 0",
    ]


def test_production(tmp_path):
    folder = write(tmp_path, production_csv="region,sector,gross_output,value_added\nAA,food,90,-1\nBB,food,-100,-2\n")
    assert faults_of(folder) == [
        "production.csv:3: gross_output -100 at BB, food; expected 0 or more; correct the cell, or write 0",
        (
            "production.csv:2: value_added -1 at AA, food and 1 more like it; expected 0 or more; correct the"
            " cell, or write 0"
        ),
    ]

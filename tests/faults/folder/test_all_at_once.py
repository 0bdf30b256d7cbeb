"""A folder with many faults is told all of them in one go, and is right when they are mended."""

from faults.small_economy import FILES, faults_of, write
from hinterland.tables.folder import read_folder


def test_each_fault_gives_a_line(tmp_path):
    folder = write(
        tmp_path,
        economy_toml=FILES["economy.toml"].replace('"AA", "BB"', '"AA", "DD"'),
        trade_csv=FILES["trade.csv"].replace("AA,BB,food,20", "AA,BC,food,a lot"),
        inputs_csv=None,
        sectors_csv=FILES["sectors.csv"].replace("theta,traded", "theta,tradable").replace("food,4", "food,"),
    )
    lines = faults_of(folder)
    assert [line.split(";")[0] for line in lines] == [
        "economy.toml: group 'both' names region 'DD'",
        "trade.csv:3: unknown exporter 'BC'",
        "trade.csv:3: value 'a lot'",
        "inputs.csv: no such file",
        "sectors.csv:1: unknown column 'tradable' (did you mean 'traded'?)",
        "sectors.csv:2: an empty theta",
    ]


def test_faults_of_sums_come_together_too(tmp_path):
    folder = write(
        tmp_path,
        trade_csv=FILES["trade.csv"].replace("80,0", "80,0.5"),
        sectors_csv=FILES["sectors.csv"].replace("food,4", "food,101"),
        inputs_csv=FILES["inputs.csv"].replace("food,food,30", "food,food,300"),
    )
    assert [line.split(":")[0] for line in faults_of(folder)] == ["sectors.csv", "trade.csv", "inputs.csv"]


def test_the_economy_in_order_has_no_fault(tmp_path):
    described, raw = read_folder(write(tmp_path))
    assert described.title == "Two valleys" and raw.trade.sum() == 280

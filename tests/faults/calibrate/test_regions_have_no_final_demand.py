"""A region whose stated output and value added leave nothing for final buyers."""

import pytest

from faults.small_economy import FILES, write
from hinterland.calibrate import calibrate
from hinterland.errors import InputError
from hinterland.tables.folder import read_folder


def test_it_is_named_once_inputs_are_settled(tmp_path):
    folder = write(
        tmp_path,
        trade_csv=FILES["trade.csv"].replace("AA,AA,care,40,0\n", ""),
        inputs_csv="region,input,user,value\nAA,food,food,82\n",
        production_csv="region,sector,gross_output\nAA,food,90\n",
    )
    described, raw = read_folder(folder)
    with pytest.raises(InputError) as raised:
        calibrate(raw, described, most_repair=1)
    assert str(raised.value) == (
        "the tables: region 'AA' uses all that it buys as inputs; expected something left for households, government"
        " and investment; correct its inputs, or add what it buys to trade (home sales where importer = exporter)"
    )

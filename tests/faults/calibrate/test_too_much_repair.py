"""Tables of which calibration would have to invent too much."""

import pytest

from faults.small_economy import edit, write
from hinterland.calibrate import calibrate
from hinterland.errors import InputError
from hinterland.tables.folder import read_folder


def test_the_largest_repair_is_named(tmp_path):
    described, raw = read_folder(write(tmp_path, **edit("inputs.csv", "BB,food,care,5\n", "BB,care,food,70\n")))
    with pytest.raises(InputError) as raised:
        calibrate(raw, described)
    assert str(raised.value) == (
        "the tables: repairs would move 0.0714 of world output, most of all negative final demand at BB, care, from -20"
        " to 0; expected at most 0.05; correct the cells named, merge the regions or sectors concerned, or raise"
        " most_repair in economy.toml"
    )

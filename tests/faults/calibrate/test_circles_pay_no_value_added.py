"""Sectors that live on each other, and pay nobody."""

import pytest

from faults.small_economy import edit, write
from hinterland.calibrate import calibrate
from hinterland.errors import InputError
from hinterland.tables.folder import read_folder


def test_a_sector_that_lives_on_itself(tmp_path):
    # Care in AA costs 40, all of it care; food in AA pays value added and is not named.
    described, raw = read_folder(write(tmp_path, **edit("inputs.csv", "AA,care,food,10", "AA,care,care,40")))
    with pytest.raises(InputError) as raised:
        calibrate(raw, described)
    assert str(raised.value) == (
        "the tables: AA, care: all cost is inputs from these sectors themselves; expected value added, or inputs from"
        " elsewhere; correct the inputs or the output of these sectors"
    )


def test_inputs_from_a_sector_that_pays_are_enough(tmp_path):
    # The same cost, but half of it is food.
    inputs = "AA,food,care,20\nAA,care,care,20"
    described, raw = read_folder(write(tmp_path, **edit("inputs.csv", "AA,care,food,10", inputs)))
    assert calibrate(raw, described).report.repairs == ()

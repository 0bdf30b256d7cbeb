"""Tables to which no equilibrium belongs."""

import pytest

from faults.small_economy import edit, write
from hinterland.calibrate import calibrate
from hinterland.errors import InputError
from hinterland.tables.folder import read_folder


def test_a_sector_that_lives_on_itself(tmp_path):
    # Care in AA costs 40, all of it care.
    described, raw = read_folder(write(tmp_path, **edit("inputs.csv", "AA,care,food,10", "AA,care,care,40")))
    with pytest.raises(InputError) as raised:
        calibrate(raw, described)
    assert str(raised.value) == (
        "the tables: no base year satisfies every equation (some sectors of a region buy only from each other, and none"
        " of them pays value added); expected an economy in which every market clears; look for deficits larger than"
        " income, and for sectors without suppliers or value added"
    )

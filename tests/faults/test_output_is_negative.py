"""An industry that produces less than nothing."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.readers import read


def test_each_industry_is_named(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    world.X[3] = -12.5
    world.X[4] = -1.0
    file = layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx")
    with pytest.raises(InputError) as raised:
        read("wiod2016", file)
    assert str(raised.value).splitlines() == [
        "WIOD, release of 2016, WIOT2014_Nov16_ROW.xlsx, USA B: gross output -12.5 million USD; expected an output ≥ 0;"
        " correct the cell, or merge the sector with another (--aggregate)",
        "WIOD, release of 2016, WIOT2014_Nov16_ROW.xlsx, ROW A01: gross output -1 million USD; expected an output ≥ 0;"
        " correct the cell, or merge the sector with another (--aggregate)",
    ]

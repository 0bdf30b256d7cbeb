"""A workbook without the sheet of its year."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.readers import read


def test_the_sheets_that_are_there_are_named(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    file = layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx", sheet="2013")
    with pytest.raises(InputError) as raised:
        read("wiod2016", file)
    assert str(raised.value) == (
        f"{file}: no sheet '2014' (there: '2013'); expected WIOD, release of 2016 as published, such as"
        " WIOT2014_Nov16_ROW.xlsb; check the year, or name the format that the file has"
    )
    assert raised.value.problems[0].code == "sheet_is_missing"

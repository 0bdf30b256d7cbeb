"""No table where the user points, or several, or one that does not say its year."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.readers import read

WIOD = "expected WIOD, release of 2016 as published, such as WIOT2014_Nov16_ROW.xlsb"


def message(path, year=None):
    with pytest.raises(InputError) as raised:
        read("wiod2016", path, year)
    return str(raised.value)


def test_nothing_at_the_path(tmp_path):
    path = tmp_path / "nowhere.xlsb"
    assert message(path) == f"{path}: no such file or folder; {WIOD}; check the path"


def test_no_table_of_that_year(tmp_path):
    assert message(tmp_path, 1066) == f"{tmp_path}: no table of 1066; {WIOD}; give the file itself, or another year"


def test_several_tables_and_no_year(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    for year in ("2013", "2014"):
        layouts.wiod_2016(world, tmp_path / f"WIOT{year}_Nov16_ROW.xlsx", year)
    assert message(tmp_path) == (
        f"{tmp_path}: 2 tables (WIOT2013_Nov16_ROW.xlsx, WIOT2014_Nov16_ROW.xlsx); {WIOD}; say which year (--year)"
    )


def test_a_file_that_does_not_say_its_year(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    path = layouts.wiod_2016(world, tmp_path / "table.xlsx")
    assert message(path) == f"{path}: no year in the file's name; {WIOD}; say which year (--year)"

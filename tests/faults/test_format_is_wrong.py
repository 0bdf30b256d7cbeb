"""A file of another format than the one named."""

import openpyxl
import pytest

import layouts
import layouts_gtap
from hinterland.errors import InputError
from hinterland.tables.readers import read


def test_text_is_no_workbook(tmp_path):
    file = tmp_path / "WIOT2014_Nov16_ROW.xlsb"
    file.write_text("region,value\n")
    with pytest.raises(InputError) as raised:
        read("wiod2016", file)
    assert str(raised.value) == (
        f"{file}: no Excel workbook; expected WIOD, release of 2016 as published, such as WIOT2014_Nov16_ROW.xlsb;"
        " name the format that the file has"
    )
    assert raised.value.problems[0].code == "format_is_wrong"


def test_a_workbook_of_something_else(tmp_path):
    file = layouts.save([["a", "b", "c", "d", "e", "f"]] * 9, tmp_path / "ADB-MRIO-2022_June2023.xlsx", "Sheet1")
    with pytest.raises(InputError) as raised:
        read("adb", file)
    assert str(raised.value) == (
        f"{file}: no row that numbers the columns c1, c2, …; expected ADB MRIO as published, such as"
        " ADB-MRIO-2022_June2023.xlsx; name the format that the file has"
    )


def test_another_csv(tmp_path):
    file = tmp_path / "ICIO2021_2018.csv"
    file.write_text("year,country,value\n2018,AUS,3\n")
    with pytest.raises(InputError) as raised:
        read("icio", file)
    assert str(raised.value) == (
        f"{file}: no columns named REGION_INDUSTRY in the first line; expected OECD ICIO as published, such as"
        " ICIO2021_2018.csv; name the format that the file has"
    )


def test_a_word_among_the_numbers(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    file = layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx")
    book = openpyxl.load_workbook(file)
    book.active.cell(8, 7).value = "n.a."
    book.save(file)
    with pytest.raises(InputError) as raised:
        read("wiod2016", file)
    assert str(raised.value) == (
        f"{file}: 'n.a.' for a number in row 8, column 7; expected WIOD, release of 2016 as published, such as"
        " WIOT2014_Nov16_ROW.xlsb; name the format that the file has"
    )


def test_no_header_arrays(tmp_path):
    file = tmp_path / "basedata.har"
    file.write_bytes(b"\xff\xfe some other binary file, long enough to hold a record")
    with pytest.raises(InputError) as raised:
        read("gtap", file, 2017)
    assert raised.value.problems[0].expected in (
        "GTAP as published, such as basedata.har",
        "a whole file of GTAP",
    )


def test_the_other_release(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    file = layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx")
    with pytest.raises(InputError) as raised:
        read("wiod2013", file, 2014)
    assert str(raised.value) == (
        f"{file}: no industry that is both in rows and in columns; expected WIOD, release of 2013 as published, such as"
        " wiot11_row_sep12.xlsx; name the format that the file has"
    )


def test_icio_without_value_added(tmp_path):
    world = layouts.make(("USA", "AUS"), ("01T03", "05T06"), margins=False, categories=6)
    file = layouts.icio(world, tmp_path / "ICIO2021_2018.csv")
    file.write_text("".join(line for line in file.read_text().splitlines(True) if not line.startswith("VALU")))
    with pytest.raises(InputError) as raised:
        read("icio", file)
    assert str(raised.value) == (
        f"{file}: no row VA or VALU; expected OECD ICIO as published, such as ICIO2021_2018.csv;"
        " name the format that the file has"
    )


def test_header_arrays_of_another_model(tmp_path):
    world = layouts_gtap.make_gtap()
    file = layouts_gtap.gtap(world, tmp_path / "basedata.har", leave_out=("VXSB", "VTWR"))
    with pytest.raises(InputError) as raised:
        read("gtap", file, 2017)
    assert str(raised.value) == (
        f"{file}: no header VXSB, VTWR; expected GTAP as published, such as basedata.har;"
        " name the format that the file has"
    )


def test_exiobase_without_value_added(tmp_path):
    world = layouts.make(("AT", "WW"), ("Paddy rice", "Cattle farming"), margins=False)
    file = layouts.exiobase(world, tmp_path / "IOT_2018_ixi.zip", "impacts")
    with pytest.raises(InputError) as raised:
        read("exiobase3", file)
    assert str(raised.value) == (
        f"{file}: no value added in factor_inputs or satellite; expected EXIOBASE 3 as published, such as"
        " IOT_2018_ixi.zip; name the format that the file has"
    )

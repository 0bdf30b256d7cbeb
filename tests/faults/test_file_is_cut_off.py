"""A file whose end is missing, in each of the ways that a download breaks."""

import zipfile

import openpyxl
import pytest

import layouts
import layouts_gtap
from hinterland.errors import InputError
from hinterland.tables.readers import read


def cut(file, share=0.5):
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    return file


def message(form, file, year=None):
    with pytest.raises(InputError) as raised:
        read(form, file, year)
    assert raised.value.problems[0].code == "file_is_cut_off"
    return str(raised.value)


def test_a_workbook(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    file = cut(layouts.wiod_2016(world, tmp_path / "WIOT2014_Nov16_ROW.xlsx"))
    assert message("wiod2016", file) == (
        f"{file}: a workbook that cannot be opened; expected a whole file of WIOD, release of 2016;"
        " download the file again"
    )


def test_columns_of_a_workbook(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("c1", "c35"))
    file = layouts.wiod_2013(world, tmp_path / "wiot11_row_sep12.xlsx")
    book = openpyxl.load_workbook(file)
    book.active.delete_cols(7)
    book.save(file)
    assert message("wiod2013", file) == (
        f"{file}: 6 industries in rows, 5 in columns; expected a whole file of WIOD, release of 2013;"
        " download the file again"
    )


def test_rows_under_the_industries(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("c1", "c35"))
    file = layouts.wiod_2013(world, tmp_path / "wiot11_row_sep12.xlsx", rows=14)
    assert message("wiod2013", file) == (
        f"{file}: no row r64 under the industries; expected a whole file of WIOD, release of 2013;"
        " download the file again"
    )


def test_a_line_of_a_csv(tmp_path):
    world = layouts.make(("USA", "AUS", "ROW"), ("01T03", "05T06"), margins=False, categories=6)
    file = layouts.icio(world, tmp_path / "ICIO2021_2018.csv")
    lines = file.read_text().splitlines()
    file.write_text("\n".join([*lines[:5], lines[5][:60]]))
    cells = lines[5][:60].count(",") + 1
    assert message("icio", file) == (
        f"{file}: {cells} cells in line 6 under 26 columns; expected a whole file of OECD ICIO; download the file again"
    )


def test_lines_of_a_csv(tmp_path):
    world = layouts.make(("USA", "AUS", "ROW"), ("01T03", "05T06"), margins=False, categories=6)
    file = layouts.icio(world, tmp_path / "ICIO2021_2018.csv")
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:-2]))
    assert message("icio", file) == (
        f"{file}: the last row is 'ROW_TAXSUB', not the output; expected a whole file of OECD ICIO;"
        " download the file again"
    )


def test_an_archive(tmp_path):
    world = layouts.make(("AUS", "USA", "ROW"), ("A01", "B"))
    with zipfile.ZipFile(tmp_path / "WIOTS_in_EXCEL.zip", "w") as archive:
        archive.write(layouts.wiod_2016(world, tmp_path / "one.xlsx"), "WIOT2014_Nov16_ROW.xlsx")
    file = cut(tmp_path / "WIOTS_in_EXCEL.zip")
    assert message("wiod2016", file) == (
        f"{file}: a zip archive without its end; expected a whole file of WIOD, release of 2016;"
        " download the file again"
    )


@pytest.mark.parametrize(("form", "name"), [("exiobase3", "IOT_2018_ixi.zip"), ("eora26", "Eora26_2015_bp.zip")])
def test_an_archive_that_pymrio_reads(tmp_path, form, name):
    file = tmp_path / name
    file.write_bytes(b"PK\x03\x04 and nothing more")
    assert message(form, file).startswith(f"{file}: a zip archive without its end; expected a whole file of")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.97])
def test_header_arrays(tmp_path, share, capfd):
    file = cut(layouts_gtap.gtap(layouts_gtap.make_gtap(), tmp_path / "basedata.har"), share)
    assert message("gtap", file, 2017).startswith(f"{file}: a broken record")
    assert capfd.readouterr().err == ""  # harpy prints a stack of its own

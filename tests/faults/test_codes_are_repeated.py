"""A concordance that sends a code to two places, uses codes that no table can have, or is not text."""

import pytest

from hinterland.errors import InputError
from hinterland.tables.aggregate import read_concordance


def test_twice_and_malformed_come_together(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text(
        "axis,from,to\nregion,USA,North America\nregion,CAN,NAM\nregion,USA,NAM\nsector,USA,goods\nsector,c1,\n"
    )
    with pytest.raises(InputError) as raised:
        read_concordance(file)
    assert str(raised.value).splitlines() == [
        f"{file}:2: code 'North America'; expected a code without blanks, commas, = and *;"
        " write another code; names go into en and zh",
        f"{file}:6: code ''; expected a code without blanks, commas, = and *;"
        " write another code; names go into en and zh",
        f"{file}:4: region 'USA' as in line 2; expected each code of the table once; remove one of the lines",
    ]


def test_a_file_in_another_encoding(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_bytes("axis,from,to,zh\nregion,USA,NAM,北美\n".encode("gb18030"))
    with pytest.raises(InputError) as raised:
        read_concordance(file)
    assert str(raised.value) == f"{file}: bytes that are not UTF-8 (at 31); expected text in UTF-8; save it anew"

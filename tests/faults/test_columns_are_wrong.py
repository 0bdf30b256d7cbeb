"""A concordance with other columns, or about other things than regions and sectors."""

import pytest

from hinterland.errors import InputError
from hinterland.tables.aggregate import read_concordance


def test_columns(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text("axis,old,to\nregion,USA,NAM\n")
    with pytest.raises(InputError) as raised:
        read_concordance(file)
    assert str(raised.value) == (
        f"{file}:1: no column from; column old; expected columns axis, from, to and, if you like, en and zh;"
        " correct the first line"
    )


def test_axes(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text("axis,from,to\nregions,USA,NAM\n")
    with pytest.raises(InputError) as raised:
        read_concordance(file)
    assert str(raised.value) == (
        f"{file}:2: axis 'regions' (did you mean 'region'?); expected region or sector; correct the cell"
    )

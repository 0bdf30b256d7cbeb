"""A concordance that forgets some of the table's regions."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.aggregate import aggregate, read_concordance


def test_the_codes_without_a_line_are_named(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text("axis,from,to\nregion,USA,NAM\n")
    with pytest.raises(InputError) as raised:
        aggregate(layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35"))), read_concordance(file))
    assert str(raised.value) == (
        f"{file}: 2 regions without a line: AUS, ROW; expected a line for each region of the table;"
        " add them, or one line region,*,CODE for all others"
    )

"""A concordance that names regions or sectors which the table does not have."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.aggregate import aggregate, read_concordance


def test_unknown_codes_come_all_at_once_with_the_nearest_one(tmp_path):
    file = tmp_path / "blocs.csv"
    file.write_text(
        "axis,from,to\nregion,UAS,NAM\nregion,*,ROW\nsector,c1,goods\nsector,x9,goods\nsector,c35,services\n"
    )
    with pytest.raises(InputError) as raised:
        aggregate(layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35"))), read_concordance(file))
    assert str(raised.value).splitlines() == [
        f"{file}:2: unknown region 'UAS' (did you mean 'USA'?); expected one of the 3 regions of the table;"
        " correct the code or remove the line",
        f"{file}:5: unknown sector 'x9'; expected one of the 2 sectors of the table;"
        " correct the code or remove the line",
    ]

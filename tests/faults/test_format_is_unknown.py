"""A format that no reader knows."""

import pytest

from hinterland.errors import InputError
from hinterland.tables.readers import read


def test_the_nearest_format_is_named():
    with pytest.raises(InputError) as raised:
        read("wiod2061", "table.xlsx")
    assert str(raised.value) == (
        "table.xlsx: format 'wiod2061' (did you mean 'wiod2016'?); expected one of wiod2013, wiod2016, icio, adb,"
        " exiobase3, eora26, gtap; name the format that the file has"
    )

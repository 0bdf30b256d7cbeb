"""A set of trade elasticities that the economy does not have."""

import pytest

from hinterland.elasticities import with_set
from hinterland.errors import InputError
from little import little


def test_the_nearest_is_offered():
    with pytest.raises(InputError) as raised:
        with_set(little(), "hihg")
    assert str(raised.value) == (
        "economy Little: no elasticities 'hihg' (did you mean 'high'?); expected one of low, high; "
        "correct it; `hinterland economies` and `hinterland check` list them"
    )

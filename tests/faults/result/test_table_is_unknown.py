"""A table that a result does not have."""

import pytest

from faults.scenario.scenario_faults import valleys
from hinterland.errors import InputError
from hinterland.run import run


def test_the_nearest_is_offered():
    with pytest.raises(InputError) as raised:
        run(valleys(), {}).table("region")
    assert str(raised.value) == (
        "result: no table 'region' (did you mean 'regions'?); expected one of regions, gdp, sectors, employment,"
        " trade, market_shares, exposure, revenue, emissions, footprint, embodied, decomposition, checks; name one of"
        " these"
    )

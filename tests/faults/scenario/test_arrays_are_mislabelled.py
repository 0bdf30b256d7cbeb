"""A labelled array whose labels are not the economy's."""

import numpy as np
import xarray as xr

from faults.scenario.scenario_faults import faults_of


def test_another_order_and_none_at_all():
    given = xr.DataArray(np.zeros((2, 2)), coords={"region": ["BB", "AA"]}, dims=("region", "sector"))
    assert faults_of({"production_tax": given}) == [
        (
            "scenario, production_tax: labels BB, AA … on axis region; expected AA, BB …: all 2 codes in the"
            " economy's order; reindex the array"
        ),
        (
            "scenario, production_tax: no labels on axis sector; expected food, care …: all 2 codes in the"
            " economy's order; reindex the array"
        ),
    ]

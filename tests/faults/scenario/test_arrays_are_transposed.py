"""A labelled array with its axes in another order."""

import numpy as np
import xarray as xr

from faults.scenario.scenario_faults import faults_of


def test_the_order_is_told():
    assert faults_of({"production_tax": xr.DataArray(np.zeros((2, 2)), dims=("sector", "region"))}) == [
        (
            "scenario, production_tax: axes sector, region; expected axes region, sector, in this order; rename"
            " the axes, or transpose the array"
        ),
    ]

"""A bare array, or a number, for a whole lever."""

import numpy as np

from faults.scenario.scenario_faults import faults_of


def test_an_array():
    assert faults_of({"labour": np.ones(2)}) == [
        (
            "scenario, labour: a ndarray; expected a mapping from labels to sizes, or an xarray.DataArray over"
            " region; label it: what stands where must not be guessed"
        ),
    ]


def test_a_number():
    assert faults_of({"tariff": 0.1}) == [
        (
            "scenario, tariff: a float; expected a mapping from labels to sizes, or an xarray.DataArray over"
            " importer, exporter, sector; label it: what stands where must not be guessed"
        ),
    ]

"""The shapes of the core's arrays, named once. The axis order of every array in `economy` is written here.

n imports and i exports (both run over regions), j is a sector and k an input. A leading `...` axis is a batch of
scenarios. The names are plain `np.ndarray` unless the tests switch the checks on (see `tests/conftest.py`), so that
nobody pays for them while working.
"""

from __future__ import annotations

import os
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = np.ndarray

if os.environ.get("HINTERLAND_SHAPES") == "checked":
    from jaxtyping import Float

    Regions: TypeAlias = Float[Any, "*#batch n"]  # one number a region
    Sectors: TypeAlias = Float[Any, "j"]  # one number a sector
    RegionSector: TypeAlias = Float[Any, "*#batch n j"]  # region × sector
    Trade: TypeAlias = Float[Any, "*#batch n n j"]  # [importer n, exporter i, sector j]
    Rates: TypeAlias = Float[Any, "*#batch #n #n #j"]  # as trade, or one rate for all of it
    InputOutput: TypeAlias = Float[Any, "*#batch n j j"]  # [region n, supplying sector k, using sector j]
    Wages: TypeAlias = Float[Any, "*#batch n w"]  # [region, 1] when labour is mobile, [region, sector] when specific
else:
    Regions = Sectors = RegionSector = Trade = Rates = InputOutput = Wages = Array  # type: ignore[misc]

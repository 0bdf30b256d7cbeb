"""A table with cells that are no number, or cut to another shape than its labels."""

from dataclasses import replace

import numpy as np
import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.world import check, refuse


def test_cells():
    world = layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35")))
    world.Z[0, 1] = world.Z[2, 2] = np.nan
    with pytest.raises(InputError) as raised:
        refuse(world)
    assert str(raised.value) == (
        "a drawn world: 2 cells of Z without a number; expected a number in every cell;"
        " take the file from its publisher again"
    )


def test_shapes():
    world = layouts.as_world(layouts.make(("AUS", "USA", "ROW"), ("c1", "c35")))
    world = replace(world, F=world.F.T)
    assert [str(problem) for problem in check(world)] == [
        "a drawn world: F is 15 × 6; expected 6 × 15 for 3 regions and 2 sectors;"
        " check that the file is whole and of the format named"
    ]

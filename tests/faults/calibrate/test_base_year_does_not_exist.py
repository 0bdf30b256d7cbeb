"""Tables that the solver finds no base year for."""

from dataclasses import replace
from importlib import import_module

import pytest

from faults.small_economy import write
from hinterland.economy.status import Status
from hinterland.errors import InputError
from hinterland.tables.folder import read_folder

room = import_module("hinterland.calibrate")  # the name in the package is the function


def test_the_reason_is_the_solvers(tmp_path, monkeypatch):
    described, raw = read_folder(write(tmp_path))
    solve = room.solve
    monkeypatch.setattr(room, "solve", lambda *given: replace(solve(*given), status=Status.NO_INCOME))
    with pytest.raises(InputError) as raised:
        room.calibrate(raw, described)
    assert str(raised.value) == (
        "the tables: no base year satisfies every equation (some region's income or spending became zero or negative);"
        " expected an economy in which every market clears; look for deficits larger than income, and for sectors"
        " without suppliers or value added"
    )

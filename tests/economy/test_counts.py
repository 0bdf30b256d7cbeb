"""How many passes through the equations the known exercises take: the figure that a slow machine cannot blur."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinterland.baseline import Baseline
from hinterland.calibrate import calibrate
from hinterland.economy.params import Closures, Shocks
from hinterland.economy.solve import solve
from published import nafta


@pytest.fixture(scope="module")
def exercise(shared: Path) -> nafta.Exercise:
    return nafta.read(shared / "data" / "cp2015")


@pytest.fixture(scope="module")
def world(exercise: nafta.Exercise) -> Baseline:
    return calibrate(exercise.raw, exercise.described, Closures(deficit="balanced"))


def test_nafta_takes_at_most_25(world: Baseline, exercise: nafta.Exercise) -> None:
    s = solve(world.params, Shocks(t=exercise.nafta()), preconditioner=world.preconditioner)
    assert s.status.ok and s.residual < 1e-10
    assert s.evaluations <= 25


def test_fifty_points_on_everyone_take_at_most_35(world: Baseline, exercise: nafta.Exercise) -> None:
    s = solve(world.params, Shocks(t=exercise.everyone(50)), preconditioner=world.preconditioner)
    assert s.status.ok and s.residual < 1e-10
    assert s.evaluations <= 35


def test_nothing_takes_one_look(world: Baseline) -> None:
    s = solve(world.params, preconditioner=world.preconditioner)
    assert s.evaluations == 1
    assert np.abs(s.w_hat - 1).max() < 1e-13


def test_without_a_preconditioner_the_answer_is_the_same(world: Baseline, exercise: nafta.Exercise) -> None:
    shock = Shocks(t=exercise.nafta())
    alone, given = solve(world.params, shock), solve(world.params, shock, preconditioner=world.preconditioner)
    np.testing.assert_allclose(alone.w_hat, given.w_hat, rtol=1e-12)
    assert alone.evaluations == given.evaluations

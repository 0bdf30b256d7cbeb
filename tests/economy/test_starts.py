"""Where one begins does not matter: warm starts, cold starts and absurd ones end in the same answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from economy.random_economies import cases, economy, seeds, shocks
from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Params, Shocks, levers
from hinterland.economy.precondition import precondition
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, _Run, solve
from hinterland.economy.status import Status

Case = tuple[Params, Shocks]


def same(a: Solution, b: Solution) -> None:
    """Both hold every equation to 1e-10; the unknowns agree to what that leaves of them."""
    assert a.status.ok and b.status.ok, (a.status, b.status)
    busy = a.params.wL > 0 if a.w_hat.shape[1] > 1 else np.ones_like(a.w_hat, dtype=bool)  # idle hands have no wage
    bought = a.params.X > 0
    np.testing.assert_allclose(a.w_hat[busy], b.w_hat[busy], rtol=1e-8)
    np.testing.assert_allclose(a.P_hat[bought], b.P_hat[bought], rtol=1e-8)
    np.testing.assert_allclose(a.X1, b.X1, rtol=1e-7)


@pytest.mark.parametrize("closures", [Closures(), Closures(labour="specific")], ids=["mobile", "specific"])
@given(case=cases(), seed=seeds)
def test_a_neighbours_answer_is_a_good_start(closures: Closures, case: Case, seed: int) -> None:
    params, shock = case
    neighbour = solve(params, shocks(seed, params), closures)
    cold = solve(params, shock, closures)
    same(solve(params, shock, closures, start=neighbour), cold)
    again = solve(params, shock, closures, start=cold)
    same(again, cold)
    assert again.evaluations <= 3


@pytest.mark.parametrize("closures", [Closures(), Closures(labour="specific")], ids=["mobile", "specific"])
@given(case=cases(), seed=seeds)
def test_a_random_start_far_away_ends_in_the_same_answer(closures: Closures, case: Case, seed: int) -> None:
    """Wages, prices and spending each wrong by a factor of up to 20."""
    params, shock = case
    rng = np.random.default_rng(seed)
    answer = solve(params, shock, closures)

    def wrong(a: np.ndarray) -> np.ndarray:
        return a * np.exp(rng.uniform(-3, 3, a.shape))

    far = replace(answer, w_hat=wrong(answer.w_hat), P_hat=wrong(answer.P_hat), X1=wrong(answer.X1))
    same(solve(params, shock, closures, start=far), answer)


def test_asked_to_look_from_several_starts_it_confirms_the_answer() -> None:
    params = economy(3, 3, 2)
    shock = shocks(3, params, 0.3)
    once, often = solve(params, shock), solve(params, shock, settings=Settings(starts=4))
    assert often.status is once.status is Status.CONVERGED
    np.testing.assert_array_equal(often.P_hat, once.P_hat)


def test_another_answer_from_another_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    params = economy(3, 3, 2)
    other = solve(params, shocks(4, params, 0.3))
    run = type("Run", (_Run,), {"solve": lambda self, given, start: other})(
        params, Closures(), Settings(starts=2), precondition(at_rest(params)), False
    )
    found = run.confirm(levers(params, Shocks()), solve(params))
    assert found.status is Status.SEVERAL_ANSWERS and not found.status.ok

"""A batch is one by one, only sooner: same bits, same order, and a failure stays its own."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from economy.random_economies import economy, shocks
from hinterland.economy.batch import solve_many
from hinterland.economy.params import Closures, Params, Shocks
from hinterland.economy.solve import Solution, solve
from hinterland.economy.status import Status

PARAMS = economy(5, 4, 3)
HOPELESS = Shocks(L_hat=np.array([np.nan, 1.0, 1.0, 1.0]))
CASES = [shocks(seed, PARAMS, 0.5) for seed in range(5)] + [HOPELESS] + [shocks(seed, PARAMS, 0.5) for seed in range(5)]


def same_bits(a: Solution, b: Solution) -> None:
    for field in fields(Solution):
        x, y = getattr(a, field.name), getattr(b, field.name)
        if field.name == "params" or field.name == "levers":
            assert_equal_records(x, y)
        else:
            np.testing.assert_array_equal(x, y, err_msg=field.name)


def assert_equal_records(a: object, b: object) -> None:
    for name in (field.name for field in fields(type(a))):  # type: ignore[arg-type]
        np.testing.assert_array_equal(getattr(a, name), getattr(b, name), err_msg=name)


@pytest.mark.parametrize("workers", [1, 2])
def test_same_bits_in_order_with_a_failing_case_inside(workers: int) -> None:
    seen: list[tuple[int, int]] = []
    many = solve_many(PARAMS, CASES, workers=workers, progress=lambda done, total: seen.append((done, total)))
    assert [s.status.ok for s in many] == [True] * 5 + [False] + [True] * 5
    assert many[5].status is Status.NOT_FINITE
    assert seen == [(done, 11) for done in range(1, 12)]
    for case, solution in zip(CASES, many, strict=True):
        same_bits(solution, solve(PARAMS, case))


@pytest.mark.parametrize(
    "closures", [Closures(inputs="none"), Closures(labour="specific"), Closures(deficit="balanced")], ids=str
)
def test_every_closure_comes_through(closures: Closures) -> None:
    cases = [Shocks(A_hat=case.A_hat) for case in CASES[:2]]
    for case, solution in zip(cases, solve_many(PARAMS, cases, closures, workers=2), strict=True):
        same_bits(solution, solve(PARAMS, case, closures))


def test_an_empty_batch_is_an_empty_list() -> None:
    assert solve_many(PARAMS, []) == []


def test_a_small_batch_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process for two small cases costs more than it saves")

    monkeypatch.setattr("hinterland.economy.batch.ProcessPoolExecutor", refuse)
    assert len(solve_many(PARAMS, CASES[:2])) == 2


def test_the_baseline_is_not_touched() -> None:
    before: Params = economy(5, 4, 3)
    solve_many(PARAMS, CASES[:3], workers=1)
    assert_equal_records(PARAMS, before)

"""Balancing meets its totals, moves as little as it must, keeps signs and zeros, and says what it cannot do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinterland.errors import InputError
from hinterland.tables.balance import Totals, balance, fit, moved


def two_way(cells: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> Totals:
    number = np.arange(cells.size).reshape(cells.shape)
    totals = Totals()
    for i, total in enumerate(rows):
        totals.add(f"row {i}", number[i], total)
    for j, total in enumerate(columns):
        totals.add(f"column {j}", number[:, j], total)
    return totals


@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(2, 12))
@settings(max_examples=40, deadline=None)
def test_positive_two_way_totals_give_the_answer_of_ras(seed: int, rows: int, columns: int) -> None:
    draw = np.random.default_rng(seed)
    prior, goal = draw.lognormal(0, 2, (rows, columns)), draw.lognormal(0, 2, (rows, columns))
    balanced = balance(prior, two_way(prior, goal.sum(1), goal.sum(0)))
    ras = fit(prior, {(0,): goal.sum(1), (1,): goal.sum(0)}, rounds=100_000)
    assert balanced.violation < 1e-10
    assert np.allclose(balanced.values, ras, rtol=1e-6, atol=1e-9 * goal.sum())


def test_gras_keeps_signs_and_meets_the_totals_of_its_paper() -> None:
    """The example of Junius & Oosterhaven (2003, table 1): three sectors and net taxes with negative entries."""
    prior = np.array([[7.0, 3, 5, -3], [2, 9, 8, 1], [-2, 0, 2, 1]])
    rows, columns = np.array([15.0, 26, -1]), np.array([9.0, 16, 17, -2])
    balanced = balance(prior, two_way(prior, rows, columns))
    assert np.allclose(balanced.values.sum(1), rows)
    assert np.allclose(balanced.values.sum(0), columns)
    assert (np.sign(balanced.values) == np.sign(prior)).all()


def test_fixed_cells_stay_and_trusted_cells_move_less() -> None:
    prior = np.full((3, 3), 10.0)
    fixed = np.zeros((3, 3), bool)
    fixed[0, 0] = True
    weights = np.ones((3, 3))
    weights[1, 1] = 100.0
    values = balance(prior, two_way(prior, np.full(3, 36.0), np.full(3, 36.0)), weights=weights, fixed=fixed).values
    assert values[0, 0] == 10.0
    assert abs(values[1, 1] - 10) < abs(values[2, 2] - 10)


def test_overlapping_totals_with_coefficients_hold_together() -> None:
    prior = np.arange(1.0, 7.0)
    totals = Totals()
    totals.add("all", np.arange(6), 42.0)
    totals.add("half of each", np.arange(6), 21.0, 0.5)  # the same again: redundant, not contradictory
    totals.add("first less last", np.array([0, 5]), -5.0, np.array([1.0, -1.0]))
    balanced = balance(prior, totals)
    assert balanced.values.sum() == pytest.approx(42)
    assert balanced.values[0] - balanced.values[5] == pytest.approx(-5)


def test_three_ways_fit_to_pairs_of_margins() -> None:
    draw = np.random.default_rng(4)
    truth, seed = draw.lognormal(size=(4, 5, 6)), draw.lognormal(size=(4, 5, 6))
    seed[truth < 0.3] = truth[truth < 0.3] = 0.0
    margins = {(0, 1): truth.sum(2), (1, 2): truth.sum(0), (2,): truth.sum((0, 1))}
    values = fit(seed, margins)
    for axes, wanted in margins.items():
        others = tuple(axis for axis in range(3) if axis not in axes)
        assert np.allclose(values.sum(axis=others), wanted)
    assert (values[truth == 0] == 0).all()


def test_unknown_margins_are_left_alone() -> None:
    values = fit(np.ones((2, 2)), {(0,): np.array([10.0, np.nan])})
    assert values.tolist() == [[5, 5], [1, 1]]


def test_the_report_says_how_far_each_block_moved() -> None:
    report = moved(np.array([1.0, 1, 2]), np.array([2.0, 0, 2]), {"a": np.array([0, 1]), "b": np.array([2])})
    assert [(line.block, line.before, line.after, line.moved_pct) for line in report] == [
        ("a", 2, 2, 100),
        ("b", 2, 2, 0),
    ]


def test_a_thousand_totals_take_few_steps() -> None:
    draw = np.random.default_rng(1)
    prior, goal = draw.lognormal(0, 3, (200, 200)), draw.lognormal(0, 3, (200, 200))
    assert balance(prior, two_way(prior, goal.sum(1), goal.sum(0))).steps <= 40


def test_contradictory_totals_raise() -> None:
    with pytest.raises(InputError, match="reaches"):
        balance(np.ones((2, 2)), two_way(np.ones((2, 2)), np.array([1.0, 1]), np.array([5.0, 5])))

"""The parts of a change of real income add up to it exactly, whatever is shocked and however much."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from economy.random_economies import cases, economy, shocks
from hinterland.economy.decompose import Decomposition, PathStatus, decompose
from hinterland.economy.params import Closures, Params, Shocks, from_flows
from hinterland.economy.solve import solve
from hinterland.economy.welfare import first_order, real_income

Case = tuple[Params, Shocks]
CLOSURES = [
    Closures(),
    Closures(labour="specific"),
    Closures(deficit="balanced"),
    Closures(inputs="none"),
    Closures(labour="specific", deficit="balanced", inputs="none"),
]
# Each lever, the terms that are its own, and the channels that any lever can move.
OWN = {"d_hat": "trade_cost", "A_hat": "technology", "L_hat": "labour", "D": "transfers", "alpha": "tastes"}


def decomposed(params: Params, given_shocks: Shocks, closures: Closures = Closures()) -> Decomposition:
    found = solve(params, given_shocks, closures)
    assert found.status.ok
    parts = decompose(found, closures)
    np.testing.assert_allclose(parts.exact, np.log(real_income(found)), rtol=1e-14, atol=0)
    return parts


def with_tariffs_up(params: Params, given_shocks: Shocks, points: float = 1.0) -> Shocks:
    abroad = ~np.eye(params.N, dtype=bool)[:, :, None]
    return replace(given_shocks, t=np.where(abroad, params.t + points, params.t))


@settings(max_examples=12)
@given(case=cases(regions=(1, 4), sectors=(1, 3)), closures=st.sampled_from(CLOSURES))
def test_terms_add_up_with_everything_moved_and_tariffs_up_by_100_points(case: Case, closures: Closures) -> None:
    params, given_shocks = case
    if closures.deficit == "balanced":
        given_shocks = replace(given_shocks, D=None)
    parts = decomposed(params, with_tariffs_up(params, given_shocks), closures)
    assert parts.status is PathStatus.EXACT
    assert parts.gap < 1e-8
    np.testing.assert_allclose(parts.parts.total, parts.exact, atol=1e-8)
    by_cell = sum(term.sum(axis=(1, 2)) for term in parts.terms.values())
    np.testing.assert_allclose(by_cell, parts.exact, atol=1e-8)


@cache
def everything() -> tuple[Params, Shocks]:
    params = economy(11, 3, 2, zeros=False)
    return params, shocks(11, params)


@pytest.mark.parametrize("lever", OWN)
def test_a_lever_that_rests_has_no_term_and_one_that_moves_has(lever: str) -> None:
    params, moved = everything()
    still = decomposed(params, replace(moved, **{lever: None})).parts.by_region()
    np.testing.assert_array_equal(still[OWN[lever]], 0.0)
    assert np.abs(decomposed(params, Shocks(**{lever: getattr(moved, lever)})).parts.by_region()[OWN[lever]]).min() > 0


@pytest.mark.parametrize(("tax", "term"), [("t", "import_volume"), ("e", "export_volume"), ("o", "production_volume")])
def test_a_wedge_that_is_zero_throughout_has_no_volume_term(tax: str, term: str) -> None:
    _, moved = everything()
    free = economy(11, 3, 2, taxes=False, zeros=False)
    others = {name: getattr(moved, name) for name in ("t", "e", "o") if name != tax}
    parts = decomposed(free, Shocks(**others)).parts.by_region()
    np.testing.assert_array_equal(parts[term], 0.0)
    for name in {"import_volume", "export_volume", "production_volume"} - {term}:
        assert np.abs(parts[name]).min() > 0


def test_alone_in_the_world_there_are_no_terms_of_trade() -> None:
    params = economy(3, 1, 2)
    parts = decomposed(params, shocks(3, params)).parts
    np.testing.assert_array_equal(parts.terms_of_trade, 0.0)


def test_productivity_everywhere_without_inputs_is_all_technology() -> None:
    """With the same gain in every sector and place nothing else changes: W_hat = A_hat."""
    params = economy(5, 3, 2, taxes=False, deficits=False, inputs=False)
    parts = decomposed(params, Shocks(A_hat=np.full((3, 2), 1.3)))
    np.testing.assert_allclose(parts.parts.by_region()["technology"], np.log(1.3), atol=1e-10)
    np.testing.assert_allclose(parts.exact, np.log(1.3), atol=1e-10)


def test_closing_the_deficits_is_a_transfer_and_its_terms_of_trade() -> None:
    params = economy(6, 3, 1, taxes=False, zeros=False)
    parts = decomposed(params, Shocks(), Closures(deficit="balanced")).parts.by_region()
    np.testing.assert_array_equal(np.sign(parts["transfers"]), -np.sign(params.D))
    others = set(parts) - {"transfers", "terms_of_trade"}
    for name in others:
        np.testing.assert_allclose(parts[name], 0.0, atol=1e-15, err_msg=name)


def test_terms_of_a_small_shock_are_those_of_first_order() -> None:
    params, _ = everything()
    shock = Shocks(t=params.t * (1 + 1e-6), A_hat=np.full((3, 2), 1 + 1e-6))
    found = solve(params, shock)
    first = vars(first_order(found))
    for name, term in vars(decompose(found).parts).items():
        np.testing.assert_allclose(term, first[name], atol=1e-10, err_msg=name)


def test_sums_by_partner_and_by_sector_agree() -> None:
    params, moved = everything()
    parts = decomposed(params, moved)
    for name, term in parts.terms.items():
        assert term.shape == (3, 3, 2)
        np.testing.assert_allclose(term.sum(axis=1).sum(axis=1), parts.parts.by_region()[name], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(term.sum(axis=2).sum(axis=1), parts.parts.by_region()[name], rtol=1e-12, atol=1e-15)


def sector_that_nobody_wants() -> Params:
    """Make region 0 spend nothing on sector 1, neither for use nor for inputs."""
    like = economy(8, 2, 2, taxes=False, deficits=False, zeros=False, inputs=False)
    X = like.X.copy()
    X[0, 1] = 0
    return from_flows(X, like.pi, like.t, like.e, like.o, like.gamma, like.va, like.theta)


def test_a_sector_that_new_tastes_bring_to_life_is_no_obstacle() -> None:
    params = sector_that_nobody_wants()
    alpha = params.alpha.copy()
    alpha[0] = [0.5, 0.5]
    assert params.X[0, 1] == 0
    assert decomposed(params, Shocks(alpha=alpha)).gap < 1e-8


def test_a_route_that_is_cut_has_no_straight_path() -> None:
    params = economy(9, 3, 1, zeros=False)
    d_hat = np.ones((3, 3, 1))
    d_hat[0, 1, 0] = np.inf
    parts = decompose(solve(params, Shocks(d_hat=d_hat)))
    assert parts.status is PathStatus.NO_STRAIGHT_PATH
    assert not parts.status.ok
    assert "No straight path leads to this scenario" in parts.status.sentence
    assert np.isfinite(parts.exact).all()
    assert np.isnan(parts.parts.total).all()


def test_an_unsolved_scenario_is_not_decomposed() -> None:
    params = economy(9, 2, 1, zeros=False)
    D = params.D + np.array([-2.0, 2.0]) * params.wL.sum()
    parts = decompose(solve(params, Shocks(D=D)))
    assert parts.status is PathStatus.NO_EQUILIBRIUM
    assert np.isnan(parts.parts.total).all()

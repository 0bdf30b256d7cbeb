"""Every function of `system` gives what loops, written straight from the equations, give."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from economy import naive
from economy.random_economies import cases, seeds
from hinterland.economy import system
from hinterland.economy.params import Params, Shocks, levers

Case = tuple[Params, Shocks]


def somewhere(seed: int, params: Params, columns: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stand at a point that solves nothing: an equation must be right everywhere, not at solutions only."""
    rng = np.random.default_rng(seed)
    N, J = params.N, params.J
    return (
        np.exp(rng.uniform(-0.5, 0.5, (N, columns))),
        np.exp(rng.uniform(-0.5, 0.5, (N, J))),
        params.X * np.exp(rng.uniform(-0.5, 0.5, (N, J))),
    )


def near(found: np.ndarray, wanted: np.ndarray) -> None:
    np.testing.assert_allclose(found, wanted, rtol=1e-11, atol=1e-11 * np.abs(wanted).max(initial=1.0))


@given(cases(), seeds)
def test_costs_prices_and_shares(case: Case, seed: int) -> None:
    params, shock = case
    v = levers(params, shock)
    w, P, X = somewhere(seed, params, 1)
    wanted = naive.world(params, v, w, P, X)
    kap = system.route(v.d_hat, params.t, v.t, params.e, v.e)
    c = system.cost(w, P, (1 + v.o) / (1 + params.o), v.A_hat, params.va, params.gamma)
    near(kap, wanted.kap)
    near(c, wanted.c)
    near(system.price(params.pi, kap, c, params.theta), wanted.P)
    near(system.share(params.pi, kap, c, P, params.theta), wanted.pi)


@given(cases(), seeds)
def test_costs_where_wages_differ_by_sector(case: Case, seed: int) -> None:
    params, shock = case
    v = levers(params, shock)
    w, P, X = somewhere(seed, params, params.J)
    found = system.cost(w, P, (1 + v.o) / (1 + params.o), v.A_hat, params.va, params.gamma)
    near(found, naive.world(params, v, w, P, X).c)


@given(cases(), seeds)
def test_sales_and_revenue(case: Case, seed: int) -> None:
    params, shock = case
    v = levers(params, shock)
    wanted = naive.world(params, v, *somewhere(seed, params, 1))
    _, _, X = somewhere(seed, params, 1)
    M = system.border(wanted.pi, X, v.t)
    Y = system.sales(M, v.e)
    near(M, wanted.M)
    near(Y, wanted.Y)
    near(system.factor_income(params.va, Y, v.o), wanted.wL)
    near(system.tariff_revenue(M, v.t), wanted.duties)
    near(system.export_tax_revenue(M, v.e), wanted.export_tax)
    near(system.production_tax_revenue(Y, v.o), wanted.production_tax)


@given(cases(), seeds)
def test_income_and_spending(case: Case, seed: int) -> None:
    params, shock = case
    v = levers(params, shock)
    wanted = naive.world(params, v, *somewhere(seed, params, 1))
    income = system.income(wanted.claimed, wanted.duties + wanted.export_tax + wanted.production_tax, v.D)
    near(income, wanted.I)
    near(system.spending(params.gamma, wanted.Y, v.o, v.alpha, income), wanted.X)

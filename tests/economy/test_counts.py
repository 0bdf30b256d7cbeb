"""How many passes through the equations the known exercises take: the figure that a slow machine cannot blur."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Params, Shocks, from_flows
from hinterland.economy.precondition import Preconditioner, precondition
from hinterland.economy.solve import Settings, solve
from published import nafta

World = tuple[Params, Preconditioner, nafta.Nafta]


@pytest.fixture(scope="module")
def world(shared: Path) -> World:
    """Close the raw tables of 1993 and take deficits away, as the published exercise does."""
    raw = nafta.read(shared / "data" / "cp2015")
    rough = _closed(raw)
    base = solve(rough, closures=Closures(deficit="balanced"), settings=Settings(tolerance=1e-12))
    assert base.status.ok
    params = from_flows(base.X1, base.pi1, rough.t, rough.e, rough.o, rough.gamma, rough.va, rough.theta)
    assert np.abs(params.D / params.wL.sum(axis=1)).max() < 1e-9
    return params, precondition(at_rest(params)), raw


def _closed(raw: nafta.Nafta) -> Params:
    """Clip final demand at zero, then let spending settle at the shares that result."""
    N, J = raw.output.shape
    paid = raw.trade * (1 + raw.tariff_1993)
    X = paid.sum(axis=1)
    home = np.eye(N, dtype=bool)[:, :, None]
    pi = np.where(X[:, None, :] == 0, home, paid / np.where(X == 0, 1, X)[:, None, :])
    gamma, va = raw.gamma, raw.va
    final = np.maximum(X - np.einsum("nkj,nj->nk", gamma, raw.output), 0)
    alpha = final / final.sum(axis=1, keepdims=True)
    wL = va * raw.output
    owed = final.sum(axis=1) - wL.sum(axis=1) - (raw.tariff_1993 * raw.trade).sum(axis=(1, 2))
    for _ in range(400):
        M = pi * X[:, None, :] / (1 + raw.tariff_1993)
        income = wL.sum(axis=1) + (raw.tariff_1993 * M).sum(axis=(1, 2)) + owed
        X = np.einsum("nkj,nj->nk", gamma, M.sum(axis=0)) + alpha * income[:, None]
    zero = np.zeros((N, N, J))
    return Params(
        X=X,
        pi=pi,
        t=raw.tariff_1993,
        e=zero,
        o=np.zeros((N, J)),
        gamma=gamma,
        va=va,
        alpha=alpha,
        theta=raw.theta,
        wL=wL,
        D=owed,
    )


def test_nafta_takes_at_most_25(world: World) -> None:
    params, preconditioner, raw = world
    s = solve(params, Shocks(t=nafta.among_members(raw)), preconditioner=preconditioner)
    assert s.status.ok and s.residual < 1e-10
    assert s.evaluations <= 25


def test_fifty_points_on_everyone_take_at_most_35(world: World) -> None:
    params, preconditioner, _ = world
    t = params.t.copy()
    t[:, :, :20] += 0.5
    t[np.arange(params.N), np.arange(params.N)] = 0
    s = solve(params, Shocks(t=t), preconditioner=preconditioner)
    assert s.status.ok and s.residual < 1e-10
    assert s.evaluations <= 35


def test_nothing_takes_one_look(world: World) -> None:
    params, preconditioner, _ = world
    s = solve(params, preconditioner=preconditioner)
    assert s.evaluations == 1
    assert np.abs(s.w_hat - 1).max() < 1e-13


def test_without_a_preconditioner_the_answer_is_the_same(world: World) -> None:
    params, preconditioner, raw = world
    shock = Shocks(t=nafta.among_members(raw))
    alone, given = solve(params, shock), solve(params, shock, preconditioner=preconditioner)
    np.testing.assert_allclose(alone.w_hat, given.w_hat, rtol=1e-12)
    assert replace(alone, params=params).evaluations == given.evaluations

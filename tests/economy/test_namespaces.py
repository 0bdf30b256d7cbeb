"""The equations under jax.numpy: the same numbers, compiled, differentiable, and with a batch in front."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import numpy as np
import pytest

from economy.random_economies import economy, shocks
from hinterland.economy import system
from hinterland.economy.params import Levers, Params, levers

jax = pytest.importorskip("jax")
jnp = pytest.importorskip("jax.numpy")
P = economy(5, 3, 4, zeros=False)
V = levers(P, shocks(1, P))


@pytest.fixture(autouse=True, scope="module")
def _double_precision() -> Iterator[None]:
    before = jax.config.jax_enable_x64
    jax.config.update("jax_enable_x64", True)
    yield
    jax.config.update("jax_enable_x64", before)


def everything(w: np.ndarray, prices: np.ndarray, X: np.ndarray, p: Params, v: Levers, xp: ModuleType) -> tuple:
    """Run every function of `system` once, each on what the others gave."""
    kap = system.route(v.d_hat, p.t, v.t, p.e, v.e)
    c = system.cost(w, prices, (1 + v.o) / (1 + p.o), v.A_hat, p.va, p.gamma, xp)
    index = system.price(p.pi, kap, c, p.theta, xp)
    pi1 = system.share(p.pi, kap, c, index, p.theta)
    M1 = system.border(pi1, X, v.t)
    Y1 = system.sales(M1, v.e, xp)
    wL1 = system.factor_income(p.va, Y1, v.o)
    revenue = (
        system.tariff_revenue(M1, v.t, xp)
        + system.export_tax_revenue(M1, v.e, xp)
        + system.production_tax_revenue(Y1, v.o, xp)
    )
    income = system.income(wL1, revenue, v.D, xp)
    return kap, c, index, pi1, M1, Y1, wL1, revenue, income, system.spending(p.gamma, Y1, v.o, v.alpha, income, xp)


def point(seed: int, *batch: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    w, prices, size = (np.exp(rng.uniform(-0.3, 0.3, (*batch, 3, columns))) for columns in (1, 4, 4))
    return w, prices, P.X * size


def test_jax_gives_what_numpy_gives() -> None:
    for found, wanted in zip(everything(*point(0), P, V, jnp), everything(*point(0), P, V, np), strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-13)


def test_compiled_it_gives_the_same() -> None:
    compiled = jax.jit(lambda w, prices, X: everything(w, prices, X, P, V, jnp))
    for found, wanted in zip(compiled(*point(0)), everything(*point(0), P, V, np), strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-13)


def test_gradients_are_central_differences() -> None:
    """World spending by wages, prices and spending, all entries at once along a random direction."""
    direction = point(1)

    def total(s: float, xp: ModuleType) -> np.ndarray:
        at = [a * (1 + s * b) for a, b in zip(point(0), direction, strict=True)]
        return everything(*at, P, V, xp)[-1].sum()

    slope = jax.grad(lambda s: total(s, jnp))(0.0)
    step = 1e-5
    assert float(slope) == pytest.approx((total(step, np) - total(-step, np)) / (2 * step), rel=1e-8)


@pytest.mark.parametrize("xp", ["numpy", "jax"])
def test_a_batch_is_one_by_one(xp: str) -> None:
    namespace = np if xp == "numpy" else jnp
    w, prices, X = point(2, 5)
    batch = everything(w, prices, X, P, V, namespace)
    for b in range(5):
        alone = everything(w[b], prices[b], X[b], P, V, namespace)
        for found, wanted in zip(batch[1:], alone[1:], strict=True):  # routes do not depend on the point
            np.testing.assert_allclose(found[b], wanted, rtol=1e-13)

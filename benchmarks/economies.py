"""The economies that are timed. Those from real figures need the folder of figures beside the checkout."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from hinterland.baseline import Baseline
from hinterland.calibrate import calibrate
from hinterland.economy.params import Closures, Params, from_flows
from hinterland.labels import Axis
from hinterland.tables.raw import RawTables
from hinterland.tables.schema import EconomyFile, LabelRow

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "tests"))

from published import nafta  # noqa: E402 (the tests' own reader of the exercise)

THETA = 5.0  # of every sector where the source has none


def nafta_exercise() -> tuple[Baseline, nafta.Exercise]:
    """Calibrate the economy of Caliendo & Parro (2015), 31 × 40, deficits set to zero."""
    exercise = nafta.read(SHARED / "cp2015")
    return calibrate(exercise.raw, exercise.described, Closures(deficit="balanced")), exercise


def wiod(year: int = 2011) -> Baseline:
    """Calibrate the world of WIOD's 2013 release, 41 × 35, without tariffs."""
    with np.load(SHARED / f"wiod_{year}.npz") as file:
        Z, F = file["Z"].astype(float), file["F"].astype(float)
        regions, sectors = file["regions"], file["sectors"]
    N, J = len(regions), len(sectors)
    flows = Z.reshape(N, J, N, J)  # [supplier, input, region, user]
    trade = np.maximum(flows.sum(axis=3) + F.reshape(N, J, N), 0.0).transpose(2, 0, 1)
    return _calibrated(f"WIOD {year}", regions, sectors, trade, flows.sum(axis=0).transpose(1, 0, 2))


def cepii() -> Baseline:
    """Calibrate 194 countries with one sector: trade of 2023, output twice what is exported and GDP together."""
    trade = np.nan_to_num(np.genfromtxt(SHARED / "trade_cepii.csv", delimiter=",", skip_header=1)).T / 1000
    gdp = np.genfromtxt(SHARED / "gdp.csv", skip_header=1) / 1e6
    N = len(gdp)
    np.fill_diagonal(trade, 0.0)
    # Home sales: gross output is about twice value added; what is not exported stays at home.
    np.fill_diagonal(trade, np.maximum(2 * gdp - trade.sum(axis=0), 0.1 * gdp))
    inputs = 0.5 * trade.sum(axis=0)[:, None, None]
    return _calibrated("BACI 2023", [f"r{n}" for n in range(N)], ["all"], trade[:, :, None], inputs)


def synthetic(N: int, J: int, seed: int = 1) -> Params:
    """Make an economy of the size of GTAP's: gravity with noise, home bias, dense input-output tables."""
    rng = np.random.default_rng(seed)
    size = rng.lognormal(0, 1.2, N)
    near = rng.lognormal(0, 1.0, (N, N, J)) * size[None, :, None] * rng.lognormal(0, 0.5, (1, N, J))
    near[np.arange(N), np.arange(N)] *= 30
    pi = near / near.sum(axis=1, keepdims=True)
    va = rng.uniform(0.3, 0.7, (N, J))
    gamma = rng.dirichlet(np.full(J, 0.3), (N, J)).transpose(0, 2, 1) * (1 - va)[:, None, :]
    alpha = rng.dirichlet(np.ones(J), N)
    t = rng.uniform(0, 0.2, (N, N, J))
    t[np.arange(N), np.arange(N)] = 0
    X = alpha * size[:, None]
    for _ in range(200):  # spending that the shares reproduce
        Y = np.einsum("nij,nj->ij", pi / (1 + t), X)
        income = (va * Y).sum(axis=1) + (pi * t / (1 + t) * X[:, None, :]).sum(axis=(1, 2))
        X = np.einsum("nkj,nj->nk", gamma, Y) + alpha * income[:, None]
    zeros = np.zeros((N, N, J))
    return from_flows(X, pi, t, zeros, np.zeros((N, J)), gamma, va, rng.uniform(2, 10, J))


def _calibrated(title: str, regions: list[str], sectors: list[str], trade: np.ndarray, inputs: np.ndarray) -> Baseline:
    """Calibrate a table without tariffs, with one trade elasticity for all."""
    raw = RawTables(
        regions=Axis.of("region", regions),
        sectors=Axis.of("sector", sectors),
        trade=trade,
        tariff=np.zeros_like(trade),
        export_tax=np.zeros_like(trade),
        inputs=np.maximum(inputs, 0.0),
        shares=False,
        theta=np.full(len(sectors), THETA),
        traded=np.ones(len(sectors), dtype=bool),
    )
    described = EconomyFile(
        title=title,
        year=2011,
        currency="million USD",
        source=title,
        licence="see the data",
        region=[LabelRow(code=str(code)) for code in regions],
        sector=[LabelRow(code=str(code)) for code in sectors],
    )
    return calibrate(raw, described, Closures(deficit="balanced"), most_repair=1.0)

"""The equations of the model once more, one loop an index and nothing clever: the judge of `system` and of `solve`.

Written from the published equations (Caliendo & Parro 2015, eq. 10-14, with export and production taxes), sharing no
line with the package.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from hinterland.economy.params import Levers, Params


@dataclass(frozen=True)
class World:
    """Hold every variable that follows from wages, prices and spending."""

    kap: np.ndarray
    c: np.ndarray
    P: np.ndarray
    pi: np.ndarray
    M: np.ndarray
    Y: np.ndarray
    wL: np.ndarray  # what producers pay, by sector
    claimed: np.ndarray  # what workers claim: w_hat L_hat wL, by region (mobile) or by sector (specific)
    duties: np.ndarray
    export_tax: np.ndarray
    production_tax: np.ndarray
    I: np.ndarray  # noqa: E741
    X: np.ndarray


def world(p: Params, v: Levers, w: np.ndarray, P: np.ndarray, X: np.ndarray) -> World:
    """Compute everything from wages [N, 1 or J], prices [N, J] and spending [N, J], one number at a time."""
    N, J = p.N, p.J
    wage = np.broadcast_to(w, (N, J))
    kap, share, M = np.zeros((N, N, J)), np.zeros((N, N, J)), np.zeros((N, N, J))
    c, index, Y, paid, spent = (np.zeros((N, J)) for _ in range(5))
    duties, export_tax, production_tax, income = (np.zeros(N) for _ in range(4))
    claimed = np.zeros(w.shape)
    for i in range(N):
        for j in range(J):
            c[i, j] = (1 + v.o[i, j]) / (1 + p.o[i, j]) * wage[i, j] ** p.va[i, j] / v.A_hat[i, j]
            for k in range(J):
                c[i, j] *= P[i, k] ** p.gamma[i, k, j]
    for n in range(N):
        for j in range(J):
            total = 0.0
            for i in range(N):
                tax = (1 + v.t[n, i, j]) / (1 + p.t[n, i, j]) * (1 + v.e[n, i, j]) / (1 + p.e[n, i, j])
                kap[n, i, j] = v.d_hat[n, i, j] * tax
                total += p.pi[n, i, j] * (kap[n, i, j] * c[i, j]) ** -p.theta[j]
                share[n, i, j] = p.pi[n, i, j] * (kap[n, i, j] * c[i, j] / P[n, j]) ** -p.theta[j]
                M[n, i, j] = share[n, i, j] * X[n, j] / (1 + v.t[n, i, j])
                Y[i, j] += M[n, i, j] / (1 + v.e[n, i, j])
                duties[n] += v.t[n, i, j] * M[n, i, j]
                export_tax[i] += v.e[n, i, j] * M[n, i, j] / (1 + v.e[n, i, j])
            index[n, j] = total ** (-1 / p.theta[j])
    for n in range(N):
        for j in range(J):
            net = Y[n, j] / (1 + v.o[n, j])
            production_tax[n] += v.o[n, j] * net
            paid[n, j] = p.va[n, j] * net
            claimed[n, j if w.shape[1] > 1 else 0] += wage[n, j] * v.L_hat[n] * p.wL[n, j]
        income[n] = sum(claimed[n]) + duties[n] + export_tax[n] + production_tax[n] + v.D[n]
    for n in range(N):
        for j in range(J):
            spent[n, j] = v.alpha[n, j] * income[n]
            for k in range(J):
                spent[n, j] += p.gamma[n, j, k] * Y[n, k] / (1 + v.o[n, k])
    return World(kap, c, index, share, M, Y, paid, claimed, duties, export_tax, production_tax, income, spent)


def violation(p: Params, v: Levers, w: np.ndarray, P: np.ndarray, X: np.ndarray) -> float:
    """Give the largest relative violation of any equation: prices, spending, factor markets, numeraire."""
    at = world(p, v, w, P, X)
    paid = at.wL if w.shape[1] > 1 else at.wL.sum(axis=1, keepdims=True)
    worst = abs(at.claimed.sum() / p.wL.sum() - 1)
    for found, wanted in ((at.P, P), (at.X, X), (paid, at.claimed)):
        for a, b in zip(found.flat, wanted.flat, strict=True):
            worst = max(worst, 0.0 if a == b else abs(a - b) / abs(b) if b else math.inf)
    return float(worst)

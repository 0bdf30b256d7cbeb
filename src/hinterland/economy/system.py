"""The equilibrium in changes, one small function an equation, in the order of the paper.

Exact hat algebra: Dekle, Eaton & Kortum (2008); Caliendo & Parro (2015), eq. 10–14; Costinot & Rodríguez-Clare (2014).
`x_hat` is counterfactual over baseline; a trailing 1 marks a counterfactual level. `xp` is the array namespace (numpy,
jax.numpy); every function takes leading batch axes. The solver iterates on a folded form of the same equations
(`fold`); what is written here is what its answers are held against.
"""

from __future__ import annotations

from types import ModuleType

import numpy as np

from hinterland.economy.shapes import InputOutput, Rates, Regions, RegionSector, Sectors, Trade, Wages


def route(d_hat: Trade, t: Rates, t1: Rates, e: Rates, e1: Rates) -> Trade:
    """Give the change of what stands between the producer's price and the buyer's: kap_hat[n, i, j]."""
    return d_hat * (1 + t1) / (1 + t) * (1 + e1) / (1 + e)


def cost(
    w_hat: Wages,
    P_hat: RegionSector,
    o_hat: RegionSector,
    A_hat: RegionSector,
    va: RegionSector,
    gamma: InputOutput,
    xp: ModuleType = np,
) -> RegionSector:
    """Give the change of the unit cost, production tax included: o_hat · w_hat^va · Π_k P_hat^gamma / A_hat."""
    inputs = xp.einsum("...nkj,...nk->...nj", gamma, xp.log(P_hat))
    return o_hat * xp.exp(va * xp.log(w_hat) + inputs) / A_hat


def price(pi: Trade, kap_hat: Trade, c_hat: RegionSector, theta: Sectors, xp: ModuleType = np) -> RegionSector:
    """Give the change of the price index of what n buys in j: (Σ_i pi (kap_hat c_hat)^−theta)^(−1/theta)."""
    delivered = (kap_hat * c_hat[..., None, :, :]) ** (-theta)
    return xp.sum(pi * delivered, axis=-2) ** (-1 / theta)


def share(pi: Trade, kap_hat: Trade, c_hat: RegionSector, P_hat: RegionSector, theta: Sectors) -> Trade:
    """Give the new trade shares: pi (kap_hat c_hat / P_hat)^−theta."""
    return pi * (kap_hat * c_hat[..., None, :, :] / P_hat[..., :, None, :]) ** (-theta)


def border(pi1: Trade, X1: RegionSector, t1: Trade) -> Trade:
    """Give the value of trade at the border, before duty: M = pi X / (1 + t)."""
    return pi1 * X1[..., :, None, :] / (1 + t1)


def sales(M1: Trade, e1: Trade, xp: ModuleType = np) -> RegionSector:
    """Give producers' sales: Y[i, j] = Σ_n M / (1 + e)."""
    return xp.sum(M1 / (1 + e1), axis=-3)


def factor_income(va: RegionSector, Y1: RegionSector, o1: RegionSector) -> RegionSector:
    """Give the value added paid in each sector: va Y / (1 + o)."""
    return va * Y1 / (1 + o1)


def tariff_revenue(M1: Trade, t1: Trade, xp: ModuleType = np) -> Regions:
    """Give what importer n collects at the border: Σ_ij t M."""
    return xp.einsum("...nij,...nij->...n", t1, M1)


def export_tax_revenue(M1: Trade, e1: Trade, xp: ModuleType = np) -> Regions:
    """Give what exporter i collects on its sales: Σ_nj e/(1+e) M; rebates make it negative."""
    return xp.sum(e1 / (1 + e1) * M1, axis=(-3, -1))


def production_tax_revenue(Y1: RegionSector, o1: RegionSector, xp: ModuleType = np) -> Regions:
    """Give what region i collects on production: Σ_j o/(1+o) Y; support makes it negative."""
    return xp.sum(o1 / (1 + o1) * Y1, axis=-1)


def income(wL1: RegionSector, revenue: Regions, D1: Regions, xp: ModuleType = np) -> Regions:
    """Give final income: factor income, all revenue, and the deficit."""
    return xp.sum(wL1, axis=-1) + revenue + D1


def spending(
    gamma: InputOutput,
    Y1: RegionSector,
    o1: RegionSector,
    alpha1: RegionSector,
    I1: Regions,
    xp: ModuleType = np,
) -> RegionSector:
    """Give spending on each composite good, by industry and by final buyers: Σ_k gamma[n, j, k] Y/(1+o) + alpha I."""
    return xp.einsum("...njk,...nk->...nj", gamma, Y1 / (1 + o1)) + alpha1 * I1[..., :, None]

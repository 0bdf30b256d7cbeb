"""What a counterfactual means for those who live in it: real income, real wages, prices, revenue.

Real income is final income over the price index of final spending, at the baseline's tastes. Its first-order parts are
the terms of trade and the volume of trade of Caliendo & Parro (2015, eq. 16), with the parts of other levers beside.
"""

from __future__ import annotations

import numpy as np

from hinterland.economy.params import Levers, Params, Shocks, levers
from hinterland.economy.shapes import Regions, RegionSector, Trade
from hinterland.economy.solve import Solution
from hinterland.economy.system import (
    border,
    export_tax_revenue,
    income,
    production_tax_revenue,
    sales,
    tariff_revenue,
)
from hinterland.economy.terms import Moves, Terms, terms


def real_income(solution: Solution) -> Regions:
    """Give the exact change of real income: W_hat = I_hat / Π_j P_hat^alpha, alpha of the baseline."""
    return solution.I1 / income_at_rest(solution.params) / price_index(solution)


def real_wage(solution: Solution) -> Regions:
    """Give the change of the real wage, the mean over a region's workers where labour is specific to its sector."""
    wL = solution.params.wL.sum(axis=1, keepdims=True) if solution.w_hat.shape[1] == 1 else solution.params.wL
    return (solution.w_hat * wL).sum(axis=1) / wL.sum(axis=1) / price_index(solution)


def price_index(solution: Solution) -> Regions:
    """Give the change of the price of final spending: Π_j P_hat^alpha, alpha of the baseline."""
    return np.exp((solution.params.alpha * np.log(solution.P_hat)).sum(axis=1))


def revenue(solution: Solution) -> Regions:
    """Give what each treasury collects: tariffs, export taxes and production taxes, less rebates and support."""
    return _revenue(border(solution.pi1, solution.X1, solution.levers.t), solution.levers)


def revenue_at_rest(params: Params) -> Regions:
    """Give what each treasury collects in the baseline."""
    return _revenue(border(params.pi, params.X, params.t), levers(params, Shocks()))


def income_at_rest(params: Params) -> Regions:
    """Give final income of the baseline: factor income, revenue and deficit."""
    return income(params.wL, revenue_at_rest(params), params.D)


def sales_at_rest(params: Params) -> RegionSector:
    """Give producers' sales in the baseline."""
    return sales(border(params.pi, params.X, params.t), params.e)


def first_order(solution: Solution) -> Terms:
    """Split the change of real income to first order: baseline values times the changes of prices and quantities.

    The terms of trade and the volume of trade of Caliendo & Parro (2015), with `c_hat − 1` for the change of a price
    and `M_hat − 1` for that of a value as they print them, and in the same way the terms of the other levers. Exports
    count at their border price, export tax included; without export taxes that is the paper's.
    """
    params, after = solution.params, solution.levers
    M = border(params.pi, params.X, params.t)
    M1 = border(solution.pi1, solution.X1, after.t)
    moves = Moves(
        M=M1 - M,
        c=solution.c_hat - 1,
        P=solution.P_hat - 1,
        e=(after.e - params.e) / (1 + params.e),
        d=after.d_hat - 1,
        A=after.A_hat - 1,
        L=after.L_hat - 1,
        D=after.D - params.D,
    )
    return terms(params, levers(params, Shocks()), M, income_at_rest(params), moves)


def _revenue(M: Trade, at: Levers) -> Regions:
    on_output = production_tax_revenue(sales(M, at.e), at.o)
    return tariff_revenue(M, at.t) + export_tax_revenue(M, at.e) + on_output

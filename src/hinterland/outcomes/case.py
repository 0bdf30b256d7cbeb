"""One scenario solved, and the values before and after that every table is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy import system, welfare
from hinterland.economy.decompose import Decomposition, decompose
from hinterland.economy.params import Closures, Params
from hinterland.economy.solve import Solution
from hinterland.outcomes.leontief import final_uses
from hinterland.scenario.compose import compose
from hinterland.scenario.schema import Scenario
from hinterland.scenario.shocks import ByLabel


@dataclass(frozen=True)
class Case:
    """Hold a solved scenario. A trailing 1 marks what is after. Money is in the baseline's currency."""

    baseline: Baseline
    scenario: ByLabel | Scenario
    closures: Closures
    solution: Solution

    @property
    def params(self) -> Params:
        """Give the baseline that was solved on; without inputs it is recast."""
        return self.solution.params

    @cached_property
    def M(self) -> np.ndarray:
        """Give trade at the border before, [importer, exporter, sector]."""
        return system.border(self.params.pi, self.params.X, self.params.t)

    @cached_property
    def M1(self) -> np.ndarray:
        """Give trade at the border after, [importer, exporter, sector]."""
        return system.border(self.solution.pi1, self.solution.X1, self.solution.levers.t)

    @cached_property
    def Y(self) -> np.ndarray:
        """Give producers' sales before, [region, sector]."""
        return welfare.sales_at_rest(self.params)

    @property
    def Y1(self) -> np.ndarray:
        """Give producers' sales after, [region, sector]."""
        return self.solution.Y1

    @property
    def wL1(self) -> np.ndarray:
        """Give the value added paid after, [region, sector]."""
        return system.factor_income(self.params.va, self.Y1, self.solution.levers.o)

    @cached_property
    def real_output(self) -> np.ndarray:
        """Give the change of the quantity produced as a ratio, [region, sector]: Y_hat / c_hat."""
        return ratio(self.Y1, self.Y) / self.solution.c_hat

    @property
    def abroad(self) -> np.ndarray:
        """Mark trade that crosses a border, [importer, exporter, 1]."""
        return ~np.eye(self.params.N, dtype=bool)[:, :, None]

    @cached_property
    def co2_hat(self) -> np.ndarray:
        """Give the change of CO2 per unit of output that measures bring, as a ratio [region, sector]."""
        if isinstance(self.scenario, Scenario):
            return compose(self.baseline, self.scenario, self.closures).co2_hat
        return np.ones_like(self.params.o)

    @cached_property
    def final_uses(self) -> tuple[np.ndarray, np.ndarray]:
        """Give output by whose final spending calls for it, before and after, [producer, sector, consumer]."""
        params, solution, at = self.params, self.solution, self.solution.levers
        final = params.alpha * welfare.income_at_rest(params)[:, None]
        rest = final_uses(params.pi, params.t, params.e, params.o, params.gamma, final)
        if not solution.status.ok:  # its matrix may have no inverse
            return rest, np.full_like(rest, np.nan)
        final1 = at.alpha * solution.I1[:, None]
        return rest, final_uses(solution.pi1, at.t, at.e, at.o, params.gamma, final1)

    @cached_property
    def decomposition(self) -> Decomposition:
        """Split the exact change of real income into its mechanisms, along the straight path of the shocks."""
        return decompose(self.solution, self.closures, self.baseline.preconditioner)


def ratio(after: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Give after over before; not a number where there was nothing."""
    return np.where(before > 0, after / np.where(before > 0, before, 1.0), np.nan)


def pct(hat: np.ndarray) -> np.ndarray:
    """Turn a ratio into a change in per cent."""
    return 100 * (hat - 1)


def change(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Give the change in per cent; not a number where there was nothing."""
    return pct(ratio(after, before))

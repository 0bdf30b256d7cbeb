"""Every flow of a calibrated economy in one vector, the sums that close its accounts, and its published totals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy.system import border
from hinterland.economy.welfare import income_at_rest, sales_at_rest
from hinterland.tables.balance import Totals
from hinterland.targets.target import Scope

Array = np.ndarray
BLOCKS = ("trade", "inputs", "final", "value_added")


@dataclass(frozen=True)
class Book:
    """Hold the flows in money and the rates that stay: the accounts close to rounding."""

    baseline: Baseline
    trade: Array  # [importer, exporter, sector] at the border
    inputs: Array  # [region, input, user], duties included
    final: Array  # [region, sector]
    value_added: Array  # [region, sector]

    @classmethod
    def of(cls, baseline: Baseline) -> Book:
        """Write a calibrated economy in money."""
        params = baseline.params
        cost = sales_at_rest(params) / (1 + params.o)
        return cls(
            baseline,
            border(params.pi, params.X, params.t),
            params.gamma * cost[:, None, :],
            params.alpha * income_at_rest(params)[:, None],
            params.wL,
        )

    @property
    def flows(self) -> Array:
        """Give every flow, block after block."""
        return np.concatenate([getattr(self, name).ravel() for name in BLOCKS])

    @cached_property
    def places(self) -> dict[str, Array]:
        """Number the flows of each block, in its shape."""
        found, first = {}, 0
        for name in BLOCKS:
            block = getattr(self, name)
            found[name] = np.arange(first, first + block.size).reshape(block.shape)
            first += block.size
        return found

    def with_flows(self, flows: Array) -> Book:
        """Put other flows in place."""
        return Book(self.baseline, *(flows[where] for where in self.places.values()))

    def closing(self) -> Totals:
        """Ask that what is bought is used, and that what is earned is paid out, in every region and sector."""
        params, at, totals = self.baseline.params, self.places, Totals()
        bought, earned = 1 + params.t, 1 / ((1 + params.e) * (1 + params.o))
        names = [(n, j) for n in range(params.N) for j in range(params.J)]
        for n, j in names:
            cells = [at["trade"][n, :, j], at["inputs"][n, j], at["final"][n, j : j + 1]]
            signs = [bought[n, :, j], -np.ones(params.J), -np.ones(1)]
            totals.add(f"use of {self._cell(n, j)}", np.concatenate(cells), 0.0, np.concatenate(signs))
        for n, j in names:
            cells = [at["trade"][:, n, j], at["inputs"][n, :, j], at["value_added"][n, j : j + 1]]
            signs = [earned[:, n, j], -np.ones(params.J), -np.ones(1)]
            totals.add(f"cost of {self._cell(n, j)}", np.concatenate(cells), 0.0, np.concatenate(signs))
        return totals

    def cells(self, scope: Scope) -> tuple[Array, Array]:
        """Give the flows that add up to a total, by position, and how much of each counts.

        Exports and imports are at the border. GDP is value added with the taxes on trade and production.
        """
        own, others, sectors = scope.sellers_and_buyers(self.baseline)
        if scope.measure == "value_added":
            return _counted(self.places["value_added"][np.ix_(own, sectors)])
        if scope.measure == "gdp":
            return self._gdp(own, sectors)
        sold = self.places["trade"][np.ix_(others, own, sectors)].ravel()
        bought = self.places["trade"][np.ix_(own, others, sectors)].ravel()
        sides = {"exports": sold, "imports": bought, "trade": np.concatenate([sold, bought])}
        return _counted(sides[scope.measure])

    def asked(self, scope: Scope, whole: Scope | None, value: float) -> tuple[Array, float, Array]:
        """Write `total = value`, or `part - value * whole = 0`, as cells, right-hand side and coefficients."""
        part, counts = self.cells(scope)
        if whole is None:
            return part, value, counts
        cells, weights = self.cells(whole)
        return np.concatenate([part, cells]), 0.0, np.concatenate([counts, -value * weights])

    def amount(self, scope: Scope) -> float:
        """Add up a total."""
        cells, counts = self.cells(scope)
        return float(self.flows[cells] @ counts)

    def _gdp(self, own: list[int], sectors: list[int]) -> tuple[Array, Array]:
        params, trade = self.baseline.params, self.places["trade"]
        everyone = list(range(params.N))
        bought, sold = np.ix_(own, everyone, sectors), np.ix_(everyone, own, sectors)
        on_sales = 1 - 1 / ((1 + params.e) * (1 + params.o))  # of the border value: export and production taxes
        parts = [
            _counted(self.places["value_added"][np.ix_(own, sectors)]),
            (trade[bought].ravel(), params.t[bought].ravel()),
            (trade[sold].ravel(), on_sales[sold].ravel()),
        ]
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])

    def _cell(self, n: int, j: int) -> str:
        return f"{self.baseline.sectors.codes[j]} in {self.baseline.regions.codes[n]}"


def _counted(cells: Array) -> tuple[Array, Array]:
    return cells.ravel(), np.ones(cells.size)

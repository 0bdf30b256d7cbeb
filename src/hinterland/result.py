"""What a scenario did: a solution with labels, and the tables that people ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy import system, welfare
from hinterland.economy.decompose import Decomposition, decompose
from hinterland.economy.params import Closures
from hinterland.economy.solve import Solution
from hinterland.economy.status import Status
from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.panel import Panel
from hinterland.scenario.schema import Scenario
from hinterland.scenario.shocks import ByLabel

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr


@dataclass(frozen=True)
class Result:
    """Hold the answer to one scenario. Changes are against the baseline; `_pct` columns are per cent.

    Money is in the baseline's currency, in units of world factor income: that total is the numeraire.
    """

    baseline: Baseline
    scenario: ByLabel | Scenario
    closures: Closures
    solution: Solution

    @property
    def status(self) -> Status:
        """Say how the solve ended, with a sentence and a remedy."""
        return self.solution.status

    def panel(self, name: str) -> Panel:
        """Give one of the tables `regions`, `trade`, `sectors`, `decomposition`, `checks`."""
        if name not in PANELS:
            raise InputError([_table_is_unknown(str(name))])
        if self.status.ok:
            return PANELS[name](self)
        with np.errstate(all="ignore"):
            panel = PANELS[name](self)
        return panel if name == "checks" else _without_numbers(panel)

    def table(self, name: str) -> pd.DataFrame:
        """Give a table as pandas, a row a cell; see `panel` for the names."""
        return self.panel(name).table()

    def view(self, name: str) -> xr.Dataset:
        """Give a table as an xarray Dataset with labelled axes; see `panel` for the names."""
        return self.panel(name).view()

    @cached_property
    def decomposition(self) -> Decomposition:
        """Split the exact change of real income into its mechanisms, along the straight path of the shocks."""
        return decompose(self.solution, self.closures, self.baseline.preconditioner)


def _without_numbers(panel: Panel) -> Panel:
    """Keep the labels and take the numbers away: those of an answer that did not converge mean nothing."""
    return replace(panel, values={name: np.full(array.shape, np.nan) for name, array in panel.values.items()})


def _table_is_unknown(name: str) -> Problem:
    found = f"no table {name!r}{suggestion(name, tuple(PANELS))}"
    return Problem(found, "result", f"one of {', '.join(PANELS)}", "name one of these", "table_is_unknown")


def _regions(result: Result) -> Panel:
    """Give the headline: one row a region."""
    solution, params = result.solution, result.solution.params
    first = welfare.first_order(solution)
    before, after = _border(result)
    home = np.eye(params.N, dtype=bool)[:, :, None]
    foreign_before, foreign_after = np.where(home, 0.0, before), np.where(home, 0.0, after)
    values = {
        "real_income_pct": _pct(welfare.real_income(solution)),
        "first_order_welfare_pct": 100 * first.total,
        "terms_of_trade_pct": 100 * first.terms_of_trade.sum(axis=(1, 2)),
        "volume_of_trade_pct": 100 * first.volume_of_trade.sum(axis=(1, 2)),
        "real_wage_pct": _pct(welfare.real_wage(solution)),
        "price_pct": _pct(welfare.price_index(solution)),
        "exports_pct": _change(foreign_before.sum(axis=(0, 2)), foreign_after.sum(axis=(0, 2))),
        "imports_pct": _change(foreign_before.sum(axis=(1, 2)), foreign_after.sum(axis=(1, 2))),
        "revenue": welfare.revenue(solution) - welfare.revenue_at_rest(params),
    }
    units = dict.fromkeys(values, "%") | {"revenue": f"change, {result.baseline.description.currency}"}
    return Panel("regions", {"region": result.baseline.regions.codes}, values, units)


def _trade(result: Result) -> Panel:
    """Give trade at the border by importer, exporter and sector, home sales included."""
    before, after = _border(result)
    regions, sectors = result.baseline.regions.codes, result.baseline.sectors.codes
    money = result.baseline.description.currency
    return Panel(
        "trade",
        {"importer": regions, "exporter": regions, "sector": sectors},
        {"before": before, "after": after, "change_pct": _change(before, after)},
        {"before": money, "after": money, "change_pct": "%"},
        keep=(before > 0) | (after > 0),
    )


def _sectors(result: Result) -> Panel:
    """Give output, costs and prices by region and sector."""
    solution, params = result.solution, result.solution.params
    before = welfare.sales_at_rest(params)
    after = solution.Y1
    money = result.baseline.description.currency
    nominal = np.where(before > 0, after / np.where(before > 0, before, 1.0), np.nan)
    paid = params.va * after / (1 + solution.levers.o)
    values = {
        "output_before": before,
        "output_after": after,
        "output_pct": _pct(nominal),
        "real_output_pct": _pct(nominal / solution.c_hat),
        "value_added_before": params.wL,
        "value_added_after": paid,
        "cost_pct": _pct(solution.c_hat),
        "price_pct": _pct(solution.P_hat),
    }
    units = {name: "%" if name.endswith("_pct") else money for name in values}
    axes = {"region": result.baseline.regions.codes, "sector": result.baseline.sectors.codes}
    return Panel("sectors", axes, values, units, keep=(before > 0) | (after > 0))


def _decomposition(result: Result) -> Panel:
    """Give the mechanisms behind each region's real income, by partner and sector; they add up to `real_income_pct`.

    What happens at home has the region itself as partner. Empty where there is no decomposition: see its status.
    """
    terms = result.decomposition.terms
    stacked = np.stack(list(terms.values()), axis=1)  # [region, term, partner, sector]
    regions, sectors = result.baseline.regions.codes, result.baseline.sectors.codes
    return Panel(
        "decomposition",
        {"region": regions, "term": tuple(terms), "partner": regions, "sector": sectors},
        {"contribution_pct": 100 * stacked * _log_to_change(result)[:, None, None, None]},
        {"contribution_pct": "% of real income"},
        keep=(stacked != 0) & np.isfinite(stacked),
    )


def _log_to_change(result: Result) -> np.ndarray:
    """Give by what log points, which add up, must be scaled to add up to the change as a fraction."""
    exact = welfare.real_income(result.solution)
    log = np.log(exact)
    return np.where(np.abs(log) > 1e-12, (exact - 1) / np.where(log == 0, 1.0, log), 1.0)


def _checks(result: Result) -> Panel:
    """Give what the answer was held against, each a number that should be small."""
    solution, params = result.solution, result.solution.params
    _, after = _border(result)
    claimed = (solution.w_hat * solution.levers.L_hat[:, None] * params.wL).sum()
    balance = after.sum(axis=(1, 2)) - after.sum(axis=(0, 2)) - solution.levers.D
    found = {
        "largest violation of any equation": solution.residual,
        "shares add up": np.abs(solution.pi1.sum(axis=1) - 1).max(),
        "trade balances": np.abs(balance).max() / params.wL.sum(),
        "world factor income is the numeraire": abs(claimed / params.wL.sum() - 1),
        "deficits sum to zero": abs(solution.levers.D.sum()) / params.wL.sum(),
    }
    return Panel("checks", {"check": tuple(found)}, {"off_by": np.array(list(found.values()), dtype=float)})


PANELS: dict[str, Callable[[Result], Panel]] = {
    "regions": _regions,
    "trade": _trade,
    "sectors": _sectors,
    "decomposition": _decomposition,
    "checks": _checks,
}


def _border(result: Result) -> tuple[np.ndarray, np.ndarray]:
    """Give trade at the border before and after, [importer, exporter, sector]."""
    solution, params = result.solution, result.solution.params
    before = system.border(params.pi, params.X, params.t)
    return before, system.border(solution.pi1, solution.X1, solution.levers.t)


def _pct(ratio: np.ndarray) -> np.ndarray:
    return 100 * (ratio - 1)


def _change(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Give the change in per cent; not a number where there was nothing."""
    return _pct(np.where(before > 0, after / np.where(before > 0, before, 1.0), np.nan))

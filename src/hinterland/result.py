"""What a scenario did: a solution with labels, and the tables that people ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from hinterland.assumptions import Assumption, assumptions
from hinterland.economy.status import Status
from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.outcomes.budget import revenue
from hinterland.outcomes.case import Case
from hinterland.outcomes.checks import checks
from hinterland.outcomes.emissions import embodied, emissions, footprint
from hinterland.outcomes.exposure import exposure
from hinterland.outcomes.gdp import gdp
from hinterland.outcomes.regions import regions
from hinterland.outcomes.sectors import employment, sectors
from hinterland.outcomes.trade import market_shares, trade
from hinterland.outcomes.welfare_terms import decomposition
from hinterland.panel import Panel
from hinterland.tree import grow

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

PANELS: dict[str, Callable[[Case], Panel]] = {
    "regions": regions,
    "gdp": gdp,
    "sectors": sectors,
    "employment": employment,
    "trade": trade,
    "market_shares": market_shares,
    "exposure": exposure,
    "revenue": revenue,
    "emissions": emissions,
    "footprint": footprint,
    "embodied": embodied,
    "decomposition": decomposition,
    "checks": checks,
}
_OF_CO2 = ("emissions", "footprint", "embodied")


class Result(Case):
    """Hold the answer to one scenario. Changes are against the baseline; `_pct` columns are per cent.

    Money is in the baseline's currency, in units of world factor income: that total is the numeraire.
    """

    @property
    def status(self) -> Status:
        """Say how the solve ended, with a sentence and a remedy."""
        return self.solution.status

    @property
    def tables(self) -> tuple[str, ...]:
        """Name the tables that this result has: those of CO2 need an economy that states it."""
        has_co2 = "co2_kt" in self.baseline.extras
        return tuple(name for name in PANELS if has_co2 or name not in _OF_CO2)

    def panel(self, name: str) -> Panel:
        """Give a table with its axes and units; `tables` names them, and `docs/results.md` says what they hold."""
        if name not in PANELS:
            raise InputError([table_is_unknown(str(name), tuple(PANELS))])
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

    def tree(self) -> xr.DataTree:
        """Give every table as an xarray DataTree: baseline, scenario and change, each with a node a table."""
        return grow([self.panel(name) for name in self.tables])

    def assumptions(self) -> tuple[Assumption, ...]:
        """List everything that the result stands on and nobody observed."""
        return assumptions(self)


def _without_numbers(panel: Panel) -> Panel:
    """Keep the labels and take the numbers away: those of an answer that did not converge mean nothing."""
    return replace(panel, values={name: np.full(array.shape, np.nan) for name, array in panel.values.items()})


def table_is_unknown(name: str, tables: tuple[str, ...]) -> Problem:
    """Refuse a table that a result does not have."""
    found = f"no table {name!r}{suggestion(name, tables)}"
    return Problem(found, "result", f"one of {', '.join(tables)}", "name one of these", "table_is_unknown")

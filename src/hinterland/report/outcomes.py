"""The figures of what a scenario does besides trade and income: CO2, work, dependence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hinterland.figures.catalogue import FIGURES
from hinterland.figures.figure import Figure
from hinterland.figures.naming import Naming
from hinterland.panel import Panel

DRAWN = ("employment_changes", "co2_sectors", "co2_balance", "co2_trade", "exposure_matrix")
TABLES = tuple(table for name in DRAWN for table in FIGURES[name].tables)


def of_outcomes(tables: Mapping[str, Panel], naming: Naming, about: str) -> Iterator[Figure]:
    """Draw each figure whose table the result has: those of CO2 need an economy that states it."""
    for name in DRAWN:
        for table in FIGURES[name].tables:
            if table in tables:
                yield FIGURES[name].draw(tables[table], naming, about)

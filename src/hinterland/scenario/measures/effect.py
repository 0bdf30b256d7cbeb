"""What one measure does, in terms that compose in any order: rates that add, ratios that multiply, tariff rules.

A rate is a share of the value that it is levied on, so that rate × value is what the treasury gets; negative rates are
rebates, discounts and support.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Form = Literal["set", "change_pp", "cut_pct", "cap", "swiss"]


@dataclass(frozen=True)
class TariffRule:
    """Apply one form of tariff change to some cells."""

    form: Form
    cells: np.ndarray  # [importer, exporter, sector]
    size: float  # a fraction


@dataclass(frozen=True)
class Effect:
    """Hold what a measure changes; None where it changes nothing. N regions, J sectors."""

    tariff: TariffRule | None = None
    on_imports: np.ndarray | None = None  # [N, N, J] rate on the value at the border, after all tariff rules
    on_exports: np.ndarray | None = None  # [N, N, J] rate on the f.o.b. value
    on_output: np.ndarray | None = None  # [N, J] rate on sales
    per_kt: np.ndarray | None = None  # [N, J] price of a kilotonne of CO2 in the economy's currency
    transfer: np.ndarray | None = None  # [N] in the economy's currency; adds up to zero
    d_hat: np.ndarray | None = None  # [N, N, J]
    A_hat: np.ndarray | None = None  # [N, J]
    L_hat: np.ndarray | None = None  # [N]
    taste: np.ndarray | None = None  # [N, J] ratio of final spending on a sector
    co2_hat: np.ndarray | None = None  # [N, J] ratio of CO2 per unit of output


def where(cells: np.ndarray, ratio: float) -> np.ndarray:
    """Give a ratio in the marked cells and one elsewhere."""
    return np.where(cells, ratio, 1.0)


class Misfit(Exception):
    """Say that a measure cannot be applied to an economy: the argument, and the parts of a message."""

    def __init__(self, argument: str, found: str, expected: str, remedy: str, code: str) -> None:
        super().__init__(found)
        self.argument, self.found, self.expected, self.remedy, self.code = argument, found, expected, remedy, code

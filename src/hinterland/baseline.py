"""The calibrated economy: labels, arrays in which every equation holds, where they come from, and what was repaired."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

import numpy as np

from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Params
from hinterland.economy.precondition import Preconditioner, precondition
from hinterland.labels import Axis


@dataclass(frozen=True)
class Description:
    """Describe an economy in words: what its numbers measure and where they come from."""

    title: str
    year: int
    currency: str  # with its scale: "million USD"
    source: str
    licence: str
    title_zh: str = ""


@dataclass(frozen=True)
class Repair:
    """State one cell that calibration had to change, in the economy's currency."""

    block: str  # which table: home sales, inputs, final demand …
    cell: tuple[str, ...]
    before: float
    after: float
    row: float  # the total of the row that the cell belongs to

    @property
    def change(self) -> float:
        """Give the change in money."""
        return self.after - self.before

    @property
    def pct_of_row(self) -> float:
        """Give the change in per cent of its row."""
        return 100 * self.change / self.row if self.row else 0.0


@dataclass(frozen=True)
class RepairReport:
    """List what calibration changed, largest first, and how much that is of all output."""

    repairs: tuple[Repair, ...]
    share: float  # sum of absolute changes over world output

    def by_block(self) -> dict[str, tuple[int, float]]:
        """Give for each block how many cells moved, and the sum of absolute changes."""
        blocks: dict[str, tuple[int, float]] = {}
        for repair in self.repairs:
            count, money = blocks.get(repair.block, (0, 0.0))
            blocks[repair.block] = (count + 1, money + abs(repair.change))
        return blocks


@dataclass(frozen=True)
class Baseline:
    """Hold a calibrated economy. Everything that a scenario changes is a ratio to, or a level in place of, `params`."""

    regions: Axis
    sectors: Axis
    params: Params
    description: Description
    closures: Closures = Closures()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    report: RepairReport = RepairReport((), 0.0)
    extras: Mapping[str, np.ndarray] = field(default_factory=dict)  # co2_kt, persons: [region, sector]
    thetas: Mapping[str, np.ndarray] = field(default_factory=dict)  # other sets of trade elasticities: [sector]
    folder: Path | None = None  # where it was opened from
    stored: Preconditioner | None = None  # the preconditioner that came with the economy, if one did

    @cached_property
    def preconditioner(self) -> Preconditioner:
        """Give the baseline's own reduced Jacobian; computed once if it did not come with the economy."""
        return self.stored or precondition(at_rest(self.params))

    @cached_property
    def fingerprint(self) -> str:
        """Identify the economy by its labels and numbers (sha256)."""
        digest = hashlib.sha256()
        for axis in (self.regions, self.sectors):
            digest.update("\0".join(axis.codes).encode())
        for part in fields(self.params):
            digest.update(np.ascontiguousarray(getattr(self.params, part.name)).tobytes())
        return digest.hexdigest()

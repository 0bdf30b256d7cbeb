"""The levers of a scenario: which array each changes, along which axes, and in what terms its size is given."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Lever:
    """Say which array a lever changes, along which axes, from what, and in what terms its size is given."""

    shock: str  # the field of `Shocks`
    axes: tuple[str, ...]
    kind: str  # rate: a new level of a tax; ratio: to the baseline; money: added
    lowest: float  # sizes must lie above it; final demand may be zero too


LEVERS: dict[str, Lever] = {
    "tariff": Lever("t", ("importer", "exporter", "sector"), "rate", -1.0),
    "export_tax": Lever("e", ("importer", "exporter", "sector"), "rate", -1.0),
    "production_tax": Lever("o", ("region", "sector"), "rate", -1.0),
    "iceberg_cost": Lever("d_hat", ("importer", "exporter", "sector"), "ratio", 0.0),
    "productivity": Lever("A_hat", ("region", "sector"), "ratio", 0.0),
    "labour": Lever("L_hat", ("region",), "ratio", 0.0),
    "final_demand": Lever("alpha", ("region", "sector"), "ratio", 0.0),
    "transfer": Lever("D", ("region",), "money", -math.inf),
}

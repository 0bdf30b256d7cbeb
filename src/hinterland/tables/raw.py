"""An economy's tables as they were found: labelled arrays, before anything is made to close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from hinterland.labels import Axis


@dataclass(frozen=True)
class RawTables:
    """Hold what a folder states, or what a reader of published tables found. NaN where a table says nothing.

    N regions, J sectors; money in `currency`, taxes and shares as fractions.
    """

    regions: Axis
    sectors: Axis
    trade: np.ndarray  # [importer, exporter, sector] value at the border, before the tariff; diagonal: home sales
    tariff: np.ndarray  # [importer, exporter, sector]
    export_tax: np.ndarray  # [importer, exporter, sector]
    inputs: np.ndarray  # [region, input, user]: money, or shares of cost without value added where `shares` is set
    shares: bool
    theta: np.ndarray  # [sector]
    traded: np.ndarray  # [sector] may it cross a border?
    final: np.ndarray | None = None  # [region, sector]
    gross_output: np.ndarray | None = None  # [region, sector]
    value_added: np.ndarray | None = None  # [region, sector]
    production_tax: np.ndarray | None = None  # [region, sector]
    extras: Mapping[str, np.ndarray] = field(default_factory=dict)  # emissions, employment: [region, sector]
    thetas: Mapping[str, np.ndarray] = field(default_factory=dict)  # other sets of elasticities: [sector]

"""The data of the NAFTA exercise, Caliendo & Parro (2015), as raw tables; layout and units: the README beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hinterland.labels import Axis
from hinterland.tables.raw import RawTables
from hinterland.tables.schema import EconomyFile, LabelRow

REGIONS = (
    "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR"
    " GBR USA ROW"
).split()
MEMBERS = ("MEX", "CAN", "USA")
TRADED, SECTORS = 20, 40
THETA_AT_HOME = 8.22  # what the authors use where nothing crosses a border; it has no effect


@dataclass(frozen=True)
class Exercise:
    """Hold the economy of 1993 and the tariffs of 2005, [importer, exporter, sector], as fractions."""

    described: EconomyFile
    raw: RawTables
    tariff_2005: np.ndarray

    def nafta(self) -> np.ndarray:
        """Give the tariffs of 1993 with those of 2005 between the members of NAFTA."""
        at = [REGIONS.index(code) for code in MEMBERS]
        tariff = self.raw.tariff.copy()
        tariff[np.ix_(at, at)] = self.tariff_2005[np.ix_(at, at)]
        return tariff

    def everyone(self, points: float) -> np.ndarray:
        """Give the tariffs of 1993 raised by so many percentage points between all countries."""
        tariff = self.raw.tariff.copy()
        tariff[:, :, :TRADED] += points / 100
        tariff[np.arange(len(REGIONS)), np.arange(len(REGIONS))] = 0
        return tariff


def read(folder: Path) -> Exercise:
    """Read the exercise from the folder `cp2015`."""
    N = len(REGIONS)

    def table(name: str) -> np.ndarray:
        return np.loadtxt(folder / name, ndmin=2)

    def trade(name: str, scale: float) -> np.ndarray:
        out = np.zeros((N, N, SECTORS))
        out[:, :, :TRADED] = table(name).reshape(TRADED, N, N).transpose(1, 2, 0) * scale
        out[np.arange(N), np.arange(N)] = 0
        return out

    shares = table("IO.txt").reshape(N, SECTORS, SECTORS)
    output = table("GO.txt").T
    flows = trade("xbilat1993.txt", 1000.0)  # thousand USD
    tariff = trade("tariffs1993.txt", 0.01)  # per cent
    sectors = [f"s{number:02d}" for number in range(1, SECTORS + 1)]
    raw = RawTables(
        regions=Axis.of("region", REGIONS),
        sectors=Axis.of("sector", sectors),
        trade=flows,
        tariff=tariff,
        export_tax=np.zeros_like(flows),
        inputs=shares,
        shares=True,
        theta=np.concatenate((table("T.txt").ravel(), np.full(SECTORS - TRADED, THETA_AT_HOME))),
        traded=np.arange(SECTORS) < TRADED,
        gross_output=output,
        value_added=table("B.txt").T * output,
    )
    described = EconomyFile(
        title="NAFTA, Caliendo & Parro (2015)",
        year=1993,
        currency="USD",
        source="Caliendo & Parro (2015), Review of Economic Studies 82(1)",
        licence="as published with the article",
        region=[LabelRow(code=code) for code in REGIONS],
        sector=[LabelRow(code=code) for code in sectors],
    )
    return Exercise(described, raw, trade("tariffs2005.txt", 0.01))

"""Compare the economy with published figures: those it must hit, and those it was not fitted to."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pandas as pd

from tools.build_economy.choices import goods, sector_codes, sectors
from tools.build_economy.sources import rows, toml


def official(economy: Path) -> pd.DataFrame:
    """Put each official figure beside the sum of the cells that it covers, in the unit it was printed in."""
    tables = _Tables(economy)
    printed = pd.read_parquet(economy / "official.parquet")
    lines = []
    for row in printed.itertuples():
        if row.partners == "BELT" or " to " in row.partners:
            continue  # parts of regions, which the tables do not show apart, and ratios
        flows = ("exports", "imports") if row.measure == "trade" else (row.measure,)
        reached = sum(tables.total(flow, row.partners, row.sectors) for flow in flows) / row.currency_per_unit
        lines.append((row.name, row.value, reached, row.source))
    return pd.DataFrame(lines, columns=["target", "published", "in the tables", "source"])


def comparison(economy: Path) -> pd.DataFrame:
    """Compare shares of the province's goods trade with published ones, and give the relative error in per cent."""
    tables = _Tables(economy)
    lines = []
    for row in rows("published.csv"):
        published = 100 * float(row["value"]) / float(row["of"])
        flows = ("exports", "imports") if row["flow"] == "trade" else (row["flow"],)
        part = sum(tables.total(flow, row["partners"], row["sectors"] or "goods") for flow in flows)
        here = 100 * part / sum(tables.total(flow, "", "goods") for flow in flows)
        error = (here / published - 1) * 100
        lines.append((row["what"], row["period"], row["flow"], published, here, error, row["why"]))
    columns = ["what", "period", "share of", "published %", "economy %", "error %", "why it misses"]
    return pd.DataFrame(lines, columns=columns)


class _Tables:
    """Add up cells of the economy's tables by the names that published figures use."""

    def __init__(self, economy: Path) -> None:
        chosen = toml("build.toml")
        self.home = [chosen[part]["code"] for part in ("province", "rest")]
        self.groups = tomllib.loads((economy / "economy.toml").read_text(encoding="utf-8"))["groups"]
        self.groups["BELT"] = self.groups["BELT_AND_ROAD"]
        trade = pd.read_parquet(economy / "trade.parquet")
        foreign = ~(trade.importer.isin(self.home) & trade.exporter.isin(self.home))
        self.exports = trade[(trade.exporter == self.home[0]) & foreign].set_axis(
            ["partner", "exporter", *trade.columns[2:]], axis=1
        )
        self.imports = trade[(trade.importer == self.home[0]) & foreign].set_axis(
            ["importer", "partner", *trade.columns[2:]], axis=1
        )
        made = pd.read_parquet(economy / "production.parquet")
        self.value_added = made[made.region == self.home[0]].rename(columns={"value_added": "value"})

    def total(self, measure: str, partners: str, kinds: str) -> float:
        """Add up a measure of the home region with some partners (all where empty) in some kinds of sectors."""
        frame = getattr(self, measure)
        chosen = frame.sector.isin(_sectors(kinds))
        if partners:
            whom = [code for name in partners.split() for code in self.groups.get(name, [name])]
            chosen &= frame.partner.isin(whom)
        return float(frame.value[chosen].sum())


def _sectors(kinds: str) -> list[str]:
    if kinds == "goods":
        return list(np.array(sector_codes())[goods()])
    if kinds == "machinery":
        return list(toml("build.toml")["machinery"])
    broad = [sector.code for sector in sectors() if sector.broad == kinds]
    return broad or kinds.split()

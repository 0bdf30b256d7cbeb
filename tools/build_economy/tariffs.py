"""The base tariffs: repaired, winsorised, and topped with the duties that the base series leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from tools.build_economy.choices import SERVICES, sector_codes
from tools.build_economy.sources import Cube, rows, toml

Array = np.ndarray


@dataclass(frozen=True)
class Outlier:
    """Record the tariffs of one importer and sector that were changed, and why."""

    importer: str
    sector: str
    pairs: int
    highest_before: float
    highest_after: float
    reason: str


def repaired(cube: Cube) -> tuple[Array, list[Outlier]]:
    """Give the cube's tariffs with outliers winsorised, and the list of what was changed.

    Three rules, each with its parameter in `build.toml`: an importer that lacks its union's common tariff takes another
    member's; food, a simple average over tobacco, spirits and quota lines that carry little trade, is capped at a
    multiple of the same pair's agricultural tariff; any other sector is capped at a quantile over all pairs. Services
    pay nothing.
    """
    rules = toml("build.toml")["tariffs"]
    tariff = cube.tariff.copy()
    listed: list[Outlier] = []
    _common_external_tariff(cube, tariff, rules["common_external_tariff"], listed)
    away = ~np.eye(len(cube.countries), dtype=bool)
    crops = tariff[:, :, cube.sectors.index("A01")]
    for j, sector in enumerate(cube.sectors):
        before = tariff[:, :, j].copy()
        if sector == SERVICES:
            tariff[:, :, j] = 0.0
            continue
        cap = np.full_like(before, np.quantile(before[away], rules["cap_quantile"]))
        reason = f"above the {rules['cap_quantile']:.0%} quantile of all pairs"
        if sector == "C10T12":
            cap = np.maximum(rules["food_floor"], rules["food_multiple"] * crops)
            reason = f"above {rules['food_multiple']:g} times the pair's agricultural tariff"
        tariff[:, :, j] = np.minimum(before, cap)
        listed += _changed(cube, sector, before, tariff[:, :, j], reason)
    tariff[~away] = 0.0
    return tariff, listed


def section_301(folder: Path) -> Array:
    """Give the additional duty of the United States on China in 2022 by sector: a simple average over tariff lines."""
    rates = toml("build.toml")["tariffs"]["section_301"]
    lines = pd.read_csv(folder / "us_s301_product_lists.csv", dtype=str)
    lines = lines[lines.list.isin(rates)]
    rate = lines.list.map(rates).astype(float).groupby(lines.hts8).max()
    return _by_sector(rate)


def retaliation(folder: Path) -> Array:
    """Give the additional duty of China on the United States by sector: the change over the trade war, less the
    change of most-favoured-nation rates in the same time, which the base series holds already."""
    rules = toml("build.toml")["tariffs"]["retaliation"]
    lines = pd.read_csv(folder / "china_tariff_on_us_hs6_2018_2019.csv", dtype={"hs6": str})
    wide = lines.pivot(index="hs6", columns="time_of_tariff", values="tariff") / 100
    rise = wide[rules["after"]] - wide[rules["before"]]
    return np.maximum(_by_sector(rise) + rules["most_favoured_nation_cut"], 0.0)


def sector_of(product: str) -> str:
    """Find the sector of a Harmonised System code: the longest prefix in the concordance wins."""
    prefixes = _concordance()
    for length in (6, 4, 2):
        if product[:length] in prefixes:
            return prefixes[product[:length]]
    return ""


def _concordance() -> dict[str, str]:
    return {row["hs"]: row["sector"] for row in rows("hs.csv")}


def _by_sector(rates: pd.Series) -> Array:
    mean = rates.groupby([sector_of(code) for code in rates.index]).mean()
    return np.array([float(mean.get(code, 0.0)) for code in sector_codes()])


def _common_external_tariff(cube: Cube, tariff: Array, unions: list[dict], listed: list[Outlier]) -> None:
    for union in unions:
        importer, model = (cube.countries.index(union[key]) for key in ("importer", "schedule_of"))
        outside = np.array([code not in union["members"] for code in cube.countries])
        for j, sector in enumerate(cube.sectors[:-1]):
            before = tariff[importer, :, j].copy()
            tariff[importer, outside, j] = tariff[model, outside, j]
            changed = np.abs(before - tariff[importer, :, j]) > 1e-6
            if changed.any():
                highest = float(before[changed].max()), float(tariff[importer, changed, j].max())
                reason = f"takes the common tariff of {union['name']} from {union['schedule_of']}"
                listed.append(Outlier(union["importer"], sector, int(changed.sum()), *highest, reason))


def _changed(cube: Cube, sector: str, before: Array, after: Array, reason: str) -> list[Outlier]:
    found = []
    for n, importer in enumerate(cube.countries):
        lowered = (before[n] - after[n] > 1e-6) & (np.arange(len(before)) != n)
        if lowered.any():
            highest = float(before[n, lowered].max()), float(after[n, lowered].max())
            found.append(Outlier(importer, sector, int(lowered.sum()), *highest, reason))
    return found

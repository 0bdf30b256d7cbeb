"""The regions, sectors and concordances of the economy, read from `data/` and turned into arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from tools.build_economy.sources import NBS, rows, toml

Array = np.ndarray
SERVICES = "Services (aggregate)"


@dataclass(frozen=True)
class Region:
    """Name a region and the countries whose trade, technology and emissions make it up."""

    code: str
    en: str
    zh: str
    members: tuple[str, ...]
    technology: tuple[str, ...]
    emissions: tuple[str, ...]


@dataclass(frozen=True)
class Sector:
    """Name a sector, the broad sector that official statistics count it in, and its WIOD sectors."""

    code: str
    en: str
    zh: str
    broad: str
    wiod: tuple[str, ...]


@cache
def regions() -> tuple[Region, ...]:
    """List the regions before the split."""
    return tuple(
        Region(r["code"], r["en"], r["zh"], tuple(r["members"]), tuple(r["technology"]), tuple(r["emissions"]))
        for r in toml("regions.toml")["region"]
    )


@cache
def sectors() -> tuple[Sector, ...]:
    """List the sectors."""
    return tuple(
        Sector(r["sector"], r["en"], r["zh"], r["broad"], tuple(r["wiod"].split())) for r in rows("sectors.csv")
    )


def sector_codes() -> tuple[str, ...]:
    """List the sectors' codes."""
    return tuple(sector.code for sector in sectors())


def goods() -> Array:
    """Mark the goods sectors: those that the trade cube has under their own code."""
    return np.array([code[0] in "ABC" and code[1].isdigit() for code in sector_codes()])


def places(codes: str) -> list[int]:
    """Give the positions of sectors named in one cell of a concordance, separated by spaces."""
    return [sector_codes().index(code) for code in codes.split()]


def national_weights(output: Array) -> Array:
    """Share each of the 42 national sectors out over the model's sectors, [42, sector], rows adding up to one.

    Where the concordance gives no weight, the shares follow `output` [sector] of the country.
    """
    weight = np.zeros((len(NBS), len(sector_codes())))
    for row in rows("nbs.csv"):
        here = NBS.index(row["nbs"]), sector_codes().index(row["sector"])
        weight[here] = float(row["weight"]) if row["weight"] else output[here[1]]
    return weight / weight.sum(axis=1, keepdims=True)


def use_factors() -> Array:
    """Give the factors by which the prior of an input in a user departs from proportional sharing, [input, user]."""
    factor = np.ones((len(sector_codes()),) * 2)
    for row in rows("uses.csv"):
        factor[places(row["input"])[0], places(row["user"])[0]] = float(row["factor"])
    return factor

"""World trade by region and sector: the cube added up, its one service sector split into six."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hinterland.tables.balance import fit
from tools.build_economy.choices import SERVICES, goods, national_weights, regions, sector_codes, sectors
from tools.build_economy.sources import cube, gather, national_table, toml, world_tables
from tools.build_economy.tariffs import Outlier, repaired, retaliation, section_301

Array = np.ndarray
TECHNOLOGY_YEAR = 2011


@dataclass(frozen=True)
class World:
    """Hold trade [importer, exporter, sector] in million USD, tariffs, and the tariffs that were winsorised."""

    trade: Array
    tariff: Array
    outliers: list[Outlier]
    surcharges: dict[str, Array]  # additional duties by sector, for the record

    @property
    def output(self) -> Array:
        """Give what each exporter sells in all markets, its own included: [exporter, sector], million USD."""
        return self.trade.sum(axis=0)

    @property
    def absorption(self) -> Array:
        """Give what each importer spends at prices with tariffs: [importer, sector], million USD."""
        return (self.trade * (1 + self.tariff)).sum(axis=1)


def world(folder: Path, year: int) -> World:
    """Add the cube up to the regions, split services, and set the tariffs in force."""
    data = cube(folder, year)
    add = gather(data.countries, [region.members for region in regions()])
    raw, listed = repaired(data)
    value = np.einsum("rn,nij,si->rsj", add, data.trade, add, optimize=True)
    duty = np.einsum("rn,nij,si->rsj", add, data.trade * raw, add, optimize=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = np.where(value > 0, duty / value, 0.0)
    own = np.arange(len(add))
    rate[own, own] = 0.0
    count = len(sector_codes())
    trade, tariff = np.zeros((len(add), len(add), count)), np.zeros((len(add), len(add), count))
    of_cube = [data.sectors.index(code) for code in sector_codes() if code in data.sectors]
    trade[:, :, goods()], tariff[:, :, goods()] = value[:, :, of_cube], rate[:, :, of_cube]
    trade[:, :, ~goods()] = services(folder, value[:, :, data.sectors.index(SERVICES)])
    surcharges = {"USA on CHN": section_301(folder), "CHN on USA": retaliation(folder)}
    codes = [region.code for region in regions()]
    for pair, rates in surcharges.items():
        importer, exporter = (codes.index(code) for code in pair.split(" on "))
        tariff[importer, exporter] += np.where(goods(), rates, 0.0)
    return World(trade, tariff, listed, surcharges)


def services(folder: Path, flows: Array) -> Array:
    """Split each flow of services [importer, exporter] over the service sectors, [importer, exporter, service].

    The seed is the composition of the same flow in WIOD 2011; three-way iterative proportional fitting then meets the
    cube's flows and each exporter's service output by sector (WIOD's shares; the national table's for its country).
    """
    seed, made = _service_seed(folder), _service_output(folder)
    seed = np.where(flows[:, :, None] > 0, seed, 0.0)
    output = flows.sum(axis=0)[:, None] * made
    return fit(seed * flows[:, :, None], {(1, 2): output, (0, 1): flows}, tolerance=1e-13)


def _service_seed(folder: Path) -> Array:
    tables = world_tables(folder, TECHNOLOGY_YEAR)
    flow = tables["Z"].sum(axis=3) + tables["F"]  # [exporter, sector, importer]
    flow = np.maximum(np.einsum("ejn,kj->nek", flow, _members()[~goods()]), 0.0)
    abroad = flow * (1 - np.eye(len(flow)))[:, :, None]
    donors = gather(tables["regions"], [region.technology for region in regions()])
    between = np.einsum("rn,nek,se->rsk", donors, abroad, donors, optimize=True)
    sold = np.einsum("nek,se->sk", abroad, donors)
    between += 1e-3 * sold[None] * (between.sum(axis=2) / sold.sum(axis=1))[:, :, None] + 1e-9 * sold[None]
    home = np.einsum("nnk,rn->rk", flow, donors)
    own = np.arange(len(donors))
    between[own, own] = home
    return between / between.sum(axis=2, keepdims=True)


def _service_output(folder: Path) -> Array:
    tables = world_tables(folder, TECHNOLOGY_YEAR)
    donors = gather(tables["regions"], [region.technology for region in regions()])
    made = donors @ tables["X"] @ _members()[~goods()].T
    country = toml("build.toml")["country"]
    national = national_table(folder, country["national_table"]).output @ national_weights(np.ones(len(sector_codes())))
    made[[region.code for region in regions()].index(country["code"])] = national[~goods()]
    return made / made.sum(axis=1, keepdims=True)


def _members() -> Array:
    return np.array([[float(f"c{number}" in sector.wiod) for number in range(1, 36)] for sector in sectors()])

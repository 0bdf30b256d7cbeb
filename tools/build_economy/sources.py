"""Read the source files, each in its own layout, and nothing else. Choices and concordances lie in `data/`."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from currency_converter import CurrencyConverter, RateNotFoundError

Array = np.ndarray

CHOICES = Path(__file__).parent / "data"
NBS = tuple(f"{number:02d}" for number in range(1, 43))


@dataclass(frozen=True)
class Cube:
    """Hold one year of the trade cube, turned to [importer, exporter, sector]: million USD, tariffs as fractions."""

    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    trade: Array
    tariff: Array
    elasticities: dict[str, Array]


@dataclass(frozen=True)
class NationalTable:
    """Hold a national table of 42 sectors, 10,000 yuan: total use (domestic and imported) and its margins."""

    inputs: Array
    value_added: Array
    output: Array
    exports: Array
    imports: Array
    final: Array


def toml(name: str) -> dict[str, Any]:
    """Read one of the choices kept as TOML."""
    with (CHOICES / name).open("rb") as file:
        return tomllib.load(file)


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the choices kept as CSV."""
    with (CHOICES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def cube(folder: Path, year: int) -> Cube:
    """Read the OECD ICIO trade cube of a year with its tariffs and elasticities."""
    with np.load(folder / f"icio_cube_{year}.npz") as file:
        return Cube(
            tuple(file["countries"].tolist()),
            tuple(file["sectors"].tolist()),
            file["X"].astype(float).transpose(1, 0, 2),
            file["tariff"].astype(float).transpose(1, 0, 2),
            {key.removeprefix("epsilon_"): file[key] for key in file.files if key.startswith("epsilon_")},
        )


@cache
def world_tables(folder: Path, year: int) -> dict[str, Any]:
    """Read a year of WIOD (2013 release): `Z` [exporter, sector, importer, user], `F` [exporter, sector, importer]."""
    with np.load(folder / f"wiod_{year}.npz") as file:
        regions, sectors = file["regions"].tolist(), file["sectors"].tolist()
        n, j = len(regions), len(sectors)
        return {
            "regions": regions,
            "sectors": sectors,
            "Z": file["Z"].astype(float).reshape(n, j, n, j),
            "F": file["F"].astype(float).reshape(n, j, n),
            "X": file["X"].astype(float).reshape(n, j),
        }


@cache
def national_table(folder: Path, year: int) -> NationalTable:
    """Read the national table of China (domestic and imported use apart) of a year."""
    frame = pd.read_csv(folder / f"china_io_{year}_42_noncompetitive.csv", dtype={"Code": str})
    home, abroad = (
        frame[frame.Origin == origin].set_index("Code").loc[list(NBS)] for origin in ("Domestic", "Imports")
    )
    use = home[list(NBS)].to_numpy(float) + abroad[list(NBS)].to_numpy(float)
    added = frame[frame.Code == "TVA"][list(NBS)].to_numpy(float)[0]
    output, exports, imports = (column.to_numpy(float) for column in (home.GO, home.EX, abroad.GO))
    return NationalTable(use, added, output, exports, imports, output + imports - exports - use.sum(axis=1))


@cache
def provincial_margins(folder: Path, province: str, table: str) -> pd.DataFrame:
    """Read the margins of a province's 2017 table by CEADs sector, 10,000 yuan: as many sectors as were published."""
    frame = pd.read_csv(folder / "ceads_netvis_nodes_2012_2015_2017.csv", dtype={"table": str})
    chosen = frame[(frame.province == province) & (frame.table == table)].set_index("sector")
    names = {
        "Total": "output",
        "Value added at basic prices": "value_added",
        "Imports": "imports",
        "Exports": "exports",
        "Final consumption": "final",
    }
    return chosen.rename(columns=names)[list(names.values())].astype(float)


def provincial_cells(folder: Path, province: str, table: str) -> pd.DataFrame:
    """Read the largest intermediate flows of a province, turned into 10,000 yuan: Input, Output, value."""
    frame = pd.read_csv(folder / "ceads_viz_top_edges_2012_2015_2017.csv", dtype={"year": str})
    chosen = frame[(frame.reg == province) & (frame.year == table)][["Input", "Output", "value"]].copy()
    chosen["value"] *= 100  # million yuan
    return chosen


def provincial_table_2007(folder: Path, province: str) -> tuple[Array, Array]:
    """Give a province's 2007 intermediate use [42, 42] and output [42], 10,000 yuan."""
    with np.load(folder / "china_prov_io_2007_42.npz") as file:
        table = file[province]
    return table[:42, :42].astype(float), table[48, :42].astype(float)


def provincial_gdp(folder: Path, year: int) -> dict[str, float]:
    """Read the GDP of every province in a year, 100 million yuan, by English name."""
    frame = pd.read_csv(folder / "china_province_gdp_nbs_2005_2024.csv")
    return dict(zip(frame.region, frame[str(year)], strict=True))


def emissions_of_provinces(folder: Path, year: int) -> pd.DataFrame:
    """Read CO2 by province and sector, kt: province, sector, co2_kt."""
    frame = pd.read_csv(folder / "ceads_province_sector_co2_1997_2019.csv")
    frame = frame[frame.year == year].copy()
    frame["sector"] = frame.sector.str.strip()
    frame["co2_kt"] = frame.co2_Mt_scope1 * 1000
    return frame[["province", "sector", "co2_kt"]]


def emissions_of_countries(folder: Path, year: int) -> pd.DataFrame:
    """Read CO2 by country and sector, kt."""
    frame = pd.read_csv(folder / "jrc_wiod_co2_kt.csv")
    return frame[frame.year == year][["country", "sector", "co2_kt"]]


def employment(folder: Path, year: int) -> dict[str, float]:
    """Read national employment by sector code, persons."""
    frame = pd.read_csv(folder / "china_employment_1990_2018.csv").dropna(subset=[str(year)])
    return dict(zip(frame.Code, frame[str(year)] * 10_000, strict=True))


def bilateral_goods_2023(folder: Path) -> pd.DataFrame:
    """Read goods trade of 2023 between 194 countries, million USD, rows exporters."""
    codes = pd.read_csv(folder / "country_labels.csv").iso3.tolist()
    values = pd.read_csv(folder / "trade_cepii.csv").to_numpy(float) / 1000
    return pd.DataFrame(values, index=codes, columns=codes)


def yuan_per_dollar(year: int) -> float:
    """Average the European Central Bank's daily reference rates of a year (through the euro)."""
    converter = CurrencyConverter()
    rates = []
    day = date(year, 1, 1)
    while day.year == year:
        with suppress(RateNotFoundError):  # week-ends and holidays have no fixing
            rates.append(converter.convert(1, "USD", "CNY", date=day))
        day += timedelta(days=1)
    return float(np.mean(rates))


def gather(codes: Sequence[str], members: Sequence[Sequence[str]]) -> Array:
    """Make the 0/1 matrix that adds `codes` up into groups."""
    return np.array([[float(code in held) for code in codes] for held in members])

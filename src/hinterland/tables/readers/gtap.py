"""GTAP data bases as GEMPACK header arrays (`basedata.har`), with the headers of the GTAP model 7 or 6.2.

GTAP says which imports each user buys and, apart from that, where each import comes from; a world table needs both at
once. As is usual (Peters, Andrew & Lennox 2011, "Constructing an environmentally-extended multi-regional input-output
table using the GTAP database"), every user of an import is given the same sources, and freight is bought from the
world's suppliers of freight in proportion to what they supply.
"""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from hinterland.labels import Axis
from hinterland.tables.readers import extras
from hinterland.tables.readers.publication import Publication, Source, find
from hinterland.tables.world import Array, WorldTable

PUBLICATION = Publication(
    "GTAP",
    "basedata.har",
    "proprietary, by licence from the Center for Global Trade Analysis",
    "million USD",
)
# What is needed → its header in the GTAP model 7, and in 6.2.
# [c] commodity, [a] user, [r] region, [m] freight, [f] factor.
HEADERS = {
    "domestic": ("VDFB", "VDFM"),  # [c, a, r] firms' purchases at home, basic prices
    "imported": ("VMFB", "VIFM"),  # [c, a, r] firms' purchases from abroad, duty included
    "private_domestic": ("VDPB", "VDPM"),  # [c, r]
    "private_imported": ("VMPB", "VIPM"),
    "public_domestic": ("VDGB", "VDGM"),
    "public_imported": ("VMGB", "VIGM"),
    "investment_domestic": ("VDIB", ""),  # in 6.2 a user of its own, CGDS
    "investment_imported": ("VMIB", ""),
    "sold_abroad": ("VXSB", "VXMD"),  # [c, from, to] exports at basic prices
    "fob": ("VFOB", "VXWD"),  # exports with the export tax
    "cif": ("VCIF", "VIWS"),  # and with freight
    "landed": ("VMSB", "VIMS"),  # and with the duty
    "freight": ("VTWR", "VTWR"),  # [m, c, from, to]
    "freight_supply": ("VST", "VST"),  # [m, r]
    "factors": ("EVFB", "VFM"),  # [f, a, r]
}
INVESTMENT = "CGDS"
CATEGORIES = ("private", "government", "investment")


@dataclass(frozen=True)
class HeaderArray:
    """Hold one array of the file with the names along its axes."""

    values: Array
    axes: tuple[tuple[str, ...], ...]


def read(path: Path, year: int | None = None) -> WorldTable:
    """Read `basedata.har`; the file does not say its year, so that `year` is needed."""
    source = find(path, r"basedata\.har", PUBLICATION)
    if year is None:
        raise PUBLICATION.wrong("a file that does not name its year", source, "year_is_missing", "say which (--year)")
    return _world(_choose(_headers(source), source), source, year)


def _headers(source: Source) -> dict[str, HeaderArray]:
    harpy = extras.load("harpy", "reading GTAP", "gtap")
    with source.on_disk() as file:
        return {
            name.strip().upper(): HeaderArray(np.asarray(item["array"], dtype=float), _axes(item))
            for name, item in _load(harpy, file, source)
            if item["data_type"] == "RE"
        }


def _load(harpy: ModuleType, file: Path, source: Source) -> list[tuple[str, Any]]:
    """Read every header; harpy prints a stack and raises whatever comes when a record is broken."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore", DeprecationWarning)  # harpy 0.3 uses numpy.chararray
        try:
            content = harpy.HarFileObj.loadFromDisk(str(file))
        except UnicodeDecodeError:
            raise PUBLICATION.wrong("no header arrays", source) from None
        except (OSError, ValueError, RuntimeError, TypeError, struct.error, IndexError) as error:
            raise PUBLICATION.cut_off(f"a broken record ({error})", source) from error
    return [(item["name"], item) for item in content["head_arrs"]]


def _axes(item: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(code).strip() for code in axis["dim_desc"] or ()) for axis in item["sets"])


def _choose(headers: Mapping[str, HeaderArray], source: Source) -> dict[str, HeaderArray]:
    """Pick the headers of one version of the model, the newer if both are there."""
    missing: list[list[str]] = []
    for version in (0, 1):
        names = {key: pair[version] for key, pair in HEADERS.items() if pair[version]}
        absent = [name for name in names.values() if name not in headers]
        if not absent:
            return {key: headers[name] for key, name in names.items()}
        missing.append(absent)
    fewest = min(missing, key=len)
    raise PUBLICATION.wrong(f"no header {', '.join(fewest)}", source)


def _world(data: Mapping[str, HeaderArray], source: Source, year: int) -> WorldTable:
    """Lay GTAP's value flows out as a world table at border (fob) prices.

    Tariff and export tax are set so that each yields what GTAP's own yields, on the value that stands in the table.
    """
    sectors, regions, _ = data["fob"].axes
    value = {key: array.values for key, array in data.items()}
    home, abroad = _users(data, sectors, source)
    table = _by_source(data, home, abroad)
    j, n = len(sectors), len(regions)
    trade = table.sum(axis=3).transpose(2, 0, 1)  # [to, from, c]
    abroad_only = 1 - np.eye(n)[:, :, None]  # regions of several countries trade with themselves, without taxes
    duty = _ratio((value["landed"] - value["cif"]).transpose(2, 1, 0) * abroad_only, trade)
    export_tax = (value["fob"] - value["sold_abroad"]).transpose(2, 1, 0) * abroad_only
    output = (trade - export_tax).sum(axis=0)  # [r, c]
    factors = value["factors"].sum(axis=0)[:j].T  # [r, a]
    costs = (home + abroad)[:, :j].sum(axis=0).T + factors
    flat = table.reshape(n * j, n, -1)
    return WorldTable(
        regions=Axis.of("region", regions),
        sectors=Axis.of("sector", sectors),
        categories=CATEGORIES,
        Z=flat[:, :, :j].reshape(n * j, n * j),
        F=flat[:, :, j:].reshape(n * j, -1),
        VA=factors.ravel(),
        X=output.ravel(),
        taxes=(output - costs).ravel(),
        tariff=duty,
        export_tax=_ratio(export_tax, trade - export_tax),
        year=year,
        unit=PUBLICATION.unit,
        source=f"{PUBLICATION.name}, {source.name}",
        licence=PUBLICATION.licence,
        notes=(
            "every user of an import has the same sources",
            "freight is bought from its suppliers in proportion to what they supply",
            "taxes on final demand are left out; output less its costs is entered as a tax on production",
        ),
    )


def _users(data: Mapping[str, HeaderArray], sectors: tuple[str, ...], source: Source) -> tuple[Array, Array]:
    """Stack firms and final demand: purchases at home and from abroad [c, user, r]."""
    firms = data["domestic"].axes[1]
    order = [firms.index(code) for code in sectors if code in firms]
    if len(order) != len(sectors):
        raise PUBLICATION.wrong("industries that are not the commodities", source)
    stacks = []
    for kind in ("domestic", "imported"):
        investment = data.get(f"investment_{kind}")
        last = data[kind].values[:, firms.index(INVESTMENT)] if investment is None else investment.values
        final = [data[f"private_{kind}"].values, data[f"public_{kind}"].values, last]
        stacks.append(np.concatenate([data[kind].values[:, order], np.stack(final, axis=1)], axis=1))
    return stacks[0], stacks[1]


def _by_source(data: Mapping[str, HeaderArray], home: Array, abroad: Array) -> Array:
    """Give what each user buys by the region it comes from, at border prices: [from, c, to, user]."""
    freight, supply = data["freight"].values, data["freight_supply"].values
    share = _ratio(abroad, abroad.sum(axis=1, keepdims=True).repeat(abroad.shape[1], axis=1))  # [c, user, to]
    table = np.einsum("cst,cut->sctu", data["fob"].values, share)
    bought = np.einsum("mcst,cut->mtu", freight, share)
    supplier = _ratio(supply, supply.sum(axis=1, keepdims=True).repeat(supply.shape[1], axis=1))  # [m, from]
    services = [data["fob"].axes[0].index(code) for code in data["freight_supply"].axes[0]]
    table[:, services] += np.einsum("ms,mtu->smtu", supplier, bought)
    region = np.arange(home.shape[2])
    table[region, :, region] += home.transpose(2, 0, 1)
    return table


def _ratio(part: Array, whole: Array) -> Array:
    """Divide, giving zero where there is nothing to divide."""
    return np.divide(part, whole, out=np.zeros_like(part, dtype=float), where=whole != 0)

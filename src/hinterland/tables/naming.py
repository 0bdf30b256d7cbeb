"""Names of regions and sectors in English and Chinese, for the codes that publishers of world tables use.

Names of countries are those of Unicode CLDR; the codes are ISO 3166-1 (alpha-3, alpha-2) and those of the Asian
Development Bank where they differ.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from importlib.resources import files

from hinterland.labels import Axis, Label
from hinterland.tables.world import WorldTable

SAME_SECTORS = {"adb": "wiod2013"}  # formats that share a classification


def with_names(world: WorldTable, form: str) -> WorldTable:
    """Fill in the names that the publisher's file does not give, where they are known."""
    sectors = _sectors(SAME_SECTORS.get(form, form))
    return replace(world, regions=_named(world.regions, _regions()), sectors=_named(world.sectors, sectors))


def alpha3(alpha2: str) -> str | None:
    """Give a country's ISO 3166-1 alpha-3 code by its alpha-2 code, or None where there is no such country."""
    return _alpha3().get(alpha2)


def _named(axis: Axis, names: dict[str, Label]) -> Axis:
    labels = []
    for label in axis.labels:
        known = names.get(label.code.upper(), Label(label.code))
        labels.append(Label(label.code, label.en or known.en, label.zh or known.zh))
    return Axis(axis.name, tuple(labels))


@cache
def _regions() -> dict[str, Label]:
    """Map every code of a region to its names; an ISO code wins over the same code of another scheme."""
    rows = _rows("regions.csv")
    return {
        row[scheme]: Label(row[scheme], row["en"], row["zh"])
        for scheme in ("adb", "iso2", "iso3")
        for row in rows
        if row[scheme]
    }


@cache
def _alpha3() -> dict[str, str]:
    return {row["iso2"]: row["iso3"] for row in _rows("regions.csv") if row["iso2"] and row["iso3"]}


@cache
def _sectors(form: str) -> dict[str, Label]:
    rows = _rows("sectors.csv")
    return {row["code"].upper(): Label(row["code"], row["en"], row["zh"]) for row in rows if row["format"] == form}


def _rows(name: str) -> list[dict[str, str]]:
    with (files("hinterland.tables") / "names" / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))

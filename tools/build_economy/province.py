"""Write the folder of margins of a province: its 2017 table carried to the base year, and the official figures.

Any province that the published 2017 tables cover works the same way; only official totals are of one province.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from tools.build_economy.choices import goods, national_weights, regions, sector_codes, sectors
from tools.build_economy.sources import (
    NBS,
    bilateral_goods_2023,
    cube,
    national_table,
    provincial_cells,
    provincial_gdp,
    provincial_margins,
    provincial_table_2007,
    rows,
    toml,
    yuan_per_dollar,
)
from tools.build_economy.technology import Tables
from tools.build_economy.world import World

Array = np.ndarray

PLAUSIBLE = 0.9  # the largest share of the country in a sector's margin that is believed
UNIT_YUAN = 1e8  # margins are written in 100 million yuan, as the province publishes them


def write_margins(
    folder: Path, world: World, national: Tables, target: Path, *, province: dict[str, str], official: bool = True
) -> None:
    """Write `margins.toml`, `sectors.csv`, `totals.csv`, `coverage.csv`, `technology.csv` and `cells.csv`."""
    chosen = toml("build.toml")
    target.mkdir(parents=True, exist_ok=True)
    _settings(target / "margins.toml", chosen, province)
    _sectors(target / "sectors.csv", folder, world, national, province)
    if official:
        _totals(target, folder, world)
    else:
        _gdp_alone(target / "totals.csv", folder, province["en"])
    if province.get("table_2007"):
        _technology(target / "technology.csv", folder, world, province["table_2007"])
    if province.get("ceads_cells"):
        _cells(target / "cells.csv", folder, province)


def shares_2017(folder: Path, world: World, province: dict[str, str]) -> dict[str, Array]:
    """Give the province's share of the country in each margin of 2017, [sector], NaN where nothing was published.

    A sector of the model that several published sectors feed takes their joint share, over those that are known. A
    share that is hardly possible is taken as not published.
    """
    known = provincial_margins(folder, province["ceads"], province["ceads_table"])
    table = national_table(folder, toml("build.toml")["country"]["national_margins"])
    weight = national_weights(world.output[_home()])
    found = {}
    for column in known.columns:
        base = getattr(table, column)
        have, of = np.full(len(NBS), np.nan), np.maximum(base, 0.0)
        for row in rows("ceads.csv"):
            places = [NBS.index(code) for code in row["nbs"].split()]
            if row["ceads"] in known.index and of[places].sum() > 0:
                have[places] = known.loc[row["ceads"], column] / of[places].sum()
        if column == "imports":
            _share_jointly(have, of)
        have[have > PLAUSIBLE] = np.nan
        seen = ~np.isnan(have)
        over = (weight * of[:, None])[seen]
        with np.errstate(invalid="ignore"):
            found[column] = (have[seen] @ over) / over.sum(axis=0)
    return found


def _share_jointly(have: Array, of: Array) -> None:
    """Give a raw material and its processing one import share.

    The provincial tables book imported raw materials under the industry that processes them (fuel imports exceed the
    country's, ore imports all but vanish), so the share is taken over both rows of the national table.
    """
    for pair in toml("build.toml")["booked_together"]:
        both = [NBS.index(code) for code in pair]
        have[both] = np.nansum(have[both] * of[both]) / of[both].sum()


def _home() -> int:
    return [region.code for region in regions()].index(toml("build.toml")["country"]["code"])


def _settings(path: Path, chosen: dict[str, Any], province: dict[str, str]) -> None:
    lines = [
        f"country = {chosen['country']['code']!r}",
        f"unit = {UNIT_YUAN / 1e6 / yuan_per_dollar(chosen['year'])!r}  # million USD per 100 million yuan",
        *(f"{key} = {value!r}" for key, value in chosen["split"].items()),
    ]
    for part, names in (("province", province), ("rest", chosen["rest"])):
        lines += ["", f"[{part}]", *(f"{key} = {names[key]!r}" for key in ("code", "en", "zh"))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sectors(path: Path, folder: Path, world: World, national: Tables, province: dict[str, str]) -> None:
    """Carry the province's 2017 shares to the country's base-year levels.

    Final demand keeps its 2017 ratio to value added, corrected by the country's change of that ratio: carried sector by
    sector it would drift away from income.
    """
    shares = shares_2017(folder, world, province)
    home, unit = _home(), UNIT_YUAN / 1e6 / yuan_per_dollar(toml("build.toml")["year"])
    away = np.arange(len(world.trade)) != home
    level = {
        "output": world.output[home],
        "value_added": national.value_added[home],
        "exports": world.trade[away, home].sum(axis=0),
        "imports": world.trade[home, away].sum(axis=0),
        "final": national.final[home],
    }
    values = {column: shares[column] * level[column] / unit for column in level}
    values["final"] *= (
        _final_to_income(folder, province, national)
        * np.nansum(values["value_added"])
        / np.nansum(np.where(np.isnan(values["value_added"]), np.nan, values["final"]))
    )
    lines = (
        [code, *("" if np.isnan(values[column][j]) else f"{values[column][j]:.4f}" for column in level)]
        for j, code in enumerate(sector_codes())
    )
    _csv(path, ["sector", *level], lines)


def _gdp_alone(path: Path, folder: Path, name: str) -> None:
    """Ask for the province's GDP only, where nothing else has been collected."""
    year = toml("build.toml")["year"]
    gdp = provincial_gdp(folder, year).get(name)
    lines = [] if gdp is None else [[f"GDP {year}", "value_added", "", "", f"{gdp:.1f}", "NBS, revised series"]]
    _csv(path, ["name", "measure", "sectors", "partners", "value", "source"], lines)


def _final_to_income(folder: Path, province: dict[str, str], national: Tables) -> float:
    known = provincial_margins(folder, province["ceads"], province["ceads_table"]).sum()
    then = national_table(folder, toml("build.toml")["country"]["national_margins"])
    now = national.final[_home()].sum() / national.value_added[_home()].sum()
    return float(known["final"] / known["value_added"] * now / (then.final.sum() / then.value_added.sum()))


def _totals(target: Path, folder: Path, world: World) -> None:
    of_broad = {
        broad: [s.code for s in sectors() if s.broad == broad] for broad in ("primary", "secondary", "tertiary")
    }
    of_broad["machinery"] = toml("build.toml")["machinery"]
    of_broad["goods"] = [code for code, good in zip(sector_codes(), goods(), strict=True) if good]
    chosen, coverage = [], []
    for row in rows("official.csv"):
        codes = " ".join(of_broad.get(row["sectors"], [row["sectors"]]))
        partners = " ".join(_members(row["partners"]))
        if partners == "BELT":
            share = along_the_route(folder, row["measure"])
            there = np.flatnonzero(share.max(axis=1) > 0)
            partners = " ".join(regions()[n].code for n in there)
            coverage += [
                [row["name"], regions()[n].code, code, f"{share[n, j]:.6f}"]
                for n in there
                for j, code in enumerate(sector_codes())
            ]
        if " to " in partners:
            partners, shares = _ratio(row["name"], partners)
            coverage += shares
        chosen.append([row["name"], row["measure"], codes, partners, row["value"], row["source"]])
    _csv(target / "totals.csv", ["name", "measure", "sectors", "partners", "value", "source"], chosen)
    _csv(target / "coverage.csv", ["name", "region", "sector", "share"], coverage)


def _members(partners: str) -> list[str]:
    """Replace groups by their foreign members; leave what is no single name."""
    home = toml("build.toml")["country"]["code"]
    return [code for code in toml("groups.toml")["groups"].get(partners, [partners]) if code != home]


def _ratio(name: str, partners: str) -> tuple[str, list[list[str]]]:
    """Turn "KOR 34.5 to ASEAN 49.3" into the partners and shares of a total of zero."""
    shares, whom = [], []
    (one, its), (other, others) = (side.split() for side in partners.split(" to "))
    groups = toml("groups.toml")["groups"]
    for group, factor in ((one, float(others)), (other, -float(its))):
        members = groups.get(group, [group])
        whom += members
        shares += [[name, code, "", f"{factor:g}"] for code in members]
    return " ".join(whom), shares


def along_the_route(folder: Path, measure: str) -> Array:
    """Give the share of the country's trade with each region that is with countries along the Belt and Road,
    [region, sector].

    Countries follow the list of 65 in use until 2022; for the cube's own rest of the world, which it does not split,
    the share is that of 2023 goods trade with the countries that the cube does not name.
    """
    data = cube(folder, toml("build.toml")["year"])
    listed = {row["iso3"] for row in rows("belt_and_road.csv")}
    home = data.countries.index(toml("build.toml")["country"]["code"])
    flow = data.trade[:, home] if measure == "exports" else data.trade[home]
    member = np.array([float(code in listed) for code in data.countries])
    pairs = bilateral_goods_2023(folder)
    row = pairs.loc[data.countries[home]] if measure == "exports" else pairs[data.countries[home]]
    unnamed = row[[code not in data.countries for code in row.index]]
    member[-1] = unnamed[[code in listed for code in unnamed.index]].sum() / unnamed.sum()
    share = np.zeros((len(regions()), len(sector_codes())))
    columns = [data.sectors.index(code) for code in sector_codes() if code in data.sectors]
    for n, region in enumerate(regions()):
        held = [data.countries.index(code) for code in region.members]
        if home in held:
            continue
        total = flow[held][:, columns].sum(axis=0)
        counted = (member[held, None] * flow[held][:, columns]).sum(axis=0)
        share[n, goods()] = np.divide(counted, total, out=np.zeros_like(total), where=total > 0)
    return share


def _technology(path: Path, folder: Path, world: World, key: str) -> None:
    use, output = provincial_table_2007(folder, key)
    to_national = np.zeros((len(output), len(NBS)))
    for row in rows("prov2007.csv"):
        for code in row["nbs"].split():
            to_national[int(row["position"]), NBS.index(code)] = 1 / len(row["nbs"].split())
    share = to_national @ national_weights(world.output[_home()])
    inputs, made = share.T @ use @ share, output @ share
    lines = (
        [a, b, f"{inputs[k, j] / made[j]:.8f}"]
        for k, a in enumerate(sector_codes())
        for j, b in enumerate(sector_codes())
        if inputs[k, j] > 0
    )
    _csv(path, ["input", "user", "coefficient"], lines)


def _cells(path: Path, folder: Path, province: dict[str, str]) -> None:
    """Write the largest known flows of 2017 as coefficients of the users' output.

    Published sectors that share a sector of the model form one family; a flow from family to family is known when every
    flow between their members was published. A raw material and its processing count as one input (`_share_jointly`).
    """
    known = provincial_margins(folder, province["ceads"], province["ceads_table"])
    flows = provincial_cells(folder, province["ceads_cells"], province["cells_table"])
    value = {(row.Input, row.Output): row.value for row in flows.itertuples()}
    lines = []
    families = _families()
    for inputs, supplied in _booked_together(families):
        for users, using in families:
            pairs = [(a, b) for a in inputs for b in users]
            if all(pair in value for pair in pairs) and set(users) <= set(known.index):
                coefficient = sum(value[pair] for pair in pairs) / known.loc[users, "output"].sum()
                lines.append([" ".join(supplied), " ".join(using), f"{coefficient:.8f}"])
    _csv(path, ["inputs", "users", "coefficient"], lines)


def _families() -> list[tuple[list[str], list[str]]]:
    """Group published sectors and sectors of the model that overlap: (published names, model codes)."""
    weight = national_weights(np.ones(len(sector_codes()))) > 0
    families: list[tuple[set[str], set[str]]] = []
    for row in rows("ceads.csv"):
        if "Scientific research &" not in row["ceads"] and row["ceads"] in (
            "Scientific research",
            "Polytechnic services",
        ):
            continue  # the two halves of a sector that the 2017 tables publish as one
        reach = weight[[NBS.index(code) for code in row["nbs"].split()]].any(axis=0)
        names, codes = {row["ceads"]}, {sector_codes()[j] for j in np.flatnonzero(reach)}
        for other in [family for family in families if family[1] & codes]:
            families.remove(other)
            names, codes = names | other[0], codes | other[1]
        families.append((names, codes))
    return [(sorted(names), [code for code in sector_codes() if code in codes]) for names, codes in families]


def _booked_together(families: list[tuple[list[str], list[str]]]) -> list[tuple[list[str], list[str]]]:
    """Join the families of a raw material and of its processing."""
    name = {row["nbs"]: row["ceads"] for row in rows("ceads.csv")}
    joined = list(families)
    for pair in toml("build.toml")["booked_together"]:
        parts = [family for family in joined if {name[code] for code in pair} & set(family[0])]
        joined = [family for family in joined if family not in parts]
        joined.append(([name for part in parts for name in part[0]], [code for part in parts for code in part[1]]))
    return joined


def _csv(path: Path, header: list[str], lines: Iterable[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)

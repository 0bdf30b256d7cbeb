"""Input-output tables of every region: a prior from published tables, balanced to output and absorption."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hinterland.tables.balance import Moved, Totals, balance, moved
from tools.build_economy.choices import national_weights, regions, sectors, use_factors
from tools.build_economy.sources import gather, national_table, provincial_gdp, toml, world_tables, yuan_per_dollar
from tools.build_economy.world import TECHNOLOGY_YEAR, World

Array = np.ndarray

RELIABILITY = {"inputs": 1.0, "split inputs": 0.5, "value added": 5.0, "final": 1.0}
FLOOR = 1e-3  # of a commodity's absorption: the least prior of final demand, so that balancing has a cell to move


@dataclass(frozen=True)
class Prior:
    """Hold the prior of one region: inputs [supplying, using], value added and final demand."""

    inputs: Array
    value_added: Array
    final: Array
    weights: Array  # of the inputs, by reliability


@dataclass(frozen=True)
class Tables:
    """Hold the balanced tables of all regions, and how far each region's blocks moved."""

    inputs: Array
    value_added: Array
    final: Array
    report: dict[str, list[Moved]]


@dataclass(frozen=True)
class _Balanced:
    """Hold the balanced table of one region."""

    inputs: Array
    value_added: Array
    final: Array
    report: list[Moved]


def tables(folder: Path, world: World) -> Tables:
    """Balance every region to its output and absorption; the country that is split also to its GDP by broad sector."""
    codes = [region.code for region in regions()]
    home = codes.index(toml("build.toml")["country"]["code"])
    official = national_gdp(folder, world.output[home])
    found = {home: _balanced(_national(folder, world, home), world.output[home], world.absorption[home], official)}
    size = world.absorption[home][:, None] * world.output[home][None, :]
    pattern = np.divide(found[home].inputs, size, out=np.zeros_like(size), where=size > 0)
    for n in range(len(codes)):
        if n != home:
            found[n] = _balanced(_borrowed(folder, world, n, pattern), world.output[n], world.absorption[n], {})
    order = [found[n] for n in range(len(codes))]
    return Tables(
        np.stack([one.inputs for one in order]),
        np.stack([one.value_added for one in order]),
        np.stack([one.final for one in order]),
        {code: one.report for code, one in zip(codes, order, strict=True)},
    )


def national_gdp(folder: Path, output: Array) -> dict[str, float]:
    """Give the GDP of the country that is split by broad sector, million USD.

    The sum over its provinces is official; the shares of the broad sectors are those of the latest national table.
    """
    chosen = toml("build.toml")
    gdp = sum(provincial_gdp(folder, chosen["year"]).values()) * 100 / yuan_per_dollar(chosen["year"])
    added = national_table(folder, chosen["country"]["national_table"]).value_added @ national_weights(output)
    broad = {sector.broad for sector in sectors()}
    member = {name: np.array([sector.broad == name for sector in sectors()]) for name in sorted(broad)}
    return {name: float(gdp * added[held].sum() / added.sum()) for name, held in member.items()}


def _national(folder: Path, world: World, n: int) -> Prior:
    """Carry the national table to the model's sectors and the year's output."""
    table = national_table(folder, toml("build.toml")["country"]["national_table"])
    share = national_weights(world.output[n])
    spread = share[:, :, None] * use_factors()[None]  # [national, input, user]
    spread = spread / spread.sum(axis=1, keepdims=True)
    inputs = np.einsum("KJ,Kkj,Jj->kj", table.inputs, spread, share)
    output = table.output @ share
    split = (share > 0).sum(axis=1) > 1
    doubtful = (share[split] > 0).any(axis=0)
    coefficients = inputs / output
    use = table.inputs.sum(axis=1)
    final = ((np.maximum(table.final, 0) / (use + np.maximum(table.final, 0)))[:, None] * share).sum(0) / share.sum(0)
    return _prior(world, n, coefficients, final, doubtful)


def _borrowed(folder: Path, world: World, n: int, pattern: Array) -> Prior:
    """Take coefficients from the WIOD tables of the region's donors.

    Where WIOD has one sector for several of the model, an input is shared out by what the region has of each, and by
    how much more the user takes of one than of the other in the balanced national table (`pattern`).
    """
    data = world_tables(folder, TECHNOLOGY_YEAR)
    donor = gather(data["regions"], [regions()[n].technology])[0]
    use = np.einsum("eknj,n->kj", data["Z"], donor)
    spent = np.maximum(np.einsum("ekn,n->k", data["F"], donor), 0)
    output = donor @ data["X"]
    member = np.array([[float(code in sector.wiod) for code in data["sectors"]] for sector in sectors()])
    using = use @ member.T / (member @ output)  # [wiod input, user]
    spread = member.T[:, :, None] * (pattern * world.absorption[n][:, None])[None] + 1e-12 * member.T[:, :, None]
    spread = spread / spread.sum(axis=1, keepdims=True)
    coefficients = np.einsum("Kj,Kkj->kj", using, spread)
    share = member @ spent / (member @ (spent + use.sum(axis=1)))
    doubtful = np.array([sum(set(a.wiod) & set(b.wiod) != set() for b in sectors()) > 1 for a in sectors()])
    return _prior(world, n, coefficients, share, doubtful)


def _prior(world: World, n: int, coefficients: Array, final_share: Array, doubtful: Array) -> Prior:
    output, absorption = world.output[n], world.absorption[n]
    total = coefficients.sum(axis=0)
    coefficients = coefficients * np.minimum(1, 0.95 / np.maximum(total, 1e-12))
    weights = np.where(doubtful[:, None] | doubtful[None], RELIABILITY["split inputs"], RELIABILITY["inputs"])
    return Prior(
        coefficients * output * (absorption > 0)[:, None],
        (1 - coefficients.sum(axis=0)) * output,
        np.maximum(final_share, FLOOR) * absorption,
        weights,
    )


def _balanced(prior: Prior, output: Array, absorption: Array, gdp: dict[str, float]) -> _Balanced:
    """Meet output by column and absorption by row; final demand and value added stay non-negative."""
    count = len(output)
    cells = np.concatenate([prior.inputs.ravel(), prior.value_added, prior.final])
    at = np.arange(count * count).reshape(count, count)
    added, spent = np.arange(count) + count * count, np.arange(count) + count * count + count
    totals = Totals()
    for j in range(count):
        totals.add(f"output of sector {j}", np.append(at[:, j], added[j]), output[j])
        totals.add(f"use of sector {j}", np.append(at[j], spent[j]), absorption[j])
    for broad, total in gdp.items():
        held = [sector.broad == broad for sector in sectors()]
        totals.add(f"GDP of the {broad} sector", added[held], total)
    trust = [prior.weights.ravel(), np.full(count, RELIABILITY["value added"]), np.full(count, RELIABILITY["final"])]
    values = balance(cells, totals, weights=np.concatenate(trust)).values
    blocks = {"inputs": at.ravel(), "value added": added, "final": spent}
    return _Balanced(values[at], values[added], values[spent], moved(cells, values, blocks))

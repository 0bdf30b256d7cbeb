"""Carve a province out of its country: cells between zero and the country's, chosen by balancing with what is left.

Every cell of the province stands beside the same cell of the rest, and a total ties the two to the country's cell; so
the province can never take more than there is, and the rest moves as little as it must.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.tables.balance import Moved, Totals, balance, moved
from hinterland.tables.margins import Cell, Margins, Target

Array = np.ndarray

LARGEST_SHARE = 0.95  # of the country that a prior may give the province: the rest must keep something
SMALLEST_SHARE = 0.02  # of its own margin that a prior may leave for local sales
RELIABILITY = {"inputs": 1.0, "value added": 5.0, "final": 1.0, "local": 0.1, "trade": 1.0}
DIRECTIONS = ("exports", "imports")
SIDES = {"exports": [0], "imports": [1], "trade": [0, 1]}


@dataclass(frozen=True)
class Whole:
    """Hold the country before the split; trade with itself is `home`."""

    output: Array  # [sector]
    value_added: Array
    final: Array
    inputs: Array  # [input, user]
    exports: Array  # [partner, sector]
    imports: Array  # [partner, sector], at the border
    tariff: Array  # [partner, sector], on imports
    home: Array  # [sector], domestic sales


@dataclass(frozen=True)
class Part:
    """Hold the province after balancing; `local` is what it absorbs of the country's own products."""

    inputs: Array
    value_added: Array
    final: Array
    local: Array


def foreign_trade(
    whole: Whole, full: dict[str, Array], targets: tuple[Target, ...]
) -> tuple[Array, Array, list[Moved]]:
    """Give the province's exports and imports by partner and sector, [partner, sector] each.

    The seed is the country's flow with that partner times the province's share of the sector's total; every target of
    exports, imports or trade (their sum) is met exactly, no flow exceeds the country's, and exports leave some output
    for sale at home.
    """
    flow = np.stack([whole.exports, whole.imports])
    wanted = np.stack([full["exports"], full["imports"]])
    share = np.minimum(wanted / np.maximum(flow.sum(axis=1), 1e-300), LARGEST_SHARE)
    seed = np.minimum(_scaled(flow * share[:, None], targets), LARGEST_SHARE * flow)
    values = _shared_out(seed, flow, targets, full["output"])
    report = moved(seed, values, {"foreign exports": np.array([0]), "foreign imports": np.array([1])})
    return values[0], values[1], report


def technology(
    whole: Whole, full: dict[str, Array], margins: Margins, exports: Array, imports: Array
) -> tuple[Part, list[Moved], list[str]]:
    """Balance the province's inputs, value added, final demand and local absorption together with the rest's.

    Columns meet the province's output, rows what it absorbs (arrivals from abroad and local absorption), value added
    the official totals, and known cells their flows; a known cell that the country or the user has no room for is
    dropped and named.
    """
    arrived = (imports * (1 + whole.tariff)).sum(axis=0)
    limits = np.concatenate([whole.inputs.ravel(), whole.value_added, whole.final, whole.home])
    prior = _prior(whole, full, margins, arrived)
    cells = np.concatenate([prior.inputs.ravel(), prior.value_added, prior.final, prior.local])
    cells = np.where(limits > 0, np.clip(cells, 1e-9 * limits, LARGEST_SHARE * limits), 0.0)
    places = _places(len(whole.output))
    totals = _accounts_close(places, limits, full["output"], arrived)
    for target in margins.targets:
        if target.measure == "value_added":
            totals.add(target.name, places["value added"][list(target.sectors)], target.value)
    dropped = _hold(margins.cells, totals, places["inputs"], limits, full)
    trust = np.concatenate([np.full(where.size, RELIABILITY[name]) for name, where in places.items()])
    both = np.concatenate([cells, limits - cells])
    values = balance(both, totals, weights=np.tile(trust, 2)).values[: limits.size]
    part = Part(*(values[where] for where in places.values()))
    return part, moved(cells, values, {name: where.ravel() for name, where in places.items()}), dropped


def _places(count: int) -> dict[str, Array]:
    """Number the province's cells: inputs [supplying, using], then three blocks of one cell a sector."""
    square = count * count
    blocks = {
        name: np.arange(count) + square + step * count for step, name in enumerate(("value added", "final", "local"))
    }
    return {"inputs": np.arange(square).reshape(count, count)} | blocks


def _accounts_close(places: dict[str, Array], limits: Array, output: Array, arrived: Array) -> Totals:
    """Ask that province and rest add up to the country, columns to output, and rows to absorption."""
    totals = Totals()
    for place in np.flatnonzero(limits > 0):
        totals.add(f"country's cell {place}", np.array([place, place + limits.size]), limits[place])
    for j, made in enumerate(output):
        totals.add(f"output of sector {j}", np.append(places["inputs"][:, j], places["value added"][j]), made)
        use = np.append(places["inputs"][j], [places["final"][j], places["local"][j]])
        totals.add(f"use of sector {j}", use, arrived[j], np.append(np.ones(len(output) + 1), -1.0))
    return totals


def _hold(cells: tuple[Cell, ...], totals: Totals, places: Array, limits: Array, full: dict[str, Array]) -> list[str]:
    """Add the known cells to the totals; say which ones there is no room for."""
    dropped = []
    for cell in cells:
        block, value = places[np.ix_(cell.inputs, cell.users)].ravel(), cell.value(full["output"])
        country = limits[block].sum()
        cost = (full["output"] - full["value_added"])[list(cell.users)].sum()
        if value > LARGEST_SHARE * country:
            dropped.append(f"{cell.name}: {value:,.0f} exceeds {LARGEST_SHARE:.0%} of the country's {country:,.0f}")
        elif value > LARGEST_SHARE * cost:
            dropped.append(f"{cell.name}: {value:,.0f} exceeds {LARGEST_SHARE:.0%} of the users' cost {cost:,.0f}")
        else:
            totals.add(f"known cell {cell.name}", block, value)
    return dropped


def _scaled(seed: Array, targets: tuple[Target, ...]) -> Array:
    """Scale each sector to the widest target that holds it, so that narrower ones start from the right level."""
    scaled = seed.copy()
    for side, measure in enumerate(DIRECTIONS):
        done = np.zeros(seed.shape[2], dtype=bool)
        asked = [target for target in targets if target.measure == measure]
        for target in sorted(asked, key=lambda target: -len(target.sectors)):
            there = list(target.sectors)
            if not done[there].any() and len(target.partners) >= seed.shape[1] - 1:
                scaled[side][:, there] *= target.value / seed[side][:, there].sum()
                done[there] = True
    return scaled


def _shared_out(seed: Array, flow: Array, targets: tuple[Target, ...], output: Array) -> Array:
    """Meet the targets with cells [direction, partner, sector] that stay between zero and the country's flow."""
    live = np.flatnonzero(flow.ravel() > 0)
    number = np.where(flow > 0, np.cumsum(flow.ravel() > 0).reshape(flow.shape) - 1, -1)
    local = np.maximum(output - seed[0].sum(axis=0), SMALLEST_SHARE * output)
    cells = np.concatenate([seed.ravel()[live], (flow - seed).ravel()[live], local])
    totals = Totals()
    for here, whole in enumerate(flow.ravel()[live]):
        totals.add(f"country's flow {here}", np.array([here, here + live.size]), whole)
    for target in (target for target in targets if target.measure in SIDES):
        where = number[np.ix_(SIDES[target.measure], target.partners, target.sectors)]
        share = np.broadcast_to(target.share[np.ix_(target.partners, target.sectors)], where.shape)
        totals.add(target.name, where[where >= 0], target.value, share[where >= 0])
    for j, made in enumerate(output):
        where = number[0, :, j][number[0, :, j] >= 0]
        totals.add(f"output of sector {j}", np.append(where, 2 * live.size + j), made)
    weights = np.concatenate([np.full(2 * live.size, RELIABILITY["trade"]), np.full(local.size, RELIABILITY["local"])])
    values = np.zeros(flow.size)
    values[live] = balance(cells, totals, weights=weights).values[: live.size]
    return values.reshape(flow.shape)


def _prior(whole: Whole, full: dict[str, Array], margins: Margins, arrived: Array) -> Part:
    national = whole.inputs / np.maximum(whole.output, 1e-300)
    mixed = national
    if margins.technology is not None:
        weight = margins.settings.technology_weight
        own = margins.technology.sum(axis=0) > 0
        mixed = np.where(own, weight * margins.technology + (1 - weight) * national, national)
    room = (full["output"] - full["value_added"]) / full["output"].clip(1e-300)
    mixed = mixed * room / np.maximum(mixed.sum(axis=0), 1e-300)
    inputs = np.minimum(mixed * full["output"], LARGEST_SHARE * whole.inputs)
    wanted = inputs.sum(axis=1) + full["final"]
    local = np.clip(wanted - arrived, SMALLEST_SHARE * whole.home, LARGEST_SHARE * whole.home)
    return Part(inputs, full["value_added"], full["final"], local)

"""The accounts of an economy in money: who sold what to whom, what it was made of, who used it.

`Accounts` is what the tables of an economy folder say, as arrays in the axis order of the equilibrium: trade
`[importer, exporter, sector]`, inputs `[region, supplying sector, using sector]`. Splitting and merging regions works
on it, and so does whoever builds an economy from other sources.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

Array = np.ndarray


@dataclass(frozen=True)
class Accounts:
    """Hold the accounts; trade is at the border without the tariff, everything that is used includes it."""

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    trade: Array  # [importer, exporter, sector], domestic sales where importer = exporter
    tariff: Array  # same, fraction of the border value
    export_tax: Array  # same, fraction of the producer price
    inputs: Array  # [region, supplying sector, using sector]
    final: Array  # [region, sector]
    value_added: Array  # [region, sector]

    @property
    def output(self) -> Array:
        """Add up what producers receive, [region, sector]."""
        return (self.trade / (1 + self.export_tax)).sum(axis=0)

    @property
    def absorption(self) -> Array:
        """Add up what buyers pay, tariffs included, [region, sector]."""
        return (self.trade * (1 + self.tariff)).sum(axis=1)

    def position(self, region: str) -> int:
        """Give the place of a region."""
        return self.regions.index(region)


def imbalance(accounts: Accounts) -> float:
    """Give the largest relative violation of `output = inputs + value added` and `absorption = use`."""
    made = accounts.output - accounts.inputs.sum(axis=1) - accounts.value_added
    used = accounts.absorption - accounts.inputs.sum(axis=2) - accounts.final
    size = max(float(accounts.output.max()), float(accounts.absorption.max()))
    floor = 1e-6 * size
    worst_made = np.abs(made) / np.maximum(accounts.output, floor)
    worst_used = np.abs(used) / np.maximum(accounts.absorption, floor)
    return float(max(worst_made.max(), worst_used.max()))


def merge(accounts: Accounts, members: Mapping[str, Sequence[str]]) -> Accounts:
    """Add regions up: `members` maps each new region, in order, to the regions that it holds.

    A tariff on a merged flow is the tariff paid over the value at the border. Trade between members becomes domestic
    sales at what the buyer paid: duties between them stay in the price, so the accounts still close.
    """
    gather = np.array([[float(code in held) for code in accounts.regions] for held in members.values()])
    add = _adder(gather)
    value = add(accounts.trade)
    duty = add(accounts.trade * accounts.tariff)
    received = add(accounts.trade / (1 + accounts.export_tax))
    with np.errstate(invalid="ignore", divide="ignore"):
        tariff = np.where(value > 0, duty / value, 0.0)
        export_tax = np.where(received > 0, value / received - 1, 0.0)
    return Accounts(
        tuple(members),
        accounts.sectors,
        value,
        tariff,
        export_tax,
        np.einsum("ri,ikj->rkj", gather, accounts.inputs),
        gather @ accounts.final,
        gather @ accounts.value_added,
    )


def to_frames(accounts: Accounts) -> dict[str, pd.DataFrame]:
    """Give the tables `trade`, `inputs`, `final` and `production` of an economy folder, rows of zeros left out."""
    region, sector = np.array(accounts.regions), np.array(accounts.sectors)
    n, i, j = np.nonzero(accounts.trade)
    trade = pd.DataFrame(
        {
            "importer": region[n],
            "exporter": region[i],
            "sector": sector[j],
            "value": accounts.trade[n, i, j],
            "tariff": accounts.tariff[n, i, j],
            "export_tax": accounts.export_tax[n, i, j],
        }
    )
    r, k, j = np.nonzero(accounts.inputs)
    inputs = {"region": region[r], "input": sector[k], "user": sector[j], "value": accounts.inputs[r, k, j]}
    r, k = np.nonzero(accounts.final)
    final = {"region": region[r], "sector": sector[k], "value": accounts.final[r, k]}
    r, k = (axis.ravel() for axis in np.indices(accounts.value_added.shape))
    production = {
        "region": region[r],
        "sector": sector[k],
        "gross_output": accounts.output[r, k],
        "value_added": accounts.value_added[r, k],
        "production_tax": 0.0,
    }
    return {
        "trade": trade,
        "inputs": pd.DataFrame(inputs),
        "final": pd.DataFrame(final),
        "production": pd.DataFrame(production),
    }


def from_frames(regions: Sequence[str], sectors: Sequence[str], frames: Mapping[str, pd.DataFrame]) -> Accounts:
    """Read the accounts back from the four tables."""
    at = {code: place for place, code in enumerate(regions)}
    of = {code: place for place, code in enumerate(sectors)}
    count, kinds = len(at), len(of)

    def spread(frame: pd.DataFrame, column: str, keys: Sequence[str], shape: tuple[int, ...]) -> Array:
        array = np.zeros(shape)
        where = tuple(
            frame[key].map(at if size == count and key in AREAS else of).to_numpy()
            for key, size in zip(keys, shape, strict=True)
        )
        array[where] = frame[column].to_numpy(float)
        return array

    trade, flow = frames["trade"], ("importer", "exporter", "sector")
    shape = (count, count, kinds)
    return Accounts(
        tuple(regions),
        tuple(sectors),
        spread(trade, "value", flow, shape),
        spread(trade, "tariff", flow, shape),
        spread(trade, "export_tax", flow, shape),
        spread(frames["inputs"], "value", ("region", "input", "user"), (count, kinds, kinds)),
        spread(frames["final"], "value", ("region", "sector"), (count, kinds)),
        spread(frames["production"], "value_added", ("region", "sector"), (count, kinds)),
    )


AREAS = ("importer", "exporter", "region")


def _adder(gather: Array):  # type: ignore[no-untyped-def]
    def add(flows: Array) -> Array:
        return np.einsum("rn,nij,si->rsj", gather, flows, gather, optimize=True)

    return add

"""The accounts of an economy in money: who sold what to whom, what it was made of, who used it.

`Accounts` is what the tables of an economy folder say, as arrays in the axis order of the equilibrium: trade
`[importer, exporter, sector]`, inputs `[region, supplying sector, using sector]`. Splitting and merging regions works
on it, and so does whoever builds an economy from other sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lazy_loader
import numpy as np

from hinterland.errors import Problem, Problems
from hinterland.tables.raw import RawTables

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")

Array = np.ndarray

CLOSES = 1e-6  # of a row or column: published tables that were balanced carry six digits or more


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


def from_raw(raw: RawTables) -> Accounts:
    """Take the accounts of raw tables that close; what they leave out is the residual of its column or row.

    Raises `InputError` when they do not close, because a split could not either.
    """
    output = (raw.trade / (1 + raw.export_tax)).sum(axis=0)
    used = (raw.trade * (1 + raw.tariff)).sum(axis=1)
    added = raw.value_added
    if raw.shares:
        cost = output if added is None else output - added
        inputs = raw.inputs * cost[:, None, :]
    else:
        inputs = raw.inputs
    accounts = Accounts(
        raw.regions.codes,
        raw.sectors.codes,
        raw.trade,
        raw.tariff,
        raw.export_tax,
        inputs,
        used - inputs.sum(axis=2) if raw.final is None else raw.final,
        output - inputs.sum(axis=1) if added is None else added,
    )
    problems = Problems()
    problems.extend(accounts_do_not_close(accounts))
    problems.raise_if_any()
    return accounts


def accounts_do_not_close(accounts: Accounts) -> Iterator[Problem]:
    """Find accounts that are off by more than rounding."""
    worst = imbalance(accounts)
    if worst > CLOSES:
        yield Problem(
            f"output and inputs, or absorption and use, differ by up to {worst:.2%}",
            "the tables of the economy",
            f"accounts that close to {CLOSES:g}",
            "balance them first: hinterland.tables.balance, or the build of the economy",
            "accounts_do_not_close",
        )


def _adder(gather: Array) -> Callable[[Array], Array]:
    def add(flows: Array) -> Array:
        return np.einsum("rn,nij,si->rsj", gather, flows, gather, optimize=True)

    return add

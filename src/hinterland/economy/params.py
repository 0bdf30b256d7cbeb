"""The economy's data, what may change in it, and how it closes: three frozen records of bare arrays."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Literal

import numpy as np

from hinterland.economy.layout import Layout, lay_out
from hinterland.economy.shapes import Array, InputOutput, Regions, RegionSector, Sectors, Trade

Deficit = Literal["share", "balanced", "fixed"]
Labour = Literal["mobile", "specific"]
Inputs = Literal["linked", "none"]
Competition = Literal["perfect"]


@dataclass(frozen=True)
class Closures:
    """Say how the economy closes. `migrating` and `employment` labour, `krugman` and `melitz` will stand here too.

    `deficit`: "share" fixes a region's deficit as a share of world factor income, "fixed" in the numeraire, "balanced"
    at zero. World factor income is the numeraire, so "share" and "fixed" give the same equilibrium.
    `labour`: "mobile" between the sectors of a region, or "specific" to its sector (the short run).
    `inputs`: "linked" as in the data, or "none" (value added only, to compare with the literature).
    """

    deficit: Deficit = "share"
    labour: Labour = "mobile"
    inputs: Inputs = "linked"
    competition: Competition = "perfect"


@dataclass(frozen=True, eq=False)
class Params:
    """Hold an economy's baseline. Money is in the baseline's currency unit; rates and shares are fractions.

    N regions, J sectors; the axis order of each array is that of `shapes`.
    """

    X: RegionSector  # spending of n on sector j, at purchaser prices, duties included
    pi: Trade  # share of X[n, j] that goes to goods from i; sums to one over i
    t: Trade  # tariff of n on i, ad valorem
    e: Trade  # export tax of i on sales to n, ad valorem on the producer price; a rebate is negative
    o: RegionSector  # production tax, ad valorem on the producer price net of tax
    gamma: InputOutput  # share of input k in the cost of sector j
    va: RegionSector  # share of value added in cost: va + Σ_k gamma = 1
    alpha: RegionSector  # share of j in final spending
    theta: Sectors  # trade elasticity
    wL: RegionSector  # value added paid in sector j of region n; its sum is the region's factor income
    D: Regions  # trade deficit; sums to zero

    @property
    def N(self) -> int:
        """Count the regions."""
        return self.X.shape[0]

    @property
    def J(self) -> int:
        """Count the sectors."""
        return self.X.shape[1]

    @cached_property
    def layout(self) -> Layout:
        """Give the baseline's trade as the solver wants it; worked out once."""
        return lay_out(self.pi, self.t, self.e)


@dataclass(frozen=True)
class Shocks:
    """Hold what a scenario changes; None leaves the baseline as it is.

    Taxes and deficits are given as their new levels, `d_hat`, `A_hat` and `L_hat` as ratios to the baseline.
    A leading axis on any of them is a batch.
    """

    t: Trade | None = None
    e: Trade | None = None
    o: RegionSector | None = None
    d_hat: Trade | None = None  # iceberg trade cost
    A_hat: RegionSector | None = None  # productivity
    L_hat: Regions | None = None  # labour supply
    alpha: RegionSector | None = None  # final tastes
    D: Regions | None = None  # deficits, with what transfers change


@dataclass(frozen=True)
class Levers:
    """Hold the shocks with every gap filled from the baseline: what the equations read."""

    t: Trade
    e: Trade
    o: RegionSector
    d_hat: Trade
    A_hat: RegionSector
    L_hat: Regions
    alpha: RegionSector
    D: Regions


def levers_at_rest(params: Params) -> Levers:
    """Give the levers of the baseline itself: its taxes, shares and deficits, nothing cheaper or dearer."""
    return Levers(
        t=params.t,
        e=params.e,
        o=params.o,
        d_hat=np.ones_like(params.t),
        A_hat=np.ones_like(params.o),
        L_hat=np.ones_like(params.D),
        alpha=params.alpha,
        D=params.D,
    )


def levers(params: Params, shocks: Shocks, closures: Closures = Closures()) -> Levers:
    """Fill the gaps of `shocks` from the baseline, and set the deficits that the closure asks for.

    A deficit given in `shocks` is a decision of the scenario and stands whatever the closure.
    """
    at_rest = levers_at_rest(params)
    if closures.deficit == "balanced":
        at_rest = replace(at_rest, D=np.zeros_like(params.D))
    given = {field.name: getattr(shocks, field.name) for field in fields(shocks)}
    return replace(at_rest, **{name: value for name, value in given.items() if value is not None})


def blend(rest: Levers, given: Levers, s: float) -> Levers:
    """Stand at a fraction `s` of the way between two sets of levers: taxes in a line, ratios in a line of logs."""

    def line(a: Array, b: Array) -> Array:
        return a if a is b else a + s * (b - a)

    def ratio(a: Array, b: Array) -> Array:
        return np.exp((1 - s) * np.log(a) + s * np.log(b))

    return Levers(
        t=line(rest.t, given.t),
        e=line(rest.e, given.e),
        o=line(rest.o, given.o),
        d_hat=ratio(rest.d_hat, given.d_hat),
        A_hat=ratio(rest.A_hat, given.A_hat),
        L_hat=ratio(rest.L_hat, given.L_hat),
        alpha=line(rest.alpha, given.alpha),
        D=line(rest.D, given.D),
    )


def from_flows(
    X: RegionSector,
    pi: Trade,
    t: Trade,
    e: Trade,
    o: RegionSector,
    gamma: InputOutput,
    va: RegionSector,
    theta: Sectors,
) -> Params:
    """Derive the rest of a baseline from spending, shares, taxes and costs, so that every equation holds to rounding.

    Final spending is what is left of X after inputs; cells below zero by no more than rounding are set to zero.
    A cell that nobody buys from abroad and that spends nothing buys from itself, so that its price exists.
    """
    N = X.shape[0]
    idle = X == 0
    own = np.eye(N)[:, :, None]
    pi = np.where(idle[:, None, :], own, pi)
    Y = np.einsum("nij,nj->ij", pi / ((1 + t) * (1 + e)), X)
    cost = Y / (1 + o)
    final = np.maximum(X - np.einsum("nkj,nj->nk", gamma, cost), 0.0)
    I = final.sum(axis=1)  # noqa: E741 (the paper's symbol)
    wL = va * cost
    border = pi * X[:, None, :] / (1 + t)
    revenue = (t * border).sum(axis=(1, 2)) + (border * e / (1 + e)).sum(axis=0).sum(axis=1) + (o * cost).sum(axis=1)
    D = I - wL.sum(axis=1) - revenue
    alpha = final / I[:, None]
    return Params(X=X, pi=pi, t=t, e=e, o=o, gamma=gamma, va=va, alpha=alpha, theta=theta, wL=wL, D=D)


def without_inputs(params: Params) -> Params:
    """Recast a baseline as an economy of value added only: same trade, same taxes, no intermediate inputs."""
    return from_flows(
        X=params.X,
        pi=params.pi,
        t=params.t,
        e=params.e,
        o=params.o,
        gamma=np.zeros_like(params.gamma),
        va=np.ones_like(params.va),
        theta=params.theta,
    )

"""The differential of real income, term by term: who gains from what, by partner and by sector.

With M the value of trade at the border, E = M/(1+e) what producers receive, Yn = Y/(1+o), p = c (1+e) the border price
and q = M/(p d) the quantity landed, sector j left out, the equations of `system` give

    I dlogW  =  Σ_m M_mn dlog p_mn − Σ_i M_ni dlog p_ni      terms of trade
             +  Σ_i t M_ni dlog q_ni                         volume of imports that pay tariffs
             +  Σ_m e E_mn dlog(E_mn / c_n)                  volume of exports that pay export tax, or earn a rebate
             +  o Yn dlog(Y / c)                             volume of production that pays production tax
             +  Yn dlog A                                    technology
             −  Σ_i M_ni dlog d_ni                           trade cost
             +  va Yn dlog L                                 labour supply
             +  dD                                           transfers
             −  I (alpha0 − alpha) dlog P                    tastes: real income is deflated by the baseline's

It follows from X dlogP = Σ_i M (1+t) dlog(kap c), X = gamma Yn + alpha I, dlog c = dlog(1+o) + va dlog w + gammaᵀ dlogP
− dlog A, and I = w L + revenue + D. Caliendo & Parro (2015, eq. 14–16) have the first two lines.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy.params import Levers, Params
from hinterland.economy.shapes import Regions, RegionSector, Trade


@dataclass(frozen=True)
class Moves:
    """Hold small changes: of trade values in money, of everything else in logs, deficits in money."""

    M: Trade
    c: RegionSector
    P: RegionSector
    e: Trade  # of 1 + e
    d: Trade
    A: RegionSector
    L: Regions
    D: Regions


@dataclass(frozen=True)
class Terms:
    """Hold each term's part in the change of log real income, as fractions; a trade array is [region, partner, sector].

    Sums are one line: `terms.terms_of_trade.sum(axis=2)` by partner, `.sum(axis=1)` by sector.
    """

    terms_of_trade: Trade  # what exports fetch and imports cost, with each partner; domestic trade cancels
    import_volume: Trade  # tariff wedges: supplier is the partner
    export_volume: Trade  # export-tax wedges: buyer is the partner
    production_volume: RegionSector  # production-tax wedges
    technology: RegionSector
    trade_cost: Trade  # iceberg cost of what a region buys, domestic routes too
    labour: RegionSector  # labour supply
    transfers: Regions  # deficits
    tastes: RegionSector

    @property
    def volume_of_trade(self) -> Trade:
        """Give all that crossing a taxed border adds: imports under tariffs, exports under export taxes."""
        return self.import_volume + self.export_volume

    @property
    def total(self) -> Regions:
        """Give the sum of all terms for each region."""
        return np.sum(list(self.by_region().values()), axis=0)

    def by_region(self) -> dict[str, Regions]:
        """Sum each term over partners and sectors; the names are those of the fields."""
        return {name: value.reshape(len(value), -1).sum(axis=1) for name, value in vars(self).items()}

    def plus(self, other: Terms) -> Terms:
        """Add another set of terms to this one."""
        return Terms(**{name: value + getattr(other, name) for name, value in vars(self).items()})

    def times(self, weight: float) -> Terms:
        """Multiply every term by a number."""
        return Terms(**{name: value * weight for name, value in vars(self).items()})


def terms(params: Params, at: Levers, M: Trade, I: Regions, moves: Moves) -> Terms:  # noqa: E741
    """Evaluate the differential where the levers stand at `at`, trade at `M` and income at `I`."""
    t, e, o = at.t, at.e, at.o
    E = M / (1 + e)
    Y = E.sum(axis=0)
    Yn = Y / (1 + o)
    dY = ((moves.M - M * moves.e) / (1 + e)).sum(axis=0)
    at_border = M * (moves.c + moves.e)  # value times change of the border price, [importer, exporter, sector]
    at_factory = e / (1 + e) * (moves.M - at_border)
    buyer = 1 / I[:, None, None]
    region = 1 / I[:, None]
    return Terms(
        terms_of_trade=(_seen_by_seller(at_border) - at_border) * buyer,
        import_volume=t * (moves.M - at_border - M * moves.d) * buyer,
        export_volume=_seen_by_seller(at_factory) * buyer,
        production_volume=o / (1 + o) * (dY - Y * moves.c) * region,
        technology=Yn * moves.A * region,
        trade_cost=-M * moves.d * buyer,
        labour=params.va * Yn * moves.L[:, None] * region,
        transfers=moves.D / I,
        tastes=(at.alpha - params.alpha) * moves.P,
    )


def _seen_by_seller(trade: Trade) -> Trade:
    """Turn [importer, exporter, sector] into [exporter, partner, sector]."""
    return trade.swapaxes(0, 1)

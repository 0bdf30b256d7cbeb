"""What a target is: a total, or a share of one total in another, with its interval and where it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hinterland.baseline import Baseline

MEASURES = ("exports", "imports", "trade", "gdp", "value_added")  # trade: exports and imports together
OF_TRADE = MEASURES[:3]


@dataclass(frozen=True)
class Scope:
    """Say which total is meant: of which region (or group), with whom, in which sectors; empty means all."""

    measure: str
    region: str
    partners: tuple[str, ...] = ()  # regions or groups; empty: every region that is not part of `region`
    sectors: tuple[str, ...] = ()

    def sellers_and_buyers(self, baseline: Baseline) -> tuple[list[int], list[int], list[int]]:
        """Give the positions of the region, of its partners (never its own parts), and of the sectors."""
        own = positions((self.region,), baseline)
        others = positions(self.partners, baseline) if self.partners else range(len(baseline.regions))
        sectors = [baseline.sectors.index(code) for code in self.sectors] or list(range(len(baseline.sectors)))
        return own, [n for n in others if n not in own], sectors


@dataclass(frozen=True)
class Target:
    """Ask that a total lie between `low` and `high`, in the economy's currency; a share of `whole` is a fraction."""

    name: str
    scope: Scope
    value: float
    low: float
    high: float
    source: str
    whole: Scope | None = None
    published: date | None = None
    span: tuple[int, int] | None = None  # of `printed` in the document
    printed: str = ""
    verdict: str = ""

    def said(self, value: float, currency: str) -> str:
        """Say an amount of this target's kind for a reader, to five digits: "302,530 million USD", "41.2 %"."""
        if self.whole is not None:
            return f"{100 * value:.5g} %"
        rounded = float(f"{value:.5g}")
        return f"{rounded:,.0f} {currency}" if abs(rounded) >= 10_000 else f"{rounded:,.5g} {currency}"

    def origin(self) -> str:
        """Say where the figure stands: the document, its day, the place in it, what is printed, and the verdict."""
        day = f" ({self.published})" if self.published else ""
        place = f", characters {self.span[0]}-{self.span[1]}" if self.span else ""
        printed = f": {self.printed!r}" if self.printed else ""
        return f"{self.source}{day}{place}{printed}" + (f", {self.verdict}" if self.verdict else "")


def positions(codes: tuple[str, ...], baseline: Baseline) -> list[int]:
    """Give the positions of regions, those of a group where a code names one, each once and in order."""
    named = (member for code in codes for member in baseline.groups.get(code, (code,)))
    return sorted({baseline.regions.index(code) for code in named})

"""Which total of an economy a fact states, if any: same region, partner, goods, year and unit, and no wider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hinterland.baseline import Baseline
from hinterland.draft.codes import country, same_region
from hinterland.economy.system import border
from hinterland.labels import folded
from hinterland.ledger.checks.pages import Name
from hinterland.ledger.keeping.about import CONVERTED
from hinterland.ledger.keeping.announced import code_of
from hinterland.ledger.keeping.concepts import time_period
from hinterland.ledger.keeping.facts import Fact
from hinterland.ledger.lexicon import table
from hinterland.targets.target import OF_TRADE, Scope, Target
from hinterland.units import UnknownRateError, convert

FOREIGN = "foreign"  # the group that holds what lies abroad, where an economy names it
GOODS = "goods"  # the term for what customs count
_WORLD = "W1"
_TOTALS = {"exports": "exports", "imports": "imports", "trade_total": "trade", "gdp": "gdp"}


class Unfit(Exception):
    """Say in a few words why a fact is no target of an economy."""


@dataclass(frozen=True)
class Fitting:
    """Fit facts to an economy; `concordance` says which sectors published terms mean."""

    baseline: Baseline
    concordance: Mapping[str, tuple[str, ...]]

    def target(self, fact: Fact) -> Target:
        """Write a fact as a target; raise `Unfit` with the reason where it is none."""
        self._is_usable(fact)
        name = Name.of(fact.indicator)
        if name.prefix not in (None, "share"):
            raise Unfit("a difference or a gap, not a level")
        part = self._scope(fact, name)
        whole = self._whole(fact, name, part) if name.prefix else None
        rate = 1.0 if whole else self._rate(fact)
        named = "" if fact.partner in (None, _WORLD) else f" with {fact.partner}"
        return Target(
            name=f"{Name(name.base, name.brackets, name.prefix)} of {part.region}{named}",
            scope=part,
            whole=whole,
            value=fact.value * rate,
            low=fact.low * rate,
            high=fact.high * rate,
            source=fact.source,
            published=fact.vintage,
            span=fact.span,
            printed=fact.printed,
            verdict=fact.verdict,
        )

    def _is_usable(self, fact: Fact) -> None:
        if fact.transformation == CONVERTED:
            raise Unfit("the same figure in another currency")
        if fact.transformation != "N":
            raise Unfit("a growth rate or a rank, not a level")
        if time_period(fact.period_start, fact.period_end) != str(self.baseline.description.year):
            raise Unfit(f"another period than {self.baseline.description.year}")
        if fact.status == "F":
            raise Unfit("a plan or a forecast")
        if fact.verdict == "wrong":
            raise Unfit("a check calls it wrong")

    def _scope(self, fact: Fact, name: Name) -> Scope:
        measure = _TOTALS.get(name.base, "value_added" if name.base.startswith("gva") else None)
        if measure is None:
            raise Unfit("an indicator that the economy has no total for")
        region = self._region(fact.ref_area or fact.region)
        if measure not in OF_TRADE:
            if fact.partner not in (None, _WORLD):
                raise Unfit("a partner of what has none")
            return Scope(measure, region, (), self._sectors(name, name.base if measure == "value_added" else ""))
        return Scope(measure, region, self._partners(fact, region), self._sectors(name, GOODS))

    def _region(self, place: str | None) -> str:
        code = same_region(place, self.baseline) if place else None
        if code is None:
            raise Unfit("a place that is no region or group of the economy")
        return code

    def _partners(self, fact: Fact, region: str) -> tuple[str, ...]:
        """Give the partners that a fact names; trade with the world is trade abroad, never within the country."""
        inside = self._inside(fact, region)
        if fact.partner in (None, _WORLD):
            return self._abroad(inside)
        found: list[str] = []
        for place in (fact.partner or "").split("+"):
            code = same_region(place, self.baseline)
            if code is None:
                raise Unfit("a partner that is no region or group of the economy")
            members = self._members((code,))
            outside = (one for one in self.baseline.regions.codes if one in members - inside)
            found += outside if inside & members else (code,)
        if not found:
            raise Unfit("a partner that lies in the same country")
        return tuple(dict.fromkeys(found))

    def _abroad(self, inside: set[str]) -> tuple[str, ...]:
        if not inside & self._members((FOREIGN,)) and FOREIGN in self.baseline.groups:
            return (FOREIGN,)
        return tuple(code for code in self.baseline.regions.codes if code not in inside)

    def _inside(self, fact: Fact, region: str) -> set[str]:
        """List the regions of the same country: customs do not count what is sent there."""
        return self._members((region, country(fact.ref_area or "", self.baseline) or region))

    def _sectors(self, name: Name, term: str) -> tuple[str, ...]:
        """Give the sectors that an indicator is about: those of its product, else those of the term itself."""
        brackets = dict(name.brackets)
        brackets.pop("partner", None)
        brackets.pop("of", None)
        product = {key: brackets.pop(key) for key in ("product", "sector") if key in brackets}
        if brackets or len(product) > 1:  # private firms, processing trade …
            raise Unfit("a part that the economy does not tell apart")
        for key, value in product.items():
            return self._named(f"{key}={value}", table("indicators.toml")[f"{key}s"].get(value, []))
        return self._named(term, []) if term else ()

    def _named(self, term: str, phrases: list[str]) -> tuple[str, ...]:
        """Look a term up in the economy's concordance, else find the sector that goes by one of its names."""
        if term in self.concordance:
            return self.concordance[term]
        if term == GOODS:
            return self._traded
        names = {folded(name) for name in (*phrases, term.partition("=")[2]) if name}
        found = tuple(
            label.code
            for label in self.baseline.sectors.labels
            if names & {folded(name) for name in (label.code, label.en, label.zh) if name}
        )
        if not found:
            raise Unfit("a part that the economy does not tell apart")
        return found

    @cached_property
    def _traded(self) -> tuple[str, ...]:
        """Name the sectors of which anything crosses a border."""
        params = self.baseline.params
        M = border(params.pi, params.X, params.t)
        crossing = M.sum(axis=(0, 1)) - M.diagonal(axis1=0, axis2=1).sum(axis=1) > 0
        return tuple(code for code, yes in zip(self.baseline.sectors.codes, crossing, strict=True) if yes)

    def _whole(self, fact: Fact, name: Name, part: Scope) -> Scope:
        """Say what a share is a share of: GDP, what `of` names, or all of the region's own trade abroad."""
        of = name.get("of")
        if of is not None:
            return self._of(fact, of, part)
        if part.measure == "value_added":
            return Scope("gdp", part.region)
        narrow = fact.partner not in (None, _WORLD) or name.get("product") or name.get("sector")
        if part.measure not in OF_TRADE or not narrow:
            raise Unfit("a share of something that is not stated")
        return Scope(part.measure, part.region, self._abroad(self._inside(fact, part.region)), self._named(GOODS, []))

    def _of(self, fact: Fact, place: str, part: Scope) -> Scope:
        """Name the same total of the own country, or of a wider circle of partners."""
        code, inside = same_region(code_of(place), self.baseline), self._inside(fact, part.region)
        members = self._members((code,) if code else ())
        if code and self._members((part.region,)) <= members <= inside:
            return Scope(part.measure, code, part.partners, part.sectors)
        wider = tuple(one for one in self.baseline.regions.codes if one in members - inside)
        if fact.partner in (None, _WORLD) or not self._members(part.partners) < set(wider):
            raise Unfit("a share of something that the economy does not have")
        return Scope(part.measure, part.region, wider, part.sectors)

    def _members(self, codes: tuple[str, ...]) -> set[str]:
        return {member for code in codes for member in self.baseline.groups.get(code, (code,))}

    def _rate(self, fact: Fact) -> float:
        """Give the economy's currency for one unit of the fact's, at the mean rate of the year."""
        about = self.baseline.description
        try:
            return convert(1.0, fact.unit, about.currency, about.year)
        except (UnknownRateError, ValueError):
            raise Unfit(f"a unit without a mean rate to {about.currency} in {about.year}: {fact.unit}") from None

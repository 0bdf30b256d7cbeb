"""What a share is a share of, where the words before it do not say it."""

from __future__ import annotations

import re
from dataclasses import replace

from hinterland.ledger.lexicon import places
from hinterland.ledger.lexing.nouns import counted
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.lineage import country
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.power import Power
from hinterland.ledger.statistics.setting import TRADE, Subject
from hinterland.ledger.statistics.subjects import collect, slug

_TAKEN_UP = frozenset(("it", "this", "that", "they", "which"))
_ADDS = frozenset(
    (
        "contribution",
        "contributions",
        "contributed",
        "contributing",
        "contributes",
        "added",
        "adding",
        "driving",
        "drove",
    )
)
_PART = frozenset(("accounting", "making", "representing", "comprising", "constituting"))
_IN_NATION = re.compile(r" in the (?:national|country's|nation's|country’s|nation’s) (?:total|whole)")
_BROUGHT = frozenset(("contributed", "accounted", "generated"))
_TRADERS = ("exporters", "importers", "traders")
_OWNERS = frozenset(("the", "its", "all", "their", "'s", "province", "city", "country", "state", "nation", "region"))


class Shares(Power):
    """Complete the subject of a share by its whole."""

    def _of_whole(self, figure: Figure) -> Subject:
        """Name the whole, or the thing that a share is a share of."""
        if figure.kind != "share":
            return figure.subject
        subject = self._of_the_main_clause(figure)
        if (noun := self._things(figure)) is not None:
            labels = [token for token in self.t[figure.at + 1 :] if "label" in token.tags]
            named = collect(self.s, labels, self.setting)
            entity = named.entities[-1] if named.entities else None
            return Subject(noun, tuple(named.partners[:1]), entity=entity, region=subject.region)
        subject = self._of_what_it_owns(figure, self._to_partner(figure, subject))
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 7]
        if after[:2] in (["of", "that"], ["of", "this"]):
            larger = self.setting.topic.partners or self.setting.last.partners
            if subject.partners and larger and larger[0] not in subject.partners and not subject.of:
                return replace(subject, of=larger[0])
        if self._of_gdp(subject, after):
            return replace(subject, of="gdp")
        if not subject.of and (nation := self._in_the_nation(figure)):
            subject = replace(subject, of=nation)
        if not subject.product and subject.base in TRADE and (goods := self._brought_by(figure)):
            subject = replace(subject, product=goods)
        around = None if subject.of else self._province_around(subject, after)
        return replace(subject, of=around) if around else subject

    def _to_partner(self, figure: Figure, subject: Subject) -> Subject:
        """Read "60 percent of exports went to Japan": a partner, not another whole."""
        if subject.of is None or subject.partners or subject.base not in TRADE or figure.listed:
            return subject
        place = next(
            (token for token in self.t[figure.at + 1 :] if "place" in token.tags and _code(token) == subject.of), None
        )
        before = [word for word in self.w[: place.i] if word != "the"][-1:] if place else []
        return replace(subject, of=None, partners=(subject.of,)) if before in (["to"], ["from"], ["with"]) else subject

    def _contributed(self) -> None:
        """Name what something adds to growth: "its contribution to GDP growth was 2.2 percentage points"."""
        for figure in self.figures:
            if figure.kind not in ("pp", "share") or figure.gap:
                continue
            i, j = self.t[figure.at].i, self.t[figure.at].j
            before, after = self.w[max(0, i - 14) : i], self.w[j : j + 7]
            told = [k for k, word in enumerate(before) if word in _ADDS]
            grown = "growth" in (before[told[-1] :] if told else []) or ("to" in after[:1] and "growth" in after)
            grown = grown or after[:1] == ["growth"]
            part = (
                figure.kind == "share" and after[:1] == ["of"] and "growth" in after[1:5]
            )  # "53 percent of its growth"
            if part or (told and grown and "," not in before[told[-1] :]):
                figure.prefix = "contribution_to_growth:"

    def _of_the_main_clause(self, figure: Figure) -> Subject:
        """Pass over a yardstick: "was 3 billion, faster than the growth of all trade by 2%, accounting for 9%"."""
        at = self.figures.index(figure)
        if at < 2 or _PART.isdisjoint(self.w[max(0, self.t[figure.at].i - 6) : self.t[figure.at].i]):
            return figure.subject
        before, level = self.figures[at - 1], self.figures[at - 2]
        while level.kind not in ("level", "count") and self.figures.index(level):
            level = self.figures[self.figures.index(level) - 1]
        compared = self.w[self.t[self.figures[at - 2].at].j : self.t[before.at].i]
        if before.kind == "growth" and "than" in compared and not self._new_labels(figure, before):
            return level.subject
        return figure.subject

    def _things(self, figure: Figure) -> str | None:
        """Name what "80 percent of the trading companies …" is a share of, at the head of a sentence."""
        j = self.t[figure.at].j
        if self.w[j : j + 1] != ["of"] or figure is not self.figures[0]:
            return None
        k = j + 1
        while k < len(self.w) and (self.w[k] in _OWNERS or self.w[k + 1 : k + 2] == ["'s"]):
            k += 1
        noun = counted(self.w, k)
        end = k + len(noun)
        if not noun or not noun[-1].endswith("s"):
            return None
        if (k == j + 1 or self.t[figure.at].i > 3) and noun[0] not in _TRADERS:
            return None
        labels = [token for token in self.t if k <= token.i and token.j <= end and "label" in token.tags]
        known = [token.tags["indicators"] for token in labels if "indicators" in token.tags and token.j == end]
        if known:
            return str(known[0]) if known[0].endswith(("enterprises", "smes", "entities")) else None
        return None if labels and labels[-1].j == end else slug(noun)

    def _of_what_it_owns(self, figure: Figure, subject: Subject) -> Subject:
        """Read "It accounts for 80% of China's diamond exports": a share of those, not of what was told before."""
        j = self.t[figure.at].j
        if self.w[0] not in _TAKEN_UP or self.w[j : j + 1] != ["of"] or self.setting.last.base in TRADE:
            return subject
        if any("indicators" in token.tags for token in self.t[: figure.at]) and figure is self.figures[0]:
            return subject
        stop = next((i for i in range(j, len(self.w)) if self.w[i] in ("and", ",", ".", ";")), len(self.w))
        zone = [token for token in self.t[figure.at + 1 :] if token.j <= stop and "label" in token.tags]
        labels = collect(self.s, zone, self.setting)
        base = labels.indicators[0] if labels.indicators else None
        if base in (None, "gdp") and not (labels.products and base is None):
            return subject
        if base in TRADE or base is None:
            named = labels.products[-1] if labels.products else None
            return replace(subject, base=base or named, product=named if base else None, partners=(), entity=None)
        return subject

    def _of_gdp(self, subject: Subject, after: list[str]) -> bool:
        base = subject.base or ""
        whole = after[:2] == ["of", "gdp"] or after[:3] in (["of", "the", "gdp"], ["of", "its", "gdp"])
        owned = after[:1] == ["of"] and "gdp" in after and "'s" in after
        return (whole or owned) and base not in ("", "gdp") and not base.startswith("gva_")

    def _in_the_nation(self, figure: Figure) -> str | None:
        """Name the whole of "the proportion of Hubei's trade in the national total rose to 7 percent"."""
        head = self.s.text[: self.t[figure.at].start]
        home = figure.subject.region or self.setting.home
        told = any(word in head for word in ("proportion of", "share of")) and _IN_NATION.search(head)
        whole = places().get(country(home)) if home and told else None
        return whole.name if whole is not None and whole != home else None

    def _brought_by(self, figure: Figure) -> str | None:
        """Name the goods of "40 percent of Hubei's exports were contributed by its toys", "… were accounted for by"."""
        at = next((i for i in range(self.t[figure.at].j, len(self.w)) if self.w[i] in _BROUGHT), len(self.w))
        if self.w[self.t[figure.at].j : self.t[figure.at].j + 1] != ["of"] or "by" not in self.w[at : at + 3]:
            return None
        goods = [token.tags["products"] for token in self.t if at < token.i < at + 7 and "products" in token.tags]
        return str(goods[0]) if len(goods) == 1 else None

    def _province_around(self, subject: Subject, after: list[str]) -> str | None:
        """Name the province that a city's or a zone's share "of the province's total" is taken of."""
        inner = subject.region or self.setting.home
        named = "province" in after[:4] or "provincial" in after[:4]
        if inner is None or inner.kind not in ("city", "zone"):
            return None
        around = places().get(inner.parent)
        if "city" in after[:4] and "total" in after and inner.kind == "zone" and around and around.kind == "city":
            return around.name
        if not named:
            return None
        return around.name if around is not None and around.kind == "province" else None


def _code(token: Token) -> str:
    place = token.tags["place"]
    return str(place.code or place.name)

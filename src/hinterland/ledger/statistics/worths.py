"""What stands beside an amount: the name glued to it, what it is worth of, what was done to it, what it went into."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.lexing.nouns import NOUN_ENDS
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.extents import Extents
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.qualifiers import BRANCH_ENDS
from hinterland.ledger.statistics.setting import TRADE, Labels, Subject
from hinterland.ledger.statistics.subjects import slug
from hinterland.ledger.statistics.wholes import ENDS

_WORTH = frozenset(("worth", "valued", "value"))
_CARS = (["cars"], ["vehicles"], ["automobiles"])
_COST = frozenset(("cost", "costs", "costing", "priced"))
_PLAIN_BRANCHES = BRANCH_ENDS | frozenset("projects field fields area areas region regions city country".split())
_ITEMS = ("growth", "share", "level")
_LIST_MARKS = frozenset(")(,;–—") | frozenset("and followed by at with then whereas while that those".split())
_NAMED = frozenset(("place", "refer", "grow", "share", "say", "basis", "doubt", "outlook"))


class Worths(Extents):
    """Read the words beside an amount."""

    def _glued_to(self, figure: Figure) -> list[Token]:
        """Find the name glued to its amount: "a $3 billion trade deficit", "437-billion-dollar exports"."""
        k = figure.at + 1
        while k < len(self.t) and self.t[k].start < figure.paired_end:
            k += 1
        end = self.t[k - 1].j + (figure.paired is not None and self.w[self.t[k - 1].j : self.t[k - 1].j + 1] == [")"])
        if not figure.quantity.money or k >= len(self.t) or self.t[k].i != end:
            return []
        token, ends = self.t[k], self.w[self.t[k].j : self.t[k].j + 1]
        source = [other for other in self.t[k + 1 : k + 4] if "label" in other.tags]
        if ends == ["from"] and any(other.tags.get("indicators") in TRADE for other in source):
            return source  # "revenue from steel exports"
        verbal = ends and (ends[0] in ("by", "to", "from", "rose", "fell") or self.w[token.i].endswith("ed"))
        return [token] if "indicators" in token.tags and not verbal else []

    def _worth_of(self, figure: Figure) -> list[Token]:
        """List the labels of what an amount is worth of: "$7.7 billion (Rs 569 billion) worth of investment"."""
        if "worth" not in self.said:
            return []
        later = [token for token in self.t[figure.at + 1 :] if token.start >= figure.paired_end]
        end = next((token.i for token in later if token.quantity), len(self.w))
        words = self.w[self.t[figure.at].j : end]
        at = next((k for k, word in enumerate(words) if word == "worth"), -1)
        if at < 0 or words[at + 1 : at + 2] != ["of"] or (at and not figure.paired):
            return []
        start = self.t[figure.at].j + at
        stop = next((i for i in range(start, end) if self.w[i] in ENDS), end)
        return [token for token in later if "label" in token.tags and start < token.i < stop]

    def _outside(self, labels: list[Token], first: int, end: int) -> list[Token]:
        """Leave out what stands in brackets behind a name: "investment in fixed assets (excluding households)"."""
        last = self.t[end].i if 0 <= end < len(self.t) else len(self.w)
        within: set[int] = set()
        opened = -1
        for i in range(first, last):
            if self.w[i] == "(":
                opened = i
            elif self.w[i] == ")" and opened >= 0:
                within.update(range(opened, i) if i - opened > 2 else ())  # "investment (FDI)" is said twice
                opened = -1
        return [token for token in labels if token.i not in within]

    def _done_to(self, figure: Figure) -> str | None:
        """Read the verb after an amount: "goods to the value of 231 billion euros were imported"."""
        j = self.t[figure.at].j
        if figure.kind != "level" or self.w[j : j + 1] not in (["were"], ["was"]):
            return None
        return {"imported": "imports", "exported": "exports"}.get("".join(self.w[j + 1 : j + 2]))

    def _worth_goods(self, figure: Figure, number: int) -> Subject | None:
        """Tell the goods of "exported 3.2 million vehicles worth 120 billion yuan": what was counted before it."""
        before = self.figures[number - 1] if number else None
        if before is None or before.kind not in ("count", "level") or not figure.quantity.money:
            return None
        between = self.w[self.t[before.at].j : self.t[figure.at].i]
        counted = before.quantity.unit == "vehicles" or bool(before.noun)
        if _WORTH.isdisjoint(between) or "," in between or not counted or figure.subject.base not in TRADE:
            return None
        known = [token.tags["products"] for token in self.t[before.at : figure.at] if "products" in token.tags]
        cars = before.quantity.unit == "vehicles" or before.noun[-1:] in _CARS
        product = known[0] if known else "cars" if cars else slug(before.noun)
        return replace(figure.subject, product=figure.subject.product or product)

    def _in_what(self, figure: Figure) -> Subject | None:
        """Name what capital went into by its own words: "investment in cold chains grew 5 percent"."""
        subject = figure.subject
        if subject.base != "investment" or subject.sector or subject.partners:
            return None
        last = self.t[figure.at].i
        heads = [k for k, token in enumerate(self.t[: figure.at]) if token.tags.get("indicators") == "investment"]
        j = self.t[heads[-1]].j if heads else last
        if self.w[j : j + 1] not in (["in"], ["for"]) or any(token.quantity for token in self.t[heads[-1] : figure.at]):
            return None
        j += 1 + (self.w[j + 1 : j + 2] == ["the"])
        words = self._branch_words(j, last)
        name = slug(words) if all(word.isalpha() for word in words) and len(words) < 6 else None
        name = f"new_{name}" if name and words[0] == "new" else name
        return replace(subject, sector=name, product=None) if name else None

    def _branch_words(self, first: int, last: int) -> list[str]:
        """List the words of a branch: "culture, sports and entertainment", "the new economy" that "took off"."""
        verbs = [token.i for token in self.t if token.i >= first and not _NAMED.isdisjoint(token.tags)]
        verbs += [i for i in range(first, last) if self.w[i] in NOUN_ENDS or self.w[i].endswith("ed")]
        end = min([*verbs, last])
        parts = [i for i in range(first, end) if self.w[i] in ENDS]
        listed = parts and "and" in self.w[parts[-1] : end] and all(self.w[i] == "," for i in parts)
        end = end if listed else min([*parts, end])
        words = [word for word in self.w[first:end] if word not in (",", "and")]
        while words and words[-1] in _PLAIN_BRANCHES:
            words = words[:-1]
        return words

    def _costs(self, figure: Figure) -> bool:
        """Tell a price from an amount that flows: "some sets cost more than $5,000"."""
        quantity = figure.quantity
        near = self.w[max(0, self.t[figure.at].i - 4) : self.t[figure.at].i]
        return quantity.money and quantity.factor == 1 and quantity.value < 1e6 and not _COST.isdisjoint(near)

    def _item(self, figure: Figure, number: int, labels: Labels) -> Subject:
        """Name the next item of "toys (21%), flat glass (8%)", "coal 52%, oil cargo – 22%" by its own words."""
        before = self.figures[number - 1] if number else figure
        key = "product" if before.subject.product else "sector"
        told = labels.indicators or labels.products or labels.sectors or labels.partners or labels.regions
        listed = before.subject.product or before.subject.sector
        if before is figure or figure.kind not in _ITEMS or told or not listed:
            return figure.subject
        words = self.w[max(self.t[before.at].j, self._past(before)) : self.t[figure.at].i]
        core = [word for word in words if word not in _LIST_MARKS]
        marked = words[-1:] in (["("], ["–"], ["—"], ["by"], ["at"]) or words[:1] in ([","], [")"], ["and"])
        taken_up = next((k for k in range(1, len(words)) if words[k] == "of" and words[k - 1] in ("that", "those")), 0)
        core = [word for word in words[taken_up + 1 :] if word not in _LIST_MARKS] if taken_up else core
        if not core or not marked or not (taken_up or self._is_item(before, figure)):
            return figure.subject
        core = core[:-1] if core[-1:] in (["products"], ["goods"], ["cargo"]) else core
        plain = 0 < len(core) < 5 and all(word.isalpha() and word not in NOUN_ENDS for word in core)
        return replace(figure.subject, **{key: slug(core)}) if plain and slug(core) else figure.subject  # type: ignore[arg-type]

    def _past(self, figure: Figure) -> int:
        """Give the word after a figure and what stands in brackets with it."""
        return next((i for i in range(len(self.w)) if self.s.starts[i] >= figure.paired_end), len(self.w))

    def _is_item(self, before: Figure, figure: Figure) -> bool:
        """Tell an item of a list from a new clause: no verb of its own stands between."""
        between = self.t[before.at + 1 : figure.at]
        stated = any({"say", "share", "grow", "basis", "refer"} & token.tags.keys() or token.when for token in between)
        return not stated and (figure.kind in ("growth", "share") or before.kind == "share")

    def _goes_along(self, labels: Labels, zone: list[Token]) -> bool:
        """Tell "made up 70 percent of the trade with Chile, with a total trade of 4 billion": of the same trade."""
        others = labels.entities or labels.modes or labels.products or labels.partners or labels.regions
        first = zone[0].i if zone else 0
        return not others and self.w[max(0, first - 3) : first] in ([",", "with", "a"], [",", "with", "an"])

    def _up_to_its_name(self, zone: list[Token], after: list[Token]) -> list[Token]:
        """Leave out another's name: "exports to Asia were flat, with the 4 percent gain in exports to Chile"."""
        named = next((k for k, token in enumerate(zone) if "indicators" in token.tags), None)
        if named is None or not any("indicators" in token.tags for token in after):
            return zone
        apart = "," in self.w[zone[named].j : after[0].i]
        return zone[:named] if apart else zone

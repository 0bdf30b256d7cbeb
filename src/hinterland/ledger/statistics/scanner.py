"""The scanner: lists the figures of a sentence with kind, sign and basis.

The stages stand in files of their own, each on the one before: cues, counts, percentages, limits.
"""

from __future__ import annotations

import re
from itertools import pairwise

from hinterland.ledger.lexing.nouns import counted, length
from hinterland.ledger.lexing.quantities import Quantity, scaled
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.limits import Limits

_NO_STATISTIC = frozenset(("kV", "hours", "km", "m", "tally"))  # a tally: "won 15 points"
_IN_SCALE = re.compile(r"\bin (millions|billions|trillions) of ", re.I)
_RATES = (["rate"], ["growth"], ["increase"], ["basis"], ["rise"])  # "at a 9.9 percent annual rate to 86 billion"
_MARKS = frozenset(("mark", "threshold", "barrier", "level"))
_REACHING = frozenset(("reaching", "hitting", "namely"))
_BROKEN = frozenset(("breaking", "beating", "surpassing", "exceeding", "broke", "beat", "topping", "eclipsing"))
_DOUBTED = frozenset(("nearly", "almost", "about", "over", "around", "approximately"))
_INDEXED = frozenset(("index", "indices", "indexes"))
_CUTTING = frozenset(("cut", "cutting", "reduce", "reducing", "slash", "slashing", "eliminate", "eliminating"))
_FURTHER = frozenset(("a", "further", "another", "additional", "some", "about", "nearly", "over", "more", "than"))
_NO_FIGURE_AFTER = frozenset(("priced", "fewer", "aged"))
_LINKS = frozenset((",", "and", "or", "about", "nearly", "over", "to", "by", "almost", "+"))


class Scanner(Limits):
    """Find the figures of one sentence and tell their kinds, from left to right."""

    def scan(self) -> list[Figure]:
        """List the figures with kind, sign and basis."""
        at = [k for k, token in enumerate(self.t) if token.quantity or "ratio" in token.tags]
        if "ions of" in self.s.text:
            self._scale_of_sentence(at)
        self._share_units(at)
        self._converted(at)
        self._without_sign(at)
        if "points" in self.said:
            self._points_of(at)
        for place, k in enumerate(at):
            following = at[place + 1] if place + 1 < len(at) else len(self.t)
            token = self.t[k]
            if "ratio" in token.tags:
                self._ratio(k)
            elif self._is_pair(k) or self._is_masked(k):
                continue
            elif token.quantity is not None:
                self._classify(k, token.quantity, following)
        self._number_lists()
        self._share_basis()
        return self.figures

    def _scale_of_sentence(self, at: list[int]) -> None:
        """Multiply bare amounts by what the sentence says once: "surpluses, in billions of dollars, with …"."""
        hit = _IN_SCALE.search(self.s.text)
        factor = {"m": 1e6, "b": 1e9, "t": 1e12}[hit[1][0].lower()] if hit else 1.0
        for k in at if hit else ():
            quantity = self.t[k].quantity
            if quantity is not None and quantity.money and quantity.factor == 1:
                quantity.value, quantity.step = scaled(quantity.value, factor), quantity.step * factor
                quantity.factor = factor
                quantity.close()

    def _share_basis(self) -> None:
        """Let a comparison at the end of "2.2% in A and by 2.1% in B, compared with …" hold for both."""
        for figure, after in zip(self.figures[-2::-1], self.figures[:0:-1], strict=True):
            if figure.kind == after.kind == "growth" and figure.basis is None and figure.against is None:
                between = self.w[self.t[figure.at].j : self.t[after.at].i]
                own = any(
                    "grow" in token.tags or "indicators" in token.tags for token in self.t[figure.at + 1 : after.at]
                )
                if "and" in between and len(between) < 14 and (not own or "compared" in self.said):
                    figure.basis, figure.against = after.basis, after.against

    def _share_units(self, at: list[int]) -> None:
        """Give the bare numbers of a list the unit of its last one: "32.39, 19.92 and 10.9 billion yuan"."""
        for k, after in zip(at[-2::-1], at[:0:-1], strict=True):
            here, there = self.t[k].quantity, self.t[after].quantity
            if here is None or there is None or here.unit is not None or there.unit in (None, "times"):
                continue
            between = self.gap(k, after)
            if here.scaled and between in (["and"], [","], [",", "and"]):
                here.unit, here.money = there.unit, there.money
            elif not here.scaled and between and all(word in (",", "and", "or", "to", "+") for word in between):
                here.value, here.step = scaled(here.value, there.factor), here.step * there.factor
                here.unit, here.scaled, here.money, here.factor = there.unit, True, there.money, there.factor
                here.close()

    def _converted(self, at: list[int]) -> None:
        """Give a bare number that brackets convert its country's money: "an income of 12,452 ($1,587)"."""
        for k, after in pairwise(at):
            here, there = self.t[k].quantity, self.t[after].quantity
            if self.money and here and there and here.unit is None and there.money and there.unit != self.money:
                beyond = self.w[self.t[after].j : self.t[after].j + 1]
                if self.gap(k, after) == ["("] and beyond == [")"] and here.value > 100:
                    here.unit, here.money, here.scaled = self.money, True, True

    def _points_of(self, at: list[int]) -> None:
        """Tell the points of an index from percentage points ("to 45 percent, up 1.2 points") and from bare counts."""
        if not _INDEXED.isdisjoint(self.said):
            return
        rated = False
        for k in at:
            here = self.t[k].quantity
            if here is not None and here.unit == "points":
                here.unit = "pp" if rated and k and "grow" in {*self.t[k - 1].tags, *self._next_tags(k)} else "tally"
            rated = rated or (here is not None and here.unit == "share")

    def _next_tags(self, k: int) -> set[str]:
        after = self.t[k + 1] if k + 1 < len(self.t) else None
        return set(after.tags) if after is not None and after.i == self.t[k].j else set()

    def _without_sign(self, at: list[int]) -> None:
        """Read the growth of "101.9 billion kWh, up 8.8 year on year", whose percent sign was lost."""
        for k in at:
            here = self.t[k].quantity
            after = self.t[k + 1] if k + 1 < len(self.t) else None
            if not k or here is None or here.unit or here.scaled or after is None or "basis" not in after.tags:
                continue
            if "grow" in self.t[k - 1].tags and self.t[k - 1].j == self.t[k].i and after.i == self.t[k].j:
                here.value, here.step, here.unit = scaled(here.value, 0.01), here.step * 0.01, "share"
                here.close()

    def _is_pair(self, k: int) -> bool:
        """Read a conversion in brackets after an amount of money; it joins the figure before."""
        if not self.figures:
            return False
        figure, there = self.figures[-1], self.t[k].quantity
        here = self.t[figure.at].quantity
        if (
            here is None
            or there is None
            or not (here.money and there.money)
            or here.unit == there.unit
            or figure.paired
        ):
            return False
        between = self.gap(figure.at, k)
        opened = "(" in between or between[:2] == [",", "or"] or between[:1] == ["or"]
        converted = any(word.startswith(("折", "合")) for word in between)
        if not opened or len(between) > (12 if converted else 4):
            return False
        figure.paired, figure.paired_end = there, self.t[k].end
        return True

    def _is_masked(self, k: int) -> bool:
        """Drop numbers that state nothing: thresholds, names, spans of time, bare numbers without a noun."""
        quantity, token = self.t[k].quantity, self.t[k]
        before = self.w[max(0, token.i - 4) : token.i]
        if quantity is None or not _NO_FIGURE_AFTER.isdisjoint(before):
            return True
        if before[-1:] in (["every"], ["per"]):
            return True
        if (
            self._is_range(k)
            or self._is_mark(k, quantity)
            or self._is_scale(k)
            or self._is_limit(k, quantity)
            or self._is_same_area(k, quantity)
            or (quantity.money and self._converts_scale(k))
        ):
            return True
        if quantity.unit == "km" and length(self.w, token.i, token.j):
            return False
        return quantity.unit in _NO_STATISTIC or (quantity.unit == "days" and not self.working)

    def _is_range(self, k: int) -> bool:
        """Tell the ends of "fell by between 0.1 percent and 3.5 percent", which several things share."""
        if "between" not in self.said:
            return False
        i = self.t[k].i
        if self.w[max(0, i - 2) : i] == ["by", "between"]:
            return True
        first = self.t[k - 1] if k else None
        ends = first is not None and first.quantity is not None and self.gap(k - 1, k) == ["and"]
        return ends and first is not None and self.w[max(0, first.i - 2) : first.i] == ["by", "between"]

    def _is_mark(self, k: int, quantity: Quantity) -> bool:
        """Tell what a level passes: "was 102 kWh, exceeding the 100-kWh mark", "above 25%, reaching 107%"."""
        token = self.t[k]
        if self.w[token.j : token.j + 1] == ["each"] and quantity.doubt == "over":
            return True  # "27 groups of goods of over 1 billion dollars each"
        if self.w[token.j : token.j + 1] and self.w[token.j] in _MARKS:
            return any(figure.quantity.unit == quantity.unit and figure.kind == "level" for figure in self.figures)
        end = self.w[token.j : token.j + 2]
        passed = quantity.doubt == "over" or self.w[token.i - 1] == "than"
        if end[:1] != [","] or end[-1] not in _REACHING or not passed:
            return False
        following = next((other.quantity for other in self.t[k + 1 : k + 5] if other.quantity), None)
        self.passed = k if following is not None and following.unit == quantity.unit else -1
        return self.passed == k

    def _ratio(self, k: int) -> None:
        for value, step in self.t[k].tags["ratio"]:
            quantity = Quantity(scaled(value, 0.01), step / 100, "share").close()
            self.figures.append(Figure(k, quantity, "ratio"))

    def _classify(self, k: int, quantity: Quantity, following: int) -> None:
        figure = Figure(k, quantity)
        previous = self.figures[-1] if self.figures else None
        if self._goes_on(k, previous):
            assert previous is not None
            figure.kind, figure.basis, figure.sign, figure.against = (
                previous.kind,
                previous.basis,
                previous.sign,
                previous.against,
            )
            figure.gap, figure.outlook = previous.gap, previous.outlook
            if quantity.unit == "pp":
                self._points(figure, k, following, previous)
                previous.gap, previous.sign = figure.gap or previous.gap, figure.sign
        elif quantity.unit in ("share", "times"):
            self._percent(figure, k, following, previous)
        elif quantity.unit == "pp":
            self._points(figure, k, following, previous)
        elif quantity.unit is None and (not quantity.scaled or counted(self.w, self.t[k].j)):
            if not self._count(figure, k):
                return
        else:
            self._level(figure, k, previous)
        if quantity.sign:
            figure.sign = quantity.sign
        if figure.kind in ("growth", "pp"):
            self._basis(figure, k, self._past_bracket(k, following))
        self.figures.append(figure)

    def _past_bracket(self, k: int, following: int) -> int:
        """Read on behind "rose by 38 percent (up 6 billion yuan) compared with 2020": the bracket says it again."""
        if following >= len(self.t) or self.w[self.t[k].j : self.t[k].j + 1] != ["("]:
            return following
        if self.w[self.t[following].j : self.t[following].j + 1] != [")"]:
            return following
        return next((m for m in range(following + 1, len(self.t)) if self.t[m].quantity), len(self.t))

    def _goes_on(self, k: int, previous: Figure | None) -> bool:
        """Tell whether a number continues a list of numbers of the same unit."""
        if previous is None or previous.kind in ("count", "ratio") or previous.quantity.unit != self.t[k].quantity.unit:  # type: ignore[union-attr]
            return False
        between = self.gap(previous.at, k)
        if self.w[self.t[k].j : self.t[k].j + 2] in (["more", "than"], ["less", "than"]):
            return False  # "exports were $9.1 billion, $2.1 billion less than in March"
        plain = [word for word in between if word not in _LINKS or word == "to"]
        return bool(between) and not plain and not previous.paired and ("and" in between or "," in between)

    def _level(self, figure: Figure, k: int, previous: Figure | None) -> None:
        """Read an amount: a level, or a change where "an increase of", "fell by" stands directly before it."""
        word = self.w[self.t[k].i - 1] if self.t[k].i else ""
        if self._differs(figure, k):
            return
        head = self.w[max(0, self.t[k].i - 5) : self.t[k].i]
        figure.yearly = "annual" in head and head[head.index("annual") + 1 :][:1] not in _RATES
        for m in (k - 1, k - 2):
            if m <= self.before(k) or m < 0:
                break
            between = self.w[self.t[m].j : self.t[k].i]
            if "grow" in self.t[m].tags and word in ("by", "of") and len(between) <= 2:
                figure.kind, figure.sign = "change", -1 if self.t[m].tags["grow"] == "down" else 1
                return
            if "doubt" not in self.t[m].tags:
                break
        by = self.t[k].i - 1 - (word in _DOUBTED)
        if by > 0 and self.w[by] == "by" and not _BROKEN.isdisjoint(self.w[max(0, by - 6) : by]):
            figure.kind, figure.sign = "change", 1  # "breaking the previous record by nearly $5 billion"
            return
        if previous and previous.kind == "growth" and self._restates(previous, k):
            figure.kind, figure.sign = "change", previous.sign  # "up by 16%, or nearly US$42 billion"
            return
        change = next((other for other in reversed(self.figures) if other.kind == "change"), None)
        if word == "by" and change is not None:
            figure.kind, figure.sign = "change", change.sign
        near = self.w[self.t[previous.at].j : self.t[k].i] == ["("] if previous else False
        if near and previous and previous.kind == "growth":
            figure.kind, figure.sign = "change", previous.sign

    def _restates(self, growth: Figure, k: int) -> bool:
        told = {i for token in self.t[growth.at + 1 : k] if "doubt" in token.tags for i in range(token.i, token.j)}
        words = [self.w[i] for i in range(self.t[growth.at].j, self.t[k].i) if i not in told]
        return words in (["or"], [",", "or"])

    def _differs(self, figure: Figure, k: int) -> bool:
        """Read a change that no "by" announces: "up $6.0 billion from March", "$2.1 billion more than in March"."""
        after = self.w[self.t[k].j : self.t[k].j + 2]
        if after in (["more", "than"], ["less", "than"]):
            figure.kind, figure.sign = "change", 1 if after[0] == "more" else -1
        elif self._cuts(k):
            figure.kind, figure.sign = "change", -1
        elif figure.quantity.money and k and "grow" in self.t[k - 1].tags and self.t[k - 1].j == self.t[k].i:
            figure.kind, figure.sign = "change", -1 if self.t[k - 1].tags["grow"] == "down" else 1
        return figure.kind == "change"

    def _cuts(self, k: int) -> bool:
        """Tell "cut a further 10 million tons", "will reduce another 3 million tons" from "was reduced to"."""
        head = [word for word in self.w[max(0, self.t[k].i - 4) : self.t[k].i] if word not in _FURTHER]
        return head[-1:] != [] and head[-1] in _CUTTING

    def _number_lists(self) -> None:
        """Mark runs of figures that only commas and "and" part, so that they can be shared out over parallel names."""
        run: list[Figure] = []
        self._yardsticks()
        for figure in [*self.figures, None]:
            if figure and run and self._adjoins(run[-1], figure):
                run.append(figure)
                continue
            if len(run) > 1:
                for place, member in enumerate(run, 1):
                    member.listed, member.length = place, len(run)
            run = [figure] if figure else []

    def _yardsticks(self) -> None:
        """Share out "4.9 and 3.9 percentage points above the national and the provincial average"."""
        points = [figure for figure in self.figures if figure.kind == "pp"]
        if len(points) < 2:
            return
        tail = self.s.text[self.t[points[-1].at].end :].lower()
        before = self.figures[self.figures.index(points[0]) - 1] if self.figures[0] is not points[0] else None
        head = self.s.text[self.t[before.at].end if before else 0 : self.t[points[0].at].start].lower()
        if "average" not in tail and "average" in head and head.rstrip().endswith(" by"):
            tail = head  # "higher than the averages of the province and the country by 2.7 and 2.5 percentage points"
        named = re.findall(r"country|national|nation|provinc|\bcity", tail)
        if " than that of " in tail and "respectively" in self.said and len(named) == len(points):
            tail += " average"  # "3.1, 2.6 and 0.9 points higher than that of the country, the province and"
        if "average" in tail and len(named) == 1 and "respectively" in self.said:
            named *= len(points)  # "4, 0.2 and 5 points, respectively, above the national average"
        if "average" in tail and len(named) == len(points):
            up = any(word in tail for word in ("higher", "above", "faster"))
            for figure, name in zip(points, named, strict=True):
                figure.gap = {"provinc": "province", "city": "city"}.get(name, "national")
                figure.sign = 1 if up else -1

    def _adjoins(self, before: Figure, after: Figure) -> bool:
        if (
            before.kind != after.kind
            or before.quantity.unit != after.quantity.unit
            or before.kind in ("ratio", "count")
        ):
            return False
        between = self.w[self.t[before.at].j : self.t[after.at].i]
        if before.paired:
            return False
        moved = {self.w[token.i] for token in self.t[before.at + 1 : after.at] if "grow" in token.tags}
        return (
            bool(between)
            and all(word in _LINKS or (word in moved and before.kind == "growth") for word in between)
            and between != ["to"]
        )

"""Percentages, multiples and percentage points: growth, shares, rates, and distances."""

from __future__ import annotations

import re

from hinterland.ledger.lexing.quantities import Quantity, scaled
from hinterland.ledger.statistics.counts import Counts
from hinterland.ledger.statistics.figures import Figure

_FROM_TO = frozenset(("from", "to"))
_DOUBTFUL = frozenset(
    ("about", "nearly", "almost", "over", "more", "than", "around", "some", "approximately", "at", "least", "only")
)
_BEATS = frozenset(
    "beat beats beating outpaced outpacing outpaces exceeded exceeding exceeds surpassed surpassing outstripped"
    " outstripping".split()
)
_YARDSTICKS = frozenset("average averages level levels schedule scheduled plan pace".split())
_OF_STOCK = frozenset("purchase purchases price prices issue issues capital deal deals trading market index".split())
_TURNING = frozenset(("while", "whereas", "but", ";"))
_ARTICLES = frozenset(("a", "an"))
_USED = frozenset(("industry", "industries", "sector", "equipment", "technology", "technologies", "projects"))
_INDUSTRIES = re.compile(
    r"\b(?:\d+ of (?:the )?\d+|forty[- ]one|\d\d) (?:major |industrial )?(?:industries"
    r"|industry categories|categories|industrial)|major industries, \d+"
)
_ALL = frozenset(("total", "overall", "whole", "all"))  # "than the province's total": mostly of the same place
_WHOSE = {"country": "national", "nation": "national", "province": "province", "city": "city"}


class Percentages(Counts):
    """Tell the kinds of percentages."""

    def _percent(self, figure: Figure, k: int, following: int, previous: Figure | None) -> None:
        left, direction, cue = self._left(k)
        right, turned, right_cue = self._right(k, following)
        just_before = self.w[self.t[k].i - 1] if self.t[k].i else ""
        bracket = just_before == "("
        if figure.quantity.unit == "times":
            figure.kind, figure.sign = "growth", 1
            self._multiple(figure, k)
            return
        if just_before in ("plus", "minus"):
            figure.kind, figure.sign = "growth", 1 if just_before == "plus" else -1
            return
        if just_before == "by" and (gap := self._beaten(k)):
            self._to_points(figure, 1, gap)
            return
        if just_before == "的" and left != "share":
            figure.kind = "share"  # 恢复到2019年同期的98.2%
            return
        if previous and previous.kind == "change" and self._restating(previous, k):
            figure.kind, figure.sign = "growth", previous.sign  # "increased $11.3 billion, or 4.2 percent"
            return
        if previous and previous.kind == "share" and self._shares_too(previous, k):
            figure.kind = "share"
            return
        article = not _ARTICLES.isdisjoint(self.w[max(0, self.t[k].i - 2) : self.t[k].i])
        whole = "of" in self.w[self.t[k].j : self.t[right_cue].i]
        if right == "grow" and (left != "share" or article or not whole):  # "representing (a robust) 4.8% increase"
            figure.kind, figure.sign = "growth", -1 if turned == "down" else 1
            gap = self._yardstick(right_cue, following)
            rated = gap is not None and "growth" in self.w[: self.t[k].i]
            if (gap in ("national", "province") and previous) or rated:
                self._to_points(figure, figure.sign, gap)
        elif left == "grow" and (right != "of" or (self._governs(cue, k) and self.w[self.t[cue].i] != "recovered")):
            self._grown(figure, k, cue, direction, just_before, previous)
        elif left == "share":
            figure.kind = "share"
        elif left == "rate" and previous and previous.kind == "change" and self._at_a_rate(k):
            figure.kind, figure.sign = "growth", previous.sign  # "increased 30 billion yuan, at a rate of 1.4%"
        elif left == "rate":
            figure.kind = "rate"
        elif right == "of":
            figure.kind = "share"
        elif figure.quantity.sign:
            figure.kind = "growth"
        elif bracket:
            self._bracket(figure, previous)
        else:
            self._alike(figure, previous, k)

    def _shares_too(self, previous: Figure, k: int) -> bool:
        """Tell the second of two shares: "67 percent of its output and 53 percent of its growth"."""
        return self.gap(previous.at, k)[-1:] == ["and"] and self.w[self.t[k].j : self.t[k].j + 1] == ["of"]

    def _multiple(self, figure: Figure, k: int) -> None:
        """Take one from a ratio: "3.4 times the figure of 2022", 是上年的3.2倍; "increased by 3.4 times" stays."""
        token, quantity = self.t[k], figure.quantity
        if "multiply" in token.tags:
            return  # "double that of 2020": read as growth already
        after, before = self.w[token.j : token.j + 1], self.w[max(0, token.i - 4) : token.i]
        if after in (["the"], ["that"], ["as"], ["those"], ["its"], ["what"]) or (
            "是" in before and before[-1:] == ["的"]
        ):
            less = Quantity(scaled(quantity.value - 1, 1.0), quantity.step, "times", doubt=quantity.doubt)
            figure.quantity = less.close()

    def _restating(self, change: Figure, k: int) -> bool:
        """Tell "11.3 billion, or 4.2 percent", "(up 3.5 billion, 38.1 percent)": a change, once more as a rate."""
        between = self.gap(change.at, k)
        if between == [","]:
            return self.w[self.t[k].j : self.t[k].j + 1] == [")"]
        return between in (["or"], [",", "or"], ["("])

    def _at_a_rate(self, k: int) -> bool:
        return self.w[max(0, self.t[k].i - 4) : self.t[k].i] == ["at", "a", "rate", "of"]

    def _governs(self, cue: int, k: int) -> bool:
        """Tell "rose 5 percent" and "an increase of 5 percent" from "an increase and around 31 percent of"."""
        return all(
            word in ("by", "of", "to", "a") or m
            for m, word in ((word in _DOUBTFUL, word) for word in self.w[self.t[cue].j : self.t[k].i])
        )

    def _beaten(self, k: int) -> str | None:
        """Name what "beat the national average by 1.1 percent" is measured from."""
        head = self.w[max(0, self.t[k].i - 9) : self.t[k].i]
        at = max((i for i, word in enumerate(head) if word in _BEATS), default=-1)
        named = head[at + 1 :]
        if at < 0 or "," in named or _YARDSTICKS.isdisjoint(named):
            return None
        if "schedule" in named or "scheduled" in named or "plan" in named:
            return "schedule"
        return "province" if "provincial" in named or "province" in named else "national"

    def _to_points(self, figure: Figure, sign: int, gap: str | None) -> None:
        """Read a percentage that says how far two rates or shares lie apart as percentage points."""
        figure.kind, figure.sign, figure.gap = "pp", sign, gap
        old = figure.quantity
        figure.quantity = Quantity(scaled(old.value, 100), old.step * 100, "pp", old.sign, old.doubt, True).close()
        figure.note = "printed as percent"

    def _alike(self, figure: Figure, previous: Figure | None, k: int) -> None:
        """Give a percentage without a cue the kind of the one before it: "96.4% for wind and 98.5% for solar"."""
        figure.kind = "share"
        grown = next((other for other in reversed(self.figures) if other.kind == "growth"), None)
        if grown and (self.w[self.t[k].i - 1] == "by" or self._to_level(k)):
            figure.kind, figure.sign = "growth", grown.sign  # "exports fell by 8 percent to …, imports by 13.6 percent"
        elif (
            previous
            and previous.quantity.unit == "share"
            and (previous.kind == "rate" or (previous.kind == "growth" and self._same_mood(k)))
        ):
            figure.kind, figure.sign = previous.kind, previous.sign

    def _to_level(self, k: int) -> bool:
        """Tell "fell 5% to 106 million tons and 8.2% to 13 million tons": the second rate leads to a level too."""
        after = self.t[k + 1] if k + 1 < len(self.t) else None
        level = after is not None and after.quantity is not None and after.quantity.unit not in ("share", "pp", "times")
        return level and after is not None and self.w[self.t[k].j : after.i] == ["to"]

    def _same_mood(self, k: int) -> bool:
        """Tell "in Spain to 2.0%" (growth goes on) from a share."""
        return self.w[self.t[k].i - 1] in ("to", "at", "by", "was", "after") or not self.t[k].tags

    def _grown(
        self, figure: Figure, k: int, cue: int, direction: str, just_before: str, previous: Figure | None
    ) -> None:
        """Decide between growth, a share that moved from … to …, and a share's change printed as a percentage."""
        zone = self.t[self.before(k) + 1 : cue]
        about_share = any(
            (token.tags.get("share") == "noun" and not self._describes(token.j))
            or ("rate" in token.tags and _USED.isdisjoint(self.w[token.j : token.j + 1]))  # "utilization industry"
            for token in zone
        )
        if (
            just_before in _FROM_TO
            and previous
            and previous.kind in ("growth", "share")
            and cue > previous.at
            and just_before == "from"
        ):
            figure.kind = previous.kind  # "3.1 percent, down from 3.4 percent in 2022"
            figure.sign = 1
        elif (just_before in _FROM_TO and (about_share or "growth" not in self.s.text[: self.t[k].start])) or (
            just_before == "to" and previous and previous.kind == "share"
        ):
            figure.kind = "share"
        elif self._moves_share(previous, k, cue) or (
            (about_share or self._of_rate(cue)) and just_before in ("by", "of", "about")
        ):
            self._to_points(figure, -1 if direction == "down" else 1, None)
        else:
            figure.kind, figure.sign = "growth", -1 if direction == "down" else 1
            if self._counts_industries(k):
                figure.kind, figure.note = "share", "printed as growth"
            elif previous and previous.note == "printed as growth" and just_before == "of":
                self._to_points(figure, figure.sign, None)

    def _describes(self, j: int) -> bool:
        """Tell the shares of a company ("share purchase deals") from a share of something."""
        after = self.w[j : j + 1]
        return after != [] and after[0] in _OF_STOCK

    def _moves_share(self, previous: Figure | None, k: int, cue: int) -> bool:
        """Tell "accounted for 13.2 percent of the country's total, up 0.1 percent": a share moves by points."""
        if previous is None or previous.kind != "share" or previous.quantity.doubt:
            return False
        if any(figure.kind in ("level", "growth", "count") for figure in self.figures):
            return False
        i = self.t[cue].i
        named = any("indicators" in token.tags for token in self.t[previous.at + 1 : cue])
        whole = self.w[self.t[previous.at].j : self.t[previous.at].j + 1] == ["of"]
        apposed = self.w[i - 2 : i] in ([",", "an"], [",", "a"]) or (
            self.w[i - 1] == "," and self.w[i] in ("up", "down")
        )
        beside = apposed and self.t[k].i - self.t[cue].j < 2
        return beside and whole and (not named or "total" in self.w[self.t[previous.at].j : i])

    def _counts_industries(self, k: int) -> bool:
        """Tell the share of industries that grew, printed as their "growth rate"."""
        head = self.s.text[: self.t[k].start].lower()
        return self.t[k].quantity is not None and self.t[k].quantity.value > 0.4 and bool(_INDUSTRIES.search(head))  # type: ignore[union-attr]

    def _of_rate(self, cue: int) -> bool:
        """Tell "the growth rate rising by 0.1 percent": a rate that changes by points."""
        return cue > 0 and self.s.text[self.t[cue - 1].start : self.t[cue - 1].end].lower() in (
            "growth rate",
            "tertiary proportion",
            "rate of increase",
        )

    def _bracket(self, figure: Figure, previous: Figure | None) -> None:
        """Read a percentage in brackets after a name: growth where the sentence grows, else a share."""
        moods = [token.tags["grow"] for token in self.t if "grow" in token.tags]
        beyond = self.w[self.t[figure.at].j : self.t[figure.at].j + 3]
        if previous and previous.kind == "change":
            figure.kind, figure.sign = "growth", previous.sign
        elif beyond[:2] in ([")", "against"], [")", "from"], [")", "compared"]) or self._yearly(figure.at):
            figure.kind = "growth"
        elif moods and not any("share" in token.tags for token in self.t):
            figure.kind, figure.sign = "growth", -1 if self._mood(figure.at) == "down" else 1
        else:
            figure.kind = "share"

    def _yearly(self, k: int) -> bool:
        """Tell "8.08 million tonnes of coke (1.6 percent year on year)": only growth has a basis."""
        after = self.t[k + 1] if k + 1 < len(self.t) else None
        return after is not None and after.i == self.t[k].j and "basis" in after.tags

    def _mood(self, k: int) -> str:
        """Find the verb of a list of bracketed percentages: the next one on the right, else the last on the left."""
        before = [token.tags["grow"] for token in self.t[:k] if "grow" in token.tags]
        turn = next((i for i in range(self.t[k].j, len(self.w)) if self.w[i] in _TURNING), len(self.w))
        end = turn if before else len(self.w)
        after = [token.tags["grow"] for token in self.t[k:] if "grow" in token.tags and token.i < end]
        return str((after or before)[0])

    def _points(self, figure: Figure, k: int, following: int, previous: Figure | None) -> None:
        """Read percentage points: a change of a share or rate, or the distance from a yardstick."""
        figure.kind = "pp"
        left, direction, head = self._left(k)
        right, turned, cue = self._right(k, following)
        if right == "grow":
            figure.sign = -1 if turned == "down" else 1
            figure.gap = self._yardstick(cue, following)
        elif left == "grow":
            figure.sign = -1 if direction == "down" else 1
            figure.gap = self._yardstick(k, following) if "than" in self.w[self.t[k].j : self.t[k].j + 3] else None
            figure.gap = figure.gap or self._yardstick_zh(k) or self._yardstick_before(head, k)
        if figure.gap is None and self.w[self.t[k].i - 1] == "by" and (gap := self._beaten(k)):
            figure.sign, figure.gap = 1, gap  # "surpassing the national average by 1.4 percentage points"
        if figure.gap is None and previous and self._is_growth(previous, k):
            figure.kind, old = "growth", figure.quantity
            step, doubt = old.step / 100, old.doubt
            figure.quantity = Quantity(scaled(old.value, 0.01), step, "share", doubt=doubt).close()

    def _is_growth(self, previous: Figure, k: int) -> bool:
        """Tell "was 74 billion kWh, an increase of 6 percentage points year on year": no amount moves by points."""
        if previous.kind not in ("level", "count") or any(figure.kind != previous.kind for figure in self.figures):
            return False
        head = self.gap(previous.at, k)
        rated = any({"rate", "share"} & token.tags.keys() for token in self.t[:k]) or "growth" in self.w[: self.t[k].i]
        return not rated and head[-1:] == ["of"] and any("basis" in token.tags for token in self.t[previous.at :])

    def _yardstick_before(self, cue: int, k: int) -> str | None:
        """Name the yardstick of "was higher than the overall growth rate by 3.7 percentage points"."""
        for token in self.t[max(0, cue - 3) : cue + 1]:
            if "grow" in token.tags and self.w[token.j : token.j + 1] == ["than"] and self.w[self.t[k].i - 1] == "by":
                return self._yardstick(self.t.index(token), k)
        return None

    def _yardstick_zh(self, k: int) -> str | None:
        """Name what 高于全国平均水平9.5个百分点 is measured from."""
        head = self.w[max(0, self.t[k].i - 8) : self.t[k].i]
        at = max((i for i, word in enumerate(head) if word in ("高于", "低于", "高出", "快于", "慢于")), default=-1)
        if at < 0:
            return None
        named = "".join(head[at + 1 :])
        return "national" if named.startswith(("全国", "中国", "我国")) else "province" if "省" in named else "other"

    def _yardstick(self, cue: int, following: int) -> str | None:
        """Name what a difference is taken from: the national or provincial average, another figure, or nothing."""
        words: list[str] = []
        for word in self.w[self.t[cue].j : self.t[cue].j + 12]:
            if word in (",", ";", "."):
                break
            words.append(word)
        text = " ".join(words)
        if "average" in text or "national" in text or "country" in text or "provincial" in text:
            if "provinc" in text and "national" not in text and "country" not in text:
                return "province"
            return "city" if "city" in text else "national"
        owner = next((word for word in words if word in _WHOSE), None) if words[:1] == ["than"] else None
        if owner and (_WHOSE[owner] == "national" or _ALL.isdisjoint(words)):
            return _WHOSE[owner]  # "higher than that of the city", "than the nation's overall growth rate"
        if words[:1] == ["than"] and any(word in ("total", "overall", "whole", "industrial") for word in words):
            return _other(words)
        return _other(words) if self.s.text[self.t[cue].start : self.t[cue].end].lower() in ("above", "below") else None


def _other(words: list[str]) -> str:
    """Name a yardstick within the same place: all that there is, all industry, or another figure."""
    if not {"total", "overall", "whole", "all"}.isdisjoint(words):
        return "total"
    return "industry" if "industrial" in words or "industry" in words else "other"

"""How far what belongs to a figure goes: its whole, its yardstick, its place, until something new begins."""

from __future__ import annotations

from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.shares import Shares
from hinterland.ledger.statistics.wholes import ENDS


class Extents(Shares):
    """Find where what completes a figure ends."""

    def _skip(self, figure: Figure) -> int:
        """Find the first token after what still belongs to a figure: its whole, its yardstick, its place."""
        k = figure.at + 1
        if figure.kind == "count":
            while k < len(self.t) and self.t[k].i < self.t[figure.at].j + len(figure.noun) and not self.t[k].quantity:
                k += 1
        if figure.paired:
            while k < len(self.t) and self.t[k].start < figure.paired_end:
                k += 1
        start = self.t[k - 1].j
        if figure.paired and self.w[start : start + 1] == [")"]:
            start += 1
        while k < len(self.t) and not (self.t[k].quantity or "ratio" in self.t[k].tags):
            between = self.w[start : self.t[k].i]
            if not ENDS.isdisjoint(between) or self._opens(figure, k, between):
                break
            k += 1
        return k

    def _opens(self, figure: Figure, k: int, between: list[str]) -> bool:
        """Tell whether a token after a figure begins something new rather than completing the figure."""
        if "and" in between and figure.kind not in ("share", "rate", "pp"):
            return True
        if "followed" in between or ("and" in between and self.w[self.t[k].j : self.t[k].j + 1] in (["with"], ["at"])):
            return True  # "76.9 percent, followed by Canada with 7.7 percent and Germany with 5.6 percent"
        if "and" in between and ("indicators" in self.t[k].tags or "entities" in self.t[k].tags):
            return bool(self.w[self.t[k].j : self.t[k].j + 1]) and any(
                "say" in token.tags or "grow" in token.tags for token in self.t[k + 1 : k + 3]
            )
        if self._heads_next(k):
            return True
        if figure.kind in ("share", "rate", "pp"):
            return False
        return between[:1] not in (
            ["in"],
            ["for"],
            ["of"],
            ["to"],
            ["from"],
            ["than"],
            ["over"],
            ["compared"],
            ["going"],
            ["on"],
            ["with"],
        ) and bool("indicators" in self.t[k].tags or "entities" in self.t[k].tags)

    def _heads_next(self, k: int) -> bool:
        """Tell "with profits of 46 billion", "and deposits at 3 billion": the name of the amount that follows it."""
        following = next((token for token in self.t[k + 1 : k + 4] if token.quantity), None)
        if "indicators" not in self.t[k].tags or following is None:
            return False
        between = [
            word
            for token in self.t[k + 1 : self.t.index(following)]
            if not {"doubt", "say"} & token.tags.keys()
            for word in self.w[token.i : token.j]
        ]
        if not ENDS.isdisjoint(self.w[self.t[k].j : following.i]):
            return False  # "3 billion in total exports; is one of 34 states"
        linking = [word for word in self.w[self.t[k].j : following.i] if word in ("of", "at")]
        return not between and len(linking) == 1 and following.i - self.t[k].j <= 4

"""Which times of a sentence its figures can be of: not those that only serve comparison, and no dates."""

from __future__ import annotations

from hinterland.ledger.lexing.periods import When
from hinterland.ledger.statistics.figures import COMPARISON, PASSED, is_start
from hinterland.ledger.statistics.joining import Joining

EARLIER = frozenset(("from", "against", "versus", "compared", "than", "after"))  # with these no time need be printed
_TELLS_OF = frozenset(("was", "were", "which", ",", "been"))
BEGUN = frozenset("launched founded established opened built created started completed".split())
_PASSED_BY = frozenset("the of in for during between from within that those whole full calendar level levels".split())
_RECORDS = frozenset(("high", "highest", "record", "low", "lowest"))
_MOST = _RECORDS | frozenset("largest biggest best worst fastest slowest strongest weakest".split())
_SAME_MEASURE = _PASSED_BY | frozenset(
    "amount figure number value volume total rate growth increase rise decline decrease drop fall pace one ones annual"
    " average posted recorded registered seen reported achieved set logged".split()
)
_TIMES = frozenset(("times", "double", "triple", "twice", "fold"))


class Measuring(Joining):
    """Tell the times that figures can be of."""

    def _is_period(self, k: int, when: When) -> bool:
        """Refuse times that only serve comparison, and dates."""
        if when.kind in ("back", "before") and (self._follows_after(k) or self._is_bracketed(k)):
            return True
        if when.kind == "back" and when.until.startswith("month") and when.lead not in COMPARISON:
            return True
        if when.kind == "back" and when.lead == "in" and self.t[k].i < 3 and when.until.startswith("quarter"):
            return True
        if (
            when.kind in ("date", "back", "ago")
            or is_start(when)
            or when.lead in PASSED
            or (when.kind == "before" and not self._stands_alone(k))
        ):
            return False
        if when.kind == "past" and any(figure.basis and figure.basis.startswith("avg") for figure in self.figures):
            return False
        if when.kind == "past" and any(figure.basis == "cagr" for figure in self.figures):
            return True
        if when.kind == "sofar" and when.lead == "on":
            return True  # "on a year-to-date basis"
        if when.lead in ("on", "than", "over", "with", "against", "versus", "vs", "compared", "after"):
            return when.lead == "over" and self._lasts(k, when)
        if self.w[self.t[k].j : self.t[k].j + 1] in (["level"], ["levels"], ["figure"]) and when.kind in (
            "year",
            "months",
        ):
            return False  # "78.6 percent of the 2019 level"
        if when.kind in ("year", "months") and self._is_founding(k):
            return False
        if self._is_that_of(k) or self._is_whole(k) or self._is_yardstick(k, when):
            return False
        return not (when.lead in ("from", "to") and when.kind in ("year", "months") and self._is_reference(k, when))

    def _lasts(self, k: int, when: When) -> bool:
        """Tell "Over the first three quarters, …", "the surplus over the May-July period" from "up 4 percent over"."""
        words = self.w[self.t[k].j - 1 : self.t[k].j + 1]
        begins = self.t[k].i < 3 and when.kind in ("months", "past", "span", "ending", "sofar")
        return ("period" in words or begins) and not self._is_measured(k)

    def _is_founding(self, k: int) -> bool:
        """Tell "Launched in 2018, the trains have carried …", "was founded in 1984 and has 300 firms"."""
        at = self.t[k].i
        if at < 2 or self.w[at - 1] != "in" or self.w[at - 2] not in BEGUN:
            return False
        before = next((word for word in reversed(self.w[max(0, at - 4) : at - 2]) if not word.endswith("ly")), "")
        alone = before in _TELLS_OF or self.w[self.t[k].j : self.t[k].j + 1] == ["and"]  # but "firms opened in 2022"
        return at == 2 or (alone and not any(figure.at < k for figure in self.figures))

    def _is_whole(self, k: int) -> bool:
        """Tell what a share is taken of: "recovering to 98 percent of the previous year's"."""
        before = self.t[k - 1] if k else None
        if before is None or before.quantity is None or before.quantity.unit != "share":
            return False
        between = [word for word in self.w[before.j : self.t[k].i] if word != "the"]
        return between == ["of"] and self.w[self.t[k].j : self.t[k].j + 1] in (["'s"], ["level"], ["levels"], ["total"])

    def _is_yardstick(self, k: int, when: When) -> bool:
        """Tell "3.4 times the amount in 2019", "compared with the decline in April", "a new high within the year".

        What such words measure with, or pick the highest from, is no time of the figure.
        """
        words = self.w[max(0, self.t[k].i - 8) : self.t[k].i]
        if when.kind == "since" and not _MOST.isdisjoint(words[-3:]):
            return True  # "the highest since 2018"
        while words and words[-1] in _PASSED_BY:
            words.pop()
        if words[-1:] and words[-1] in _RECORDS:
            return self.w[self.t[k].i - 1] == "within"
        while words and words[-1] in _SAME_MEASURE:
            words.pop()
        if words[-1:] and words[-1] in _TIMES:
            return True
        return words[-1:] == ["than"] or words[-2:] in (["compared", "with"], ["compared", "to"])

    def _is_that_of(self, k: int) -> bool:
        """Tell what serves comparison only: "up 4 percent from that in 2020", "than that of the whole of last year"."""
        before = [word for word in self.w[max(0, self.t[k].i - 8) : self.t[k].i] if word not in ("the", "whole")]
        while before[-1:] in (["of"], ["in"], ["for"], ["during"]):
            before.pop()
        return before[-1:] in (["that"], ["those"]) and not EARLIER.isdisjoint(before[-3:-1])

    def _follows_after(self, k: int) -> bool:
        """Tell "after +1.9% in the previous quarter": the time of an earlier figure."""
        figure = next((other for other in reversed(self.figures) if other.at < k), None)
        return (
            figure is not None
            and not {"after", "following"}.isdisjoint(self.w[max(0, self.t[figure.at].i - 6) : self.t[figure.at].i])
            and "," not in self.w[self.t[figure.at].j : self.t[k].i]
        )

    def _is_bracketed(self, k: int) -> bool:
        """Tell "(-1.6% in the previous quarter)": a figure and its own time, and nothing else."""
        first = self.t[k - 1] if k else None
        if first is None or first.quantity is None or self.w[first.j : self.t[k].i] not in (["in"], ["in", "the"]):
            return False
        return self._opens_bracket(k - 1) and self.w[self.t[k].j : self.t[k].j + 1] == [")"]

    def _opens_bracket(self, k: int) -> bool:
        before = [word for word in self.w[max(0, self.t[k].i - 2) : self.t[k].i] if word not in "+-"]
        return before[-1:] == ["("]

    def _stands_alone(self, k: int) -> bool:
        """Tell "8.5 days during the same period last year" (its own time) from a comparison."""
        when, before = self.t[k].when, self.t[k - 1].quantity if k else None
        if when is None or before is None:
            return False
        if before.unit not in ("share", "pp", "times") and self.t[k].i == self.t[k - 1].j:
            return True  # "had a deficit of 3 billion the same time last year"
        return when.lead in ("during", "in") and before.unit not in ("share", "pp", "times")

    def _is_reference(self, k: int, when: When) -> bool:
        if when.lead != "from" or when.until == "range":
            return False
        if "unchanged" in self.w[max(0, self.t[k].i - 3) : self.t[k].i]:
            return True  # "the number of days was unchanged from last year"
        return self._is_measured(k)

    def _is_measured(self, k: int) -> bool:
        """Tell a time right after a change: "up 4 percent over the period", "growth from last year"."""
        before = self.t[k - 1] if k else None
        return bool(before and (before.quantity or "basis" in before.tags or "grow" in before.tags))

"""When: the time that each figure of a sentence speaks of."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.figures import COMPARISON, Figure
from hinterland.ledger.joining import Joining
from hinterland.ledger.periods import When


class Timing(Joining):
    """Give each figure its time."""

    def _times(self) -> None:
        """Give each figure its time: the one right after it, else the latest one before it, else a later one."""
        whens = [(k, token.when) for k, token in enumerate(self.t) if token.when and self._is_period(k, token.when)]
        if not whens:
            return
        starts = [self._trailing(figure, whens) for figure in self.figures if self._from(figure)]
        begun = [when for when in starts if when]
        ended: list[Figure] = []
        held: When | None = None
        for figure in self.figures:
            right = self._trailing(figure, whens)
            left = [when for k, when in whens if k < figure.at]
            figure.when = right or (left[-1] if left else held)
            if right is None and figure.when in begun and self.w[self.t[figure.at].i - 1] == "to":
                figure.when = None  # "from 5.3 last year to 5.4": the end is of the main period
                ended.append(figure)
            held = figure.when or held
        whole = [when for _, when in whens if when.kind not in ("back", "before") and when not in begun]
        later = next((figure.when for figure in self.figures if figure.when in whole), None)
        for figure in self.figures:
            if figure.when is None and figure not in ended:
                figure.when = later or (whole[0] if whole else None)
        self._two_months()

    def _from(self, figure: Figure) -> bool:
        """Tell where a change began: "from 28.9 billion in 2013"."""
        first = self.t[figure.at].i
        return bool(first) and self.w[first - 1] == "from"

    def _two_months(self) -> None:
        """Share out "rose in February and March by 3 and 14 percent, respectively"."""
        for figure in self.figures:
            when = figure.when
            if (
                when
                and figure.length == 2
                and when.until == "range"
                and when.last == when.first + 1
                and "respectively" in self.w
            ):
                month = when.first + figure.listed - 1
                figure.when = replace(when, first=month, last=month, until="")

    def _is_period(self, k: int, when: When) -> bool:
        """Refuse times that only serve comparison, and dates."""
        if when.kind in ("back", "before") and self._follows_after(k):
            return True
        if when.kind == "back" and when.until.startswith("month") and when.lead not in COMPARISON:
            return True
        if when.kind in ("date", "back", "ago") or (when.kind == "before" and not self._stands_alone(k)):
            return False
        if when.kind == "past" and any(figure.basis and figure.basis.startswith("avg") for figure in self.figures):
            return False
        if when.lead in ("on", "than", "over", "with", "against", "versus", "vs", "compared", "after"):
            return False
        return not (when.lead in ("from", "to") and when.kind in ("year", "months") and self._is_reference(k, when))

    def _follows_after(self, k: int) -> bool:
        """Tell "after +1.9% in the previous quarter": the time of an earlier figure."""
        figure = next((other for other in reversed(self.figures) if other.at < k), None)
        return (
            figure is not None
            and "after" in self.w[max(0, self.t[figure.at].i - 6) : self.t[figure.at].i]
            and "," not in self.w[self.t[figure.at].j : self.t[k].i]
        )

    def _stands_alone(self, k: int) -> bool:
        """Tell "8.5 days during the same period last year" (its own time) from a comparison."""
        when, before = self.t[k].when, self.t[k - 1].quantity if k else None
        if when is None or before is None:
            return False
        return when.lead in ("during", "in") and before.unit not in ("share", "pp", "times")

    def _is_reference(self, k: int, when: When) -> bool:
        before = self.t[k - 1] if k else None
        return (
            when.lead == "from"
            and when.until != "range"
            and bool(before and (before.quantity or "basis" in before.tags or "grow" in before.tags))
        )

    def _trailing(self, figure: Figure, whens: list[tuple[int, When]]) -> When | None:
        """Find a time that follows a figure without a comma or another figure in between."""
        begin = self.t[figure.at].j
        for k, when in whens:
            if k < figure.at:
                continue
            words = self.w[begin : self.t[k].i]
            if figure.paired:
                words = [
                    word
                    for word, start in zip(words, self.s.starts[begin : self.t[k].i], strict=True)
                    if start >= figure.paired_end
                ]
                words = words[1:] if words[:1] == [")"] else words
            others = [token for token in self.t[figure.at + 1 : k] if token.quantity and token.end > figure.paired_end]
            if others or any(word in (",", ";", ".", "while") for word in words) or ("and" in words and len(words) > 6):
                return None
            return when
        return None

"""Acts without a verb of policy: "X is a priority", "X is under way", "there will be X", "the planned cut of X"."""

from __future__ import annotations

from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.governing import ADVERBS, BE, FOCUS, HAVE, PREPOSITIONS, Governing

_AFOOT = {
    ("under", "way"): "planned",
    ("underway",): "planned",
    ("under", "construction"): "planned",
    ("in", "preparation"): "planned",
    ("in", "the", "pipeline"): "planned",
    ("on", "the", "way"): "planned",
    ("on", "the", "table"): "suggested",
    ("in", "force"): "done",
    ("in", "place"): "done",
    ("into", "force"): "done",
    ("into", "effect"): "done",
    ("into", "operation"): "done",
    ("into", "service"): "done",
    ("into", "use"): "done",
    ("took", "effect"): "done",
    ("operational",): "done",
    ("takes", "effect"): "planned",
    ("take", "effect"): "planned",
}
_FIRST = 6  # words within which the noun stands that opens an item of a list
_KNOWN = frozenset("the this that these those their its his her our such no".split())
_MODALS = frozenset("will would shall should must can could may might".split())
_OTHERS = {"there", "planned", "proposed", "one", "among"}
# What somebody has by a measure, told of him: "exporters are eligible for refunds".
_ENTITLED = {"eligible": "for", "entitled": "to", "exempt": "from", "exempted": "from", "subject": "to"}
_GOT = frozenset("got gets received receives won wins secured obtained given".split())  # "got the go-ahead"
_ASSENTS = frozenset((("go", "ahead"), ("green", "light"), ("approval",), ("clearance",), ("nod",)))
NOMINAL = FOCUS | {phrase[-1] for phrase in _AFOOT} | _OTHERS | set(_ENTITLED) | _GOT  # no noun acts without


class Nominal(Governing):
    """Find the acts that nouns tell, knowing those that verbs tell."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.found: list[Act] = []

    def opening(self) -> Act | None:
        """Judge an item of a list that has no verb: "A cut of 15 percent in rents"."""
        first = next((k for k, word in enumerate(self.words[:_FIRST]) if word in self.lists["verbs.opening"]), None)
        if first is None or self.words[first + 1 : first + 2] == [] or self.words[first + 1] not in PREPOSITIONS:
            return None
        if self.words[0] in _KNOWN or not (BE | HAVE | _MODALS).isdisjoint(self.words):
            return None  # "the cut in fees pleased mills": the subject of a verb
        return Act(0, 1, "be", "base", "planned", 0, known=False)

    def nominal(self) -> list[Act]:
        """Find acts without a verb of policy: "X is a priority", "X is under way", "there will be X"."""
        found = []
        for i, word in enumerate(self.words):
            if (
                word in ("planned", "proposed")
                and self.words[i + 1 : i + 2]
                and self.words[i + 1] in self.lists["verbs.nouns"]
            ):
                found.append(Act(i, i + 2, "be", "base", "planned" if word == "planned" else "suggested", i))
            elif word in ("is", "are") and self._opens_with_one(i) and self._is_package(i):
                found.append(Act(i, i + 1, "be", "base", self._status_of_package(i), self.clause(i)))
            elif word == "there" and self.words[i + 1 : i + 3] == ["will", "be"]:
                found.append(Act(i, i + 3, "be", "base", "planned", i))
            elif word in _GOT and self._is_assent(i + 1):
                found.append(Act(i, i + 1, "be", "noun", "done", self._subject(i)))
            elif (word in _ENTITLED and (act := self._entitled(i))) or (word in FOCUS and (act := self._focus_is(i))):
                found.append(act)
            elif word in ("is", "are", "remains", "remain") and self.is_focus(i + 1):
                if not any(act.i > i - 2 and act.i < i + 8 for act in self.found):
                    found.append(Act(i, i + 1, "be", "noun", "planned", self.clause(i)))
            elif word in (
                "is",
                "are",
                "was",
                "were",
                "be",
                "became",
                "become",
                "came",
                "comes",
                "come",
                "went",
                "took",
                "takes",
                "take",
            ):
                start = i if word.startswith("t") else i + 1
                start += self.words[start : start + 1] != [] and self.words[start] in ADVERBS
                status = next((s for p, s in _AFOOT.items() if tuple(self.words[start : start + len(p)]) == p), None)
                if status and word in ("be", "become"):
                    status = "planned" if self.words[i - 1] == "will" else None
                if status:
                    found.append(Act(i, i + 1, "be", "noun", status, self._subject(i)))
        return found

    def _is_assent(self, k: int) -> bool:
        """Tell "the go-ahead", "final approval"."""
        return any(tuple(self.words[j : j + len(p)]) == p for j in range(k, k + 3) for p in _ASSENTS)

    def _entitled(self, i: int) -> Act | None:
        """Judge "products are eligible for refunds", "among the goods now entitled to a refund"."""
        if self.words[i + 1 : i + 2] != [_ENTITLED[self.words[i]]] or not self.takes(i + 2):
            return None
        at, negated = self.before(i)
        past = at >= 0 and self.words[at] in ("was", "were", "been")
        if negated or at < 0:
            return None
        return Act(i, i + 2, "receive", "base", "done" if past else "planned", self.clause(i))

    def _focus_is(self, i: int) -> Act | None:
        """Judge "another priority is the railway", "the focus will be on ports"."""
        k = i + 1
        if self.words[k : k + 2] in (["will", "be"], ["would", "be"]):
            k += 1
        if k >= len(self.words) or self.words[k] not in ("is", "are", "was", "were", "be"):
            return None
        k += self.words[k + 1 : k + 2] == ["on"]
        return Act(i, k + 1, "be", "base", "planned", i) if self.takes(k + 1) and self.words[k + 1] != "to" else None

    def _opens_with_one(self, i: int) -> bool:
        begin = self.clause(i)
        return self.words[begin : begin + 2] == ["one", "of"] or self.words[begin : begin + 1] == ["among"]

    def _is_package(self, i: int) -> bool:
        """Tell "one of the measures is X", "among the measures are X and Y"."""
        return not self.lists["results.packages"].isdisjoint(self.words[self.clause(i) : i])

    def _status_of_package(self, i: int) -> str:
        told = {"introduced", "launched", "adopted", "implemented", "taken"} & set(self.words[:i])
        return "done" if told else "planned"

    def _subject(self, i: int) -> int:
        """Find where the subject of a verb begins: at its clause, or after ", and"."""
        begin = self.clause(i)
        return next((k + 1 for k in range(i - 1, begin, -1) if self.words[k - 1 : k + 1] == [",", "and"]), begin)

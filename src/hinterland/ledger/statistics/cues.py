"""Cues: the words near a number that say what kind of figure it is, and what growth is measured against."""

from __future__ import annotations

from hinterland.ledger.lexing.periods import When
from hinterland.ledger.lexing.tokens import Sentence, Token
from hinterland.ledger.statistics.figures import COMPARISON, PASSED, Figure, is_start
from hinterland.ledger.statistics.subjects import RATES_LIKE

_TURNS = frozenset((";", "while", "but", "whereas", "after", "although"))
_FORESEEN = ("growth", "that", "a", "an", "the", "gdp", "real", "global", "exports", "gross")
_PAST = frozenset(
    ("rose", "grew", "fell", "dropped", "declined", "decreased", "increased", "surged", "jumped", "climbed")
)
_COMPARED = {"more": "up", "less": "down", "fewer": "down"}
_STOPS = frozenset((",", ";", "(", ")", ".", ":", "while", "whereas"))
_PARTS = _STOPS | {"to", "from", "in", "and", "compared", "by", "but", "with", "although", "though", "after"}
_JOINTS = frozenset((",", "and", ";", "but"))
_STATING = frozenset(("was", "were", "reached", "hit", "at"))

_MEASURING = COMPARISON | PASSED
_GOALS = (["target", "of"], ["goal", "of"])  # "surpassing the goal of 15 percent": no growth that came about


class Cues:
    """Find cues around the numbers of one sentence."""

    def __init__(self, sentence: Sentence, money: str | None = None) -> None:
        self.s, self.t, self.w, self.said = sentence, sentence.tokens, sentence.words, sentence.said
        self.foreseen = [(m, token) for m, token in enumerate(self.t) if "outlook" in token.tags]
        self.figures: list[Figure] = []
        self.money = money  # of the country that is spoken of
        self.working = "working days" in sentence.text
        self.asides: list[tuple[int, int]] = []  # words that tell which firms are counted, and state nothing
        self.passed = -1  # the token of a threshold that the next figure passes

    def gap(self, a: int, b: int) -> list[str]:
        """Give the words between two tokens."""
        return self.w[self.t[a].j : self.t[b].i]

    def before(self, k: int) -> int:
        """Give the token of the figure before, or -1."""
        return self.figures[-1].at if self.figures else -1

    def _left(self, k: int) -> tuple[str, str, int]:
        """Find the nearest cue on the left: ("grow", "up" | "down") or ("share", "of") or ("rate", "")."""
        last = self.before(k)
        if (rated := self._rated(k, last)) is not None:
            return "grow", self.t[rated].tags["grow"], rated
        for m in range(k - 1, last, -1):
            tags = self.t[m].tags
            between = self.w[self.t[m].j : self.t[self.passed if m < self.passed < k else k].i]
            if m != self.passed and (";" in between or (between.count(",") and not self._spacers(m, k))):
                break
            if "grow" in tags:
                return "grow", tags["grow"], m
            if "share" in tags and not (tags["share"] == "noun" and self.w[self.t[m].j : self.t[m].j + 1] == ["of"]):
                return "share", "of", m
            if m and "rate" in tags and "grow" in self.t[m - 1].tags and self.gap(m - 1, m)[:1] == ["at"]:
                return "grow", self.t[m - 1].tags["grow"], m - 1  # "growing at a rate of 26 percent"
            if tags.get("indicators") in RATES_LIKE or ("rate" in tags and "grow" not in tags):
                return "rate", "", m
        return "", "", -1

    def _spacers(self, m: int, k: int) -> bool:
        """Tell a comma around an inserted time or basis ("an increase, year on year, of 5 percent")."""
        inner = self.t[m + 1 : k]
        return bool(inner) and all(token.when or "basis" in token.tags or "doubt" in token.tags for token in inner)

    def _rated(self, k: int, last: int) -> int | None:
        """Find the rates of several names past commas: "the growth rates of A, B, and C were 17.8 percent, …"."""
        at = self.t[k].i - 1
        while at > max(self.t[k].i - 4, 0) and self.w[at].isalpha() and self.w[at] not in _STATING:
            at -= 1  # "were an astounding 12.3 percent"
        if at < 0 or self.w[at] not in _STATING:
            return None
        begin = self.t[last].j if last >= 0 else 0
        if "," not in self.w[begin : self.t[k].i] or ";" in self.w[begin : self.t[k].i]:
            return None
        rated = [
            m
            for m in range(last + 1, k)
            if "grow" in self.t[m].tags and self.w[self.t[m].j - 1] in ("rate", "rates", "growth")
        ]
        joined = rated and self.w[self.t[rated[0]].j : self.t[rated[0]].j + 1] in (["of"], ["in"], ["for"])
        verbs = [token for token in self.t[rated[0] + 1 : k] if "say" in token.tags] if joined else []
        return rated[0] if joined and len(rated) == 1 and [token.j for token in verbs] == [at + 1] else None

    def _right(self, k: int, following: int) -> tuple[str, str, int]:
        """Find a cue on the right before the clause ends: "a 5.6 percent year-on-year increase", "59 percent of"."""
        words = self.w[self.t[k].j : self.t[k].j + 1]
        if words and words[0] in _COMPARED:
            return "grow", _COMPARED[words[0]], min(k + 1, len(self.t) - 1)  # "6.4% more than a year before"
        for m in range(k + 1, following):
            between = self.gap(m - 1, m)
            if len(between) > 4 or not _PARTS.isdisjoint(between):
                break
            tags = self.t[m].tags
            if "grow" in tags:
                return "grow", tags["grow"], m
            if "share" in tags or "say" in tags or ("of" in between and "indicators" in tags):
                break
        return ("of", "", -1) if words == ["of"] or words == ["的"] else ("", "", -1)

    def _basis(self, figure: Figure, k: int, following: int) -> None:
        """Read what growth is compared with: a phrase, or a time after "than", "from", "compared with"."""
        for m in range(k - 1, self.before(k), -1):
            if not _JOINTS.isdisjoint(self.w[self.t[m].j : self.t[k].i]) and not (m == 0 or self._heads(m)):
                break
            self._measure(figure, m, k)
        for m in range(k + 1, following):
            if self._compares(m):
                if self._new_clause(k, m) or self._of_the_next(k, m, following):
                    break
                self._measure(figure, m, k)
        if figure.against is None and figure.basis is None:
            figure.against = self._headed(k)
        for m, token in self.foreseen:
            if m < k and not self._told(m, k) and self._foresees(token):
                figure.outlook = token.tags["outlook"]
        before = self.w[max(0, self.t[k].i - 2) : self.t[k].i]
        if self.w[self.t[k].j : self.t[k].j + 1] in (["target"], ["goal"]) or before in _GOALS:
            figure.basis, figure.sign = "target", 1

    def _of_the_next(self, k: int, m: int, following: int) -> bool:
        """Tell "twice that of 2015, with an average annual growth of 10 percent": a mean of what follows."""
        return self.t[m].tags.get("basis") == "cagr" and following < len(self.t) and "," in self.gap(k, m)

    def _foresees(self, token: Token) -> bool:
        """Tell "the bank projects growth of" from "projects in the zone", "target markets", "Hubei sees a surge"."""
        after = self.w[token.j : token.j + 1]
        if self.w[token.i] == "target":
            return not after or not after[0].endswith(("s", "ies"))
        if self.w[token.i] == "sees":
            return after in (["growth"], ["gdp"], ["that"], ["real"], ["global"])
        return self.w[token.i] != "projects" or after in ([word] for word in _FORESEEN)

    def _told(self, m: int, k: int) -> bool:
        """Tell what is told from what is foreseen: "below its target, while imports grew 12.5 percent"."""
        clause = max((i for i in range(self.t[m].j, self.t[k].i) if self.w[i] in _TURNS), default=-1)
        return clause >= 0 and any(self.w[token.i] in _PAST for token in self.t[m + 1 : k] if token.i > clause)

    def _headed(self, k: int) -> When | None:
        """Find a comparison that heads the sentence: "In January, compared with December, output fell …"."""
        for token in self.t[: min(3, k)]:
            if "label" in token.tags or token.quantity:
                return None
            if token.when and (token.when.lead == "than" or is_start(token.when)):
                return token.when
        return None

    def _compares(self, m: int) -> bool:
        when = self.t[m].when
        if when is None:
            return "basis" in self.t[m].tags
        return when.lead in _MEASURING or when.kind in ("before", "back", "ago", "past") or is_start(when)

    def _heads(self, m: int) -> bool:
        return self.w[: self.t[m].i][:1] in (["compared"], ["from"])

    def _measure(self, figure: Figure, m: int, k: int) -> None:
        """Let one token say what growth is measured against."""
        token, when = self.t[m], self.t[m].when
        if m > k and not self.s.text[token.start].isascii() and ("basis" in token.tags or when):
            return  # Chinese says the basis first: 增长6.2%,环比下降3.1%
        if figure.basis == "cagr" and when and when.kind == "past":
            return  # "an average annual growth rate of 5 percent over the past four years"
        if "basis" in token.tags and (figure.basis is None or (figure.basis == "yoy" and m < k)):
            figure.basis = token.tags["basis"]
        elif (
            when and when.kind == "past" and "average" in self.w[max(0, self.t[min(m, k)].i - 6) : self.t[max(m, k)].j]
        ):
            figure.basis = f"avg{when.last}y"
        elif (
            when
            and when.kind != "date"
            and (
                when.lead in PASSED
                or ((when.lead in COMPARISON or is_start(when)) and m > k)
                or when.kind in ("before", "back", "ago")
            )
        ):
            figure.against = figure.against or when

    def _new_clause(self, k: int, m: int) -> bool:
        """Tell whether what stands on the right of a figure belongs to another clause."""
        gap = self.gap(k, m)
        if gap[:1] == [")"] and "than" in self.w[self.t[k].j : self.t[m].j]:
            return True  # "losses with Chile (-3%) were lower than in April": of two rates
        if gap[:1] == [")"] and self.w[self.t[k].i - 1] in ("(", "+", "-"):
            gap = gap[1:]  # the figure's own bracket: "Austria (+3.8%) rose most compared with …"
        if any(word in (";", "while") for word in gap) or (")" in gap and "(" not in gap):
            return True
        between = self.t[k + 1 : m + 1]
        when = self.t[m].when
        if when and (when.lead in ("with", "to", "than") or when.kind == "back"):
            return any("grow" in token.tags for token in self._after_comma(k, m))
        if "basis" in self.t[m].tags and self.gap(k, m)[-1:] == [","]:
            return any(
                "grow" in token.tags or "indicators" in token.tags or "say" in token.tags for token in between[:-1]
            )
        if "basis" in self.t[m].tags and any(word == "and" for word in self.gap(k, m)):
            return True
        comma = "," in self.gap(k, m) or "and" in self.gap(k, m)
        return comma and any(
            "indicators" in token.tags or "grow" in token.tags or "place" in token.tags or "say" in token.tags
            for token in between
        )

    def _after_comma(self, k: int, m: int) -> list[Token]:
        comma = next((i for i in range(self.t[k].j, self.t[m].i) if self.w[i] in (",", "and")), None)
        return [] if comma is None else [token for token in self.t[k + 1 : m] if token.i > comma]

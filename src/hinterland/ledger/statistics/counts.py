"""Bare numbers: counts of things, or levels of what was named before."""

from __future__ import annotations

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.nouns import NOUN_ENDS, UNCOUNTED, acts, counted, listed, numbers, part, run, spoken_of
from hinterland.ledger.statistics.cues import Cues
from hinterland.ledger.statistics.figures import Figure

_PARTING = frozenset((",", ";", "and", "with", "but", "while", "including"))
_OVER = frozenset(("in", "of", "from", "into", "across", "covering", "covers", "spanning", "on", "by"))
_STATES = frozenset(table("english.toml")["words"]["states"])
_THEM = frozenset(("them", "whom", "which", "these", "those"))
_WHOSE = frozenset(("the", "its", "their"))


class Counts(Cues):
    """Read bare numbers."""

    def _count(self, figure: Figure, k: int) -> bool:
        """Read a bare number as a count of the noun after it, or as the level of the noun before it."""
        token = self.t[k]
        first = token.i
        while first and self.w[first - 1] in ("more", "than", "over", "about", "nearly", "around", "almost", "some"):
            first -= 1
        before = self._before(first)
        after = self.w[token.j : token.j + 6]
        if self._in_a_name(k):
            return False
        if unit := run(self.w, token.j):
            figure.kind, figure.quantity.unit = "span", unit
            return before == "for" and any(other.tags.get("grow") == "up" for other in self.t[max(0, k - 4) : k])
        if after[:2] in (["more", "than"], ["fewer", "than"], ["less", "than"]):
            figure.kind, figure.sign = "change", 1 if after[0] == "more" else -1
            return True  # "1,204 firms, 87 more than a year earlier"
        figure.kind = "count"
        if before in ("by", "up", "down") and self._changes(figure, first + (before != "by")):
            return True  # "employment rose by 338,300", "growth, up 4,734 units"
        if before == "of" and self._changes(figure, first):
            return not counted(self.w, token.j)  # "97,000 stores, an increase of 15,000 over the year before"
        lead = self.w[max(0, first - 3) : first]
        if lead in (["of", "these", ","], ["of", "those", ","], ["of", "which", ","]):
            figure.kind = "level"
            return True
        if lead == ["a", "total", "of"] and after[:1] in ([","], ["."], [";"]):
            figure.kind = "level"
            return True  # "five zones were added, with a total of 59, …"
        if before in ("no", "top", "phase", "page", "chapter", "article", "section", "#", "/", ".", "-", "+", "_"):
            return False
        if before == ":" and self.s.starts[first] == self.s.ends[first - 1]:
            return False
        if self._levels(k, first):
            return self._level_of_noun_before(figure, k, first)
        return self._things(figure, k, first)

    def _in_a_name(self, k: int) -> bool:
        """Tell the number of a name, "Fortune 500"."""
        token = self.t[k]
        return (
            token.i > 1
            and self.w[token.i - 1].isalpha()
            and self.s.text[self.s.starts[token.i - 1]].isupper()
            and not (self.t[k - 1].j == token.i and bool(self.t[k - 1].tags))
        )

    def _levels(self, k: int, first: int) -> bool:
        """Tell the level that a verb states of the noun before it: "the number of firms reached 530"."""
        token = self.t[k]
        after = self.w[token.j : token.j + 1]
        if not (numbers(self.w, first) or self._before(first) in _STATES):
            return False
        return (
            not after
            or after[0] in (",", ".", ";", "(", "units")
            or after[0] in NOUN_ENDS
            or (after[0] in ("and", "while") and "number of" in self.s.text[: token.start])
            or (token.when is None and self._time_next(k) and not counted(self.w, token.j))
        )

    def _level_of_noun_before(self, figure: Figure, k: int, first: int) -> bool:
        token = self.t[k]
        figure.kind = "level"
        figure.noun = ["units"] if self.w[token.j : token.j + 1] == ["units"] else []
        numbered = (
            numbers(self.w, first)
            or self._before(first) in ("from", "to", "numbered")
            or "number of" in self.s.text[: token.start]
        )
        return token.quantity is not None and (token.quantity.value >= 100 or bool(numbered))

    def _before(self, first: int) -> str:
        return self.w[first - 1] if first else ""

    def _things(self, figure: Figure, k: int, first: int) -> bool:
        """Read a count of the noun after it, or of things that the text named before."""
        token, before = self.t[k], self._before(first)
        if (of := self._out_of(token.j)) and self.w[of : of + 1] != []:
            begin = of + (self.w[of] in _WHOSE)
            while begin < len(self.w) and self.w[begin][0].isdigit():
                begin += 1
            if self.w[begin : begin + 1] != [] and self.w[begin] in UNCOUNTED:
                return False  # "in 1 of 2 quarters"
            if self.w[of] in _THEM:
                figure.noun = ["ones"]
            elif self.w[of] in _WHOSE or begin > of:
                figure.noun = counted(self.w, begin) or self.w[of + 1 : of + 4]
            if figure.noun:
                return True
        if before in _PARTING and part(before, self.w, token.j) and self.figures and self.figures[-1].noun:
            figure.noun = ["ones"]
            return True  # "30 parks at the provincial level and 14 at the national level", "including 70 funded by …"
        of_them = self.w[max(0, token.i - 2) : token.i] == ["of", "which"] and not counted(self.w, token.j)
        if token.i and (of_them or acts(self.w, token.j)) and (noun := self._left_out(first)):
            figure.noun = noun
            return True
        if before == "of" and self._parted(first):
            return False  # "23 of 37 industries": how many there are
        if before == "per" or (figure.quantity.value % 1 and not figure.quantity.scaled):
            return False  # "per 1,000 firms"; "smaller than 2.5 micrometers": nothing that is counted
        noun = counted(self.w, token.j, many=self._many(figure, first))
        if (
            not noun
            or before in ("the", "these", "those", "'s", "its", "their", "all")
            or self.s.ends[token.i] - self.s.starts[token.i] > 12
        ):
            return False
        figure.noun = noun
        return True

    def _parted(self, first: int) -> bool:
        """Tell the whole that a count before it was taken from."""
        before = first - 1 - (self.w[first - 2 : first - 1] == ["out"])
        return bool(self.figures) and self.figures[-1].kind == "count" and self.t[self.figures[-1].at].j == before

    def _out_of(self, j: int) -> int:
        """Find the word after "23 of", "23 out of", or nothing."""
        k = j + (self.w[j : j + 1] == ["out"])
        return k + 1 if self.w[k : k + 1] == ["of"] else 0

    def _many(self, figure: Figure, first: int) -> bool:
        """Tell what was counted from what is listed: "a total of nine tasks", "19 major projects", not "16 tasks"."""
        if self.w[max(0, first - 3) : first] == ["a", "total", "of"]:
            return True
        token = self.t[figure.at]
        digits = self.w[token.i][0].isdecimal() and _OVER.isdisjoint(self.w[first - 1 : first])
        return digits and figure.quantity.value >= (100 if listed(self.w, token.j) else 10)

    def _left_out(self, first: int) -> list[str]:
        """Find what "34 came from abroad" counts: what "Of its zones" named, or what was counted before."""
        of_them = self.w[first - 2 : first] == ["of", "which"]
        if not first or (self.w[first - 1] not in _PARTING and not of_them):
            return []
        before = next((figure.noun for figure in reversed(self.figures) if figure.kind == "count"), [])
        if of_them and not before and self.figures and self.figures[-1].quantity.unit is None:
            return ["ones"]  # "the number of routes is 300, of which 130 are …"
        return before or spoken_of(self.w, first)

    def _changes(self, figure: Figure, first: int) -> bool:
        """Make a change of a number that a verb or noun of change stands before."""
        moved = self._moved(first)
        if moved is None or figure.quantity.value < 100:
            return False
        figure.kind, figure.sign = "change", -1 if moved == "down" else 1
        return True

    def _moved(self, first: int) -> str | None:
        """Find the verb or noun of change directly before "by" or "of": its direction."""
        hit = next((token for token in self.t if token.j == first - 1 and "grow" in token.tags), None)
        return str(hit.tags["grow"]) if hit else None

    def _time_next(self, k: int) -> bool:
        return k + 1 < len(self.t) and self.t[k + 1].when is not None and self.t[k + 1].i - self.t[k].j <= 1

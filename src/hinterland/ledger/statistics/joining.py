"""Growth joined to the level that it belongs to."""

from __future__ import annotations

from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.boxes import Boxes
from hinterland.ledger.statistics.figures import Figure

_ARRIVING = frozenset("to reach reaching at hitting exceed totaling hit reached totalling was exceeding worth".split())
_ARRIVED = _ARRIVING | {"of"}
_ARRIVING_COUNT = frozenset("to reach reaching reached totaling totalling".split())
_AMOUNTED = frozenset("amounted reached totaled totalled stood came hit".split())
_PARTED = frozenset((";", "while", "that", "whereas", "among"))


class Joining(Boxes):
    """Join each growth rate to its level."""

    def _growth(self) -> None:
        grown = [row for row in enumerate(self.figures) if row[1].kind == "growth"] if len(self.figures) > 1 else []
        for number, figure in sorted(grown, key=lambda row: row[1].basis in ("mom", "qoq")):
            if figure.dropped:
                continue
            for level in self._candidates(number):
                if level.growth is None and self._is_main(figure):
                    level.growth, figure.dropped = figure, True
                    if level.at > figure.at and figure.basis is None and figure.against is None:
                        self._compared_after(figure, level)
                    break

    def _compared_after(self, growth: Figure, level: Figure) -> None:
        """Read "fell 3.4% to 19.6 billion in December compared with November": the comparison follows the level."""
        for token in self.t[level.at + 1 : level.at + 5]:
            if token.quantity or "grow" in token.tags:
                return
            if token.when and token.when.lead in ("than", "with", "over") and token.when.kind != "date":
                growth.against = token.when
                return
            if "basis" in token.tags and "," not in self.w[self.t[level.at].j : token.i]:
                growth.basis = token.tags["basis"]
                return

    def _is_main(self, figure: Figure) -> bool:
        if figure.quantity.unit == "times" and self._on_a_path():
            return False
        if figure.basis == "cagr":
            return self._comes_with(figure)
        foreseen = figure.outlook is not None and (figure.against is None or figure.against.kind != "year")
        return figure.basis in (None, "yoy", "qoq", "mom", "ytd") and not foreseen

    def _on_a_path(self) -> bool:
        """Tell "doubled from 3 billion to 6 billion", where a multiple belongs to the path, not to its end."""
        starts = {self.w[self.t[figure.at].i - 1] for figure in self.figures if figure.kind in ("level", "count")}
        return "from" in starts and "to" in self.said

    def _comes_with(self, figure: Figure) -> bool:
        """Tell "reached 8.7 trillion yuan, with an average annual growth of 5 percent" from a growth of its own."""
        near = self.w[max(0, self.t[figure.at].i - 9) : self.t[figure.at].i]
        return "with" in near and "from" not in self.said and figure.when is None

    def _candidates(self, number: int) -> list[Figure]:
        """List the levels that a growth rate can belong to: the next one after "to", else the one before."""
        figure = self.figures[number]
        found = []
        if (kind := self._told_of(figure)) is not None:
            earlier = [other for other in self.figures[:number] if other.kind == kind]
            return earlier[-1:]
        if figure.listed:
            found += [
                other
                for other in self.figures
                if other.length == figure.length
                and other.listed == figure.listed
                and other.kind in ("level", "count")
                and abs(self.figures.index(other) - number) <= figure.length
            ]
            return found
        following = self.figures[number + 1] if number + 1 < len(self.figures) else None
        ahead = self._past_brackets(number)
        if ahead and ahead.kind in ("level", "count") and self._leads_to(figure, ahead):
            found.append(ahead)
        after_next = self.figures[number + 2] if number + 2 < len(self.figures) else None
        if (
            following
            and after_next
            and following.kind == "level"
            and after_next.kind == "level"
            and self._from_to(figure, following, after_next)
        ):
            return [after_next]
        if number and not found:
            back = number - 1
            while back and (self._passed(back, figure) or self._beside(back) or self._joined(back, figure)):
                back -= 1
            before = self.figures[back]
            if before.kind in ("level", "count") and before.at >= 0 and self._same_subject(before, figure):
                found.append(before)
        return found

    def _told_of(self, figure: Figure) -> str | None:
        """Tell which of two a rate is of: "to 90 projects worth $3 billion, up 8% in number and 9% in value"."""
        after = [word for word in self.w[self.t[figure.at].j : self.t[figure.at].j + 4] if word not in ("the", "terms")]
        if after[:1] != ["in"] or len(after) < 2:
            return None
        return {"number": "count", "quantity": "count", "value": "level", "capital": "level"}.get(after[1])

    def _past_brackets(self, number: int) -> Figure | None:
        """Find the next figure, past a change beside the rate: "up 11.2 percent (183 tons) to reach 1,821 tons"."""
        for figure in self.figures[number + 1 : number + 3]:
            after = self.w[self.t[figure.at].j : self.t[figure.at].j + 2]
            if figure.kind != "change" or not (")" in after[:1] or "to" in after):
                return figure
        return None

    def _passed(self, number: int, growth: Figure) -> bool:
        """Tell a change on the way to the level, unless the rate restates it: "a fall of 2.2 billion, or 2.6%"."""
        if self.figures[number].kind != "change":
            return False
        return self.w[self.t[self.figures[number].at].j : self.t[growth.at].i] not in (["or"], [",", "or"])

    def _joined(self, number: int, growth: Figure) -> bool:
        """Tell a share that stands between: "118 billion, accounting for 81 percent of the total and up 73 percent"."""
        words = self.w[self.t[self.figures[number].at].j : self.t[growth.at].i]
        return self.figures[number].kind == "share" and words[-2:-1] == ["and"] and "," not in words

    def _beside(self, number: int) -> bool:
        """Tell a growth rate that another one may pass on its way to their level: monthly beside yearly growth."""
        figure = self.figures[number]
        return figure.kind == "growth" and (figure.dropped or figure.basis in ("mom", "qoq"))

    def _leads_to(self, figure: Figure, level: Figure) -> bool:
        words = self.w[self.t[figure.at].j : self.t[level.at].i]
        if any(self._parts_from(words, place) for place in range(len(words))):
            return False
        doubted = {i for token in self.t[figure.at + 1 : level.at] if "doubt" in token.tags for i in _span(token)}
        close = [self.w[i] for i in range(self.t[figure.at].j, self.t[level.at].i) if i not in doubted] or words
        near = [
            word
            for place, word in enumerate(reversed(close[-4:]))
            if word in (_ARRIVING if place else _ARRIVED) and (level.kind == "level" or self._counts_on(level, word))
        ]
        clause = next((i for i in range(self.t[figure.at].j, self.t[level.at].i) if self._begins_clause(i)), None)
        if clause and any("label" in token.tags for token in self.t[figure.at + 1 : level.at] if token.i > clause):
            return False  # "was 3 billion yuan, up 6 percent, and exports of steel hit 2 billion yuan"
        if "from" in words[:1] and "to" not in words:
            return False
        return bool(near) and not self._intruder(figure.at + 1, level.at, figure)

    def _parts_from(self, words: list[str], place: int) -> bool:
        """Tell what parts a level from a rate before it; "rose 8 percent, which amounted to 3 billion" goes on."""
        if words[place] == "which":
            return words[place + 1 : place + 2] == [] or words[place + 1] not in _AMOUNTED
        if words[place] == "(":
            return ")" not in words[place:]
        return words[place] in _PARTED

    def _counts_on(self, count: Figure, word: str) -> bool:
        """Tell "grew 5 percent to 1,200 firms" from "sales to 40 countries"."""
        return word in _ARRIVING_COUNT and count.quantity.value >= 100

    def _begins_clause(self, i: int) -> bool:
        return self.w[i] == "," and self.w[i + 1 : i + 2] == ["and"]

    def _from_to(self, figure: Figure, first: Figure, second: Figure) -> bool:
        """Read "rose 10% from 50 billion in 2020 to 55 billion": growth belongs to the second level."""
        return (
            self.w[self.t[first.at].i - 1] == "from"
            and self.w[self.t[second.at].i - 1] == "to"
            and self.t[first.at].i - self.t[figure.at].j <= 3
        )

    def _intruder(self, first: int, last: int, figure: Figure) -> bool:
        """Tell whether another subject stands between a growth rate and a level."""
        base = figure.subject.base
        others = [token for token in self.t[first:last] if token.tags.get("indicators", base) != base]
        own = self._after(figure) if others else []
        return any(token not in own for token in others)

    def _in_apposition(self, level: Figure, figure: Figure) -> bool:
        """Tell what ends a clause from what begins one: "260,000 cars for exports and transport, a rise of"."""
        i = self.t[figure.at].i
        head = [k for k in range(max(self.t[level.at].j, i - 9), i) if self.w[k] == ","][-1:]
        if not head or not self._hangs_on(head[0] + 1, figure):
            return False
        between = self.t[level.at + 1 : figure.at]
        hung = self.w[head[0] + 1] == "with"
        verbs = [token for token in between if token.quantity or ("say" in token.tags and not hung)]
        moves = [token for token in between if "grow" in token.tags and token.i < head[0]]
        named = [token for token in between if "label" in token.tags and token.i > head[0]]
        return not verbs and not moves and not named

    def _hangs_on(self, first: int, figure: Figure) -> bool:
        """Tell words that cannot begin a clause of their own: ", an increase of", ", up", ", falling by"."""
        i = self.t[figure.at].i
        if self.w[first : first + 2] in (["with", "a"], ["with", "an"]):
            return self.w[i - 1] == "of"
        if self.w[first] in ("a", "an"):
            return self.w[i - 1] == "of" or i == first + 1
        moved = next((token for token in self.t if token.i == first and "grow" in token.tags), None)
        return moved is not None and (self.w[first] in ("up", "down") or self.w[first].endswith("ing"))

    def _of_its_own(self, figure: Figure) -> bool:
        """Tell "a growth of more than 16 percent in services": what follows is another subject."""
        after = self.t[figure.at + 1 : figure.at + 2]
        if not after or self.w[self.t[figure.at].j : after[0].i] not in (["in"], ["in", "the"]):
            return False
        return not {"sectors", "products", "indicators"}.isdisjoint(after[0].tags)

    def _same_subject(self, level: Figure, figure: Figure) -> bool:
        words = self.w[self.t[level.at].j : self.t[figure.at].i]
        began = [i for i in range(self.t[level.at].j, self.t[figure.at].i) if self.w[i] == "from"]
        dated = {token.i - 1 for token in self.t[level.at : figure.at] if token.when}
        if (";" in words and [word for word in words if word not in "+-"] != [";"]) or (
            level.kind == "count" and not dated.issuperset(began)
        ):
            return False
        if self._after(figure) and figure.subject != level.subject:
            return False  # "was 805 billion, with more than 16 percent growth in trade with Japan"
        if self._of_its_own(figure):
            return False
        zone = [
            token
            for token in self.t[level.at + 1 : figure.at]
            if any(tag in token.tags for tag in ("indicators", "entities", "modes", "products", "sectors"))
        ]
        own = self.t[level.at + 1 : self._skip(level)]
        if self._in_apposition(level, figure):
            return True
        return all(token in own or token.tags.get("indicators") == level.subject.base for token in zone)


def _span(token: Token) -> range:
    return range(token.i, token.j)

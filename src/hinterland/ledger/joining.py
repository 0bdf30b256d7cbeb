"""Growth joined to the level that it belongs to."""

from __future__ import annotations

from hinterland.ledger.figures import Figure
from hinterland.ledger.parallel import Parallel


class Joining(Parallel):
    """Join each growth rate to its level."""

    def _growth(self) -> None:
        if len(self.figures) < 2:
            return
        for number, figure in sorted(enumerate(self.figures), key=lambda row: row[1].basis in ("mom", "qoq")):
            if figure.kind != "growth" or figure.dropped:
                continue
            for level in self._candidates(number):
                if level.growth is None and self._is_main(figure):
                    level.growth, figure.dropped = figure, True
                    break

    def _is_main(self, figure: Figure) -> bool:
        if figure.quantity.unit == "times" and "from" in self.w and "to" in self.w:
            return False
        return figure.basis in (None, "yoy", "qoq", "mom") and figure.outlook is None

    def _candidates(self, number: int) -> list[Figure]:
        """List the levels that a growth rate can belong to: the next one after "to", else the one before."""
        figure = self.figures[number]
        found = []
        if figure.listed:
            found += [
                other
                for other in self.figures
                if other.length == figure.length
                and other.listed == figure.listed
                and other.kind == "level"
                and abs(self.figures.index(other) - number) <= figure.length
            ]
            return found
        following = self.figures[number + 1] if number + 1 < len(self.figures) else None
        if following and following.kind == "level" and self._leads_to(figure, following):
            found.append(following)
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
            while back and self.figures[back].kind == "growth" and self._beside(back):
                back -= 1
            before = self.figures[back]
            if before.kind in ("level", "count") and before.at >= 0 and self._same_subject(before, figure):
                found.append(before)
        return found

    def _beside(self, number: int) -> bool:
        """Tell a growth rate that another one may pass on its way to their level: monthly beside yearly growth."""
        figure = self.figures[number]
        return figure.dropped or figure.basis in ("mom", "qoq")

    def _leads_to(self, figure: Figure, level: Figure) -> bool:
        words = self.w[self.t[figure.at].j : self.t[level.at].i]
        if any(word in (";", "(", "while", "that", "whereas") for word in words):
            return False
        near = [
            word
            for word in words[-4:]
            if word
            in (
                "to",
                "reach",
                "reaching",
                "at",
                "hitting",
                "exceed",
                "totaling",
                "of",
                "hit",
                "reached",
                "totalling",
                "was",
                "exceeding",
            )
        ]
        if "from" in words[:1] and "to" not in words:
            return False
        return bool(near) and not self._intruder(figure.at + 1, level.at, figure)

    def _from_to(self, figure: Figure, first: Figure, second: Figure) -> bool:
        """Read "increased 11.3% from 71.8 billion in 2020 to 79.9 billion": growth belongs to the second level."""
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

    def _same_subject(self, level: Figure, figure: Figure) -> bool:
        words = self.w[self.t[level.at].j : self.t[figure.at].i]
        if ";" in words or (level.kind == "count" and "from" in words):
            return False
        zone = [
            token
            for token in self.t[level.at + 1 : figure.at]
            if any(tag in token.tags for tag in ("indicators", "entities", "modes", "products", "sectors"))
        ]
        return not [token for token in zone if token not in self.t[level.at + 1 : self._skip(level)]]

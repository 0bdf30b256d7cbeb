"""Parallel lists: "exports to A and B grew 9 and 13 percent, respectively"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hinterland.ledger.lexicon import Place
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.naming import Naming
from hinterland.ledger.statistics.setting import Labels, Subject
from hinterland.ledger.statistics.subjects import collect, slug

_GAPS = {"national": "national", "provincial": "province"}


class Parallel(Naming):
    """Share out lists of figures over lists of names."""

    def _lists(self) -> None:
        """Share out lists of figures over lists of names: "exports to A and B grew 9 and 13 percent"."""
        done: list[Subject] = []
        for number, figure in enumerate(self.figures):
            if figure.listed != 1:
                if figure.kind not in ("ratio",) and not figure.listed:
                    done = done if figure.length else []
                continue
            members = self.figures[number : number + figure.length]
            self._yardsticks(members)
            if done and len(done) == len(members) and not self._new_labels(members[0], self.figures[number - 1]):
                subjects: list[Subject] | None = done
            else:
                subjects = self._parallel(members, number) or self._as_before(members, number)
            if subjects:
                done = subjects
                for member, subject in zip(members, subjects, strict=True):
                    member.subject = subject
                if number + len(members) < len(self.figures):
                    self._reach(number + len(members), subjects)

    def _as_before(self, members: list[Figure], number: int) -> list[Subject] | None:
        """Share out "after +1.9% and +2.1%" over the places of the figures before it."""
        earlier = self.figures[max(0, number - len(members)) : number]
        if self._completes(earlier, members):
            return [figure.subject for figure in earlier]
        places = {figure.subject.region for figure in earlier}
        same = len(earlier) == len(members) == len(places) and all(figure.kind == members[0].kind for figure in earlier)
        if not same or (self._new_labels(members[0], earlier[-1]) and "after" not in self.said):
            return None
        for figure, member in zip(earlier, members, strict=True):
            if (member.basis is None and member.against is None) or (member.against and member.against.kind == "back"):
                member.basis, member.against = figure.basis, figure.against
        return [figure.subject for figure in earlier]

    def _completes(self, earlier: list[Figure], members: list[Figure]) -> bool:
        """Join "exports were 104 billion and imports 43 billion, up 31 and 20 percent, respectively"."""
        levels = [figure for figure in earlier if figure.kind in ("level", "count") and not figure.listed]
        if members[0].kind != "growth" or len(levels) != len(members):
            return False
        between = self.t[self._skip(earlier[-1]) : members[0].at]
        stop = "say" if "respectively" in self.said else "label"
        if any(stop in token.tags for token in between):
            return False
        for place, figure in enumerate(levels, 1):
            figure.listed, figure.length = place, len(levels)
        return True

    def _both(self) -> None:
        """State a figure twice that holds "in the euro area and in the EU", or "in both"."""
        for figure in list(self.figures):
            if figure.kind != "growth" or figure.listed:
                continue
            places = self._two_places(figure)
            if len(places) == 2:
                figure.subject = replace(figure.subject, region=places[0])
                twin = replace(figure, subject=replace(figure.subject, region=places[1]))
                self.figures.insert(self.figures.index(figure) + 1, twin)

    def _two_places(self, figure: Figure) -> list[Place]:
        words = self.w[self.t[figure.at].j : self.t[figure.at].j + 14]
        if words[:1] != ["in"]:
            return []
        if words[:2] == ["in", "both"] and words[2:3] in ([], [","], ["."], ["compared"]):
            return list(self.setting.pair)
        places: list[Place] = []
        for token in self.t[figure.at + 1 :]:
            if token.quantity or token.when or token.i > self.t[figure.at].j + 13:
                break
            if "place" in token.tags and token.tags["place"] not in places:
                places.append(token.tags["place"])
        return places if "and" in words else []

    def _reach(self, number: int, subjects: list[Subject]) -> None:
        """Let a share of the whole list name all of it: "the three made up 59 percent"."""
        figure = self.figures[number]
        if figure.kind == "share" and not figure.listed and all(subject.partners for subject in subjects):
            figure.subject = replace(
                figure.subject, partners=tuple(dict.fromkeys(name for subject in subjects for name in subject.partners))
            )

    def _parallel(self, members: list[Figure], number: int) -> list[Subject] | None:
        begin = self.figures[number - 1].at + 1 if number else 0
        end = members[0].at
        zone = self._zone(begin, end) + self._after(members[0])
        labels = collect(self.s, zone, self.setting)
        base, n = members[0].subject, len(members)
        text = self.s.text[: self.t[end].start].lower()
        if (
            labels.indicators == ["trade_total"]
            and n == 2
            and n not in (len(labels.entities), len(labels.partners), len(labels.products))
            and "trade" not in text[-60:]
            and ("exports and imports" in text or "imports and exports" in text)
        ):
            names = ["exports", "imports"] if "exports and imports" in text else ["imports", "exports"]
            return [replace(base, base=name) for name in names]
        if len(labels.indicators) == n - 1 > 1 and labels.indicators[-1] == "trade_total" and n == 3:
            pair = re.search(r"(exports|imports),? and (imports|exports)", text)  # "total trade, exports and imports"
            if pair:
                return [replace(base, base=name) for name in (labels.indicators[0], pair[1], pair[2])]
        if (
            n == 3
            and members[0].kind in ("share", "rate")
            and labels.indicators[-1:] in (["gdp"], [])
            and _three(self.w)
        ):
            return [replace(base, base=name, of=None) for name in ("gva_primary", "gva_secondary", "gva_tertiary")]
        if len(labels.indicators) >= n and (len(labels.indicators) == n or "respectively" in self.said):
            return [replace(base, base=name) for name in labels.indicators[-n:]]
        if len(labels.partners) == n:
            return [replace(base, partners=(name,)) for name in labels.partners]
        if len(labels.regions) == n and not (members[0].kind == "pp" and members[0].gap):
            return [replace(base, region=place) for place in labels.regions]
        for key, rows in (
            ("product", labels.products),
            ("entity", labels.entities),
            ("mode", labels.modes),
            ("sector", labels.sectors),
        ):
            if len(rows) == n:
                return [replace(base, **{key: name}) for name in rows]  # type: ignore[arg-type]
        if spoken := self._of_spoken(base, n):
            return spoken
        return self._following(members, n) or self._unlisted(members, zone) or self._of_before(labels, n)

    def _of_spoken(self, base: Subject, n: int) -> list[Subject] | None:
        """Share out over what the sentence before named without figures: "Their exports were 5 and 3 billion"."""
        spoken = self.setting.spoken
        if spoken is None or "respectively" not in self.said or self.w[:1] not in (["their"], ["they"]):
            return None
        if len(spoken.regions) == n:
            return [replace(base, region=place) for place in spoken.regions]
        for key, rows in (("product", spoken.products), ("entity", spoken.entities), ("mode", spoken.modes)):
            if len(rows) == n:
                return [replace(base, **{key: name}) for name in rows]  # type: ignore[arg-type]
        return None

    def _of_before(self, labels: Labels, n: int) -> list[Subject] | None:
        """Share out over what the sentence before stated: "The two growth rates were 9 and 13 points above …"."""
        named = labels.indicators or labels.partners or labels.products or labels.entities or labels.modes
        if named or "respectively" not in self.said or len(self.setting.row) != n:
            return None
        return list(self.setting.row)

    def _yardsticks(self, members: list[Figure]) -> None:
        """Share out "exceeded the national and provincial levels by 6 and 0.1 percentage points"."""
        for first, second in (("national", "provincial"), ("provincial", "national")):
            if f" {first} and {second} " in self.s.text and [figure.kind for figure in members] == ["pp", "pp"]:
                members[0].gap, members[1].gap = (_GAPS[name] for name in (first, second))

    def _unlisted(self, members: list[Figure], zone: list[Token]) -> list[Subject] | None:
        """Share out over products that no data file lists: "imports of fruits and coal reached 12 and 7 billion"."""
        head = next((token for token in reversed(zone) if "indicators" in token.tags), None)
        verb = head and next(
            (token for token in self.t if token.i >= head.j and ("say" in token.tags or "grow" in token.tags)), None
        )
        if head is None or verb is None or self.w[head.j : head.j + 1] != ["of"]:
            return None
        pieces: list[list[str]] = [[]]
        for word in self.w[head.j + 1 : verb.i]:
            if word in (",", "and"):
                pieces.append([])
            else:
                pieces[-1].append(word)
        names = [slug(piece) for piece in pieces if piece]
        if len(names) != len(members) or None in names:
            return None
        return [replace(member.subject, product=name) for member, name in zip(members, names, strict=True)]

    def _following(self, members: list[Figure], n: int) -> list[Subject] | None:
        """Share out over names that follow: "7.7% and 53.5% of the totals of China and of Jiangsu respectively"."""
        after = [token for token in self.t[members[-1].at + 1 :] if "place" in token.tags][:n]
        if members[0].kind == "share" and len(after) == n and "respectively" in self.w[self.t[members[-1].at].j :]:
            return [
                replace(member.subject, of=token.tags["place"].name)
                for member, token in zip(members, after, strict=True)
            ]
        if members[0].kind == "growth" and len(after) == n and members[0].listed != 0 and "respectively" in self.said:
            return [
                replace(member.subject, region=token.tags["place"])
                for member, token in zip(members, after, strict=True)
            ]
        return None


def _three(words: list[str]) -> bool:
    """Tell the shares of "the three sectors": primary, secondary and tertiary."""
    return any(row in (("three", "sectors"), ("three", "industries"), ("three", "sector")) for row in pairwise(words))

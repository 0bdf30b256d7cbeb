"""Figures joined to statistics: each with its subject, its growth, its rank and its time.

The stages stand in files of their own, each on the one before: wholes, naming, parallel, boxes, joining, timing,
ranked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hinterland.ledger.lexicon import Place
from hinterland.ledger.lexing.nouns import NOUN_ENDS
from hinterland.ledger.lexing.quantities import Quantity
from hinterland.ledger.lexing.ranks import Rank
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.ranked import Ranked
from hinterland.ledger.statistics.setting import TRADE

# "ranked first, with a trade volume of", "was the highest in Hubei, reaching"
_VALUED = re.compile(
    r",? with [A-Za-z][A-Za-z -]{3,40} of (?:[a-z]+ ){0,2}$"
    r"|, (?:reaching|totall?ing|hitting|amounting to|standing at) (?:[a-z]+ ){0,2}$"
)
_APPOSED = re.compile(r" [a-z]+(?: [a-z]+)?, ")
_MOVING = ("growth", "increase", "rise", "fastest", "decline", "drop", "decrease")


class Frames(Ranked):
    """Join the figures of one sentence: subjects first, then growth to levels, then ranks."""

    def join(self) -> list[Figure]:
        """List the statistics of the sentence in the order of print."""
        self._subjects()
        self._lists()
        self._both()
        self._boxes()
        self._names()
        self._contributed()
        self._growth()
        self._times()
        self._rank()
        return [figure for figure in self.figures if not figure.dropped]

    def _rank(self) -> None:
        for rank in self.ranks:
            if self._describes(rank):
                continue
            level = self._ranked(rank) if rank.of in ("anything", "praise") else self._ranked_beside(rank)
            if level is None and rank.of != "anything":
                continue
            if level is not None and level.rank is not None and rank.of in ("anything", "praise"):
                self._rank_again(rank, level)
                continue
            if level is not None:
                level.rank, level.rank_scope = rank.rank, rank.scope
                continue
            for subject in self._subjects_of(rank):
                figure = Figure(-1, Quantity(0, 0, None), "rank", subject=subject, when=self._when_of(rank))
                figure.rank, figure.rank_scope = rank.rank, rank.scope
                figure.paired_end, figure.listed = rank.end, rank.start
                self.figures.append(figure)

    def _describes(self, rank: Rank) -> bool:
        """Tell the name of a place in "China's largest free trade zone Hainan recorded": nothing is ranked."""
        words = [i for i, start in enumerate(self.s.starts) if start >= rank.end][:5]
        places = {token.i for token in self.t if token.tags.get("place")}
        named = {i for token in self.t if token.tags for i in range(token.i, token.j)}
        for n, i in enumerate(words):
            if i in places:
                return n > 0
            if not self.w[i].isalpha() or self.w[i] in NOUN_ENDS:
                return False
            if not self.s.text[self.s.starts[i]].islower():
                return n > 0 and rank.told == 0 and i not in named  # "China's biggest grain trader Haoda"
        return False

    def _grown_before(self, rank: Rank) -> Figure | None:
        """Find the growth that a rank is told of: "rose 9.8 percent, ranking second", "grew 9 percent, the fastest"."""
        said = self.s.text[rank.start : rank.end]
        before = [figure for figure in self.figures if figure.at >= 0 and self.t[figure.at].start < rank.start]
        if not before or before[-1].dropped:
            return None
        kind, between = before[-1].kind, self.s.text[self.t[before[-1].at].end : rank.start]
        moving = any(word in said for word in _MOVING)
        if not (kind == "growth" or (kind == "change" and moving)) or ";" in between or " and " in between:
            return None
        if "fastest" in said and len(before) == 1:
            return before[-1]
        if len(before) > 1 and "," not in self.w[self.t[before[-2].at].j : self.t[before[-1].at].i]:
            return None  # "exports rose 9 percent and imports 3 percent, ranking second": either, or both
        direct = moving or said.startswith(("ranking", "the "))
        return before[-1] if direct and len(between) < 60 and between.count(",") == 1 else None

    def _grown_within(self, rank: Rank) -> Figure | None:
        """Find the growth of "the fastest growth in wind power with an increase of 57 percent", "(42.5 percent)"."""
        said = self.s.text[rank.start : rank.end]
        if not any(word in said for word in _MOVING):
            return None
        for figure in self.figures:
            start = self.t[figure.at].start if figure.at >= 0 else -1
            if figure.kind == "growth" and rank.start < start <= rank.end + 2:
                return figure
        return None

    def _rank_again(self, rank: Rank, level: Figure) -> None:
        """State apart the second rank of a level: "ranking first in the province and 13th nationwide"."""
        figure = Figure(-1, Quantity(0, 0, None), "rank", subject=level.subject, when=level.when, rank=rank.rank)
        figure.rank_scope, figure.paired_end, figure.listed = rank.scope, rank.end, rank.start
        self.figures.append(figure)

    def _of_the_first(self, rank: Rank, after: list[Figure]) -> Figure | None:
        """Find the level of "Hubei, China's third-largest coal port, raised its output to 9 million tons"."""
        beside = _APPOSED.match(self.s.text, rank.end)
        opens = rank.start == 0 or self.s.text[: rank.start].endswith((", ", ", the "))
        if beside is None or not opens or not after or after[0].kind != "level":
            return None
        between = self.s.text[rank.end : self.t[after[0].at].start]
        near = len(between) < 160 and not any(word in between for word in (";", " while ", " whereas "))
        return after[0] if near else None

    def _close(self, rank: Rank, figure: Figure) -> bool:
        """Tell "led the country with 93.7 percent", "the highest in China at 6.3 percent"."""
        return self.s.text[rank.end : self.t[figure.at].start].strip() in ("with", "at", "by", "with a", "with an")

    def _ranked_beside(self, rank: Rank) -> Figure | None:
        """Find the trade of the largest partner, or the growth "(+3.8%)" of what "had the highest increase"."""
        for figure in self.figures:
            start = self.t[figure.at].start if figure.at >= 0 else 0
            if rank.of == "growth" and figure.kind == "growth" and self._grew(rank, figure):
                return figure
            if rank.of == "partner" and figure.kind == "level" and start > rank.end and figure.subject.base in TRADE:
                between = self.s.text[rank.end : start]
                near = len(between) < 70 and not any(word in between for word in (";", " while ", " whereas "))
                return figure if near else None
        return self._traded_with(rank) if rank.of == "partner" else None

    def _grew(self, rank: Rank, figure: Figure) -> bool:
        """Tell "(+3.8%) had the highest increase", "saw the fastest growth, with an increase of 57 percent"."""
        if 0 <= rank.start - self.t[figure.at].end < 4:
            return True
        between = self.s.text[rank.end : self.t[figure.at].start]
        return 0 < len(between) < 70 and between.endswith((" of ", "(", "(with ", "by ")) and ";" not in between

    def _traded_with(self, rank: Rank) -> Figure | None:
        """Find what was said before of a partner: "growth of 6 percent with its biggest partner, Japan"."""
        places = [token for token in self.t if "place" in token.tags]
        behind = [token for token in places if 0 <= token.start - rank.end < 12]
        ahead = [token for token in places if token.end <= rank.start]
        named = behind[:1] or ahead[-1:]
        code = (named[0].tags["place"].code or named[0].tags["place"].name) if named else ""
        for figure in reversed(self.figures):
            if figure.at < 0 or figure.dropped or self.t[figure.at].start > rank.start:
                continue
            alone = figure.kind in ("level", "growth") and (figure.subject.base or "exports") in TRADE
            if alone and not figure.subject.partners and behind:
                figure.subject = replace(figure.subject, base=figure.subject.base or "trade_total", partners=(code,))
            return figure if alone and figure.subject.partners == (code,) else None
        return None

    def _ranked(self, rank: Rank) -> Figure | None:
        """Find the level that a rank speaks of: the nearest one in its clause; "the second fastest" ranks a growth."""
        before = [
            figure
            for figure in self.figures
            if figure.kind in ("level", "count") and figure.at >= 0 and self.t[figure.at].start < rank.start
        ]
        after = [
            figure
            for figure in self.figures
            if figure.kind in ("level", "count", "share", "rate", "growth")
            and figure.at >= 0
            and self.t[figure.at].start >= rank.start
            and (figure.kind in ("level", "count") or self._close(rank, figure))
        ]
        if (risen := self._grown_before(rank) or self._grown_within(rank)) is not None:
            return risen
        if (own := self._of_the_first(rank, after)) is not None:
            return own
        if after and after[0].kind == "level" and _VALUED.match(self.s.text[rank.end : self.t[after[0].at].start]):
            return after[0]
        if before:
            between = self.s.text[self.t[before[-1].at].end : rank.start]
            nearer = [
                figure
                for figure in self.figures
                if figure.kind == "share"
                and self.t[before[-1].at].start < self.t[figure.at].start < rank.start
                and replace(figure.subject, of=None) != before[-1].subject
            ]
            if ";" not in between and not nearer:
                return before[-1]
        if after and not before:
            between = self.s.text[rank.end : self.t[after[0].at].start]
            if "," not in between and ";" not in between and len(between) < 25:
                return after[0]
            if len(between) < 110 and between.count(",") < 2 and _VALUED.search(between):
                return after[0]
        return None


def spread(place: Place | None) -> tuple[str | None, str | None]:
    """Give a region's printed name and its ISO 3166 code, where it has one."""
    if place is None:
        return None, None
    return place.name, (place.code or None) if place.kind in ("country", "province") else None

"""What a rank is of that no figure stands beside: the name before it, each of a list, or the name after it."""

from __future__ import annotations

import re
from dataclasses import replace

from hinterland.ledger.lexing.periods import When
from hinterland.ledger.lexing.ranks import Rank
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.qualifiers import BRANCH_ENDS
from hinterland.ledger.statistics.setting import TRADE, Subject
from hinterland.ledger.statistics.subjects import build, collect, slug
from hinterland.ledger.statistics.timing import Timing

_INTRODUCES = re.compile(r"(?:^| )(?:in|for|in terms of|by|of) (?:the |its |total |overall )*(?:[a-z]+ )?$", re.I)
_BOTH = frozenset(("all", "both", "each", "has", "have", "also", "respectively", "maintaining"))
_HEADS = {"output": "{}_output", "output value": "output_{}", "added value": "gva_{}", "value added": "gva_{}"}
_HEADS |= {"production": "{}_output"}
_HEAD = re.compile(r"\b(output value|output|added value|value added|production|exports|imports) of ", re.I)
_DOERS = {"exporter": "exports", "importer": "imports", "trader": "trade_total"}
_PARTS = re.compile(r",? and |, ")


class Ranked(Timing):
    """Name ranks that stand alone."""

    def _subjects_of(self, rank: Rank) -> list[Subject]:
        """List what a rank is told of: mostly one thing, several in "A and B both ranked first", "third in C and D"."""
        before = self.figures[-1].subject if self.figures else Subject(region=self.setting.last.region)
        zone, behind = self._zone_of(rank), self._behind(rank)
        labels = collect(self.s, zone + behind, self.setting)
        subject = replace(build(labels, before, self.setting), of=None)
        subject = self._doer(rank, subject)
        if subject.region is not None and subject.region.name == rank.scope:
            subject = replace(subject, region=self.setting.home)  # no place ranks in itself
        if len(behind) > 1 and len(named := collect(self.s, behind, self.setting).indicators) > 1:
            return [replace(subject, base=name, product=None) for name in named]
        if rank.twin or self._is_paired(rank):
            names = self._pair_before(rank)
            return [replace(subject, base=names[-1 if rank.twin else 0])] if names else [subject]
        return self._of_list(rank, subject) or [subject]

    def _doer(self, rank: Rank, subject: Subject) -> Subject:
        """Name what makes an exporter: "the world's second-largest exporter", "the biggest tea importer"."""
        for i, word in enumerate(self.w):
            if word in _DOERS and rank.start <= self.s.starts[i] < rank.end + 30:
                words = self.s.text[rank.start : self.s.starts[i]]
                goods = [token.tags["products"] for token in self.t if token.j == i and "products" in token.tags]
                return subject if "," in words else replace(subject, base=_DOERS[word], product=(goods or [None])[0])
        return subject

    def _zone_of(self, rank: Rank) -> list[Token]:
        """List the labels before a rank in its clause, or all of a sentence without figures."""
        head = self.s.text[: rank.start].lower()
        clause = max(head.rfind(","), head.rfind(" and "), self.t[self.figures[-1].at].end if self.figures else -1)
        labels = [token for token in self.t if "label" in token.tags]
        zone = [token for token in labels if clause < token.start and token.end <= rank.start]
        if zone or self.figures or self._behind(rank):
            return zone
        return [token for token in labels if not rank.start <= token.start < rank.end]

    def _behind(self, rank: Rank) -> list[Token]:
        """List the names after a rank: "fifth among states for toy exports", "third in container throughput"."""
        found: list[Token] = []
        for token in self.t:
            if token.start < (rank.told or rank.end) or "label" not in token.tags or "place" in token.tags:
                continue
            if found and self.s.text[found[-1].end : token.start].strip() not in ("", "and", ",", "of"):
                break
            if not found and (token.start - rank.end > 30 or not self._introduced(rank, token)):
                continue
            found.append(token)
        return found if any("indicators" in token.tags for token in found) else []

    def _introduced(self, rank: Rank, token: Token) -> bool:
        between = self.s.text[rank.told or rank.end : token.start]
        return bool(_INTRODUCES.search(between)) and not any(sign in between for sign in ",;")

    def _pair_before(self, rank: Rank) -> list[str]:
        """Name the two of "exports and imports were in the 9th and 10th place", "cargo and container throughput"."""
        named = [token for token in self.t if "indicators" in token.tags and token.end <= rank.start][-2:]
        last = self.w[named[-1].i : named[-1].j] if named else []
        if len(last) == 3 and last[1] == "and" and {last[0], last[2]} == {"exports", "imports"}:
            return [last[0], last[2]]
        names = [str(token.tags["indicators"]) for token in named]
        if names[-1:] == ["container_throughput"] and self.w[max(0, named[-1].i - 2) : named[-1].i] == ["cargo", "and"]:
            return ["cargo_throughput", "container_throughput"]
        beside = len(named) == 2 and "and" in self.w[named[0].j : named[1].i] and named[1].i - named[0].j < 5
        return names if beside else []

    def _is_paired(self, rank: Rank) -> bool:
        return any(other.twin and other.told == rank.told for other in self.ranks)

    def _of_list(self, rank: Rank, subject: Subject) -> list[Subject]:
        """Read "the output of coal, glass and toys ranked first": each of them has the rank."""
        head = self.s.text[: rank.start].rstrip()
        while head.rsplit(" ", 1)[-1].lower() in _BOTH:
            head = head.rpartition(" ")[0]
        hit = next(iter(_HEAD.finditer(head)), None)
        if hit is None or any(sign.isdigit() or sign in ";:(" for sign in head[hit.end() :]):
            return []
        told = head[hit.end() :]
        items = told.replace(", and ", ", ").split(", ") if ", and " in told else _PARTS.split(told)
        names = [self._item_name(item) for item in items]
        if len(names) < 2 or None in names:
            return []
        form, product = hit[1].lower(), hit[1].lower() in TRADE
        plain = replace(subject, product=None, sector=None, partners=subject.partners if product else ())
        if product:
            return [replace(plain, base=form, product=name) for name in names]
        return [replace(plain, base=_HEADS[form].format(name)) for name in names]

    def _item_name(self, item: str) -> str | None:
        words = item.lower().removeprefix("the ").split()
        words = words[:-1] if words[-1:] and words[-1] in BRANCH_ENDS else words
        plain = 0 < len(words) < 6 and all(word.isalpha() for word in words)
        return slug(words) if plain else None

    def _when_of(self, rank: Rank) -> When | None:
        """Find the time of a rank: that of the figure before it, else the one that its sentence names."""
        if self.figures:
            when = self.figures[-1].when
            return None if when and self._is_of_another_clause(rank, when) else when
        passing = ("date", "back", "ago", "before")
        whens = [token.when for token in self.t if token.when and token.when.kind not in passing]
        return next((when for when in whens if not self._is_of_another_clause(rank, when)), None)

    def _is_of_another_clause(self, rank: Rank, when: When) -> bool:
        """Tell "is the third largest port, and in the past decade …": the years are not those of the rank."""
        return when.kind in ("span", "since", "past") and "," in self.s.text[rank.end : max(when.start, rank.end)]

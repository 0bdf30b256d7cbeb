"""What a document has spoken of so far: names that it shortened, and the measure that "the scheme" refers back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from hinterland.ledger.announcements.announcing import grammar
from hinterland.ledger.announcements.groups import Hit, find
from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.lexicon import WORD, cut, table

_SHORT = re.compile(r"\(([A-Z][A-Za-z]{2,9})\)")
_LONGEST = 10  # words that a short form can stand for
_BODIES = frozenset(
    "bank council federation ministry agency authority commission organisation organization office association "
    "department union bureau committee administration chamber corporation company group institute".split()
)
_TRADED = frozenset("import imports imported dumping dumped subsidies tariffs duties safeguard".split())
_CHARGES = frozenset("fee fees charge charges levy levies tax taxes surcharge surcharges".split())
_PAID = frozenset(("production_support", ""))  # what a bare charge is read as, or refers back to
_LEVIED = frozenset("on targeting against".split())
_PEOPLE = frozenset(
    "firms companies businesses investors investment visitors tourists students nationals workers exporters income "
    "banks citizens residents earnings property".split()
)
_DEFINITE = frozenset("the this these such its their that".split())


class Thread:
    """Remember short forms and the last measure of a document."""

    def __init__(self) -> None:
        self.short: dict[str, str] = {}  # "IES" → credit
        self.topic: str | None = None
        self.charges: frozenset[str] = frozenset()  # by which words a charge on foreign goods was named

    def open(self, title: str) -> None:
        """Take the topic from a title, where it names one."""
        words = cut(title.lower())[0]
        hits = [self._at_border(hit, words) if hit.instrument in _PAID else hit for hit in find(words)[0]]
        named = [hit for hit in hits if hit.instrument and not hit.weak]
        self.topic = next((hit.instrument for hit in named if kinds()[hit.instrument]), None)

    def resolve(self, hits: list[Hit], words: list[str], sentence: str) -> list[Hit]:
        """Add the short forms that a sentence uses, and say what refers back; learn those that it introduces."""
        if self.short:
            hits = self._shortened(hits, sentence)
        if "(" in sentence:
            self._learn(hits, words, sentence)
        hits = [_inquiry(hit, words) for hit in hits]
        hits = [self._at_border(hit, words) if hit.instrument in _PAID else hit for hit in hits]
        topic = self.topic or ""
        return [hit if hit.instrument else replace(hit, instrument=topic) for hit in hits if self._means(hit, words)]

    def meant(self, hit: Hit) -> Hit:
        """Take "measures" of no other kind for those that the document is about."""
        plain = hit.weak and hit.instrument == "general_reform" and hit.j - hit.i == 1
        return replace(hit, instrument=self.topic) if self.topic and plain else hit

    def _at_border(self, hit: Hit, words: list[str]) -> Hit:
        """Tell a charge on foreign goods ("fees on Orlish ships"), also where it is only called "the fees" later on."""
        named = words[hit.i : hit.j]
        if _CHARGES.isdisjoint(named):
            return hit
        levied = words[hit.j : hit.j + 5]
        abroad = levied[:1] and levied[0] in _LEVIED and not _abroad().isdisjoint(levied[1:3])
        if abroad and _PEOPLE.isdisjoint(levied):
            self.charges |= {words[hit.j - 1], words[hit.j - 1].removesuffix("s"), words[hit.j - 1] + "s", "charges"}
        elif self.charges.isdisjoint(named):
            return hit
        return replace(hit, instrument="tariff", weak=False)

    def _shortened(self, hits: list[Hit], sentence: str) -> list[Hit]:
        taken = {k for hit in hits for k in range(hit.i, hit.j)}
        pieces = WORD.findall(sentence)
        more = [
            Hit(k, k + 1, self.short[piece], False)
            for k, piece in enumerate(pieces)
            if piece in self.short and k not in taken
        ]
        return sorted([*hits, *more], key=lambda hit: hit.i) if more else hits

    def _learn(self, hits: list[Hit], words: list[str], sentence: str) -> None:
        """Learn "the Interest Equalisation Scheme (IES)": what the words with its first letter before it name."""
        places = [piece.start() for piece in WORD.finditer(sentence)][: len(words)]
        for found in _SHORT.finditer(sentence):
            name = found[1]
            at = bisect_left(places, found.start())
            starts = [k for k in range(max(0, at - _LONGEST), at) if words[k][0] == name[0].lower()]
            is_name = sum(letter.isupper() for letter in name) > 1 and starts
            if not is_name or not _BODIES.isdisjoint(words[starts[0] : at]):
                continue
            named = [hit for hit in hits if starts[0] <= hit.i < at and hit.instrument]
            named = [hit for hit in named if not hit.weak] or named
            if named:
                self.short[name] = named[-1].instrument

    def _means(self, hit: Hit, words: list[str]) -> bool:
        """Tell what names an instrument from "the scheme" or "an investigation" with nothing to refer back to."""
        if hit.instrument or self.topic is None:
            return bool(hit.instrument)
        known = words[hit.i] in grammar().words["results.again"]
        return known or not _DEFINITE.isdisjoint(words[max(0, hit.i - 2) : hit.i])


def _inquiry(hit: Hit, words: list[str]) -> Hit:
    """Tell an investigation into imports from others: it may end in duties."""
    asks = not hit.instrument and words[hit.i] in grammar().words["results.again"]
    return replace(hit, instrument="tariff", weak=False) if asks and not _TRADED.isdisjoint(words) else hit


@cache
def _abroad() -> frozenset[str]:
    adjectives = (name for names in table("english.toml")["demonym"].values() for name in names)
    return frozenset(("foreign", "imported", *map(str.lower, adjectives)))

"""Where a document speaks of: the place that its title or its first sentences measure, or that its address names."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from hinterland.ledger.lexicon import Place, places, table
from hinterland.ledger.lexing.tokens import Sentence, Token
from hinterland.ledger.lineage import country
from hinterland.ledger.records import Document
from hinterland.ledger.statistics.jointly import jointly
from hinterland.ledger.statistics.setting import TRADE

Read = list[tuple[str, int, int, Sentence]]  # the kind of each sentence, its paragraph, its start, itself

_ROUTES = frozenset("railway railways railroad express train trains rail route line corridor pipeline".split())
_DESCRIBES = frozenset("major main largest biggest leading key top first only".split())
_LISTS = frozenset((",", "and", "the"))
_INWARDS = ("group", "country", "province", "city", "zone", "company")
_MEASURED = ("Euro area", "European Union")  # groups that have statistics of their own
_PARTS = frozenset(("province", "provinces", "city", "cities", "region", "county", "municipality", "island", "port"))
_NO_OWNERS = frozenset("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday".split())
_OURS = frozenset(table("chinese.toml")["words"]["ours"])


def home_of(document: Document, read: Read) -> Place | None:
    """Find the place that a document speaks of: the first one that its title or prose measures."""
    order = sorted(read, key=lambda row: (row[0] == "caption", row[2]))[:8]  # a picture's place is not yet the text's
    partner: Place | None = None
    ours = any(not _OURS.isdisjoint(sentence.said) for _, _, _, sentence in order)  # 我省: not the nation
    for number, (_, _, _, sentence) in enumerate(order):
        named = [token for token in sentence.tokens if "place" in token.tags]
        if number < 2 and (group := _group(sentence)) is not None and not _reported(order[:4]):
            return group
        seen = _reporters(sentence, named, number)
        if ours:
            seen = [place for place in seen if place.kind != "country"]
        if seen and (around := _around(seen)):
            return around
        if all(_is_traded_with(sentence, token) for token in named):
            partner = partner or next((token.tags["place"] for token in named), None)
        if adjective := _adjective(sentence):
            return adjective
        if body := _speaks_for(sentence):
            return body
    return _named_by(document.source) or _unlisted(order[:3]) or partner


def _reporters(sentence: Sentence, named: list[Token], number: int) -> list[Place]:
    """List the places of a sentence that may be what it speaks of: no partner, no group."""
    named = [token for token in named if not _is_described(sentence, token)]
    seen = [token.tags["place"] for token in named if not _is_traded_with(sentence, token)]
    seen = [place for place in seen if place.kind != "group" or (place.name in _MEASURED and number < 3)]
    refers = {token.tags["refer"] for token in sentence.tokens if "refer" in token.tags}
    if "country" in refers:
        seen = [place for place in seen if place.kind != "group"]
    if re.search(r"est in |ranking|Chinese", sentence.text):
        seen = [place for place in seen if place.kind != "country"]
    return seen


def _is_described(sentence: Sentence, token: Token) -> bool:
    """Tell a country that says what else is: "China's major vegetable supplier", "the China-Laos Railway"."""
    if token.tags["place"].kind != "country":
        return False
    after = sentence.words[token.j : token.j + 6]
    if sentence.text[token.end : token.end + 1] == "-" or sentence.text[token.start - 1 : token.start] == "-":
        return not _ROUTES.isdisjoint(after)
    named = any("indicators" in other.tags and 0 <= other.i - token.j < 5 for other in sentence.tokens)
    return after[:1] == ["'s"] and after[1:2] != [] and after[1] in _DESCRIBES and not named


def _around(seen: list[Place]) -> Place:
    """Choose among the places of one sentence: the inner of two nested ones, what holds neighbours, else the first."""
    if (
        len(seen) > 1
        and seen[0].kind == seen[1].kind == "city"
        and seen[0] != seen[1]
        and seen[0].parent == seen[1].parent != ""
    ):
        return places().get(seen[0].parent, seen[0])
    nations = {country(place) for place in seen}
    many = {place.parent if place.kind == "city" else place.code for place in seen}
    if len(many) > 2 and len(nations) == 1 and all(place.kind in ("city", "province") for place in seen):
        return places().get(nations.pop(), seen[0])  # cities of many provinces: the text is about their country
    if _nested(seen[:2]):
        return max(seen[:2], key=lambda place: _INWARDS.index(place.kind))
    return seen[0]


def _adjective(sentence: Sentence) -> Place | None:
    """Read the nation of "Thai authorities said exports rose", not of "a Chinese border province"."""
    if not any("indicators" in token.tags for token in sentence.tokens):
        return None
    seen = {
        token.tags["demonym"]
        for token in sentence.tokens
        if "demonym" in token.tags and _PARTS.isdisjoint(sentence.words[token.j : token.j + 3])
    }
    return places()[seen.pop()] if len(seen) == 1 else None


def _speaks_for(sentence: Sentence) -> Place | None:
    """Read the nation of "the Korea Customs Service said the country's shipments": its office speaks for it."""
    if all(token.tags.get("refer") != "country" for token in sentence.tokens):
        return None
    seen = {token.tags["office"] for token in sentence.tokens if "office" in token.tags}
    return seen.pop() if len(seen) == 1 else None


def _is_traded_with(sentence: Sentence, token: Token) -> bool:
    """Tell the partner in "Exports to Japan rose": a country or a group that goods go to or come from."""
    if token.tags["place"].kind not in ("country", "group"):
        return False
    trade = [other for other in sentence.tokens if other.tags.get("indicators") in TRADE and other.j <= token.i]
    token = _head_of_list(sentence, token)
    before = [word for word in sentence.words[max(0, token.i - 3) : token.i] if word != "the"][-1:]
    if not trade or before not in (["with"], ["to"], ["from"]):
        return False
    return before != ["from"] or trade[-1].tags["indicators"] == "imports"


def _head_of_list(sentence: Sentence, token: Token) -> Token:
    """Give the first of the places that a place is listed with: Central Asia in "to Central Asia and Russia"."""
    for other in reversed([other for other in sentence.tokens if "place" in other.tags and other.j <= token.i]):
        if not _LISTS.issuperset(sentence.words[other.j : token.i]):
            break
        token = other
    return token


@cache
def _named(name: str) -> Place | None:
    return next((place for place in places().values() if place.name == name), None)


@cache
def _host_names() -> list[tuple[str, Place]]:
    """List the regions whose name is long enough to be told in an address."""
    long = [place for place in places().values() if place.kind in ("province", "city") and len(place.name) > 5]
    return [(place.name.lower(), place) for place in long]


def _named_by(address: str) -> Place | None:
    """Find a region's name in the address of its own site, where the text names none."""
    host = re.match(r"https?://([^/:]+)", address)
    if host is None:
        return None
    for name, ends in table("hosts.toml")["hosts"].items():
        if any(host[1] == end or host[1].endswith(f".{end}") for end in ends):
            return _named(name)
    names = [place for name, place in _host_names() if name in host[1].lower()]
    return max(names, key=lambda place: len(place.name), default=None)


def _unlisted(read: Read) -> Place | None:
    """Find a place that no gazetteer lists where a text opens on its trade: "Tarnland's exports to Germany rose"."""
    for _, _, _, sentence in read:
        taken = {i for token in sentence.tokens for i in range(token.i, token.j)}
        for token in sentence.tokens:
            if token.tags.get("indicators") in TRADE and (name := _owner(sentence, token.i - 1, taken)):
                return Place("", name, "country", "")
    return None


def _owner(sentence: Sentence, at: int, taken: set[int]) -> str:
    """Give the name in capitals whose "'s" stands at a word, past no word that means something else."""
    words, text, starts = sentence.words, sentence.text, sentence.starts
    if at < 1 or words[at] != "'s" or words[at - 1] in _NO_OWNERS:
        return ""
    first = at
    while first and first - 1 not in taken and text[starts[first - 1]].isupper() and words[first - 1] != "the":
        first -= 1
    return text[starts[first] : sentence.ends[at - 1]] if first < at else ""


def _reported(read: Read) -> bool:
    """Tell a group that someone trades with: the text opens on the trade of a province or a city with it."""
    for _, _, _, sentence in read:
        seen = {token.tags["place"].kind for token in sentence.tokens if "place" in token.tags}
        if any(token.tags.get("indicators") in TRADE for token in sentence.tokens) and {"province", "city"} & seen:
            return True
    return False


def _group(sentence: Sentence) -> Place | None:
    """Find a group of countries that a headline measures: "ASEAN foreign direct investment"."""
    for token, after in pairwise(sentence.tokens):
        place = token.tags.get("place")
        if place and place.kind == "group" and token.j == after.i and "indicators" in after.tags and not token.i:
            return place if place.name != "World" else None
    return None


def _nested(pair: list[Place]) -> bool:
    """Tell "Zibo city, Shandong province" and "China's Hunan" from two places side by side."""
    return (
        len(pair) == 2
        and (pair[1].parent == pair[0].code or pair[0].parent == pair[1].code)
        and bool(pair[0].code or pair[1].code)
    )


def with_neighbours(home: Place | None, read: Read) -> Place | None:
    """Widen the place of a text whose first measured sentence speaks of it and a neighbour as one."""
    for kind, _, _, sentence in sorted(read, key=lambda row: row[2]) if home else ():
        if kind not in ("title", "caption") and any("indicators" in token.tags for token in sentence.tokens):
            both = jointly(sentence, sentence.tokens)
            return both if home and both and home.name in both.name else home
    return home

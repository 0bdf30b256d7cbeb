"""Names that a text gives to places itself: abbreviations, "the zone", and which of two namesakes it means."""

from __future__ import annotations

import re

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.tokens import Sentence, Token

_BRACKETED = re.compile(r" \(((?:[A-Z][a-z]+ )?[A-Z]{2,6})\)")
_AGAIN = ("zone", "area", "district", "park", "group")  # by which a text takes a zone up: "the area's exports"
_KEPT = ("province", "city", "zone", "company")


def name_places(text: str, read: list[Sentence]) -> None:
    """Mark the short names that a text gives to places, and set right those that have a namesake."""
    if " (" in text and _BRACKETED.search(text):
        _shorten(read)
    if any(form in text for form in (" Zone", " Area", " District", " Park", " Port Group")):
        _take_up(read)
    for row in table("namesakes.toml")["namesakes"]:
        if row["name"] in text and any(word in text for word in row["beside"]):
            _rename(read, row["code"], Place(row["means"], row["name"], "province", row["parent"]))


def _shorten(read: list[Sentence]) -> None:
    """Read "Tamil Nadu (TN)" once, and TN as that place from there on; "Jinan New Area (Jinan NA)" likewise."""
    short: dict[tuple[str, ...], Place] = {}
    for sentence in read:
        for token in sentence.tokens:
            if "place" in token.tags and (hit := _BRACKETED.match(sentence.text, token.end)):
                short.setdefault(tuple(hit[1].split()), token.tags["place"])
    short = {name: place for name, place in short.items() if place.kind in _KEPT}
    for sentence in read if short else ():
        taken = {i for token in sentence.tokens for i in range(token.i, token.j) if token.quantity or token.when}
        printed = [sentence.text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True)]
        for i in range(len(printed)):
            for name, place in short.items():
                j = i + len(name)
                if tuple(printed[i:j]) == name and taken.isdisjoint(range(i, j)) and not _in_brackets(sentence, i):
                    _mark(sentence, i, j, place)


def _in_brackets(sentence: Sentence, i: int) -> bool:
    return sentence.text[sentence.starts[i] - 1 : sentence.starts[i]] == "("


def _take_up(read: list[Sentence]) -> None:
    """Read "the zone" and "Jinan zone" as the zone that the text named: the last one, and the one of Jinan."""
    zones = [token.tags["place"] for sentence in read for token in sentence.tokens if _is_zone(token)]
    last: Place | None = None
    for sentence in read if zones else ():
        named = {token.j: token for token in sentence.tokens if "place" in token.tags}
        for i, word in enumerate(sentence.words):
            if i in named and _is_zone(named[i]):
                last = named[i].tags["place"]
            if word not in _AGAIN or not i:
                continue
            if i in named and (own := _of(named[i], zones, word)):
                _mark(sentence, named[i].i, i + 1, own)
            elif last and sentence.words[i - 1] == "the" and _ends(last, word) and _stands_alone(sentence, i):
                _mark(sentence, i - 1, i + 1, last)


def _is_zone(token: Token) -> bool:
    return "place" in token.tags and token.tags["place"].kind in ("zone", "company")


def _of(token: Token, zones: list[Place], word: str) -> Place | None:
    """Find the zone that bears a place's name and ends in the same word."""
    name = token.tags["place"].name
    return next((zone for zone in zones if zone.name.startswith(name) and _ends(zone, word)), None)


def _ends(zone: Place, word: str) -> bool:
    return zone.name.removesuffix(" (company)").lower().endswith(word) or (word == "zone" and zone.name.endswith("FTZ"))


def _stands_alone(sentence: Sentence, i: int) -> bool:
    """Tell "the area's exports" and "firms in the area" from "the area planted" and "the area of"."""
    after = sentence.words[i + 1 : i + 2]
    before = sentence.words[i - 2] if i > 1 else ""
    return after == ["'s"] or i == 1 or (before in ("in", "of", "from", "by") and after[:1] != ["of"])


def _mark(sentence: Sentence, i: int, j: int, place: Place) -> None:
    """Put a place in the stead of what was read in words i … j."""
    sentence.tokens = [token for token in sentence.tokens if token.j <= i or token.i >= j]
    start, end = sentence.starts[i], sentence.ends[j - 1]
    sentence.tokens.append(Token(i, j, start, end, {"place": place, "label": True}))
    sentence.tokens.sort(key=lambda token: token.start)


def _rename(read: list[Sentence], code: str, meant: Place) -> None:
    for sentence in read:
        for token in sentence.tokens:
            place = token.tags.get("place")
            if place is not None and place.code == code and place.kind == "country":
                token.tags = {**token.tags, "place": meant}

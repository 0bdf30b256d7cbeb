"""Names that a text gives to places itself: abbreviations in brackets, and which of two namesakes it means."""

from __future__ import annotations

import re

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.tokens import Sentence, Token

_BRACKETED = re.compile(r" \(([A-Z]{2,5})\)")


def name_places(text: str, read: list[Sentence]) -> None:
    """Mark the short names that a text gives to places, and set right those that have a namesake."""
    if " (" in text and _BRACKETED.search(text):
        _shorten(read)
    for row in table("namesakes.toml")["namesakes"]:
        if row["name"] in text and any(word in text for word in row["beside"]):
            _rename(read, row["code"], Place(row["means"], row["name"], "province", row["parent"]))


def _shorten(read: list[Sentence]) -> None:
    """Read "Tamil Nadu (TN)" once, and TN as that place from there on."""
    short: dict[str, Place] = {}
    for sentence in read:
        for token in sentence.tokens:
            if "place" in token.tags and (hit := _BRACKETED.match(sentence.text, token.end)):
                short.setdefault(hit[1], token.tags["place"])
    short = {name: place for name, place in short.items() if place.kind in ("province", "city")}
    for sentence in read if short else ():
        taken = {i for token in sentence.tokens for i in range(token.i, token.j) if token.quantity or token.when}
        for i, (start, end) in enumerate(zip(sentence.starts, sentence.ends, strict=True)):
            place = short.get(sentence.text[start:end])
            if place is not None and i not in taken and sentence.text[start - 1 : start] != "(":
                sentence.tokens = [token for token in sentence.tokens if not token.i <= i < token.j]
                sentence.tokens.append(Token(i, i + 1, start, end, {"place": place, "label": True}))
                sentence.tokens.sort(key=lambda token: token.start)


def _rename(read: list[Sentence], code: str, meant: Place) -> None:
    for sentence in read:
        for token in sentence.tokens:
            place = token.tags.get("place")
            if place is not None and place.code == code and place.kind == "country":
                token.tags = {**token.tags, "place": meant}

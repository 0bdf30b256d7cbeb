"""A port that a text is about: "the Horgos port", which the gazetteer does not list, is a place of its own."""

from __future__ import annotations

import re

from hinterland.ledger.lexicon import Place, place_names
from hinterland.ledger.lexing.tokens import Sentence, Token

_PORT = re.compile(r"\b((?:[A-Z][a-z]+[- ]){1,2})[Pp]ort\b(?! (?:Group|Authority|City|Compan|Co\b|Area|of\b))")
_GENERAL = frozenset(
    "The At Our Its This A An Free Trade Sea Dry Land Railway International Chinese Container Inland River Coal Busy"
    " Far East West North South Fishing Ferry Cruise National Major Main New Old".split()
)


def harbour(read: list[Sentence], home: Place | None) -> Place | None:
    """Give the port that a text opens on and names again, and mark where it stands; else the text's home."""
    if not any("port" in sentence.said for sentence in read):
        return home
    opened = [name for sentence in read[:2] for name in _names(sentence.text)]
    name = f"{opened[0]} Port" if opened else ""
    if not opened or sum(sentence.text.lower().count(name.lower()) for sentence in read) < 2:
        return home
    port = Place("", name, "zone", (home.code or home.parent) if home else "")
    for sentence in read:
        if "port" in sentence.said:
            _mark(sentence, port)
    return port


def _names(text: str) -> list[str]:
    """List the names of ports that the gazetteer has no place for."""
    found = []
    for hit in _PORT.finditer(text):
        name = re.sub(r"^The ", "", hit[1]).strip(" -")
        if name and name not in place_names() and _GENERAL.isdisjoint(re.split("[- ]", name)):
            found.append(name)
    return found


def _mark(sentence: Sentence, port: Place) -> None:
    """Mark "the port" and the port's name as that place."""
    words = [word.lower() for word in re.findall(r"\w+", port.name)]
    for i in (k for k, word in enumerate(sentence.words) if word == "port"):
        first = i - len(words) + 1
        if sentence.words[max(0, first) : i + 1] != words:
            first = i - 1
            if not i or sentence.words[first] != "the":
                continue
        sentence.tokens = [token for token in sentence.tokens if not first <= token.i <= i]
        start, end = sentence.starts[first], sentence.ends[i]
        sentence.tokens.append(Token(first, i + 1, start, end, {"place": port, "label": True}))
        sentence.tokens.sort(key=lambda token: token.start)

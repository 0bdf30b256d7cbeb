"""What stands around a place in a sentence: a preposition, a list, what only locates, and all the world."""

from __future__ import annotations

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.tokens import Sentence, Token

_BESIDE = ("outside", "beyond", "opposite", "bordering", "facing")
_SEATED = [[office, "in"] for office in ("office", "bureau", "ministry", "agency", "authority", "headquarters")]
_PASS = frozenset(table("english.toml")["words"]["list"])


def only_locates(sentence: Sentence, token: Token, end: int) -> bool:
    """Tell a place that says where something lies from one that is measured; `end` is where the last one ended."""
    if token.i and sentence.words[token.i - 1] in _BESIDE:
        return True
    if "place" not in token.tags:
        return False
    if sentence.words[max(0, token.i - 2) : token.i] in _SEATED:
        return True  # "the State Statistical Office in Kiel": where the office sits
    return end > 0 and sentence.text[sentence.ends[end - 1] : token.start] == "-"  # "the Wuhan-Osaka line"


def all_others(sentence: Sentence, token: Token) -> bool:
    """Tell "exports to the rest of the world", which are all exports where no other partner is told apart."""
    if token.tags["place"].code not in ("WORLD", "ROW"):
        return False
    return not any(other is not token and _is_told_apart(other) for other in sentence.tokens)


def _is_told_apart(token: Token) -> bool:
    return "place" in token.tags and token.tags["place"].kind == "group" and token.tags["place"].name != "Euro area"


def continues(sentence: Sentence, at: int, i: int) -> bool:
    """Tell whether a place goes on the list that the place before it began."""
    return 0 <= at <= i and all(word in _PASS or word in "()" or word == "-" for word in sentence.words[at:i])


def preposition(sentence: Sentence, i: int) -> str:
    k = i - 1
    while k >= 0 and (sentence.words[k] in _PASS or sentence.words[k] in ("'s",)):
        if sentence.words[k] == "of":
            return "of"
        k -= 1
    return sentence.words[k] if k >= 0 else ""

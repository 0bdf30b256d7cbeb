"""Places that are measured together: "Exports of A and B rose", "A, B and C accounted for 90 percent"."""

from __future__ import annotations

from hinterland.ledger.lexicon import Place
from hinterland.ledger.lexing.tokens import Sentence, Token

_PARTED = frozenset(("both", "each", "respectively", "separately", "either", "between"))
_HEADS = frozenset(("of", "in", "across", "for", "from"))
_WITHIN = frozenset(("province", "city", "provinces", "cities", "the", "states", "state"))


def jointly(sentence: Sentence, tokens: list[Token]) -> Place | None:
    """Name the neighbours that stand side by side as one subject, as one place; None where each has its own figure."""
    run = _run(sentence, [token for token in tokens if "place" in token.tags])
    places = [token.tags["place"] for token in run]
    if len(set(places)) < 2 or len({(place.kind, place.parent) for place in places}) > 1:
        return None
    first = places[0]
    if first.kind not in ("province", "city") or not first.parent or not _PARTED.isdisjoint(sentence.said):
        return None
    if not _is_subject(sentence, run):
        return None
    names = [place.name for place in places]
    return Place("", f"{', '.join(names[:-1])} and {names[-1]}", first.kind, first.parent)


def _run(sentence: Sentence, places: list[Token]) -> list[Token]:
    """Take the first places that only commas and a last "and" part."""
    run = places[:1]
    for token in places[1:]:
        between = [word for word in sentence.words[run[-1].j : token.i] if word not in _WITHIN]
        if between not in ([","], ["and"], [",", "and"], ["&"]):
            break
        run.append(token)
        if "and" in between:
            return run
    return places[:1]


def _is_subject(sentence: Sentence, run: list[Token]) -> bool:
    """Tell "exports of A and B", "A and B exported" and "A and B's trade" from places passed in a list."""
    first, last = run[0], run[-1]
    at = first.i - 1
    while at > 0 and sentence.words[at] in _WITHIN:
        at -= 1
    head = next((token for token in sentence.tokens if token.j == at), None)
    if at >= 0 and sentence.words[at] in _HEADS:
        return head is not None and "indicators" in head.tags
    after = next((token for token in sentence.tokens if last.j <= token.i <= last.j + 2), None)
    inserted = sentence.text[first.start - 1 : first.start] == "-"  # "the two largest - A and B - represent"
    opens = first.i == 0 or inserted or sentence.words[first.i - 1] in (",", ":", "while")
    return opens and after is not None and bool({"say", "share", "indicators", "grow"} & set(after.tags))

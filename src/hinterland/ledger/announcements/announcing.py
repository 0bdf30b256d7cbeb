"""The grammar's word lists: verbs of policy in all their forms, and the words that license, bound or empty them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from hinterland.ledger.lexicon import table

RECEIVES = (
    "receive",
    "enjoy",
    "obtain",
    "apply",
    "get",
    "qualify",
    "face",
)  # a measure told from the side of those it is for: "firms can receive …"
_DOUBLED = frozenset("b d g l m n p r t".split())  # cut, plan, scrap: the last letter is written twice
_SINGLE = frozenset("open cover offer lower enter alter limit widen order pilot model".split())


@dataclass(frozen=True)
class Grammar:
    """Hold the tables of `announcing.toml` in the form that the walk needs."""

    verbs: dict[str, dict[str, str]]  # word → form → lemma
    words: dict[str, frozenset[str]]  # name of a list → its words


@cache
def grammar() -> Grammar:
    """Load the verbs with their forms, and the lists of words."""
    data = table("announcing.toml")
    rows = data["verbs"]
    verbs: dict[str, dict[str, str]] = {}
    for lemma in (*rows["act"], *rows["change"], *rows["suggest"], *rows["lists"], *RECEIVES, "manifest"):
        for word, form in _inflected(lemma, rows["irregular"]):
            verbs.setdefault(word, {}).setdefault(form, lemma)
    words = {f"{section}.{name}": found for section, name, found in _lists(data)}
    return Grammar(verbs, words)


def forms(verb: str) -> list[str]:
    """Inflect a verb by rule: support, supports, supporting, supported."""
    stem = verb[:-1] if verb.endswith("e") else verb
    twice = len(verb) <= 5 and verb[-1] in _DOUBLED and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    if twice and verb not in _SINGLE:
        stem = verb + verb[-1]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"]
    s = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) or verb == "go" else "s"
    return [verb, verb + s, stem + "ing", stem + "ed"]


def _inflected(lemma: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Give the forms of a verb with their names."""
    made = [(word, "ing" if word.endswith("ing") and word != lemma else "ed" if word.endswith("ed") and word != lemma
             else "base" if word == lemma else "s") for word in forms(lemma)]  # fmt: skip
    if lemma in irregular:
        made = [(word, form) for word, form in made if form != "ed"] + [(word, "ed") for word in irregular[lemma]]
    return made


def _lists(data: dict[str, Any]) -> list[tuple[str, str, frozenset[str]]]:
    return [
        (section, name, frozenset(words))
        for section, rows in data.items()
        for name, words in rows.items()
        if isinstance(words, list)
    ]

"""The instruments of policy: names, the scenario measure that each enters as, and the phrases that announce them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from typing import Any

from hinterland.ledger.lexicon import split, table

_LINKS = re.compile(r"(?<=\w)( (?:of|for|on|in|to|with|from)) (?!the )(?=\w)")
_UNCOUNTED = frozenset("of with for to in on by from between abroad into".split())


@cache
def kinds() -> dict[str, str | None]:
    """Map each instrument to the kind of scenario measure it enters as, or None where nothing can be computed."""
    return {name: row["kind"] or None for name, row in _data()["instruments"].items()}


@dataclass(frozen=True, slots=True)
class Object:
    """Say what a phrase names: an instrument, "" for the one named before, or nothing; a weak one yields to others."""

    instrument: str | None
    weak: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Hold the phrases by their words, and the lengths, longest first, of those that begin with a word."""

    phrases: Mapping[tuple[str, ...], Object]
    lengths: Mapping[str, tuple[int, ...]]


@cache
def vocabulary() -> Vocabulary:
    """Load the phrases of objects; of one listed twice, what is neutral goes first, what is weak last."""
    rows: list[tuple[str, Object]] = [(phrase, Object(None)) for phrase in _data()["neutral"]["phrases"]]
    rows += [(phrase, Object("", weak=True)) for phrase in _data()["again"]["phrases"]]
    for key in ("objects", "families", "terms", "weak", "heads"):
        for name, row in _data()["instruments"].items():
            found = chain.from_iterable(map(_family, row.get(key, ())))
            rows += [(phrase, Object(name, key in ("weak", "heads"))) for phrase in found]
    phrases: dict[tuple[str, ...], Object] = {}
    for phrase, meaning in rows:
        for form in _forms(phrase):
            phrases.setdefault(tuple(_words(form)), meaning)
    lengths: dict[str, set[int]] = {}
    for words in phrases:
        lengths.setdefault(words[0], set()).add(len(words))
    return Vocabulary(phrases, {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()})


def _words(phrase: str) -> list[str]:
    """Cut a phrase; most are words and single spaces, which takes no pattern."""
    words = phrase.split(" ")
    return words if all(map(str.isalpha, words)) and phrase.islower() else split(phrase)


def _family(phrase: str) -> list[str]:
    """Spell out the choices of a phrase: "import/export duty" is two; "trade-defence" stands for two words."""
    if "/" not in phrase:
        return [phrase]
    choices = [word.replace("-", " ").split("/") for word in phrase.split(" ")]
    return [" ".join(words) for words in product(*choices)]


def _numbers(phrase: str) -> list[str]:
    """Give a phrase as it stands, and with its last word in the plural where it has one."""
    if phrase.endswith("ss"):
        return [phrase, phrase + "es"]
    if phrase.rsplit(" ", 1)[-1] in _UNCOUNTED or phrase.endswith(("s", "ing", "tax", "+")):
        return [phrase]
    return [phrase, phrase[:-1] + "ies" if phrase.endswith("y") and phrase[-2] not in "aeiou" else phrase + "s"]


def _forms(phrase: str) -> list[str]:
    """Give the numbers of a phrase, and each with an article after its preposition: "ban on the imports"."""
    forms = _numbers(phrase)
    return forms + [_LINKS.sub(r"\1 the ", form, count=1) for form in forms] if _LINKS.search(phrase) else forms


def _data() -> dict[str, Any]:
    return table("instruments.toml")

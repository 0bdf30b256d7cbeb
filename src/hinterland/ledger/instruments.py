"""The instruments of policy: names, the scenario measure that each enters as, and the phrases that announce them."""

from __future__ import annotations

from functools import cache
from typing import Any

from hinterland.ledger.lexicon import Lexicon, table


@cache
def kinds() -> dict[str, str | None]:
    """Map each instrument to the kind of scenario measure it enters as, or None where nothing can be computed."""
    return {name: row["kind"] or None for name, row in _data()["instruments"].items()}


def accepted(label: str) -> tuple[str, ...]:
    """List the instruments that a label of another hand can stand for."""
    return tuple(_data()["labels"].get(label, (label,)))


@cache
def vocabulary() -> Lexicon:
    """Load objects, verbs and words of status as one lexicon."""
    book = Lexicon()
    for name, row in _data()["instruments"].items():
        for phrase in row["objects"]:
            book.add(phrase, "instrument", name)
    for verb in _data()["verbs"]["act"]:
        for form in forms(verb):
            book.add(form, "verb", form)
    for status, phrases in _data()["status"].items():
        for phrase in phrases:
            book.add(phrase, "status", status)
    return book


def forms(verb: str) -> list[str]:
    """Inflect the first word of a verb phrase: support, supports, supported, supporting."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = first[:-1] if first.endswith("e") else first
    made = [first, first + "s", stem + "ing", stem + "ed"]
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        made += [first[:-1] + "ies", first[:-1] + "ied"]
    if len(first) <= 4 and first[-1] in "tpnbg":
        made += [first + first[-1] + "ing", first + first[-1] + "ed"]
    irregular = {
        "build": ["built"],
        "hold": ["held"],
        "make": ["made"],
        "find": ["found"],
        "bring": ["brought"],
        "speed": ["sped"],
    }
    return [form + tail for form in dict.fromkeys(made + irregular.get(first, []))]


def _data() -> dict[str, Any]:
    return table("instruments.toml")

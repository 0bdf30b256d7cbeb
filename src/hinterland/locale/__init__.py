"""Every word that is shown, in each language; `words(lang)` is the one door to them.

Words that stand nowhere else lie in `en/` and `zh/`, a file a room, with the same keys. What the code itself says in
English (help of commands, sentences of the solver, faults) stays beside what it is about; `from_english/zh/` holds its
translation, keyed by the English sentence, so that a sentence that changes is seen to want a new translation.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion

LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Words:
    """Hold the words of one language by dotted key."""

    lang: str
    catalogue: Mapping[str, str]
    sentences: Mapping[str, str] = field(default_factory=dict)  # English sentence → this language

    def __call__(self, key: str, **parts: object) -> str:
        """Give the words of a key with its parts put in; `KeyError` when the catalogue lacks the key."""
        return self.catalogue[key].format(**parts)

    def counted(self, key: str, count: int, **parts: object) -> str:
        """Give the words of a key for a number of things; one thing has words of its own, under `key_1`."""
        return self(f"{key}_1" if count == 1 else key, count=count, **parts)

    def named(self, room: str, code: str) -> str:
        """Give what `room.code` is called, or the code itself where it is a name that a user gave."""
        return self.catalogue.get(f"{room}.{code}", code)

    def money_unit(self, currency: str) -> str:
        """Name a currency with its scale: "million USD"."""
        scale, _, unit = currency.partition(" ")
        key = f"scale.{scale}"
        known = key in self.catalogue
        return self(key, currency=self.named("currency", unit)) if known else self.named("currency", currency)

    def joined(self, *sentences: str) -> str:
        """Put sentences behind each other; those that say nothing fall out."""
        return self("number.space").join(sentence for sentence in sentences if sentence)

    def of(self, english: str) -> str:
        """Say in this language what the code says in English; money with its scale, and else the English itself.

        Several known sentences behind each other are said one by one. A translation may have parts in braces: they
        match anything, and are translated in their turn.
        """
        if english in self.sentences or not self.sentences:
            return self.sentences.get(english, english)
        parts = [f"{part.removesuffix('.')}." for part in english.split(". ")]
        if all(part in self.sentences for part in parts):
            return self.joined(*(self.sentences[part] for part in parts))
        for pattern, sentence in _patterns(self.lang):
            if found := pattern.fullmatch(english):
                return sentence.format(**{name: self.of(part) for name, part in found.groupdict().items()})
        return self.money_unit(english)


def words(lang: str = "en", where: str = "report") -> Words:
    """Open the catalogue of a language; raise `InputError`, which names `where`, when there is none."""
    if lang not in LANGUAGES:
        raise InputError([_language_is_unknown(lang, where)])
    return Words(lang, _catalogue(lang), translations(lang))


@cache
def translations(lang: str) -> dict[str, str]:
    """Give what the code says in English, sentence by sentence, with its translation; nothing for English."""
    folder = _here().joinpath("from_english", lang)
    return {key: text for tree in _trees(folder) for room in tree.values() for key, text in room.items()}


def _language_is_unknown(lang: str, where: str) -> Problem:
    found = f"no language {lang!r}{suggestion(lang, LANGUAGES)}"
    return Problem(found, where, f"one of {', '.join(LANGUAGES)}", "name one of these", "language_is_unknown")


@cache
def _catalogue(lang: str) -> dict[str, str]:
    return {key: text for tree in _trees(_here().joinpath(lang)) for key, text in _flat(tree)}


@cache
def _patterns(lang: str) -> list[tuple[re.Pattern[str], str]]:
    """Turn every translation with parts into a pattern that finds them, the most particular first."""
    open_ended = {english: text for english, text in translations(lang).items() if _PART.search(english)}
    return [(_pattern(english), open_ended[english]) for english in sorted(open_ended, key=_fixed, reverse=True)]


_PART = re.compile(r"\{(\w+)\}")


def _pattern(english: str) -> re.Pattern[str]:
    fixed = [re.escape(piece) if at % 2 == 0 else f"(?P<{piece}>.+?)" for at, piece in enumerate(_PART.split(english))]
    return re.compile("".join(fixed), re.DOTALL)


def _fixed(english: str) -> int:
    """Count the letters that do not vary."""
    return len(_PART.sub("", english))


def _here() -> Traversable:
    return resources.files("hinterland.locale")


def _trees(folder: Traversable) -> Iterator[dict[str, Any]]:
    """Read the rooms of a folder, in the order of their names."""
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    for file in files:
        if file.name.endswith(".toml"):
            yield tomllib.loads(file.read_text(encoding="utf-8"))


def _flat(tree: Mapping[str, Any], head: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{head}{key}.")
        else:
            yield f"{head}{key}", str(value)

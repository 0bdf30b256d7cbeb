"""Every word that a figure or a report shows, in each language: one TOML catalogue a language, the same keys in all."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion

LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Words:
    """Hold the words of one language by dotted key."""

    lang: str
    catalogue: Mapping[str, str]

    def __call__(self, key: str, **parts: object) -> str:
        """Give the words of a key with its parts put in; `KeyError` when the catalogue lacks the key."""
        return self.catalogue[key].format(**parts)

    def named(self, room: str, code: str) -> str:
        """Give what `room.code` is called, or the code itself where it is a name that a user gave."""
        return self.catalogue.get(f"{room}.{code}", code)


def words(lang: str = "en") -> Words:
    """Open the catalogue of a language; raise `InputError` when there is none."""
    if lang not in LANGUAGES:
        raise InputError([_language_is_unknown(lang)])
    return Words(lang, _catalogue(lang))


def _language_is_unknown(lang: str) -> Problem:
    found = f"no language {lang!r}{suggestion(lang, LANGUAGES)}"
    return Problem(found, "report", f"one of {', '.join(LANGUAGES)}", "name one of these", "language_is_unknown")


@cache
def _catalogue(lang: str) -> dict[str, str]:
    text = resources.files("hinterland.locale").joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text)))


def _flat(tree: Mapping[str, Any], head: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{head}{key}.")
        else:
            yield f"{head}{key}", str(value)

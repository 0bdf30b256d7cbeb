"""Codes and names of regions and sectors, and the nearest valid one to what was typed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Label:
    """Name a region or a sector: the code used in tables, and its English and Chinese names."""

    code: str
    en: str = ""
    zh: str = ""

    def name(self, lang: str = "en") -> str:
        """Give the name in a language, or the code where there is none."""
        return getattr(self, lang, "") or self.en or self.code


@dataclass(frozen=True)
class Axis:
    """Hold the labels of one axis of an array, in order, and find positions by code."""

    name: str  # singular, as messages say it: "region", "sector"
    labels: tuple[Label, ...]

    @classmethod
    def of(cls, name: str, codes: Iterable[str]) -> Axis:
        """Make an axis from bare codes."""
        return cls(name, tuple(Label(str(code)) for code in codes))

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """List the codes in order."""
        return tuple(label.code for label in self.labels)

    def __len__(self) -> int:
        return len(self.labels)

    def index(self, code: str) -> int:
        """Give the position of a code; `KeyError` names the nearest one when it is unknown."""
        try:
            return self.codes.index(code)
        except ValueError:
            raise KeyError(f"unknown {self.name} {code!r}{suggestion(code, self.codes)}") from None


def folded(name: str) -> str:
    """Reduce a name to its letters and figures in lower case: BELT_AND_ROAD and "Belt and Road" become one."""
    return re.sub(r"[\W_]", "", name).lower()


def nearest(word: str, valid: Sequence[str]) -> str | None:
    """Find the valid word closest to `word`, ignoring case, or None when nothing is close."""
    by_lower = {item.lower(): item for item in valid}
    close = difflib.get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def suggestion(word: str, valid: Sequence[str]) -> str:
    """Phrase the nearest valid word for the end of a message: ` (did you mean 'USA'?)`, or nothing."""
    close = nearest(word, valid)
    return f" (did you mean {close!r}?)" if close else ""

"""What is taken from a source before it is a document: its text, and what its format says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hinterland.errors import Problem


@dataclass(frozen=True)
class Intake:
    """Hold the text of a source with what its format tells, and what could not be read of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    captions: frozenset[str] = frozenset()  # paragraphs of `text` that stand under a picture or a table
    laid_out: bool = False  # its lines end where the page does, not where a paragraph does
    remarks: tuple[Problem, ...] = ()

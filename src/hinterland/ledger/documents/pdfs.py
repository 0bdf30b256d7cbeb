"""PDFs: their text page by page, with the words that a line's end parted put together."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

import lazy_loader

from hinterland.errors import InputError, Problem
from hinterland.ledger.documents.intake import Intake

pypdf = lazy_loader.load("pypdf")  # slow to import, and only PDFs need it

LARGEST_TEXT = 16 * 2**20  # characters: some eight thousand pages; a small file can unfold to any size
_PARTED = re.compile(r"([^\W\d_]{2,30})-\n([a-z]{2,30})(?![a-z])(-?)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENERS = frozenset(  # words that a hyphen ties to the next one more often than a line's end parts them
    "year month quarter cross high low long short well self non two three four five six half full first second third"
    " large small medium export import labour labor capital energy state foreign high-end duty tax policy trade".split()
)
_NO_TITLE = re.compile(r"\S+\.\w{2,4}$|microsoft|untitled|^\W*$|\d{6}|\A\S+\Z", re.I)  # what programs put there

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its remarks are for programmers, not for stderr


def pdf(raw: bytes, name: str) -> Intake:
    """Take the text of a PDF with pypdf, page by page; its own title stands for one that the first lines lack.

    The day in its metadata is that of the file, not of the text, and is not taken.
    Raises `InputError` when it cannot be read, or holds no text.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        pages, unread = _pages(reader)
        title = _title(reader)
    except Exception as error:
        raise InputError([pdf_is_unreadable(error, name)]) from error
    text = joined("\n".join(pages))
    if not text.strip():
        raise InputError([pdf_has_no_text(name)])
    return Intake(text, title, laid_out=True, remarks=tuple(pages_are_not_read(unread, len(pages), name)))


def joined(text: str) -> str:
    """Put words together that a hyphen parts at a line's end: "tril-" and "lion"; "year-on-year" keeps its hyphens."""
    if "-\n" not in text:
        return text
    words = set(_WORD.findall(text.lower()))

    def whole(hit: re.Match[str]) -> str:
        first, second = hit[1].lower(), hit[2]
        tied = hit[3] or f"{first}-{second}" in words or (first in _OPENERS and f"{first}{second}" not in words)
        return f"{hit[1]}{'-' if tied else ''}{second}{hit[3]}"

    return _PARTED.sub(whole, text)


def pdf_is_unreadable(error: Exception, name: str) -> Problem:
    """Report a PDF that pypdf cannot follow."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    remedy = "save it again, or convert it to text"
    return Problem(f"a PDF that cannot be read ({reason})", name, "a PDF with text", remedy, "pdf_is_unreadable")


def pdf_has_no_text(name: str) -> Problem:
    """Report a PDF of pictures."""
    remedy = "run text recognition on it first"
    return Problem("a PDF without text", name, "a PDF with text", remedy, "pdf_has_no_text")


def pages_are_not_read(unread: int, read: int, name: str) -> Iterator[Problem]:
    """Report the pages behind the text that one document can have."""
    if unread:
        yield Problem(
            f"more than {LARGEST_TEXT // 2**20} MiB of text: {unread} of {read + unread} pages were not read",
            name,
            "one document",
            "split it into documents",
            "pages_are_not_read",
        )


def _pages(reader: Any) -> tuple[list[str], int]:
    """Take the text of pages up to the limit, and count the others."""
    text: list[str] = []
    size, number = 0, len(reader.pages)
    for page in reader.pages:
        text.append(page.extract_text())
        size += len(text[-1])
        if size > LARGEST_TEXT:
            break
    return text, number - len(text)


def _title(reader: Any) -> str | None:
    """Give the title of the metadata, unless a program made it from the name of a file."""
    title = " ".join(str((reader.metadata or {}).get("/Title") or "").split())
    return None if not title or _NO_TITLE.search(title) else title[:300]

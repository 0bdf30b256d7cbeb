"""Drafts on disk: a hash in each tells whether anybody edited it, and edited files are never lost by drafting again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from errno import ENOTDIR
from os import strerror
from pathlib import Path

from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.errors import InputError, Problem

_MARK = "# As drafted: sha256 "
_SIGNED = re.compile(rf"^{_MARK}([0-9a-f]{{64}})\n", re.M)
_AFTER = 2  # lines of the head before the hash


def signed(text: str) -> str:
    """Add the hash of a draft to its head, as a comment."""
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:_AFTER], f"{_MARK}{_hash(text)}\n", *lines[_AFTER:]])


def is_untouched(content: bytes) -> bool:
    """Tell whether a file is as it was drafted: its hash is that of everything else in it."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    found = _SIGNED.search(text)
    return found is not None and _hash(text[: found.start()] + text[found.end() :]) == found[1]


def write_drafts(texts: Mapping[Path, str], overwrite: bool = False) -> None:
    """Write all drafts or none.

    Raises `InputError` where a file that was edited, or drafted by nobody, stands in the way (unless `overwrite`), and
    where nothing can be written.
    """
    problems = [] if overwrite else list(edited_files_are_in_the_way(texts))
    if problems:
        raise InputError(problems)
    where = next(iter(texts), Path())
    try:
        if where.parent.is_file():
            raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR))
        where.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            for where, text in texts.items():
                file = stack.enter_context(written_whole(where))
                file.write(text.encode())
                file.flush()  # a full disk shows here, before any file is moved into place
    except OSError as error:
        raise InputError([place_is_not_writable(where, error)]) from None


def edited_files_are_in_the_way(texts: Mapping[Path, str]) -> Iterator[Problem]:
    """Name the files that drafting would replace though somebody has worked on them."""
    for path, text in texts.items():
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            continue  # nothing is there; a file in place of the folder is named when it is written to
        except OSError:  # a folder, say
            content = b""
        if content != text.encode() and not is_untouched(content):
            yield Problem(
                "a file that was edited since it was drafted, or never was a draft",
                str(path),
                "a draft as it was written, or no file",
                "keep it under another name, draft into another folder (--to), or replace it (--overwrite)",
                "edited_files_are_in_the_way",
            )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

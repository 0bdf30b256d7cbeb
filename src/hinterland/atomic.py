"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EISDIR
from os import getpid, strerror
from pathlib import Path
from typing import BinaryIO

from hinterland.errors import InputError, Problem


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside `path` for writing bytes, and move it into place when the block ends without an error.

    When it ends with one, or is interrupted, what stood at `path` stands there still and nothing is left behind.
    """
    temporary = path.with_name(f".{path.name}.{getpid()}")
    try:
        with temporary.open("wb") as file:
            yield file
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def check_place(path: Path) -> None:
    """Raise `InputError` where no file can be written at `path`: asked before long work, not after it."""
    probe = path.with_name(f".{path.name}.{getpid()}")
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None


def write_folder_whole(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files beside `path` and move it into place; what stood there goes only when all is written."""
    fresh, old = (path.with_name(f".{path.name}.{getpid()}.{word}") for word in ("new", "old"))
    try:
        fresh.mkdir()
        for name, content in files.items():
            with (fresh / name).open("wb") as file:
                file.write(content)
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    finally:
        if old.exists() and not path.exists():
            old.rename(path)
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


def place_is_not_writable(path: Path, error: OSError) -> Problem:
    """Say why nothing could be written: a full disk, a folder that is missing or closed."""
    return Problem(
        f"cannot be written ({error.strerror or error})",
        str(path),
        "a place to write",
        "choose another folder, or make room there",
        "place_is_not_writable",
    )

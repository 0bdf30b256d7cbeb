"""Open a ledger: by any number for reading, by one for writing, which goes to a copy that is moved into place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from pathlib import Path

import duckdb

from hinterland.atomic import check_place
from hinterland.errors import InputError, Problem

_FOUND = (  # in what DuckDB says → in words
    ("not a valid DuckDB database", "not a ledger but some other file"),
    ("Could not read enough bytes", "a ledger that is cut off"),
    ("does not exist!", "a database without the tables of a ledger"),
    ("Permission denied", "a file that may not be read"),
)
MEMORY = "512MB"  # what DuckDB may hold while importing; it spills beyond


def reader(ledger: Path) -> duckdb.DuckDBPyConnection:
    """Open a ledger for reading only; `InputError` where the file is absent or not a ledger."""
    if not ledger.is_file():
        raise InputError([_no_ledger(ledger, "a folder" if ledger.is_dir() else "no such file")])
    try:
        connection = duckdb.connect(str(ledger), read_only=True)
        connection.execute("SELECT count(*) FROM observations")
    except duckdb.Error as error:
        raise InputError([_no_ledger(ledger, _in_words(str(error)))]) from None
    return connection


@contextmanager
def writer(ledger: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a copy of a ledger, new where there is none, and move it into place when the block ends without an error.

    DuckDB locks the copy while it is open, and readers never see it. Raises `InputError` while another import runs; so
    does the end of the block where somebody put another file in the copy's place, which is then left alone.
    """
    partial = _claimed(ledger)
    own = None
    try:
        with closing(_connect(partial, ledger)) as connection:
            own = partial.stat().st_ino
            yield connection
        _is_still(partial, own, ledger)
        partial.replace(ledger)
    except BaseException:
        if own is not None and partial.exists() and partial.stat().st_ino == own:
            _sweep(partial)
        raise


def left_behind(ledger: Path) -> list[Path]:
    """Name the files that an import left when it was killed; none while an import runs.

    Readers do not remove them: between this question and the removal an import might begin.
    """
    partial = _partial(ledger)
    files = [file for file in (partial, _log(partial)) if file.exists()]
    return files if files and not _is_held(partial) else []


def _claimed(ledger: Path) -> Path:
    """Copy the ledger to the name that an import writes to, all at once, unless another import has it."""
    partial = _partial(ledger)
    if _is_held(partial):
        raise InputError([_busy(ledger)])
    _sweep(partial)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    check_place(partial)
    if ledger.exists():
        reader(ledger).close()
        copy = partial.with_name(f".{partial.name}.{os.getpid()}")
        try:
            shutil.copyfile(ledger, copy)
            _link(copy, partial)
        except FileExistsError:
            raise InputError([_busy(ledger)]) from None
        finally:
            copy.unlink(missing_ok=True)
    return partial


def _link(copy: Path, partial: Path) -> None:
    """Give a file a second name; unlike a renaming, this fails where another import has come first."""
    try:
        os.link(copy, partial)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        copy.replace(partial)


def _is_held(partial: Path) -> bool:
    """Tell by DuckDB's own lock whether an import is writing."""
    if not partial.exists():
        return False
    try:
        duckdb.connect(str(partial), read_only=True).close()
    except duckdb.IOException as error:
        return "lock" in str(error).lower()
    except duckdb.ConnectionException:
        return True  # by this very process
    except duckdb.Error:
        pass  # what a crash left: not a database yet
    return False


def _sweep(partial: Path) -> None:
    """Remove what an import wrote, the log first: DuckDB would replay one that lies beside a new file."""
    for leftover in (_log(partial), partial):
        leftover.unlink(missing_ok=True)


def _connect(partial: Path, ledger: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(partial), config={"memory_limit": MEMORY, "threads": 1})
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise InputError([_busy(ledger)]) from None
        raise
    connection.execute(resources.files("hinterland.ledger.keeping").joinpath("schema.sql").read_text(encoding="utf-8"))
    return connection


def _is_still(partial: Path, own: int, ledger: Path) -> None:
    if not partial.exists() or partial.stat().st_ino != own:
        raise InputError([_busy(ledger)])


def _partial(ledger: Path) -> Path:
    return ledger.with_name(ledger.name + ".partial")


def _log(partial: Path) -> Path:
    return partial.with_name(partial.name + ".wal")


def _in_words(error: str) -> str:
    """Say what DuckDB found in a reader's words; what it alone can say stays in its own."""
    known = (words for sign, words in _FOUND if sign in error)
    return next(known, error.splitlines()[0])


def _no_ledger(ledger: Path, found: str) -> Problem:
    return Problem(
        found=found,
        where=str(ledger),
        expected="a ledger file",
        remedy="make one with `hinterland keep LEDGER SOURCES`",
        code="ledger_is_missing",
    )


def _busy(ledger: Path) -> Problem:
    return Problem(
        found="another import is writing to this ledger",
        where=str(ledger),
        expected="one import at a time",
        remedy="wait for it to end and run this again; readers need not wait",
        code="ledger_is_busy",
    )

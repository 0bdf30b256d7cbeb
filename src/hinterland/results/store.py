"""Save a result and open it again. The end of the name decides the form; a result appears whole or not at all."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hinterland.atomic import place_is_not_writable, write_folder_whole, written_whole
from hinterland.errors import InputError, MissingExtraError
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.results import faults, netcdf, parquet, tidy, workbook
from hinterland.results.record import FORMAT, Record, hash_of, record


@dataclass(frozen=True)
class Form:
    """Say how a record is written and read: as the bytes of a file, or as the files of a folder."""

    write: Callable[[Record], Any]
    read: Callable[[Any], Record]
    needs: tuple[str, str] | None = None  # a library, and the extra that brings it
    folder: bool = False


FORMS: dict[str, Form] = {
    ".nc": Form(netcdf.to_bytes, netcdf.from_bytes, ("h5netcdf", "netcdf")),
    ".parquet": Form(parquet.to_files, parquet.from_files, folder=True),
    ".csv": Form(tidy.to_bytes, tidy.from_bytes),
    ".xlsx": Form(workbook.to_bytes, workbook.from_bytes, ("xlsxwriter", "xlsx")),
}


def save_result(result: Result | Record, path: str | Path, also: Iterable[Panel] = ()) -> Path:
    """Save every table of a result, with the words that say what it is; give the path.

    `also` adds tables to those of the result, such as ranges or contributions. Raises `InputError` where the form is
    unknown or the place cannot be written to; what stood there then stands there still.
    """
    path = Path(path)
    form = form_of(path)
    kept = result if isinstance(result, Record) else record(result, also)
    content = form.write(kept)
    try:
        if form.folder:
            write_folder_whole(path, content)
        else:
            with written_whole(path) as file:
                file.write(content)
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None
    return path


def open_result(path: str | Path) -> Record:
    """Open a saved result: the same tables, bit for bit.

    Raises `InputError` where it is missing, was written by a newer version, or is not whole.
    """
    path = Path(path)
    form = form_of(path)
    try:
        content = _files(path) if form.folder else path.read_bytes()
    except OSError as error:
        raise InputError([faults.result_is_unreadable(path, error)]) from None
    try:
        kept = form.read(content)
    except Exception as error:  # the libraries of four formats raise what they like on a file that is not whole
        raise InputError([faults.result_is_damaged(path, str(error) or type(error).__name__)]) from None
    if kept.words["format"] > FORMAT:
        raise InputError([faults.result_is_newer(path, kept.words)])
    if hash_of(kept.panels) != kept.words["hash"]:
        raise InputError([faults.result_is_damaged(path, "its numbers are not those that were saved")])
    return kept


def form_of(path: Path) -> Form:
    """Give the form that a name asks for; raise `InputError` where there is none, or that its library is missing."""
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise InputError([faults.form_is_unknown(path, tuple(FORMS))])
    if form.needs is not None:
        library, extra = form.needs
        try:
            importlib.import_module(library)
        except ImportError:
            raise MissingExtraError(f"a result in {path.suffix}", extra) from None
    return form


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}

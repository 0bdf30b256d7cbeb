"""Where a publisher's file lies: itself, a folder of years, or the archive that was downloaded."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hinterland.errors import InputError, Problem


@dataclass(frozen=True)
class Publication:
    """Name a format for messages and metadata: who publishes it, under which terms, as which file."""

    name: str  # as in "OECD ICIO"
    file_name: str  # what the publisher calls the file, as in "ICIO2021_2018.csv"
    licence: str
    unit: str

    def wrong(
        self,
        found: str,
        where: Path | Source,
        code: str = "format_is_wrong",
        remedy: str = "name the format that the file has",
    ) -> InputError:
        """Make the error for a file that is not of this format."""
        expected = f"{self.name} as published, such as {self.file_name}"
        return InputError([Problem(found, str(where), expected, remedy, code)])

    def cut_off(self, found: str, where: Path | Source) -> InputError:
        """Make the error for a file whose end is missing."""
        expected = f"a whole file of {self.name}"
        return InputError([Problem(found, str(where), expected, "download the file again", "file_is_cut_off")])

    def refuse_cut_archive(self, path: Path) -> None:
        """Raise `InputError` for a zip archive without its end, where the list of its files stands."""
        if path.suffix.lower() == ".zip" and not zipfile.is_zipfile(path):
            raise self.cut_off("a zip archive without its end", path)


@dataclass(frozen=True)
class Source:
    """Point at one file, on disk or inside an archive."""

    path: Path
    member: str | None = None

    @property
    def name(self) -> str:
        """Give the file's own name, without folders."""
        return Path(self.member or self.path).name

    def __str__(self) -> str:
        return f"{self.path}: {self.member}" if self.member else str(self.path)

    @contextmanager
    def stream(self) -> Iterator[IO[bytes]]:
        """Open the file for reading from its start."""
        if self.member is None:
            with self.path.open("rb") as stream:
                yield stream
        else:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
                yield stream

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give a path for a library that wants one: the file's own, or that of a copy out of the archive."""
        if self.member is None:
            yield self.path
            return
        with tempfile.TemporaryDirectory() as folder, self.stream() as stream:
            copy = Path(folder) / self.name
            with copy.open("wb") as target:
                shutil.copyfileobj(stream, target)
            yield copy


def find(path: Path, pattern: str, publication: Publication, year: int | None = None) -> Source:
    """Find the one file of a format at `path`: the file itself, or the match in a folder or a zip archive.

    `pattern` is a regular expression for the file's name, in which YEAR and YY stand for the year sought.
    Raises `InputError` when nothing matches or when a year is needed to choose.
    """
    if not path.exists():
        raise publication.wrong("no such file or folder", path, "file_is_missing", "check the path")
    if path.is_file() and path.suffix.lower() != ".zip":
        return Source(path)
    wanted = pattern.replace("YEAR", str(year or r"\d{4}")).replace("YY", f"{year % 100:02d}" if year else r"\d\d")
    matches = [s for s in _sources(path, publication) if re.fullmatch(wanted, s.name, re.IGNORECASE)]
    if not matches:
        found = f"no table of {year}" if year else "no table"
        raise publication.wrong(found, path, "file_is_missing", "give the file itself, or another year")
    if len(matches) > 1:
        names = ", ".join(source.name for source in matches[:4]) + (" …" if len(matches) > 4 else "")
        raise publication.wrong(
            f"{len(matches)} tables ({names})", path, "file_is_ambiguous", "say which year (--year)"
        )
    return matches[0]


def year_of(source: Source, year: int | None, publication: Publication, which: int = -1) -> int:
    """Take the year that was given, or one in the file's name (the last, by default).

    Raises `InputError` where there is neither.
    """
    in_name = re.findall(r"(?:19|20)\d\d", source.name)
    if year is None and not in_name:
        raise publication.wrong("no year in the file's name", source, "year_is_missing", "say which year (--year)")
    return year if year is not None else int(in_name[which])


def _sources(path: Path, publication: Publication) -> list[Source]:
    if path.is_dir():
        return [Source(item) for item in sorted(path.iterdir()) if item.is_file()]
    publication.refuse_cut_archive(path)
    with zipfile.ZipFile(path) as archive:
        return [Source(path, name) for name in archive.namelist()]

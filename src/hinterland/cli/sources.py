"""What every command that takes SOURCES says of them: which files of a folder it passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from hinterland.cli.language import spoken


def in_a_line(name: str) -> str:
    """Write the name of a file on one line: what moves a terminal's cursor is escaped, "new\\nline.txt"."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)


def passed_over(sources: Sequence[str]) -> None:
    """Say how many files of each folder are of a kind that is not read."""
    from hinterland.ledger.documents.source import SUFFIXES

    for folder in (Path(source) for source in sources if source != "-" and Path(source).is_dir()):
        files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
        kinds = Counter(file.suffix.lower() or file.name for file in files if file.suffix.lower() not in SUFFIXES)
        if kinds:
            listed = ", ".join(sorted(kinds))
            click.echo(spoken().counted("read.passed_over", kinds.total(), folder=folder, kinds=listed), err=True)

"""How to cite an economy, the sources it was made from, the method and hinterland itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import metadata

import hinterland
from hinterland.baseline import Baseline
from hinterland.tables.folder import table_path
from hinterland.tables.provenance import read_provenance

_NO_SOURCE = ("", "none")


@dataclass(frozen=True)
class Citation:
    """Hold one thing to cite: its kind and key in BibTeX, and its fields."""

    kind: str  # software, misc, article
    key: str
    fields: dict[str, str]

    @property
    def text(self) -> str:
        """Give a line for a list of references."""
        authors = ", ".join(name.strip() for name in self.fields.get("author", "").strip("{}").split(" and "))
        year = f" ({self.fields['year']})" if "year" in self.fields else ""
        rest = [self.fields[name] for name in ("title", "journal", "version", "note") if name in self.fields]
        doi = [f"doi:{self.fields['doi']}"] if "doi" in self.fields else []
        return f"{authors}{year}. {'. '.join([*rest, *doi])}.".lstrip(". ")

    @property
    def bibtex(self) -> str:
        """Give a BibTeX entry."""
        rows = [f"  {name} = {{{_escaped(value)}}}," for name, value in self.fields.items()]
        return "\n".join([f"@{self.kind}{{{self.key},", *rows, "}"])


def cite(baseline: Baseline) -> tuple[Citation, ...]:
    """List what work on this economy should cite: hinterland, the method, the economy, and each of its sources."""
    return (_tool(), *_methods(), _economy(baseline), *_sources(baseline))


def _tool() -> Citation:
    about = metadata("hinterland")
    author = about["Author"] or "The hinterland contributors"
    fields = {"author": f"{{{author}}}", "title": f"hinterland: {about['Summary'].rstrip('.')}"}
    return Citation("software", "hinterland", fields | {"version": hinterland.__version__, "note": "Apache-2.0"})


def _methods() -> Iterator[Citation]:
    text = (resources.files("hinterland") / "citations.toml").read_text(encoding="utf-8")
    for key, fields in tomllib.loads(text).items():
        yield Citation("article", key, {name: str(value) for name, value in fields.items()})


def _economy(baseline: Baseline) -> Citation:
    about = baseline.description
    note = f"{about.source}. Licence: {about.licence}. Fingerprint {baseline.fingerprint[:12]}"
    return Citation("misc", _key(about.title), {"title": about.title, "note": note})


def _sources(baseline: Baseline) -> Iterator[Citation]:
    """List the sources of the table of provenance, each once, with the blocks that come from it."""
    if baseline.folder is None or table_path(baseline.folder, "provenance") is None:
        return
    blocks: dict[str, list[str]] = {}
    for row in read_provenance(baseline.folder).itertuples():
        if row.source not in _NO_SOURCE:
            blocks.setdefault(str(row.source), []).append(str(row.block))
    for at, (source, used) in enumerate(blocks.items(), start=1):
        key = f"{_key(baseline.description.title)}_source_{at}"
        yield Citation("misc", key, {"title": source, "note": f"used for {'; '.join(used)}"})


def _key(title: str) -> str:
    return re.sub(r"\W+", "_", title.lower()).strip("_") or "economy"


def _escaped(value: str) -> str:
    return re.sub(r"(?<!\\)([&%#_$])", r"\\\1", value)

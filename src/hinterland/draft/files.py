"""Write one scenario file for each document that announces something computable."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.draft.entries import Entry, Unmapped, entry, one_line
from hinterland.draft.kept import signed, write_drafts
from hinterland.errors import InputError
from hinterland.ledger.keeping.announced import Announcement, announced
from hinterland.scenario.compose import compose
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.read import parse_scenario
from hinterland.scenario.read import scenario as build
from hinterland.scenario.write import measure_text, to_toml

_UNSAFE = re.compile(r"[^a-z0-9]{1,80}")
_HEAD = "Drafted from what a document announces. An assumed size is nobody's promise: change it within its range."


@dataclass(frozen=True)
class Drafts:
    """Hold the files that were written, and the reasons why each document without one has none."""

    files: tuple[Path, ...]
    left: Mapping[str, tuple[str, ...]]


def draft(ledger: Path, folder: Path, baseline: Baseline, economy: str = "", overwrite: bool = False) -> Drafts:
    """Write a scenario file for each document of a ledger that announces something computable in an economy.

    `economy` is the name or folder that the files give for it. Drafts that nobody edited are written anew; other files
    of the same names are replaced only with `overwrite`. All files are written or none. Raises `InputError` where the
    ledger has no measures, where edited files are in the way, and where the folder cannot be written to.
    """
    texts: dict[Path, str] = {}
    left: dict[str, tuple[str, ...]] = {}
    for doc, rows in announced(ledger).items():
        entries, passed = _sorted(rows, baseline)
        if entries:
            path = _free(folder, doc, list(texts))
            text = signed(scenario_text(_title(rows[0]), economy, entries, passed))
            compose(baseline, parse_scenario(text, path))
            texts[path] = text
        else:
            left[doc] = tuple(dict.fromkeys(why for _, why in passed))
    write_drafts(texts, overwrite)
    return Drafts(tuple(texts), left)


def scenario_text(
    title: str, economy: str, entries: Sequence[Entry], passed: Sequence[tuple[Announcement, str]] = ()
) -> str:
    """Write a scenario file: each measure under comments that say where its sizes come from, then what is left out."""
    head, *rest = to_toml(build(one_line(title), economy=economy)).rstrip().split("\n")
    lines = [head, f"# {_HEAD}", *rest]
    for one in entries:
        lines += ["", *(f"# {one_line(note)}" for note in one.notes), measure_text(one.measure).rstrip()]
    for announcement, why in passed:
        measure = announcement.measure
        lines += ["", f"# Left out ({measure.instrument}, {measure.status}): {one_line(why)}"]
        lines += [f"#   {one_line(measure.sentence)}"]
    return "\n".join(lines) + "\n"


def _sorted(rows: list[Announcement], baseline: Baseline) -> tuple[list[Entry], list[tuple[Announcement, str]]]:
    """Part what can be computed from what can not, which comes with its reason."""
    entries: list[Entry] = []
    passed: list[tuple[Announcement, str]] = []
    for row in rows:
        try:
            fresh = entry(row, baseline)
            _fits(fresh.measure, [one.measure for one in entries], baseline)
            entries.append(fresh)
        except Unmapped as why:
            passed.append((row, str(why)))
    return entries, passed


def _fits(fresh: Measure, others: list[Measure], baseline: Baseline) -> None:
    """Refuse what the document said before, and what cannot be computed beside the rest."""
    if fresh.status == "assumed" and any(_scope(fresh) == _scope(other) for other in others):
        raise Unmapped("the same kind for the same places and sectors stands above: an assumed size counts once")
    try:
        compose(baseline, build("draft", measures=[*others, fresh]))
    except InputError as error:
        raise Unmapped(
            "; ".join(f"{problem.found}; expected {problem.expected}" for problem in error.problems)
        ) from None


def _scope(measure: Measure) -> dict[str, object]:
    return measure.model_dump(include={"kind", "regions", "partners", "without", "sectors", "mode"})


def _title(row: Announcement) -> str:
    return f"Announced: {row.source.get('title') or row.measure.doc}"


def _free(folder: Path, doc: str, taken: list[Path]) -> Path:
    """Name a file after a document, apart from those of documents whose names differ only in signs."""
    name = _UNSAFE.sub("-", doc.lower()).strip("-") or "scenario"
    path, count = folder / f"{name}.toml", 1
    while path in taken:
        count += 1
        path = folder / f"{name}-{count}.toml"
    return path

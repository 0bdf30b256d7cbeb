"""Draft scenario files from measures: sizes as a text states them, or assumed with range and reason."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hinterland.errors import InputError, Problem
from hinterland.ledger.lexicon import gazetteer, table
from hinterland.ledger.records import Measure
from hinterland.ledger.store import measures_of, reader

_SIZE = re.compile(
    r"(?P<n>-?\d{1,6}(?:\.\d{1,4})?)\s?(?P<unit>%|percentage points?|per cent|percent|pct|pp|yuan (?:per|a) tonn?e?)",
    re.I,
)
_FALLS = re.compile(r"(?i)\b(?:cut|lower|reduc|decreas|discount|fall|drop|sav|shorten|exempt)\w{0,4}")
_UNSAFE = re.compile(r"[^a-z0-9]{1,80}")
_SAME_UNIT = {"pct": ("%", "per cent", "percent", "pct"), "pp": ("percentage point", "pp"), "yuan": ("yuan",)}


@dataclass(frozen=True)
class Entry:
    """State one measure of a scenario as its file will."""

    kind: str
    regions: tuple[str, ...]
    partners: tuple[str, ...]
    sectors: tuple[str, ...]
    size: float
    unit: str
    range: tuple[float, float] | None  # of an assumed size
    status: str  # announced or assumed
    reason: str
    measure: Measure
    source: dict[str, Any]


def draft(ledger: Path, folder: Path) -> list[Path]:
    """Write one scenario file for each document of a ledger that announces something computable; returns the files."""
    with closing(reader(ledger)) as connection:
        measures = measures_of(connection)
        regions = dict(
            connection.execute("SELECT doc, mode(coalesce(REF_AREA, region)) FROM observations GROUP BY doc").fetchall()
        )
    if not measures:
        raise InputError([ledger_has_no_measures(ledger)])
    by_doc: dict[str, list[tuple[Measure, dict[str, Any]]]] = {}
    for measure, source in measures:
        by_doc.setdefault(measure.doc, []).append((measure, source))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for doc, announced in by_doc.items():
        entries = [entry for measure, source in announced if (entry := entry_of(measure, source, regions.get(doc)))]
        if entries:
            left = [measure for measure, _ in announced if _kind(measure) is None]
            written.append(_written(folder / f"{_file_name(doc)}.toml", scenario(entries, left)))
    return written


def entry_of(measure: Measure, source: dict[str, Any], region: str | None) -> Entry | None:
    """Turn a measure into an entry of a scenario, or None where nothing computable was announced."""
    kind = _kind(measure)
    if kind is None:
        return None
    lever = table("levers.toml")["kinds"][kind]
    stated = _stated(measure, lever["unit"])
    low, high = lever["range"]
    reason = lever["reason"]
    if stated is None and measure.quantity:
        reason += f"; the text states {measure.quantity!r}, which is not a size in {lever['unit']}"
    return Entry(
        kind=kind,
        regions=(region,) if region else (),
        partners=_partners(measure, region),
        sectors=_sectors(measure),
        size=lever["size"] if stated is None else stated,
        unit=lever["unit"],
        range=(low, high) if stated is None else None,
        status="assumed" if stated is None else "announced",
        reason=reason if stated is None else "as the text states it",
        measure=measure,
        source=source,
    )


def scenario(entries: Sequence[Entry], left_out: Iterable[Measure] = ()) -> str:
    """Write a scenario file: TOML with a title and one [[measure]] for each entry."""
    source = entries[0].source
    title = source.get("title") or entries[0].measure.doc
    lines = [
        "# Drafted from what a document announces. A size marked assumed is nobody's promise: change it in its range.",
        f"title = {_quoted(f'Announced: {title}')}",
    ]
    for entry in entries:
        lines += ["", *_entry_lines(entry)]
    for measure in left_out:
        lines += ["", f"# nothing computable: {_one_line(measure.anchor)} ({measure.instrument}, {measure.status})"]
    return "\n".join(lines) + "\n"


def ledger_has_no_measures(ledger: Path) -> Problem:
    """Say that there is nothing to draft from."""
    return Problem(
        found="no measures",
        where=str(ledger),
        expected="documents that announce something",
        remedy="add some with `hinterland keep`",
        code="ledger_has_no_measures",
    )


def _entry_lines(entry: Entry) -> list[str]:
    lines = ["[[measure]]", f"kind = {_quoted(entry.kind)}"]
    if entry.measure.target:
        lines.insert(1, f"# {_one_line(entry.measure.target)} ({entry.measure.instrument}, {entry.measure.status})")
    for name in ("regions", "partners", "sectors"):
        values = getattr(entry, name)
        if values:
            lines.append(f"{name} = [{', '.join(map(_quoted, values))}]")
    lines += [f"size = {entry.size!r}", f"unit = {_quoted(entry.unit)}"]
    if entry.range is not None:
        lines.append(f"range = [{entry.range[0]!r}, {entry.range[1]!r}]")
    day = entry.source.get("published")
    if day is not None:
        lines.append(f"from = {day}")
    place = entry.source.get("source") or entry.measure.doc
    lines += [
        f"source = {_quoted(f'{place}: {_one_line(entry.measure.sentence)}')}",
        f"status = {_quoted(entry.status)}",
        f"reason = {_quoted(entry.reason)}",
    ]
    return lines


def _kind(measure: Measure) -> str | None:
    kind = table("instruments.toml")["instruments"].get(measure.instrument, {}).get("kind")
    return kind if kind in table("levers.toml")["kinds"] else None


def _stated(measure: Measure, unit: str) -> float | None:
    """Read a size out of the measure's quantity when its unit is the lever's; a cut is negative."""
    match = _SIZE.search(measure.quantity or "")
    words = _SAME_UNIT[unit.split()[0]]
    if match is None or not match["unit"].lower().startswith(words):
        return None
    size = float(match["n"])
    return -abs(size) if _FALLS.search(measure.sentence) and _can_fall(measure) else size


def _can_fall(measure: Measure) -> bool:
    kind = _kind(measure)
    return kind is not None and table("levers.toml")["kinds"][kind]["range"][0] < 0


def _partners(measure: Measure, region: str | None) -> tuple[str, ...]:
    """Find the countries and groups that a measure names, in the order of its words; its own country is none."""
    pattern, codes = _places()
    words = f"{measure.target or ''} | {measure.sentence}"
    named = dict.fromkeys(codes[match.group()] for match in pattern.finditer(words))
    return tuple(code for code in named if code != (region or "")[:2])


def _sectors(measure: Measure) -> tuple[str, ...]:
    """Find the sectors that a measure's target or sentence names."""
    words = f"{measure.target or ''} | {measure.sentence}"
    sectors = table("levers.toml")["sectors"].items()
    return tuple(name for name, known in sectors if re.search(rf"(?i)\b(?:{'|'.join(map(re.escape, known))})\b", words))


def _written(path: Path, text: str) -> Path:
    tomllib.loads(text)  # a file that cannot be read back must not be left behind
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
    return path


def _file_name(doc: str) -> str:
    return _UNSAFE.sub("-", doc.lower()).strip("-") or "scenario"


def _quoted(text: str) -> str:
    return json.dumps(_one_line(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    """Take countries and groups from the gazetteer, each name and alias with its code."""
    codes = {alias: place.code for place, names in gazetteer() if place.kind in ("group", "country") for alias in names}
    named = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)"), codes

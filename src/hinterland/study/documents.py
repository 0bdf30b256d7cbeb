"""A project's documents: read once, checked, and kept in a ledger file of its build folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from os import getpid
from pathlib import Path
from typing import Any

from hinterland.ledger.collect import collect
from hinterland.ledger.documents.source import documents_in
from hinterland.ledger.findings.sarif import place
from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.keeping.store import append, findings_of, in_chinese
from hinterland.ledger.read import Reading
from hinterland.ledger.records import Finding
from hinterland.study.kept import hash_of, key_of, recall, remember

Tell = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much


@dataclass(frozen=True)
class Found:
    """State one finding of the audit: where it stands, what is printed there, and why it is one."""

    file: str
    line: int
    code: str
    severity: str
    printed: str
    evidence: str
    expected: str | None
    evidence_zh: str
    expected_zh: str | None

    def said(self, lang: str) -> str:
        """Give the sum that decides, in a language."""
        return self.evidence_zh if lang == "zh" else self.evidence


@dataclass(frozen=True)
class Documents:
    """Hold what the documents came to: counts, findings that nothing explains, and sources that could not be read."""

    ledger: Path
    documents: int
    observations: int
    measures: int
    findings: tuple[Found, ...]
    unread: tuple[str, ...]
    remarks: tuple[str, ...]  # what of the others was guessed, or not read
    reused: bool
    key: str  # of everything that they were read from


def documents(folder: Path, build: Path, tell: Tell) -> Documents:
    """Read every document of a folder into `build/ledger.duckdb`, or take the ledger that was made from the same."""
    names = documents_in(folder)
    key = key_of((), map(Path, names))
    ledger, notes = build / "ledger.duckdb", build / "kept" / "documents.json"
    kept: dict[str, Any] = recall(notes, key) or {}
    reused = kept.get("ledger") == hash_of(ledger)
    if not reused:
        kept = _made(folder, names, ledger, tell)
        remember(notes, key, kept)
    counts = {name: kept[name] for name in ("documents", "observations", "measures")}
    findings = tuple(Found(**row) for row in kept["findings"])
    unread, remarks = tuple(kept["unread"]), tuple(kept["remarks"])
    return Documents(ledger, **counts, findings=findings, unread=unread, remarks=remarks, reused=reused, key=key)


def _made(folder: Path, names: list[str], ledger: Path, tell: Tell) -> dict[str, Any]:
    """Make the ledger under another name, move it into place, and say what is in it."""
    unread: list[str] = []
    remarks: list[str] = []
    readings: dict[str, Reading] = {}
    for number, (name, reading) in enumerate(collect(names, unread.append), start=1):
        readings[name] = reading
        remarks += map(str, reading.document.remarks)
        tell("documents", number, len(names))
    fresh = ledger.with_name(f".{ledger.name}.{getpid()}")
    try:
        counts = append(fresh, readings.values())
        with closing(reader(fresh)) as connection:
            findings, chinese = findings_of(connection), in_chinese(connection)
        fresh.replace(ledger)
    finally:
        fresh.unlink(missing_ok=True)
    return {
        "ledger": hash_of(ledger),
        "documents": counts.documents,
        "observations": counts.observations,
        "measures": counts.measures,
        "findings": [asdict(found) for found in _unexplained(findings, chinese, readings, folder)],
        "unread": unread,
        "remarks": remarks,
    }


def _unexplained(
    findings: list[Finding],
    chinese: Mapping[tuple[str, str], tuple[str, str | None]],
    readings: Mapping[str, Reading],
    folder: Path,
) -> list[Found]:
    """Say of each finding where it stands, in the order of the documents."""
    pages = {reading.document.doc: (name, reading.document) for name, reading in readings.items()}
    found = []
    for finding in findings:
        if finding.verdict != "explained":
            name, page = pages[finding.doc]
            file = Path(name).relative_to(folder).as_posix()
            line, _ = place(page, finding.span[0])
            said = (finding.code, finding.severity, finding.printed, finding.evidence, finding.expected)
            found.append(Found(file, line, *said, *chinese[finding.doc, finding.evidence]))
    return found

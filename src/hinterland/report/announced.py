"""What documents announced, and whether their figures hold, as a ledger tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.keeping.store import measures_of

_DOCUMENTS = """
    SELECT coalesce(title, doc) AS document, coalesce(published::VARCHAR, ''), coalesce(publisher, ''), source,
        coalesce(figures, 0), coalesce(findings, 0) FROM sources
    LEFT JOIN (SELECT sha256, count(*) AS figures FROM observations GROUP BY sha256) USING (sha256)
    LEFT JOIN (SELECT sha256, count(*) AS findings FROM findings WHERE verdict <> 'explained' GROUP BY sha256)
        USING (sha256)
    ORDER BY published, doc
"""
_FINDINGS = """
    SELECT f.printed, f.code, f.severity, f.verdict, {evidence}, {expected}, s.source, coalesce(s.title, s.doc),
        (SELECT min(o.sentence) FROM observations o
         WHERE o.sha256 = f.sha256 AND o.span_start < f.span_end AND f.span_start < o.span_end)
    FROM findings f JOIN sources s USING (sha256) WHERE f.verdict <> 'explained'
    ORDER BY s.published, s.doc, f.span_start, f.code
"""


@dataclass(frozen=True)
class Read:
    """State one document: what it is called, its day, where it lies, and how many figures and findings it has."""

    document: str
    published: str
    publisher: str
    source: str
    figures: int
    findings: int


@dataclass(frozen=True)
class Finding:
    """State one finding that nothing explains: the sentence, the sum that decides, and the repair."""

    printed: str
    code: str
    severity: str
    verdict: str
    evidence: str
    expected: str
    source: str
    document: str
    sentence: str


@dataclass(frozen=True)
class Announced:
    """Hold what a ledger knows: its documents, findings that nothing explains, and measures."""

    documents: Sequence[Read]
    findings: Sequence[Finding]
    measures: Sequence[Mapping[str, str]]  # instrument, sentence, actor, status, source

    @property
    def figures(self) -> int:
        """Count the figures that the documents print."""
        return sum(document.figures for document in self.documents)


def announced(ledger: Path, lang: str = "en") -> Announced:
    """Ask a ledger for its documents, findings and measures; `InputError` where it is none."""
    end = "_zh" if lang == "zh" else ""
    query = _FINDINGS.format(evidence=f"f.evidence{end}", expected=f"f.expected{end}")
    with closing(reader(ledger)) as connection:
        documents = [Read(*row) for row in _rows(connection, _DOCUMENTS)]
        findings = [Finding(*_words(row)) for row in _rows(connection, query)]
        measures = [
            {
                "instrument": measure.instrument,
                "sentence": measure.sentence,
                "actor": measure.actor or "",
                "quantity": measure.quantity or "",
                "status": measure.status,
                "source": ", ".join(filter(None, _words((about["title"] or measure.doc, about["published"])))),
            }
            for measure, about in measures_of(connection)
        ]
    return Announced(documents, findings, measures)


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def _words(values: Sequence[object]) -> list[str]:
    return ["" if value is None else str(value) for value in values]

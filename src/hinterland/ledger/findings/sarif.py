"""Write findings as SARIF 2.1.0, the format in which editors and code hosts show what a linter found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hinterland import __version__
from hinterland.ledger.check import codes
from hinterland.ledger.records import Document, Finding

LEVELS = {"error": "error", "tension": "warning", "note": "note"}


def sarif(findings: Iterable[Finding], documents: Mapping[str, Document]) -> dict[str, Any]:
    """Build the log: one run, a rule for each check, a result for each finding."""
    rules = [{"id": code, "shortDescription": {"text": text}} for code, text in codes().items()]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "hinterland audit", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, documents) for finding in findings],
            }
        ],
    }


def place(document: Document, offset: int) -> tuple[int, int]:
    """Give line and column, both from 1, of an offset in a document's text."""
    before = document.text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _result(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    expected = f" Expected: {finding.expected}." if finding.expected else ""
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.evidence}.{expected}"},
        "locations": [_location(documents[finding.doc], finding.span)],
        "relatedLocations": [_location(documents[doc], span) for doc, span in finding.others if doc in documents],
        "properties": {"verdict": finding.verdict, "expected": finding.expected},
    }


def _location(document: Document, span: tuple[int, int]) -> dict[str, Any]:
    line, column = place(document, span[0])
    end_line, end_column = place(document, span[1])
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": document.source}, "region": region}}

"""Match findings with labelled faults and with labelled places where a naive check is wrong."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from hinterland.ledger.check import check
from hinterland.ledger.read import Reading, read
from hinterland.ledger.records import Finding

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PERCENT = re.compile(r"(?<![\d.,])(\d)\s?(?:%|percent)")
_WORDS = re.compile(r"\b\d (?:trillion|billion|million)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


def show(corpus: Path) -> None:
    """Read and check the corpus, and print recall on faults, alarms on false alarms, and what carries no label."""
    started = time.perf_counter()
    readings = [_read(path, "s" if path.parent.name == "seeds" else "") for path in _files(corpus)]
    middle = time.perf_counter()
    findings = [finding for finding in check(readings) if finding.verdict != "explained"]
    ended = time.perf_counter()
    faults, places = _lines(corpus / "inconsistencies.jsonl"), _lines(corpus / "false_alarms.jsonl")
    hits = {fault["id"]: _hits(findings, fault) for fault in faults}
    alarms = [(place, found) for place in places for found in _alarms(findings, place)]
    labelled = {id(finding) for found in hits.values() for finding in found}
    flagged = {json.dumps(place) for place, found in alarms if found.severity != "note"}
    print(f"{len(readings)} documents read in {middle - started:.2f} s, checked in {ended - middle:.2f} s")
    print(f"faults named: {sum(map(bool, hits.values()))} of {len(faults)}")
    for fault in faults:
        codes = ", ".join(sorted({f"{finding.code} ({finding.severity})" for finding in hits[fault["id"]]}))
        print(f"  {fault['id']} {fault['type']:<22} {'+'.join(fault['docs']):<10} {codes or 'MISSED'}")
    print(f"false-alarm places flagged: {len(flagged)} of {len(places)}")
    for place, found in alarms:
        print(f"  {'+'.join(place['docs'])} {place['said']}: {found.code} ({found.severity})")
    rest = [finding for finding in findings if id(finding) not in labelled]
    print(f"findings without a label: {len(rest)}")
    for finding in rest:
        print(f"  {finding.doc} {finding.printed!r}: {finding.code} ({finding.severity}) {finding.evidence}")


def _files(corpus: Path) -> list[Path]:
    return [*sorted((corpus / "documents").glob("*.txt")), *sorted((corpus / "seeds").glob("*.txt"))]


def _read(path: Path, prefix: str) -> Reading:
    reading = read(str(path))
    doc = prefix + path.stem
    return replace(
        reading,
        document=replace(reading.document, doc=doc),
        statistics=tuple(replace(figure, doc=doc) for figure in reading.statistics),
    )


def _hits(findings: list[Finding], fault: dict[str, Any]) -> list[Finding]:
    """Give the findings on one of a fault's documents whose sum or repair uses a number that the label quotes."""
    said = _numbers(fault["said"])
    return [
        finding
        for finding in findings
        if finding.doc in fault["docs"] and said & _numbers(f"{finding.printed} {finding.evidence}")
    ]


def _alarms(findings: list[Finding], place: dict[str, Any]) -> list[Finding]:
    """Give the findings that stand on a number of a false-alarm place."""
    said = _numbers(place["said"])
    return [finding for finding in findings if finding.doc in place["docs"] and said & _numbers(finding.printed)]


def _numbers(text: str) -> set[str]:
    """Give the numbers of a text: those of two or more digits, and single digits with their percent; no years."""
    percents = {f"{number}%" for number in _PERCENT.findall(text)} | set(_WORDS.findall(text.lower()))
    rest = {number.replace(",", "") for number in _NUMBER.findall(text) if len(number) > 1}
    return percents | {number for number in rest if not _YEAR.fullmatch(number)}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

"""Load labelled documents as the reader would have read them without a fault."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hinterland.ledger.records import Document, Measure, Statistic


@dataclass(frozen=True)
class Labelled:
    """Hold a document with its labels in place of a reading."""

    document: Document
    statistics: tuple[Statistic, ...]
    measures: tuple[Measure, ...] = ()


def load(corpus: Path) -> list[Labelled]:
    """Read the labelled documents and seeds of a corpus folder; seeds are named s000 and so on."""
    days = _days(corpus)
    labels = _grouped(corpus / "gold.jsonl", "") | _grouped(corpus / "seeds_gold.jsonl", "s")
    found = []
    for path in [*sorted((corpus / "documents").glob("*.txt")), *sorted((corpus / "seeds").glob("*.txt"))]:
        doc = ("s" if path.parent.name == "seeds" else "") + path.stem
        text = path.read_text(encoding="utf-8")
        page = Document(doc, str(path), hashlib.sha256(text.encode()).hexdigest(), text, published=days.get(doc))
        found.append(Labelled(page, tuple(_statistic(doc, text, row) for row in labels.get(doc, []))))
    return found


def _days(corpus: Path) -> dict[str, date]:
    with (corpus / "index.tsv").open(encoding="utf-8") as lines:
        days = {row["doc"]: date.fromisoformat(row["pub_date"]) for row in csv.DictReader(lines, delimiter="\t")}
    return days | {
        "s000": date(2024, 1, 11),
        "s001": date(2023, 2, 9),
        "s002": date(2024, 5, 31),
        "s003": date(2024, 3, 13),
    }


def _grouped(path: Path, prefix: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups.setdefault(prefix + row["doc"], []).append(row)
    return groups


def _statistic(doc: str, text: str, row: dict[str, Any]) -> Statistic:
    start = text.find(row["anchor"], max(0, text.find(row["sentence"])))
    known = {name: row[name] for name in _SAME if name in row}
    day = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("period_start", "period_end")}
    return Statistic(doc=doc, span=(start, start + len(row["anchor"])), printed=row["anchor"], **known, **day)


_SAME = (
    "sentence", "indicator", "region", "region_code", "value", "unit", "paired_value", "paired_unit",
    "growth", "growth_basis", "rank", "rank_scope", "qualifier", "note", "anchor",
)  # fmt: skip

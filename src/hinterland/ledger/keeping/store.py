"""Keep documents, figures, measures and findings in one DuckDB file.

An import writes to a copy and moves it into place: a reader always sees a whole ledger, any number of readers may look
while an import runs, and a crash in the middle leaves the old file as it was. Everything is keyed by hash, so keeping a
document again changes nothing. Memory stays flat: documents pass through in batches, and the checks between documents
run region by region.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from hinterland.ledger.check import check_across, check_page
from hinterland.ledger.checks.pages import Page, Readable
from hinterland.ledger.keeping.about import ABOUT, PART
from hinterland.ledger.keeping.concepts import identity, observations
from hinterland.ledger.keeping.opening import writer
from hinterland.ledger.records import Document, Finding, Measure, Statistic
from hinterland.ledger.wording import evidence, expected

BATCH = 100  # documents a transaction: large enough for DuckDB's columns, small enough for flat memory
DATES = ("period_start", "period_end")
CROWD = 40  # documents: a level with its growth that more of them print says nothing of copies
SHARED = 2  # such figures that two documents must share to be looked at side by side
PAIRS = 200  # of such documents that are read at a time
_Told = tuple[Any, ...]  # name, source, hash, day and language of a document, and what it states, as JSON
_STORIES = """
WITH marks AS (
    SELECT DISTINCT sha256, statistic ->> 'value' AS level, statistic ->> 'growth' AS growth FROM records
    WHERE statistic ->> 'value' IS NOT NULL AND statistic ->> 'growth' IS NOT NULL
), telling AS (
    SELECT level, growth FROM marks GROUP BY ALL HAVING count(*) BETWEEN 2 AND ?
), told AS (
    SELECT marks.* FROM marks JOIN telling USING (level, growth)
)
SELECT a.sha256, b.sha256 FROM told a JOIN told b USING (level, growth) WHERE a.sha256 < b.sha256
GROUP BY ALL HAVING count(*) >= ? ORDER BY ALL
"""


@dataclass(frozen=True)
class Kept:
    """Count what an import added."""

    documents: int = 0
    known: int = 0  # documents that the ledger had already
    observations: int = 0
    measures: int = 0
    findings: int = 0


def append(ledger: Path, readings: Iterable[Readable], tick: Callable[[int], None] = lambda count: None) -> Kept:
    """Check readings and add them to a ledger, made where there is none; all of them come in, or none.

    `tick` is told how many documents each step took. Raises `InputError` while another import runs.
    """
    with writer(ledger) as connection:
        before = _counts(connection)
        seen = 0
        waiting = iter(readings)
        while batch := list(islice(waiting, BATCH)):
            _write(connection, batch)
            seen += len(batch)
            tick(len(batch))
        _check_regions(connection)
        _check_stories(connection)
        after = _counts(connection)
    added = [now - then for then, now in zip(before, after, strict=True)]
    return Kept(added[0], seen - added[0], *added[1:])


def in_chinese(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Give evidence and expected value in Chinese, by document and English evidence."""
    rows = connection.execute("SELECT doc, evidence, evidence_zh, expected_zh FROM findings").fetchall()
    return {(doc, english): (said, fits) for doc, english, said, fits in rows}


def findings_of(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Read every finding back."""
    rows = connection.execute(
        "SELECT doc, span_start, span_end, printed, code, verdict, severity, evidence, expected, others "
        "FROM findings ORDER BY doc, span_start, code"
    ).fetchall()
    return [Finding(d, (a, b), p, c, v, s, e, x, _spots(o)) for d, a, b, p, c, v, s, e, x, o in rows]


def measures_of(connection: duckdb.DuckDBPyConnection) -> list[tuple[Measure, dict[str, Any]]]:
    """Read every measure back with its source: title, address, publisher and day."""
    rows = connection.execute(
        "SELECT m.doc, m.span_start, m.span_end, m.sentence, m.anchor, m.actor, m.instrument, m.target, m.quantity, "
        "m.status, m.note, s.title, s.source, s.publisher, s.published FROM measures m JOIN sources s USING (sha256) "
        "ORDER BY m.doc, m.span_start, m.instrument"
    ).fetchall()
    names = ("title", "source", "publisher", "published")
    return [(Measure(row[0], (row[1], row[2]), *row[3:11]), dict(zip(names, row[11:], strict=True))) for row in rows]


def _write(connection: duckdb.DuckDBPyConnection, readings: Sequence[Readable]) -> None:
    """Add a batch in one transaction; documents that are there already are passed over."""
    hashes = [reading.document.sha256 for reading in readings]
    rows_known = connection.execute("SELECT sha256 FROM sources WHERE list_contains(?, sha256)", [hashes]).fetchall()
    known = {row[0] for row in rows_known}
    fresh = {reading.document.sha256: reading for reading in readings if reading.document.sha256 not in known}
    if not fresh:
        return
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("sources", "observations", "records", "findings", "measures")
    }
    for sha256, reading in fresh.items():
        found = list(check_page(Page.of(reading)))
        rows["sources"].append(_source_row(reading.document))
        rows["observations"] += observations(sha256, reading.statistics, found)
        rows["records"] += [_record_row(sha256, figure) for figure in reading.statistics]
        rows["findings"] += [_finding_row(sha256, finding) for finding in found]
        rows["measures"] += [_measure_row(sha256, measure) for measure in reading.measures]
    connection.begin()
    for table, table_rows in rows.items():
        _insert(connection, table, table_rows)
    connection.commit()


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    incoming = pa.Table.from_pylist(rows)
    connection.register("incoming", incoming)
    columns = ", ".join(incoming.column_names)
    connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) SELECT {columns} FROM incoming")
    connection.unregister("incoming")


def _check_regions(connection: duckdb.DuckDBPyConnection) -> None:
    """Run the checks between documents, one region at a time, over everything the ledger holds."""
    regions = connection.execute("SELECT DISTINCT region FROM records WHERE region IS NOT NULL ORDER BY ALL").fetchall()
    for (region,) in regions:
        _check_together(connection, _told(connection, "r.region = ?", region))
    connection.execute(
        "UPDATE observations o SET OBS_STATUS = 'U' FROM findings f WHERE f.verdict = 'wrong' AND f.sha256 = o.sha256 "
        f"AND f.span_start < o.span_end AND o.span_start < f.span_end AND list_contains({ABOUT}, {PART})"
    )


def _check_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Run the same checks over documents that share levels with their growth, whatever regions these are put under."""
    pairs = connection.execute(_STORIES, [CROWD, SHARED]).fetchall()
    for first in range(0, len(pairs), PAIRS):  # one look at the records serves many pairs
        some = pairs[first : first + PAIRS]
        told = _told(connection, "list_contains(?, r.sha256)", sorted({sha256 for pair in some for sha256 in pair}))
        for pair in some:
            _check_together(connection, [row for row in told if row[2] in pair])


def _check_together(connection: duckdb.DuckDBPyConnection, told: list[_Told]) -> None:
    """Check documents against each other and keep what is found."""
    pages, hashes = _pages(told)
    rows = [_finding_row(hashes[finding.doc], finding) for finding in check_across(pages)]
    if rows:
        connection.begin()
        _insert(connection, "findings", rows)
        connection.commit()


def _told(connection: duckdb.DuckDBPyConnection, condition: str, value: str | list[str]) -> list[_Told]:
    """Read what documents state, of the records that meet a condition, in order of their days."""
    return connection.execute(
        "SELECT s.doc, s.source, s.sha256, s.published, s.language, list(r.statistic ORDER BY r.record_id) "
        f"FROM records r JOIN sources s USING (sha256) WHERE {condition} GROUP BY ALL ORDER BY s.published, s.doc",
        [value],
    ).fetchall()


def _pages(told: list[_Told]) -> tuple[list[Page], dict[str, str]]:
    """Make pages that checks can read, and say whose name is which document's."""
    pages, hashes = [], {}
    for doc, source, sha256, published, language, statistics in told:
        name = doc if doc not in hashes else f"{doc}-{sha256[:8]}"
        hashes[name] = sha256
        page = Document(name, source, sha256, "", published=published, language=language)
        pages.append(Page(page, tuple(_statistic(text, name) for text in statistics)))
    return pages, hashes


def _statistic(text: str, doc: str) -> Statistic:
    row = json.loads(text)
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in DATES}
    return Statistic(**(row | days | {"doc": doc, "span": tuple(row["span"])}))


def _source_row(document: Document) -> dict[str, Any]:
    names = ("sha256", "doc", "source", "title", "publisher", "published", "language")
    return {name: getattr(document, name) for name in names} | {"characters": len(document.text)}


def _record_row(sha256: str, figure: Statistic) -> dict[str, Any]:
    return {
        "record_id": identity(sha256, figure.span, figure.indicator, figure.region, figure.growth_basis),
        "sha256": sha256,
        "doc": figure.doc,
        "region": figure.region_code or figure.region,
        "statistic": json.dumps(vars(figure), default=str, ensure_ascii=False),
    }


def _finding_row(sha256: str, finding: Finding) -> dict[str, Any]:
    row = {name: value for name, value in vars(finding).items() if name not in ("form", "parts", "fits")}
    span = row.pop("span")
    row |= {"span_start": span[0], "span_end": span[1], "others": json.dumps(finding.others), "sha256": sha256}
    row |= {"evidence_zh": evidence(finding, "zh"), "expected_zh": expected(finding, "zh")}
    return row | {"finding_id": identity(sha256, span, finding.code, finding.evidence)}


def _measure_row(sha256: str, measure: Measure) -> dict[str, Any]:
    row = dict(vars(measure))
    span = row.pop("span")
    row |= {"span_start": span[0], "span_end": span[1], "sha256": sha256}
    return row | {"measure_id": identity(sha256, span, measure.instrument, measure.anchor)}


def _spots(others: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    return tuple((doc, (start, end)) for doc, (start, end) in json.loads(others or "[]"))


def _counts(connection: duckdb.DuckDBPyConnection) -> list[int]:
    tables = ("sources", "observations", "measures", "findings")
    return [_count(connection, table) for table in tables]


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])

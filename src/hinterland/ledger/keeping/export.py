"""Write a ledger out: CSV, Parquet, SDMX-CSV with its structure, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Unpack

import duckdb

from hinterland.atomic import check_place
from hinterland.errors import InputError, MissingExtraError, Problem
from hinterland.ledger.keeping.concepts import COLUMNS
from hinterland.ledger.keeping.facts import WANTED, Asked, wanted
from hinterland.ledger.keeping.opening import reader

PERCENT = "PT"  # the code of SDMX
_ORDER = "REF_AREA, INDICATOR, COUNTERPART_AREA, period_start, period_end, TRANSFORMATION, obs_id"


def export(ledger: Path, target: Path, form: str | None = None, **asked: Unpack[Asked]) -> list[Path]:
    """Write a ledger's observations to a file, in a form given or taken from the suffix; returns the files.

    `asked` are the filters of `facts`, and raise `InputError` as they do there.
    """
    chosen = form or _SUFFIXES.get(target.suffix)
    if chosen not in FORMS:
        raise InputError([export_form_is_unknown(target, form)])
    target.parent.mkdir(parents=True, exist_ok=True)
    check_place(target)
    with closing(reader(ledger)) as connection:
        query = f"CREATE TEMP TABLE asked AS SELECT o.* FROM observations o WHERE {WANTED}"
        connection.execute(query, wanted(connection, ledger, **asked))
        return FORMS[chosen](connection, target)


def export_form_is_unknown(target: Path, form: str | None) -> Problem:
    """Say which forms there are when neither the name nor the suffix is one of them."""
    return Problem(
        found=f"the form {form!r}" if form else f"the suffix {target.suffix!r}",
        where=str(target),
        expected="one of " + ", ".join(FORMS),
        remedy="name one with --form",
        code="export_form_is_unknown",
    )


def _csv(connection: duckdb.DuckDBPyConnection, target: Path) -> list[Path]:
    return _copied(connection, target, "FORMAT csv, HEADER")


def _parquet(connection: duckdb.DuckDBPyConnection, target: Path) -> list[Path]:
    return _copied(connection, target, "FORMAT parquet")


def _copied(connection: duckdb.DuckDBPyConnection, target: Path, options: str) -> list[Path]:
    partial = target.with_name(target.name + ".partial")
    query = (
        f"SELECT {', '.join(COLUMNS)}, low, high, period_start, period_end, printed, sentence, speaker, o.doc, "
        f"s.source, s.publisher, s.published, o.obs_id FROM asked o JOIN sources s USING (sha256) "
        f"ORDER BY {_ORDER}"
    )
    name = str(partial).replace("'", "''")
    connection.execute(f"COPY ({query}) TO '{name}' ({options})")
    partial.replace(target)
    return [target]


def _sdmx_csv(connection: duckdb.DuckDBPyConnection, target: Path) -> list[Path]:
    """Write SDMX-CSV and beside it the data structure definition in SDMX-ML."""
    try:
        from hinterland.ledger.keeping import sdmx_csv  # noqa: PLC0415  an optional extra
    except ImportError:
        raise MissingExtraError("SDMX export", "sdmx") from None
    structure = target.with_suffix(".structure.xml")
    _moved(structure, sdmx_csv.structure())
    _moved(target, sdmx_csv.table(_rows(connection)))
    return [target, structure]


def _json_ld(connection: duckdb.DuckDBPyConnection, target: Path) -> list[Path]:
    """Write schema.org Observations, one graph; streamed, so that a large ledger needs no memory."""
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8") as out:
        out.write('{"@context": "https://schema.org/", "@graph": [\n')
        for number, row in enumerate(_rows(connection)):
            out.write((",\n" if number else "") + json.dumps(_observation(row), ensure_ascii=False, default=str))
        out.write("\n]}\n")
    partial.replace(target)
    return [target]


def _observation(row: dict[str, Any]) -> dict[str, Any]:
    described = {
        "@type": "Observation",
        "@id": f"urn:hinterland:observation:{row['obs_id']}",
        "observationAbout": {"@type": "Place", "identifier": row["REF_AREA"], "name": row["region"]},
        "measuredProperty": {"@type": "DefinedTerm", "termCode": row["INDICATOR"], "name": row["INDICATOR"]},
        "variableMeasured": f"{row['INDICATOR']} ({row['TRANSFORMATION']}, partner {row['COUNTERPART_AREA']})",
        "observationPeriod": row["TIME_PERIOD"],
        "value": row["OBS_VALUE"] * 10.0 ** row["UNIT_MULT"],
        "minValue": row["low"],
        "maxValue": row["high"],
        "unitText": "percent" if row["UNIT_MEASURE"] == PERCENT else row["UNIT_MEASURE"],
        "unitCode": "P1" if row["UNIT_MEASURE"] == PERCENT else None,  # UN/CEFACT: per cent
        "description": row["sentence"],
        "creativeWorkStatus": row["OBS_STATUS"],
        "isBasedOn": {"@type": "CreativeWork", "url": row["source"], "datePublished": row["published"]},
    }
    return {name: value for name, value in described.items() if value is not None}


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(
        f"SELECT o.*, s.source, s.published FROM asked o JOIN sources s USING (sha256) ORDER BY {_ORDER}"
    )
    names = [column[0] for column in cursor.description or []]
    while rows := cursor.fetchmany(1000):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _moved(target: Path, content: bytes) -> None:
    partial = target.with_name(target.name + ".partial")
    partial.write_bytes(content)
    partial.replace(target)


FORMS: dict[str, Callable[[duckdb.DuckDBPyConnection, Path], list[Path]]] = {
    "csv": _csv,
    "parquet": _parquet,
    "sdmx-csv": _sdmx_csv,
    "json-ld": _json_ld,
}
_SUFFIXES = {".csv": "csv", ".parquet": "parquet", ".jsonld": "json-ld"}

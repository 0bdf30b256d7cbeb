"""A ledger keeps what it has, takes a document once, and never shows half an import."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from contextlib import closing
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest

from hinterland.errors import InputError
from hinterland.ledger.keeping.export import export
from hinterland.ledger.keeping.opening import left_behind, reader
from hinterland.ledger.keeping.store import append, findings_of, measures_of
from ledger.stories import story


def rows(ledger, query):
    with closing(reader(ledger)) as connection:
        return connection.execute(query).fetchall()


def test_keeping_twice_changes_nothing(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    first = append(ledger, pile)
    again = append(ledger, pile)
    assert (first.documents, first.observations, first.measures) == (4, 5, 4)
    assert (again.documents, again.known, again.observations, again.measures, again.findings) == (0, 4, 0, 0, 0)
    assert rows(ledger, "SELECT count(*) FROM observations") == [(5,)]


def test_an_observation_stands_under_sdmx_concepts(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile[2:3])
    levels = rows(
        tmp_path / "l.duckdb",
        "SELECT REF_AREA, COUNTERPART_AREA, INDICATOR, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, UNIT_MULT, "
        "TRANSFORMATION, OBS_STATUS FROM observations ORDER BY TRANSFORMATION",
    )
    assert levels == [
        ("MD", "W1", "exports", "2023", 4.1, "PT", 0, "GY", "A"),
        ("MD", "W1", "exports", "2023", 311.6, "CNY", 9, "N", "A"),
    ]


def test_checks_between_documents_run_over_old_and_new(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:3])
    with closing(reader(ledger)) as connection:
        assert not [finding for finding in findings_of(connection) if finding.verdict == "wrong"]
    append(ledger, pile[3:])
    with closing(reader(ledger)) as connection:
        (wrong,) = [finding for finding in findings_of(connection) if finding.verdict == "wrong"]
        assert wrong.code == "level_differs_between_documents"
        assert {wrong.doc, *(doc for doc, _ in wrong.others)} == {"next", "slip"}


def test_copies_are_compared_whatever_regions_their_figures_are_put_under(tmp_path):
    text = (
        "In {} farm exports were 13.82 billion yuan, up 28.4 percent; tea sold for 1.26 billion yuan, up 17.3 percent; "
        "fish for 2.94 billion yuan, up 22.6 percent."
    )

    def copy(doc, year, region):
        period = (date(year, 1, 1), date(year, 12, 31))
        given = ((13.82, "exports", 0.284), (1.26, "tea", 0.173), (2.94, "fish", 0.226))
        figures = [
            {"printed": f"{level} billion yuan", "indicator": name, "value": level * 1e9, "growth": rate}
            | {"growth_basis": "yoy", "period": period, "region_code": None}
            | {"region": region if name == "tea" else "Middling"}
            for level, name, rate in given
        ]
        return story(text.format(year), figures, doc=doc)

    ledger = tmp_path / "l.duckdb"
    append(ledger, [copy("first", 2023, "Middling"), copy("second", 2022, "Fiddling")])
    with closing(reader(ledger)) as connection:
        assert "year_differs_between_copies" in {finding.code for finding in findings_of(connection)}


def test_a_crash_in_the_middle_leaves_what_was_there(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    before = ledger.read_bytes()

    def failing():
        yield pile[1]
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        append(ledger, failing())
    assert ledger.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["l.duckdb"]


KILLED = """
import os, signal, sys
from pathlib import Path
from hinterland.ledger.read import read
from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.store import append
def stories():
    for number in range(1000):
        if number == 250:
            os.kill(os.getpid(), signal.SIGKILL)
        yield read(document(f"In 2023 exports of Zhejiang were {number}.5 billion yuan.", doc=f"d{number}"))
append(Path(sys.argv[1]), stories())
"""


def test_an_import_that_is_killed_leaves_what_was_there_and_the_next_one_works(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    before = ledger.read_bytes()
    assert subprocess.run([sys.executable, "-c", KILLED, str(ledger)], check=False).returncode == -9
    assert ledger.read_bytes() == before
    assert ledger.with_name("l.duckdb.partial").exists()
    assert ledger.with_name("l.duckdb.partial") in left_behind(ledger)
    append(ledger, pile[1:])
    assert rows(ledger, "SELECT count(*) FROM sources") == [(4,)]
    assert [path.name for path in tmp_path.iterdir()] == ["l.duckdb"] and left_behind(ledger) == []


def test_a_log_without_its_file_is_not_replayed_into_the_next_import(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    assert subprocess.run([sys.executable, "-c", KILLED, str(ledger)], check=False).returncode == -9
    ledger.with_name("l.duckdb.partial").unlink()
    ledger.with_name("l.duckdb.partial.wal").touch()
    assert left_behind(ledger) == [ledger.with_name("l.duckdb.partial.wal")]
    append(ledger, pile[1:])
    assert [path.name for path in tmp_path.iterdir()] == ["l.duckdb"]


def test_an_import_whose_copy_was_taken_away_leaves_the_ledger_and_the_other_file_alone(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    before, partial = ledger.read_bytes(), ledger.with_name("l.duckdb.partial")

    def overtaken():
        partial.rename(tmp_path / "aside")
        partial.write_bytes(b"of another import")
        yield pile[1]

    with pytest.raises(InputError, match="another import is writing"):
        append(ledger, overtaken())
    assert ledger.read_bytes() == before and partial.read_bytes() == b"of another import"


def test_two_imports_at_once_lose_nothing(tmp_path, pile):
    """One of them is told to wait, or comes second: never does the later one drop what the earlier one added."""
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])

    def meanwhile():
        with pytest.raises(InputError, match="another import is writing"):
            append(ledger, pile[2:3])
        yield pile[1]

    assert append(ledger, meanwhile()).documents == 1
    assert append(ledger, pile[2:3]).documents == 1
    assert rows(ledger, "SELECT count(*) FROM sources") == [(3,)]


def test_what_a_killed_import_left_is_cleared_by_the_next(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    ledger.with_name("l.duckdb.partial").write_bytes(b"half a database")
    append(ledger, pile[1:])
    assert rows(ledger, "SELECT count(*) FROM sources") == [(4,)]


def test_readers_look_while_an_import_runs(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    seen = []

    def slowly():
        for reading in pile[1:]:
            with closing(reader(ledger)) as one, closing(reader(ledger)) as other:
                query = "SELECT count(*) FROM sources"
                seen.append((one.execute(query).fetchone(), other.execute(query).fetchone()))
            yield reading

    append(ledger, slowly())
    assert seen == [((1,), (1,))] * 3
    assert rows(ledger, "SELECT count(*) FROM sources") == [(4,)]


def test_a_second_import_is_told_to_wait(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile[:1])
    holder = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holder, str(ledger) + ".partial"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(InputError) as caught:
            append(ledger, pile[1:])
        process.stdin.close()
    assert str(caught.value) == (
        f"{ledger}: another import is writing to this ledger; expected one import at a time; "
        "wait for it to end and run this again; readers need not wait"
    )


def test_measures_come_back_with_their_source(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile[:1])
    with closing(reader(tmp_path / "l.duckdb")) as connection:
        ((measure, source),) = measures_of(connection)
    assert measure == pile[0].measures[0]
    assert (source["title"], source["source"]) == ("Story early", "early.txt")


def test_exports_agree_with_the_ledger(tmp_path, pile):
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile)
    for name in ("o.csv", "o.parquet", "o.jsonld"):
        assert export(ledger, tmp_path / name) == [tmp_path / name]
    values = sorted(row[0] for row in rows(ledger, "SELECT OBS_VALUE FROM observations"))
    assert sorted(pq.read_table(tmp_path / "o.parquet")["OBS_VALUE"].to_pylist()) == values
    read = duckdb.sql(f"SELECT OBS_VALUE FROM '{tmp_path / 'o.csv'}' ORDER BY 1").fetchall()
    assert [row[0] for row in read] == values
    graph = json.loads((tmp_path / "o.jsonld").read_text())["@graph"]
    assert {node["@type"] for node in graph} == {"Observation"}
    assert len(graph) == len(values)
    assert {node["value"] for node in graph if node["unitText"] == "CNY"} == {299.4e9, 301.2e9, 311.6e9, 31.16e9}


def test_sdmx_csv_comes_with_a_structure_that_its_library_reads(tmp_path, pile):
    sdmx = pytest.importorskip("sdmx", reason="the extra `sdmx` is not installed")
    ledger = tmp_path / "l.duckdb"
    append(ledger, pile)
    table, structure = export(ledger, tmp_path / "o.csv", "sdmx-csv")
    header, *lines = table.read_text().splitlines()
    assert header.startswith("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,INDICATOR,UNIT_MEASURE")
    assert len(lines) == 5
    ET.parse(structure)
    with structure.open("rb") as file:
        definition = sdmx.read_sdmx(file).structure["LEDGER"]
    assert [str(dimension.id) for dimension in definition.dimensions][:3] == [
        "REF_AREA",
        "COUNTERPART_AREA",
        "INDICATOR",
    ]

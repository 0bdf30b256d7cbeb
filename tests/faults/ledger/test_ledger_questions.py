"""What a ledger is asked for and does not have."""

from pathlib import Path

import duckdb
import pytest

from hinterland.errors import InputError
from hinterland.ledger.keeping.announced import announced
from hinterland.ledger.keeping.export import export
from hinterland.ledger.keeping.facts import facts
from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.keeping.store import append
from ledger.stories import story


@pytest.fixture
def ledger(tmp_path):
    """Keep one document."""
    path = tmp_path / "l.duckdb"
    append(
        path,
        [
            story(
                "Exports were 5.2 billion yuan.",
                [{"printed": "5.2 billion yuan", "indicator": "exports", "value": 5.2e9}],
            )
        ],
    )
    return path


def message(run, *arguments, **options):
    with pytest.raises(InputError) as caught:
        run(*arguments, **options)
    return str(caught.value)


def test_period_is_not_understood(ledger):
    assert message(facts, ledger, period="spring") == (
        "--period: the period 'spring'; expected a year, a quarter or a month: 2023, 2023-Q1, 2023-11; write it so"
    )


def test_name_is_not_in_the_ledger(ledger):
    assert message(facts, ledger, region="Midling", indicator="import") == (
        f"{ledger}: no figure for the region 'Midling'; expected one of its 1 region; "
        f"list them with `hinterland facts {ledger} --list` (did you mean 'Middling'?)\n"
        f"{ledger}: no figure for the indicator 'import'; expected one of its 1 indicator; "
        f"list them with `hinterland facts {ledger} --list` (did you mean 'exports'?)"
    )


def test_export_form_is_unknown(ledger, tmp_path):
    assert message(export, ledger, tmp_path / "o.xlsx") == (
        f"{tmp_path / 'o.xlsx'}: the suffix '.xlsx'; expected one of csv, parquet, sdmx-csv, json-ld; "
        "name one with --form"
    )


def test_ledger_has_no_measures(ledger):
    assert message(announced, ledger) == (
        f"{ledger}: no measures; expected documents that announce something; add some with `hinterland keep`"
    )


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda path, whole: None, "no such file"),
        (lambda path, whole: path.mkdir(), "a folder"),
        (lambda path, whole: path.write_text("Exports rose."), "not a ledger but some other file"),
        (lambda path, whole: path.write_bytes(whole[:20_000]), "a ledger that is cut off"),
        (lambda path, whole: duckdb.connect(str(path)).close(), "a database without the tables of a ledger"),
    ],
)
def test_ledger_is_missing(tmp_path, ledger, make, found):
    make(tmp_path / "x.duckdb", ledger.read_bytes())
    assert message(reader, tmp_path / "x.duckdb") == (
        f"{tmp_path / 'x.duckdb'}: {found}; expected a ledger file; make one with `hinterland keep LEDGER SOURCES`"
    )


def test_a_place_that_cannot_be_written_is_named(ledger, tmp_path, monkeypatch):
    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "touch", closed)
    expected = (
        "cannot be written (Permission denied); expected a place to write; choose another folder, or make room there"
    )
    assert message(export, ledger, tmp_path / "o.csv") == f"{tmp_path / 'o.csv'}: {expected}"
    assert message(append, ledger, []) == f"{ledger}.partial: {expected}"

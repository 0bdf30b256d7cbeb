"""A finding marks the part of a record that it is about; the parts beside it stay unquestioned."""

from contextlib import closing

import pytest

from hinterland.ledger.check import codes
from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.about import _OF_CODE, doubts
from hinterland.ledger.keeping.concepts import observations
from hinterland.ledger.keeping.facts import facts
from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.keeping.store import append
from hinterland.ledger.read import read
from hinterland.ledger.records import Finding

HEAD = "Updated : 2023-01-20\n\n"
RIGHT = "Exports of Hubei rose 4.1 percent to 420.7 billion yuan ($62.1 billion) in 2022, ranking third in the country."
SLIP = RIGHT.replace("62.1 billion", "62.1 million")


def statuses(reading, findings=()):
    return {row["TRANSFORMATION"]: row["OBS_STATUS"] for row in observations("a", reading.statistics, findings)}


def finding(reading, code):
    return Finding("a", reading.statistics[0].span, "", code, "wrong", "error", "")


def test_a_bracket_is_an_observation_with_its_own_unit_and_interval():
    reading = read(document(HEAD + RIGHT))
    (row,) = [row for row in observations("a", reading.statistics, ()) if row["TRANSFORMATION"] == "_converted"]
    assert (row["OBS_VALUE"], row["UNIT_MEASURE"], row["UNIT_MULT"], row["OBS_STATUS"]) == (62.1, "USD", 9, "A")
    assert (row["low"], row["high"]) == pytest.approx((62.05e9, 62.15e9))


@pytest.mark.parametrize(
    ("code", "doubted"),
    [
        ("bracket_is_off_by_a_power_of_ten", {"_converted"}),
        ("growth_differs_between_documents", {"GY"}),
        ("ranks_contradict", {"_rank"}),
        ("parts_do_not_add_up", {"N", "_converted"}),
        ("period_has_not_ended", {"N", "_converted", "GY", "_rank"}),
    ],
)
def test_a_finding_marks_what_it_is_about(code, doubted):
    reading = read(document(HEAD + RIGHT))
    found = statuses(reading, [finding(reading, code)])
    assert found.keys() == {"N", "_converted", "GY", "_rank"}
    assert {how for how, status in found.items() if status == "U"} == doubted
    assert {how for how in found if doubts(code, how)} == doubted


def test_in_a_ledger_a_wrong_bracket_leaves_level_and_growth_unquestioned(tmp_path):
    ledger = tmp_path / "l.duckdb"
    append(ledger, [read(document(HEAD + SLIP))])
    verdicts = {fact.transformation: (fact.verdict, fact.status) for fact in facts(ledger)}
    assert verdicts["_converted"] == ("wrong", "U")
    assert verdicts["N"] == verdicts["GY"] == verdicts["_rank"] == ("unquestioned", "A")
    with closing(reader(ledger)) as connection:
        assert connection.execute("SELECT DISTINCT code FROM findings").fetchall() == [
            ("bracket_is_off_by_a_power_of_ten",)
        ]


def test_every_code_listed_is_a_check():
    assert _OF_CODE.keys() <= codes().keys()

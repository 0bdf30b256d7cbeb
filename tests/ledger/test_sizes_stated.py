"""Sizes of levers as a reader of the announcement would take them, and what moves a rate the other way."""

import pytest

from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.stated import Stated, opposes, stated


def announced(sentence):
    (row,) = measures(document("Updated : 2023-10-20\n\n" + sentence))
    return row, kinds()[row.instrument]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what was and what will be: the difference is saved
        ("Hubei will cut the time of its shipping route to Chile from 25 days to 15 days.", Stated(10.0, "days")),
        ("Hubei will open a freight train route to Laos, cutting the journey from 12 to 9 days.", Stated(3.0, "days")),
        ("Hubei will open 12 freight train routes to Laos, shortening the journey by 3 days.", Stated(3.0, "days")),
        ("Hubei will open a freight train route that runs from 9 to 12 days.", None),
        # a duty laid on top, and one whose size is a range
        ("Hubei will impose a tariff of 25 percent on steel.", Stated(25.0, "pp")),
        ("Hubei will impose an additional 10 percent duty on steel.", Stated(10.0, "pp")),
        ("Hubei imposed 30% anti-dumping duties on steel.", Stated(30.0, "pp")),
        ("Hubei will set the tariff on steel to 25 percent.", Stated(25.0, "percent", level=True)),
        # a duty halved or taken away
        ("Hubei will halve tariffs on steel.", Stated(-50.0, "percent")),
        ("Hubei will abolish tariffs on steel.", Stated(0.0, "percent", level=True)),
        ("Hubei will waive customs duty on looms.", Stated(0.0, "percent", level=True)),
        ("Hubei will exempt raw wool from duty.", Stated(0.0, "percent", level=True)),
        ("Hubei will abolish tariffs on most goods.", None),
        ("Hubei will remove anti-dumping duties on steel.", None),
        # hundredths of a point, and money before its number
        ("Hubei will cut the lending rate by 50 basis points.", Stated(0.5, "pp")),
        ("Hubei will introduce a carbon tax of $25 a tonne.", Stated(25.0, "USD per tonne")),
        ("Hubei will cut port fees by 50pc.", Stated(50.0, "percent", of="handling")),
    ],
)  # fmt: skip
def test_a_size_is_what_a_reader_takes_from_the_words(sentence, expected):
    assert stated(*announced(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hubei will raise tariffs on steel.", True),
        ("Hubei will impose tariffs on steel.", True),
        ("Hubei will cut export tax rebates.", True),
        ("Hubei will raise the lending rate for mills.", True),
        ("Hubei will raise port fees.", True),
        ("Hubei banned imports of maize.", True),
        ("Hubei will suspend exports of ore.", True),
        ("Hubei will cut tariffs on steel.", False),
        ("Hubei will raise the duty-free quota for sugar.", False),
        ("Hubei will cut the time for export tax rebates.", False),
        ("Hubei will increase lending to small firms.", False),
        ("Hubei will increase the number of freight trains.", False),
        ("Hubei will host an import expo.", False),
    ],
)
def test_a_move_the_other_way_is_told_from_the_one_assumed(sentence, expected):
    assert opposes(*announced(sentence)) is expected

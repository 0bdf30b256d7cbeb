"""What holds for whatever is read: shared by the property tests and by `fuzz_reader`."""

from __future__ import annotations

from dataclasses import fields

from hinterland.ledger.documents.source import document
from hinterland.ledger.read import Reading, read, records
from hinterland.ledger.records import Statistic

BOILERPLATE = "\nThe publisher of these pages reserves the right to correct them without telling anybody beforehand.\n"


def read_text(text: str) -> Reading:
    """Read a text twice and check what must hold; raise `AssertionError` where it does not."""
    reading = read(document(text))
    for row in reading.statistics:
        holds(row, reading.document.text)
    for measure in reading.measures:
        assert reading.document.text[slice(*measure.span)] == measure.anchor, measure
    assert list(records(read(document(text)))) == list(records(reading))
    return reading


def holds(row: Statistic, text: str) -> None:
    """Check one statistic: it stands where it says, lies in its interval, and its period does not run backwards."""
    assert list(vars(row)) == [field.name for field in fields(row)], row
    assert text[slice(*row.span)] == row.printed and row.printed in row.sentence, row
    for low, middle, high in (
        (row.low, row.value, row.high),
        (row.paired_low, row.paired_value, row.paired_high),
        (row.growth_low, row.growth, row.growth_high),
    ):
        assert (low is None) == (middle is None) == (high is None), row
        assert low is None or middle is None or high is None or low <= middle <= high, row
    assert (row.period_start is None) == (row.period_end is None), row
    assert row.period_start is None or row.period_end is None or row.period_start <= row.period_end, row
    assert row.rank is None or row.rank >= 1, row


def nothing_is_lost(text: str) -> None:
    """Check that unrelated words at the end take no figure away."""
    printed = [(row.span, row.value, row.growth) for row in read(document(text)).statistics]
    longer = {(row.span, row.value, row.growth) for row in read(document(text + BOILERPLATE)).statistics}
    assert longer.issuperset(printed), set(printed) - longer

"""Noise below the size limit: the reader's calls grow with the length only, and no number costs many of them.

Calls are counted, as for the checks in `test_checks_bounded`: they are the same on every machine.
"""

import random

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read
from robustness.test_checks_bounded import calls

NOISE = [
    "1,",
    "1.2.3.",
    "$1 ",
    "1,000 ",
    "1 percent ",
    "5.1 billion yuan, ",
    "2023 ",
    "Q1 ",
    "1/2 ",
    "3个百分点",
    "up 5 percent, ",
]
LANGUAGE = [
    "exports rose 5 percent to 3 billion yuan. ",
    "Shandong ",
    "exports of ",
    "January–",
    "一万",
    "( ",
    "a 5 b 6\n",
    "ranked first ",
]
A_NUMBER = 20  # calls at most for a number that is only counted; one that is read takes a hundred and more
A_SIGN = 40


def work(text: str) -> int:
    return calls(lambda: read(document(text)))


@pytest.fixture(autouse=True, scope="module")
def _loaded():
    """Load vocabularies and compile patterns, which happens once."""
    for text in ("Exports rose 5 percent in 2023, and a port will be built.", "出口增长5%，将建设港口。"):
        read(document(text * 3))


@pytest.mark.parametrize("text", NOISE)
def test_numbers_without_a_sentence_are_counted_and_not_read(text):
    bait = text * (40_000 // len(text))
    reading = read(document(bait))
    assert reading.unread > 0.99 * sum(row.numbers for row in reading.passed) > 1000
    assert len(reading.statistics) < 100  # the last piece is short enough to be a sentence
    assert work(bait) < A_NUMBER * reading.unread + 100_000


@pytest.mark.parametrize("text", [*NOISE, *LANGUAGE])
def test_the_work_of_reading_grows_with_the_length(text):
    """Four times the text takes less than six times the calls: comparing all with all would take sixteen."""
    few, many = (work(text * (length // len(text))) for length in (8_000, 32_000))
    assert many < 6 * few
    assert many < A_SIGN * 32_000


def test_random_signs_are_not_read():
    """What stands in lines of digits is no statement; a short line may be the end of a wrapped one."""
    signs = random.Random(5)
    text = "".join(signs.choice("0123456789 abc.,$%()\n") for _ in range(40_000))
    reading = read(document(text))
    assert reading.unread > 4_000
    assert len(reading.statistics) < 1_000
    assert work(text) < A_SIGN * len(text)

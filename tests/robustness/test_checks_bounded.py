"""Bait for the checks' comparisons: the work grows with the length, not with its square.

Work is the number of calls made, of Python and of C, which is the same on every machine; what a pattern does inside
one call is counted in `test_patterns`.
"""

import sys
from collections.abc import Callable
from datetime import date

import pytest

from hinterland.ledger.check import TEXT_CHECKS, check_page
from hinterland.ledger.checks import pages
from hinterland.ledger.checks.growth import times_is_called_increase
from hinterland.ledger.checks.pages import Page
from hinterland.ledger.records import Document, Statistic

BAIT = [
    "1. " * 20_000,
    "growth rate " * 6_000,
    "share of a share of " * 4_000,
    "1.2:3.4:5.6:" * 6_000,
    "$1.1 billion " * 6_000,
    "increased by 1.1 times " * 4_000,
    "of the 41 " * 8_000,
    "account for 5 " * 6_000,
    "generated " * 8_000,
    "9" * 100_000,
    "比重提高" * 20_000,
    "from 5 million to 6 million, up 5 percent, " * 2_000,
    "由5亿元增加到6亿元，增长5%，" * 3_000,
    "of this total 5 tons, 5 percent of the " * 2_000,
    "June 31, 2022 " * 5_000,
    "a | 5 | 6\n" * 8_000,
    "5 tons a day on average " * 3_000,
    "\x00‮ percent" * 8_000,
]


def calls(run: Callable[[], None]) -> int:
    """Count the calls that `run` makes."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def work(text: str) -> int:
    page = Page(Document("a", "a", "a", text), ())

    def checks():
        for run in (*TEXT_CHECKS, times_is_called_increase):
            list(run(page))
        list(check_page(page))

    return calls(checks)


@pytest.mark.parametrize("text", BAIT, ids=lambda text: text[:12].strip() or "white")
def test_work_grows_with_length_only(text):
    """Four times the text takes less than eight times the work: comparing all with all would take sixteen."""
    work(text[:1000])  # compile and load what is made once
    quarter = work(text[: len(text) // 4])
    few = len(text) // 16  # next to nothing, and as it happens more or less, by where the text is cut
    assert work(text) < 8 * max(quarter, few)


def test_a_document_of_many_figures_is_compared_in_stretches(monkeypatch):
    def figure(number):
        return Statistic(
            "a", (number, number + 1), "5.1 billion", "", f"exports[product=p{number}]", "M", "M",
            date(2023, 1, 1),
            date(2023, 12, 31), 5.1e9 + number, None, None, "CNY",
        )  # fmt: skip

    def taken(count):
        page = Page(Document("a", "a", "a", ""), tuple(map(figure, range(count))))
        return calls(lambda: list(check_page(page)))

    monkeypatch.setattr(pages, "WINDOW", 100)
    assert taken(800) < 5 * taken(200)

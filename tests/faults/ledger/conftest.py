"""Figures and documents made up for one fault at a time; the places and numbers are nobody's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from hinterland.ledger.check import check
from hinterland.ledger.records import Block, Document, Finding, Statistic

YEAR = (date(2023, 1, 1), date(2023, 12, 31))


@dataclass(frozen=True)
class Reading:
    """Stand in for what a reader hands over."""

    document: Document
    statistics: tuple[Statistic, ...] = ()
    measures: tuple[Any, ...] = field(default=())


def _reading(
    text: str, *figures: dict[str, Any], doc: str = "a", published: date | None = date(2024, 1, 20), title: int = 0
) -> Reading:
    """Place each figure at its printed string in the text; its sentence is the line that holds it.

    The first `title` characters are the headline.
    """
    statistics, done = [], 0
    for given in figures:
        start = text.index(given["printed"], done if text.find(given["printed"], done) >= 0 else 0)
        done = start + len(given["printed"])
        sentence = text[text.rfind("\n", 0, start) + 1 : (text + "\n").index("\n", start)]
        period = dict(zip(("period_start", "period_end"), given.get("period", YEAR), strict=True))
        rest = {name: value for name, value in given.items() if name != "period"}
        known = {"region": "Middling", "region_code": "MD", **period, **rest}
        statistics.append(Statistic(doc=doc, span=(start, done), sentence=sentence, **known))
    blocks = (Block(0, title, "title"),) if title else ()
    document = Document(doc, f"{doc}.txt", doc, text, published=published, blocks=blocks)
    return Reading(document, tuple(statistics))


def _found(*readings: Reading, code: str) -> list[Finding]:
    return [finding for finding in check(readings) if finding.code == code]


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Make a reading from a text and its figures."""
    return _reading


@pytest.fixture
def found() -> Callable[..., list[Finding]]:
    """Check readings and keep the findings of one code."""
    return _found


@pytest.fixture
def figure() -> Callable[..., dict[str, Any]]:
    """Describe a figure: printed string, indicator, value, unit and whatever else."""

    def describe(
        printed: str, indicator: str, value: float | None = None, unit: str | None = "CNY", **rest: Any
    ) -> dict[str, Any]:
        return {"printed": printed, "indicator": indicator, "value": value, "unit": unit, **rest}

    return describe

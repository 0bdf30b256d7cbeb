"""Stories of places that are nobody's: documents with the figures that a reader found in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read
from hinterland.ledger.records import Block, Document, Measure, Statistic

YEAR = (date(2023, 1, 1), date(2023, 12, 31))
PUBLISHED = date(2024, 1, 20)


@dataclass(frozen=True)
class Story:
    """Stand in for what a reader hands over."""

    document: Document
    statistics: tuple[Statistic, ...] = ()
    measures: tuple[Measure, ...] = field(default=())


def story(text: str, figures: list[dict[str, Any]] | None = None, **about: Any) -> Story:
    """Place each figure at its printed string in the text; without figures, have the text read.

    `about` may hold the name `doc`, the day `published`, `undated`, and the number of characters that are its `title`.
    """
    doc = about.get("doc", "a")
    day = None if about.get("undated") else about.get("published", PUBLISHED)
    if figures is None:
        return read_story(text, doc, day)
    title = about.get("title", 0)
    blocks = (Block(0, title, "title"),) if title else ()
    page = Document(doc, f"{doc}.txt", doc, text, published=day, blocks=blocks)
    return Story(page, tuple(_placed(doc, text, figures)))


def read_story(text: str, doc: str = "a", published: date | None = PUBLISHED) -> Story:
    """Have a text read as if it had appeared on a day."""
    reading = read(replace(document(text), doc=doc, published=published))
    figures = tuple(replace(figure, doc=doc) for figure in reading.statistics)
    return Story(reading.document, figures, reading.measures)


def yearly(doc: str, year: int, exports: float, published: date, growth: float | None = None) -> Story:
    """Tell of one year's exports of Middling, in billions of yuan, with one measure."""
    plan = "The province will hold import expos with Japan."
    text = f"In {year} exports of Middling were {exports} billion yuan.\n{plan}"
    figure: dict[str, Any] = {"printed": f"{exports} billion yuan", "indicator": "exports", "value": exports * 1e9}
    figure["period"] = (date(year, 1, 1), date(year, 12, 31))
    if growth is not None:
        figure |= {"growth": growth, "growth_basis": "yoy"}
    told = story(text, [figure], doc=doc, published=published)
    at = text.index("import expos")
    measure = Measure(doc, (at, at + 12), plan, "import expos", "the province", "expo", "imports", None, "planned")
    page = replace(told.document, sha256=f"hash of {doc}", title=f"Story {doc}")
    return Story(page, told.statistics, (measure,))


def _placed(doc: str, text: str, figures: list[dict[str, Any]]) -> list[Statistic]:
    """Find each printed string after the one before; its sentence is the line that holds it."""
    placed, done = [], 0
    for given in figures:
        start = text.index(given["printed"], done if text.find(given["printed"], done) >= 0 else 0)
        done = start + len(given["printed"])
        sentence = text[text.rfind("\n", 0, start) + 1 : (text + "\n").index("\n", start)]
        placed.append(Statistic(doc=doc, span=(start, done), sentence=sentence, **_described(given)))
    return placed


def _described(given: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in what a figure does not say of itself: a level of Middling in yuan for 2023."""
    period = dict(zip(("period_start", "period_end"), given.get("period", YEAR), strict=True))
    known = {"region": "Middling", "region_code": "MD", "unit": "CNY" if "value" in given else None}
    return known | period | {name: value for name, value in given.items() if name != "period"}

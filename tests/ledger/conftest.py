"""A small pile of documents about places that do not exist."""

from dataclasses import dataclass
from datetime import date

import pytest

from hinterland.ledger.records import Document, Measure, Statistic


@dataclass(frozen=True)
class Reading:
    """Stand in for what a reader hands over."""

    document: Document
    statistics: tuple[Statistic, ...] = ()
    measures: tuple[Measure, ...] = ()


def story(doc: str, year: int, exports: float, published: date, growth: float | None = None) -> Reading:
    """Tell of one year's exports of Middling, in billions of yuan, with one measure."""
    printed = f"{exports} billion yuan"
    sentence = f"In {year} exports of Middling were {printed}."
    plan = "The province will hold import expos with Japan."
    text = f"{sentence}\n{plan}"
    start = text.index(printed)
    figure = Statistic(
        doc=doc,
        span=(start, start + len(printed)),
        printed=printed,
        sentence=sentence,
        indicator="exports",
        region="Middling",
        region_code="MD",
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        value=exports * 1e9,
        unit="CNY",
        growth=growth,
        growth_basis="yoy" if growth is not None else None,
    )
    at = text.index("import expos")
    measure = Measure(doc, (at, at + 12), plan, "import expos", "the province", "expo", "imports", None, "planned")
    return Reading(
        Document(doc, f"{doc}.txt", f"hash of {doc}", text, f"Story {doc}", published=published), (figure,), (measure,)
    )


@pytest.fixture
def pile() -> list[Reading]:
    """Give four stories: two years, one of them in two vintages, and one slip of a scale word."""
    return [
        story("early", 2022, 299.4, date(2023, 1, 20)),
        story("late", 2022, 301.2, date(2023, 6, 1)),
        story("next", 2023, 311.6, date(2024, 1, 20), growth=0.041),
        story("slip", 2023, 31.16, date(2024, 2, 1)),
    ]

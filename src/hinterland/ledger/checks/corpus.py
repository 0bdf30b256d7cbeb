"""Documents side by side: their figures by what they state, and copies of one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from hinterland.ledger.checks.pages import Key, Name, Page, is_level, key_of
from hinterland.ledger.intervals import of_growth, of_value, significant_digits
from hinterland.ledger.records import Statistic

COPY_FIGURES = 3  # figures of three or more digits that two texts must share before one is called a copy
COPY_SHARE = 0.6  # of the shorter text's figures: a rewritten wire story keeps at least so many
TELLING = 3  # digits that make a figure telling; with its growth rate, two more together
CROWD = 40  # a figure printed in more documents than this is a round number or boilerplate and says nothing of copies


@dataclass(frozen=True)
class Corpus:
    """Hold the pages that are checked against each other."""

    pages: tuple[Page, ...]

    @cached_property
    def figures(self) -> dict[tuple[Name, str | None, str | None], list[Statistic]]:
        """Group every document's best levels by what, where and unit."""
        groups: dict[tuple[Name, str | None, str | None], list[Statistic]] = defaultdict(list)
        for page in self.pages:
            for key, figure in page.best.items():
                if key.region is not None and key.start is not None:
                    groups[key.name, key.region, key.unit].append(figure)
        return {key: _distinct(figures) for key, figures in groups.items()}

    @cached_property
    def rates(self) -> dict[Key, list[Statistic]]:
        """Group growth rates by what, where and when."""
        groups: dict[Key, list[Statistic]] = defaultdict(list)
        for page in self.pages:
            for figure in page.statistics:
                if figure.growth is not None and figure.indicator and figure.period_start and figure.region:
                    groups[replace(key_of(figure), unit=None)].append(figure)
        return {key: _distinct(figures) for key, figures in groups.items()}

    @cached_property
    def copies(self) -> dict[str, str]:
        """Map each document to the first one that tells the same story."""
        return _clusters(self.pages)

    @cached_property
    def by_doc(self) -> dict[str, Page]:
        """Find a page by its document's name."""
        return {page.document.doc: page for page in self.pages}

    def are_copies(self, one: Statistic, other: Statistic) -> bool:
        """Tell whether two figures come from one story."""
        return self.copies[one.doc] == self.copies[other.doc]

    def days_since(self, held: Statistic, told: Statistic) -> int:
        """Count the days from the end of one figure's period to another's publication; 0 where either is unknown."""
        published = self.by_doc[told.doc].document.published
        return (published - held.period_end).days if published and held.period_end else 0


def _distinct(figures: Iterable[Statistic]) -> list[Statistic]:
    """Keep one of those that state the very same: a thousand copies are compared once."""
    kept: dict[tuple[object, ...], Statistic] = {}
    for f in figures:
        kept.setdefault((f.value, f.growth, f.growth_basis, f.period_start, f.period_end), f)
    return list(kept.values())


def _clusters(pages: Sequence[Page]) -> dict[str, str]:
    """Join documents that share enough figures; each gets the name of the first of its story."""
    marks = {page.document.doc: _marks(page) for page in pages}
    holders: dict[tuple[float | None, float | None], list[str]] = defaultdict(list)
    for doc, own in marks.items():
        for mark in own:
            holders[mark].append(doc)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for docs in holders.values():
        if len(docs) <= CROWD:
            for pair in combinations(docs, 2):
                shared[pair] += 1
    first = {page.document.doc: page.document.doc for page in pages}
    for (one, other), count in shared.items():
        if count >= COPY_FIGURES and count >= COPY_SHARE * min(len(marks[one]), len(marks[other])):
            first[other] = first[one]
    return first


def _marks(page: Page) -> set[tuple[float | None, float | None]]:
    """Give the figures that identify a story: levels of three or more digits with their growth, both counted."""
    levels = (figure for figure in page.statistics if is_level(figure) and figure.value)
    return {(figure.value, figure.growth) for figure in levels if _says_enough(figure)}


def _says_enough(figure: Statistic) -> bool:
    digits = significant_digits(figure.value or 0, of_value(figure))
    rate = significant_digits(figure.growth, of_growth(figure)) if figure.growth else 0
    return digits >= TELLING or digits + rate > TELLING + 1

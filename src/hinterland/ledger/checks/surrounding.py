"""A place against the larger one that it lies in: a city exports no more than its province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, found
from hinterland.ledger.checks.plainly import is_told_plainly
from hinterland.ledger.intervals import of_value
from hinterland.ledger.lexicon import places
from hinterland.ledger.records import Finding, Statistic

WHOLE = ("exports", "imports", "trade_total", "gdp")  # what a place has a part of: cargo is handled for others, too


def place_passes_the_one_around_it(page: Page) -> Iterator[Finding]:
    """Find a city with more exports than its province, or a province with more than its country."""
    for key, inner in page.best.items():
        around = _around(inner)
        outer = page.best.get(replace(key, region=around)) if around and key.name.base in WHOLE else None
        if outer is None or of_value(inner).low <= of_value(outer).high:
            continue
        if is_told_plainly(page, inner) and is_told_plainly(page, outer):
            yield found(
                inner,
                "place_passes_the_one_around_it",
                {
                    "indicator": say.name(key.name),
                    "inner": say.region(inner),
                    "value": say.value(inner),
                    "outer": say.region(outer),
                    "whole": say.value(outer),
                },
                others=[outer],
            )


CHECKS = (place_passes_the_one_around_it,)


def _around(figure: Statistic) -> str | None:
    """Give the code of what a figure's region lies in."""
    place = places().get(figure.region_code or figure.region or "")
    return place.parent if place else None

"""Levels that no place can have: a scale word is likelier wrong than the place unusual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Name, Page, found, is_level
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Finding, Statistic

_SCALE_BELOW = re.compile(r"(?i)[^\S\n]{0,9}\n\s{0,9}(?:thousand|million|billion|trillion|[mb]l?n|trln|tn)\b")
SHORTEST = 27  # days: of a shorter period a level may be as small as it likes
_PIECE = re.compile(
    r"(?i)\b(?:per|each|every|average|price\w*|cost\w*|tickets?|wages?|fee|toll|tariff|samples?|trial|"
    r"first (?:batch|shipment)|"
    r"containers? of|shipments?|orders?)\b|人均|每|均价|价格|单价|批"
)


def level_is_beyond_any_place(page: Page) -> Iterator[Finding]:
    """Find a region's level that is too small or too large for any place in a month or more."""
    for figure in page.statistics:
        if not is_level(figure) or _PIECE.search(figure.sentence) or not _is_long(figure):
            continue
        if _SCALE_BELOW.match(page.document.text[figure.span[1] : figure.span[1] + 20]):
            continue  # its scale word stands on the next line
        for known in table("plausible.toml")["bound"]:
            if figure.indicator in known["indicators"] and _is_of(figure, known):
                yield from _judged(figure, known)


CHECKS = (level_is_beyond_any_place,)


def _judged(figure: Statistic, known: dict[str, Any]) -> Iterator[Finding]:
    value = abs(figure.value or 0.0)
    if value and not known.get("low", 0) <= value <= known.get("high", float("inf")):
        yield found(
            figure,
            "level_is_beyond_any_place",
            {
                "value": say.value(figure),
                "indicator": say.name(Name.of(figure.indicator)),
                "reason": say.either(known["reason"], known["reason_zh"]),
            },
            verdict="cannot_tell",
            severity="tension",
        )


def _is_of(figure: Statistic, known: dict[str, Any]) -> bool:
    if known.get("money"):
        return bool(figure.unit) and len(str(figure.unit)) == 3 and str(figure.unit).isupper() and figure.unit != "TEU"
    return bool(figure.unit == known["unit"])


def _is_long(figure: Statistic) -> bool:
    start, end = figure.period_start, figure.period_end
    return bool(start and end and (end - start).days >= SHORTEST)

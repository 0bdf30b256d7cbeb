"""Which codes of an economy the places and sectors of a text are."""

from __future__ import annotations

import re

from hinterland.baseline import Baseline
from hinterland.labels import Label, folded
from hinterland.ledger.keeping.announced import lies_in, names_of
from hinterland.ledger.lexicon import table
from hinterland.tables.naming import alpha3

# Names of regions that hold what is left of a place once others are taken out: no place by itself.
_REMAINDER = re.compile(r"(?i)\b(?:rest|other|without|excluding|except)\b")
_SHORTEST = 4  # letters of a name that may stand inside a longer one


def region(place: str, baseline: Baseline) -> str | None:
    """Give the region or group of an economy that a place of the gazetteer is, or that holds it; None where none is."""
    return same_region(place, baseline) or next(
        (label.code for label in baseline.regions.labels if _holds(label, place)), None
    )


def same_region(place: str, baseline: Baseline) -> str | None:
    """Give the region or group that is the place itself by code, name or alias, no more and no less.

    The "rest of the world" of a text is not an economy's: each leaves out other places.
    """
    if _REMAINDER.search(names_of(place)[0]):
        return None
    names = {folded(name) for name in (place, alpha3(place) or place, *names_of(place))}
    for code in (*baseline.regions.codes, *baseline.groups):
        if folded(code) in names:
            return code
    named = (label.code for label in baseline.regions.labels if names & {folded(label.en), folded(label.zh)} - {""})
    return next(named, None)


def stand_in(place: str, baseline: Baseline) -> str | None:
    """Give the code that stands in for a place that an economy lacks: a like group, or the one region around it."""
    other = table("levers.toml")["stands_in"].get(place)
    if other:
        return region(other, baseline)
    around = lies_in(place)
    code = region(around, baseline) or stand_in(around, baseline) if around else None
    return None if code in baseline.groups else code  # a part of a group is not the group


def country(place: str, baseline: Baseline) -> str | None:
    """Give the code of the country that a place lies in, or is."""
    while around := lies_in(place):
        place = around
    return region(place, baseline)


def members(code: str, baseline: Baseline) -> set[str]:
    """List the regions of a code: itself, or those of the group."""
    return set(baseline.groups.get(code, (code,)))


def sectors(names: tuple[str, ...], words: str, baseline: Baseline) -> tuple[str, ...]:
    """Give the sectors of an economy that a text means: by the words of the table, and by their own full names."""
    known = table("levers.toml")["sectors"]
    found = []
    for label in baseline.sectors.labels:
        name = f"{label.name()} | {label.code}"
        meant = [key for key, row in known.items() if _any_of(row["label"]).search(name)]
        if set(meant) & set(names) or (not meant and _any_of([label.name()]).search(words)):
            found.append(label.code)
    return tuple(found)


def _holds(label: Label, place: str) -> bool:
    """Tell whether a region's name holds the place's among others: Gulf (Saudi Arabia and United Arab Emirates)."""
    names = [name for name in names_of(place) if len(name) >= _SHORTEST]
    return bool(names) and not _REMAINDER.search(label.en) and bool(_any_of(names).search(label.en))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])")

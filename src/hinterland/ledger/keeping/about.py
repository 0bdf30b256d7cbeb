"""What a finding is about: a record's level, the conversion in brackets beside it, its growth, its rank, or all of it.

A record states up to four things at one place in a text. A check that compares one of them says nothing against the
others: a bracket that does not convert leaves the level in yuan and its growth as they are. Where two parts
contradict each other (a rate and the levels beside it), and where the place, time or unit is in question, all are.
"""

from __future__ import annotations

from hinterland.ledger.checks import brackets

CONVERTED = "_converted"  # TRANSFORMATION of a bracket: the level as its source converted it

_PARTS = {"N": "value", CONVERTED: "paired", "_rank": "rank"}  # by TRANSFORMATION; all others are growth
_ALL = ("value", "paired", "growth", "rank")
_LEVELS = ("value", "paired")
_ABOUT: dict[tuple[str, ...], tuple[str, ...]] = {
    ("paired",): tuple(run.__name__ for run in brackets.CHECKS),
    ("rank",): ("ranks_contradict", "rank_differs_between_documents", "ranks_of_one_year_differ"),
    ("growth",): (
        "component_growth_does_not_rebuild_the_total",
        "total_growth_is_outside_its_parts",
        "threshold_is_not_passed",
        "times_is_called_increase",
        "title_differs_from_the_body",
        "growth_differs_within_the_text",
        "growth_differs_between_documents",
        "growth_basis_is_confused",
    ),
    _LEVELS: (
        "parts_do_not_add_up",
        "parts_are_larger_than_the_whole",
        "part_is_larger_than_the_whole",
        "place_passes_the_one_around_it",
        "months_do_not_add_up",
        "level_is_beyond_any_place",
        "level_differs_within_the_text",
        "level_differs_between_documents",
        "level_in_the_title_differs",
    ),
}
_OF_CODE = {code: parts for parts, codes in _ABOUT.items() for code in codes}


def doubts(code: str, transformation: str) -> bool:
    """Tell whether a check's findings are about the observations of a transformation."""
    return _PARTS.get(transformation, "growth") in _OF_CODE.get(code, _ALL)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


# The same for queries: the parts that finding `f` is about, and the part that observation `o` is.
ABOUT = (
    "CASE "
    + " ".join(f"WHEN f.code IN ({_listed(codes)}) THEN [{_listed(parts)}]" for parts, codes in _ABOUT.items())
    + f" ELSE [{_listed(_ALL)}] END"
)
PART = (
    "CASE o.TRANSFORMATION "
    + " ".join(f"WHEN '{how}' THEN '{part}'" for how, part in _PARTS.items())
    + " ELSE 'growth' END"
)

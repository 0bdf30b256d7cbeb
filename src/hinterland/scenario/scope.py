"""Has the economy the regions, groups and sectors that a scenario names, and does every measure touch something?"""

from __future__ import annotations

from collections.abc import Iterator

from hinterland.baseline import Baseline
from hinterland.errors import Problem
from hinterland.labels import Axis, suggestion
from hinterland.scenario.measures.measure import (
    EVERY,
    CellMeasure,
    Measure,
    PairMeasure,
    at_cells,
    at_pairs,
)
from hinterland.scenario.schema import Scenario

_REGIONS = ("regions", "partners", "without", "country", "payers")
_SECTORS = ("sectors", "users")


def of_scope(scenario: Scenario, baseline: Baseline) -> Iterator[Problem]:
    """Find unknown codes, and measures that touch nothing."""
    for at, measure in enumerate(scenario.measures):
        unknown = list(codes_are_unknown(measure, at, scenario, baseline))
        yield from unknown
        if not unknown:
            yield from measures_touch_nothing(measure, at, scenario, baseline)


def codes_are_unknown(measure: Measure, at: int, scenario: Scenario, baseline: Baseline) -> Iterator[Problem]:
    """Find codes that are neither a label nor a group of the economy."""
    for arguments, axis in ((_REGIONS, baseline.regions), (_SECTORS, baseline.sectors)):
        for argument in arguments:
            for code in getattr(measure, argument, None) or ():
                groups = tuple(baseline.groups) if axis.name == "region" else ()
                if code not in (*axis.codes, *groups, EVERY):
                    yield Problem(
                        f"unknown {axis.name} {code!r}{_near(code, axis, groups)}",
                        scenario.origin.place(("measure", at, argument)),
                        f"a code{' or group' if groups else ''} of the economy, or *",
                        "correct it; `hinterland show` lists them",
                        "codes_are_unknown",
                    )


def measures_touch_nothing(measure: Measure, at: int, scenario: Scenario, baseline: Baseline) -> Iterator[Problem]:
    """Find measures between a region and itself, and those whose partners are all left out."""
    if isinstance(measure, PairMeasure):
        touched = at_pairs(measure, baseline, "both").any()
    elif isinstance(measure, CellMeasure):
        touched = at_cells(measure, baseline).any()
    else:
        return
    if not touched:
        yield Problem(
            f"{scenario.labels[at]!r} touches no trade",
            scenario.origin.place(("measure", at, "partners")),
            "partners other than the regions themselves",
            "correct partners or without",
            "measures_touch_nothing",
        )


def _near(word: str, axis: Axis, groups: tuple[str, ...]) -> str:
    """Suggest the nearest code or group; a name that is close stands for its code."""
    if said := suggestion(word, (*axis.codes, *groups)):
        return said
    for label in axis.labels:
        if word.lower() in (label.en.lower(), label.zh):
            return f" (did you mean {label.code!r}?)"
    return ""

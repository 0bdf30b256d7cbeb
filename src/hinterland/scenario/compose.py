"""Compose the measures of a scenario for an economy: each by itself first, then what they cannot be together."""

from __future__ import annotations

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures
from hinterland.errors import Problems
from hinterland.scenario import conflicts
from hinterland.scenario.composition import Composition
from hinterland.scenario.measures.effect import Misfit
from hinterland.scenario.measures.registry import effect
from hinterland.scenario.schema import Scenario
from hinterland.scenario.scope import of_scope


def compose(baseline: Baseline, scenario: Scenario, closures: Closures | None = None) -> Composition:
    """Compose the measures of a scenario for an economy.

    `closures` are those in force when not the economy's with the scenario's overrides. Raises `InputError` with every
    fault: unknown codes, what the economy lacks, measures that contradict each other, taxes that leave no price.
    """
    problems = Problems()
    problems.extend(of_scope(scenario, baseline))
    problems.extend(conflicts.measures_are_repeated(scenario))
    problems.raise_if_any()
    effects = []
    for at, measure in enumerate(scenario.measures):
        try:
            effects.append(effect(measure, baseline))
        except Misfit as misfit:
            place = scenario.origin.place(("measure", at, misfit.argument))
            problems.add(misfit.found, where=place, expected=misfit.expected, remedy=misfit.remedy, code=misfit.code)
    problems.raise_if_any()
    composed = Composition(baseline, scenario, closures or scenario.closures(baseline.closures), tuple(effects))
    problems.extend(conflicts.of_composition(composed))
    problems.raise_if_any()
    return composed

"""How sure: the range of every headline over the elasticity sets, over the ranges of assumed sizes, and over both.

Each alone: one solve for each set of elasticities, two for each size with a range. Jointly: a Latin hypercube (McKay,
Beckman & Conover 1979) over all of them at once, sizes uniform over their ranges, sets equally likely. Against another
scenario every solve is one of a pair: both have the same elasticities, and the same value of every size they share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
import scipy  # its stats cost a second to import: scipy fetches them when they are first used

from hinterland.baseline import Baseline
from hinterland.elasticities import with_elasticities
from hinterland.panel import Panel, Progress
from hinterland.result import Result
from hinterland.run import run
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.measures.size import Size
from hinterland.scenario.schema import Scenario


@dataclass(frozen=True)
class Uncertainty:
    """Hold the headlines of one scenario, or its differences to another, under every assumption tried.

    H headlines, N regions.
    """

    result: Result
    headlines: tuple[str, ...]
    value: np.ndarray  # [H, N]
    by_elasticity: Mapping[str, np.ndarray]  # set → [H, N]
    by_size: Mapping[str, np.ndarray]  # "measure: argument" → [low and high, H, N]
    joint: np.ndarray  # [draw, H, N]
    failed: int  # solves that did not converge; they are left out

    def panel(self) -> Panel:
        """Give every headline of every region with its ranges; `low` and `high` span all that was tried."""
        elasticities = _span(self.value, list(self.by_elasticity.values()))
        sizes = _span(self.value, [end for ends in self.by_size.values() for end in ends])
        every = _span(self.value, [*elasticities, *sizes, *self.joint])
        values = {
            "value": self.value.T,
            "low": every[0].T,
            "high": every[1].T,
            "elasticities_low": elasticities[0].T,
            "elasticities_high": elasticities[1].T,
            "sizes_low": sizes[0].T,
            "sizes_high": sizes[1].T,
        }
        return Panel("ranges", {"region": self._regions, "headline": self.headlines}, values)

    def drivers(self) -> Panel:
        """Give what each assumption alone does to each headline: its lowest and its highest value."""
        low = {name: np.minimum(*ends) for name, ends in self.by_size.items()} | dict(self.by_elasticity)
        high = {name: np.maximum(*ends) for name, ends in self.by_size.items()} | dict(self.by_elasticity)
        shape = (0, *self.value.shape)
        stacked = {
            "low": np.array(list(low.values())).reshape(-1, *shape[1:]),
            "high": np.array(list(high.values())).reshape(-1, *shape[1:]),
        }
        axes = {"assumption": tuple(low), "headline": self.headlines, "region": self._regions}
        return Panel("drivers", axes, stacked)

    @property
    def _regions(self) -> tuple[str, ...]:
        return self.result.baseline.regions.codes


def uncertain(
    baseline: Baseline,
    scenario: Scenario,
    draws: int = 16,
    seed: int = 0,
    progress: Progress | None = None,
    result: Result | None = None,
    against: Result | None = None,
) -> Uncertainty:
    """Run a scenario under every set of elasticities, both ends of every range, and `draws` of all of them together.

    `progress` is called with what is done and how much there is; `result` is the scenario's own result, if it is there
    already, and `against` that of another scenario file, to which all headlines are then differences. Headlines are
    the columns of the table `regions`.
    """
    here = _Side(baseline, scenario, result or run(baseline, scenario))
    there = None if against is None else _Side.of(against)
    assumed = _assumed(scenario, None if there is None else there.scenario)
    plan = _plan(tuple(baseline.thetas), assumed, draws, seed)
    found: dict[str, list[np.ndarray]] = {}
    failed = 0
    for done, (name, theta, values) in enumerate(plan, start=1):
        table = here.headlines(theta, {one.here: value for one, value in values.items() if one.here})
        if there is not None:
            table = table - there.headlines(theta, {one.there: value for one, value in values.items() if one.there})
        failed += bool(np.isnan(table).all())
        found.setdefault(name, []).append(table)
        if progress is not None:
            progress(done, len(plan))
    shown = here.central.panel("regions")
    value = shown.stacked() - (0.0 if there is None else there.central.panel("regions").stacked())
    return Uncertainty(
        result=here.central,
        headlines=tuple(shown.values),
        value=value,
        by_elasticity={name: found[f"theta: {name}"][0] for name in baseline.thetas},
        by_size={one.name: np.array(found[one.name]) for one in assumed},
        joint=np.array(found.get("joint", [])).reshape(-1, *value.shape),
        failed=failed,
    )


def ranges(scenario: Scenario) -> Iterator[tuple[tuple[int, str], Size]]:
    """List every size with a range: (measure, argument) and the size; defaults of conversions included."""
    for at, measure in enumerate(scenario.measures):
        for argument, size in measure.uncertain.items():
            yield (at, argument), size


def with_sizes(scenario: Scenario, values: Mapping[tuple[int, str], float]) -> Scenario:
    """Give the same scenario with some sizes at other values."""
    measures = list(scenario.measures)
    for (at, argument), value in values.items():
        size = measures[at].sizes[argument].at(value)
        measures[at] = measures[at].model_copy(update={argument: size})
    return scenario.with_measures(tuple(measures))


@dataclass(frozen=True)
class _Assumed:
    """Name a size with a range, and say where it stands: measure and argument, here and in the other scenario."""

    name: str
    size: Size
    here: tuple[int, str] | None = None
    there: tuple[int, str] | None = None

    def within(self, u: float) -> float:
        """Give the value at a share of the range."""
        low, high = self.size.range or (self.size.value, self.size.value)
        return float(low + u * (high - low))

    def __hash__(self) -> int:
        return hash(self.name)


def _assumed(scenario: Scenario, other: Scenario | None) -> list[_Assumed]:
    """List what is assumed; a size of a measure that both scenarios take is one assumption, not two."""
    theirs = {} if other is None else dict(ranges(other))
    found = []
    for (at, argument), size in ranges(scenario):
        place = _same(scenario.measures[at], argument, other, theirs)
        theirs.pop(place, None)  # type: ignore[arg-type]
        found.append(_Assumed(_words(scenario, at, argument), size, (at, argument), place))
    taken = {one.name for one in found}
    for place, size in theirs.items():
        assert other is not None
        name = _words(other, *place)
        found.append(_Assumed(f"{other.title.en}: {name}" if name in taken else name, size, there=place))
    return found


def _same(
    measure: Measure, argument: str, other: Scenario | None, theirs: Mapping[tuple[int, str], Size]
) -> tuple[int, str] | None:
    """Find the size of the same measure in the other scenario."""
    places = (place for place in theirs if other and place[1] == argument and other.measures[place[0]] == measure)
    return next(places, None)


class _Side:
    """Solve one scenario under other assumptions, each time beginning from its central answer."""

    def __init__(self, baseline: Baseline, scenario: Scenario, central: Result) -> None:
        self.baseline, self.scenario, self.central = baseline, scenario, central
        self._under = {name: with_elasticities(baseline, theta) for name, theta in baseline.thetas.items()}

    @classmethod
    def of(cls, result: Result) -> _Side:
        """Take baseline and scenario from a result."""
        assert isinstance(result.scenario, Scenario)
        return cls(result.baseline, result.scenario, result)

    def headlines(self, theta: str | None, values: Mapping[tuple[int, str], float]) -> np.ndarray:
        """Give the headlines under a set of elasticities and at other sizes."""
        baseline = self.baseline if theta is None else self._under[theta]
        start = self.central if self.central.status.ok else None
        return run(baseline, with_sizes(self.scenario, values), start=start).panel("regions").stacked()


def _plan(
    sets: tuple[str, ...], assumed: list[_Assumed], draws: int, seed: int
) -> list[tuple[str, str | None, dict[_Assumed, float]]]:
    """List every solve: its name, its set of elasticities (None: the baseline's own), and what is at another size."""
    plan: list[tuple[str, str | None, dict[_Assumed, float]]] = [(f"theta: {name}", name, {}) for name in sets]
    for one in assumed:
        plan += [(one.name, None, {one: end}) for end in one.size.range or ()]
    if assumed or len(sets) > 1:
        every = (None, *sets)
        for *places, chosen in _hypercube(draws, len(assumed) + 1, np.random.default_rng(seed)):
            values = {one: one.within(u) for one, u in zip(assumed, places, strict=True)}
            plan.append(("joint", every[int(chosen * len(every))], values))
    return plan


def _hypercube(draws: int, count: int, random: np.random.Generator) -> np.ndarray:
    """Draw a Latin hypercube [draw, axis]: along every axis one draw in each of `draws` equal steps."""
    return np.asarray(scipy.stats.qmc.LatinHypercube(count, rng=random).random(draws))


def _words(scenario: Scenario, at: int, argument: str) -> str:
    return f"{scenario.labels[at]}: {argument}"


def _span(value: np.ndarray, others: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Give the lowest and the highest, the value itself included; what did not converge is left out."""
    return reduce(np.fmin, others, value), reduce(np.fmax, others, value)

"""How sure: the range of every headline over the elasticity sets, over the ranges of assumed sizes, and over both.

Each alone: one solve for each set of elasticities, two for each size with a range. Jointly: a Latin hypercube (McKay,
Beckman & Conover 1979) over all of them at once, sizes uniform over their ranges, sets equally likely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import scipy  # its stats cost a second to import: scipy fetches them when they are first used

from hinterland.baseline import Baseline
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.run import run
from hinterland.scenario.measures.size import Size
from hinterland.scenario.schema import Scenario

Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True)
class Uncertainty:
    """Hold the headlines of one scenario under every assumption tried. H headlines, N regions."""

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
) -> Uncertainty:
    """Run a scenario under every set of elasticities, both ends of every range, and `draws` of all of them together.

    `progress` is called with what is done and how much there is. Headlines are the columns of the table `regions`.
    """
    sizes = dict(ranges(scenario))
    plan = _plan(baseline, scenario, sizes, draws, seed)
    central = run(baseline, scenario)
    found: dict[str, list[np.ndarray]] = {}
    failed = 0
    for done, (name, baseline_there, scenario_there) in enumerate(plan, start=1):
        result = run(baseline_there, scenario_there, start=central if central.status.ok else None)
        failed += not result.status.ok
        found.setdefault(name, []).append(_headlines(result))
        if progress is not None:
            progress(done, len(plan))
    return Uncertainty(
        result=central,
        headlines=tuple(central.panel("regions").values),
        value=_headlines(central),
        by_elasticity={name: found[f"theta: {name}"][0] for name in baseline.thetas},
        by_size={_words(scenario, *at): np.array(found[_words(scenario, *at)]) for at in sizes},
        joint=np.array(found.get("joint", [])).reshape(-1, *_headlines(central).shape),
        failed=failed,
    )


def ranges(scenario: Scenario) -> Iterator[tuple[tuple[int, str], Size]]:
    """List every size with a range: (measure, argument) and the size; defaults of conversions included."""
    for at, measure in enumerate(scenario.measures):
        for argument, size in measure.uncertain.items():
            yield (at, argument), size


def with_elasticities(baseline: Baseline, theta: np.ndarray) -> Baseline:
    """Give the same baseline with other trade elasticities: its shares stand, and no equation needs them at rest.

    Sectors that a set says nothing of keep the baseline's own. The preconditioner is kept: it only points the way, and
    a few more evaluations cost less than another one (which the solver computes by itself where this one fails).
    """
    known = np.where(np.isfinite(theta), theta, baseline.params.theta)
    return replace(baseline, params=replace(baseline.params, theta=known), stored=baseline.preconditioner)


def with_sizes(scenario: Scenario, values: Mapping[tuple[int, str], float]) -> Scenario:
    """Give the same scenario with some sizes at other values."""
    measures = list(scenario.measures)
    for (at, argument), value in values.items():
        size = measures[at].sizes[argument].at(value)
        measures[at] = measures[at].model_copy(update={argument: size})
    return scenario.with_measures(tuple(measures))


def _plan(
    baseline: Baseline, scenario: Scenario, sizes: Mapping[tuple[int, str], Size], draws: int, seed: int
) -> list[tuple[str, Baseline, Scenario]]:
    """List every solve: its name, its baseline and its scenario."""
    others = {name: with_elasticities(baseline, theta) for name, theta in baseline.thetas.items()}
    plan = [(f"theta: {name}", there, scenario) for name, there in others.items()]
    for at, size in sizes.items():
        plan += [(_words(scenario, *at), baseline, with_sizes(scenario, {at: end})) for end in size.range or ()]
    if sizes or len(plan) > 1:
        sets = [baseline, *others.values()]
        for *places, chosen in scipy.stats.qmc.LatinHypercube(len(sizes) + 1, rng=np.random.default_rng(seed)).random(
            draws
        ):
            values = {at: _within(size, u) for (at, size), u in zip(sizes.items(), places, strict=True)}
            plan.append(("joint", sets[int(chosen * len(sets))], with_sizes(scenario, values)))
    return plan


def _within(size: Size, u: float) -> float:
    low, high = size.range or (size.value, size.value)
    return float(low + u * (high - low))


def _words(scenario: Scenario, at: int, argument: str) -> str:
    return f"{scenario.labels[at]}: {argument}"


def _headlines(result: Result) -> np.ndarray:
    table = np.array(list(result.panel("regions").values.values()))
    return table if result.status.ok else np.full_like(table, np.nan)


def _span(value: np.ndarray, others: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Give the lowest and the highest, the value itself included; what did not converge is left out."""
    return reduce(np.fmin, others, value), reduce(np.fmax, others, value)

"""Why: what each measure of a scenario contributes to each headline.

The Shapley value (Shapley 1953): the mean of what a measure adds over all orders in which the measures could be taken.
It adds up to the headline, it treats measures alike, and a measure that changes nothing gets nothing. Against another
scenario the game begins there: a measure that only this one takes is added, one that only the other takes is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import comb

import numpy as np

from hinterland.baseline import Baseline
from hinterland.panel import Panel, Progress
from hinterland.result import Result
from hinterland.run import run
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.schema import Scenario

EXACT_UP_TO = 8  # measures: 256 solves
ORDERS = 16  # beyond: of sixteen measures that leaves a standard error of 0.03 % of the largest contribution
DROPPED = "without "  # before the name of a measure that only the other scenario takes


@dataclass(frozen=True)
class Contributions:
    """Hold the contribution of each measure to each headline; they add up to the headline, less `closures`.

    Against another scenario the headline is the difference to it.
    """

    result: Result  # of all measures together
    measures: tuple[str, ...]
    headlines: tuple[str, ...]
    values: np.ndarray  # [measure, headline, region]
    standard_error: np.ndarray  # the same shape; zero where every order was taken
    closures: np.ndarray  # [headline, region] what no measure does: closures that differ from the baseline's
    exact: bool
    solves: int
    failed: int  # solves that did not converge; what depends on them is not a number

    def panel(self) -> Panel:
        """Give one row a region and measure, one column a headline."""
        rows = self.measures
        values, errors = self.values, self.standard_error
        if np.abs(self.closures).max() > 1e-8:
            rows = (*rows, "closures")
            values = np.concatenate((values, self.closures[None]))
            errors = np.concatenate((errors, np.zeros_like(self.closures)[None]))
        columns = {name: values[:, at].T for at, name in enumerate(self.headlines)}
        if not self.exact:
            columns |= {f"{name}_standard_error": errors[:, at].T for at, name in enumerate(self.headlines)}
        units = self.result.panel("regions").units
        return Panel("contributions", {"region": self.result.baseline.regions.codes, "measure": rows}, columns, units)


def contribute(
    baseline: Baseline,
    scenario: Scenario,
    orders: int = ORDERS,
    seed: int = 0,
    exact_up_to: int = EXACT_UP_TO,
    progress: Progress | None = None,
    result: Result | None = None,
    against: Result | None = None,
) -> Contributions:
    """Split every headline of a scenario into the contributions of its measures.

    Up to `exact_up_to` measures every order counts; beyond, `orders` random orders, each with its reverse, and the
    standard error that this leaves. Headlines are the columns of the table `regions`. `result` is the scenario's own
    result, if it is there already; `against` is that of another scenario file, the difference to which is split.
    """
    turns = _turns(scenario, None if against is None else against.scenario)
    count = len(turns)
    exact = count <= exact_up_to
    chosen = [] if exact else list(_orders(count, orders, seed))
    wanted = range(1 << count) if exact else dict.fromkeys(subset for order in chosen for subset in _prefixes(order))
    worth = _Worth(baseline, scenario, turns, result, against)
    for done, subset in enumerate(wanted, start=1):
        worth.solve(subset)
        if progress is not None:
            progress(done, len(wanted))
    every = (1 << count) - 1
    values, error = _exact(worth, count) if exact else _sampled(worth, chosen)
    return Contributions(
        result=worth.results[every],
        measures=tuple(turn.name for turn in turns),
        headlines=tuple(worth.results[every].panel("regions").values),
        values=values,
        standard_error=error,
        closures=worth.of[0] - (0.0 if against is None else against.panel("regions").stacked()),
        exact=exact,
        solves=len(worth.of),
        failed=sum(not result.status.ok for result in worth.results.values()),
    )


@dataclass(frozen=True)
class _Turn:
    """Hold one step from the other scenario, or from the baseline, to this one: a measure added, dropped or altered."""

    name: str
    before: Measure | None
    after: Measure | None


def _turns(scenario: Scenario, other: object) -> list[_Turn]:
    """List the steps; measures of the same name are one step, and none where they are the same."""
    theirs = dict(zip(other.labels, other.measures, strict=True)) if isinstance(other, Scenario) else {}
    turns = []
    for name, measure in zip(scenario.labels, scenario.measures, strict=True):
        before = theirs.pop(name, None)
        if before != measure:
            turns.append(_Turn(name, before, measure))
    return turns + [_Turn(f"{DROPPED}{name}", measure, None) for name, measure in theirs.items()]


class _Worth:
    """Solve for subsets of the steps, written as bits, and remember the headlines of each."""

    def __init__(
        self, baseline: Baseline, scenario: Scenario, turns: list[_Turn], result: Result | None, against: Result | None
    ) -> None:
        self.baseline, self.scenario, self.turns, self.against = baseline, scenario, turns, against
        self.results: dict[int, Result] = {}
        self.of: dict[int, np.ndarray] = {}  # [headline, region]
        self._held = self._of_both()
        self._keep((1 << len(turns)) - 1, result or run(baseline, scenario))

    def solve(self, subset: int) -> None:
        """Solve for one subset, beginning from a neighbour that lacks one of its steps."""
        if subset not in self.of:
            measures = self._held + tuple(measure for measure in self._chosen(subset) if measure is not None)
            scenario = self.scenario.with_measures(measures)
            self._keep(subset, run(self.baseline, scenario, start=self._neighbour(subset)))

    def _keep(self, subset: int, result: Result) -> None:
        self.results[subset], self.of[subset] = result, result.panel("regions").stacked()

    def _of_both(self) -> tuple[Measure, ...]:
        stepped = [turn.after for turn in self.turns]
        return tuple(measure for measure in self.scenario.measures if all(measure is not one for one in stepped))

    def _chosen(self, subset: int) -> Iterator[Measure | None]:
        for at, turn in enumerate(self.turns):
            yield turn.after if subset >> at & 1 else turn.before

    def _neighbour(self, subset: int) -> Result | None:
        near = (subset & ~(1 << at) for at in reversed(range(len(self.turns))) if subset >> at & 1)
        return next((self.results[one] for one in near if one in self.results and self.results[one].status.ok), None)


def _exact(worth: _Worth, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Weigh what each measure adds to each subset of the others: |S|! (n−|S|−1)! / n!."""
    values = np.zeros((count, *worth.of[0].shape))
    for at in range(count):
        for subset in range(1 << count):
            if not subset >> at & 1:
                weight = 1 / (count * comb(count - 1, subset.bit_count()))
                values[at] += weight * (worth.of[subset | 1 << at] - worth.of[subset])
    return values, np.zeros_like(values)


def _sampled(worth: _Worth, orders: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Take the mean over pairs of an order and its reverse, and the standard error of that mean."""
    added = np.zeros((len(orders), len(orders[0]), *worth.of[0].shape))
    for row, order in enumerate(orders):
        path = _prefixes(order)
        for at, before, after in zip(order, path[:-1], path[1:], strict=True):
            added[row, at] = worth.of[after] - worth.of[before]
    pairs = (added[0::2] + added[1::2]) / 2
    return pairs.mean(axis=0), pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))


def _orders(count: int, orders: int, seed: int) -> Iterator[np.ndarray]:
    """Draw orders in pairs: what comes early in one comes late in the other."""
    random = np.random.default_rng(seed)
    for _ in range(max(2, (orders + 1) // 2)):
        order = random.permutation(count)
        yield order
        yield order[::-1]


def _prefixes(order: np.ndarray) -> list[int]:
    """Give the growing subsets of an order, from none to all."""
    path = [0]
    for at in order:
        path.append(path[-1] | 1 << int(at))
    return path

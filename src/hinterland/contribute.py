"""Why: what each measure of a scenario contributes to each headline.

The Shapley value (Shapley 1953): the mean of what a measure adds over all orders in which the measures could be taken.
It adds up to the headline, it treats measures alike, and a measure that changes nothing gets nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import comb

import numpy as np

from hinterland.baseline import Baseline
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.run import run
from hinterland.scenario.schema import Scenario

EXACT_UP_TO = 8  # measures: 256 solves
Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True)
class Contributions:
    """Hold the contribution of each measure to each headline; they add up to the headline, less `closures`."""

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
    orders: int = 64,
    seed: int = 0,
    exact_up_to: int = EXACT_UP_TO,
    progress: Progress | None = None,
) -> Contributions:
    """Split every headline of a scenario into the contributions of its measures.

    Up to `exact_up_to` measures every order counts; beyond, `orders` random orders, each with its reverse, and the
    standard error that this leaves. Headlines are the columns of the table `regions`.
    """
    count = len(scenario.measures)
    exact = count <= exact_up_to
    chosen = [] if exact else list(_orders(count, orders, seed))
    wanted = range(1 << count) if exact else dict.fromkeys(subset for order in chosen for subset in _prefixes(order))
    worth = _Worth(baseline, scenario)
    for done, subset in enumerate(wanted, start=1):
        worth.solve(subset)
        if progress is not None:
            progress(done, len(wanted))
    every = (1 << count) - 1
    values, error = _exact(worth, count) if exact else _sampled(worth, chosen)
    return Contributions(
        result=worth.results[every],
        measures=scenario.labels,
        headlines=tuple(worth.results[every].panel("regions").values),
        values=values,
        standard_error=error,
        closures=worth.of[0],
        exact=exact,
        solves=len(worth.of),
        failed=sum(not result.status.ok for result in worth.results.values()),
    )


class _Worth:
    """Solve for subsets of the measures, written as bits, and remember the headlines of each."""

    def __init__(self, baseline: Baseline, scenario: Scenario) -> None:
        self.baseline, self.scenario = baseline, scenario
        self.results: dict[int, Result] = {}
        self.of: dict[int, np.ndarray] = {}  # [headline, region]

    def solve(self, subset: int) -> None:
        """Solve for one subset, beginning from a neighbour that lacks one of its measures."""
        if subset in self.of:
            return
        chosen = tuple(measure for at, measure in enumerate(self.scenario.measures) if subset >> at & 1)
        result = run(self.baseline, self.scenario.with_measures(chosen), start=self._neighbour(subset))
        self.results[subset] = result
        table = np.array(list(result.panel("regions").values.values()))
        self.of[subset] = table if result.status.ok else np.full_like(table, np.nan)

    def _neighbour(self, subset: int) -> Result | None:
        near = (subset & ~(1 << at) for at in reversed(range(len(self.scenario.measures))) if subset >> at & 1)
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

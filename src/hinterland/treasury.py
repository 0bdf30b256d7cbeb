"""What each measure costs the treasuries or brings to them, line by line.

A line's revenue is rate × value. Its change splits without a rest: what a measure changes in the rate, on the value as
it is after the scenario; and the rates of the baseline, on the change of the value.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hinterland.economy import system
from hinterland.panel import Panel
from hinterland.result import Result
from hinterland.scenario.compose import compose
from hinterland.scenario.composition import Composition, apply_rules
from hinterland.scenario.schema import Scenario

LINES = ("tariff", "import_support", "export_tax", "production_tax", "transfer")
BASE = "rates of the baseline"  # what existing rates bring or lose because values change
_ALL = "all shocks"  # the one source where shocks were given by label


def treasury(result: Result) -> Panel:
    """Give the change of each region's budget by source and line, in the economy's currency; costs are negative.

    Sources are the measures of the scenario, and the baseline's own rates on changed values. `import_support` is what
    discounts cost; an export rebate stands in `export_tax`, support of production in `production_tax`. Transfers add to
    a region's deficit with the others.
    """
    found = dict(_sources(result))
    values = np.stack(list(found.values()), axis=1)  # [region, source, line]
    return Panel(
        "treasury",
        {"region": result.baseline.regions.codes, "source": tuple(found), "line": LINES},
        {"change": values},
        {"change": result.baseline.description.currency},
        keep=values != 0,
    )


def _sources(result: Result) -> Iterator[tuple[str, np.ndarray]]:
    """Give the budget [region, line] of every source."""
    bases = _Bases(result)
    if isinstance(result.scenario, Scenario):
        composed = compose(result.baseline, result.scenario, result.closures)
        yield from bases.by_measure(composed)
    else:
        yield _ALL, bases.all_at_once()
    yield BASE, bases.of_the_baseline()


class _Bases:
    """Hold the values that taxes are levied on, before and after."""

    def __init__(self, result: Result) -> None:
        self.solution, self.params = result.solution, result.solution.params
        self.M = system.border(self.params.pi, self.params.X, self.params.t)
        self.M1 = system.border(self.solution.pi1, self.solution.X1, self.solution.levers.t)
        self.Y = system.sales(self.M, self.params.e)
        self.Y1 = system.sales(self.M1, self.solution.levers.e)

    def by_measure(self, composed: Composition) -> Iterator[tuple[str, np.ndarray]]:
        """Yield each measure with what its own rates bring on what flows after: [region, line]."""
        zero = np.zeros(self.params.N)
        for name, effect, duty in zip(composed.scenario.labels, composed.effects, duties(composed), strict=True):
            support = zero if effect.on_imports is None else (effect.on_imports * self.M1).sum(axis=(1, 2))
            exports = zero if effect.on_exports is None else (effect.on_exports * self.M1).sum(axis=(0, 2))
            output = (composed.output_rate(effect) * self.Y1).sum(axis=1)
            transfer = zero if effect.transfer is None else effect.transfer
            yield name, np.stack([(duty * self.M1).sum(axis=(1, 2)), support, exports, output, transfer], axis=1)

    def all_at_once(self) -> np.ndarray:
        """Give what all changes of rates together bring on what flows after: [region, line]."""
        at, params = self.solution.levers, self.params
        duty = ((at.t - params.t) * self.M1).sum(axis=(1, 2))
        exports = ((_on_value(at.e) - _on_value(params.e)) * self.M1).sum(axis=(0, 2))
        output = ((_on_value(at.o) - _on_value(params.o)) * self.Y1).sum(axis=1)
        return np.stack([duty, np.zeros(params.N), exports, output, at.D - params.D], axis=1)

    def of_the_baseline(self) -> np.ndarray:
        """Give what the rates of the baseline bring on what flows have grown by: [region, line]."""
        grown = self.M1 - self.M
        duty = (self.params.t * grown).sum(axis=(1, 2))
        exports = (_on_value(self.params.e) * grown).sum(axis=(0, 2))
        output = (_on_value(self.params.o) * (self.Y1 - self.Y)).sum(axis=1)
        zero = np.zeros(self.params.N)
        return np.stack([duty, zero, exports, output, zero], axis=1)


def duties(composed: Composition) -> list[np.ndarray]:
    """Give each measure's part of the change of tariffs [N, N, J], support of imports apart; they add up to it.

    A rule's part is what it would change alone; what rules that meet change beyond that is shared by those sizes.
    """
    t = composed.baseline.params.t
    rules = [effect.tariff for effect in composed.effects]
    alone = [np.zeros_like(t) if rule is None else apply_rules(t, [rule]) - t for rule in rules]
    together = apply_rules(t, [rule for rule in rules if rule is not None]) - t
    size = sum((np.abs(part) for part in alone), np.zeros_like(t))
    beyond = together - sum(alone, np.zeros_like(t))
    return [part + beyond * np.abs(part) / np.where(size > 0, size, 1.0) for part in alone]


def _on_value(rate: np.ndarray) -> np.ndarray:
    """Turn a rate on the price net of tax into one on the value."""
    return rate / (1 + rate)

"""From the measures of a scenario to one set of shocks, whatever their order.

Tariffs: rules apply in one fixed order, `set`, then `cut_pct`, then `swiss`, then `change_pp`, then `cap`; after them
the support of imports comes off. Taxes on exports and output are rates on the value that they are levied on, and add
up: 1/(1+e') = 1/(1+e) − Σ rates. Trade costs, productivity, labour and tastes multiply. Transfers add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy import system
from hinterland.economy.params import Closures, Shocks, without_inputs
from hinterland.scenario.measures.effect import Effect, TariffRule
from hinterland.scenario.schema import Scenario


@dataclass(frozen=True)
class Composition:
    """Hold what the measures of a scenario do, each by itself and all together. N regions, J sectors."""

    baseline: Baseline
    scenario: Scenario
    closures: Closures
    effects: tuple[Effect, ...]  # one a measure, in the file's order

    @cached_property
    def tariff(self) -> np.ndarray:
        """Give the new tariffs [N, N, J], support of imports taken off."""
        rules = [effect.tariff for effect in self._sorted if effect.tariff is not None]
        return apply_rules(self.baseline.params.t, rules) + self._sum("on_imports", self.baseline.params.t)

    @cached_property
    def export_tax(self) -> np.ndarray:
        """Give the new taxes on exports [N, N, J], on the producer's price."""
        return _added(self.baseline.params.e, self._sum("on_exports", self.baseline.params.e))

    @cached_property
    def production_tax(self) -> np.ndarray:
        """Give the new taxes on production [N, J], on the price net of tax."""
        rates = sum((self.output_rate(effect) for effect in self._sorted), np.zeros_like(self.baseline.params.o))
        return _added(self.baseline.params.o, rates)

    @cached_property
    def iceberg_cost(self) -> np.ndarray:
        """Give the change of trade cost as a ratio [N, N, J]."""
        return self._product("d_hat", np.ones_like(self.baseline.params.t))

    @cached_property
    def taste(self) -> np.ndarray:
        """Give the ratios of final spending [N, J] that measures name."""
        return self._product("taste", np.ones_like(self.baseline.params.alpha))

    @property
    def tastes_at_rest(self) -> np.ndarray:
        """Give the shares of final spending [N, J] before any measure; without inputs all spending is final."""
        params = self.baseline.params
        return without_inputs(params).alpha if self.closures.inputs == "none" else params.alpha

    @cached_property
    def co2_hat(self) -> np.ndarray:
        """Give the change of CO2 per unit of output as a ratio [N, J]."""
        return self._product("co2_hat", np.ones_like(self.baseline.params.o))

    @cached_property
    def shocks(self) -> Shocks:
        """Give the shocks of all measures together; what no measure touches is left to the baseline."""
        params = self.baseline.params
        moved = {name for effect in self.effects for name, value in vars(effect).items() if value is not None}
        ones = {"A_hat": np.ones_like(params.o), "L_hat": np.ones_like(params.D)}
        return Shocks(
            t=self.tariff if moved & {"tariff", "on_imports"} else None,
            e=self.export_tax if "on_exports" in moved else None,
            o=self.production_tax if moved & {"on_output", "per_kt"} else None,
            d_hat=self.iceberg_cost if "d_hat" in moved else None,
            A_hat=self._product("A_hat", ones["A_hat"]) if "A_hat" in moved else None,
            L_hat=self._product("L_hat", ones["L_hat"]) if "L_hat" in moved else None,
            alpha=spent(self.tastes_at_rest, self.taste) if "taste" in moved else None,
            D=self._deficits() if "transfer" in moved else None,
        )

    def output_rate(self, effect: Effect) -> np.ndarray:
        """Give one measure's rate on sales [N, J]; a price of carbon counts the tonnes that all measures leave."""
        rate = np.zeros_like(self.baseline.params.o) if effect.on_output is None else effect.on_output
        return rate if effect.per_kt is None else rate + effect.per_kt * self._kt_per_sales

    @cached_property
    def _kt_per_sales(self) -> np.ndarray:
        params = self.baseline.params
        sales = system.sales(system.border(params.pi, params.X, params.t), params.e)
        return self.baseline.extras["co2_kt"] * self.co2_hat / np.where(sales > 0, sales, np.inf)

    @cached_property
    def _sorted(self) -> list[Effect]:
        """Give the effects in an order that does not depend on the file's, so that sums give the same bits."""
        keys = [measure.model_dump_json() for measure in self.scenario.measures]
        return [self.effects[at] for at in sorted(range(len(keys)), key=keys.__getitem__)]

    def _parts(self, name: str) -> Iterator[np.ndarray]:
        return (part for effect in self._sorted if (part := getattr(effect, name)) is not None)

    def _sum(self, name: str, like: np.ndarray) -> np.ndarray:
        return sum(self._parts(name), np.zeros_like(like))

    def _product(self, name: str, ones: np.ndarray) -> np.ndarray:
        return reduce(np.multiply, self._parts(name), ones)

    def _deficits(self) -> np.ndarray:
        D = self.baseline.params.D
        at_rest = np.zeros_like(D) if self.closures.deficit == "balanced" else D
        return at_rest + self._sum("transfer", D)


def apply_rules(t: np.ndarray, rules: Iterable[TariffRule]) -> np.ndarray:
    """Apply tariff rules to the rates `t`, in the fixed order of their forms."""
    rules = list(rules)
    for form, change in _STAGES.items():
        for rule in (rule for rule in rules if rule.form == form):
            t = np.where(rule.cells, change(t, rule.size), t)
    return t


def spent(alpha: np.ndarray, taste: np.ndarray) -> np.ndarray:
    """Give new shares of final spending: those named change as they say, the others share what is left."""
    named = taste != 1
    kept = np.where(named, alpha * taste, 0.0).sum(axis=1, keepdims=True)
    rest = np.where(named, 0.0, alpha).sum(axis=1, keepdims=True)
    return np.where(named, alpha * taste, alpha * (1 - kept) / np.where(rest > 0, rest, 1.0))


_STAGES: dict[str, Callable[[np.ndarray, float], np.ndarray]] = {
    "set": lambda t, size: np.full_like(t, size),
    "cut_pct": lambda t, size: t * (1 - size),
    "swiss": lambda t, size: np.where(t > 0, size * t / (size + np.maximum(t, 0.0)), t),
    "change_pp": lambda t, size: t + size,
    "cap": np.minimum,
}


def _added(rate: np.ndarray, levied: np.ndarray) -> np.ndarray:
    """Add rates on the value to an ad valorem rate on the price net of tax: 1/(1+e') = 1/(1+e) − levied."""
    kept = 1 / (1 + rate) - levied
    return np.where(levied == 0, rate, 1 / np.where(kept > 0, kept, np.nan) - 1)

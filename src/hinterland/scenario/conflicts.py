"""What measures cannot be together: one function a fault, named after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

import numpy as np

from hinterland.errors import Problem
from hinterland.scenario.composition import Composition
from hinterland.scenario.schema import Scenario


def of_composition(composed: Composition) -> Iterator[Problem]:
    """Run every check on measures together."""
    checks = (
        tariffs_contradict,
        tariffs_take_everything,
        taxes_take_everything,
        trade_costs_vanish,
        spending_exceeds_income,
    )
    return chain.from_iterable(check(composed) for check in checks)


def measures_are_repeated(scenario: Scenario) -> Iterator[Problem]:
    """Find the same measure stated twice: it would count twice."""
    plain = [measure.model_copy(update={"name": ""}) for measure in scenario.measures]
    for one, two in combinations(range(len(plain)), 2):
        if plain[one] == plain[two]:
            place = scenario.origin.place(("measure", two))
            found = f"the same as measure {one + 1}"
            yield Problem(found, place, "each measure once", "remove one, or add them up", "measures_are_repeated")


def tariffs_contradict(composed: Composition) -> Iterator[Problem]:
    """Find two measures that set different tariffs on the same trade."""
    setting = [
        (at, effect.tariff)
        for at, effect in enumerate(composed.effects)
        if effect.tariff is not None and effect.tariff.form == "set"
    ]
    for (one, first), (two, second) in combinations(setting, 2):
        both = first.cells & second.cells
        if first.size != second.size and both.any():
            names = composed.scenario.labels
            yield Problem(
                f"{names[two]!r} sets {100 * second.size:g} percent where {names[one]!r} (measure {one + 1}) sets "
                f"{100 * first.size:g}: {_name(composed, both)}",
                composed.scenario.origin.place(("measure", two, "size")),
                "one rate for each trade flow",
                "narrow one of the two, or remove it",
                "tariffs_contradict",
            )


def tariffs_take_everything(composed: Composition) -> Iterator[Problem]:
    """Find tariffs of −100 % and below, which leave no price."""
    wrong = composed.tariff <= -1
    if wrong.any():
        worst = float(composed.tariff.min())
        yield _too_much(
            composed,
            f"a tariff of {worst:.0%} on {_name(composed, wrong)}",
            "a tariff above -100 %",
            "tariffs_take_everything",
        )


def taxes_take_everything(composed: Composition) -> Iterator[Problem]:
    """Find taxes on exports or output that take the whole price."""
    for word, taxes in (("exports", composed.export_tax), ("output", composed.production_tax)):
        wrong = np.isnan(taxes)
        if wrong.any():
            found = f"taxes on {word} that take all of the price: {_name(composed, wrong)}"
            yield _too_much(composed, found, "rates that leave something to the producer", "taxes_take_everything")


def trade_costs_vanish(composed: Composition) -> Iterator[Problem]:
    """Find savings that leave no cost of delivery at all."""
    wrong = composed.iceberg_cost <= 0
    if wrong.any():
        yield _too_much(
            composed,
            f"savings of all the cost of {_name(composed, wrong)}",
            "savings below 100 percent",
            "trade_costs_vanish",
        )


def spending_exceeds_income(composed: Composition) -> Iterator[Problem]:
    """Find final spending on named sectors that grows beyond all income."""
    alpha, taste = composed.tastes_at_rest, composed.taste
    named = taste != 1
    kept, rest = (alpha * taste * named).sum(axis=1), (alpha * ~named).sum(axis=1)
    wrong = named.any(axis=1) & ((kept >= 1) | (rest <= 0))
    for n in np.flatnonzero(wrong):
        code = composed.baseline.regions.codes[n]
        yield _too_much(
            composed,
            f"named sectors would take {kept[n]:.0%} of final spending in {code}",
            "less than 100 percent, and some other sector to give way",
            "spending_exceeds_income",
        )


def _too_much(composed: Composition, found: str, expected: str, code: str) -> Problem:
    return Problem(
        found,
        composed.scenario.origin.place(()),
        expected,
        "make the measures on these cells smaller",
        code,
    )


def _name(composed: Composition, cells: np.ndarray) -> str:
    """Name the first of some cells, and how many there are."""
    first = np.argwhere(cells)[0]
    axes = (composed.baseline.regions,) * (cells.ndim - 1) + (composed.baseline.sectors,)
    name = ", ".join(axis.codes[at] for axis, at in zip(axes, first, strict=True))
    more = int(cells.sum()) - 1
    return name + (f" and {more} more" if more else "")

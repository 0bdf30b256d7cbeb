"""Everything that a result stands on and nobody observed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures
from hinterland.outcomes.case import Case
from hinterland.scenario.measures.size import Size, conversions
from hinterland.scenario.schema import Scenario
from hinterland.tables.folder import table_path
from hinterland.tables.provenance import read_provenance

_CLOSURES = {
    ("deficit", "share"): "Each region's trade deficit stays the same share of world factor income.",
    ("deficit", "fixed"): "Each region's trade deficit stays the same in the numeraire.",
    ("deficit", "balanced"): "Every region's trade is balanced.",
    ("labour", "mobile"): "Labour moves freely between the sectors of a region, and not between regions.",
    ("labour", "specific"): "Labour stays in its sector and region: the short run.",
    ("inputs", "linked"): "Sectors use each other's output in the proportions of value that the tables state.",
    ("inputs", "none"): "Goods are made of value added only.",
    ("competition", "perfect"): "Firms compete perfectly; prices are costs.",
}
_WEAK = ("balanced", "estimated", "assumed")


@dataclass(frozen=True)
class Assumption:
    """State one assumption: what it is about, what is assumed, and where that comes from."""

    topic: str  # closure, elasticities, data, repairs, scenario, outcomes
    said: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.topic}: {self.said}" + (f" [{self.source}]" if self.source else "")


def assumptions(case: Case) -> tuple[Assumption, ...]:
    """List the assumptions of a solved scenario: closures, elasticities, data, repairs, sizes, and what tables add."""
    return (
        *of_closures(case.closures),
        *of_elasticities(case.baseline),
        *of_data(case.baseline),
        *of_repairs(case.baseline),
        *of_scenario(case),
        *of_outcomes(case.baseline),
    )


def of_closures(closures: Closures) -> Iterator[Assumption]:
    """Say how the economy closes."""
    for name, choice in vars(closures).items():
        yield Assumption("closure", f"{name} = {choice}: {_CLOSURES[name, choice]}")


def of_elasticities(baseline: Baseline) -> Iterator[Assumption]:
    """Name the set of trade elasticities in force, if it is one of those that the economy knows."""
    same = [name for name, theta in baseline.thetas.items() if np.array_equal(theta, baseline.params.theta)]
    low, high = baseline.params.theta.min(), baseline.params.theta.max()
    named = f"the set {same[0]}" if same else "the economy's own"
    yield Assumption("elasticities", f"Trade elasticities are {named}: {low:g} to {high:g} over sectors.")


def of_data(baseline: Baseline) -> Iterator[Assumption]:
    """List the blocks of the economy that were balanced, estimated or assumed."""
    if baseline.folder is None or table_path(baseline.folder, "provenance") is None:
        yield Assumption(
            "data", "The economy does not say which of its blocks were observed.", baseline.description.source
        )
        return
    for row in read_provenance(baseline.folder).itertuples():
        if row.status in _WEAK:
            note = f"; {row.note}" if row.note else ""
            yield Assumption("data", f"{row.block} ({row.regions}): {row.status}{note}.", row.source)


def of_repairs(baseline: Baseline) -> Iterator[Assumption]:
    """Say what calibration had to change."""
    count = len(baseline.report.repairs)
    if count:
        yield Assumption(
            "repairs", f"Calibration changed {count} cells by {baseline.report.share:.3%} of world output."
        )


def of_scenario(case: Case) -> Iterator[Assumption]:
    """List sizes that are assumed, and conversions that stand at their defaults."""
    scenario = case.scenario
    if not isinstance(scenario, Scenario):
        if scenario:
            yield Assumption("scenario", f"Sizes of {', '.join(scenario)} were given without a source.")
        return
    for label, measure in zip(scenario.labels, scenario.measures, strict=True):
        defaults = conversions().get(measure.kind, {})
        for argument, size in measure.sizes.items():
            if argument == "size":
                if measure.status == "assumed":
                    yield Assumption("scenario", f"{label}: the size is assumed, {_words(size)}.", measure.source)
            elif argument in defaults and size.value == defaults[argument]["value"]:
                said = f"{label}: {argument} is the default, {_words(size)}."
                yield Assumption("scenario", said, defaults[argument]["source"])
            elif size.range is not None:
                yield Assumption("scenario", f"{label}: {argument} is assumed, {_words(size)}.", measure.source)


def of_outcomes(baseline: Baseline) -> Iterator[Assumption]:
    """Say what tables add to the model."""
    if "co2_kt" in baseline.extras:
        yield Assumption("outcomes", "CO2 per unit of output changes only where a measure says so.")
    if "persons" in baseline.extras:
        yield Assumption("outcomes", "Employment is full, and a region's jobs add up to its supply of labour.")


def _words(size: Size) -> str:
    span = f" ({size.range[0]:g} to {size.range[1]:g})" if size.range else ""
    return f"{size.value:g} {size.unit}{span}"

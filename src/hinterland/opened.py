"""An economy as scenarios meet it: opened once, and calibrated once more where one of them closes to balanced trade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures
from hinterland.elasticities import with_set
from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.locale import LANGUAGES, words
from hinterland.project import load
from hinterland.result import Result
from hinterland.run import run
from hinterland.scenario.read import read_scenario, scenario, scenario_against
from hinterland.scenario.schema import BASELINE, Scenario
from hinterland.scenario.shocks import ByLabel

_UNTOUCHED = {lang: words(lang)("cli.baseline") for lang in LANGUAGES}


class Economy:
    """Open an economy, and solve scenarios on it under closures that replace their own.

    Balanced trade is no shock: a scenario that closes so is solved on the economy calibrated to it, so that its changes
    are those of its measures.
    """

    def __init__(
        self,
        name: str | Path,
        overrides: Mapping[str, str | None] | None = None,
        elasticities: str | None = None,
        baseline: Baseline | None = None,
    ) -> None:
        def open_as(closures: Closures | None = None) -> Baseline:
            found = load(name, closures)
            return found if elasticities is None else with_set(found, elasticities)

        self.baseline = baseline or open_as()
        self._overrides = {key: value for key, value in (overrides or {}).items() if value}
        self._balanced = cache(lambda: open_as(replace(self.baseline.closures, deficit="balanced")))

    def read(self, file: str | Path) -> Scenario:
        """Read a scenario file, or `baseline` for the scenario that changes nothing."""
        found = scenario(_UNTOUCHED) if file == BASELINE else read_scenario(file)
        return found.closed(**self._overrides)

    def against(self, scenario: Scenario | ByLabel) -> Scenario | None:
        """Read what a scenario file says that it is compared with; None for the baseline."""
        other = scenario_against(scenario) if isinstance(scenario, Scenario) else None
        return None if other is None else other.closed(**self._overrides)

    def solve(self, scenario: Scenario | ByLabel) -> Result:
        """Run a scenario; under balanced trade, on the economy calibrated to it."""
        closures = replace(self.baseline.closures, **self._overrides)  # type: ignore[arg-type]
        if isinstance(scenario, Scenario):
            closures = scenario.closures(self.baseline.closures)
        unlike = closures.deficit == "balanced" and self.baseline.closures.deficit != "balanced"
        return run(self._balanced() if unlike else self.baseline, scenario, closures)


def region_is_known(code: str | None, baseline: Baseline, where: str = "report") -> None:
    """Raise `InputError` where a region is not one of the economy's."""
    codes = baseline.regions.codes
    if code is not None and code not in codes:
        found = f"no region {code!r}{suggestion(code, codes)}"
        expected = f"one of {', '.join(codes)}"
        raise InputError([Problem(found, where, expected, "name one of these", "region_is_unknown")])

"""The one road: everything that shows a result gets it here, so that all of them show the same bits."""

from __future__ import annotations

from pathlib import Path

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures, Shocks
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve
from hinterland.result import Result
from hinterland.scenario.compose import compose
from hinterland.scenario.read import read_scenario
from hinterland.scenario.schema import Scenario
from hinterland.scenario.shocks import ByLabel, to_shocks


def run(
    baseline: Baseline,
    scenario: ByLabel | Scenario | str | Path,
    closures: Closures | None = None,
    settings: Settings = Settings(),
    start: Result | None = None,
) -> Result:
    """Compute what a scenario does to a calibrated economy.

    The scenario is a file, a `Scenario`, or quick shocks by label (see `scenario.shocks`). `closures` replaces those of
    the scenario, which replace the baseline's; `start` is a neighbouring result to begin from. Raises `InputError` with
    every fault of the scenario; numerical trouble is in `Result.status`.
    """
    if isinstance(scenario, str | Path):
        scenario = read_scenario(scenario)
    shocks, closures = _shocks(baseline, scenario, closures)
    solution: Solution = solve(
        baseline.params, shocks, closures, settings, baseline.preconditioner, start.solution if start else None
    )
    return Result(baseline=baseline, scenario=scenario, closures=closures, solution=solution)


def _shocks(baseline: Baseline, scenario: ByLabel | Scenario, closures: Closures | None) -> tuple[Shocks, Closures]:
    if isinstance(scenario, Scenario):
        composed = compose(baseline, scenario, closures)
        return composed.shocks, composed.closures
    closures = closures or baseline.closures
    return to_shocks(baseline, scenario, closures), closures

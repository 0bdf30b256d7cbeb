"""The one road: everything that shows a result gets it here, so that all of them show the same bits."""

from __future__ import annotations

from hinterland.baseline import Baseline
from hinterland.economy.params import Closures
from hinterland.economy.solve import Settings, Solution, solve
from hinterland.result import Result
from hinterland.scenario.shocks import Scenario, to_shocks


def run(
    baseline: Baseline,
    scenario: Scenario,
    closures: Closures | None = None,
    settings: Settings = Settings(),
    start: Result | None = None,
) -> Result:
    """Compute what a scenario (shocks by label, see `scenario.shocks`) does to a calibrated economy.

    `closures` replaces the baseline's; `start` is a neighbouring result to begin from. Raises `InputError` with every
    fault of the scenario; numerical trouble is in `Result.status`.
    """
    closures = closures or baseline.closures
    shocks = to_shocks(baseline, scenario, closures)
    solution: Solution = solve(
        baseline.params, shocks, closures, settings, baseline.preconditioner, start.solution if start else None
    )
    return Result(baseline=baseline, scenario=scenario, closures=closures, solution=solution)

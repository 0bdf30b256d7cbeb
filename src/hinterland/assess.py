"""Everything that is said of one scenario: its tables, its ranges, what each measure adds and costs. Solved once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from hinterland.compare import relative
from hinterland.contribute import contribute
from hinterland.errors import InputError
from hinterland.opened import Economy
from hinterland.panel import Panel, Progress
from hinterland.result import Result
from hinterland.scenario.schema import Scenario, Title
from hinterland.scenario.shocks import ByLabel
from hinterland.treasury import treasury
from hinterland.uncertain import uncertain

TABLES = (  # of a result, that a report draws; those of CO2 where the economy states it
    "regions", "sectors", "employment", "trade", "exposure", "decomposition", "emissions", "footprint", "embodied",
)  # fmt: skip
DRAWS = 16


@dataclass(frozen=True)
class Assessment:
    """Hold what came out of one scenario; where it names another, tables are differences to that, save those named."""

    scenario: Scenario | ByLabel
    tables: Mapping[str, Panel]  # those of TABLES, and ranges, drivers, contributions and treasury where they are made
    against: Title | None  # what it is compared with; None for the baseline
    from_baseline: tuple[str, ...]  # tables that are against the baseline all the same
    closures: Mapping[str, str]
    converged: bool
    status: str  # how the solves ended, in a sentence
    failed: int  # solves of the ranges that did not converge and are left out


def assess(
    economy: Economy,
    scenario: Scenario | ByLabel,
    draws: int = DRAWS,
    ranges: bool = True,
    progress: Progress | None = None,
) -> Assessment:
    """Solve a scenario and, where it names one, the scenario that it is compared with; take every table of both.

    Ranges and contributions need measures: shocks by label have none.
    """
    result = economy.solve(scenario)
    other = economy.against(scenario)
    against = None if other is None else economy.solve(other)
    tables = {name: relative(against, result, name) for name in TABLES if _has(name, result, against)}
    tables["treasury"] = treasury(result)
    failed, solved = 0, result.status.ok and (against is None or against.status.ok)
    if isinstance(scenario, Scenario) and solved:
        if ranges:
            sure = uncertain(result.baseline, scenario, draws, progress=progress, result=result, against=against)
            tables |= {"ranges": sure.panel(), "drivers": sure.drivers()}
            failed = sure.failed
        if scenario.measures:
            tables |= _contributions(scenario, result, against, progress)
    return Assessment(
        scenario=scenario,
        tables=tables,
        against=None if other is None else other.title,
        from_baseline=() if other is None else ("treasury",),
        closures={name: str(value) for name, value in asdict(result.closures).items()},
        converged=solved,
        status=_sentence(result if against is None or not result.status.ok else against),
        failed=failed,
    )


def _has(name: str, result: Result, against: Result | None) -> bool:
    """Tell whether a table is there: the decomposition has a status of its own."""
    results = [result] if against is None else [result, against]
    if name == "decomposition":
        return all(one.status.ok and one.decomposition.status.ok for one in results)
    return name in result.tables


def _contributions(
    scenario: Scenario, result: Result, against: Result | None, progress: Progress | None
) -> dict[str, Panel]:
    """Split the headlines by measure; not where measures of the two scenarios contradict each other on the way."""
    try:
        found = contribute(result.baseline, scenario, progress=progress, result=result, against=against)
    except InputError:
        return {}
    return {"contributions": found.panel()}


def _sentence(result: Result) -> str:
    return f"{result.status.sentence} {result.status.remedy}".strip()

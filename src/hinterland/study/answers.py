"""A project's answers: every headline of the home region under each scenario, with its ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hinterland.project import find
from hinterland.scenario.schema import Scenario
from hinterland.study.documents import Tell
from hinterland.study.kept import key_of, recall, remember
from hinterland.study.project_file import Project
from hinterland.uncertain import uncertain

Ranges = Mapping[str, float]  # value, low, high, and the ranges over elasticities and over sizes alone


@dataclass(frozen=True)
class Answer:
    """Hold one scenario's headlines at home."""

    name: str  # of its file
    scenario: Scenario
    headlines: Mapping[str, Ranges]
    units: Mapping[str, str]
    converged: bool
    status: str
    failed: int  # solves of the ranges that did not converge and are left out
    reused: bool


def answers(project: Project, tell: Tell) -> tuple[Answer, ...]:
    """Answer every scenario of a project, from what was kept where nothing has changed."""
    economy = sorted(file for file in find(project.economy).iterdir() if file.is_file())
    basis = key_of([project.said.home, str(project.said.draws)], economy)
    return tuple(_answer(project, name, basis, tell) for name in project.scenarios)


def _answer(project: Project, name: str, basis: str, tell: Tell) -> Answer:
    scenario = project.scenarios[name]
    notes = project.build / "kept" / f"scenario-{name}.json"
    key = key_of([basis, scenario.origin.text])
    made = recall(notes, key)
    reused = made is not None
    if made is None:
        made = _made(project, name, tell)
        remember(notes, key, made)
    return Answer(name, scenario, **made, reused=reused)


def _made(project: Project, name: str, tell: Tell) -> dict[str, Any]:
    """Solve a scenario with its ranges and take the home region's row."""
    tried = uncertain(
        project.baseline,
        project.scenarios[name],
        draws=project.said.draws,
        progress=lambda done, count: tell(name, done, count),
    )
    home = project.baseline.regions.index(project.said.home)
    ranges = tried.panel().values
    status = tried.result.status
    return {
        "headlines": {
            headline: {column: float(array[home, at]) for column, array in ranges.items()}
            for at, headline in enumerate(tried.headlines)
        },
        "units": dict(tried.result.panel("regions").units),
        "converged": status.ok,
        "status": f"{status.sentence} {status.remedy}".strip(),
        "failed": tried.failed,
    }

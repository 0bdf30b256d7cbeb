"""A project's answers: every headline of the home region under each scenario, with its ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hinterland.assess import Assessment, assess
from hinterland.opened import Economy
from hinterland.project import find
from hinterland.report.headlines import ranged
from hinterland.scenario.schema import Scenario, Title
from hinterland.study.documents import Tell
from hinterland.study.kept import hash_of, key_of, recall, recall_tables, remember, remember_tables
from hinterland.study.project_file import Project

Ranges = Mapping[str, float]  # value, low, high, and the ranges over elasticities and over sizes alone


@dataclass(frozen=True)
class Answer:
    """Hold one scenario's headlines at home."""

    name: str  # of its file
    scenario: Scenario
    headlines: Mapping[str, Ranges]
    units: Mapping[str, str]
    against: Mapping[str, str] | None  # title of the scenario that these are differences to
    converged: bool
    status: str
    failed: int  # solves of the ranges that did not converge and are left out
    reused: bool
    key: str  # of everything that it was made from
    kept: Path  # its tables
    said: Mapping[str, Any] = field(repr=False)  # what else was kept

    @property
    def compared_with(self) -> Title | None:
        """Give the title of the scenario that the headlines are differences to; None for the baseline."""
        return Title(**self.against) if self.against else None

    def assessment(self) -> Assessment:
        """Give everything that was found, without solving anything again."""
        return Assessment(
            scenario=self.scenario,
            tables=recall_tables(self.kept),
            against=self.compared_with,
            from_baseline=tuple(self.said["from_baseline"]),
            closures=self.said["closures"],
            converged=self.converged,
            status=self.status,
            failed=self.failed,
        )


def answers(project: Project, tell: Tell) -> Iterator[Answer]:
    """Answer every scenario of a project, from what was kept where nothing has changed."""
    files = sorted(file for file in find(project.economy).iterdir() if file.is_file())
    basis = key_of([project.said.home, str(project.said.draws)], files)
    economy = Economy(project.economy, baseline=project.baseline)
    for name in project.scenarios:
        yield _answer(project, economy, name, basis, tell)


def _answer(project: Project, economy: Economy, name: str, basis: str, tell: Tell) -> Answer:
    scenario = project.scenarios[name]
    other = economy.against(scenario)
    notes, tables = (project.build / "kept" / f"scenario-{name}.{end}" for end in ("json", "npz"))
    key = key_of([basis, scenario.origin.text, "" if other is None else other.origin.text])
    made = recall(notes, key)
    reused = made is not None and made["tables"] == hash_of(tables)
    if not reused:
        draws = project.said.draws
        found = assess(economy, scenario, draws, progress=lambda done, count: tell(name, done, count))
        remember_tables(tables, found.tables)
        made = _at_home(found, project) | {"tables": hash_of(tables)}
        remember(notes, key, made)
    assert made is not None
    shown = {part: made[part] for part in ("headlines", "units", "against", "converged", "status", "failed")}
    return Answer(name, scenario, **shown, reused=reused, key=key, kept=tables, said=made)


def _at_home(found: Assessment, project: Project) -> dict[str, Any]:
    """Take the home region's row, and what else is said without the tables."""
    home = project.baseline.regions.index(project.said.home)
    panel = found.tables.get("ranges")
    names = found.tables["regions"].values
    if panel is None:
        alone = {name: ranged(found.tables["regions"], project.said.home, name) for name in names}
        headlines = {name: {"value": one.value, "low": one.low, "high": one.high} for name, one in alone.items()}
    else:
        headlines = {
            name: {column: float(array[home, at]) for column, array in panel.values.items()}
            for at, name in enumerate(panel.axes["headline"])
        }
    return {
        "headlines": headlines,
        "units": dict(found.tables["regions"].units),
        "against": found.against.model_dump() if found.against else None,
        "from_baseline": list(found.from_baseline),
        "closures": dict(found.closures),
        "converged": found.converged,
        "status": found.status,
        "failed": found.failed,
    }

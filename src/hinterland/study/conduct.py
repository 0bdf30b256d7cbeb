"""Conduct a study: the one function behind `hinterland study` and `make run`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hinterland.atomic import written_whole
from hinterland.study.answers import Answer, answers
from hinterland.study.documents import Documents, Tell, documents
from hinterland.study.project_file import Project, read_project


def _quietly(task: str, done: int, count: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Study:
    """Hold what a study found."""

    project: Project
    documents: Documents
    answers: tuple[Answer, ...]
    table: Path  # the answers as CSV

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the answers as a flat table: a row for each scenario and headline of the home region."""
        for answer in self.answers:
            for headline, ranges in answer.headlines.items():
                said = {"scenario": answer.name, "title": answer.scenario.title.en, "region": self.project.said.home}
                yield said | {"headline": headline, "unit": answer.units[headline]} | dict(ranges)


def conduct(folder: str | Path, tell: Tell = _quietly) -> Study:
    """Read a project's documents into a ledger, check them, and answer its scenarios with their ranges.

    What did not change since the last run is taken from the project's build folder. `tell` is called with the task,
    what of it is done and how much there is. Raises `InputError` with every fault of the project and its scenarios.
    """
    project = read_project(folder)
    project.build.mkdir(parents=True, exist_ok=True)
    found = documents(project.sources, project.build, tell)
    study = Study(project, found, answers(project, tell), project.build / "answers.csv")
    _write_table(study)
    return study


def _write_table(study: Study) -> None:
    """Write the answers as tidy CSV."""
    rows = list(study.rows())
    with written_whole(study.table) as file, io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

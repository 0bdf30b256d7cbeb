"""Conduct a study: the one function behind `hinterland study` and `make run`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hinterland.atomic import check_place, place_is_not_writable, written_whole
from hinterland.errors import InputError
from hinterland.scenario.schema import BASELINE
from hinterland.study.answers import Answer, answers
from hinterland.study.documents import Documents, Tell, documents
from hinterland.study.project_file import Project, read_project
from hinterland.study.reported import Report, reported


def _quietly(task: str, done: int, count: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Study:
    """Hold what a study found."""

    project: Project
    documents: Documents
    answers: tuple[Answer, ...]
    table: Path  # the answers as CSV
    report: Report | None = None  # None where none was asked for

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the answers as a flat table: a row for each scenario and headline of the home region."""
        for answer in self.answers:
            against = answer.compared_with.en if answer.compared_with else BASELINE
            for headline, ranges in answer.headlines.items():
                said = {"scenario": answer.name, "title": answer.scenario.title.en, "against": against}
                said |= {"region": self.project.said.home, "headline": headline, "unit": answer.units[headline]}
                yield said | dict(ranges)


def conduct(folder: str | Path, tell: Tell = _quietly, lang: str | None = None, report: bool = True) -> Study:
    """Read a project's documents into a ledger, check them, answer its scenarios with their ranges, and report.

    What did not change since the last run is taken from the project's build folder. `tell` is called with the task,
    what of it is done and how much there is; `lang` replaces the project's language, and without `report` none is
    written. Raises `InputError` with every fault of the project and its scenarios, or where it cannot write.
    """
    project = read_project(folder)
    language = lang or project.said.language
    with _place(project.build):
        found = documents(project.sources, project.build, tell)
        solved = tuple(answers(project, tell))
        study = Study(project, found, solved, project.build / "answers.csv")
        _write_table(study)
        return replace(study, report=reported(project, found, solved, language, tell)) if report else study


@contextmanager
def _place(build: Path) -> Iterator[None]:
    """Make the build folder, see that it can be written to before anything is read, and say so where it cannot."""
    try:
        (build / "kept").mkdir(parents=True, exist_ok=True)
        check_place(build / "answers.csv")
        yield
    except OSError as error:
        raise InputError([place_is_not_writable(build, error)]) from None


def _write_table(study: Study) -> None:
    """Write the answers as tidy CSV."""
    rows = list(study.rows())
    with written_whole(study.table) as file, io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

"""A project folder: what its `project.toml` may say, where its documents and scenarios lie, and what can be wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from hinterland.baseline import Baseline
from hinterland.errors import InputError, Problem, Problems
from hinterland.labels import suggestion
from hinterland.project import load
from hinterland.scenario.compose import compose
from hinterland.scenario.file_faults import of_schema
from hinterland.scenario.origin import Origin
from hinterland.scenario.positions import positions
from hinterland.scenario.read import read_scenario, scenario_against
from hinterland.scenario.schema import Scenario, Title, titled

FILE = "project.toml"


class ProjectFile(BaseModel):
    """State a project: its economy, the region it is about, and where its files lie."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[Title, BeforeValidator(titled, json_schema_input_type=Title | str)] = Field(
        description="{ en = ..., zh = ... }, or English alone"
    )
    economy: str = Field(min_length=1, description="a folder beside this file, or an embedded name")
    home: str = Field(min_length=1, description="code of the region that the project is about")
    language: Literal["en", "zh"] = Field(default="en", description="language of tables and report")
    sources: str = Field(default="sources", description="folder of documents, relative to this file")
    scenarios: str = Field(default="scenarios", description="folder of scenario files, relative to this file")
    build: str = Field(default="build", description="folder for what is made, relative to this file")
    draws: Annotated[int, Field(strict=True, ge=0, le=10_000)] = Field(
        default=16, description="draws of all assumptions together, for the ranges"
    )


@dataclass(frozen=True)
class Project:
    """Hold a project that was found whole: its file, its economy and its scenarios by file."""

    folder: Path
    said: ProjectFile
    baseline: Baseline
    scenarios: dict[str, Scenario]

    @property
    def economy(self) -> str:
        """Name the economy as `load` wants it: by path where it lies beside the file."""
        return economy_of(self.folder, self.said)

    @property
    def sources(self) -> Path:
        """Give the folder of documents."""
        return self.folder / self.said.sources

    @property
    def build(self) -> Path:
        """Give the folder for what is made."""
        return self.folder / self.said.build


def read_project(folder: str | Path) -> Project:
    """Read a project with its economy and scenarios; raise `InputError` with every fault of all of them."""
    folder = Path(folder)
    said, origin = _read_file(folder)
    problems = Problems()
    problems.extend(folders_are_missing(folder, said, origin))
    baseline = _tried(problems, lambda: load(economy_of(folder, said)))
    if baseline is not None:
        problems.extend(homes_are_unknown(said, baseline, origin))
    files = sorted((folder / said.scenarios).glob("*.toml"))
    scenarios = {file.stem: _tried(problems, lambda file=file: _scenario(file, baseline)) for file in files}
    if (folder / said.scenarios).is_dir() and not files:
        problems.extend([scenarios_are_missing(folder / said.scenarios)])
    problems.raise_if_any()
    return Project(folder, said, baseline, scenarios)


def economy_of(folder: Path, said: ProjectFile) -> str:
    """Name the project's economy: a folder beside its file comes before an embedded name."""
    beside = folder / said.economy
    return str(beside) if beside.is_dir() else said.economy


def json_schema() -> dict[str, Any]:
    """Give the JSON schema of `project.toml`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "hinterland project"}
    return head | ProjectFile.model_json_schema()


def projects_are_unreadable(path: Path, why: str) -> Problem:
    """Say that there is no project file, or that it cannot be opened."""
    expected = f"a project folder with {FILE}"
    return Problem(why, str(path), expected, "name one that exists", "projects_are_unreadable")


def projects_are_not_toml(path: Path, why: str) -> Problem:
    """Say that a project file is no TOML."""
    return Problem(
        f"not TOML ({why})", str(path), "a TOML file in UTF-8", "mend the line named", "projects_are_not_toml"
    )


def folders_are_missing(folder: Path, said: ProjectFile, origin: Origin) -> Iterator[Problem]:
    """Find folders of documents or scenarios that are not there."""
    for key in ("sources", "scenarios"):
        named = getattr(said, key)
        if not (folder / named).is_dir():
            place = origin.place((key,))
            yield Problem(f"no folder {named!r}", place, "a folder beside the file", "make it", "folders_are_missing")


def homes_are_unknown(said: ProjectFile, baseline: Baseline, origin: Origin) -> Iterator[Problem]:
    """Find home regions that the economy does not have."""
    codes = baseline.regions.codes
    if said.home not in codes:
        found = f"unknown region {said.home!r}{suggestion(said.home, codes)}"
        yield Problem(found, origin.place(("home",)), "a code of the economy", "correct it", "homes_are_unknown")


def scenarios_are_missing(folder: Path) -> Problem:
    """Say that there is no scenario to solve."""
    expected = "scenario files (*.toml)"
    return Problem("no scenario", str(folder), expected, "write one: docs/scenarios.md", "scenarios_are_missing")


def _read_file(folder: Path) -> tuple[ProjectFile, Origin]:
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
        said = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError([projects_are_not_toml(path, str(error))]) from None
    except OSError as error:
        why = error.strerror or "cannot be read"
        raise InputError([projects_are_unreadable(path, why[0].lower() + why[1:])]) from None
    origin = Origin(path, text, positions(text))
    try:
        return ProjectFile.model_validate(said), origin
    except ValidationError as error:
        raise InputError(of_schema(error, ProjectFile, origin)) from None


def _scenario(file: Path, baseline: Baseline | None) -> Scenario:
    """Read a scenario, and the one it is compared with, and look their codes up before anything is solved."""
    scenario = read_scenario(file)
    for one in (scenario, scenario_against(scenario)):
        if baseline is not None and one is not None:
            compose(baseline, one)
    return scenario


def _tried(problems: Problems, make: Any) -> Any:
    """Give what a function makes, or None after recording its faults."""
    try:
        return make()
    except InputError as error:
        problems.extend(error.problems)
        return None

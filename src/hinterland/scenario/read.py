"""Read a scenario file, with every fault of it in one error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hinterland.errors import InputError, Problem
from hinterland.scenario.file_faults import of_schema
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.origin import Origin
from hinterland.scenario.positions import positions
from hinterland.scenario.schema import BASELINE, Scenario


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario file; raise `InputError` with every fault, each with its line, key and the nearest valid name."""
    path = Path(path)
    try:
        return parse_scenario(path.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError as error:
        raise InputError([files_are_not_toml(path, str(error))]) from None
    except OSError as error:
        raise InputError([files_are_unreadable(path, error)]) from None


def parse_scenario(text: str, path: str | Path | None = None) -> Scenario:
    """Read a scenario from text; `path` names it in messages."""
    file = None if path is None else Path(path)
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([files_are_not_toml(file, str(error))]) from None
    origin = Origin(file, text, positions(text))
    return _checked(said, origin).read_from(origin)


def scenario(
    title: str | Mapping[str, str],
    measures: list[Measure] | tuple[Measure, ...] = (),
    against: str = BASELINE,
    closure: Mapping[str, str] | None = None,
    economy: str = "",
    note: str = "",
) -> Scenario:
    """Build a scenario in Python, as its file would state it. Raises `InputError` with every fault."""
    said = {"title": title, "against": against, "closure": closure or {}, "economy": economy, "note": note}
    return _checked(said | {"measure": [measure.model_dump() for measure in measures]}, Origin())


def scenario_against(scenario: Scenario) -> Scenario | None:
    """Read the scenario that this one is compared with, or None for the baseline."""
    if scenario.against == BASELINE:
        return None
    path = scenario.origin.path
    return read_scenario(scenario.against if path is None else path.parent / scenario.against)


def _checked(said: Mapping[str, Any], origin: Origin) -> Scenario:
    try:
        return Scenario.model_validate(said)
    except ValidationError as error:
        raise InputError(of_schema(error, Scenario, origin)) from None


def files_are_not_toml(path: Path | None, why: str) -> Problem:
    """Say which line of a scenario is no TOML; `path` is None for a text that is in no file."""
    where = "scenario" if path is None else path.name
    return Problem(f"not TOML ({why})", where, "a TOML file in UTF-8", "mend the line named", "files_are_not_toml")


def files_are_unreadable(path: Path, error: OSError) -> Problem:
    """Say which file of a scenario could not be opened, and why."""
    why = error.strerror or "cannot be read"
    return Problem(
        why[0].lower() + why[1:], str(path), "a scenario file", "name one that exists", "files_are_unreadable"
    )

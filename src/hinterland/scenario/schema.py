"""What a scenario file may say. Unknown keys are errors; the JSON schema is generated from these classes."""

from __future__ import annotations

import functools
import operator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from hinterland.economy.params import Closures, Competition, Deficit, Inputs, Labour
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.origin import Origin

BASELINE = "baseline"

if TYPE_CHECKING:
    AnyMeasure = Measure
else:
    AnyMeasure = Annotated[
        functools.reduce(operator.or_, (kind.measure for kind in KINDS.values())), Field(discriminator="kind")
    ]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Title(_Strict):
    """Name a scenario in two languages."""

    en: str = Field(min_length=1, description="English title")
    zh: str = Field(default="", description="Chinese title")

    def of(self, lang: str) -> str:
        """Give the title in a language; the English one where there is none."""
        return (self.zh if lang == "zh" else "") or self.en


class ClosureOverrides(_Strict):
    """Close the economy otherwise than it says itself."""

    deficit: Deficit | None = None
    labour: Labour | None = None
    inputs: Inputs | None = None
    competition: Competition | None = None


def titled(value: Any) -> Any:
    """Take a title given as one text for the English one."""
    return {"en": value} if isinstance(value, str) else value


class Scenario(_Strict):
    """State a scenario: a title, what it is compared with, how the economy closes, and the measures that it takes."""

    title: Annotated[Title, BeforeValidator(titled, json_schema_input_type=Title | str)] = Field(
        description="{ en = ..., zh = ... }, or English alone"
    )
    economy: str = Field(default="", description="the economy it is written for: a folder, or an embedded name")
    against: str = Field(default=BASELINE, description="`baseline`, or another scenario file beside this one")
    note: str = Field(default="", description="anything a reader should know")
    closure: ClosureOverrides = Field(default=ClosureOverrides(), description="what replaces the economy's closures")
    measure: tuple[AnyMeasure, ...] = Field(default=(), description="the measures; their order does not matter")
    _origin: Origin = PrivateAttr(default=Origin())

    @model_validator(mode="after")
    def _names_are_repeated(self) -> Scenario:
        names = [measure.name for measure in self.measure if measure.name]
        for name in names:
            if names.count(name) > 1:
                raise PydanticCustomError("names_are_repeated", "name {name} twice", {"name": name})
        return self

    @property
    def measures(self) -> tuple[Measure, ...]:
        """List the measures."""
        return self.measure

    @property
    def labels(self) -> tuple[str, ...]:
        """Name each measure: by its own name, or by its kind, numbered where one occurs again."""
        kinds = [measure.kind for measure in self.measure]
        numbered = [f"{kind} {kinds[:at].count(kind) + 1}" for at, kind in enumerate(kinds)]
        plain = [kind if kinds.count(kind) == 1 else name for kind, name in zip(kinds, numbered, strict=True)]
        return tuple(measure.name or name for measure, name in zip(self.measure, plain, strict=True))

    @property
    def origin(self) -> Origin:
        """Say which file it was read from, and the lines of its keys."""
        return self._origin

    def closures(self, economy: Closures) -> Closures:
        """Give the closures in force: the economy's, save those that the scenario overrides."""
        return replace(economy, **self.closure.model_dump(exclude_none=True))

    def closed(self, **overrides: str) -> Scenario:
        """Give the same scenario with other closures."""
        stated = self.closure.model_dump(exclude_none=True) | overrides
        return self.model_copy(update={"closure": ClosureOverrides.model_validate(stated)})

    def with_measures(self, measures: tuple[Measure, ...]) -> Scenario:
        """Give the same scenario with other measures."""
        return self.model_copy(update={"measure": measures})

    def read_from(self, origin: Origin) -> Scenario:
        """Remember the file that it came from, for messages and for writing it back with its comments."""
        self._origin = origin
        return self


def json_schema() -> dict[str, Any]:
    """Give the JSON schema of a scenario file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "hinterland scenario"}
    return head | Scenario.model_json_schema(by_alias=True)

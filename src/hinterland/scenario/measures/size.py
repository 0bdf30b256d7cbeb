"""A size with its unit, and the bounds beyond which it is impossible."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Bounds = tuple[float, float]  # both included
Number = Annotated[float, Field(strict=True)]  # "5" is no number


class Size(BaseModel):
    """State a number with its unit, and the range that it may lie in where it is not known for sure."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    value: float = Field(strict=True, description="the number")
    unit: str = Field(description="what it is measured in")
    range: tuple[Number, Number] | None = Field(default=None, description="[low, high]")

    @property
    def fraction(self) -> float:
        """Give per cents and percentage points as a fraction."""
        return self.value / 100

    def at(self, value: float) -> Size:
        """Give the same size with another value, for the ends of its range."""
        return self.model_copy(update={"value": value, "range": None})


@dataclass(frozen=True, eq=False)
class Units:
    """Check a size against the units that its argument may have and their bounds, in `Annotated[Size, Units(…)]`."""

    bounds: Mapping[str, Bounds]

    def __call__(self, size: Size) -> Size:
        """Return the size; raise a named error for a wrong unit, an impossible value or a wrong range."""
        if size.unit not in self.bounds:
            context: dict[str, Any] = {"unit": size.unit, "units": ", ".join(self.bounds)}
            raise PydanticCustomError("unit_is_wrong", "unit {unit}, expected {units}", context)
        low, high = self.bounds[size.unit]
        for value in (size.value, *(size.range or ())):
            if not low <= value <= high:
                context = {"value": value, "unit": size.unit, "low": low, "high": high}
                raise PydanticCustomError("size_is_impossible", "{value} {unit}, expected {low} to {high}", context)
        if size.range and not size.range[0] <= size.value <= size.range[1]:
            found = {"value": size.value, "low": size.range[0], "high": size.range[1]}
            raise PydanticCustomError("range_is_wrong", "range {low} to {high} around {value}", found)
        return size

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the size itself is well formed."""
        return core_schema.no_info_after_validator_function(self, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say in the JSON schema which units and bounds hold."""
        low, high = min(b[0] for b in self.bounds.values()), max(b[1] for b in self.bounds.values())
        number = {"type": "number", "minimum": low, "maximum": high}
        return {
            "type": "object",
            "additionalProperties": False,
            "required": ["value", "unit"],
            "properties": {
                "value": number,
                "unit": {"enum": list(self.bounds)},
                "range": {"type": "array", "items": number, "minItems": 2, "maxItems": 2},
            },
        }


def units_of(model: type[BaseModel], argument: str) -> Mapping[str, Bounds] | None:
    """Give the units of an argument of a measure with their bounds, or None where it is no size."""
    field = model.model_fields.get(argument)
    if field is None:
        return None
    marks = [*field.metadata, *(mark for part in get_args(field.annotation) for mark in get_args(part))]
    return next((mark.bounds for mark in marks if isinstance(mark, Units)), None)


def default(kind: str, argument: str) -> Size:
    """Give the default of a conversion, from `conversions.toml`."""
    row = conversions()[kind][argument]
    return Size.model_validate({key: value for key, value in row.items() if key != "source"})


@cache
def conversions() -> dict[str, dict[str, dict[str, Any]]]:
    """Read every default conversion: kind → argument → value, unit, range, source."""
    text = (resources.files("hinterland.scenario.measures") / "conversions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


SHARE: Bounds = (0.0, 100.0)
CUT: Bounds = (-900.0, 99.0)  # of a cost; negative makes it dearer
CHANGE: Bounds = (-99.0, 900.0)  # of a quantity

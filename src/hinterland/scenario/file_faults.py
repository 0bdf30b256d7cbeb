"""What can be wrong with a scenario file: every fault that its schema finds, in the four parts of a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from hinterland.errors import Problem
from hinterland.labels import suggestion
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import units_of
from hinterland.scenario.origin import Origin
from hinterland.scenario.positions import Path

Fault = Mapping[str, Any]


def of_schema(error: ValidationError, root: type[BaseModel], origin: Origin) -> Iterator[Problem]:
    """Translate each fault into a message, in the order of the file."""
    for fault in error.errors():
        path = _path(fault["loc"])
        kind = next((str(part) for part in fault["loc"][:3] if part in KINDS), None)
        owner = KINDS[kind].measure if kind else root
        say = SAY.get(fault["type"], values_are_wrong)
        found, expected, remedy = say(fault, path, owner)
        yield Problem(found, origin.place(path), expected, remedy, say.__name__)


_Parts = tuple[str, str, str]  # found, expected, what to do


def keys_are_unknown(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find keys that the format does not have."""
    known = _keys_at(path, owner)
    key = str(path[-1])
    found = f"unknown key {key!r}{suggestion(key, known)}"
    return found, f"keys among {', '.join(known)}", "correct or remove it"


def keys_are_missing(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find keys that must be there, a unit among them."""
    key = str(path[-1])
    if key == "unit":
        units = _units(owner, str(path[-2]))
        return "no unit", f"unit = {units}", "add it: a size without a unit means nothing"
    expected = f"a required key{_about(owner, key)}"
    return f"no key {key!r}", expected, "add it"


def kinds_are_unknown(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find kinds of measures that do not exist."""
    tag = str(fault["ctx"]["tag"])
    expected = ", ".join(KINDS)
    return f"unknown kind {tag!r}{suggestion(tag, tuple(KINDS))}", expected, "correct it"


def kinds_are_missing(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find measures that do not say their kind."""
    return "no key 'kind'", f"kind = one of {', '.join(KINDS)}", "add it"


def sizes_have_no_unit(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find bare numbers where a size with its unit belongs."""
    value = fault["input"]
    if not isinstance(value, int | float) or not _units(owner, str(path[-1])):
        return values_are_wrong(fault, path, owner)
    expected = f"{{ value = {value:g}, unit = {_units(owner, str(path[-1]))} }}"
    return f"{path[-1]} = {value:g} without a unit", expected, "write it so"


def units_are_wrong(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find units that an argument does not have."""
    unit, units = fault["ctx"]["unit"], fault["ctx"]["units"]
    near = suggestion(unit, tuple(units.split(", ")))
    return f"unit {unit!r}{near}", _some(units.split(", ")), "correct the unit"


def sizes_are_impossible(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find sizes beyond what is possible."""
    at = fault["ctx"]
    expected = f"{at['low']:g} to {at['high']:g} {at['unit']}"
    return f"{at['value']:g} {at['unit']}", expected, "correct the size"


def ranges_are_wrong(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find ranges that do not hold their value."""
    at = fault["ctx"]
    found = f"value {at['value']:g} with range [{at['low']:g}, {at['high']:g}]"
    return found, "[low, high] with the value between them", "correct one of them"


def assumed_sizes_have_no_range(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find assumed sizes that do not say how far off they may be."""
    at = fault["ctx"]
    found = f"an assumed size of {at['value']:g} {at['unit']} without a range"
    expected = f"size = {{ value = {at['value']:g}, unit = '{at['unit']}', range = [low, high] }}"
    return found, expected, "say how far off it may be"


def payers_are_unclear(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find rebates paid by a country that is not named, and the reverse."""
    country = fault["ctx"]["paid_by"] == "country"
    found = "paid_by = 'country' without country" if country else "country without paid_by = 'country'"
    return found, "both, or neither", "name the regions that share the bill" if country else "remove it"


def names_are_repeated(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find two measures of one name."""
    name = fault["ctx"]["name"]
    return f"two measures named {name!r}", "a name for one measure only", "rename one"


def values_are_wrong(fault: Fault, path: Path, owner: type[BaseModel]) -> _Parts:
    """Find values of the wrong type, or not among the words allowed."""
    expected = str(fault["msg"]).removeprefix("Input should be ").lower()
    near = ""
    if fault["type"] == "literal_error":
        valid = tuple(word.strip(" '") for word in str(fault["ctx"]["expected"]).replace(" or ", ",").split(","))
        near = suggestion(str(fault["input"]), valid)
    if fault["type"].startswith("date"):
        expected = "a date, as 2024-01-31"
    key = path[-1] if path else "the file"
    return f"{key} = {fault['input']!r}{near}", expected, "correct it"


SAY = {
    "extra_forbidden": keys_are_unknown,
    "missing": keys_are_missing,
    "union_tag_invalid": kinds_are_unknown,
    "union_tag_not_found": kinds_are_missing,
    "model_type": sizes_have_no_unit,
    "model_attributes_type": sizes_have_no_unit,
    "unit_is_wrong": units_are_wrong,
    "size_is_impossible": sizes_are_impossible,
    "range_is_wrong": ranges_are_wrong,
    "assumed_sizes_have_no_range": assumed_sizes_have_no_range,
    "payers_are_unclear": payers_are_unclear,
    "names_are_repeated": names_are_repeated,
}


def _path(location: tuple[str | int, ...]) -> Path:
    """Drop the kind that pydantic puts into the location of a fault inside a measure."""
    if len(location) > 2 and location[0] == "measure" and location[2] in KINDS:
        return (*location[:2], *location[3:])
    return location


def _keys_at(path: Path, owner: type[BaseModel]) -> tuple[str, ...]:
    """List the keys that may stand where an unknown one was found."""
    inside = path[2:-1] if issubclass(owner, Measure) else path[:-1]
    for part in inside:
        field = owner.model_fields.get(str(part))
        model = next((t for t in _types(field.annotation) if _is_model(t)), None) if field else None
        if model is None:
            return ()
        owner = model
    return tuple(field.alias or name for name, field in owner.model_fields.items())


def _types(annotation: Any) -> tuple[Any, ...]:
    parts = getattr(annotation, "__args__", ())
    return (annotation, *(t for part in parts for t in _types(part)))


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _units(owner: type[BaseModel], argument: str) -> str:
    """List the units of an argument, or nothing when it has none."""
    units = units_of(owner, argument)
    return "" if units is None else _some([repr(unit) for unit in units])


def _some(words: list[str]) -> str:
    """Write a choice of words, and only the first few of many."""
    return " or ".join(words) if len(words) <= 4 else f"{', '.join(words[:6])} …"


def _about(owner: type[BaseModel], key: str) -> str:
    fields = {field.alias or name: field for name, field in owner.model_fields.items()}
    return f": {fields[key].description}" if key in fields and fields[key].description else ""

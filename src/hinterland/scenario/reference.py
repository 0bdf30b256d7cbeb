"""The reference of all kinds of measures, written from the classes themselves; `make docs` puts it into `docs/`."""

from __future__ import annotations

import inspect
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import Size, conversions, units_of
from hinterland.scenario.schema import Scenario

_HEAD = """# Levers: kinds of measures

Made from the classes in `hinterland.scenario.measures` by `make docs`. How a file is written and run:
[scenarios](scenarios.md).

A scenario file holds one `[[measure]]` for each measure. A size is `{ value = ..., unit = "..." }`, with a
`range = [low, high]` inside it where it is not sure; the range is required where `status = "assumed"`. Measures
compose, and their order does not matter: rates add up, ratios multiply, and rules on tariffs apply in the order `set`,
`cut_pct`, `swiss`, `change_pp`, `cap`, with support of imports taken off at the end.
"""


def levers_page() -> str:
    """Give `docs/levers.md`."""
    parts = [_HEAD, "## Every measure\n", *_arguments(Measure, skip=("size",))]
    parts += ["", "## The file around them\n", *_arguments(Scenario, skip=("measure",))]
    for kind in KINDS:
        parts += ["", *_section(kind)]
    return "\n".join(parts).rstrip() + "\n"


@cache
def examples() -> dict[str, str]:
    """Give an example of each kind, as it stands in a file."""
    text = (resources.files("hinterland.scenario.measures") / "examples.toml").read_text(encoding="utf-8")
    blocks = ["[[measure]]" + block for block in text.split("[[measure]]")[1:]]
    return {tomllib.loads(block)["measure"][0]["kind"]: block.strip() + "\n" for block in blocks}


def _section(kind: str) -> list[str]:
    measure = KINDS[kind].measure
    lines = [f"## `{kind}`\n", inspect.getdoc(measure) or "", "", f"Enters as {KINDS[kind].enters}.", ""]
    lines += _arguments(measure, skip=tuple(name for name in Measure.model_fields if name != "size"))
    lines += [_conversion(measure, name, row) for name, row in conversions().get(kind, {}).items()]
    return [*lines, "", "```toml", examples()[kind].rstrip(), "```"]


def _arguments(model: type[Measure] | type[Scenario], skip: tuple[str, ...]) -> list[str]:
    rows = ["| key | what it says | unit | where left out |", "|---|---|---|---|"]
    for name, field in model.model_fields.items():
        if name not in skip and name != "kind":
            units = units_of(model, name)
            said = (
                ""
                if units is None
                else ", ".join(f"{unit} ({low:g} to {high:g})" for unit, (low, high) in units.items())
            )
            rows.append(f"| `{field.alias or name}` | {field.description} | {_short(said)} | {_default(field)} |")
    return [*rows, ""]


def _short(units: str) -> str:
    """Name the first few of many units."""
    parts = units.split("), ")
    return units if len(parts) <= 5 else "), ".join(parts[:5]) + ") …"


def _default(field: Any) -> str:
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, Size):
        return f"{value.value:g} {value.unit}"
    if isinstance(value, tuple):
        return ", ".join(f"`{part}`" for part in value)
    return "" if value in (None, "") or not isinstance(value, str) else f"`{value}`"


def _conversion(measure: type[Measure], name: str, row: dict[str, Any]) -> str:
    span = f", range {row['range'][0]:g} to {row['range'][1]:g}" if "range" in row else ""
    head = "A draft suggests" if measure.model_fields[name].is_required() else "Default of"
    return f"- {head} `{name}`: {row['value']:g} {row['unit']}{span}. {row['source']}."

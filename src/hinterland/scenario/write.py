"""Write a scenario as a file. What was read from a file keeps its comments and its order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit
from pydantic import BaseModel
from tomlkit.items import AoT, InlineTable, Table

from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.errors import InputError
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.schema import Scenario

SCHEMA = "scenario.schema.json"
_FIRST = ("kind", "name", "form", "mode", "regions", "partners", "without", "sectors", "users", "size")


def write_scenario(scenario: Scenario, path: str | Path) -> Path:
    """Write a scenario under a temporary name and move it into place; give the path."""
    path = Path(path)
    write_text(to_toml(scenario), path)
    return path


def to_toml(scenario: Scenario) -> str:
    """Give the text of a scenario's file: the text it was read from with what has changed, or a new one."""
    if scenario.origin.text:
        document = tomlkit.parse(scenario.origin.text)
        _update(document, scenario)
        return tomlkit.dumps(document)
    document = tomlkit.document()
    document.add(tomlkit.comment(f":schema {SCHEMA}"))
    for key, value in _said(scenario).items():
        document.add(key, _item(value, inline=key == "title"))
    return tomlkit.dumps(document).replace(f"# :schema {SCHEMA}", f"#:schema {SCHEMA}", 1)


def measure_text(measure: Measure) -> str:
    """Give the text of one measure as it stands in a file."""
    document = tomlkit.document()
    document.add("measure", _item([_said(measure)]))
    return tomlkit.dumps(document)


def write_text(text: str, path: Path) -> None:
    """Write a text file whole or not at all; raise `InputError` where it cannot be."""
    try:
        with written_whole(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None


def _said(model: BaseModel) -> dict[str, Any]:
    """Give what a file says: everything that differs from a default, in the order that people read."""
    said: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name == "kind" or value != field.get_default(call_default_factory=True):
            said[field.alias or name] = _plain(value)
    first = [key for key in _FIRST if key in said]
    return {key: said[key] for key in (*first, *(key for key in said if key not in first))}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _said(value)
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _item(value: Any, inline: bool = False) -> Any:
    """Turn plain data into TOML: sizes and titles inline, measures as an array of tables."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        tables = tomlkit.aot()
        for row in value:
            tables.append(_table(row))
        return tables
    if isinstance(value, dict):
        return _inline(value) if inline else _table(value)
    return tomlkit.item(value)


def _table(row: dict[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in row.items():
        table.add(key, _inline(value) if isinstance(value, dict) else tomlkit.item(value))
    return table


def _inline(row: dict[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, value in row.items():
        table.append(key, list(value) if isinstance(value, tuple) else value)
    return table


def _update(document: Any, model: BaseModel) -> None:
    """Change in place what differs, and leave the rest, comments and stated defaults included, as it stands."""
    fields = {field.alias or name: name for name, field in type(model).model_fields.items()}
    said = _said(model)
    for key in [key for key in document if key not in said]:
        if key not in fields or not _same(document[key], getattr(model, fields[key])):
            document.remove(key)
    for key, value in said.items():
        now = getattr(model, fields[key])
        if key not in document:
            document[key] = _item(value, inline=True)
        elif isinstance(document[key], AoT):
            _update_tables(document[key], now)
        elif isinstance(now, BaseModel) and isinstance(document[key], dict):
            _update(document[key], now)
        elif not _same(document[key], now):
            document[key] = _item(value, inline=True)


def _update_tables(tables: AoT, models: tuple[BaseModel, ...]) -> None:
    while len(tables) > len(models):
        del tables[len(tables) - 1]
    for table, model in zip(tables, models, strict=False):
        _update(table, model)
    for model in models[len(tables) :]:
        tables.append(_table(_said(model)))


def _same(found: Any, wanted: Any) -> bool:
    """Tell whether the file says what is wanted; a single code may stand without brackets, a title without a table."""
    plain = found.unwrap() if hasattr(found, "unwrap") else found
    if isinstance(wanted, BaseModel):
        if isinstance(plain, str):
            return _said(wanted) == {"en": plain}
        stated = wanted.model_dump(include=set(plain))
        return bool(plain == {key: _plain(value) for key, value in stated.items()})
    if isinstance(wanted, tuple):
        return list(wanted) == ([plain] if isinstance(plain, str) else plain)
    return bool(plain == wanted)

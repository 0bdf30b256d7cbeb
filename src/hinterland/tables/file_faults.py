"""What can be wrong with the files of an economy's folder: one function a fault, named after it.

Each returns what it found, with file and line; what needs the tables as a whole is in `faults`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from hinterland.errors import Problem
from hinterland.labels import Axis, suggestion
from hinterland.tables.schema import EconomyFile

if TYPE_CHECKING:
    import pandas as pd

_TOML = "economy.toml"


def description_is_missing(folder: Path) -> Iterator[Problem]:
    """Find a folder without `economy.toml`."""
    if not (folder / _TOML).is_file():
        remedy = "write economy.toml there, or name the folder that holds it"
        yield Problem(
            "no such file", f"{folder.name}/{_TOML}", "a description of the economy", remedy, "description_is_missing"
        )


def description_is_not_toml(error: ValueError) -> Iterator[Problem]:
    """Say where `economy.toml` stops being TOML in UTF-8."""
    text = str(error)
    line = re.search(r"\(at line (\d+), column \d+\)|\(at end of document\)", text)
    where = f"{_TOML}:{line[1]}" if line and line[1] else _TOML
    if isinstance(error, UnicodeDecodeError):
        found, remedy = _not_utf8(error), "save the file anew as UTF-8"
    else:
        found, remedy = f"not TOML: {text[: line.start()].strip().lower() if line else text}", "correct the line"
    yield Problem(found, where, "a TOML file in UTF-8", remedy, "description_is_not_toml")


def description_is_invalid(error: ValidationError, text: str) -> Iterator[Problem]:
    """Translate each fault of `economy.toml` into the four parts of a message; `text` is the file."""
    for fault in error.errors():
        location = fault["loc"]
        key = str(location[-1])
        where = f"{_TOML}:{_line(text, location)}"
        inside = f" in {_block(location)}" if len(location) > 1 else ""
        if fault["type"] == "extra_forbidden":
            known = _keys_beside(location)
            found, expected = f"unknown key {key!r}{inside}{suggestion(key, known)}", f"a key among {', '.join(known)}"
            remedy = "correct or remove it"
        elif fault["type"] == "missing":
            found, expected, remedy = f"no key {key!r}{inside}", "a required key", "add it"
        else:
            found, expected, remedy = (
                f"{_subject(location)} = {fault['input']!r}{inside}",
                _expected(fault),
                "correct it",
            )
        yield Problem(found, where, expected, remedy, "description_is_invalid")


def labels_are_repeated(*axes: Axis) -> Iterator[Problem]:
    """Find codes that stand twice on one axis."""
    for axis in axes:
        for code in sorted({code for code in axis.codes if axis.codes.count(code) > 1}):
            found = f"{axis.name} {code!r} stands {axis.codes.count(code)} times"
            yield Problem(found, _TOML, "each code once", "remove all but one [[block]] of it", "labels_are_repeated")


def groups_name_unknown_regions(groups: Mapping[str, Sequence[str]], regions: Axis) -> Iterator[Problem]:
    """Find members of groups that are no region of the economy."""
    for group, members in groups.items():
        for code in members:
            if code not in regions.codes:
                found = f"group {group!r} names region {code!r}{suggestion(code, regions.codes)}"
                yield Problem(
                    found, _TOML, "the code of a [[region]]", "correct or remove it", "groups_name_unknown_regions"
                )


def groups_are_named_like_regions(groups: Mapping[str, Sequence[str]], regions: Axis) -> Iterator[Problem]:
    """Find groups whose name already means a region: a scenario could not tell which is meant."""
    for group in groups:
        if group in regions.codes:
            found = f"group {group!r} has the code of a region"
            yield Problem(found, _TOML, "a name of its own", "rename the group", "groups_are_named_like_regions")


def tables_are_missing(name: str, columns: Sequence[str]) -> Iterator[Problem]:
    """Say that a required table is not there."""
    remedy = f"add it, with the columns {', '.join(columns)}"
    yield Problem("no such file", f"{name}.csv", "a table (CSV or Parquet)", remedy, "tables_are_missing")


def tables_stand_twice(paths: Sequence[Path]) -> Iterator[Problem]:
    """Find a table that is there both as CSV and as Parquet: a change of one would be silently passed over."""
    if len(paths) > 1:
        names = " and ".join(path.name for path in paths)
        yield Problem(f"{names} side by side", paths[0].stem, "one of them", "remove one", "tables_stand_twice")


def tables_cannot_be_read(path: Path, error: Exception) -> Iterator[Problem]:
    """Say why a file is no table."""
    expected = "a table in Parquet" if path.suffix == ".parquet" else "a table in CSV, as UTF-8"
    if isinstance(error, UnicodeDecodeError):
        found, remedy = _not_utf8(error), "save the file anew as 'CSV UTF-8'"
    elif path.stat().st_size == 0:
        found, remedy = "the file is empty", "write it anew, or remove it"
    else:
        words = str(error).splitlines()[0].removeprefix("Error tokenizing data. C error: ").rstrip(".").strip()
        found, remedy = f"cannot be read ({words})", "correct the line named, or write the file anew"
    yield Problem(found, path.name, expected, remedy, "tables_cannot_be_read")


def rows_are_longer_than_the_header(frame: pd.DataFrame, file: str) -> Iterator[Problem]:
    """Find a CSV whose rows have more cells than its header: every number would slip a column to the left."""
    if frame.index.nlevels > 1 or frame.index.dtype == object or frame.index.inferred_type == "string":
        remedy = "name every column in line 1, and remove commas at the ends of lines"
        yield Problem(
            "rows have more cells than line 1 has names",
            f"{file}:2",
            f"{frame.shape[1]} cells a row",
            remedy,
            "rows_are_longer_than_the_header",
        )


def cells_are_not_parted_by_commas(found: Sequence[str], file: str) -> Iterator[Problem]:
    """Find a CSV that parts its cells otherwise, as spreadsheets do where the comma is the decimal point."""
    if len(found) == 1 and (";" in found[0] or "\t" in found[0]):
        remedy = "save the file anew with commas, and points for decimals"
        yield Problem(
            f"one column {found[0]!r}", f"{file}:1", "commas between cells", remedy, "cells_are_not_parted_by_commas"
        )


def columns_are_missing(
    found: Sequence[str], needed: Sequence[str], known: Sequence[str], file: str
) -> Iterator[Problem]:
    """Find required columns that a table does not have."""
    missing = [name for name in needed if name not in found]
    if missing:
        near = suggestion(missing[0], [name for name in found if name not in known])
        words = f"no column {', '.join(map(repr, missing))}{near.replace('did you mean', 'is it')}"
        yield Problem(words, f"{file}:1", f"the columns {', '.join(known)}", "add or rename it", "columns_are_missing")


def columns_are_unknown(found: Sequence[str], known: Sequence[str], file: str) -> Iterator[Problem]:
    """Find columns that the format does not have: a misspelt one would silently be left out."""
    for name in found:
        if name not in known:
            words = f"unknown column {name!r}{suggestion(name, known)}"
            expected = f"columns among {', '.join(known)}"
            yield Problem(words, f"{file}:1", expected, "rename or remove it", "columns_are_unknown")


def codes_are_unknown(column: pd.Series, at: np.ndarray, axis: Axis, file: str) -> Iterator[Problem]:
    """Find codes that `economy.toml` does not have, told once each with their first line."""
    lost = column[at < 0]
    counts = lost.value_counts()
    for line, code in lost.drop_duplicates().items():
        name = f"unknown {column.name} {code!r}{suggestion(code, axis.codes)}" if code else f"an empty {column.name}"
        yield Problem(
            name + and_more(int(counts[code])),
            f"{file}:{line}",
            f"the code of a [[{axis.name}]] of economy.toml",
            "correct it, or add it to economy.toml",
            "codes_are_unknown",
        )


def cells_are_not_numbers(column: pd.Series, bad: np.ndarray, file: str) -> Iterator[Problem]:
    """Find cells that should be numbers and are not, told with the first of them."""
    if bad.any():
        first = column[bad].index[0]
        found = f"{column.name} {column[first]!r}" if str(column[first]).strip() else f"an empty {column.name}"
        expected = "true or false" if column.name == "traded" else "a number, with a point for decimals"
        yield Problem(
            found + and_more(int(bad.sum())),
            f"{file}:{first}",
            expected,
            "write one, or remove the row",
            "cells_are_not_numbers",
        )


def rows_are_repeated(table: Mapping[str, np.ndarray], labels: Sequence[str], file: str) -> Iterator[Problem]:
    """Find cells that are stated twice; `table["line"]` holds the lines of its rows."""
    cells = np.zeros(len(table["line"]), dtype=np.int64)  # one number a cell
    for label in labels:
        _, number = np.unique(table[label], return_inverse=True)
        cells = cells * (int(np.max(number, initial=0)) + 1) + number
    known = np.all([table[label] != -1 for label in labels], axis=0)
    _, first, which = np.unique(cells, return_index=True, return_inverse=True)
    again = np.flatnonzero((first[which] != np.arange(len(cells))) & known)
    if len(again):
        row = again[0]
        found = f"the same cell as line {table['line'][first[which[row]]]}" + and_more(len(again))
        where = f"{file}:{table['line'][row]}"
        yield Problem(found, where, "one row a cell", "add the two up, or remove one", "rows_are_repeated")


def inputs_mix_values_and_shares(table: Mapping[str, np.ndarray], file: str) -> Iterator[Problem]:
    """Find inputs that are not all given as money, or all as shares."""
    stated = [~np.isnan(table[column]) for column in ("value", "share")]
    both, neither = stated[0] & stated[1], ~stated[0] & ~stated[1]
    as_the_first = stated[0] == stated[0][:1]
    for rows, found in (
        (both, "a value and a share"),
        (neither, "neither a value nor a share"),
        (~as_the_first & ~both & ~neither, "a share beside rows with a value, or the reverse"),
    ):
        if rows.any():
            where = f"{file}:{table['line'][np.flatnonzero(rows)[0]]}"
            expected = "a value in every row (money), or a share in every row"
            words = found + and_more(int(rows.sum()))
            yield Problem(words, where, expected, "fill one of the two columns", "inputs_mix_values_and_shares")
            return


def and_more(count: int) -> str:
    """Say how many more faults there are like the one that is told."""
    return f" and {count - 1} more like it" if count > 1 else ""


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"not UTF-8 (byte {error.object[error.start]:#04x} at position {error.start})"


def _expected(fault: Any) -> str:
    """Say in an analyst's words what pydantic wanted."""
    limits = fault.get("ctx", {})
    words = {
        "string_type": "text in quotes",
        "string_too_short": "some text",
        "string_pattern_mismatch": "a code without blanks, commas, = and *",
        "int_type": "a whole number",
        "int_parsing": "a whole number",
        "int_from_float": "a whole number",
        "float_type": "a number",
        "greater_than_equal": f"at least {limits.get('ge')}",
        "less_than_equal": f"at most {limits.get('le')}",
        "too_short": "a list with at least one entry",
        "list_type": "a list",
        "dict_type": "a table such as [groups]",
        "model_type": f"a table such as [{fault['loc'][-1]}]",
        "literal_error": str(limits.get("expected")),
    }
    return words.get(fault["type"], fault["msg"].removeprefix("Input should be ").lower())


def _subject(location: tuple[int | str, ...]) -> str:
    """Name what has a wrong value: a key, the key's own name (pydantic says [key]), or a place in a list."""
    last = location[-1]
    return f"entry {last + 1}" if isinstance(last, int) else "name" if last == "[key]" else last


def _block(location: tuple[int | str, ...]) -> str:
    """Name the part of the file that a key stands in, counting from one."""
    if len(location) > 2 and isinstance(location[1], int):
        return f"[[{location[0]}]] number {location[1] + 1}"
    return f"{location[1]} of [groups]" if isinstance(location[-1], int) else f"[{location[0]}]"


def _line(text: str, location: tuple[int | str, ...]) -> int:
    """Find the line of a key, or of the block that lacks it; the first line where neither can be seen."""
    lines = text.splitlines()
    start = 0
    if len(location) > 1:
        nested = rf"\[\[\s*{location[0]}\s*\]\]" if isinstance(location[1], int) else rf"\[\s*{location[0]}\s*\]"
        heads = [i for i, line in enumerate(lines) if re.match(rf"\s*{nested}", line)]
        which = location[1] if isinstance(location[1], int) else 0
        if which >= len(heads):
            return 1
        start = heads[which]
    key = next((part for part in reversed(location) if isinstance(part, str) and part != "[key]"), "")
    for i in range(start, len(lines)):
        if i > start and len(location) > 1 and lines[i].lstrip().startswith("["):
            break
        if re.match(rf"\s*(\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*(=|\])", lines[i]):
            return i + 1
    return start + 1


def _keys_beside(location: tuple[int | str, ...]) -> tuple[str, ...]:
    """List the keys that may stand where an unknown one was found."""
    model: Any = EconomyFile
    for part in location[:-1]:
        if isinstance(part, str):
            annotation = model.model_fields[part].annotation
            model = getattr(annotation, "__args__", (annotation,))[0]
    return tuple(model.model_fields)

"""On which line of a TOML file a key stands: what `tomllib` reads and does not tell."""

from __future__ import annotations

import re
from collections import Counter

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*$')
_FENCES = ('"""', "'''")


def positions(text: str) -> dict[Path, int]:
    """Map every table and key that starts a line to its line number; entries of an array of tables are counted from 0.

    The text must be valid TOML. Keys inside inline tables are not listed: see `line_of`.
    """
    found: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    table: Path = ()
    depth, fence = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
            continue
        if depth == 0:
            if header := _HEADER.match(line):
                table = _table(_parts(header[2]), header[1] == "[[", counts)
                found.setdefault(table, number)
                continue
            if key := _KEY.match(line):
                found[table + _parts(key[1])] = number
        fence = next((mark for mark in _FENCES if line.count(mark) % 2), "")
        depth += 0 if fence else _opened(line)
    return found


def line_of(path: Path, found: dict[Path, int]) -> int | None:
    """Give the line of a key, or of the nearest table or key that holds it."""
    for length in range(len(path), 0, -1):
        if path[:length] in found:
            return found[path[:length]]
    return None


def _parts(key: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in key.split("."))


def _table(name: Path, is_array: bool, counts: Counter[Path]) -> Path:
    """Give the path of a table; `[measure.size]` belongs to the last `[[measure]]`."""
    if is_array:
        counts[name] += 1
        return (*name, counts[name] - 1)
    for length in range(len(name) - 1, 0, -1):
        if name[:length] in counts:
            return (*name[:length], counts[name[:length]] - 1, *name[length:])
    return name


def _opened(line: str) -> int:
    """Count brackets that a line opens less those that it closes, strings and comments apart."""
    bare = _STRINGS.sub("", line)
    return sum(bare.count(mark) for mark in "[{") - sum(bare.count(mark) for mark in "]}")

"""Where a scenario came from: its file, its text and the lines of its keys; or Python, where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from hinterland.scenario.positions import Path, line_of


@dataclass(frozen=True)
class Origin:
    """Hold the source of a scenario."""

    path: FilePath | None = None
    text: str = ""
    lines: Mapping[Path, int] = field(default_factory=dict)

    def place(self, path: Path) -> str:
        """Say where a key stands: `trade.toml:12, measure 2, size`."""
        line = line_of(path, dict(self.lines))
        file = "" if self.path is None else self.path.name + (f":{line}" if line else "")
        return ", ".join(part for part in (file, _words(path)) if part) or "scenario"


def _words(path: Path) -> str:
    """Write a path as people count: `measure 2, size.unit`."""
    if len(path) > 1 and path[0] == "measure" and isinstance(path[1], int):
        rest = ".".join(map(str, path[2:]))
        return f"measure {path[1] + 1}" + (f", {rest}" if rest else "")
    return ".".join(map(str, path))

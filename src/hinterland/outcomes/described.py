"""The words of every table: titles, names, units, formulas and sources, from `tables.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from hinterland.outcomes.case import Case
from hinterland.panel import Panel


@cache
def tables() -> dict[str, dict[str, Any]]:
    """Read the description of every table: title, about, source, and a row a column."""
    text = (resources.files("hinterland.outcomes") / "tables.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def described(
    name: str,
    case: Case,
    axes: Mapping[str, tuple[str, ...]],
    values: Mapping[str, np.ndarray],
    keep: np.ndarray | None = None,
) -> Panel:
    """Make a panel with the units, long names and source that its description states."""
    words = tables()[name]
    columns = {column: words["columns"][column] for column in values}
    currency = case.baseline.description.currency
    units = {column: row["unit"].replace("money", currency) for column, row in columns.items() if "unit" in row}
    names = {column: row["name"] for column, row in columns.items()}
    return Panel(name, axes, values, units, keep, names, words["source"])

"""What labels of other hands mean in this taxonomy: `trade_fair` is an `expo`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def accepted(label: str) -> tuple[str, ...]:
    """List the instruments that a label can stand for; one that is not listed stands for itself alone."""
    return labels().get(label, (label,))


@cache
def labels() -> dict[str, tuple[str, ...]]:
    """Load the labels that have other names than the taxonomy's."""
    rows = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))["labels"]
    return {label: tuple(names) for label, names in rows.items()}

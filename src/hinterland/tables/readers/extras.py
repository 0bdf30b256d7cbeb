"""Optional libraries: imported when a reader needs them, and named when they are absent."""

from __future__ import annotations

import importlib
from types import ModuleType

from hinterland.errors import MissingExtraError


def load(library: str, task: str, extra: str) -> ModuleType:
    """Import an optional library, or raise `MissingExtraError` that names the extra which brings it."""
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise MissingExtraError(task, extra) from error

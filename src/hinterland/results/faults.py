"""What can be wrong with a saved result, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hinterland.errors import Problem
from hinterland.labels import suggestion


def form_is_unknown(path: Path, forms: tuple[str, ...]) -> Problem:
    """Refuse a name whose end says nothing."""
    found = (
        f"no form of results ends in {path.suffix!r}{suggestion(path.suffix, forms)}" if path.suffix else "no suffix"
    )
    return Problem(
        found, str(path), f"a name that ends in {', '.join(forms)}", "end it in one of these", "form_is_unknown"
    )


def result_is_unreadable(path: Path, error: OSError) -> Problem:
    """Say why a saved result cannot be opened."""
    why = error.strerror or "cannot be read"
    return Problem(
        why[0].lower() + why[1:],
        str(path),
        "a saved result",
        "name one that exists and may be read",
        "result_is_unreadable",
    )


def result_is_damaged(path: Path, why: str) -> Problem:
    """Report a result that is not whole, or was changed after it was saved."""
    return Problem(
        f"not a whole result ({why.splitlines()[0]})",
        str(path),
        "a result as hinterland saved it",
        "run the scenario again and save it anew",
        "result_is_damaged",
    )


def result_is_newer(path: Path, words: Mapping[str, Any]) -> Problem:
    """Refuse a result of a later version."""
    return Problem(
        f"saved by hinterland {words['hinterland']} in a form that this version does not know",
        str(path),
        "a result of this version or an earlier one",
        "upgrade hinterland",
        "result_is_newer",
    )

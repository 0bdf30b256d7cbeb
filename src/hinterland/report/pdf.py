"""Set a report as PDF, from the same page."""

from __future__ import annotations

from pathlib import Path

from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.errors import InputError, MissingExtraError

try:
    import weasyprint
except (ImportError, OSError) as error:  # pragma: no cover - OSError: the library lacks Pango
    raise MissingExtraError("writing a report as PDF", "pdf") from error


def write_pdf(page: str, path: Path) -> None:
    """Write a report, as `html` gives it, as PDF, whole or not at all; see `write_report`."""
    made = weasyprint.HTML(string=page).write_pdf()
    try:
        with written_whole(path) as file:
            file.write(made)
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None

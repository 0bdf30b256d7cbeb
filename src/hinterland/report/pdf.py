"""Set a report as PDF, from the same page."""

from __future__ import annotations

from pathlib import Path

from hinterland.atomic import written_whole
from hinterland.errors import MissingExtraError
from hinterland.report.material import Material
from hinterland.report.page import html

try:
    import weasyprint
except (ImportError, OSError) as error:  # pragma: no cover - OSError: the library lacks Pango
    raise MissingExtraError("writing a report as PDF", "pdf") from error


def write_pdf(material: Material, path: Path, lang: str = "en") -> None:
    """Write a report as PDF, whole or not at all."""
    made = weasyprint.HTML(string=html(material, lang)).write_pdf()
    with written_whole(path) as file:
        file.write(made)

"""Turn a figure into pictures that need no script: SVG at two widths, and its table as CSV, all as data addresses."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64encode
from dataclasses import dataclass

from hinterland.errors import MissingExtraError
from hinterland.figures.figure import Figure

try:
    import vl_convert
except ImportError as error:  # pragma: no cover - the extra is installed where tests run
    raise MissingExtraError("drawing figures into a report", "report") from error

WIDE, NARROW = 700, 330  # pixels: a column on a desk, a phone less its margins


@dataclass(frozen=True)
class Picture:
    """Hold a figure as a page shows it."""

    figure: Figure
    wide: str  # addresses that carry the picture itself
    narrow: str
    csv: str


def picture(figure: Figure) -> Picture:
    """Draw a figure at both widths."""
    wide, narrow = (_address("image/svg+xml", svg(figure, width)) for width in (WIDE, NARROW))
    return Picture(figure, wide, narrow, _address("text/csv", _csv(figure)))


def svg(figure: Figure, width: int) -> str:
    """Draw a figure as SVG text; raises `ValueError` where the specification is not valid."""
    return str(vl_convert.vegalite_to_svg(json.dumps(figure.at(width)), vl_version=_version(figure)))


def _version(figure: Figure) -> str:
    """Take the newest bundled Vega-Lite of the specification's major version."""
    major = figure.spec["$schema"].split("/v")[-1].split(".")[0]
    known = [version for version in vl_convert.get_vegalite_versions() if version.split(".")[0] == major]
    return max(known, key=lambda version: [int(part) for part in version.split(".")])


def _csv(figure: Figure) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(figure.table)
    writer.writerows(zip(*figure.table.values(), strict=True))
    return "\ufeff" + text.getvalue()


def _address(kind: str, text: str) -> str:
    return f"data:{kind};base64,{b64encode(text.encode()).decode()}"

"""Turn a figure into pictures that need no script: SVG at two widths, and its table as CSV, all as data addresses."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import dataclass

from hinterland.errors import MissingExtraError
from hinterland.figures.figure import Figure
from hinterland.figures.save import newest_version, table_text

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
    return Picture(figure, wide, narrow, _address("text/csv", table_text(figure)))


def svg(figure: Figure, width: int) -> str:
    """Draw a figure as SVG text; raises `ValueError` where the specification is not valid."""
    drawn = str(vl_convert.vegalite_to_svg(json.dumps(figure.at(width)), vl_version=newest_version(figure.spec)))
    return _renumbered(drawn)


def _renumbered(drawn: str) -> str:
    """Count names inside a picture from zero: the library counts on, and the same figure must give the same bytes."""
    found = dict.fromkeys(re.findall(r'id="((?:gradient_|clip)\d+)"', drawn))
    fresh = {name: f"{name.rstrip('0123456789')}{at}" for at, name in enumerate(found)}
    return re.sub(r"\b(?:gradient_|clip)\d+\b", lambda name: fresh.get(name[0], name[0]), drawn)


def _address(kind: str, text: str) -> str:
    return f"data:{kind};base64,{b64encode(text.encode()).decode()}"

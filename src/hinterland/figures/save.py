"""One figure as a file of its own: a page, a picture, its specification or its table, by the end of the name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from html import escape
from pathlib import Path

from hinterland.atomic import place_is_not_writable, written_whole
from hinterland.errors import InputError, MissingExtraError, Problem
from hinterland.figures.figure import Figure, Spec
from hinterland.figures.naming import plain
from hinterland.labels import suggestion

try:
    import vl_convert
except ImportError as error:  # pragma: no cover - the extra is installed where tests run
    raise MissingExtraError("saving a figure", "report") from error

_SHARP = 2.0  # pixels of a picture for one of a page
_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 15px/1.5 Arial, 'Noto Sans CJK SC', sans-serif; max-width: 760px; margin: 2rem auto; padding: 0 1rem }}
figure {{ margin: 0 0 1rem }} figcaption {{ color: #6b6b6b }} svg {{ width: 100%; height: auto }}
td, th {{ padding: .2rem .8rem; text-align: left; vertical-align: top }}
</style></head>
<body><figure>{picture}<figcaption>{caption}</figcaption></figure>
<table>{table}</table></body></html>
"""


def save_figure(figure: Figure, path: Path) -> None:
    """Write a figure to a file, whole or not at all: .html, .svg, .png, .json (Vega-Lite) or .csv (its table).

    Raises `InputError` where the name ends in something else or the place cannot be written to.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise InputError([form_of_figure_is_unknown(path)])
    content = form(figure)
    try:
        with written_whole(path) as file:
            file.write(content)
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None


def newest_version(spec: Spec) -> str:
    """Give the newest bundled Vega-Lite of a specification's major version."""
    major = spec["$schema"].split("/v")[-1].split(".")[0]
    known = [version for version in vl_convert.get_vegalite_versions() if version.split(".")[0] == major]
    return max(known, key=lambda version: [int(part) for part in version.split(".")])


def table_text(figure: Figure) -> str:
    """Write the table of a figure as CSV that spreadsheets open as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(figure.table)
    writer.writerows(zip(*figure.table.values(), strict=True))
    return "\ufeff" + text.getvalue()


def form_of_figure_is_unknown(path: Path) -> Problem:
    """Refuse a name whose end says nothing."""
    ends = tuple(FORMS)
    found = f"no form of figures ends in {path.suffix!r}{suggestion(path.suffix, ends)}" if path.suffix else "no suffix"
    expected = f"a name that ends in {', '.join(ends)}"
    return Problem(found, str(path), expected, "end it in one of these", "form_of_figure_is_unknown")


def _svg(figure: Figure) -> str:
    return str(vl_convert.vegalite_to_svg(json.dumps(figure.spec), vl_version=newest_version(figure.spec)))


def _png(figure: Figure) -> bytes:
    version = newest_version(figure.spec)
    return bytes(vl_convert.vegalite_to_png(json.dumps(figure.spec), vl_version=version, scale=_SHARP))


def _page(figure: Figure) -> str:
    """Set a figure and its table as a page without a script."""
    rows = zip(*figure.table.values(), strict=True)
    head = "".join(f"<th>{escape(name)}</th>" for name in figure.table)
    body = "".join("<tr>" + "".join(f"<td>{escape(_cell(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    caption = escape(" ".join(part for part in (figure.note, figure.source) if part))
    title = escape(figure.title_finding)
    return _PAGE.format(title=title, picture=_svg(figure), caption=caption, table=f"<tr>{head}</tr>{body}")


def _cell(value: object) -> str:
    return plain(value) if isinstance(value, float) else str(value)


FORMS: dict[str, Callable[[Figure], bytes]] = {
    ".html": lambda figure: _page(figure).encode(),
    ".svg": lambda figure: _svg(figure).encode(),
    ".png": _png,
    ".json": lambda figure: json.dumps(figure.spec, ensure_ascii=False, indent=1).encode(),
    ".csv": lambda figure: table_text(figure).encode(),
}

"""How every figure looks: few colours that a colour-blind reader can tell apart, text that a phone can show."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, log10
from typing import Any

import altair as alt
from altair.utils import schemapi

from hinterland.figures.figure import Spec

GAIN, LOSS, TOTAL = "#2b6ca3", "#c9651b", "#4a4a4a"  # blue and orange: told apart by every kind of colour vision
INK, FAINT, GRID, PALE = "#222222", "#6b6b6b", "#e4e4e0", "#efefec"
CATEGORIES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"]  # Okabe & Ito (2008)
DIVERGING = ["#a6460a", "#dd8a4a", "#f6cfae", "#f5f5f2", "#b9d3e8", "#5f9bc9", "#1d5488"]  # loss … none … gain
# Arial first: it is measured where pictures are made, and stands, or one of the same widths, on most machines.
FONT = "Arial, 'Liberation Sans', Helvetica, Roboto, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
WIDTH, ROW = 640, 26  # pixels; a row holds two lines of a long name
SIZE = 12  # of all text, pixels
LABEL = 0.28  # of a scale: what a figure beside a bar takes on a phone
_LINE = 22  # letters; a Chinese character counts as two


def rows(records: Sequence[Mapping[str, Any]]) -> alt.Data:
    """Carry records inside the specification."""
    return alt.Data(values=list(records))


def names(order: Iterable[str]) -> alt.Y:
    """Set the names of rows at the left, in the order given."""
    broken = "indexof(datum.label, '\\n') >= 0"  # the first of two lines stands above the middle of the row
    baseline = {"condition": {"test": broken, "value": "bottom"}, "value": "middle"}
    axis = alt.Axis(
        labelExpr="split(datum.label, '\\n')",
        labelBaseline=baseline,
        labelLimit=190,
        ticks=False,
        domain=False,
        labelPadding=6,
    )
    return alt.Y("name:N", sort=[wrapped(name) for name in order], title=None, axis=axis)


def amounts(field: str, low: float, high: float, title: str) -> alt.X:
    """Set a scale of amounts under the rows, from `low` to `high`."""
    axis = alt.Axis(tickCount=4, grid=True, domain=False, ticks=False, title=title)
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[low, high], nice=False), axis=axis)


def by_sign(field: str) -> Any:
    """Colour by the sign of a field."""
    return alt.condition(f"datum.{field} >= 0", alt.value(GAIN), alt.value(LOSS))


def roomy(values: Iterable[float], share: float = LABEL) -> tuple[float, float]:
    """Give the ends of a scale that holds the values and zero, with room for figures beyond the bars."""
    given = [0.0, *(value for value in values if value == value)]
    low, high = min(given), max(given)
    up, down = high > 0 or low == 0, low < 0
    room = share * ((high - low) or 1.0) / (1 - share * (up + down))
    return (low - room if down else low), (high + room if up else high)


def beside(value: float, largest: float) -> float:
    """Round a value to three digits of the largest one that it stands beside: less is nothing there."""
    if value != value or largest <= 0:
        return value
    return round(value, max(0, 3 - ceil(log10(largest))))


def wrapped(name: str) -> str:
    """Break a long name into two lines at most."""
    wide = sum(2 if ord(letter) > 0x2E80 else 1 for letter in name)
    if wide <= _LINE:
        return name
    if wide > len(name) * 1.5:  # Chinese breaks anywhere
        half = _LINE // 2
        return "\n".join([name[:half], name[half : 2 * half - 1] + ("…" if len(name) > 2 * half - 1 else "")])
    return "\n".join(textwrap.wrap(name, _LINE, max_lines=2, placeholder=" …"))


def dressed(chart: alt.LayerChart | alt.FacetChart | alt.Chart, title: str, unit: str, height: float) -> Spec:
    """Give the finished specification: title, size and theme."""
    titled = chart.properties(
        title=alt.TitleParams(textwrap.wrap(title, 72), subtitle=unit),
        width=WIDTH,
        height=height,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        background="white",
        padding={"left": 6, "right": 10, "top": 4, "bottom": 4},  # for fonts wider than the one measured
    )
    spec: Spec = titled.to_dict(validate=schemapi.DEBUG_MODE)  # a report of many scenarios turns checks off
    return spec | {"config": _config()}


def _config() -> dict[str, Any]:
    label = {"labelFontSize": SIZE, "labelColor": INK, "titleFontSize": SIZE, "titleColor": FAINT}
    return {
        "font": FONT,
        "axis": label | {"gridColor": GRID, "titleFontWeight": "normal", "labelLineHeight": 12},
        "legend": label | {"orient": "top", "titleFontWeight": "normal", "symbolType": "square"},
        "text": {"fontSize": SIZE, "fill": INK, "lineHeight": 13},
        "title": {"anchor": "start", "fontSize": 16, "subtitleFontSize": SIZE, "subtitleColor": FAINT, "color": INK},
        "view": {"stroke": None},
    }

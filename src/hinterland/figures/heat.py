"""A matrix of coloured cells: what several figures are drawn as."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Spec


def heat(
    cells: np.ndarray, down: Sequence[str], across: Sequence[str], scale: alt.Scale, title: str, unit: str
) -> Spec:
    """Draw cells [row, column] under names, coloured by `scale`."""
    records = [
        {"name": theme.wrapped(name), "partner": theme.wrapped(partner), "value": float(cells[row, column])}
        for row, name in enumerate(down)
        for column, partner in enumerate(across)
    ]
    chart = alt.Chart(theme.rows(records)).mark_rect(stroke="white", strokeWidth=2)
    axis = alt.Axis(orient="top", labelAngle=-90, labelExpr="split(datum.label, '\\n')", ticks=False, domain=False)
    legend = alt.Legend(title=None, orient="bottom", gradientLength=150, gradientThickness=10, tickCount=3)
    matrix = chart.encode(
        y=theme.names(down),
        x=alt.X("partner:N", sort=[theme.wrapped(name) for name in across], title=None, axis=axis),
        color=alt.Color("value:Q", scale=scale, legend=legend),
    )
    return theme.dressed(matrix, title, unit, theme.ROW * len(down))

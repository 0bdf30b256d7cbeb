"""Bars to either side of zero, with a figure beside each: what several figures are drawn as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt

from hinterland.figures import theme
from hinterland.figures.figure import Spec

Bar = tuple[str, float, str]  # name, value, and the figure beside it


def signed_bars(bars: Sequence[Bar], title: str, unit: str, axis: str = "", label: float = theme.LABEL) -> Spec:
    """Draw bars in the order given; blue rises, orange falls.

    `axis` is the unit in short, for a phone; `label` is what the longest figure takes there, as a share of the scale.
    """
    records = [{"name": theme.wrapped(name), "value": value, "label": figure} for name, value, figure in bars]
    low, high = theme.roomy((value for _, value, _ in bars), label)
    chart = alt.Chart(theme.rows(records))
    y, x = theme.names(name for name, _, _ in bars), theme.amounts("value", low, high, axis or unit)
    layers = [chart.mark_bar(height=14).encode(y=y, x=x, color=theme.by_sign("value"))]
    for sign, dx in (">=", 5), ("<", -5):
        side = chart.transform_filter(f"datum.value {sign} 0").mark_text(align="left" if dx > 0 else "right", dx=dx)
        layers.append(side.encode(y=y, x=x, text="label:N"))
    return theme.dressed(alt.layer(*layers), title, unit, theme.ROW * len(bars))


def paired_bars(
    pairs: Sequence[tuple[str, str, float, str]],
    colours: Mapping[str, str],
    title: str,
    unit: str,
    axis: str,
    label: float = theme.LABEL,
) -> Spec:
    """Draw bars of several series a name, with a figure beside each: (name, series, value, figure).

    `colours` gives each series its own; `axis` and `label` are those of `signed_bars`.
    """
    records = [
        {"name": theme.wrapped(name), "series": which, "value": value, "label": figure}
        for name, which, value, figure in pairs
    ]
    low, high = theme.roomy((value for _, _, value, _ in pairs), label)
    chart = alt.Chart(theme.rows(records))
    order = list(dict.fromkeys(name for name, _, _, _ in pairs))
    place = {
        "y": theme.names(order),
        "yOffset": alt.YOffset("series:N", sort=list(colours)),
        "x": theme.amounts("value", low, high, axis),
    }
    legend = alt.Legend(title=None, orient="bottom", columns=1, labelLimit=260)
    colour = alt.Color("series:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=legend)
    layers = [chart.mark_bar(height=12).encode(**place, color=colour)]
    for sign, dx in (">=", 4), ("<", -4):
        side = chart.transform_filter(f"datum.value {sign} 0").mark_text(
            align="left" if dx > 0 else "right", dx=dx, fontSize=11
        )
        layers.append(side.encode(**place, text="label:N"))
    return theme.dressed(alt.layer(*layers), title, unit, 36 * len(order))

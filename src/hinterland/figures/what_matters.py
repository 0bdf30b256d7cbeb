"""What an answer hangs on: how far each assumption alone moves a headline."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.panel import Panel


def what_matters(
    panel: Panel, naming: Naming, region: str, headline: str = "real_income_pct", shown: int = 10
) -> Figure:
    """Draw between what values each assumption alone takes a headline of one region, from the table `drivers`.

    The widest stand first. A set of elasticities is one answer, and a dot; a size with a range is a line.
    """
    at = (list(panel.axes["headline"]).index(headline), list(panel.axes["region"]).index(region))
    low, high = (panel.values[end][:, at[0], at[1]] for end in ("low", "high"))
    middle = float(np.median((low + high) / 2))
    spans = {
        _name(code, naming): (float(a), float(b))
        for code, a, b in zip(panel.axes["assumption"], low, high, strict=True)
    }
    order = sorted(spans, key=lambda name: -max(abs(spans[name][0] - middle), abs(spans[name][1] - middle)))
    drawn = order[:shown]
    named = naming.words.named("headline", headline)
    words = {"first": order[0], "low": naming.pct(spans[order[0]][0]), "high": naming.pct(spans[order[0]][1])}
    key = "one" if spans[order[0]][0] == spans[order[0]][1] else "range"
    title = naming.words(f"figures.what_matters.{key}", region=naming.region(region), headline=named, **words)
    table: Columns = {
        naming.words("column.assumption"): order,
        naming.words("column.low") + ", %": [spans[name][0] for name in order],
        naming.words("column.high") + ", %": [spans[name][1] for name in order],
    }
    notes = [naming.words("figures.what_matters.note")]
    if len(drawn) < len(order):
        notes.append(naming.words("figures.shown", shown=len(drawn), all=len(order)))
    unit = f"{named}, %"
    spec = _drawn({name: spans[name] for name in drawn}, title, unit, naming)
    return Figure("what_matters", title, spec, table, unit, naming.source, " ".join(notes))


def _name(code: str, naming: Naming) -> str:
    """Name an assumption: a measure with its argument, or a set of elasticities."""
    measure, colon, argument = code.rpartition(": ")
    if not colon:
        return naming.words("figures.what_matters.set", name=code)
    named = naming.words.named("measure", measure)
    if argument == "size":
        return named
    return naming.words("figures.what_matters.of", measure=named, argument=naming.words.named("argument", argument))


def _drawn(spans: dict[str, tuple[float, float]], title: str, unit: str, naming: Naming) -> Spec:
    records = [
        {
            "name": theme.wrapped(name),
            "low": low,
            "high": high,
            "label": naming.pct(low) if low == high else f"{naming.pct(low)} … {naming.pct(high)}",
        }
        for name, (low, high) in spans.items()
    ]
    low, high = theme.roomy([end for span in spans.values() for end in span], 0.34)
    chart = alt.Chart(theme.rows(records))
    y, x = theme.names(spans), theme.amounts("low", low, high, unit)
    line = chart.mark_rule(strokeWidth=5, color=theme.GAIN, opacity=0.55).encode(y=y, x=x, x2="high:Q")
    ends = [
        chart.mark_point(filled=True, size=45, opacity=1, color=theme.GAIN).encode(
            y=y, x=theme.amounts(end, low, high, unit)
        )
        for end in ("low", "high")
    ]
    text = chart.mark_text(align="left", dx=8).encode(y=y, x=theme.amounts("high", low, high, unit), text="label:N")
    zero = alt.Chart(theme.rows([{"zero": 0}])).mark_rule(color=theme.FAINT)
    axis = zero.encode(x=theme.amounts("zero", low, high, unit))
    return theme.dressed(alt.layer(axis, line, *ends, text), title, unit, theme.ROW * len(records))

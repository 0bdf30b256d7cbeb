"""Before and after: a region's exports to its largest buyers, as lines from 100."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.figures.spread import apart
from hinterland.panel import Panel

_HEIGHT = 300


def before_after(panel: Panel, naming: Naming, region: str, shown: int = 10) -> Figure:
    """Draw how a region's exports to its largest buyers change, from the table `trade`; before is 100 for each.

    In money the lines would be flat beside each other: measures move trade by per cents, partners differ by a factor.
    """
    own = list(panel.axes["exporter"]).index(region)
    before, after = (np.nansum(panel.values[name][:, own, :], axis=1) for name in ("before", "after"))
    order = [at for at in np.argsort(-before, kind="stable") if at != own and before[at] > 0]
    index = {at: float(100 * after[at] / before[at]) for at in order}
    named = {at: naming.region(panel.axes["importer"][at]) for at in order}
    drawn = order[:shown]
    title = _finding({named[at]: index[at] for at in drawn}, naming, region)
    table: Columns = {
        naming.words("column.partner"): [named[at] for at in order],
        f"{naming.words('column.before')}, {naming.money_unit}": [float(before[at]) for at in order],
        f"{naming.words('column.after')}, {naming.money_unit}": [float(after[at]) for at in order],
        naming.words("column.index"): [index[at] for at in order],
    }
    unit = naming.words("figures.before_after.unit")
    note = naming.words("figures.shown", shown=len(drawn), all=len(order)) if len(drawn) < len(order) else ""
    short = {naming.short(panel.axes["importer"][at]): index[at] for at in drawn}
    spec = _drawn(short, naming, title, unit)
    return Figure("before_after", title, spec, table, unit, naming.source, note)


def _finding(index: dict[str, float], naming: Naming, region: str) -> str:
    first, last = max(index, key=lambda name: index[name]), min(index, key=lambda name: index[name])
    up, down = index[first] > 100, index[last] < 100
    kind = ("both" if down else "rise") if up else ("fall" if down else "none")
    parts = {"value": naming.pct(index[first] - 100), "worst": naming.pct(index[last] - 100)}
    return naming.words(f"figures.before_after.{kind}", region=naming.region(region), first=first, last=last, **parts)


def _drawn(index: dict[str, float], naming: Naming, title: str, unit: str) -> Spec:
    before, after = naming.words("figures.before_after.before"), naming.words("figures.before_after.after")
    low, high = min([100.0, *index.values()]), max([100.0, *index.values()])
    room = 0.06 * ((high - low) or 1.0)
    places = apart(list(index.values()), 15 / _HEIGHT * (high - low + 2 * room))
    low, high = min([low, *places]) - room, max([high, *places]) + room
    lines = [
        {"when": when, "name": name, "value": value, "change": end - 100}
        for name, end in index.items()
        for when, value in ((0, 100.0), (1, end))
    ]
    labels = [
        {"when": 1, "place": place, "label": f"{name} {naming.pct(end - 100)}"}
        for (name, end), place in zip(index.items(), places, strict=True)
    ]
    said = f"datum.value == 0 ? '{before}' : '{after}'"
    axis = alt.Axis(values=[0, 1], labelExpr=said, grid=False, ticks=False, domain=False, orient="top", title=None)
    x = alt.X("when:Q", scale=alt.Scale(domain=[-0.15, 2.6], nice=False), axis=axis)  # the right side is for names
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y("value:Q", scale=scale, title=None, axis=alt.Axis(tickCount=5, domain=False, ticks=False))
    line = alt.Chart(theme.rows(lines)).mark_line(strokeWidth=2, point=True)
    drawn = line.encode(x=x, y=y, detail="name:N", color=theme.by_sign("change"))
    text = alt.Chart(theme.rows(labels)).mark_text(align="left", dx=8)
    return theme.dressed(
        alt.layer(drawn, text.encode(x=x, y=alt.Y("place:Q", scale=scale, title=None), text="label:N")),
        title,
        unit,
        _HEIGHT,
    )

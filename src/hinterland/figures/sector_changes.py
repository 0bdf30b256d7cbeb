"""Sectors of one region by the change of their real output."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.panel import Panel


def sector_changes(panel: Panel, naming: Naming, region: str, shown: int = 14) -> Figure:
    """Draw which sectors of a region grow and shrink, from the table `sectors`; the largest changes at most `shown`."""
    row = list(panel.axes["region"]).index(region)
    change = panel.values["real_output_pct"][row]
    known = [at for at in np.argsort(-np.nan_to_num(change), kind="stable") if np.isfinite(change[at])]
    titles = {at: naming.sector(panel.axes["sector"][at]) for at in known}
    title = _finding([(titles[at], float(change[at])) for at in known], naming, naming.region(region))
    chosen = set(sorted(known, key=lambda at: -abs(change[at]))[:shown])
    bars = [(titles[at], float(change[at])) for at in known if at in chosen]
    columns: Columns = {
        naming.words("column.sector"): [titles[at] for at in known],
        naming.words("column.change_pct"): [float(change[at]) for at in known],
        f"{naming.words('column.before')}, {naming.money_unit}": panel.values["output_before"][row][known].tolist(),
        f"{naming.words('column.after')}, {naming.money_unit}": panel.values["output_after"][row][known].tolist(),
    }
    unit = naming.words("figures.sector_changes.unit")
    note = naming.words("figures.shown", shown=len(bars), all=len(known)) if len(bars) < len(known) else ""
    return Figure("sector_changes", title, _drawn(bars, naming, title, unit), columns, unit, naming.source, note)


def _finding(ordered: list[tuple[str, float]], naming: Naming, region: str) -> str:
    (first, most), (last, least) = ordered[0], ordered[-1]
    kind = ("both" if least < 0 else "gain") if most > 0 else ("loss" if least < 0 else "none")
    parts = {"first": first, "value": naming.pct(most), "last": last, "worst": naming.pct(least)}
    return naming.words(f"figures.sector_changes.{kind}", region=region, **parts)


def _drawn(bars: list[tuple[str, float]], naming: Naming, title: str, unit: str) -> Spec:
    records = [{"name": theme.wrapped(name), "value": value, "label": naming.pct(value)} for name, value in bars]
    low, high = theme.roomy(value for _, value in bars)
    chart = alt.Chart(theme.rows(records))
    y, x = theme.names(name for name, _ in bars), theme.amounts("value", low, high, unit)
    layers = [chart.mark_bar(height=14).encode(y=y, x=x, color=theme.by_sign("value"))]
    for sign, dx in (">=", 5), ("<", -5):
        side = chart.transform_filter(f"datum.value {sign} 0").mark_text(align="left" if dx > 0 else "right", dx=dx)
        layers.append(side.encode(y=y, x=x, text="label:N"))
    return theme.dressed(alt.layer(*layers), title, unit, theme.ROW * len(bars))

"""What a scenario costs a treasury or brings to it, by measure and budget line."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.panel import Panel


def treasury_lines(panel: Panel, naming: Naming, region: str) -> Figure:
    """Draw the change of a region's budget by source and line, from the table `treasury`; costs are negative."""
    row = list(panel.axes["region"]).index(region)
    change = panel.values["change"][row]  # [source, line]
    sources = [_source(code, naming) for code in panel.axes["source"]]
    lines = [naming.words.named("line", code) for code in panel.axes["line"]]
    title = _finding(change, lines, naming, region)
    table: Columns = {naming.words("column.source"): [*sources, naming.words("figures.waterfall.total")]}
    for at, line in enumerate(lines):
        if np.abs(change[:, at]).max() > 0:
            table[line] = [*change[:, at].tolist(), float(change[:, at].sum())]
    table[naming.words("figures.waterfall.total")] = [*change.sum(axis=1).tolist(), float(change.sum())]
    unit = naming.words("figures.treasury_lines.unit", unit=naming.money_unit)
    spec = _drawn(change, sources, lines, title, unit)
    return Figure(
        "treasury_lines", title, spec, table, unit, naming.source, naming.words("figures.treasury_lines.note")
    )


def _source(code: str, naming: Naming) -> str:
    named = naming.words.named("source", code)
    return naming.words.named("measure", code) if named == code else named


def _finding(change: np.ndarray, lines: list[str], naming: Naming, region: str) -> str:
    total = float(change.sum())
    by_line = change.sum(axis=0)
    most = lines[int(np.argmin(by_line) if total < 0 else np.argmax(by_line))]
    kind = "none" if np.abs(change).max(initial=0.0) == 0 else "cost" if total < 0 else "gain"
    words = {"region": naming.region(region), "value": naming.amount(abs(total)), "line": most}
    return naming.words(f"figures.treasury_lines.{kind}", **words)


def _drawn(change: np.ndarray, sources: list[str], lines: list[str], title: str, unit: str) -> Spec:
    records = [
        {"name": theme.wrapped(source), "line": lines[column], "value": float(change[row, column])}
        for row, source in enumerate(sources)
        for column in range(len(lines))
        if change[row, column] != 0
    ]
    used = [line for line in lines if any(record["line"] == line for record in records)]
    colours = [theme.CATEGORIES[lines.index(line) % len(theme.CATEGORIES)] for line in used]
    ends = [side(change, 0).sum(axis=1) for side in (np.minimum, np.maximum)]
    low, high = theme.roomy([float(end) for both in ends for end in both], 0.05)
    legend = alt.Legend(title=None, columns=1, orient="bottom", labelLimit=260)
    bars = (
        alt.Chart(theme.rows(records))
        .mark_bar(height=16)
        .encode(
            y=theme.names(sources),
            x=theme.amounts("value", low, high, unit),
            color=alt.Color("line:N", scale=alt.Scale(domain=used, range=colours), legend=legend),
        )
    )
    zero = alt.Chart(theme.rows([{"zero": 0}])).mark_rule(color=theme.FAINT)
    axis = zero.encode(x=theme.amounts("zero", low, high, unit))
    return theme.dressed(alt.layer(bars, axis), title, unit, (theme.ROW + 4) * max(1, len(sources)))

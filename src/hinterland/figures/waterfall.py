"""Waterfalls: how measures, or mechanisms, add up to a change of one region's real income."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.panel import Panel


def measure_waterfall(panel: Panel, naming: Naming, region: str, headline: str = "real_income_pct") -> Figure:
    """Draw what each measure contributes to a headline of one region, from the table `contributions`."""
    row = list(panel.axes["region"]).index(region)
    parts = dict(zip(panel.axes["measure"], panel.values[headline][row].tolist(), strict=True))
    named = {naming.words.named("measure", measure): value for measure, value in parts.items()}
    return _waterfall("measure", named, naming, region, f"{naming.words.named('headline', headline)}, %")


def mechanism_waterfall(panel: Panel, naming: Naming, region: str) -> Figure:
    """Draw through which mechanisms a region's real income changes, from the table `decomposition`."""
    row = list(panel.axes["region"]).index(region)
    sums = np.nansum(panel.values["contribution_pct"][row], axis=(1, 2))
    parts = {naming.words.named("mechanism", term): float(sums[at]) for at, term in enumerate(panel.axes["term"])}
    unit = f"{naming.words.named('headline', 'real_income_pct')}, %"
    return _waterfall("mechanism", parts, naming, region, unit)


def _waterfall(axis: str, parts: Mapping[str, float], naming: Naming, region: str, unit: str) -> Figure:
    total = sum(parts.values())
    title = _finding(f"{axis}s", parts, total, naming, region)
    last = naming.words("figures.waterfall.total")
    columns: Columns = {
        naming.words(f"column.{axis}"): [*parts, last],
        naming.words("column.contribution") + ", %": [*parts.values(), total],
    }
    spec = _drawn(_steps(parts, total, last, naming), title, unit)
    return Figure(
        f"{axis}_waterfall", title, spec, columns, unit, naming.source, naming.words("figures.waterfall.note")
    )


def _finding(key: str, parts: Mapping[str, float], total: float, naming: Naming, region: str) -> str:
    first = max(parts, key=lambda part: abs(parts[part]), default="")
    if not first or abs(parts[first]) < 1e-9:
        return naming.words("figures.waterfall.none", region=naming.region(region))
    values = {"first": first, "value": naming.pct(parts[first]), "total": naming.pct(total)}
    return naming.words(f"figures.waterfall.{key}", region=naming.region(region), **values)


def _steps(parts: Mapping[str, float], total: float, last: str, naming: Naming) -> list[dict[str, object]]:
    """Lay the parts end to end, largest first; parts that are nothing stand in the table only."""
    ordered = sorted(parts.items(), key=lambda part: -abs(part[1]))
    steps: list[dict[str, object]] = []
    at = 0.0
    for name, value in ordered:
        if abs(value) > 1e-9:
            steps.append({"name": theme.wrapped(name), "from": at, "to": at + value, "value": value, "sum": False})
            at += value
    steps.append({"name": theme.wrapped(last), "from": 0.0, "to": total, "value": total, "sum": True})
    largest = max(map(abs, (total, *parts.values())))
    for step in steps:
        ends = (float(step["from"]), float(step["to"]))  # type: ignore[arg-type]
        step["label"] = naming.pct(theme.beside(float(step["value"]), largest))  # type: ignore[arg-type]
        step["end"] = max(ends)
    return steps


def _drawn(steps: list[dict[str, object]], title: str, unit: str) -> Spec:
    low, high = theme.roomy([float(step[end]) for step in steps for end in ("from", "to")], 0.3)  # type: ignore[arg-type]
    y = theme.names([str(step["name"]) for step in steps])
    chart = alt.Chart(theme.rows(steps))
    colour = alt.when("datum.sum").then(alt.value(theme.TOTAL)).when("datum.value >= 0").then(alt.value(theme.GAIN))
    bars = chart.mark_bar(height=14).encode(
        y=y,
        x=theme.amounts("from", low, high, unit),
        x2="to:Q",
        color=colour.otherwise(alt.value(theme.LOSS)),
    )
    labels = chart.mark_text(align="left", dx=5).encode(y=y, x=theme.amounts("end", low, high, unit), text="label:N")
    zero = alt.Chart(theme.rows([{"zero": 0}])).mark_rule(color=theme.FAINT)
    axis = zero.encode(x=theme.amounts("zero", low, high, unit))
    return theme.dressed(alt.layer(bars, axis, labels), title, unit, theme.ROW * len(steps))

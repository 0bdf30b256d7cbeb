"""Bars with ranges: one headline of every region, all headlines of one region, one headline over scenarios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import Naming
from hinterland.panel import Panel

SHOWN = 12
MEASURED_IN_PCT = "_pct"


def headline_bars(
    panel: Panel, naming: Naming, headline: str = "real_income_pct", region: str | None = None, shown: int = SHOWN
) -> Figure:
    """Draw one headline of every region, largest first, with its range where `panel` is a table of ranges.

    `panel` is the table `regions` or `ranges`; `region` is drawn even where it is not among the largest.
    """
    bars = _by_region(panel, headline, naming)
    chosen = _largest(bars, shown, naming.region(region) if region else None)
    title = _gains(bars, naming)
    notes = [naming.words("figures.headline_bars.note")] if chosen[0].ranged else []
    if len(chosen) < len(bars):
        notes.append(naming.words("figures.shown", shown=len(chosen), all=len(bars)))
    unit = f"{naming.words.named('headline', headline)}, %"
    short = {naming.region(code): naming.short(code) for code in panel.axes["region"]}
    drawn = [replace(bar, name=short[bar.name]) for bar in chosen]
    spec = _drawn(drawn, naming, title, unit)
    return Figure("headline_bars", title, spec, _table("region", bars, naming), unit, naming.source, " ".join(notes))


def region_headlines(panel: Panel, naming: Naming, region: str) -> Figure:
    """Draw all headlines of one region that are per cents, with their ranges where `panel` is a table of ranges."""
    bars = [_bar(panel, region, name, naming.words.named("headline", name)) for name in _headlines(panel)]
    first = bars[0]
    span = first.span(naming, "figures.region_headlines.range")
    about = {"region": naming.region(region), "value": naming.pct(first.value), "range": span}
    if _headlines(panel)[0] == "real_income_pct":
        title = naming.words("figures.region_headlines.finding", **about)
    else:
        title = naming.words("figures.region_headlines.finding_other", headline=first.name, **about)
    note = naming.words("figures.headline_bars.note") if first.ranged else ""
    spec = _drawn(bars, naming, title, "%")
    return Figure("region_headlines", title, spec, _table("headline", bars, naming), "%", naming.source, note)


def scenario_bars(
    panels: Mapping[str, Panel], naming: Naming, region: str, headline: str = "real_income_pct"
) -> Figure:
    """Draw one headline of one region under several scenarios: title of the scenario → its `regions` or `ranges`."""
    bars = [_bar(panel, region, headline, title) for title, panel in panels.items()]
    top = max(bars, key=lambda bar: bar.size)
    words = {"scenario": top.name, "region": naming.region(region), "value": naming.pct(top.value)}
    title = naming.words(f"figures.scenario_bars.{'finding' if top.size > 0 else 'none'}", **words)
    unit = f"{naming.words.named('headline', headline)}, %"
    note = naming.words("figures.headline_bars.note") if any(bar.ranged for bar in bars) else ""
    spec = _drawn(bars, naming, title, unit)
    return Figure("scenario_bars", title, spec, _table("scenario", bars, naming), unit, naming.source, note)


@dataclass(frozen=True)
class _Bar:
    name: str
    value: float
    low: float
    high: float
    ranged: bool

    @property
    def size(self) -> float:
        """Give the size for ordering; what is no number comes last."""
        return abs(self.value) if self.value == self.value else -1.0

    def span(self, naming: Naming, key: str) -> str:
        """Say the range, or nothing where there is none."""
        return naming.words(key, low=naming.pct(self.low), high=naming.pct(self.high)) if self.ranged else ""


def _headlines(panel: Panel) -> list[str]:
    found = panel.axes.get("headline", panel.values)
    return [name for name in found if name.endswith(MEASURED_IN_PCT)]


def _by_region(panel: Panel, headline: str, naming: Naming) -> list[_Bar]:
    return [_bar(panel, code, headline, naming.region(code)) for code in panel.axes["region"]]


def _bar(panel: Panel, region: str, headline: str, name: str) -> _Bar:
    row = list(panel.axes["region"]).index(region)
    if "headline" not in panel.axes:
        value = float(panel.values[headline][row])
        return _Bar(name, value, value, value, ranged=False)
    at = (row, list(panel.axes["headline"]).index(headline))
    value, low, high = (float(panel.values[column][at]) for column in ("value", "low", "high"))
    return _Bar(name, value, low, high, ranged=True)


def _largest(bars: Sequence[_Bar], shown: int, always: str | None) -> list[_Bar]:
    """Choose the largest by size, in the order of their values."""
    order = sorted(bars, key=lambda bar: (bar.name != always, -bar.size))[:shown]
    return sorted(order, key=lambda bar: -np.nan_to_num(bar.value))


def _gains(bars: Sequence[_Bar], naming: Naming) -> str:
    known = [bar for bar in bars if bar.value == bar.value]
    first, last = max(known, key=lambda bar: bar.value), min(known, key=lambda bar: bar.value)
    parts = {"first": first.name, "last": last.name, "value": naming.pct(first.value), "worst": naming.pct(last.value)}
    if first.value > 0 and last.value < 0:
        return naming.words("figures.headline_bars.both", **parts)
    if first.value > 0:
        return naming.words("figures.headline_bars.gain", **parts)
    if last.value < 0:
        return naming.words("figures.headline_bars.loss", **parts | {"first": last.name, "value": parts["worst"]})
    return naming.words("figures.headline_bars.none")


def _drawn(bars: Sequence[_Bar], naming: Naming, title: str, unit: str) -> Spec:
    largest = max((bar.size for bar in bars), default=0.0)
    records = [
        {
            "name": theme.wrapped(bar.name),
            "value": bar.value,
            "low": bar.low,
            "high": bar.high,
            "end": max(bar.value, bar.high) if bar.value >= 0 else min(bar.value, bar.low),
            "label": naming.pct(theme.beside(bar.value, largest)),
        }
        for bar in bars
        if bar.value == bar.value
    ]
    low, high = theme.roomy([bar.low for bar in bars] + [bar.high for bar in bars])
    y = theme.names(bar.name for bar in bars)
    chart = alt.Chart(theme.rows(records))
    layers = [
        chart.mark_bar(height=14).encode(y=y, x=theme.amounts("value", low, high, unit), color=theme.by_sign("value"))
    ]
    if any(bar.ranged for bar in bars):
        line = chart.mark_rule(color=theme.INK, strokeWidth=1.4)
        layers.append(line.encode(y=y, x=theme.amounts("low", low, high, unit), x2="high:Q"))
    layers += [_labels(chart, y, low, high, unit, up) for up in (True, False)]
    return theme.dressed(alt.layer(*layers), title, unit, theme.ROW * len(records))


def _labels(chart: alt.Chart, y: alt.Y, low: float, high: float, unit: str, up: bool) -> alt.Chart:
    """Write the figures beyond the ends of the bars that point to one side."""
    chosen = chart.transform_filter("datum.value >= 0" if up else "datum.value < 0")
    text = chosen.mark_text(align="left" if up else "right", dx=5 if up else -5)
    return text.encode(y=y, x=theme.amounts("end", low, high, unit), text="label:N")


def _table(axis: str, bars: Sequence[_Bar], naming: Naming) -> Columns:
    columns: Columns = {
        naming.words(f"column.{axis}"): [bar.name for bar in bars],
        naming.words("column.value") + ", %": [bar.value for bar in bars],
    }
    if any(bar.ranged for bar in bars):
        columns[naming.words("column.low") + ", %"] = [bar.low for bar in bars]
        columns[naming.words("column.high") + ", %"] = [bar.high for bar in bars]
    return columns

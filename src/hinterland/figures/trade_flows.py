"""Trade of one region as ribbons: imports come in at the left, exports leave at the right.

Vega-Lite has no Sankey diagram. The ribbons are areas between two smooth curves, computed here; the specification holds
their outlines as data and needs nothing that Vega-Lite lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import OTHERS, Naming, plain
from hinterland.figures.spread import apart
from hinterland.panel import Panel

_HEIGHT, _STEPS, _GAP = 380, 24, 0.022  # pixels; points of an outline; gap between ribbons, of the height
_HALO: dict[str, Any] = {"stroke": "white", "strokeWidth": 3, "opacity": 0.7}
_STRONGEST = 3.0  # per cent: from here on a colour does not get stronger


def trade_flows(panel: Panel, naming: Naming, region: str, partners: int = 8) -> Figure:
    """Draw where a region's imports come from and where its exports go, from the table `trade`.

    The largest `partners` of each side have a ribbon of their own; the others share one.
    """
    own = list(panel.axes["importer"]).index(region)
    before, after = (np.nansum(panel.values[name], axis=2) for name in ("before", "after"))
    sides = {
        "imports": _folded(before[own], after[own], panel.axes["exporter"], own, partners),
        "exports": _folded(before[:, own], after[:, own], panel.axes["importer"], own, partners),
    }
    title = _finding(before, after, own, panel, naming)
    unit = naming.words("figures.trade_flows.unit", unit=naming.money_unit)
    flows = [(side, flow) for side, found in sides.items() for flow in found]
    table: Columns = {
        naming.words("column.flow"): [naming.words(f"flow.{side}") for side, _ in flows],
        naming.words("column.partner"): [naming.region(flow.partner) for _, flow in flows],
        f"{naming.words('column.before')}, {naming.money_unit}": [flow.before for _, flow in flows],
        f"{naming.words('column.after')}, {naming.money_unit}": [flow.after for _, flow in flows],
        naming.words("column.change_pct"): [flow.pct for _, flow in flows],
    }
    spec = _drawn(sides, naming, title, unit)
    return Figure("trade_flows", title, spec, table, unit, naming.source, naming.words("figures.trade_flows.note"))


@dataclass(frozen=True)
class _Flow:
    partner: str
    before: float
    after: float

    @property
    def pct(self) -> float:
        """Give the change in per cent; not a number where there was nothing."""
        return 100 * (self.after / self.before - 1) if self.before > 0 else float("nan")


def _folded(before: np.ndarray, after: np.ndarray, codes: tuple[str, ...], own: int, most: int) -> list[_Flow]:
    order = [at for at in np.argsort(-after, kind="stable") if at != own and (after[at] > 0 or before[at] > 0)]
    flows = [_Flow(codes[at], float(before[at]), float(after[at])) for at in order[:most]]
    rest = order[most:]
    return [*flows, _Flow(OTHERS, float(before[rest].sum()), float(after[rest].sum()))] if rest else flows


def _finding(before: np.ndarray, after: np.ndarray, own: int, panel: Panel, naming: Naming) -> str:
    change = after - before
    by_partner = change[own] + change[:, own]
    by_partner[own] = 0.0
    total = float(by_partner.sum())
    most = int(by_partner.argmax() if total > 0 else by_partner.argmin())
    kind = "none" if abs(total) < 1e-9 else "rise" if total > 0 else "fall"
    base = before[own].sum() + before[:, own].sum() - 2 * before[own, own]
    return naming.words(
        f"figures.trade_flows.{kind}",
        region=naming.region(panel.axes["importer"][own]),
        value=naming.words("number.percent", value=_plain_pct(total, base)),
        partner=naming.region(panel.axes["importer"][most]),
        most=naming.money(float(by_partner[most])),
    )


def _plain_pct(change: float, base: float) -> str:
    return plain(abs(100 * change / base) if base else float("nan"))


def _drawn(sides: dict[str, list[_Flow]], naming: Naming, title: str, unit: str) -> Spec:
    whole = max(sum(flow.after for flow in flows) for flows in sides.values()) or 1.0
    outlines: list[dict[str, object]] = []
    labels: dict[str, list[dict[str, object]]] = {}
    for side, flows in sides.items():
        ribbons = list(_stacked([flow.after / whole for flow in flows]))
        outlines += [point for at, pair in enumerate(ribbons) for point in _outline(side, flows[at], at, *pair)]
        middles = [(outer[0] + outer[1]) / 2 for outer, _ in ribbons]
        labels[side] = [
            {"x": 0.0 if side == "imports" else 1.0, "y": y, "label": f"{naming.short(f.partner)} {naming.pct(f.pct)}"}
            for f, y in zip(flows, apart(middles, 15 / _HEIGHT), strict=True)
        ]
    reach = max([1 + _GAP * 8, *(float(label["y"]) + 0.03 for side in labels.values() for label in side)])  # type: ignore[arg-type]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.02, reach], reverse=True, nice=False))
    colour = alt.Color("colour:N", scale=None, legend=None)
    layers: list[alt.Chart] = [
        alt.Chart(theme.rows(outlines))
        .mark_area(opacity=0.9, line=False)
        .encode(x=x, y=y, y2="y2:Q", color=colour, detail="ribbon:N")
    ]
    for side, dx in ("imports", 4), ("exports", -4):
        placed: dict[str, Any] = {"align": "left" if dx > 0 else "right", "dx": dx, "baseline": "middle"}
        for halo in (_HALO, {}):  # names stay readable on thin ribbons
            text = alt.Chart(theme.rows(labels[side])).mark_text(fontSize=11, **placed, **halo)
            layers.append(text.encode(x=x, y=y, text="label:N"))
    return theme.dressed(alt.layer(*layers), title, unit, _HEIGHT)


def _stacked(heights: list[float]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Give each ribbon's span at the outer edge, where gaps part the ribbons, and in the middle, where none do."""
    inner, outer = _GAP * (len(heights) - 1) / 2, 0.0
    for height in heights:
        yield (outer, outer + height), (inner, inner + height)
        inner, outer = inner + height, outer + height + _GAP


def _outline(
    side: str, flow: _Flow, at: int, outer: tuple[float, float], inner: tuple[float, float]
) -> Iterator[dict[str, object]]:
    for step in np.linspace(0, 1, _STEPS):
        bend = float(step * step * (3 - 2 * step))
        top, bottom = (a + (b - a) * bend for a, b in zip(outer, inner, strict=True))
        x = 0.49 * float(step)
        place = x if side == "imports" else 1 - x
        yield {"x": place, "y": top, "y2": bottom, "ribbon": f"{side} {at}", "colour": _colour(flow.pct)}


def _colour(pct: float) -> str:
    """Mix the colour of a change: grey where nothing happens, stronger towards blue or orange."""
    strength = min(1.0, abs(pct) / _STRONGEST) if pct == pct else 0.0
    full = theme.DIVERGING[5] if pct > 0 else theme.DIVERGING[1]
    parts = zip(_parts("#d9d9d4"), _parts(full), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * strength**0.5):02x}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

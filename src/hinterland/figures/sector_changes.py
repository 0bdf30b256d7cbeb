"""Sectors of one region by the change of their real output."""

from __future__ import annotations

import numpy as np

from hinterland.figures.bars import signed_bars
from hinterland.figures.figure import Columns, Figure
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
    spec = signed_bars([(name, value, naming.pct(value)) for name, value in bars], title, unit)
    return Figure("sector_changes", title, spec, columns, unit, naming.source, note)


def _finding(ordered: list[tuple[str, float]], naming: Naming, region: str) -> str:
    (first, most), (last, least) = ordered[0], ordered[-1]
    kind = ("both" if least < 0 else "gain") if most > 0 else ("loss" if least < 0 else "none")
    parts = {"first": first, "value": naming.pct(most), "last": last, "worst": naming.pct(least)}
    return naming.words(f"figures.sector_changes.{kind}", region=region, **parts)

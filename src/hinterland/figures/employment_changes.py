"""Sectors of one region by the jobs that they gain and lose."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hinterland.figures import theme
from hinterland.figures.bars import signed_bars
from hinterland.figures.figure import Columns, Figure
from hinterland.figures.naming import Naming, signed
from hinterland.panel import Panel

_LONG = 0.34  # of a scale: what a hundred thousand persons take beside a bar on a phone


def employment_changes(panel: Panel, naming: Naming, region: str, shown: int = 12) -> Figure:
    """Draw which sectors of a region gain and lose work, from the table `employment`.

    In persons where the economy counts them there, else in per cent of a sector's labour.
    """
    row = list(panel.axes["region"]).index(region)
    counted = "persons_change" in panel.values and bool(np.isfinite(panel.values["persons_change"][row]).any())
    change = panel.values["persons_change" if counted else "labour_pct"][row]
    known = [int(at) for at in np.argsort(-np.nan_to_num(np.abs(change)), kind="stable") if np.isfinite(change[at])]
    sectors = panel.axes["sector"]

    def said(at: int) -> str:
        return signed(round(float(change[at]), 1)) if counted else naming.pct(float(change[at]))

    title = _finding(change, known, said, panel, naming, region)
    unit = naming.words(f"figures.employment_changes.{'persons' if counted else 'labour'}")
    table: Columns = {naming.words("column.sector"): [naming.sector(sectors[at]) for at in known]}
    if counted:
        for when in ("before", "after"):
            table[f"{naming.words(f'column.{when}')}, {unit}"] = panel.values[f"persons_{when}"][row][known].tolist()
    table[f"{naming.words('column.change')}, {unit}"] = change[known].tolist()
    drawn = sorted(known[:shown], key=lambda at: -change[at])
    bars = [(naming.sector(sectors[at]), float(change[at]), said(at)) for at in drawn]
    notes = [naming.words("figures.employment_changes.note")] if counted else []
    if len(drawn) < len(known):
        notes.append(naming.words("figures.shown", shown=len(drawn), all=len(known)))
    spec = signed_bars(bars, title, unit, label=_LONG if counted else theme.LABEL)
    return Figure("employment_changes", title, spec, table, unit, naming.source, " ".join(notes))


def _finding(
    change: np.ndarray, known: list[int], said: Callable[[int], str], panel: Panel, naming: Naming, region: str
) -> str:
    first, last = max(known, key=lambda at: change[at]), min(known, key=lambda at: change[at])
    up, down = change[first] > 0, change[last] < 0
    kind = ("both" if down else "gain") if up else ("loss" if down else "none")
    return naming.words(
        f"figures.employment_changes.{kind}",
        region=naming.region(region),
        first=naming.sector(panel.axes["sector"][first]),
        value=said(first),
        last=naming.sector(panel.axes["sector"][last]),
        worst=said(last),
    )

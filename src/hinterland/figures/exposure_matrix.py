"""A matrix of dependence: how much of each sector's inputs, or sales, hangs on each partner."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures.figure import Columns, Figure
from hinterland.figures.folded import folded
from hinterland.figures.heat import heat
from hinterland.figures.naming import Naming, plain, signed
from hinterland.panel import Panel

SIDES = ("inputs", "sales")
_SHADES = ["#f5f5f2", "#b9d3e8", "#5f9bc9", "#1d5488"]


def exposure_matrix(
    panel: Panel, naming: Naming, region: str, side: str = "inputs", partners: int = 7, sectors: int = 12
) -> Figure:
    """Draw partners' shares in a region's inputs or sales by sector, after the change, from the table `exposure`.

    `side` is inputs or sales. The largest partners have a column, the others are added up; the sectors that depend
    most on others have a row. The region itself is left out.
    """
    codes, kinds = panel.axes["partner"], panel.axes["sector"]
    own = list(panel.axes["region"]).index(region)
    shares = np.nan_to_num(panel.values[f"{side}_after_pct"][own]).copy()  # [sector, partner]
    moved = np.nan_to_num(panel.values[f"{side}_change_pp"][own])
    shares[:, list(codes).index(region)] = 0.0
    across, cells = folded(shares.T, codes, partners)
    order = np.argsort(-shares.sum(axis=1), kind="stable")
    rows = [int(at) for at in order[:sectors]]
    title = _finding(shares, moved, panel, naming, region, side)
    unit = naming.words(f"figures.exposure_matrix.{side}")
    table: Columns = {
        naming.words("column.sector"): [naming.sector(kinds[at]) for at in order],
        **{naming.region(code): cells[order, at].tolist() for at, code in enumerate(across)},
    }
    note = naming.words("figures.exposure_matrix.note")
    if len(rows) < len(kinds):
        note += " " + naming.words("figures.shown", shown=len(rows), all=len(kinds))
    scale = alt.Scale(type="sqrt", domain=[0, float(cells.max()) or 1.0], range=_SHADES, interpolate="rgb")
    names = [naming.sector(kinds[at]) for at in rows]
    spec = heat(cells[rows], names, [naming.short(code) for code in across], scale, title, unit)
    return Figure("exposure_matrix", title, spec, table, unit, naming.source, note)


def _finding(shares: np.ndarray, moved: np.ndarray, panel: Panel, naming: Naming, region: str, side: str) -> str:
    sector, partner = np.unravel_index(shares.argmax(), shares.shape)
    if shares[sector, partner] <= 0:
        return naming.words("figures.exposure_matrix.none", region=naming.region(region))
    return naming.words(
        f"figures.exposure_matrix.of_{side}",
        region=naming.region(region),
        sector=naming.sector(panel.axes["sector"][sector]),
        partner=naming.region(panel.axes["partner"][partner]),
        value=naming.words("number.percent", value=plain(float(shares[sector, partner]))),
        change=naming.words("figures.exposure_matrix.points", value=signed(float(moved[sector, partner]))),
    )

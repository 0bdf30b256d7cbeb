"""A matrix of one region's exports: which sector gains or loses sales with which partner."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure, Spec
from hinterland.figures.naming import OTHERS, Naming
from hinterland.panel import Panel


def partner_sector_matrix(panel: Panel, naming: Naming, region: str, partners: int = 7, sectors: int = 11) -> Figure:
    """Draw the change of exports in money by partner and sector, from the table `trade`.

    The largest `partners` and `sectors` have a row and a column; the others are added up, so that nothing is lost.
    """
    codes, kinds = panel.axes["exporter"], panel.axes["sector"]
    own = list(codes).index(region)
    change = (panel.values["after"] - panel.values["before"])[:, own, :].copy()
    change[own] = 0.0
    across, columns = _folded(change, codes, partners)
    down, folded = _folded(columns, kinds, sectors)
    cells = folded.T
    title = _finding(change, panel, naming, region)
    unit = naming.words("figures.partner_sector_matrix.unit", unit=naming.money_unit)
    table: Columns = {
        naming.words("column.sector"): [naming.sector(code) for code in down],
        **{naming.region(code): cells[:, at].tolist() for at, code in enumerate(across)},
    }
    note = naming.words("figures.partner_sector_matrix.note") + " " + naming.words("figures.by_sign")
    spec = _drawn(cells, [naming.sector(c) for c in down], [naming.short(c) for c in across], title, unit)
    return Figure("partner_sector_matrix", title, spec, table, unit, naming.source, note)


def _folded(values: np.ndarray, codes: tuple[str, ...], most: int) -> tuple[list[str], np.ndarray]:
    """Keep the rows with the largest changes, largest first, and add up the rest in a last row; give [other, kept]."""
    sizes = np.abs(values).sum(axis=1)
    order = [at for at in np.argsort(-sizes, kind="stable") if sizes[at] > 0] or [0]
    kept, rest = order[:most], order[most:]
    names = [codes[at] for at in kept]
    rows = [values[at] for at in kept]
    if rest:
        names.append(OTHERS)
        rows.append(values[rest].sum(axis=0))
    return names, np.array(rows).T


def _finding(change: np.ndarray, panel: Panel, naming: Naming, region: str) -> str:
    partner, sector = np.unravel_index(np.argmax(np.abs(change)), change.shape)
    value = float(change[partner, sector])
    kind = "none" if value == 0 else "rise" if value > 0 else "fall"
    return naming.words(
        f"figures.partner_sector_matrix.{kind}",
        region=naming.region(region),
        partner=naming.region(panel.axes["importer"][partner]),
        sector=naming.sector(panel.axes["sector"][sector]),
        value=naming.money(value),
    )


def _drawn(cells: np.ndarray, down: list[str], across: list[str], title: str, unit: str) -> Spec:
    records = [
        {"name": theme.wrapped(name), "partner": theme.wrapped(partner), "value": float(cells[row, column])}
        for row, name in enumerate(down)
        for column, partner in enumerate(across)
    ]
    reach = float(np.abs(cells).max()) or 1.0
    chart = alt.Chart(theme.rows(records)).mark_rect(stroke="white", strokeWidth=2)
    axis = alt.Axis(orient="top", labelAngle=-90, labelExpr="split(datum.label, '\\n')", ticks=False, domain=False)
    scale = alt.Scale(domain=[-reach, reach], range=theme.DIVERGING, interpolate="rgb")
    legend = alt.Legend(title=None, orient="bottom", gradientLength=220, gradientThickness=10, tickCount=3)
    matrix = chart.encode(
        y=theme.names(down),
        x=alt.X("partner:N", sort=[theme.wrapped(name) for name in across], title=None, axis=axis),
        color=alt.Color("value:Q", scale=scale, legend=legend),
    )
    return theme.dressed(matrix, title, unit, theme.ROW * len(down))

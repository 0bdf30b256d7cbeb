"""A matrix of one region's exports: which sector gains or loses sales with which partner."""

from __future__ import annotations

import altair as alt
import numpy as np

from hinterland.figures import theme
from hinterland.figures.figure import Columns, Figure
from hinterland.figures.folded import folded
from hinterland.figures.heat import heat
from hinterland.figures.naming import Naming
from hinterland.panel import Panel


def partner_sector_matrix(panel: Panel, naming: Naming, region: str, partners: int = 7, sectors: int = 11) -> Figure:
    """Draw the change of exports in money by partner and sector, from the table `trade`.

    The largest `partners` and `sectors` have a row and a column; the others are added up, so that nothing is lost.
    """
    codes, kinds = panel.axes["exporter"], panel.axes["sector"]
    own = list(codes).index(region)
    change = (panel.values["after"] - panel.values["before"])[:, own, :].copy()
    change[own] = 0.0
    across, columns = folded(change, codes, partners)
    down, rows = folded(columns, kinds, sectors)
    cells = rows.T
    title = _finding(change, panel, naming, region)
    unit = naming.words("figures.partner_sector_matrix.unit", unit=naming.money_unit)
    table: Columns = {
        naming.words("column.sector"): [naming.sector(code) for code in down],
        **{naming.region(code): cells[:, at].tolist() for at, code in enumerate(across)},
    }
    note = naming.words("figures.partner_sector_matrix.note") + " " + naming.words("figures.by_sign")
    reach = float(np.abs(cells).max()) or 1.0
    scale = alt.Scale(domain=[-reach, reach], range=theme.DIVERGING, interpolate="rgb")
    spec = heat(cells, [naming.sector(c) for c in down], [naming.short(c) for c in across], scale, title, unit)
    return Figure("partner_sector_matrix", title, spec, table, unit, naming.source, note)


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

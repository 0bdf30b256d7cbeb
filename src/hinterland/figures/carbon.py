"""CO2 where it is emitted, where what it made is used, and with which partners it is traded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from hinterland.figures import theme
from hinterland.figures.bars import paired_bars, signed_bars
from hinterland.figures.figure import Columns, Figure
from hinterland.figures.naming import Naming, plain, signed
from hinterland.panel import Panel

_LARGE = 1e4  # kt: from here on in the larger unit of the language
_PARTS = ("production", "exported", "imported", "consumption")
_BEFORE = "#bdbdb8"  # a bar of what was
_NOTHING = 1e-9  # of what is emitted


def co2_sectors(panel: Panel, naming: Naming, region: str, shown: int = 12) -> Figure:
    """Draw in which sectors of a region CO2 rises and falls where it is emitted, from the table `emissions`."""
    row = list(panel.axes["region"]).index(region)
    before, after = (np.nan_to_num(panel.values[name][row]) for name in ("co2_before", "co2_after"))
    scale, tonnes = _scale(before, naming)
    change = (after - before) / scale
    order = np.argsort(-np.abs(change), kind="stable")
    known = [int(at) for at in order if before[at] > 0 or after[at] > 0]
    title = _sectors_finding(change, before.sum() / scale, panel.axes["sector"], naming, region, tonnes)
    unit = naming.words("figures.co2_sectors.unit", unit=tonnes)
    table: Columns = {
        naming.words("column.sector"): [naming.sector(panel.axes["sector"][at]) for at in known],
        f"{naming.words('column.before')}, {tonnes}": (before[known] / scale).tolist(),
        f"{naming.words('column.after')}, {tonnes}": (after[known] / scale).tolist(),
        f"{naming.words('column.change')}, {tonnes}": change[known].tolist(),
    }
    drawn = sorted(known[:shown], key=lambda at: -change[at])
    bars = [(naming.sector(panel.axes["sector"][at]), float(change[at]), signed(float(change[at]))) for at in drawn]
    note = naming.words("figures.shown", shown=len(drawn), all=len(known)) if len(drawn) < len(known) else ""
    return Figure("co2_sectors", title, signed_bars(bars, title, unit, tonnes), table, unit, naming.source, note)


def co2_balance(panel: Panel, naming: Naming, region: str) -> Figure:
    """Draw what a region emits, what of it leaves in exports, what comes in, and what its own use caused.

    From the table `footprint`: use = emitted at home, less embodied in exports, plus embodied in imports.
    """
    row = list(panel.axes["region"]).index(region)
    pairs = {part: tuple(float(panel.values[f"{part}_{when}"][row]) for when in ("before", "after")) for part in _PARTS}
    scale, tonnes = _scale(np.array(list(pairs.values())), naming)
    moved = {part: _pct(*pair) for part, pair in pairs.items()}
    still = all(abs(pct) < _NOTHING for pct in moved.values())
    title = naming.words(
        f"figures.co2_balance.{'none' if still else 'finding'}",
        region=naming.region(region),
        emitted=naming.pct(moved["production"]),
        used=naming.pct(moved["consumption"]),
    )
    unit = naming.words("figures.co2_balance.unit", unit=tonnes)
    names = {part: naming.words(f"figures.co2_balance.{part}") for part in _PARTS}
    table: Columns = {
        naming.words("figures.co2_balance.part"): list(names.values()),
        f"{naming.words('column.before')}, {tonnes}": [pairs[part][0] / scale for part in _PARTS],
        f"{naming.words('column.after')}, {tonnes}": [pairs[part][1] / scale for part in _PARTS],
        naming.words("column.change_pct"): list(moved.values()),
    }
    series = [naming.words("column.before"), naming.words("column.after")]
    bars = []
    for part in _PARTS:
        before, after = (value / scale for value in pairs[part])
        bars += [
            (names[part], series[0], before, plain(before)),
            (names[part], series[1], after, f"{plain(after)} ({naming.pct(moved[part])})"),
        ]
    spec = paired_bars(bars, dict(zip(series, (_BEFORE, theme.GAIN), strict=True)), title, unit, tonnes, label=0.42)
    return Figure("co2_balance", title, spec, table, unit, naming.source, naming.words("figures.co2_balance.note"))


def co2_trade(panel: Panel, naming: Naming, region: str, partners: int = 8) -> Figure:
    """Draw with which partners the CO2 embodied in a region's exports and imports changes, from the table `embodied`.

    In exports: emitted in the region for the final use of the partner; in imports: emitted there for its own.
    """
    own = list(panel.axes["producer"]).index(region)
    flows = {when: np.nansum(panel.values[f"co2_{when}"], axis=1) for when in ("before", "after")}
    sides = {
        "exports": tuple(flows[when][own] for when in ("before", "after")),
        "imports": tuple(flows[when][:, own] for when in ("before", "after")),
    }
    abroad = np.arange(len(panel.axes["producer"])) != own
    scale, tonnes = _scale(np.array([side[0][abroad].sum() for side in sides.values()]), naming)
    change = {side: np.where(abroad, after - before, 0.0) / scale for side, (before, after) in sides.items()}
    size = np.abs(change["exports"]) + np.abs(change["imports"])
    order = [int(at) for at in np.argsort(-size, kind="stable") if abroad[at]]
    title = _trade_finding(change, size, panel.axes["producer"], naming, region, tonnes)
    unit = naming.words("figures.co2_trade.unit", unit=tonnes)
    series = {side: naming.words(f"figures.co2_trade.{side}") for side in sides}
    table: Columns = {naming.words("column.partner"): [naming.region(panel.axes["producer"][at]) for at in order]}
    for side, pair in sides.items():
        for when, values in zip(("before", "after"), pair, strict=True):
            column = f"{series[side]}, {naming.words(f'column.{when}')}, {tonnes}"
            table[column] = (values[order] / scale).tolist()
    bars = [
        (naming.short(panel.axes["producer"][at]), series[side], float(values[at]), signed(float(values[at])))
        for at in order[:partners]
        for side, values in change.items()
    ]
    spec = paired_bars(bars, dict(zip(series.values(), theme.CATEGORIES, strict=False)), title, unit, tonnes)
    shown = min(partners, len(order))
    note = naming.words("figures.co2_trade.note")
    if shown < len(order):
        note += " " + naming.words("figures.shown", shown=shown, all=len(order))
    return Figure("co2_trade", title, spec, table, unit, naming.source, note)


def _scale(kilotonnes: np.ndarray, naming: Naming) -> tuple[float, str]:
    """Choose the unit that a language counts so much CO2 in: what one of it is in kt, and what it is called."""
    size = "large" if float(np.nanmax(kilotonnes, initial=0.0)) >= _LARGE else "small"
    return float(naming.words(f"figures.co2.{size}_kt")), naming.words(f"figures.co2.{size}")


def _pct(before: float, after: float) -> float:
    return 100 * (after / before - 1) if before > 0 else float("nan")


def _sectors_finding(
    change: np.ndarray, before: float, sectors: Sequence[str], naming: Naming, region: str, tonnes: str
) -> str:
    total = float(change.sum())
    if abs(total) <= _NOTHING * before:
        return naming.words("figures.co2_sectors.none", region=naming.region(region))
    most = int(change.argmax() if total > 0 else change.argmin())
    return naming.words(
        f"figures.co2_sectors.{'rise' if total > 0 else 'fall'}",
        region=naming.region(region),
        value=naming.words("number.money", value=plain(abs(total)), unit=tonnes),
        pct=naming.pct(_pct(before, before + total)),
        sector=naming.sector(sectors[most]),
    )


def _trade_finding(
    change: Mapping[str, np.ndarray], size: np.ndarray, codes: Sequence[str], naming: Naming, region: str, tonnes: str
) -> str:
    totals = {side: float(values.sum()) for side, values in change.items()}
    if size.max() <= _NOTHING:
        return naming.words("figures.co2_trade.none", region=naming.region(region))
    said = {side: naming.words("number.money", value=signed(total), unit=tonnes) for side, total in totals.items()}
    partner = naming.region(codes[int(size.argmax())])
    return naming.words("figures.co2_trade.finding", region=naming.region(region), partner=partner, **said)

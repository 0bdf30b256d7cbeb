"""Split a province out of its country: two regions that add up to the country cell by cell.

Four steps. What is known of the province is completed from the national structure and scaled to official totals.
Foreign trade by partner and sector starts from the country's bilateral structure and meets every published total.
Technology, value added, final demand and the domestic supply that the province absorbs are balanced together with the
rest of the country's. What the two parts then sell each other follows from their supply and demand; only two-way trade
in the same product (cross-hauling) needs a method, and its parameter is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinterland.tables.accounts import Accounts
from hinterland.tables.balance import Moved
from hinterland.tables.carve import LARGEST_SHARE, Part, Whole, foreign_trade, technology
from hinterland.tables.margins import Margins, Settings

Array = np.ndarray


@dataclass(frozen=True)
class Split:
    """Hold the accounts with the province and the rest in the country's place, and what was done to get there."""

    accounts: Accounts
    report: list[Moved]
    dropped_cells: list[str]
    estimated: dict[str, list[str]]  # column of the margins → sectors that were not known
    flows: dict[str, float]  # method and parameter → gross outflow to the rest, in per cent of the province's output


def split(accounts: Accounts, margins: Margins) -> Split:
    """Split the province that the margins describe out of its country."""
    settings = margins.settings
    country = accounts.position(settings.country)
    whole = _whole(accounts, country)
    full = completed(whole, margins)
    exports, imports, trade_report = foreign_trade(whole, full, margins.targets)
    part, report, dropped = technology(whole, full, margins, exports, imports)
    flows = domestic_flows(whole, part, full["output"], exports, settings)
    estimated = {
        column: [code for code, known in zip(accounts.sectors, values, strict=True) if np.isnan(known)]
        for column, values in margins.known.items()
    }
    joined = _joined(accounts, country, settings, part, exports, imports, flows)
    return Split(joined, trade_report + report, dropped, estimated, _alternatives(whole, part, full, exports, settings))


def completed(whole: Whole, margins: Margins) -> dict[str, Array]:
    """Fill what is not known of the province and scale it to the official totals, [sector] by column.

    A sector without value added gets the country's, times the province's official share of the broad sector that a
    total gives; without output, the country's ratio of output to value added; without exports, the country's share of
    exports in output; without imports or final demand, the share of the country's users that sit in the province.
    """
    known = margins.known
    added, factor = _value_added(whole, margins)
    output = known["output"] * factor
    output = np.where(np.isnan(output), added * whole.output / np.maximum(whole.value_added, 1e-300), output)
    output = np.clip(output, added / LARGEST_SHARE, LARGEST_SHARE * whole.output)
    here = np.divide(output, whole.output, out=np.zeros_like(output), where=whole.output > 0)
    share = float(added.sum()) / float(whole.value_added.sum())
    final = np.where(np.isnan(known["final"]), whole.final * share, known["final"])
    final = np.minimum(final, LARGEST_SHARE * whole.final)
    use = whole.inputs @ here + whole.final * share
    use_share = use / np.maximum(whole.inputs.sum(axis=1) + whole.final, 1e-300)
    exports = np.where(np.isnan(known["exports"]), whole.exports.sum(axis=0) * here, known["exports"])
    imports = np.where(np.isnan(known["imports"]), whole.imports.sum(axis=0) * use_share, known["imports"])
    return {"output": output, "value_added": added, "final": final, "exports": exports, "imports": imports}


def domestic_flows(whole: Whole, part: Part, output: Array, exports: Array, settings: Settings) -> Array:
    """Give what province and rest sell each other, [buyer, seller, sector] with the province first.

    Supply to the home market and absorption of each part are known, so each product leaves one number open: what both
    send each other. `charm` (Kronenberg 2009) takes the country's share of two-way foreign trade in output and use,
    times `cross_hauling`; `flq` (Flegg & Webber 2000) the share of its needs that a location quotient lets the province
    cover itself; `pooled` one national market without distance. None may send more than the pooled market would.
    """
    supply = output - exports.sum(axis=0)
    rest_supply = whole.home - supply
    pooled = supply * (whole.home - part.local) / np.maximum(whole.home, 1e-300)
    least = np.maximum(supply - part.local, 0.0)
    if settings.method == "pooled":
        out = pooled
    elif settings.method == "charm":
        size = whole.output + whole.inputs.sum(axis=1) + whole.final
        abroad = np.minimum(whole.exports.sum(axis=0), whole.imports.sum(axis=0))
        two_way = 2 * abroad / np.maximum(size, 1e-300)
        use = part.inputs.sum(axis=1) + part.final
        out = least + settings.cross_hauling * two_way * (output + use) / 2
    else:
        share = float(output.sum()) / float(whole.output.sum())
        quotient = output / np.maximum(whole.output, 1e-300) / share
        covered = np.minimum(quotient * np.log2(1 + share) ** settings.flq_delta, 1.0)
        out = supply - np.minimum(covered * part.local, np.minimum(supply, part.local))
    out = np.clip(out, least, np.maximum(pooled, least))
    kept = supply - out
    bought = part.local - kept
    return np.array([[kept, bought], [out, rest_supply - bought]])


def _whole(accounts: Accounts, country: int) -> Whole:
    others = np.arange(len(accounts.regions)) != country
    sold, bought = accounts.trade[:, country].copy(), accounts.trade[country].copy()
    home = bought[country].copy()
    sold[~others] = bought[~others] = 0.0
    return Whole(
        accounts.output[country],
        accounts.value_added[country],
        accounts.final[country],
        accounts.inputs[country],
        sold / (1 + accounts.export_tax[:, country]),
        bought,
        accounts.tariff[country],
        home,
    )


def _value_added(whole: Whole, margins: Margins) -> tuple[Array, Array]:
    """Give value added by sector, and by how much the official totals scaled what was known."""
    known = margins.known["value_added"]
    added, factor = known.copy(), np.ones_like(known)
    for target in margins.targets:
        if target.measure == "value_added":
            there = list(target.sectors)
            usual = whole.value_added[there] * target.value / whole.value_added[there].sum()
            filled = np.where(np.isnan(added[there]), usual, added[there])
            factor[there] = target.value / filled.sum()
            added[there] = filled * factor[there]
    open_ = np.isnan(added)
    share = float(added[~open_].sum()) / max(float(whole.value_added[~open_].sum()), 1e-300)
    return np.where(open_, whole.value_added * share, added), factor


def _alternatives(
    whole: Whole, part: Part, full: dict[str, Array], exports: Array, settings: Settings
) -> dict[str, float]:
    """Measure the gross outflow under other parameters: how much hangs on the one thing that no table tells."""
    chosen: list[tuple[str, dict[str, object]]] = [("as chosen", {})]
    chosen += [
        (f"charm, cross_hauling {value:g}", {"method": "charm", "cross_hauling": value}) for value in (0, 0.5, 1, 2, 4)
    ]
    chosen += [(f"flq, delta {value:g}", {"method": "flq", "flq_delta": value}) for value in (0.1, 0.2, 0.3)]
    chosen += [("pooled", {"method": "pooled"})]
    return {
        name: float(
            domestic_flows(whole, part, full["output"], exports, settings.model_copy(update=change))[1, 0].sum()
            / full["output"].sum()
            * 100
        )
        for name, change in chosen
    }


def _joined(
    accounts: Accounts, country: int, settings: Settings, part: Part, exports: Array, imports: Array, flows: Array
) -> Accounts:
    """Put province and rest in the country's place."""
    bought = np.insert(imports, country, 0.0, axis=0)  # the row of the country itself, filled by `flows`
    trade = _in_two(accounts.trade, country, 1, exports * (1 + accounts.export_tax[:, country]))
    trade = _in_two(trade, country, 0, bought)
    here = slice(country, country + 2)
    trade[here, here] = flows
    regions = list(accounts.regions)
    regions[country : country + 1] = [settings.province.code, settings.rest.code]
    return replace(
        accounts,
        regions=tuple(regions),
        trade=trade,
        tariff=_twice(_twice(accounts.tariff, country, 0), country, 1),
        export_tax=_twice(_twice(accounts.export_tax, country, 0), country, 1),
        inputs=_in_two(accounts.inputs, country, 0, part.inputs),
        final=_in_two(accounts.final, country, 0, part.final),
        value_added=_in_two(accounts.value_added, country, 0, part.value_added),
    )


def _in_two(array: Array, place: int, axis: int, first: Array) -> Array:
    """Replace one slice by two: the first part and what it leaves."""
    rest = np.take(array, place, axis) - first
    return np.insert(np.delete(array, place, axis), [place, place], np.stack([first, rest], axis), axis)


def _twice(array: Array, place: int, axis: int) -> Array:
    """Repeat one slice: both parts face the country's rates."""
    return np.insert(array, place, np.take(array, place, axis), axis)

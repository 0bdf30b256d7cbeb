"""From raw tables to an exact baseline. Raw tables never close; this says which cells had to move, and by how much.

The steps: output is raised to exports, negative inputs and negative implied final demand are set to zero, input columns
are normalised to what value added leaves, spending is settled at the given prices, and the economy is solved for a base
year in which every equation holds (Caliendo & Parro 2015 calibrate in the same order).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from hinterland.baseline import Baseline, Description, Repair, RepairReport
from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Params, Shocks, from_flows
from hinterland.economy.precondition import precondition
from hinterland.economy.settings import Settings
from hinterland.economy.solve import solve
from hinterland.errors import InputError, Problem
from hinterland.tables.faults import no_final_demand
from hinterland.tables.raw import RawTables
from hinterland.tables.schema import EconomyFile

_TRIFLE = 1e-9  # of the row: rounding of the source, not worth a line in the report
_SETTLE_SWEEPS = 2000


@dataclass(frozen=True)
class _Flows:
    """Hold the tables in money while they are being repaired."""

    trade: np.ndarray  # [importer, exporter, sector] at the border
    inputs: np.ndarray  # [region, input, user]
    cost: np.ndarray  # [region, sector] sales net of production tax
    final: np.ndarray  # [region, sector]


def calibrate(
    raw: RawTables,
    described: EconomyFile,
    closures: Closures | None = None,
    most_repair: float | None = None,
) -> Baseline:
    """Make an exact baseline of raw tables, with a report of every repair.

    With `closures.deficit` "balanced", the base year is the economy without trade deficits, solved for from the tables.
    Raises `InputError` when more than the share `most_repair` of world output (else the one of `economy.toml`) would
    have to be changed, when a region is left without final demand, or when no base year exists.
    """
    most_repair = described.most_repair if most_repair is None else most_repair
    closures = closures or Closures(**described.closures.model_dump())
    o = np.zeros((len(raw.regions), len(raw.sectors))) if raw.production_tax is None else raw.production_tax
    flows, repairs = _repair(raw, o)
    report = _report(repairs, flows)
    if report.share > most_repair:
        raise InputError([too_much_repair(report, most_repair)])
    if idle := list(_regions_without_final_demand(raw, flows)):
        raise InputError(idle)
    found = _params(raw, flows, o)
    if circles := list(_circles_pay_no_value_added(raw, found)):
        raise InputError(circles)
    params = _close(found, closures)
    return Baseline(
        regions=raw.regions,
        sectors=raw.sectors,
        params=params,
        description=Description(
            described.title, described.year, described.currency, described.source, described.licence, described.title_zh
        ),
        closures=closures,
        groups={name: tuple(members) for name, members in described.groups.items()},
        report=report,
        extras=raw.extras,
        thetas=raw.thetas,
        stored=precondition(at_rest(params)),
    )


def _repair(raw: RawTables, o: np.ndarray) -> tuple[_Flows, list[Repair]]:
    """Make the tables internally possible, and list what that took."""
    repairs: list[Repair] = []
    trade, sold = _home_sales(raw, repairs)
    cost = sold / (1 + o)
    inputs = _inputs(raw, cost, repairs)
    bought = (trade * (1 + raw.tariff)).sum(axis=1)
    final = _final(raw, bought - inputs.sum(axis=2), bought, repairs)
    return _Flows(trade, inputs, cost, final), repairs


def _home_sales(raw: RawTables, repairs: list[Repair]) -> tuple[np.ndarray, np.ndarray]:
    """Raise output to exports, and let home sales be the rest. Gives trade, and producers' sales [region, sector]."""
    N = len(raw.regions)
    own = np.arange(N)
    received = raw.trade / (1 + raw.export_tax)
    if raw.gross_output is None:
        return raw.trade, received.sum(axis=0)
    exports = received.sum(axis=0) - received[own, own]
    output = np.where(np.isnan(raw.gross_output), received.sum(axis=0), raw.gross_output)
    raised = np.maximum(output, exports)
    _note(raw, repairs, "output raised to exports", output, raised, output)
    trade = raw.trade.copy()
    before = trade[own, own].copy()
    trade[own, own] = (raised - exports) * (1 + raw.export_tax[own, own])
    stated = before != 0
    _note(raw, repairs, "home sales", np.where(stated, before, trade[own, own]), trade[own, own], raised)
    return trade, raised


def _inputs(raw: RawTables, cost: np.ndarray, repairs: list[Repair]) -> np.ndarray:
    """Give inputs in money whose columns, with value added, add up to cost."""
    kept = np.maximum(raw.inputs, 0.0)
    total = kept.sum(axis=1)
    if raw.shares:
        spent = cost if raw.value_added is None else cost - _value_added(raw, cost)
        before = np.where(total[:, None, :] > 0, raw.inputs * spent[:, None, :], 0.0)
    elif raw.value_added is None:
        spent, before = np.minimum(total, cost), raw.inputs
    else:
        spent, before = cost - _value_added(raw, cost), raw.inputs
    spent = np.where(total > 0, np.clip(spent, 0.0, None), 0.0)
    inputs = kept / np.where(total > 0, total, 1.0)[:, None, :] * spent[:, None, :]
    _note(raw, repairs, "inputs", before, inputs, np.broadcast_to(cost[:, None, :], inputs.shape))
    return inputs


def _value_added(raw: RawTables, cost: np.ndarray) -> np.ndarray:
    """Give value added; where output was raised it keeps its share in cost."""
    assert raw.value_added is not None
    stated = np.nan_to_num(raw.value_added)
    if raw.gross_output is None:
        return stated
    o = 0 if raw.production_tax is None else raw.production_tax
    found = np.nan_to_num(raw.gross_output) / (1 + o)
    share = np.where(found > 0, stated / np.where(found > 0, found, 1.0), 1.0)
    return np.minimum(share, 1.0) * cost


def _final(raw: RawTables, implied: np.ndarray, bought: np.ndarray, repairs: list[Repair]) -> np.ndarray:
    """Give final demand: what is bought and not used as an input, but never less than nothing."""
    final = np.maximum(implied, 0.0)
    _note(raw, repairs, "negative final demand", implied, final, bought)
    if raw.final is not None:
        stated = np.maximum(raw.final, 0.0)
        _note(raw, repairs, "final demand against the one stated", stated, final, bought)
    return final


def _params(raw: RawTables, flows: _Flows, o: np.ndarray) -> Params:
    """Turn repaired flows into shares; the deficits are those of the trade table, which add up to zero."""
    N = len(raw.regions)
    own = np.eye(N)[:, :, None]
    V = flows.trade * (1 + raw.tariff)
    X = V.sum(axis=1)
    pi = np.where(X[:, None, :] == 0, own, V / np.where(X == 0, 1.0, X)[:, None, :])
    gamma = flows.inputs / np.where(flows.cost == 0, 1.0, flows.cost)[:, None, :]
    va = 1 - gamma.sum(axis=1)
    return Params(
        X=X,
        pi=pi,
        t=raw.tariff,
        e=raw.export_tax,
        o=o,
        gamma=gamma,
        va=va,
        alpha=flows.final / flows.final.sum(axis=1, keepdims=True),
        theta=raw.theta,
        wL=va * flows.cost,
        D=flows.trade.sum(axis=(1, 2)) - flows.trade.sum(axis=(0, 2)),
    )


def _close(found: Params, closures: Closures) -> Params:
    """Solve for the base year, and derive it anew from its spending and shares so that it holds to rounding."""
    if closures.deficit == "balanced":
        found = replace(found, D=np.zeros_like(found.D))
    settled = replace(found, X=_settle(found))
    solution = solve(settled, Shocks(), replace(closures, labour="mobile", inputs="linked"), Settings(tolerance=1e-12))
    if not solution.status.ok:
        raise InputError([_no_base_year(solution.status.sentence)])
    base = from_flows(solution.X1, solution.pi1, found.t, found.e, found.o, found.gamma, found.va, found.theta)
    # What a region buys by rounding alone it does not buy: a final share of 1e-17 would be a taste.
    return replace(base, alpha=np.where(found.alpha == 0, 0.0, base.alpha))


def _settle(params: Params) -> np.ndarray:
    """Find spending at the given prices: demand for inputs follows sales, final demand follows income."""
    X = params.X
    keep = params.pi / (1 + params.t)
    for _ in range(_SETTLE_SWEEPS):
        M = keep * X[:, None, :]
        Y = (M / (1 + params.e)).sum(axis=0)
        revenue = (
            (params.t * M).sum(axis=(1, 2))
            + (params.e / (1 + params.e) * M).sum(axis=(0, 2))
            + (params.o / (1 + params.o) * Y).sum(axis=1)
        )
        income = params.wL.sum(axis=1) + revenue + params.D
        new = np.einsum("njk,nk->nj", params.gamma, Y / (1 + params.o)) + params.alpha * income[:, None]
        if np.abs(new - X).max() <= 1e-13 * np.abs(new).max():
            return new
        X = new
    return X


def _note(
    raw: RawTables, repairs: list[Repair], block: str, before: np.ndarray, after: np.ndarray, row: np.ndarray
) -> None:
    """Write down the cells that moved by more than rounding."""
    moved = np.abs(after - before) > _TRIFLE * np.maximum(np.abs(row), np.abs(before))
    regions, sectors = raw.regions.codes, raw.sectors.codes
    for cell in np.argwhere(moved):
        at = tuple(int(i) for i in cell)
        names = (regions[at[0]], *(sectors[j] for j in at[1:]))
        repairs.append(Repair(block, names, float(before[at]), float(after[at]), float(row[at])))


def _report(repairs: list[Repair], flows: _Flows) -> RepairReport:
    largest_first = sorted(repairs, key=lambda repair: -abs(repair.change))
    moved = sum(abs(repair.change) for repair in repairs)
    return RepairReport(tuple(largest_first), moved / float(flows.cost.sum()))


def _regions_without_final_demand(raw: RawTables, flows: _Flows) -> Iterator[Problem]:
    for n in np.flatnonzero(flows.final.sum(axis=1) == 0):
        yield no_final_demand(raw.regions.codes[n], "the tables")


def _circles_pay_no_value_added(raw: RawTables, params: Params) -> Iterator[Problem]:
    """Find sectors that sell at home what they make of each other alone: any price would be as good as another."""
    own = params.pi[np.arange(params.N), np.arange(params.N)]
    for n in range(params.N):
        circle = (own[n] > 1 - 1e-12) & (params.va[n] < 1e-12) & (params.X[n] > 0)
        for _ in range(params.J):
            circle &= ~(params.gamma[n][~circle] > 0).any(axis=0)
        if circle.any():
            sectors = ", ".join(raw.sectors.codes[j] for j in np.flatnonzero(circle))
            yield Problem(
                f"{raw.regions.codes[n]}, {sectors}: all cost is inputs from these sectors themselves",
                "the tables",
                "value added, or inputs from elsewhere",
                "correct the inputs or the output of these sectors",
                "circles_pay_no_value_added",
            )


def too_much_repair(report: RepairReport, most: float) -> Problem:
    """Refuse tables that would have to be changed by more than the share `most` of world output."""
    worst = report.repairs[0]
    return Problem(
        f"repairs would move {report.share:.3g} of world output, most of all {worst.block} at "
        f"{', '.join(worst.cell)}, from {worst.before:.6g} to {worst.after:.6g}",
        "the tables",
        f"at most {most:.3g}",
        "correct the cells named, merge the regions or sectors concerned, or raise most_repair in economy.toml",
        "too_much_repair",
    )


def _no_base_year(sentence: str) -> Problem:
    return Problem(
        f"no base year satisfies every equation ({sentence[0].lower()}{sentence[1:].rstrip('.')})",
        "the tables",
        "an economy in which every market clears",
        "look for deficits larger than income, and for sectors without suppliers or value added",
        "base_year_does_not_exist",
    )

"""`python -m benchmarks`: how long a counterfactual takes on this machine, against the targets and the peers.

One process, one thread, warm, residual 1e-10 over all equations; median of the runs and their minimum. The peers' times
were measured side by side on two cores at 2.5 GHz and are copied here for scale.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small: a second thread only gets in the way

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from rich.console import Console
from rich.table import Table

import hinterland as hl
from benchmarks import economies
from hinterland.baseline import Baseline
from hinterland.economy.batch import solve_many
from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Params, Shocks
from hinterland.economy.precondition import Preconditioner, precondition
from hinterland.economy.solve import Solution, solve
from hinterland.project import embedded, load
from hinterland.run import run

PEERS = [  # NAFTA, one counterfactual: what it stops at, seconds
    ("the authors' routines, in Octave", "Σ|S| < 1e-4", "66"),
    ("a numba app on the same model (37 × 23)", "max|dw| < 1e-6", "19–21"),
    ("KITE 24.01 (R)", "Σ|dw| < 1e-8", "9.0"),
    ("an R/C++ version", "‖F‖ < 1e-7", "3.4–4.6"),
    ("a public JAX version, warm", "‖dw‖ < 1e-7", "2.5–3.0"),
]


def main() -> None:
    """Time every case and print the table."""
    table = Table(title="One counterfactual", title_justify="left", box=None)
    for name in ("economy", "size", "shock", "evaluations", "residual", "median ms", "minimum ms", "target ms"):
        table.add_column(name, justify="left" if name in ("economy", "shock") else "right")
    baseline, exercise = economies.nafta_exercise()
    nafta = Shocks(t=exercise.nafta())
    _row(table, "NAFTA", "NAFTA's tariffs", baseline.params, baseline.preconditioner, nafta, 5)
    everyone = Shocks(t=exercise.everyone(50))
    _row(table, "NAFTA", "+50 pp on everyone", baseline.params, baseline.preconditioner, everyone, None, runs=15)
    world = economies.wiod()
    _row(table, "WIOD 2011", "+10 pp by one on all", world.params, world.preconditioner, _wall(world.params), 12)
    for name in embedded():
        ours = load(name)
        _row(table, name, "+10 pp by one on all", ours.params, ours.preconditioner, _wall(ours.params), 16)
    one = economies.cepii()
    _row(table, "BACI 2023", "+10 pp by one on all", one.params, one.preconditioner, _wall(one.params), 20)
    large = economies.synthetic(141, 65)
    preconditioner = precondition(at_rest(large))
    _row(table, "synthetic", "+10 pp by one on all", large, preconditioner, _wall(large), 150, runs=7)
    console = Console(width=140)
    console.print(table)
    _printed(console, baseline, exercise)
    _peers(console, _median(lambda: solve(baseline.params, nafta, preconditioner=baseline.preconditioner), 30)[0])
    _many(console, baseline.params, baseline.preconditioner, exercise.raw.tariff)
    _scenarios(console)
    _cold(console)


def _printed(console: Console, baseline: Baseline, exercise: economies.nafta.Exercise) -> None:
    """Print what NAFTA did, for the README; `tests/published` holds it against the paper."""
    importers, exporters, sectors = np.nonzero(exercise.nafta() != baseline.params.t)
    regions, codes = baseline.regions.codes, baseline.sectors.codes
    cells = zip(importers, exporters, sectors, exercise.nafta()[importers, exporters, sectors], strict=True)
    result = run(baseline, {"tariff": {(regions[n], regions[i], codes[j]): rate for n, i, j, rate in cells}})
    columns = result.panel("regions").columns()
    table = Table(title="\nWhat NAFTA did, per cent", title_justify="left", box=None)
    shown = ["region", *(name for name in columns if name.endswith("_pct"))]
    for name in shown:
        table.add_column(name.removesuffix("_pct").replace("_", " "), justify="left" if name == "region" else "right")
    for row in (regions.index(member) for member in economies.nafta.MEMBERS):
        table.add_row(regions[row], *(f"{columns[name][row]:.3f}" for name in shown[1:]))
    console.print(table)


def _row(
    table: Table,
    economy: str,
    shock: str,
    params: Params,
    preconditioner: Preconditioner,
    shocks: Shocks,
    target: float | None,
    runs: int = 40,
) -> None:
    solution: Solution = solve(params, shocks, preconditioner=preconditioner)
    median, least = _median(lambda: solve(params, shocks, preconditioner=preconditioner), runs)
    table.add_row(
        economy,
        f"{params.N} × {params.J}",
        shock,
        str(solution.evaluations) if solution.status.ok else solution.status.name,
        f"{solution.residual:.0e}",
        f"{median * 1e3:.1f}",
        f"{least * 1e3:.1f}",
        "" if target is None else f"{target:g}",
    )


def _wall(params: Params) -> Shocks:
    """Raise the tariffs of the first region on all others by ten points."""
    t = params.t.copy()
    t[0, 1:] += 0.1
    return Shocks(t=t)


def _median(function: Callable[[], object], runs: int) -> tuple[float, float]:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return float(np.median(times)), min(times)


def _peers(console: Console, ours: float) -> None:
    table = Table(title="\nNAFTA, beside the peers", title_justify="left", box=None)
    for name in ("who", "stops at", "seconds", "times ours"):
        table.add_column(name, justify="left" if name == "who" else "right")
    for who, stop, seconds in PEERS:
        table.add_row(who, stop, seconds, f"{float(seconds.split('–')[0]) / ours:,.0f}")
    table.add_row("hinterland, this run", "all equations < 1e-10", f"{ours:.4f}", "1")
    console.print(table)


def _many(console: Console, params: Params, preconditioner: Preconditioner, tariff: np.ndarray) -> None:
    rng = np.random.default_rng(7)
    shocks = [Shocks(t=tariff * rng.uniform(0.5, 1.5, (params.N, 1, 1))) for _ in range(1000)]
    start = time.perf_counter()
    solutions = solve_many(params, shocks, preconditioner=preconditioner)
    seconds = time.perf_counter() - start
    bad = sum(not solution.status.ok for solution in solutions)
    console.print(f"\n1,000 scenarios of NAFTA's size: {seconds:.1f} s (target 5), {bad} without an answer")


def _scenarios(console: Console) -> None:
    """Time why and how sure: eight measures, each with a range, on every embedded economy."""
    for name in embedded():
        baseline = hl.load(name)
        home, *partners = baseline.regions.codes[:9]
        size = hl.measures.size(1, "percent", 0.5, 2)
        said = {"regions": home, "size": size, "start": "2025-01-01", "source": "benchmark", "status": "assumed"}
        scenario = hl.scenario("Eight", [hl.measures.market_access(**said, partners=code) for code in partners])
        start = time.perf_counter()
        why = hl.contribute(baseline, scenario)
        middle = time.perf_counter()
        sure = hl.uncertain(baseline, scenario)
        end = time.perf_counter()
        tried = len(sure.by_elasticity) + 2 * len(sure.by_size) + len(sure.joint)
        console.print(f"\n{name}: contributions of 8 measures ({why.solves} solves) {middle - start:.1f} s", end="; ")
        console.print(f"ranges ({tried} solves) {end - middle:.1f} s; {why.failed + sure.failed} without an answer")


def _cold(console: Console) -> None:
    for name in embedded():
        command = [sys.executable, "-m", "hinterland", "run", name, "--tariff", "USA,*=0.1"]
        median, least = _median(lambda: subprocess.run(command, check=True, capture_output=True), 5)  # noqa: B023
        console.print(f"cold start to printed table, {name}: median {median:.2f} s, minimum {least:.2f} s (target 1.5)")


if __name__ == "__main__":
    main()

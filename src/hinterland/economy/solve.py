"""Solve the economy for one scenario.

One loop over (log w, log P, log X) together: evaluate all equations once, correct by the baseline's own reduced
Jacobian, extrapolate (Anderson). Where that Jacobian has gone stale, on the way to a large shock, it is computed anew.
Newton's method is the fallback, and stages of the shock the last resort.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinterland.economy.attempts import Attempt, Task, log_spending, newton, quick, staged
from hinterland.economy.fold import Point, fold
from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Levers, Params, Shocks, levers, without_inputs
from hinterland.economy.precondition import Preconditioner, precondition, precondition_specific
from hinterland.economy.residual import State, state
from hinterland.economy.settings import Settings
from hinterland.economy.shapes import Regions, RegionSector, Trade, Wages
from hinterland.economy.status import Status

_SAME = 1e-6  # in logs: two answers closer than this are one


@dataclass(frozen=True)
class Solution:
    """Hold a counterfactual. Ratios end in _hat; a trailing 1 is a counterfactual level."""

    w_hat: Wages  # [N, 1], or [N, J] where labour is specific
    P_hat: RegionSector
    c_hat: RegionSector
    X1: RegionSector
    pi1: Trade
    Y1: RegionSector
    I1: Regions
    levers: Levers
    params: Params  # the baseline it is a change from, inputs closure applied
    status: Status
    evaluations: int  # passes through the equations
    residual: float  # the largest relative violation over all equations, recomputed from their definitions


def solve(
    params: Params,
    shocks: Shocks = Shocks(),
    closures: Closures = Closures(),
    settings: Settings = Settings(),
    preconditioner: Preconditioner | None = None,
    start: Solution | None = None,
) -> Solution:
    """Solve for the equilibrium in changes of `system`, and check it against every equation.

    `preconditioner` belongs to the baseline (`precondition(at_rest(params))`) and is computed when absent; `start` is a
    neighbouring solution to begin from. Numerical trouble is in `Solution.status`, never raised.
    """
    if closures.inputs == "none":
        params, preconditioner = without_inputs(params), None
    specific = closures.labour == "specific"
    if specific:
        run = _Run(params, closures, settings, precondition_specific(at_rest(params, specific)), specific)
    else:
        run = _Run(params, closures, settings, preconditioner or precondition(at_rest(params)), specific)
    given = levers(params, shocks, closures)
    with np.errstate(all="ignore"):
        solution = run.solve(given, run.at_baseline(given) if start is None else _point(start))
        return run.confirm(given, solution)


class _Run(Task):
    """Take one scenario from attempt to attempt until every equation holds."""

    def solve(self, given: Levers, start: Point) -> Solution:
        """Try the quick iteration, then Newton's method, then stages; finish with the residual of all equations."""
        folded = fold(self.params, given, self.specific)
        spent = 0
        for attempt in (quick, newton, staged):
            got = attempt(self, folded, given, start)
            spent += got.evaluations
            solution = self._finish(given, got, spent)
            if solution.status.ok:
                return solution
        return solution

    def confirm(self, given: Levers, solution: Solution) -> Solution:
        """Seek the answer again from as many other points as the settings ask; say so where it is another one."""
        for k in range(1, self.settings.starts if solution.status.ok else 1):
            there = self.at_baseline(given)
            # Far away, and never the same way twice: wages by turns half as high again and lower by as much.
            push = 0.5 * np.cos(k * (1.0 + np.arange(there.lw.size)))
            away = replace(there, lw=there.lw + push.reshape(there.lw.shape))
            other = self.solve(given, away)
            if other.status.ok and np.abs(np.log(other.P_hat / solution.P_hat)).max() > _SAME:
                return replace(solution, status=Status.SEVERAL_ANSWERS)
        return solution

    def _finish(self, given: Levers, got: Attempt, spent: int) -> Solution:
        at = state(self.params, given, got.point)
        status = got.status
        if status.ok and not at.residual < self.settings.tolerance:
            status = Status.TOO_MANY_STEPS
        if status is Status.TOO_MANY_STEPS and not np.isfinite(at.residual):
            status = Status.NOT_FINITE
        return _solution(self.params, given, at, status, spent)


def _point(solution: Solution) -> Point:
    return Point(np.log(solution.w_hat), np.log(solution.P_hat), log_spending(solution.X1))


def _solution(params: Params, given: Levers, at: State, status: Status, evaluations: int) -> Solution:
    return Solution(
        w_hat=at.w_hat,
        P_hat=at.P_hat,
        c_hat=at.c_hat,
        X1=at.X1,
        pi1=at.pi1,
        Y1=at.Y1,
        I1=at.I1,
        levers=given,
        params=params,
        status=status,
        evaluations=evaluations,
        residual=at.residual,
    )

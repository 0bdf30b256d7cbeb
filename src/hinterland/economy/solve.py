"""Solve the economy for one scenario.

One loop over (log w, log P, log X) together: evaluate all equations once, correct by the baseline's own reduced
Jacobian, extrapolate (Anderson). Where that Jacobian has gone stale, on the way to a large shock, it is computed anew.
Newton's method is the fallback, and stages of the shock the last resort.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hinterland.economy.anderson import Anderson
from hinterland.economy.fold import TINY, Evaluation, Fold, Point, evaluate, fold
from hinterland.economy.linearise import at_rest, linearise
from hinterland.economy.newton import newton_step
from hinterland.economy.params import Closures, Levers, Params, Shocks, levers, without_inputs
from hinterland.economy.precondition import (
    Preconditioner,
    SpecificPreconditioner,
    precondition,
    precondition_specific,
)
from hinterland.economy.residual import State, state
from hinterland.economy.shapes import Array, Regions, RegionSector, Trade, Wages
from hinterland.economy.status import Status

_RUINED = 0.1  # of a region's income left, the next stage unsolvable: the shock asks for more than there is
_SHORTEST_STAGE = 1e-3  # of the shock; where so small a part of it cannot be solved there is nothing to be reached
_IMPORTANCE = 0.25  # power of a market's share in the world: two evaluations fewer on the exercises than none
_SAME = 1e-6  # in logs: two answers closer than this are one
_LONGEST_STEP = 2.0  # in logs, of any unknown in one step; only violent shocks reach it


@dataclass(frozen=True)
class Settings:
    """Set how the solver works; the defaults are the numerical contract."""

    tolerance: float = 1e-10  # the largest relative violation of any equation
    max_evaluations: int = 150  # of the quick iteration, before Newton's method takes over
    patience: int = 8  # evaluations without coming within `near` before the Jacobian is computed anew where we stand
    near: float = 1e-2
    max_newton: int = 20
    max_stages: int = 32
    depth: int = 10  # of Anderson's memory
    starts: int = 1  # with more, the answer is sought again from points far away and must be the same


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
        solution = run.solve(given, run.at_baseline(given) if start is None else _point(start, params))
        return run.confirm(given, solution)


@dataclass(frozen=True)
class _Attempt:
    point: Point
    status: Status
    evaluations: int


@dataclass(frozen=True)
class _Run:
    """Hold what the attempts at one scenario share."""

    params: Params
    closures: Closures
    settings: Settings
    preconditioner: Preconditioner | SpecificPreconditioner
    specific: bool

    def at_baseline(self, given: Levers) -> Point:
        """Start where nothing has changed; cells that new tastes bring to life start at their final spending."""
        params, X = self.params, self.params.X
        if not X.all():
            X = np.where(X > 0, X, given.alpha * params.wL.sum(axis=1, keepdims=True))
        return Point(np.zeros((params.N, params.J if self.specific else 1)), np.zeros_like(X), _log(X))

    def solve(self, given: Levers, start: Point) -> Solution:
        """Try the quick iteration, then Newton's method, then stages; finish with the residual of all equations."""
        folded = fold(self.params, given, self.specific)
        spent = 0
        for attempt in (self._quick, self._newton, self._staged):
            got = attempt(folded, given, start)
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

    def _finish(self, given: Levers, got: _Attempt, spent: int) -> Solution:
        at = state(self.params, given, got.point)
        status = got.status
        if status.ok and not at.residual < self.settings.tolerance:
            status = Status.TOO_MANY_STEPS
        if status is Status.TOO_MANY_STEPS and not np.isfinite(at.residual):
            status = Status.NOT_FINITE
        return _solution(self.params, given, at, status, spent)

    def _quick(self, folded: Fold, given: Levers, start: Point) -> _Attempt:
        """Iterate on the preconditioned map with Anderson's extrapolation."""
        memory = Anderson(self._weights(start), self.settings.depth)
        preconditioner, since = self.preconditioner, 0
        x, goal = _pack(start), self.settings.tolerance / 4
        for count in range(1, self.settings.max_evaluations + 1):
            point = _level(folded, _unpack(x, start))
            got = evaluate(folded, point)
            since += 1
            if not np.isfinite(got.worst):
                return _Attempt(point, _trouble(folded, got), count)
            if got.worst < goal:
                return _Attempt(point, Status.CONVERGED, count)
            if since > self.settings.patience and got.worst > self.settings.near:
                preconditioner, since = self._precondition_at(given, point), 0
                memory.forget()
            dw, inner = preconditioner.step(got)
            f = np.concatenate((dw.ravel(), inner))
            longest = float(np.abs(f).max())
            if longest > _LONGEST_STEP:
                f *= _LONGEST_STEP / longest
            x = memory.step(_pack(point), f)
        return _Attempt(point, Status.TOO_MANY_STEPS, self.settings.max_evaluations)

    def _weights(self, like: Point) -> Array:
        """Say how much each unknown's error counts: spending on a large market more than on a small one."""
        importance = (self.params.X / self.params.X.sum()) ** _IMPORTANCE
        return np.concatenate((np.ones(like.lw.size + like.lP.size), importance.ravel()))

    def _precondition_at(self, given: Levers, point: Point) -> Preconditioner | SpecificPreconditioner:
        at = state(self.params, given, point)
        lin = linearise(self.params, given, at.pi1, at.X1, at.w_hat)
        return precondition_specific(lin) if self.specific else precondition(lin)

    def _newton(self, folded: Fold, given: Levers, start: Point) -> _Attempt:
        """Take damped Newton steps with the exact Jacobian at each point."""
        goal = self.settings.tolerance / 4
        point, count = _level(folded, start), 1
        got = evaluate(folded, point)
        for _ in range(self.settings.max_newton):
            if not np.isfinite(got.worst):
                return _Attempt(point, _trouble(folded, got), count)
            if got.worst < goal:
                return _Attempt(point, Status.BY_NEWTON, count)
            at = state(self.params, given, point)
            step = newton_step(linearise(self.params, given, at.pi1, at.X1, at.w_hat), got)
            point, new, tries = _descend(folded, point, got, step)
            count += tries
            if not new.worst < got.worst:
                return _Attempt(point, Status.TOO_MANY_STEPS, count)
            got = new
        return _Attempt(point, Status.TOO_MANY_STEPS, count)

    def _staged(self, folded: Fold, given: Levers, start: Point) -> _Attempt:
        """Walk from the baseline to the scenario along a straight line of levers, halving the stage where one fails."""
        rest = levers(self.params, Shocks(), self.closures)
        here, point, done, stage, count = rest, self.at_baseline(given), 0.0, 0.25, 0
        for _ in range(self.settings.max_stages):
            target = min(1.0, done + stage)
            there = given if target == 1.0 else blend(rest, given, target)
            between = folded if target == 1.0 else fold(self.params, there, self.specific)
            for attempt in (self._quick, self._newton):
                got = attempt(between, there, point)
                count += got.evaluations
                if got.status.ok:
                    break
            if not got.status.ok:
                stage /= 2
                if stage < _SHORTEST_STAGE:
                    break
                continue
            here, point, done, stage = there, got.point, target, stage * 2
            if done == 1.0:
                return _Attempt(point, Status.BY_STAGES, count)
        return _Attempt(got.point, self._reason(here, point, got.status), count)

    def _reason(self, given: Levers, point: Point, status: Status) -> Status:
        """Name why the walk stopped: where some income was running out at its last good stage, that is the reason."""
        before, now = (state(self.params, given, at).I1 for at in (self.at_baseline(given), point))
        return Status.NO_INCOME if (now < _RUINED * np.abs(before)).any() else status


def blend(rest: Levers, given: Levers, s: float) -> Levers:
    """Stand at a fraction `s` of the way between two sets of levers: taxes in a line, ratios in a line of logs."""

    def line(a: Array, b: Array) -> Array:
        return a if a is b else a + s * (b - a)

    def ratio(a: Array, b: Array) -> Array:
        return np.exp((1 - s) * np.log(a) + s * np.log(b))

    return Levers(
        t=line(rest.t, given.t),
        e=line(rest.e, given.e),
        o=line(rest.o, given.o),
        d_hat=ratio(rest.d_hat, given.d_hat),
        A_hat=ratio(rest.A_hat, given.A_hat),
        L_hat=ratio(rest.L_hat, given.L_hat),
        alpha=line(rest.alpha, given.alpha),
        D=line(rest.D, given.D),
    )


def _descend(folded: Fold, point: Point, got: Evaluation, step: Point) -> tuple[Point, Evaluation, int]:
    """Go along a step, halving it until the worst equation improves or twelve halvings have not helped."""
    scale = min(1.0, _LONGEST_STEP / max(float(np.abs(part).max()) for part in (step.lw, step.lP, step.lX)))
    tries = 0
    while True:
        tries += 1
        there = _level(
            folded, Point(point.lw + scale * step.lw, point.lP + scale * step.lP, point.lX + scale * step.lX)
        )
        new = evaluate(folded, there)
        if new.worst < got.worst or tries == 12:
            return there, new, tries
        scale /= 2


def _level(folded: Fold, point: Point) -> Point:
    """Bring world factor income back to the numeraire."""
    off = float(np.log((np.exp(point.lw) * folded.wL).sum() / folded.world))
    return Point(point.lw - off, point.lP - off, point.lX - off) if off else point


def _trouble(folded: Fold, got: Evaluation) -> Status:
    """Name why numbers stopped being finite."""
    if np.isinf(got.rP).any() or np.isnan(got.rP).any():
        reach = folded.A.sum(axis=2)
        if (reach == 0).any() or (folded.A_local == 0).any():
            return Status.NO_SUPPLIER
        return Status.NOT_FINITE
    return Status.NO_INCOME


def _log(X: Array) -> Array:
    return np.log(np.maximum(X, TINY))


def _point(solution: Solution, params: Params) -> Point:
    return Point(np.log(solution.w_hat), np.log(solution.P_hat), _log(solution.X1))


def _pack(point: Point) -> Array:
    return np.concatenate((point.lw.ravel(), point.lP.ravel(), point.lX.ravel()))


def _unpack(x: Array, like: Point) -> Point:
    w, p = like.lw.size, like.lP.size
    return Point(x[:w].reshape(like.lw.shape), x[w : w + p].reshape(like.lP.shape), x[w + p :].reshape(like.lX.shape))


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

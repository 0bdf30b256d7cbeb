"""Three ways to an equilibrium, each tried where the one before failed: quick, Newton's, by stages.

They work on (log w, log P, log X) together, give where they arrived and how, and never raise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinterland.economy.anderson import Anderson
from hinterland.economy.fold import TINY, Evaluation, Fold, Point, evaluate, fold
from hinterland.economy.linearise import linearise
from hinterland.economy.newton import newton_step
from hinterland.economy.params import Closures, Levers, Params, Shocks, blend, levers
from hinterland.economy.precondition import (
    Preconditioner,
    SpecificPreconditioner,
    precondition,
    precondition_specific,
)
from hinterland.economy.residual import state
from hinterland.economy.settings import Settings
from hinterland.economy.shapes import Array
from hinterland.economy.status import Status

_RUINED = 0.1  # of a region's income left, the next stage unsolvable: the shock asks for more than there is
_SHORTEST_STAGE = 1e-3  # of the shock; where so small a part of it cannot be solved there is nothing to be reached
_IMPORTANCE = 0.25  # power of a market's share in the world: two evaluations fewer on the exercises than none
_LONGEST_STEP = 2.0  # in logs, of any unknown in one step; only violent shocks reach it


@dataclass(frozen=True)
class Attempt:
    """Hold where an attempt arrived, whether it is an answer, and how many evaluations it took."""

    point: Point
    status: Status
    evaluations: int


@dataclass(frozen=True)
class Task:
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
        return Point(np.zeros((params.N, params.J if self.specific else 1)), np.zeros_like(X), log_spending(X))


def quick(task: Task, folded: Fold, given: Levers, start: Point) -> Attempt:
    """Iterate on the preconditioned map with Anderson's extrapolation."""
    memory = Anderson(_weights(task, start), task.settings.depth)
    preconditioner, since = task.preconditioner, 0
    x, goal = _pack(start), task.settings.tolerance / 4
    for count in range(1, task.settings.max_evaluations + 1):
        point = _level(folded, _unpack(x, start))
        got = evaluate(folded, point)
        since += 1
        if not np.isfinite(got.worst):
            return Attempt(point, _trouble(folded, got), count)
        if got.worst < goal:
            return Attempt(point, Status.CONVERGED, count)
        if since > task.settings.patience and got.worst > task.settings.near:
            preconditioner, since = _precondition_at(task, given, point), 0
            memory.forget()
        dw, inner = preconditioner.step(got)
        f = np.concatenate((dw.ravel(), inner))
        longest = float(np.abs(f).max())
        if longest > _LONGEST_STEP:
            f *= _LONGEST_STEP / longest
        x = memory.step(_pack(point), f)
    return Attempt(point, Status.TOO_MANY_STEPS, task.settings.max_evaluations)


def newton(task: Task, folded: Fold, given: Levers, start: Point) -> Attempt:
    """Take damped Newton steps with the exact Jacobian at each point."""
    goal = task.settings.tolerance / 4
    point, count = _level(folded, start), 1
    got = evaluate(folded, point)
    for _ in range(task.settings.max_newton):
        if not np.isfinite(got.worst):
            return Attempt(point, _trouble(folded, got), count)
        if got.worst < goal:
            return Attempt(point, Status.BY_NEWTON, count)
        at = state(task.params, given, point)
        step = newton_step(linearise(task.params, given, at.pi1, at.X1, at.w_hat), got)
        point, new, tries = _descend(folded, point, got, step)
        count += tries
        if not new.worst < got.worst:
            return Attempt(point, Status.TOO_MANY_STEPS, count)
        got = new
    return Attempt(point, Status.TOO_MANY_STEPS, count)


def staged(task: Task, folded: Fold, given: Levers, start: Point) -> Attempt:
    """Walk from the baseline to the scenario along a straight line of levers, halving the stage where one fails."""
    rest = levers(task.params, Shocks(), task.closures)
    here, point, done, stage, count = rest, task.at_baseline(given), 0.0, 0.25, 0
    for _ in range(task.settings.max_stages):
        target = min(1.0, done + stage)
        there = given if target == 1.0 else blend(rest, given, target)
        between = folded if target == 1.0 else fold(task.params, there, task.specific)
        for attempt in (quick, newton):
            got = attempt(task, between, there, point)
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
            return Attempt(point, Status.BY_STAGES, count)
    return Attempt(got.point, _reason(task, here, point, got.status), count)


def _weights(task: Task, like: Point) -> Array:
    """Say how much each unknown's error counts: spending on a large market more than on a small one."""
    importance = (task.params.X / task.params.X.sum()) ** _IMPORTANCE
    return np.concatenate((np.ones(like.lw.size + like.lP.size), importance.ravel()))


def _precondition_at(task: Task, given: Levers, point: Point) -> Preconditioner | SpecificPreconditioner:
    at = state(task.params, given, point)
    lin = linearise(task.params, given, at.pi1, at.X1, at.w_hat)
    return precondition_specific(lin) if task.specific else precondition(lin)


def _reason(task: Task, given: Levers, point: Point, status: Status) -> Status:
    """Name why the walk stopped: where some income was running out at its last good stage, that is the reason."""
    before, now = (state(task.params, given, at).I1 for at in (task.at_baseline(given), point))
    return Status.NO_INCOME if (now < _RUINED * np.abs(before)).any() else status


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


def log_spending(X: Array) -> Array:
    """Take logs of spending; an empty cell stands at the log of the smallest number."""
    return np.log(np.maximum(X, TINY))


def _pack(point: Point) -> Array:
    return np.concatenate((point.lw.ravel(), point.lP.ravel(), point.lX.ravel()))


def _unpack(x: Array, like: Point) -> Point:
    w, p = like.lw.size, like.lP.size
    return Point(x[:w].reshape(like.lw.shape), x[w : w + p].reshape(like.lP.shape), x[w + p :].reshape(like.lX.shape))

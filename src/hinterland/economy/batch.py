"""Many scenarios of one baseline, over processes.

The solver is many small numpy calls, which threads would make wait for each other; processes do not. Each worker gets
the baseline and its preconditioner once, works with one thread of its own, and sends back what is new: the answer
without the baseline. One case that fails stops nothing, it comes back with its Status.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace

from threadpoolctl import threadpool_limits

from hinterland.economy.linearise import at_rest
from hinterland.economy.params import Closures, Params, Shocks, levers, without_inputs
from hinterland.economy.precondition import Preconditioner, precondition
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve

Progress = Callable[[int, int], None]

# Starting a process costs about as much as this many cells (regions × regions × sectors) take to solve.
_WORTH_A_PROCESS = 2_000_000


def solve_many(
    params: Params,
    shocks: Sequence[Shocks],
    closures: Closures = Closures(),
    settings: Settings = Settings(),
    preconditioner: Preconditioner | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Solution]:
    """Solve every scenario, in the order given; the answers are those of `solve`, one by one.

    `workers` is the number of processes; None takes one a core, or none where the batch is too small to pay for them.
    `progress(done, total)` is called after each case.
    """
    if closures.labour == "mobile" and closures.inputs == "linked" and preconditioner is None:
        preconditioner = precondition(at_rest(params))
    task = _Task(params, closures, settings, preconditioner)
    solutions: list[Solution] = []
    for solution in _answers(task, shocks, workers or _workers(params, len(shocks))):
        solutions.append(solution)
        if progress is not None:
            progress(len(solutions), len(shocks))
    return solutions


@dataclass(frozen=True)
class _Task:
    """Hold what all scenarios share."""

    params: Params
    closures: Closures
    settings: Settings
    preconditioner: Preconditioner | None

    def solve(self, shock: Shocks) -> Solution:
        """Solve one case."""
        return solve(self.params, shock, self.closures, self.settings, self.preconditioner)


def _workers(params: Params, cases: int) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, cases * params.N**2 * params.J // _WORTH_A_PROCESS))


def _answers(task: _Task, shocks: Sequence[Shocks], workers: int) -> Iterator[Solution]:
    """Give the answers in order as they come, from this process alone or from several."""
    if workers == 1:
        with threadpool_limits(1):
            yield from map(task.solve, shocks)
        return
    rest = task.params if task.closures.inputs == "linked" else without_inputs(task.params)
    chunk = max(1, min(16, len(shocks) // (4 * workers)))
    context = multiprocessing.get_context("spawn")  # safe beside threads, and the same on every system
    with ProcessPoolExecutor(workers, context, _begin, (task,)) as pool:
        with _main_out_of_sight():
            answers = pool.map(_light, shocks, chunksize=chunk)
        for shock, answer in zip(shocks, answers, strict=True):
            yield replace(answer, params=rest, levers=levers(rest, shock, task.closures))


@contextmanager
def _main_out_of_sight() -> Iterator[None]:
    """Keep new processes from running the user's script again: they need nothing from it.

    Else every script that solves a batch would have to stand under `if __name__ == "__main__"`.
    """
    main = sys.modules["__main__"]
    hidden = {name: main.__dict__.pop(name) for name in ("__file__",) if name in main.__dict__}
    spec, main.__spec__ = getattr(main, "__spec__", None), None
    try:
        yield
    finally:
        main.__dict__.update(hidden)
        main.__spec__ = spec


_task: _Task | None = None  # of a worker process, set once when it begins
_limit: threadpool_limits | None = None


def _begin(task: _Task) -> None:
    global _task, _limit
    _task, _limit = task, threadpool_limits(1)


def _light(shock: Shocks) -> Solution:
    """Solve one case in a worker, and leave out what the parent has."""
    assert _task is not None
    return replace(_task.solve(shock), params=None, levers=None)  # type: ignore[arg-type]

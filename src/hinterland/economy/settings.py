"""How the solver works: tolerances and limits."""

from __future__ import annotations

from dataclasses import dataclass


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

"""The economy under another of its sets of trade elasticities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hinterland.baseline import Baseline
from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.locale import words


def with_set(baseline: Baseline, name: str) -> Baseline:
    """Give the economy with the trade elasticities of one of its sets, which its title then names.

    Raises `InputError` where the economy has no such set.
    """
    if name not in baseline.thetas:
        raise InputError([elasticities_are_unknown(name, baseline)])
    about = baseline.description
    named = replace(
        about,
        title=words("en")("elasticities.title", title=about.title, name=name),
        title_zh=words("zh")("elasticities.title", title=about.title_zh or about.title, name=name),
    )
    return replace(with_elasticities(baseline, baseline.thetas[name]), description=named)


def with_elasticities(baseline: Baseline, theta: np.ndarray) -> Baseline:
    """Give the same baseline with other trade elasticities: its shares stand, and no equation needs them at rest.

    Sectors that a set says nothing of keep the baseline's own. The preconditioner is kept: it only points the way, and
    a few more evaluations cost less than another one (which the solver computes by itself where this one fails).
    """
    known = np.where(np.isfinite(theta), theta, baseline.params.theta)
    return replace(baseline, params=replace(baseline.params, theta=known), stored=baseline.preconditioner)


def elasticities_are_unknown(name: str, baseline: Baseline) -> Problem:
    """Refuse a set of trade elasticities that the economy does not have."""
    sets = tuple(baseline.thetas)
    return Problem(
        f"no elasticities {name!r}{suggestion(name, sets)}",
        f"economy {baseline.description.title}",
        f"one of {', '.join(sets)}" if sets else "an economy with elasticities.csv",
        "correct it; `hinterland economies` and `hinterland check` list them",
        "elasticities_are_unknown",
    )

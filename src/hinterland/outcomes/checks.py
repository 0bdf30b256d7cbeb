"""What an answer was held against."""

from __future__ import annotations

import numpy as np

from hinterland.outcomes.case import Case
from hinterland.outcomes.described import described
from hinterland.panel import Panel


def checks(case: Case) -> Panel:
    """Give each check with a number that should be small."""
    solution, wL = case.solution, case.params.wL
    balance = case.M1.sum(axis=(1, 2)) - case.M1.sum(axis=(0, 2)) - solution.levers.D
    claimed = (solution.w_hat * solution.levers.L_hat[:, None] * wL).sum()
    found = {
        "largest violation of any equation": solution.residual,
        "shares add up": np.abs(solution.pi1.sum(axis=1) - 1).max(),
        "trade balances": np.abs(balance).max() / wL.sum(),
        "world factor income is the numeraire": abs(claimed / wL.sum() - 1),
        "deficits sum to zero": abs(solution.levers.D.sum()) / wL.sum(),
    }
    values = {"off_by": np.array(list(found.values()), dtype=float)}
    return described("checks", case, {"check": tuple(found)}, values)

"""Keep labels apart: move positions no more than needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def apart(positions: Sequence[float], gap: float) -> list[float]:
    """Give positions at least `gap` apart, in the same order, as close to the given ones as least squares allows.

    Neighbours that would overlap form a block around their mean (pool adjacent violators; Barlow et al. 1972).
    """
    order = np.argsort(positions, kind="stable")
    blocks: list[tuple[float, int]] = []  # mean of position less rank × gap, members
    for rank, at in enumerate(order):
        mean, size = float(positions[at]) - rank * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, members = blocks.pop()
            mean, size = (before * members + mean * size) / (members + size), members + size
        blocks.append((mean, size))
    flat = [mean for mean, size in blocks for _ in range(size)]
    found = np.empty(len(order))
    found[order] = [mean + rank * gap for rank, mean in enumerate(flat)]
    return [float(position) for position in found]

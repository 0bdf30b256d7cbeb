"""How a baseline's trade is laid out for the solver: which sectors cross borders, and their shares sector first.

Inside the solver trade arrays stand sector first, [j, importer n, exporter i], so that each sector is one contiguous
matrix. Sectors that nobody trades have diagonal share matrices and are kept as vectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from hinterland.economy.shapes import Array

Pick: TypeAlias = slice | np.ndarray  # a slice where the sectors stand side by side: views cost nothing


@dataclass(frozen=True)
class Layout:
    """Hold a baseline's trade as the solver wants it."""

    traded: Pick  # sectors in which somebody buys from another region
    local: Pick  # sectors in which nobody does
    pi: Array  # [traded sector, importer, exporter]
    border: Array  # 1 / (1 + t), the same axes
    producer: Array  # 1 / ((1 + t) (1 + e)), the same axes


def lay_out(pi: Array, t: Array, e: Array) -> Layout:
    """Lay out a baseline's shares and taxes, each [N, N, J]."""
    N = pi.shape[0]
    abroad = pi[~np.eye(N, dtype=bool)].any(axis=0)
    traded, local = _pick(np.flatnonzero(abroad)), _pick(np.flatnonzero(~abroad))
    border = 1 / (1 + t[:, :, traded])
    return Layout(
        traded=traded,
        local=local,
        pi=first(pi[:, :, traded]),
        border=first(border),
        producer=first(border / (1 + e[:, :, traded])),
    )


def first(array: Array) -> Array:
    """Bring the sector axis to the front, contiguous."""
    return np.ascontiguousarray(array.transpose(2, 0, 1))


def diagonal(array: Array) -> Array:
    """Take each region's trade with itself: [N, J]."""
    return np.diagonal(array, axis1=0, axis2=1).T


def _pick(positions: Array) -> Pick:
    if len(positions) == 0:
        return slice(0, 0)
    start, stop = int(positions[0]), int(positions[-1]) + 1
    return slice(start, stop) if stop - start == len(positions) else positions

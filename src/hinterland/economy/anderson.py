"""Anderson acceleration of a fixed-point iteration (Walker & Ni 2011), with normal equations updated by one row.

Kept at a few matrix–vector products a step: the equations are so cheap that a least-squares solve over the whole
history would cost more than they do.
"""

from __future__ import annotations

import numpy as np

from hinterland.economy.shapes import Array


class Anderson:
    """Remember the last `depth` steps and extrapolate; a ring buffer, nothing is copied or moved."""

    def __init__(self, weights: Array, depth: int) -> None:
        """Begin without a past; `weights` says how much each unknown's error counts when steps are combined."""
        size = len(weights)
        self._weights = weights
        self._df = np.zeros((depth, size))
        self._dg = np.zeros((depth, size))
        self._gram = np.eye(depth)
        self._depth = depth
        self._used = 0
        self._next = 0
        self._last: tuple[Array, Array, Array] | None = None

    def forget(self) -> None:
        """Drop the history, for a fresh start from a new point."""
        self._used = self._next = 0
        self._last = None

    def step(self, x: Array, f: Array) -> Array:
        """Give the next point from the present one and its plain step `f = g(x) − x`."""
        felt = f * self._weights
        if self._last is not None:
            past_x, past_f, past_felt = self._last
            self._remember(felt - past_felt, x - past_x + f - past_f)
        self._last = (x, f, felt)
        used = self._used
        if used == 0:
            return x + f
        df = self._df[:used]
        gram = self._gram[:used, :used].copy()
        # A relative ridge at rounding level: near the solution the steps become parallel.
        gram.flat[:: used + 1] *= 1 + 1e-14
        gram.flat[:: used + 1] += 1e-300
        share = np.linalg.solve(gram, df @ felt)
        return x + f - share @ self._dg[:used]

    def _remember(self, df: Array, dg: Array) -> None:
        k = self._next
        self._df[k] = df
        self._dg[k] = dg
        self._used = max(self._used, k + 1)
        self._next = (k + 1) % self._depth
        row = self._df[: self._used] @ df
        self._gram[k, : self._used] = row
        self._gram[: self._used, k] = row

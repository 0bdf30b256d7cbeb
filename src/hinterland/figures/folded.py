"""The largest rows of a table, and all others added up in a last one, so that nothing is lost."""

from __future__ import annotations

import numpy as np

from hinterland.figures.naming import OTHERS


def folded(values: np.ndarray, codes: tuple[str, ...], most: int) -> tuple[list[str], np.ndarray]:
    """Keep the rows with the largest changes, largest first, and add up the rest in a last row; give [other, kept]."""
    sizes = np.abs(values).sum(axis=1)
    order = [at for at in np.argsort(-sizes, kind="stable") if sizes[at] > 0] or [0]
    kept, rest = order[:most], order[most:]
    names = [codes[at] for at in kept]
    rows = [values[at] for at in kept]
    if rest:
        names.append(OTHERS)
        rows.append(values[rest].sum(axis=0))
    return names, np.array(rows).T

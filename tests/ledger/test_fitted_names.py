"""Names that fit their figures: what tons, goods, places and words that stand for others can be called."""

import pytest


def names(told: str) -> list[str | None]:
    from hinterland.ledger.read import statistics_of

    return statistics_of(told)

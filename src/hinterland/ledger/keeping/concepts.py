"""Turn statistics into observations under SDMX concepts: one for each of the value, its bracket, the growth and rank.

OBS_VALUE is as printed: the value is OBS_VALUE times ten to UNIT_MULT. TRANSFORMATION follows the code list of the
national accounts where it has a code (N, G1, GY) and says the rest in words after an underscore. OBS_STATUS is
A (normal), E (estimated), F (forecast), or U (low reliability) for a figure that a check calls wrong: the one that the
check is about, not the others that the same words state (`hinterland.ledger.keeping.about`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from hinterland.ledger.checks.pages import Name
from hinterland.ledger.intervals import Interval, of_growth, of_value
from hinterland.ledger.keeping.about import CONVERTED, doubts
from hinterland.ledger.records import Finding, Statistic

COLUMNS = (
    "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE",
    "UNIT_MEASURE", "UNIT_MULT", "TRANSFORMATION", "OBS_STATUS", "COMMENT_OBS",
)  # fmt: skip
TRANSFORMATIONS = {"yoy": "GY", "qoq": "G1", "mom": "G1"}
_MULTIPLES = (12, 9, 6)


def observations(sha256: str, figures: Sequence[Statistic], findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    """Yield the observations of one document's statistics, rows of the ledger's table."""
    wrong = {(finding.code, finding.span) for finding in findings if finding.verdict == "wrong"}
    for figure in figures:
        codes = {code for code, span in wrong if _overlap(figure.span, span)}
        for value, unit, power, transformation, interval in _values(figure):
            status = "U" if any(doubts(code, transformation) for code in codes) else _status(figure)
            yield _row(sha256, figure, value, unit, power, transformation, interval, status)


def time_period(start: date | None, end: date | None) -> str | None:
    """Write a calendar interval as SDMX does: 2023, 2023-Q1, 2023-11, or start and duration, 2023-01-01/P11M."""
    if start is None or end is None:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and _is_last_day(end)
    if not whole:
        return f"{start}/P{(end - start).days + 1}D"
    if months == 12 and start.month == 1:
        return str(start.year)
    if months == 3 and start.month in (1, 4, 7, 10):
        return f"{start.year}-Q{start.month // 3 + 1}"
    return f"{start:%Y-%m}" if months == 1 else f"{start}/P{months}M"


def identity(*parts: object) -> str:
    """Hash what makes a record itself, so that keeping it twice changes nothing."""
    return hashlib.sha256("\x1f".join(map(repr, parts)).encode()).hexdigest()[:32]


def _values(figure: Statistic) -> Iterator[tuple[float, str, int, str, Interval]]:
    if figure.value is not None:
        interval = of_value(figure)
        power = _power(figure.value)
        yield figure.value / 10.0**power, figure.unit or "count", power, "N", interval
    if figure.paired_value is not None and figure.paired_unit is not None:
        power = _power(figure.paired_value)
        low, high = (figure.paired_value if end is None else end for end in (figure.paired_low, figure.paired_high))
        yield figure.paired_value / 10.0**power, figure.paired_unit, power, CONVERTED, Interval(low, high)
    if figure.growth is not None:
        basis = figure.growth_basis or "yoy"
        interval = of_growth(figure)
        in_percent = Interval(100 * interval.low, 100 * interval.high)
        yield 100 * figure.growth, "PT", 0, TRANSFORMATIONS.get(basis, f"_{basis}"), in_percent
    if figure.rank is not None:
        yield float(figure.rank), "rank", 0, "_rank", Interval(figure.rank, figure.rank)


def _power(value: float) -> int:
    return next((power for power in _MULTIPLES if abs(value) >= 10.0**power), 0)


def _row(
    sha256: str, figure: Statistic, value: float, unit: str, power: int, how: str, interval: Interval, status: str
) -> dict[str, Any]:
    name = Name.of(figure.indicator)
    indicator = Name(name.base, frozenset(pair for pair in name.brackets if pair[0] != "partner"), name.prefix)
    return {
        "obs_id": identity(sha256, figure.span, figure.indicator, figure.region, how),
        "sha256": sha256,
        "doc": figure.doc,
        "REF_AREA": figure.region_code or figure.region,
        "COUNTERPART_AREA": name.get("partner") or "W1",  # W1 is the rest of the world
        "INDICATOR": str(indicator),
        "TIME_PERIOD": time_period(figure.period_start, figure.period_end),
        "OBS_VALUE": float(f"{value:.12g}"),
        "UNIT_MEASURE": unit,
        "UNIT_MULT": power,
        "TRANSFORMATION": how,
        "OBS_STATUS": status,
        "COMMENT_OBS": figure.note or figure.qualifier,
        "region": figure.region,
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "low": interval.low,
        "high": interval.high,
        "rank_scope": figure.rank_scope,
        "span_start": figure.span[0],
        "span_end": figure.span[1],
        "printed": figure.printed,
        "sentence": figure.sentence,
        "qualifier": figure.qualifier,
        "speaker": figure.speaker,
    }


def _status(figure: Statistic) -> str:
    if figure.growth_basis in ("target", "forecast"):
        return "F"
    return "E" if figure.qualifier and "estimat" in figure.qualifier else "A"


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_last_day(day: date) -> bool:
    return (date.fromordinal(day.toordinal() + 1)).day == 1

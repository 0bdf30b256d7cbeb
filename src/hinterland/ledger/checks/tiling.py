"""Months, quarters and halves against the longer period that they make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Key, Name, Page, found
from hinterland.ledger.checks.repairs import one_slip
from hinterland.ledger.intervals import Interval, of_value, total, with_truncation
from hinterland.ledger.records import Finding, Statistic

REVISED = 0.001  # cumulative figures hold to a thousandth: months are revised after they are printed
SUSPECT = 0.3  # further off than this, with no slip to explain it: the pieces are of something else
MOST = 12
_STOCKS = (
    "population",
    "capacity",
    "deposits",
    "loans",
    "_rate",
    "per_capita",
    "_index",
    "average",
    "price",
    "cpi",
    "ppi",
)


def months_do_not_add_up(page: Page) -> Iterator[Finding]:
    """Find months, quarters or halves whose sum is not the longer period that they make up."""
    series: dict[tuple[Name, str | None, str | None], dict[tuple[date, date], Statistic]] = defaultdict(dict)
    for key, figure in page.best.items():
        if key.start and key.end and _is_flow(key):
            series[key.name, key.region, key.unit][key.start, key.end] = figure
    for figures in series.values():
        for span, whole in figures.items():
            pieces = _tiles(span[0], span[1], {other: f for other, f in figures.items() if other != span})
            if pieces:
                yield from _judged(whole, pieces)


CHECKS = (months_do_not_add_up,)


def _tiles(start: date, end: date, pieces: dict[tuple[date, date], Statistic]) -> list[Statistic]:
    """Find figures whose periods follow each other without a gap from start to end; the longest pieces first."""
    found_so_far: list[Statistic] = []
    at = start
    while at <= end and len(found_so_far) < MOST:
        step = max((span for span in pieces if span[0] == at and span[1] <= end), default=None)
        if step is None:
            return []
        found_so_far.append(pieces[step])
        at = step[1] + timedelta(days=1)
    return found_so_far if at == end + timedelta(days=1) else []


def _judged(whole: Statistic, pieces: Sequence[Statistic]) -> Iterator[Finding]:
    added = total(map(of_value, pieces))
    if added.widened(REVISED).meets(with_truncation(whole)) or total(map(with_truncation, pieces)).meets(
        of_value(whole)
    ):
        return
    targets: list[tuple[Statistic, Interval]] = [(whole, added)]
    targets += [(piece, of_value(whole) - total(of_value(p) for p in pieces if p is not piece)) for piece in pieces]
    repairs = [(figure, value) for figure, target in targets if (value := one_slip(figure, target)) is not None]
    if not repairs and added.gap(of_value(whole)) > SUSPECT:
        return
    suspect, value = repairs[0] if len(repairs) == 1 else (whole, None)
    yield found(
        suspect,
        "months_do_not_add_up",
        {
            "sum": say.added(pieces),
            "result": say.between(added, whole.unit),
            "printed": say.value(whole),
            "when": say.when(whole),
        },
        severity="error" if added.gap(of_value(whole)) > 0.01 else "tension",
        verdict="wrong" if added.gap(of_value(whole)) > 0.01 else "cannot_tell",
        expected=say.between(added, whole.unit) if value is None else say.amount(value, whole.unit, 6),
        others=[whole, *pieces],
    )


def _is_flow(key: Key) -> bool:
    return not any(word in key.name.base for word in _STOCKS) and key.start != key.end

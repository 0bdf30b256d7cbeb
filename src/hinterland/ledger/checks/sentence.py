"""Lists within one sentence, and values that are hard to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, found
from hinterland.ledger.checks.rates import rate
from hinterland.ledger.checks.repairs import one_slip
from hinterland.ledger.intervals import of_value, total, with_truncation
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Finding, Statistic

_ALL_OF = re.compile(r"(?i)\b(?:compris\w{1,3}|made up of|consist\w{0,3} of|composed of|split into|namely)\b")
_COMBINED = re.compile(r"(?i)\b(?:combined|total\w{0,3}|sum)\b[^:]{0,120}:")
_SOME_OF = re.compile(r"(?i)\b(?:including|of which|among (?:them|which))\b")
_SUMS_UP = re.compile(r"(?i)\b(?:bring|brought|taking|took)\w{0,3} (?:the |its |their )?(?:[a-z]{3,12} )?total\b")
_OVERLAP = re.compile(
    r"(?i)labou?r[- ]intensive|high[- ]tech|mechanical|Belt and Road|RCEP|BRICS"
)  # groups that share members
_LIST_LEAST = 2


def listed_parts_do_not_add_up(page: Page) -> Iterator[Finding]:
    """Find lists that claim to be all of a total and are not, or are more than it."""
    for figures in _by_sentence(page):
        for pattern, is_all in ((_ALL_OF, True), (_COMBINED, True), (_SOME_OF, False)):
            cue = pattern.search(figures[0].sentence)
            if cue is None or (not is_all and _OVERLAP.search(figures[0].sentence)):
                continue
            yield from _judged_list(figures, cue, is_all)
            break


def unit_value_is_implausible(page: Page) -> Iterator[Finding]:
    """Find counts and values in one sentence that make a single item absurdly cheap or dear."""
    for figures in _by_sentence(page):
        for known in table("plausible.toml")["unit_value"]:
            count = next((f for f in figures if _counts(f, known["words"])), None)
            worth = next((f for f in figures if _is_worth(f, known["worth"])), None)
            if count and count.value and worth:
                yield from _judged_unit_value(page, count, worth, known)


CHECKS = (listed_parts_do_not_add_up, unit_value_is_implausible)


def _by_sentence(page: Page) -> Iterator[list[Statistic]]:
    """Group levels with a unit by sentence, in the order of the text."""
    groups: dict[str, list[Statistic]] = {}
    for figure in page.statistics:
        if figure.value is not None and figure.unit not in (None, "share", "pp"):
            groups.setdefault(figure.sentence, []).append(figure)
    for figures in groups.values():
        if len(figures) > 1:
            yield sorted(figures, key=lambda figure: figure.span)


def _judged_list(figures: list[Statistic], cue: re.Match[str], is_all: bool) -> Iterator[Finding]:
    places = [(_place(figure), figure) for figure in figures]
    before = [figure for place, figure in places if 0 <= place < cue.end()]
    ended = _SUMS_UP.search(figures[0].sentence, cue.end())  # "…, bringing the total number of routes to 317"
    stop = ended.start() if ended else len(figures[0].sentence)
    after = [figure for place, figure in places if cue.end() <= place < stop]
    if not before or not (is_all or after):
        return
    whole = before[-1]
    parts = [figure for figure in after if figure.unit == whole.unit]
    if len(parts) < _LIST_LEAST or _reaches_another_total(parts, whole):
        return
    added = total(map(of_value, parts))
    misses = not added.meets(with_truncation(whole)) if is_all else added.low > with_truncation(whole).high
    if not misses:
        return
    repairs = [
        (part, value)
        for part in parts
        if (value := one_slip(part, of_value(whole) - (added - of_value(part)))) is not None
    ]
    suspect, value = repairs[0] if len(repairs) == 1 else (whole, None)
    yield found(
        suspect,
        "listed_parts_do_not_add_up",
        {
            "parts": say.added(parts),
            "sum": say.between(added, whole.unit),
            "whole": say.value(whole),
        },
        severity="error" if value is not None else "tension",
        verdict="wrong" if value is not None else "cannot_tell",
        expected=None if value is None else say.amount(value, whole.unit, 6),
        others=[whole, *parts],
    )


def _judged_unit_value(page: Page, count: Statistic, worth: Statistic, known: dict[str, Any]) -> Iterator[Finding]:
    assert count.value is not None and worth.value is not None
    dollars = _in_dollars(page, worth)
    if dollars is None or known["low"] <= dollars / count.value <= known["high"]:
        return
    each = say.amount(worth.value / count.value, worth.unit)
    dear = say.amount(dollars / count.value, "USD", 3)
    in_dollars = "" if worth.unit == "USD" else say.phrase("in_dollars", value=dear)
    yield found(
        worth,
        "unit_value_is_implausible",
        {
            "worth": say.value(worth),
            "count": say.amount(count.value),
            "each": each,
            "thing": say.either(known["thing"], known["thing_zh"]),
            "in_dollars": in_dollars,
            "reason": say.either(known["reason"], known["reason_zh"]),
        },
        verdict="cannot_tell",
        severity="tension",
        others=[count],
    )


def _reaches_another_total(parts: list[Statistic], whole: Statistic) -> bool:
    """Tell a list from a comparison: the parts of a list are of other things, not of one thing in other years."""
    return len({part.indicator for part in parts} | {part.region for part in parts}) < 2


def _place(figure: Statistic) -> int:
    return figure.sentence.find(figure.printed)


def _counts(figure: Statistic, words: str) -> bool:
    after = figure.sentence[max(0, _place(figure)) :]
    return figure.unit in ("count", "trips", "TEU", "persons") and bool(
        re.match(rf"(?i)[\d.,]+\s(?:million\s|billion\s)?(?:[\w-]{{1,20}}\s)?(?:{words})\b", after)
    )


def _is_worth(figure: Statistic, worth: str) -> bool:
    before = figure.sentence[: max(0, _place(figure))]
    return figure.value is not None and bool(re.search(rf"(?i)(?:{worth})\s(?:[\w-]{{1,12}}\s){{0,3}}[$£€¥]?$", before))


def _in_dollars(page: Page, figure: Statistic) -> float | None:
    if figure.unit == "USD":
        return figure.value
    day = page.document.published or figure.period_end
    known = rate(str(figure.unit), "USD", day) if day else None
    return figure.value / known if known and figure.value else None

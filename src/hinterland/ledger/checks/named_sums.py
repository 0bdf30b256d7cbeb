"""Totals that a text strikes itself, and parts that make their whole at another power of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import NO_SUM, Amount, Read
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.checks.repairs import POWERS
from hinterland.ledger.intervals import Interval, total
from hinterland.ledger.records import Finding

NEAR = 0.25  # a total further off than this has parts that are not named
EXACT = 0.002  # how near a sum must come to its whole, a power of ten apart, to be no chance
LEAST = 2
_TOTAL = re.compile(
    r"(?i)\b(?:combined(?: total)?|altogether|together|in all|in total|totall?ing|for a total of|"
    r"to a total of|add(?:s|ed)? up to|"
    r"sum of|insgesamt|zusammen)\b|合计|共计|总计"
)
_TAIL = re.compile(r"(?i)^\s?(?:[\w-]+\s){0,3}?(?:in all|in total|altogether|combined|together|insgesamt)\b")
_MORE = re.compile(
    r"(?i)\b(?:including|among|other|others|rest|such as|mainly|since|cumulative)\b|其中|累计|等|以来|darunter"
)


def named_sum_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find a total that a sentence strikes of the figures just named, and that is not their sum."""
    for sentence in page.read:
        for whole in sentence.amounts:
            kind = _kind(sentence, whole)
            if kind in NO_SUM or not _is_total(sentence, whole) or _MORE.search(sentence.text):
                continue
            parts = [a for a in sentence.amounts if _kind(sentence, a) == kind and a.end <= whole.start]
            if len(parts) < LEAST or max(part.low for part in parts) >= whole.high:
                continue
            added = total(part.interval for part in parts)
            if added.meets(whole.interval) or added.gap(whole.interval) > NEAR or _holds_in_part(parts, whole):
                continue
            yield _finding(page, "named_sum_does_not_fit", whole, parts, added)


def parts_make_another_power_of_ten(page: Page) -> Iterator[Finding]:
    """Find a whole whose parts, in the sentence after it, add up to it but for a power of ten."""
    before: Read | None = None
    for sentence in page.read:
        for whole in before.amounts if before else ():
            parts = [a for a in sentence.amounts if a.unit == whole.unit]
            if len(parts) < LEAST or whole.unit in NO_SUM or not whole.value:
                continue
            added = total(part.interval for part in parts)
            exact = abs(added.width / added.middle) < EXACT if added.middle else False
            if exact and _power(added, whole) is not None and not _holds(before, sentence, parts, whole):
                yield _finding(page, "parts_make_another_power_of_ten", whole, parts, added)
        before = sentence


CHECKS = (named_sum_does_not_fit, parts_make_another_power_of_ten)


def _kind(sentence: Read, amount: Amount) -> str | None:
    """Give what an amount is of: its unit, or the noun after a bare number."""
    if amount.unit is not None:
        return amount.unit
    noun = re.match(r"\s([^\W\d]{4,30})\b", sentence.after(amount))
    return noun[1].lower() if noun else None


def _is_total(sentence: Read, whole: Amount) -> bool:
    lead = sentence.before(whole)
    return bool((_TOTAL.search(lead) and len(lead) < 80) or _TAIL.match(sentence.after(whole)))


def _holds_in_part(parts: Sequence[Amount], whole: Amount) -> bool:
    """Tell whether the last parts alone make the total, the first being of something else."""
    return any(total(p.interval for p in parts[k:]).meets(whole.interval) for k in range(1, len(parts) - 1))


def _power(added: Interval, whole: Amount) -> int | None:
    ratios = {power: added.middle / (whole.value * 10.0**power) for power in POWERS}
    return next((power for power, ratio in ratios.items() if abs(ratio - 1) < EXACT), None)


def _holds(before: Read | None, sentence: Read, parts: Sequence[Amount], whole: Amount) -> bool:
    """Tell whether another figure of the two sentences is that sum as printed."""
    added = total(part.interval for part in parts)
    others = [a for read in (before, sentence) if read for a in read.amounts if a is not whole and a not in parts]
    return any(a.unit == whole.unit and added.meets(a.interval) for a in others)


def _finding(page: Page, code: str, whole: Amount, parts: Sequence[Amount], added: Interval) -> Finding:
    return on_text(
        page,
        (whole.start, whole.end),
        code,
        {
            "sum": say.joined_sum(say.amount(part.value, part.unit, 6) for part in parts),
            "result": say.between(added, whole.unit),
            "printed": say.amount(whole.value, whole.unit, 6),
        },
        expected=say.between(added, whole.unit),
    )

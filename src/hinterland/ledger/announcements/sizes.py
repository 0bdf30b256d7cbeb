"""Sizes as announcements print them: "by 5 percent", "from 13 percent to 16 percent", "up to 600 firms"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hinterland.ledger.records import Measure

_ABOUT = r"(?:about |over |more than |nearly |up to |at least )?"
_N = r"\d{1,6}+(?:,\d{3}){0,5}+(?:\.\d{1,4}+)?+"
_RATE = r"(?:percentage points?|pp\b|%|per ?cent(?!age)|pct\b|pc\b)"
_SIZE = re.compile(rf"from {_N} ?{_RATE}? to {_N} ?{_RATE}|(?:(?:by|to) )?{_ABOUT}{_N}[ -]?{_RATE}(?: points?)?")
_COUNTED = (
    "billion|million|trillion|thousand|crore|lakh|bn|mn|tn|m|GW|MW|kW|km|kilometers|kilometres|kilowatts?|yuan|dollars?|euros?|pounds?"
    "|rupees?|won|dong|tons?|tonnes?|hectares|acres|days?|months|trains|projects|companies|enterprises|firms|provincial"
    "|workers|scientists|parks|units|items|products|warehouses|berths|routes|countries|clusters|TEUs?"
)
_CURRENCY = (
    r"(?:[A-Z]{1,3}\$|[$£€¥₹]|Rs\.?|USD|EUR|GBP|JPY|CNY|RMB|KRW|INR|PKR|VND|BRL|TRY|NGN|KES|ZAR|IDR|BDT|MXN|PHP|THB|MYR"
    r"|SGD|AUD|CAD|CHF|AED|SAR|RUB|UAH|PLN|SEK|NOK|DKK) ?"
)
_EACH = r"(?: (?:per|a) [a-z]{3,12}\b)?"
_COUNT = re.compile(
    rf"{_ABOUT}(?:{_CURRENCY})?\d[\d,.]{{0,20}}(?<![.,])"
    rf"(?:(?:bn|mn|tn|m|B|million|billion)\b|(?:[- ](?:{_COUNTED})\b)+){_EACH}"
    rf"|{_ABOUT}{_CURRENCY}\d[\d,.]{{0,20}}(?<![.,]){_EACH}"
)
_NUMBER_OF = re.compile(
    r"(?<![\w$£€¥₹.,-])(?!(?:19|20)\d\d\b)"
    r"(?:\d{1,3}(?:,\d{3})?(?![\d.%])|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of)"
    r"(?: (?!of |in |by |to |and |for )[\w-]{1,20},?){1,5}\Z"
)
_LINK = re.compile(r" (?:to|for|of|on|in|from|with|between)\Z")  # "routes to": a phrase that wants a complement

_ALWAYS_RATES = ("tariff", "export_rebate")  # set by policy, whether yet or not: no share and no growth of anything
_IN_POINTS = ("credit", "import_support")  # "an interest subsidy of 2 percentage points"
_RATED = re.compile(rf"{_RATE}|百分点|\d[个家座条]")
_MOVES = re.compile(
    r"(?:by|from) |\d{1,9}+(?:\.\d{1,4}+)?+(?:个百分点|[个家座条])"
)  # "a share of 53 percent" states one
_FAR = 300  # characters that a size stands behind its act at most


def policy_sizes(measures: Sequence[Measure], text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of sizes that belong to an act of policy, and are no statistics.

    So are the rates of tariffs and rebates, and by how much anything is to be moved. What is planned to stand ("300
    million kW of wind power") is told as a figure by those who count such figures; it stays one.
    """
    for measure in measures:
        size = measure.quantity
        if size is None or not _RATED.search(size):
            continue
        rate = measure.instrument in _ALWAYS_RATES or (measure.instrument in _IN_POINTS and "point" in size)
        if rate or (measure.status != "done" and _MOVES.match(size)):
            start = text.find(size, measure.span[0], measure.span[1] + _FAR)
            if start >= 0 and not _parted(text[measure.span[1] : start], measure.status == "done"):
                yield start, start + len(size)


def _parted(between: str, done: bool) -> bool:
    """Tell a size of another clause: "tariffs were reduced, and imports rose by 5 percent"."""
    return "," in between or ";" in between or (done and " and " in between)


def printed_size(sentence: str, start: int, end: int) -> str | None:
    """Give the size that stands in a measure's own part of a sentence, rates first; None where there is none."""
    part = sentence[start:end]
    found = _SIZE.search(part) or _COUNT.search(part)
    return found[0].strip() if found else None


def number_of(sentence: str, start: int, end: int) -> str | None:
    """Give how many there are of an object that ends at `end`: "46 new pilot zones"; None where no number tells."""
    found = _NUMBER_OF.search(sentence, start, end)
    return _LINK.sub("", found[0]) if found else None


def counts_things(size: str) -> bool:
    """Tell a number of things ("46 new pilot zones") from a sum or a rate."""
    return _NUMBER_OF.fullmatch(size) is not None and not (_SIZE.search(size) or _COUNT.search(size))

"""Surplus and deficit: which of the two exports and imports make, and how large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Key, Name, Page, found, on_text
from hinterland.ledger.intervals import of_value
from hinterland.ledger.records import Finding, Statistic

_SURPLUS = re.compile(r"(?i)surplus|顺差|überschuss")
_DEFICIT = re.compile(r"(?i)deficit|逆差|defizit|shortfall")
_FLOWS = {  # the balance first: "trade surplus" may follow "exports" in one stretch of words
    "balance": re.compile(r"(?i)surplus|deficit|balance|顺差|逆差|überschuss|defizit"),
    "exports": re.compile(r"(?i)\bexport|出口|ausfuhr|ausgeführt"),
    "imports": re.compile(r"(?i)\bimport|进口|einfuhr|eingeführt"),
}
_ORDER = ("exports", "imports", "balance")
NEAR = 40  # characters around the figure in which the word stands


def balance_is_called_by_the_other_name(page: Page) -> Iterator[Finding]:
    """Find a surplus where imports are the larger, or a deficit where exports are."""
    for key, balance in page.best.items():
        if key.name.base != "trade_balance":
            continue
        exports, imports = (_flow(page, key, base) for base in ("exports", "imports"))
        said = _word(page, balance.span)
        if exports is None or imports is None or said is None:
            continue
        difference = of_value(exports) - of_value(imports)
        if not (difference.meets(of_value(balance)) or (-difference).meets(of_value(balance))):
            continue  # of other flows
        if (said == "surplus" and difference.high < 0) or (said == "deficit" and difference.low > 0):
            yield found(
                balance,
                "balance_is_called_by_the_other_name",
                {
                    "sum": say.added([exports, imports], [1, -1]),
                    "result": say.between(difference, balance.unit),
                    "word": say.phrase(f"a_{said}"),
                },
                expected=say.phrase("a_deficit" if said == "surplus" else "a_surplus"),
                others=[exports, imports],
            )


def balance_of_the_sentence_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find a surplus or deficit that is not the difference of the exports and imports of its sentence."""
    for sentence in page.read:
        money = [a for a in sentence.amounts if a.money]
        if len(money) != len(_ORDER) or len({a.unit for a in money}) > 1:
            continue
        named = {next((what for what, cue in _FLOWS.items() if cue.search(sentence.before(a))), None): a for a in money}
        if set(named) != set(_ORDER):
            continue
        exports, imports, balance = (named[what] for what in _ORDER)
        difference = exports.interval - imports.interval
        size = difference if difference.middle > 0 else -difference
        if not size.meets(balance.interval):
            yield on_text(
                page,
                (balance.start, balance.end),
                "balance_of_the_sentence_does_not_fit",
                {
                    "one": say.amount(exports.value, exports.unit, 6),
                    "other": say.amount(imports.value, imports.unit, 6),
                    "result": say.between(difference, exports.unit),
                    "printed": say.amount(balance.value, balance.unit, 6),
                },
                expected=say.between(size, exports.unit),
            )


CHECKS = (balance_is_called_by_the_other_name,)
TEXT_CHECKS = (balance_of_the_sentence_does_not_fit,)


def _flow(page: Page, key: Key, base: str) -> Statistic | None:
    """Find the flow with the balance's own key, or else the only one of its period and unit."""
    exact = page.best.get(replace(key, name=Name(base, key.name.brackets)))
    same = [f for k, f in page.best.items() if k.name.base == base and (k.start, k.end, k.unit) == _when(key)]
    return exact or (same[0] if len(same) == 1 else None)


def _when(key: Key) -> tuple[date | None, date | None, str | None]:
    return key.start, key.end, key.unit


def _word(page: Page, span: tuple[int, int]) -> str | None:
    """Tell which of the two words stands nearest to a figure, before it in its clause or directly after."""
    text = page.document.text
    before, after = text[max(0, span[0] - NEAR) : span[0]], text[span[1] : span[1] + NEAR // 2]
    places = [
        *((len(before) - m.end(), "surplus") for m in _SURPLUS.finditer(before)),
        *((len(before) - m.end(), "deficit") for m in _DEFICIT.finditer(before)),
        *((m.start(), "surplus") for m in _SURPLUS.finditer(after)),
        *((m.start(), "deficit") for m in _DEFICIT.finditer(after)),
    ]
    return min(places)[1] if places else None

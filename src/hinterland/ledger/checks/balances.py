"""Surplus and deficit: which of the two exports and imports make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Name, Page, found
from hinterland.ledger.intervals import of_value
from hinterland.ledger.records import Finding

_SURPLUS = re.compile(r"(?i)surplus|顺差|überschuss")
_DEFICIT = re.compile(r"(?i)deficit|逆差|defizit|shortfall")
NEAR = 40  # characters around the figure in which the word stands


def balance_is_called_by_the_other_name(page: Page) -> Iterator[Finding]:
    """Find a surplus where imports are the larger, or a deficit where exports are."""
    for key, balance in page.best.items():
        if key.name.base != "trade_balance":
            continue
        flows = [page.best.get(replace(key, name=Name(base, key.name.brackets))) for base in ("exports", "imports")]
        exports, imports = flows
        said = _word(page, balance.span)
        if exports is None or imports is None or said is None:
            continue
        difference = of_value(exports) - of_value(imports)
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


CHECKS = (balance_is_called_by_the_other_name,)


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

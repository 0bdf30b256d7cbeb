"""The growth of a whole against the growth of all its parts: it lies between the slowest and the fastest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hinterland.ledger.checks import say
from hinterland.ledger.checks.growth import RATE_SLACK, growing
from hinterland.ledger.checks.pages import Name, Page, found
from hinterland.ledger.checks.sums import IDENTITIES
from hinterland.ledger.intervals import Interval, of_growth
from hinterland.ledger.records import Finding, Statistic

SIGNED = -1  # a part that is taken off: a balance may grow by anything


def total_growth_is_outside_its_parts(page: Page) -> Iterator[Finding]:
    """Find a total's growth that is faster or slower than every part's, where no levels can weigh them."""
    rates = growing(page)
    for identity in IDENTITIES:
        if any(sign == SIGNED for _, sign in identity.parts):
            continue
        for key, whole in rates.items():
            if key.name.base != identity.whole:
                continue
            parts = [rates.get(replace(key, name=Name(base, key.name.brackets))) for base, _ in identity.parts]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts) or (identity.whole == "trade_total" and all(part.value for part in known)):
                continue
            ends = [of_growth(rate) for part in known for rate in _rates(page, part)]
            span = Interval(min(end.low for end in ends) - RATE_SLACK, max(end.high for end in ends) + RATE_SLACK)
            if not span.meets(of_growth(whole)):
                yield found(
                    whole,
                    "total_growth_is_outside_its_parts",
                    {
                        "printed": say.growth(whole),
                        "parts": say.listed(say.growth(part) for part in known),
                        "span": say.rates(span),
                    },
                    expected=say.rates(span),
                    others=known,
                )


def _rates(page: Page, part: Statistic) -> list[Statistic]:
    """List the growth rates that the text prints for a part, of these months or of others: it may mean any of them."""
    same = (part.indicator, part.region)
    return [f for f in page.statistics if (f.indicator, f.region) == same and f.growth is not None]


CHECKS = (total_growth_is_outside_its_parts,)

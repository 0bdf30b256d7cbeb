"""Conversions in brackets against the reference rate of the publication day.

Measured on brackets of regional news: the median gap to the ECB rate is 0.18 %, the ninth decile 1.6 %. Newsrooms
convert at the rate of the day they publish, even for values of years before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import Any

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.checks.rates import MAJOR, last_day, rate, spread
from hinterland.ledger.checks.repairs import power_of_ten
from hinterland.ledger.intervals import Interval, as_printed, exact, of_digits
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Finding, Statistic
from hinterland.ledger.wording import Part, Said

SILENT = 0.015  # the ninth decile of honest brackets lies at 1.6 %: conversion on another day of the month, rounding
NOTE = 0.03  # up to here a rate some months old explains the gap; beyond it, something is wrong
SLIP = 0.1  # a stale rate or a coarse rounding may come on top of a power of ten: nothing else is a factor of ten off
OTHER_CURRENCY = 0.005  # with a handful of currencies to try, a looser fit would be found by chance
OWN_RATE = 0.005  # brackets of one text share one rate: half a per cent from their median stands out
OWN_BRACKETS = 3  # other brackets needed before a text has "its own rate"
FIRST_RATE = date(1999, 1, 4)  # a text without any date: only a power of ten, or no rate of these years, tells
WIDE = 0.2  # width, relative to its middle, of a range of rates that is no rate
STALE = timedelta(days=800)  # an undated text appeared at most so long after the last period it reports began
_BRACKET = re.compile(r"\s?[(（][^()（）\n]{1,80}[)）]")
ROUND_ZEROS = 0.03  # "180 billion" may mean two digits: room that trailing zeros leave


def bracket_is_off_by_a_power_of_ten(page: Page) -> Iterator[Finding]:
    """Find brackets that fit the market rate once a scale word or decimal point is mended."""
    for figure, implied, market in _gaps(page):
        power = power_of_ten(implied, market, NOTE if _is_guessed(figure) else SLIP)
        if implied.gap(market) <= NOTE or power is None or _is_exactly_another(page, figure, implied, market):
            continue
        assert figure.paired_value is not None
        mended = figure.paired_value * 10.0**-power
        yield on_text(
            page,
            _with_bracket(page, figure),
            "bracket_is_off_by_a_power_of_ten",
            {
                "quotient": _quotient(figure),
                "rate": f"{implied.middle:.5g}",
                "unit": say.unit(figure.unit),
                "paired": say.unit(figure.paired_unit),
                "market": _market(page, market),
                "factor": say.factor(power),
            },
            expected=say.amount(mended, figure.paired_unit, 5),
        )


def bracket_is_in_another_currency(page: Page) -> Iterator[Finding]:
    """Find brackets that fit once they are read in another currency."""
    for figure, implied, market in _misfits(page):
        fitting = _currencies_that_fit(page, figure, implied)
        if len(fitting) == 1:
            yield on_text(
                page,
                _with_bracket(page, figure),
                "bracket_is_in_another_currency",
                {
                    "quotient": _quotient(figure),
                    "rate": f"{implied.middle:.5g}",
                    "market": _market(page, market),
                    "unit": say.unit(figure.unit),
                    "currency": say.unit(fitting[0]),
                    "tolerance": f"{OTHER_CURRENCY:.1%}",
                },
                expected=say.amount(figure.paired_value or 0, fitting[0], 5),
            )


def bracket_does_not_convert(page: Page) -> Iterator[Finding]:
    """Find brackets away from the market rate that neither a power of ten nor another currency explains."""
    outliers = _outliers(page)
    for figure, implied, market in _gaps(page):
        gap = implied.gap(market)
        if market.width > WIDE * market.middle or (gap <= NOTE and figure in outliers):
            continue  # no rate to tell it by, or said already, with better evidence
        if (
            gap <= SILENT
            or (gap > NOTE and _is_guessed(figure))
            or (gap > NOTE and power_of_ten(implied, market, SLIP) is not None)
        ):
            continue
        if gap > NOTE and len(_currencies_that_fit(page, figure, implied)) == 1:
            continue
        verdict, severity, reason = _weighed(page, figure, implied, market, gap)
        yield on_text(
            page,
            _with_bracket(page, figure),
            "bracket_does_not_convert",
            {
                "quotient": _quotient(figure),
                "rate": f"{implied.middle:.5g}",
                "unit": say.unit(figure.unit),
                "paired": say.unit(figure.paired_unit),
                "market": _market(page, market),
                "gap": f"{gap:.1%}",
                "reason": reason,
            },
            verdict=verdict,
            severity=severity,
            expected=None if verdict == "explained" else _converted(figure, market),
        )


def bracket_leaves_the_documents_own_rate(page: Page) -> Iterator[Finding]:
    """Find a bracket whose implied rate leaves the one that the text's other brackets share."""
    for figure, (own, others) in _outliers(page).items():
        assert figure.value is not None
        yield on_text(
            page,
            _with_bracket(page, figure),
            "bracket_leaves_the_documents_own_rate",
            {
                "quotient": _quotient(figure),
                "rate": f"{_implied(figure).middle:.4g}",
                "unit": say.unit(figure.unit),
                "paired": say.unit(figure.paired_unit),
                "count": len(others),
                "own": f"{own:.4g}",
            },
            expected=say.amount(figure.value / own, figure.paired_unit, 4),
            others=others,
        )


CHECKS = (
    bracket_is_off_by_a_power_of_ten,
    bracket_is_in_another_currency,
    bracket_leaves_the_documents_own_rate,
    bracket_does_not_convert,
)


def _with_bracket(page: Page, figure: Statistic) -> tuple[int, int]:
    """Give the stretch from an amount to the end of its bracket; the amount alone where other words part them."""
    bracket = _BRACKET.match(page.document.text, figure.span[1])
    return figure.span[0], bracket.end() if bracket else figure.span[1]


def _outliers(page: Page) -> dict[Statistic, tuple[float, list[Statistic]]]:
    """Map brackets that leave the text's own rate to that rate and the brackets that share it."""
    pairs = [figure for figure in page.statistics if _is_pair(figure)]
    outliers = {}
    for figure in pairs:
        same = [other for other in pairs if other is not figure and _pair_units(other) == _pair_units(figure)]
        if len(same) < OWN_BRACKETS:
            continue
        own = median(_implied(other).middle for other in same)
        agreeing = all(_implied(other).gap(exact(own)) <= OWN_RATE for other in same)
        far = _implied(figure).gap(exact(own)) > OWN_RATE
        if agreeing and far and power_of_ten(_implied(figure), exact(own), SLIP) is None:
            outliers[figure] = (own, same)
    return outliers


def _is_pair(figure: Statistic) -> bool:
    return bool(
        figure.value
        and figure.paired_value
        and figure.unit
        and figure.paired_unit
        and figure.unit != figure.paired_unit
    )


def _pair_units(figure: Statistic) -> tuple[str | None, str | None]:
    return figure.unit, figure.paired_unit


def _implied(figure: Statistic) -> Interval:
    """Divide value by bracket as printed: "about" before both says nothing of the rate between them."""
    return as_printed(figure) / _paired(figure)


def _paired(figure: Statistic) -> Interval:
    assert figure.paired_value is not None
    return of_digits(figure.paired_value, figure.sentence[max(0, figure.sentence.find(figure.printed)) :])


def _gaps(page: Page) -> Iterator[tuple[Statistic, Interval, Interval]]:
    """Pair each bracket's implied rate with the market's; of several currencies of one name, with the one that fits."""
    for figure in page.statistics:
        if not _is_pair(figure) or _is_unknown(page, figure):
            continue
        implied = _implied(figure)
        read = [
            (known, market) for known in (figure, *_namesake_figures(figure)) if (market := _market_of(page, known))
        ]
        fitting = [pair for pair in read if power_of_ten(implied, pair[1], NOTE) is not None]
        if read and not any(implied.gap(market) <= NOTE for _, market in read[1:]):
            known, market = (fitting or read)[0]
            yield known, implied, market


def _market_of(page: Page, figure: Statistic) -> Interval | None:
    """Give the rate for a bracket; one without a period of its own, in an undated text, may be of any year."""
    unit, other = str(figure.unit), str(figure.paired_unit)
    if page.document.published is None and figure.period_start is None and _own_rate(page, unit, other) is None:
        return spread(unit, other, FIRST_RATE, last_day())
    return _market_rate(page, unit, other)


def _misfits(page: Page) -> Iterator[tuple[Statistic, Interval, Interval]]:
    for figure, implied, market in _gaps(page):
        slipped = power_of_ten(implied, market, SLIP) is not None
        if implied.gap(market) > NOTE and (not slipped or _is_exactly_another(page, figure, implied, market)):
            yield figure, implied, market


def _is_exactly_another(page: Page, figure: Statistic, implied: Interval, market: Interval) -> bool:
    """Tell whether another currency fits well where a power of ten fits only loosely."""
    loose = power_of_ten(implied, market, NOTE) is None
    return loose and len(_currencies_that_fit(page, figure, implied)) == 1


def _namesakes(figure: Statistic) -> list[dict[str, Any]]:
    """List what is known of the currency words of a bracket that several countries share."""
    codes = (figure.unit, figure.paired_unit)
    return [row for row in table("currencies.toml")["shared"] if row["read"] in codes]


def _is_guessed(figure: Statistic) -> bool:
    """Tell whether a bracket's currency word belongs to several countries alike, so that one of them is a guess."""
    return any(row["guess"] for row in _namesakes(figure))


def _namesake_figures(figure: Statistic) -> list[Statistic]:
    """Read a bracket in the other currencies that share a word of it."""
    others = []
    for row in _namesakes(figure):
        for other in row["others"]:
            one, two = (other if code == row["read"] else code for code in (figure.unit, figure.paired_unit))
            others.append(replace(figure, unit=one, paired_unit=two))
    return others


def _is_unknown(page: Page, figure: Statistic) -> bool:
    """Tell whether the text is of a country whose money has the name of another's, and no reference rate."""
    return any(re.search(row["unknown"], page.document.text) for row in _namesakes(figure))


def _market_rate(page: Page, unit: str, other: str) -> Interval | None:
    """Give the rate of the publication day, or the range it had in the days when an undated text can have appeared."""
    day = page.document.published
    if day is not None:
        known = rate(unit, other, day)
        return None if known is None else exact(known)
    own = _own_rate(page, unit, other)
    if own is not None:
        return own
    starts = [figure.period_start for figure in page.statistics if figure.period_start]
    known_starts = [start for start in starts if start < last_day()]
    if not known_starts:
        return spread(unit, other, FIRST_RATE, last_day())
    return spread(unit, other, max(known_starts), min(max(known_starts) + STALE, last_day()))


def _own_rate(page: Page, unit: str, other: str) -> Interval | None:
    """Give the rate that most brackets of an undated text share, if three or more do."""
    pairs = [f for f in page.statistics if _is_pair(f) and _pair_units(f) == (unit, other)]
    if len(pairs) <= OWN_BRACKETS - 1:
        return None
    own = median(_implied(pair).middle for pair in pairs)
    agreeing = [pair for pair in pairs if _implied(pair).gap(exact(own)) <= OWN_RATE]
    return exact(own) if len(agreeing) >= OWN_BRACKETS - 1 and 2 * len(agreeing) > len(pairs) else None


def _currencies_that_fit(page: Page, figure: Statistic, implied: Interval) -> list[str]:
    others = [code for code in MAJOR if code not in (figure.unit, figure.paired_unit)]
    rates = {code: _market_rate(page, str(figure.unit), code) for code in others}
    return [
        code
        for code, market in rates.items()
        if market and implied.gap(market) <= OTHER_CURRENCY and market.width < SLIP * market.middle
    ]


def _weighed(page: Page, figure: Statistic, implied: Interval, market: Interval, gap: float) -> tuple[str, str, Said]:
    """Choose verdict and severity for a gap, and say why."""
    day, start = page.document.published or market_day(page), figure.period_start
    before = spread(str(figure.unit), str(figure.paired_unit), start, day) if start and day and start < day else None
    if before is not None and start and day and implied.meets(before):
        if gap <= NOTE:
            return "explained", "note", say.phrase("rate_was_there", start=start, day=day)
        return "cannot_tell", "tension", say.phrase("rate_was_there_but", start=start, day=day)
    if gap <= NOTE:
        return "cannot_tell", "note", say.phrase("older_rate", note=f"{NOTE:.0%}")
    if _rounded_zeros(figure) and implied.widened(ROUND_ZEROS).meets(market):
        return "rounding", "tension", say.phrase("zeros_rounded")
    return "wrong", "tension" if gap < 0.1 else "error", ""


def market_day(page: Page) -> date | None:
    """Give the last day that an undated text reports on."""
    return max((figure.period_end for figure in page.statistics if figure.period_end), default=None)


def _rounded_zeros(figure: Statistic) -> bool:
    return any(
        value and f"{value:.0f}".rstrip("0") and len(f"{value:.0f}".rstrip("0")) <= 2
        for value in (figure.value, figure.paired_value)
    )


def _quotient(figure: Statistic) -> Part:
    first = say.amount(figure.value or 0, figure.unit, 5)
    second = say.amount(figure.paired_value or 0, figure.paired_unit, 5)
    return say.phrase("quotient", first=first, second=second)


def _market(page: Page, market: Interval) -> Part:
    day = page.document.published
    if day is not None:
        return say.phrase("market_on_day", day=day, rate=f"{market.middle:.4g}")
    return say.phrase("market_between", low=f"{market.low:.4g}", high=f"{market.high:.4g}")


def _converted(figure: Statistic, market: Interval) -> Part:
    assert figure.value is not None
    return say.phrase("about", value=say.amount(figure.value / market.middle, figure.paired_unit, 4))

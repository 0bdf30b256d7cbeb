"""Percentages of one sentence against the percentage points, and the shares, that it makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import Amount, Read
from hinterland.ledger.checks.lists import OF_THIS
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.checks.repairs import slip_of
from hinterland.ledger.intervals import Interval, exact
from hinterland.ledger.records import Finding, Statistic

SLACK = 0.051  # points: a difference is often struck before the two are rounded
SHARE_SLACK = 0.001
OTHER_WHOLE = 0.2  # a quotient further off than this is of another whole, unless a power of ten brings it back

_FROM = re.compile(r"(?i)(?:\bfrom\s(?:about )?|[由从](?:上年|去年)?(?:同期)?的?|\bvon\s)[^\d,.;,。;]{0,14}$")
_TO = re.compile(r"(?i)^[^.;。;\d]{0,50}?(?:\bto\s|到|至|为|\bauf\s)[^\d.;。;]{0,12}$")
_BESIDE = re.compile(
    r"(?i)^(?:[^.;。;\d]{0,40}?[,,]\s?(?:or |which (?:is|was) |that (?:is|was) )?(?:up|down|an? \w+ of|by|提高|"
    r"下降|上升|回落|增加|降低)?\s?(?:by )?(?:about )?"
    r"|[^.;。;\d]{0,30}(?:提高|下降|上升|回落|增加|降低)了?)$"
)
_EARLIER_IN_BRACKETS = re.compile(r"(?i)\b(?:compared (?:with|to)|against|versus|from)\b[^.;\d]{0,50}[(（]\s?$")
_MOVED_BY = re.compile(
    r"(?i)^\s?[)）],?\s(?:(?:an? )?(?:increas|declin|decreas|r[io]s|drop|fell|gain)\w{0,4}\s)?(?:up |down |by |of )?$"
)
_THAN = re.compile(
    r"(?i)^\s(?:higher|faster|more|above|lower|slower|less|below|höher|niedriger)\b[^.;\d]{0,60}?(?:\bof\s|"
    r"\bat\s|\bvon\s|\(|average,\s)(?:about )?$"
)
_OF = re.compile(
    r"(?i)^\s?of (?:the |its |all )?[^.;,\d]{0,50}(?:, which (?:is|was|were|stood at|amounted to|came to|"
    r"totall?ed|reached)\s)?$"
)
_PART = re.compile(
    r"(?i)^[^.;。;\d]{0,60}?(?:,\s?|\bor\s|\bwhich is\s|\bfor\s|\()(?:or |accounting for |about |nearly |"
    r"some |equal to |making up )*$"
)
_PART_DE = re.compile(
    r"(?i)^[^.;。;\d]{0,20}?[,，(]\s?(?:or|which is|accounting for|das sind|das entspricht|占|"
    r"also)?\s?(?:about |nearly |rund |etwa )?$"
)
_NAMED_WHOLE = re.compile(r"占[^\d,，。;；]{1,12}\d")  # "of the exports", which may not be printed
_OF_THE = re.compile(r"(?i)\bof (?:the|its|all|these|those) (?:total of |some |about )?$")
_GREW = re.compile(r"(?i)(?:\b(?:up|rose|increas\w+|grew|growing|growth of|surg\w+|climb\w+)(?:\sby|\sof)?\s|增长)$")
_FLOW_OF = {"foreign trade": "trade_total", "外贸进出口": "trade_total", "进出口": "trade_total", "外贸": "trade_total"}
_FLOW_OF |= {"exports": "exports", "出口": "exports", "外贸出口": "exports"}
_FLOW_OF |= {"imports": "imports", "进口": "imports", "外贸进口": "imports", "gdp": "gdp"}
_THAN_FLOW = re.compile(
    r"(?i)^\s(?:higher|faster|above|lower|slower|below)\s(?:than\s)?"
    r"(?:that of |the (?:overall )?growth (?:rate )?(?:of|in) )?"
    r"(?:the |its |overall |total |all ){0,2}(?P<flow>foreign trade|exports|imports|gdp)\b"
)
_FLOWS_ZH = "外贸进出口|外贸出口|外贸进口|进出口|外贸|出口|进口|gdp"
_FLOW_ZH = rf"(?:该|全|我)?[省市区国]?(?:同期)?(?P<flow>{_FLOWS_ZH})(?:整体|总体|总值)?增[速幅]"
_THAN_FLOW_ZH = (
    re.compile(rf"(?i)^[,，]?(?:增速)?(?:高出|高于|快于|低于|慢于){_FLOW_ZH}$"),
    re.compile(rf"(?i)^[,，]?(?:增速)?比{_FLOW_ZH}[高低快慢]出?$"),
)
_OUT_OF = re.compile(r"(?i)^\s?(?:(?:\w+ ){0,2}out )?of (?:the |its |all )?(?:\w+ ){0,1}$")


def points_do_not_fit(page: Page) -> Iterator[Finding]:
    """Find a difference in percentage points that is not the difference of the two percentages beside it."""
    for sentence in page.read:
        amounts = sentence.amounts
        for first, second, third in zip(amounts, amounts[1:], amounts[2:], strict=False):
            units = (first.unit, second.unit, third.unit)
            if units == ("share", "share", "pp") and _is_from_to(sentence, first, second, third):
                yield from _judged_points(page, first, second, third)
            if units == ("share", "pp", "share") and _THAN.match(sentence.between(second, third)):
                yield from _judged_points(page, first, third, second)


def share_of_the_sentence_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find "34.6 billion, 29.3 percent of the country's 144.8 billion" where part / whole is another share."""
    for sentence, before in zip(page.read, (None, *page.read), strict=False):
        for part, whole, share in (*_shares(sentence), *_shares_of_this(sentence, before)):
            if not whole.value or part.low > whole.high or part.unit != whole.unit or share.value >= 1:
                continue
            quotient = part.interval / whole.interval
            room = Interval(quotient.low - SHARE_SLACK, quotient.high + SHARE_SLACK)
            if room.meets(share.interval):
                continue
            yield on_text(
                page,
                (share.start, share.end),
                "share_of_the_sentence_does_not_fit",
                {
                    "part": say.amount(part.value, part.unit, 6),
                    "whole": say.amount(whole.value, whole.unit, 6),
                    "quotient": say.percent(quotient.middle),
                    "share": say.percent(share.value),
                },
                expected=say.percent(quotient.middle),
            )


def gap_between_growth_rates_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find "up 22 percent, 16.2 points faster than exports" where a slip makes the gap to the rate printed for them."""
    for sentence in page.read:
        for rate, points in pairwise(sentence.amounts):
            if (rate.unit, points.unit) != ("share", "pp") or not _GREW.search(sentence.before(rate)):
                continue
            base = _compared_with(sentence, rate, points)
            rates = [f for f in page.statistics if base and f.indicator == base and f.growth is not None]
            gaps = [abs(rate.value - (f.growth or 0.0)) * 100 for f in rates]
            if not gaps or any(abs(gap - points.value) <= SLACK for gap in gaps):
                continue
            printed = page.document.text[points.start : points.end]
            near = (
                (f, slip_of(points.value, printed, Interval(gap - SLACK, gap + SLACK)))
                for f, gap in zip(rates, gaps, strict=True)
            )
            told = next(((f, value) for f, value in near if value is not None), None)
            if told is not None:
                yield _gap_finding(page, rate, points, *told)


CHECKS = (points_do_not_fit, gap_between_growth_rates_does_not_fit, share_of_the_sentence_does_not_fit)


def _compared_with(sentence: Read, rate: Amount, points: Amount) -> str | None:
    """Give the flow whose growth a gap in points is struck against."""
    between = sentence.between(rate, points)
    found = (_THAN_FLOW.match(sentence.after(points)), *(pattern.match(between) for pattern in _THAN_FLOW_ZH))
    return next((_FLOW_OF[than["flow"].lower()] for than in found if than), None)


def _gap_finding(page: Page, rate: Amount, points: Amount, other: Statistic, value: float) -> Finding:
    return on_text(
        page,
        (points.start, points.end),
        "gap_between_growth_rates_does_not_fit",
        {
            "rate": say.percent(rate.value),
            "other": say.growth(other),
            "difference": f"{value:g}",
            "printed": f"{points.value:g}",
        },
        expected=say.phrase("points", n=f"{value:g}"),
    )


def _is_from_to(sentence: Read, first: Amount, second: Amount, third: Amount) -> bool:
    lead = sentence.text[: first.start - sentence.start]
    between, rest = sentence.between(first, second), sentence.between(second, third)
    moved = _FROM.search(lead) and _TO.search(between) and _BESIDE.search(rest)
    return bool(moved or (_EARLIER_IN_BRACKETS.search(between) and _MOVED_BY.match(rest)))


def _judged_points(page: Page, one: Amount, other: Amount, points: Amount) -> Iterator[Finding]:
    gap = (one.interval - other.interval) * exact(100)
    size = gap if gap.middle >= 0 else Interval(-gap.high, -gap.low)
    if Interval(size.low - SLACK, size.high + SLACK).meets(points.interval):
        return
    yield on_text(
        page,
        (points.start, points.end),
        "points_do_not_fit",
        {
            "one": say.percent(max(one.value, other.value)),
            "other": say.percent(min(one.value, other.value)),
            "difference": f"{size.middle:.2f}",
            "printed": f"{points.value:g}",
        },
        expected=say.phrase("points", n=f"{size.middle:.1f}"),
    )


def _shares(sentence: Read) -> Iterator[tuple[Amount, Amount, Amount]]:
    """Yield (part, whole, share) of "A, P percent of B", "of the B, A, or P percent", "A of the B, or P percent"."""
    for first, second, third in zip(sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False):
        if second.unit == "share" and first.unit == third.unit:
            if _PART.search(sentence.between(first, second)) and _OF.search(sentence.between(second, third)):
                yield first, third, second
        elif (
            third.unit == "share"
            and first.unit not in ("share", "pp")
            and _PART.search(sentence.between(second, third))
        ):
            if _OF_THE.search(sentence.text[: first.start - sentence.start]) and first.unit in (second.unit, "persons"):
                yield _with_unit(second, first), first, third
            elif _OUT_OF.search(sentence.between(first, second)) and second.unit in (first.unit, None, "persons"):
                yield first, _with_unit(second, first), third


def _shares_of_this(sentence: Read, before: Read | None) -> Iterator[tuple[Amount, Amount, Amount]]:
    """Yield (part, whole, share) where the whole is what "of this" points back to in the sentence before."""
    cue = OF_THIS.search(sentence.text)
    if cue is None or before is None or _NAMED_WHOLE.search(sentence.text):
        return
    own = [a for a in sentence.amounts if a.end <= sentence.start + cue.start()]
    for part, share in pairwise(sentence.amounts):
        wholes = [a for a in (own or before.amounts) if a.unit == part.unit and a.value >= part.value]
        beside = share.unit == "share" and _PART_DE.search(sentence.between(part, share))
        if beside and len(wholes) == 1 and part not in wholes and part.unit not in ("share", "pp"):
            yield part, wholes[0], share


def _with_unit(amount: Amount, other: Amount) -> Amount:
    return Amount(amount.start, amount.end, amount.value, amount.low, amount.high, other.unit, amount.money)

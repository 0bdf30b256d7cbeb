"""Figures under the wrong months, the wrong indicator or a period that had not ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Key, Name, Page, found, is_level, key_of
from hinterland.ledger.intervals import Interval, of_value, significant_digits
from hinterland.ledger.records import Finding, Statistic

Span = tuple[date, date]
WITNESSES = 2  # shares that must point to the same whole before a period is blamed
MILESTONE = 1.5  # "passed 1 trillion" is said of 1.0 to 1.5 trillion; above it, of something smaller
NEAR_MILESTONE = 1.15
EXACT = 3  # digits of a total: with fewer, a sum would meet it by chance
_ONE_MONTH = re.compile(
    r"(?i)\b(?:in|of) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,7}\b"
    r"|\b(?:the|this|last|a) month\b|\bmonthly\b"
)
AHEAD = re.compile(
    r"(?i)\b(?:will|plan\w{0,4}|target\w{0,3}|goal|aim\w{0,3}|expect\w{0,3}|forecast\w{0,3}|estimat\w{0,3}|predict\w{0,3}|project\w{0,3}|"
    r"by (?:the end of )?20\d\d|is to|are to|should|would|could|ahead|next year|announce\w{0,3}|set|up to|by)\b"
)


def whole_belongs_to_another_period(page: Page) -> Iterator[Finding]:
    """Find a total printed under one period while the shares of another period make it theirs."""
    for key, figures in page.levels.items():
        if key.name.brackets or key.start is None:
            continue
        for (start, end), implied in _implied_wholes(page, key).items():
            inside = key.start >= start and key.end is not None and key.end <= end
            if (key.start, key.end) == (start, end) or not inside or len(implied) < WITNESSES:
                continue
            if replace(key, start=start, end=end) in page.best:
                continue
            if all(whole.meets(of_value(figures[0])) for _, _, whole in implied):
                sums = say.listed(
                    say.phrase(
                        "part_by_share",
                        part=say.value(part),
                        share=say.value(share),
                        whole=say.amount(whole.middle, key.unit),
                    )
                    for part, share, whole in implied
                )
                yield found(
                    figures[0],
                    "whole_belongs_to_another_period",
                    {"period": say.period(key.start, key.end), "other": say.period(start, end), "sums": sums},
                    expected=say.phrase("value_in", value=say.value(figures[0]), period=say.period(start, end)),
                    others=[figure for pair in implied for figure in pair[:2]],
                )


def part_of_the_year_is_larger_than_the_year(page: Page) -> Iterator[Finding]:
    """Find months that are larger than the longer period that holds them."""
    for key, part in page.best.items():
        for other, whole in page.best.items():
            if (key.name, key.region, key.unit) != (other.name, other.region, other.unit) or not _inside(key, other):
                continue
            told_apart = not _ONE_MONTH.search(whole.sentence)
            if told_apart and _is_flow(key) and of_value(part).low > of_value(whole).high:
                yield found(
                    part,
                    "part_of_the_year_is_larger_than_the_year",
                    {
                        "part": say.value(part),
                        "inner": say.when(part),
                        "whole": say.value(whole),
                        "outer": say.when(whole),
                    },
                    severity="tension",
                    verdict="cannot_tell",
                    others=[whole],
                )


def milestone_fits_another_indicator(page: Page) -> Iterator[Finding]:
    """Find "trade passed 1 trillion" where trade was 1.93 trillion and exports 1.07 trillion."""
    for figure in page.statistics:
        if not is_level(figure) or not _passes(figure):
            continue
        key = key_of(figure)
        value = figure.value or 0
        best = page.best.get(key)
        if best is None or best is figure or of_value(best).low <= MILESTONE * value:
            continue
        fitting = [
            other
            for k, other in page.best.items()
            if replace(k, name=key.name) == key
            and k.name != key.name
            and value <= (other.value or 0) <= NEAR_MILESTONE * value
        ]
        if len(fitting) == 1:
            yield found(
                figure,
                "milestone_fits_another_indicator",
                {
                    "indicator": say.name(key.name),
                    "when": say.when(best),
                    "best": say.value(best),
                    "value": say.value(figure),
                    "other": say.name(Name.of(fitting[0].indicator)),
                    "fitting": say.value(fitting[0]),
                },
                expected=say.name(Name.of(fitting[0].indicator)),
                others=[best, fitting[0]],
            )


def period_has_not_ended(page: Page) -> Iterator[Finding]:
    """Find results reported before their period was over."""
    published = page.document.published
    for figure in page.statistics:
        if published is None or figure.period_end is None or figure.period_end <= published:
            continue
        stated = (
            figure.value is not None and figure.growth is not None and str(figure.period_end.year) in figure.sentence
        )
        if stated and not AHEAD.search(figure.sentence) and (figure.period_end - published).days > 31:
            yield found(
                figure,
                "period_has_not_ended",
                {"when": say.when(figure), "published": published},
                verdict="cannot_tell",
                severity="tension",
            )


def total_belongs_to_the_months_of_its_parts(page: Page) -> Iterator[Finding]:
    """Find a total printed for January that is the sum of exports and imports printed for January and February."""
    for key, whole in page.best.items():
        if key.name != Name("trade_total") or key.start is None or key.end is None:
            continue
        for other, exports in page.best.items():
            imports = page.best.get(replace(other, name=Name("imports")))
            if other.name != Name("exports") or imports is None or other.start is None or other.end is None:
                continue
            apart = (other.start, other.end) != (key.start, key.end) and (other.region, other.unit) == (
                key.region,
                key.unit,
            )
            own = {replace(key, name=Name(base)) for base in ("exports", "imports")} & page.best.keys()
            taken = replace(other, name=key.name) in page.best
            exact_enough = significant_digits(whole.value or 0.0, of_value(whole)) >= EXACT
            if (
                apart
                and not own
                and not taken
                and exact_enough
                and (of_value(exports) + of_value(imports)).meets(of_value(whole))
            ):
                yield found(
                    whole,
                    "total_belongs_to_the_months_of_its_parts",
                    {
                        "sum": say.added([exports, imports]),
                        "whole": say.value(whole),
                        "period": say.period(key.start, key.end),
                        "other": say.period(other.start, other.end),
                    },
                    severity="tension",
                    verdict="cannot_tell",
                    expected=say.phrase("value_in", value=say.value(whole), period=say.period(other.start, other.end)),
                    others=[exports, imports],
                )


CHECKS = (
    total_belongs_to_the_months_of_its_parts,
    whole_belongs_to_another_period,
    part_of_the_year_is_larger_than_the_year,
    milestone_fits_another_indicator,
    period_has_not_ended,
)

_FLOWS = ("trade_", "exports", "imports", "gdp", "gva_", "fdi", "investment", "output")


def _implied_wholes(page: Page, key: Key) -> dict[Span, list[tuple[Statistic, Statistic, Interval]]]:
    """List, a period, what part / share makes of the whole that `key` names."""
    wholes: dict[Span, list[tuple[Statistic, Statistic, Interval]]] = {}
    for share in page.shares:
        name = Name.of(share.indicator)
        if (
            name.base != key.name.base
            or name.get("of")
            or not (share.value and share.period_start and share.period_end)
        ):
            continue
        part = page.best.get(
            Key(name.without(), share.region_code or share.region, share.period_start, share.period_end, key.unit)
        )
        if part is not None and part.region == share.region:
            wholes.setdefault((share.period_start, share.period_end), []).append(
                (part, share, of_value(part) / of_value(share))
            )
    return wholes


def _inside(inner: Key, outer: Key) -> bool:
    if inner.start is None or outer.start is None or inner.end is None or outer.end is None:
        return False
    return (
        outer.start <= inner.start and inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)
    )


def _is_flow(key: Key) -> bool:
    return key.name.base.startswith(_FLOWS) and key.name.base != "trade_balance" and key.start != key.end


def _passes(figure: Statistic) -> bool:
    return any(word in (figure.qualifier or "") for word in ("over", "exceed", "more", "pass", "above"))

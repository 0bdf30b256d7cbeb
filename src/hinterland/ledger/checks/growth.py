"""Growth within one document: components against the total, levels against the rate between them, thresholds, folds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import Amount
from hinterland.ledger.checks.pages import Key, Name, Page, found, is_level, key_of, on_text
from hinterland.ledger.checks.pairs import from_to, sentence_at
from hinterland.ledger.intervals import Interval, as_printed, exact, of_growth, of_value
from hinterland.ledger.records import Finding, Statistic
from hinterland.ledger.wording import Part

ONE = exact(1.0)
REAL = ("gdp", "gva", "output", "income")  # official growth is real: never test it against nominal levels
NEAR = 200  # characters before "an increase of N times" in which its two levels stand
THRESHOLD = 0.01  # "more than 40 percent" at 39.6: a point below the threshold is a threshold misjudged
OTHER_SCOPE = 0.2  # a total further from exports plus imports than this is another thing's total
RATE_SLACK = 0.0002  # two hundredths of a point: rates are rounded from unrounded levels, and so are the levels
_VERSUS = re.compile(r"(?i)\b(?:versus|vs|against|compared (?:with|to)|up from|over the|from)\b")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TIMES = re.compile(
    r"(?i)\b(?:increas\w{1,3}|grow\w{0,3}|grew|ris\w{1,3}|rose|jump\w{0,3}|surg\w{1,3}|up)\b"
    r"(?: of| by)? (?:(?P<more>more than|over) |about |nearly |almost |some )?(?P<n>\d{1,4}(?:\.\d{1,3})?|"
    r"two|three|four|five|six|seven|eight|nine|ten) times\b"
)
_TIME_INCREASE = re.compile(r"(?i)\ban? (?P<n>\d{1,4}(?:\.\d{1,3})?)[- ]times? (?:increase|rise|growth|jump)\b")
_TIMES_ZH = re.compile(r"(?:增长|增加|提高|上升|翻)了?(?P<n>\d{1,4}(?:\.\d{1,3})?)倍")


def component_growth_does_not_rebuild_the_total(page: Page) -> Iterator[Finding]:
    """Find a total's growth that leaves the one rebuilt from exports and imports.

    With levels X, M and rates x, m the total grew by (X + M) / (X / (1 + x) + M / (1 + m)) - 1. In 55 of 55 texts
    without a fault the two agreed within rounding.
    """
    rates = growing(page)
    for key, total_figure in rates.items():
        if key.name.base != "trade_total":
            continue
        parts = [rates.get(replace(key, name=Name(base, key.name.brackets))) for base in ("exports", "imports")]
        exports, imports = parts
        if exports is None or imports is None or exports.value is None or imports.value is None:
            continue
        if total_figure.value is not None and not _same_scope(total_figure, exports, imports):
            continue
        rebuilt = _rebuilt(exports, imports)
        if _distance(rebuilt, of_growth(total_figure)) <= RATE_SLACK:
            continue
        yield found(
            total_figure,
            "component_growth_does_not_rebuild_the_total",
            {
                "exports": say.value(exports),
                "exports_growth": say.growth(exports),
                "imports": say.value(imports),
                "imports_growth": say.growth(imports),
                "rebuilt": say.rates(rebuilt),
                "printed": say.growth(total_figure),
            },
            expected=say.rates(rebuilt),
            others=[exports, imports],
        )


def growth_does_not_fit_the_two_levels(page: Page) -> Iterator[Finding]:
    """Find a rate that one sentence prints between two levels that do not imply it; n or n + 1 steps of a CAGR pass."""
    for earlier, later, rate in _from_to(page):
        ratio = of_value(later) / of_value(earlier)
        implied = ratio - ONE
        steps = _years(earlier, later)
        if rate.growth_basis == "cagr":
            means = [Interval(ratio.low ** (1 / n) - 1, ratio.high ** (1 / n) - 1) for n in (steps, steps + 1) if n > 0]
        else:
            means = [implied]
        printed = of_growth(rate)
        if _at_least(rate) or any(mean.meets(printed) for mean in means) or _near(means, printed):
            continue
        if _is_times(rate) and Interval(ratio.low, ratio.high).meets(printed):
            continue  # that is `times_is_called_increase`
        yield found(
            rate,
            "growth_does_not_fit_the_two_levels",
            {
                "later": say.value(later),
                "earlier": say.value(earlier),
                "implied": say.rates(implied),
                "yearly": say.rates(means[0]),
                "printed": say.growth(rate),
            },
            form="yearly" if rate.growth_basis == "cagr" else "",
            verdict="wrong",
            severity="error" if _distance(means[0], printed) > 0.005 else "tension",
            expected=say.rates(means[0]),
            others=[earlier, later],
        )


def threshold_is_not_passed(page: Page) -> Iterator[Finding]:
    """Find "more than 40 percent" where the two levels of the text give less."""
    for rate in page.statistics:
        if rate.growth is None or not _at_least(rate):
            continue
        for earlier, later in (*_pairs(page), *_compared(page)):
            ratio = as_printed(later) / as_printed(earlier) - ONE
            close = rate.growth - ratio.middle < THRESHOLD and ratio.high < rate.growth
            if close and Name.of(rate.indicator) == Name.of(later.indicator) and rate.region == later.region:
                yield found(
                    rate,
                    "threshold_is_not_passed",
                    {
                        "later": say.value(later),
                        "earlier": say.value(earlier),
                        "ratio": say.rates(ratio),
                        "printed": say.growth(rate),
                    },
                    verdict="rounding",
                    severity="tension",
                    expected=say.phrase("nearly", value=say.growth(rate)),
                    others=[earlier, later],
                )
                break


def times_is_called_increase(page: Page) -> Iterator[Finding]:
    """Find "increased by 7.9 times" where the two levels make 7.9 the ratio: the increase is 6.9 times."""
    pairs = list(_pairs(page, steps=None))
    for match in (
        match for pattern in (TIMES, _TIME_INCREASE, _TIMES_ZH) for match in pattern.finditer(page.document.text)
    ):
        word = match["n"].lower()
        n = float(_WORDS.index(word) + 2) if word in _WORDS else float(word)
        half = 0.5 * 10.0 ** -len(word.partition(".")[2])
        more = bool(match.groupdict().get("more"))
        said = Interval(n if more else n - half, n + (1 if more else 2 * half))  # rounded or cut off
        levels = [(_level(earlier), _level(later)) for earlier, later in (*pairs, *_beside(page, match.start()))]
        own = sentence_at(page, match.start())
        levels += [(_amount(earlier), _amount(later)) for earlier, later in (from_to(own) if own else ())]
        for (earlier, base), (later, level) in levels:
            if base.low <= 0:
                continue
            ratio = level / base
            if ratio.meets(said) and not (ratio - ONE).meets(said):
                yield on_text(
                    page,
                    match.span(),
                    "times_is_called_increase",
                    {
                        "later": later,
                        "earlier": earlier,
                        "ratio": f"{ratio.middle:.4g}",
                        "n": f"{n:g}",
                        "increase": f"{ratio.middle - 1:.3g}",
                    },
                    expected=say.phrase("times_as_many", n=f"{n:g}", increase=f"{ratio.middle - 1:.2g}"),
                )
                break


def level_is_called_change(page: Page) -> Iterator[Finding]:
    """Find a change that is as large as the level itself, while the text's own rate makes it far smaller."""
    levels = [figure for figure in page.statistics if is_level(figure) and figure.growth is not None]
    for change in page.statistics:
        if change.value is None or not _is_change(change):
            continue
        for level in levels:
            if level.unit != change.unit or level.value is None or level.growth is None or level.growth <= -1:
                continue
            real = abs(level.value * level.growth / (1 + level.growth))
            size = of_value(replace(change, value=abs(change.value), low=None, high=None))
            same = Name.of(change.indicator).without() == Name.of(level.indicator) and change.sentence != level.sentence
            if same and size.meets(of_value(level)) and real < abs(change.value) / 5:
                yield found(
                    change,
                    "level_is_called_change",
                    {
                        "level": say.value(level),
                        "growth": say.growth(level),
                        "change": say.amount(real, level.unit, 3),
                    },
                    expected=say.phrase("to_level", level=say.value(level), growth=say.growth(level)),
                    others=[level],
                )
                break


CHECKS = (
    component_growth_does_not_rebuild_the_total,
    growth_does_not_fit_the_two_levels,
    threshold_is_not_passed,
    times_is_called_increase,
    level_is_called_change,
)


def _level(figure: Statistic) -> tuple[Part, Interval]:
    return say.value(figure), of_value(figure)


def _amount(amount: Amount) -> tuple[Part, Interval]:
    return say.amount(amount.value, amount.unit, 6), amount.interval


def growing(page: Page) -> dict[Key, Statistic]:
    """Map keys (without the unit) to the figure that states growth on the year before."""
    rates: dict[Key, Statistic] = {}
    for figure in page.statistics:
        if figure.growth is not None and figure.growth_basis in (None, "yoy") and figure.indicator:
            key = replace(key_of(figure), unit=None)
            if key not in rates or (rates[key].value is None and figure.value is not None):
                rates[key] = figure
    return rates


def _rebuilt(exports: Statistic, imports: Statistic) -> Interval:
    """Bound the rebuilt growth by its corners: it is monotone in each of the four figures."""
    corners = []
    for level_x in _ends(of_value(exports)):
        for level_m in _ends(of_value(imports)):
            for x in _ends(of_growth(exports)):
                for m in _ends(of_growth(imports)):
                    corners.append((level_x + level_m) / (level_x / (1 + x) + level_m / (1 + m)) - 1)
    return Interval(min(corners), max(corners))


def _same_scope(whole: Statistic, exports: Statistic, imports: Statistic) -> bool:
    """Tell whether the printed total is near the two flows: else it is the total of something wider."""
    return (of_value(exports) + of_value(imports)).gap(of_value(whole)) < OTHER_SCOPE


def _ends(interval: Interval) -> tuple[float, float]:
    return interval.low, interval.high


def _from_to(page: Page) -> Iterator[tuple[Statistic, Statistic, Statistic]]:
    """Find sentences that print two levels of one thing and the growth between them."""
    for earlier, later in _pairs(page, steps=None):
        if earlier.sentence != later.sentence or earlier.span == later.span:
            continue
        rates = [
            f
            for f in page.statistics
            if f.sentence == later.sentence
            and f.growth is not None
            and Name.of(f.indicator) == Name.of(later.indicator)
        ]
        if len(rates) == 1 and rates[0].growth_basis in (
            None,
            "yoy",
            "cagr",
            f"vs{earlier.period_start.year if earlier.period_start else ''}",
        ):
            one_year = _years(earlier, later) == 1
            if (one_year or rates[0].growth_basis != "yoy") and not _is_real(later):
                yield earlier, later, rates[0]


def _pairs(page: Page, steps: int | None = 1) -> Iterator[tuple[Statistic, Statistic]]:
    """Pair levels of one thing in the same months of two years; `steps` years apart, or any number for None."""
    for key, later in page.best.items():
        for other, earlier in page.best.items():
            if (key.name, key.region, key.unit) != (other.name, other.region, other.unit) or None in (
                key.start,
                other.start,
            ):
                continue
            years = _years(earlier, later)
            if (
                years > 0
                and (steps is None or years == steps)
                and _same_months(earlier, later)
                and of_value(earlier).low > 0
            ):
                yield earlier, later


def _compared(page: Page) -> Iterator[tuple[Statistic, Statistic]]:
    """Pair two levels that a sentence sets against each other: "112.4 billion, versus 80.5 billion the year before"."""
    for later, earlier in pairwise(page.statistics):
        if later.sentence != earlier.sentence or not (is_level(later) and is_level(earlier)):
            continue
        if Name.of(later.indicator) != Name.of(earlier.indicator) or later.unit != earlier.unit:
            continue
        between = page.document.text[later.span[1] : earlier.span[0]]
        if _VERSUS.search(between) and earlier.value and later.value and later.value > earlier.value > 0:
            yield earlier, later


def _beside(page: Page, at: int) -> Iterator[tuple[Statistic, Statistic]]:
    """Pair the two figures of one unit that the sentence at a place of the text prints for two years."""
    levels = [f for f in page.statistics if f.value and f.unit not in ("share", "pp") and 0 <= at - f.span[0] < NEAR]
    for earlier, later in pairwise(levels):
        years = earlier.sentence == later.sentence and earlier.unit == later.unit and _years(earlier, later) > 0
        if years and of_value(earlier).low > 0:
            yield earlier, later


def _years(earlier: Statistic, later: Statistic) -> int:
    if not (earlier.period_end and later.period_end):
        return 0
    return later.period_end.year - earlier.period_end.year


def _same_months(earlier: Statistic, later: Statistic) -> bool:
    def months(start: date | None, end: date | None) -> tuple[int, int] | None:
        return (start.month, end.month) if start and end else None

    return months(earlier.period_start, earlier.period_end) == months(later.period_start, later.period_end)


def _at_least(rate: Statistic) -> bool:
    return any(word in (rate.qualifier or "") for word in ("over", "more", "exceed", "above"))


def _is_times(rate: Statistic) -> bool:
    return "times" in rate.printed or "fold" in rate.printed or bool(TIMES.search(rate.sentence))


def _is_change(figure: Statistic) -> bool:
    return Name.of(figure.indicator).prefix == "change_in" and figure.unit not in ("pp", "share")


def _is_real(figure: Statistic) -> bool:
    return Name.of(figure.indicator).base.startswith(REAL)


def _near(means: list[Interval], printed: Interval) -> bool:
    return any(_distance(mean, printed) <= RATE_SLACK for mean in means)


def _distance(one: Interval, other: Interval) -> float:
    return 0.0 if one.meets(other) else max(one.low - other.high, other.low - one.high)

"""Two levels that a sentence sets against each other, by its words alone: from one to another, and by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import Amount, Read
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.intervals import Interval, exact
from hinterland.ledger.records import Finding

SLACK = 0.001  # a tenth of a point: levels and rates are rounded separately
TENSION = 0.005
YEARS = range(1900, 2101)  # a bare number among them is a date
NEAR = 30  # characters between a rate and the two levels that follow it

_FROM = re.compile(r"(?i)(?:\bfrom\s(?:about |nearly |some )?|[由从]|\bvon\s)(?:[^\d,.;,。;]{0,24})$")
_TO = re.compile(r"(?i)^[^.;。;]{0,40}?(?:\bto\s|到|至|\bauf\s)[^\d.;。;]{0,12}$")
_UP_FROM = re.compile(
    r"(?i)^[^.;。;\d]{0,30}?,?\s?(?:\b(?:up|down) from\s|\bcompared (?:with|to)\s|\bagainst\s|\bversus\s|"
    r"(?:去年|上年)同期为)"
    r"(?:the |about )?$"
)
_CHANGE_BEFORE = re.compile(
    r"(?i)(?:\b(?:up|down|rose|rising|increased|increasing|grew|growing|fell|falling|declined|decreased|dropped)\sby\s"
    r"|\b(?:an? )?(?:increase|rise|gain|decline|decrease|drop|fall)\sof\s|(?:增加|减少|净增)了?)(?:about |some |"
    r"nearly |约)?$"
)
_CHANGE_AFTER = re.compile(r"(?i)^\s(?:more|less|fewer|mehr|weniger)\b")
_GROWTH_BEFORE = re.compile(
    r"(?i)(?:\b(?:up|down|rose|rising|increas\w+|grew|growing|fell|falling|declin\w+|decreas\w+|dropp\w+|growth|rise|drop|gain)(?:\sby|\sof)?\s"
    r"|(?:增长|下降|增加|减少|同比增长|同比下降|上升)了?|\bum\s|\(\+?|\(-|\bor\s|\b(?:plus|minus|zuwachs|anstieg|"
    r"rückgang)(?: von| um)?\s)$"
)
_MOVES = re.compile(
    r"(?i)(?:(?P<fall>\b(?:fell|falling|dropped|dropping|declined|decreased|down|sank|fiel)\b)"
    r"|\b(?:rose|rising|increased|increasing|grew|growing|climbed|jumped|up|stieg)\b)"
    r"[^.;,\d]{0,25}\s(?:from|von)\s(?:about |nearly )?$"
)
_MOVES_TO = re.compile(
    r"(?i)(?:(?P<fall>\b(?:fell|falling|dropped|dropping|declined|decreased|narrowed|shrank|down|sank|fiel)\b)"
    r"|\b(?:rose|rising|increased|increasing|grew|growing|climbed|jumped|widened|up|stieg)\b)"
    r"\s(?:to|auf)\s(?:about |nearly )?$"
)
_FROM_AFTER = re.compile(r"(?i)^\s(?:(?:in|im)\s(?:[A-Z][a-z]+\s?)?\s?)?(?:from|von)\s(?:about |nearly )?$")
_TO_ONE = re.compile(r":\s?1\b")
_RATIOS = re.compile(
    r"(?i)(?:(?P<fall>\b(?:narrow|shr[aiu]nk|f[ae]ll|declin|dropp)\w{0,4}\b)|\b(?:widen|gr[eo]w|ris|rose|increas)\w{0,4}\b)"
    r"[^.;\d]{0,20}\sto\s(?P<to>\d{1,2}\.\d{1,3})\s?:\s?1\b[^.;]{0,20}?\sfrom\s(?P<from>\d{1,2}\.\d{1,3})\s?:\s?1\b"
)
_TO_ZH = re.compile(r"^[^,，。;；\d]{0,8}?(?:(?P<fall>下降|减少|降低|降|回落)|增加|提高|增长|上升|提升|扩大)[到至]$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)年?的?")
_DOWN = re.compile(
    r"(?i)\b(?:down|fell|falling|declin\w+|decreas\w+|drop\w*|fall|less|fewer|weniger|minus|sank|gesunken)\b|下降|减少|\(-"
)
_OTHER_BASIS = re.compile(
    r"(?i)\b(?:average annual|annual average|annually|annual growth|a year|per year|each year|every year|"
    r"real|constant prices|"
    r"month[- ]on[- ]month|quarter[- ]on[- ]quarter|respectively|comparable|2019|compound|since|target|"
    r"plan\w*|aim\w*|will)\b"
    r"|年均|环比|不变价|可比|分别|两年平均|累计|目标|preisbereinigt|jahresdurchschnitt|jährlich"
)
_ANOTHER = re.compile(r"(?i)[;；。]|\d|\b(?:while|whereas|but|während|wobei)\b|而")  # from here on, of something else
_BESIDE = (  # between a level and its rate, and between the rate and the other level
    (
        re.compile(r"(?i)^[^,.;\d]{0,20},\s(?:which (?:is|was)\s|or\s|an?\s)?$"),
        re.compile(
            r"(?i)^\s(?:higher|more|above|mehr|höher|(?P<less>lower|less|below|fewer|weniger|niedriger))\s(?:than|als)\s"
            r"(?:[\w'-]+\s){0,6}$"
        ),
    ),
    (
        re.compile(r"(?i)^[^,.;\d]{0,20},\s(?:an?\s(?:increase|rise|gain|growth|jump) of|up)\s$"),
        re.compile(r"(?i)^\s(?P<less>(?!))?(?:over|from|on|compared (?:to|with)|against)\s(?:the\s|about\s)?$"),
    ),
    (
        re.compile(r"(?i)^[^,.;\d]{0,20},\s(?:an?\s(?:decrease|drop|decline|fall) of|down)\s$"),
        re.compile(r"(?i)^\s(?P<less>over|from|on|compared (?:to|with)|against)\s(?:the\s|about\s)?$"),
    ),
)
_AT_LEAST = re.compile(
    r"(?i)(?:over|more than|above|about|around|nearly|almost|some|超过?|逾|近|约|über|rund|knapp)\s?$"
)


def growth_does_not_fit_the_change(page: Page) -> Iterator[Finding]:
    """Find a rate that a level and its change do not make: "up by 1,023 to 12,345, or 19.0 percent"."""
    for sentence in _sentences(page):
        change = [a for a in sentence.amounts if _is_change(sentence, a)]
        rates = _rates(sentence)
        if len(change) != 1 or len(rates) != 1 or not change[0].value:
            continue
        levels = [
            a for a in sentence.amounts if a is not change[0] and a.unit == change[0].unit and a.value > change[0].value
        ]
        if len(levels) != 1 or sentence.amounts.index(levels[0]) - sentence.amounts.index(change[0]) not in (-1, 1, -2):
            continue
        level, moved, printed = levels[0].interval, change[0].interval, rates[0].interval
        down = bool(_DOWN.search(sentence.text))
        fits = [moved / (level + moved if down else level - moved), moved / level]
        if any(_near(fit, printed) for fit in fits):
            continue
        yield _finding(page, "growth_does_not_fit_the_change", rates[0], fits[0], (change[0], levels[0]))


def growth_does_not_fit_from_and_to(page: Page) -> Iterator[Finding]:
    """Find a rate printed after "from one level to another" that is not the rate between them."""
    for sentence in _sentences(page):
        for earlier, later in from_to(sentence):
            rates = [a for a in _rates(sentence) if _is_beside(sentence, a, earlier, later)]
            if len(rates) != 1 or not earlier.value or not later.value:
                continue
            ratio = later.interval / earlier.interval - exact(1.0)
            fit = ratio if ratio.middle > 0 else Interval(-ratio.high, -ratio.low)
            if not _near(fit, rates[0].interval):
                yield _finding(page, "growth_does_not_fit_from_and_to", rates[0], fit, (later, earlier))


def ratio_goes_the_other_way(page: Page) -> Iterator[Finding]:
    """Find a gap that "narrowed to 1.85:1 from 1.78:1"."""
    for sentence in page.read if _TO_ONE.search(page.document.text) else ():
        for match in _RATIOS.finditer(sentence.text):
            rose = float(match["to"]) - float(match["from"])
            if rose > 0 if match["fall"] else rose < 0:
                yield on_text(
                    page,
                    (sentence.start + match.start(), sentence.start + match.end()),
                    "ratio_goes_the_other_way",
                    {
                        "first": match["from"],
                        "second": match["to"],
                        "way": say.phrase("a_fall" if match["fall"] else "a_rise"),
                    },
                )


def levels_go_the_other_way(page: Page) -> Iterator[Finding]:
    """Find "fell from 3.3 to 3.9 percent" and "rose from 12 to 10 billion"."""
    for sentence in page.read:
        for first, second in pairwise(sentence.amounts):
            lead = sentence.text[: first.start - sentence.start]
            between = sentence.text[first.end - sentence.start : second.start - sentence.start]
            verb = _MOVES.search(_YEAR.sub("", lead)) if first.unit == second.unit and first.unit else None
            after = _TO_ZH.match(_YEAR.sub("", between)) if first.unit == second.unit and first.unit else None
            back = _MOVES_TO.search(_YEAR.sub("", lead)) if first.unit == second.unit and first.unit else None
            if verb and _TO.search(_YEAR.sub("", between)):
                falls = bool(verb["fall"])
            elif back and _FROM_AFTER.match(_YEAR.sub("", between)):
                falls, first, second = bool(back["fall"]), second, first
            elif after and _FROM.search(_YEAR.sub("", lead)):
                falls = bool(after["fall"])
            else:
                continue
            low, high = (first.interval, second.interval) if falls else (second.interval, first.interval)
            if low.high < high.low:
                yield on_text(
                    page,
                    (first.start, second.end),
                    "levels_go_the_other_way",
                    {
                        "first": say.amount(first.value, first.unit, 6),
                        "second": say.amount(second.value, second.unit, 6),
                        "way": say.phrase("a_fall" if falls else "a_rise"),
                    },
                )


def growth_does_not_fit_the_level_beside(page: Page) -> Iterator[Finding]:
    """Find "44.86 billion, 13 percent higher than the 43.48 billion of the year before" where it is another rate."""
    for sentence in _sentences(page):
        for later, rate, earlier in zip(sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False):
            if rate.unit != "share" or later.unit in (None, "share", "pp") or earlier.unit not in (later.unit, None):
                continue
            falls = _falls(sentence, later, rate, earlier)
            if falls is None or not earlier.value or _is_year(earlier):
                continue
            ratio = later.interval / earlier.interval - exact(1.0)
            fit = Interval(-ratio.high, -ratio.low) if falls else ratio
            if not _near(fit, rate.interval):
                yield _finding(page, "growth_does_not_fit_the_level_beside", rate, fit, (later, earlier))


CHECKS = (
    growth_does_not_fit_the_level_beside,
    growth_does_not_fit_the_change,
    growth_does_not_fit_from_and_to,
    levels_go_the_other_way,
    ratio_goes_the_other_way,
)


def from_to(sentence: Read) -> Iterator[tuple[Amount, Amount]]:
    """Pair two amounts of one unit, the earlier first: "from A to B", "B, up from A", "B, compared with A"."""
    plain = [a for a in sentence.amounts if a.unit not in ("share", "pp", "times")]
    for first, second in pairwise(plain):
        lead = _YEAR.sub("", sentence.text[: first.start - sentence.start])
        between = _YEAR.sub("", sentence.text[first.end - sentence.start : second.start - sentence.start])
        if first.unit not in (second.unit, None) or (first.unit is None and _is_year(first)):
            continue
        if _FROM.search(lead) and _TO.search(between):
            yield first, second
        elif _UP_FROM.search(between):
            yield second, first


def _falls(sentence: Read, later: Amount, rate: Amount, earlier: Amount) -> bool | None:
    """Tell whether a level is said to be lower than the one after its rate; None where nothing of the kind is said."""
    for before, after in _BESIDE:
        than = after.match(sentence.between(rate, earlier))
        if than and before.match(sentence.between(later, rate)):
            return bool(than["less"])
    return None


def _is_year(amount: Amount) -> bool:
    return amount.value in YEARS


def _is_beside(sentence: Read, rate: Amount, earlier: Amount, later: Amount) -> bool:
    """Tell whether a rate follows the two levels, or stands just before them: "rose 3 percent from A to B"."""
    first, last = min(earlier.start, later.start), max(earlier.end, later.end)
    between = sentence.text[last - sentence.start : rate.start - sentence.start] if rate.start > last else None
    if between is not None:
        return not _ANOTHER.search(_YEAR.sub("", between))
    lead = sentence.text[rate.end - sentence.start : first - sentence.start]
    return rate.end <= first and len(lead) < NEAR and not re.search(r"[;；,，](?! from\b)", lead)


def sentence_at(page: Page, at: int) -> Read | None:
    """Read the sentence that holds a place of the text."""
    return next((read for read in page.read if read.start <= at < read.start + len(read.text)), None)


def _sentences(page: Page) -> Iterator[Read]:
    return (read for read in page.read if len(read.amounts) > 1 and not _has_another_basis(read.text))


@lru_cache(maxsize=1024)  # three checks ask for the same sentences, one after the other
def _has_another_basis(sentence: str) -> bool:
    return _OTHER_BASIS.search(sentence) is not None


def _is_change(sentence: Read, amount: Amount) -> bool:
    if amount.unit in ("share", "pp", "times"):
        return False
    return bool(_CHANGE_BEFORE.search(sentence.before(amount)) or _CHANGE_AFTER.match(sentence.after(amount)))


def _rates(sentence: Read) -> list[Amount]:
    """List the percentages that are growth rates, all others being shares; none where one has a loose bound."""
    percents = [a for a in sentence.amounts if a.unit == "share"]
    grown = [a for a in percents if _GROWTH_BEFORE.search(sentence.before(a))]
    loose = any(_AT_LEAST.search(sentence.before(a)) for a in percents)
    return [] if loose or len(percents) != len(grown) else grown


def _near(fit: Interval, printed: Interval) -> bool:
    return Interval(fit.low - SLACK, fit.high + SLACK).meets(printed)


def _finding(page: Page, code: str, rate: Amount, fit: Interval, levels: tuple[Amount, Amount]) -> Finding:
    first, second = (say.amount(level.value, level.unit, 6) for level in levels)
    far = abs(fit.middle - rate.value) > TENSION
    return on_text(
        page,
        (rate.start, rate.end),
        code,
        {"first": first, "second": second, "result": say.rates(fit), "printed": say.percent(rate.value)},
        severity="error" if far else "tension",
        verdict="wrong" if far else "rounding",
        expected=say.rates(fit),
    )

"""Words that do not fit their numbers: a third of all true errors, and most need no other figure to be seen.

Patterns run sentence by sentence, each with bounded repetition, so that their time grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding

LONGEST = 1500  # characters of a sentence that are read: longer ones are tables or garbage
COUNTED = range(5, 1000)  # a "35 of the 41 industries" needs enough kinds for a share to be telling
_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_PERCENT = rf"(?P<n>{_NUMBER})\s?(?:%|percent\b|per cent\b|pct\b|Prozent\b)(?!\s?(?:age)?[- ]?points?)"
_MOVED = r"(?:increas\w{1,3}|ris(?:es|ing|en)|rose|fell|fall(?:s|ing|en)|declin\w{1,3}|decreas\w{1,3}|dropp\w{1,3}|dropped|went up|went down|grew|up|down)"
_CHANGED_SHARE = re.compile(
    rf"\b(?:(?P<share>proportion|share|percentage|ratio)|(?P<rate>growth rate|rate of (?:increase|growth)|(?:un)?employment rate))"
    rf"(?: of [\w' -]{{1,40}}?)?,?\s(?:has |had |have |was |were |is |also )?{_MOVED}\s(?:by )?(?:about |nearly |some )?{_PERCENT}",
    re.I,
)
_ZH_CHANGED_SHARE = re.compile(
    r"(?:比重|占比|增速|增幅|失业率|比例|贡献率)[^,。;,;%]{0,14}?(?:提高|上升|下降|回落|增加|降低|提升)了?(?P<n>\d{1,3}(?:\.\d{1,2})?)%"
)
_DE_CHANGED_SHARE = re.compile(
    rf"\b(?:Anteil|Quote|Wachstumsrate)\b[^.;]{{0,60}}?\b(?:stieg|sank|fiel|erhöhte sich)\b[^.;]{{0,30}}?\bum\s(?P<n>{_NUMBER})\s?(?:%|Prozent\b(?!punkte))"
)
_GAP = re.compile(
    rf"{_PERCENT}\s(?:points? )?(?P<way>higher|lower|above|below|faster|slower|more|less)\s(?:than\s)?(?:the\s|that of the\s)?(?P<base>[\w' -]{{0,40}}?"
    r"(?:average|national level|provincial level|growth rate|rate of (?:increase|growth)|overall rate)(?:\s(?:rate of (?:increase|growth)|growth rate|growth))?)",
    re.I,
)
_RATE_BASE = re.compile(r"(?i)growth|increase|rate")
_SHARE_BEFORE = re.compile(
    rf"(?i)(?:account\w{{0,3}} for|represent\w{{0,3}}|share of|proportion of|made up|makes? up|took up)\s[\w ]{{0,20}}?{_NUMBER}\s?(?:%|percent|per cent|pct)"
)
_GROWTH_BEFORE = re.compile(
    rf"(?i)\b(?:up|down|grew|rose|growth of|increas\w{{1,3}}|declin\w{{1,3}}|fell)\s(?:by |of )?{_NUMBER}\s?(?:%|percent|per cent|pct)"
)
_LEVEL_BEFORE = re.compile(r"(?i)\b(?:million|billion|trillion|yuan|euros?|dollars?|tons?|tonnes|kwh?|TEUs?)\b|[$£€¥]")
_OF_KINDS = re.compile(
    r"(?i)\b(?P<k>\d{1,3})\s(?:(?:out )?of|der|von(?: den)?)\s(?:the\s|all\s)?(?P<n>\d{1,3})\b|\bamong (?:the |all )?(?P<n2>\d{1,3})\s[\w -]{3,40}?,\s(?P<k2>\d{1,3})\b"
)
_KINDS = re.compile(
    r"(?i)\b(?P<n>\d{2,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\s"
    r"(?:[\w-]{1,20}\s){0,2}?(?:industries|sectors|categories|branches|regions|cities|provinces|products)\b"
)
_GROWTH_WORD = re.compile(
    rf"(?i)\b(?:growth rate|growth|expansion|increase|Wachstumsrate|Wachstum|Zuwachs)\s(?:rate )?(?:of|von|at|reached|was)\s(?P<n>{_NUMBER})\s?(?:%|percent|per cent|pct|Prozent)"
)
_RATE_FROM_TO = re.compile(
    rf"(?i)\bgrowth rate\b[^.;]{{0,90}}?\b(?:increas\w{{1,3}}|ris\w{{1,3}}|rose|grow\w{{0,3}}|up|climb\w{{0,3}})\sfrom\s(?P<a>{_NUMBER})\s?(?:%|percent|pct)"
    rf"(?:\sin\s[\w -]{{0,20}}?(?:19|20)\d\d)\s?to\s(?P<b>{_NUMBER})\s?(?:%|percent|pct)"
)
_BARE_RATE = re.compile(
    r"(?i)\b(?:up|down|rose|fell|grew|increased|decreased|declined|dropped)\s(?:by\s)(?P<n>\d{1,2}\.\d{1,2})\s(?=(?:in|from|on|compared|year|over)\b)"
)
_BARE_AMOUNT = re.compile(
    r"(?i)(?P<sign>US\$|[$£€¥])\s?(?P<a>\d{1,3}\.\d{1,2})(?![\d,]|\.\d|[-\w])(?!\s?(?:million|billion|trillion|thousand|hundred|bn|mn|tn|[mbk]\b|crore|lakh|per\b|an?\b|each\b|/|-|to\b))"
    r"|(?<![\d.,])(?P<b>\d{1,3}\.\d{1,2})\s(?P<unit>yuan|rmb|euros?|dollars|pounds|yen|rupees)\b(?!\s?(?:per\b|an?\b|each\b|/))"
)
_SCALED = re.compile(
    r"(?i)\d\s?(?P<scale>thousand|million|billion|trillion)\b(?:\s(?:yuan|rmb|euros?|(?:US |U\.S\. )?dollars|pounds|yen|rupees)\b)?"
)
_PRICE = re.compile(
    r"(?i)\b(?:price\w{0,2}|cost\w{0,2}|per\b|each|daily|average|wage|salary|tariff|toll|fee|ticket|share\b|kWh|kilo|rate|fell to|a (?:day|ton|kilogram|barrel|month))"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def percent_is_meant_as_percentage_points(page: Page) -> Iterator[Finding]:
    """Find changes of a share or rate, and gaps between two of them, printed in per cent."""
    for start, sentence in page_sentences(page):
        for pattern in (_CHANGED_SHARE, _ZH_CHANGED_SHARE, _DE_CHANGED_SHARE):
            for match in pattern.finditer(sentence):
                yield _points(page, start, match, "the change of a share or rate is a difference of percentages")
        for match in _GAP.finditer(sentence):
            before = sentence[: match.start()]
            share = _SHARE_BEFORE.search(before) and not _LEVEL_BEFORE.search(before[_last_share(before) :])
            growth = _GROWTH_BEFORE.search(before) and (
                _RATE_BASE.search(match["base"]) or not _LEVEL_BEFORE.search(before)
            )
            if share or growth:
                yield _points(
                    page,
                    start,
                    match,
                    f"the gap between two {'shares' if share else 'growth rates'} is a difference of percentages",
                )


def share_is_called_growth(page: Page) -> Iterator[Finding]:
    """Find a "growth rate" that is the share k / n of the things counted in the same sentences."""
    sentences = list(page_sentences(page))
    for place, (start, sentence) in enumerate(sentences):
        for match in _GROWTH_WORD.finditer(sentence):
            before = (
                sentence[: match.start()] if place == 0 else sentences[place - 1][1] + " " + sentence[: match.start()]
            )
            yield from _counted(page, start, match, before, sentence)
        for match in _RATE_FROM_TO.finditer(sentence):
            if max(_value(match["a"]), _value(match["b"])) > 40:
                yield on_text(
                    page,
                    (start + match.start(), start + match.end()),
                    "share_is_called_growth",
                    f"{match['a']} percent and {match['b']} percent years apart are shares: as growth rates they would double the figure every year or two",
                    expected="share",
                )


def percent_sign_is_missing(page: Page) -> Iterator[Finding]:
    """Find "up by 0.5 in the EU" beside rates that carry their unit."""
    for start, sentence in page_sentences(page):
        if not re.search(_PERCENT, sentence):
            continue
        for match in _BARE_RATE.finditer(sentence):
            yield on_text(
                page,
                (start + match.start(), start + match.start("n") + len(match["n"])),
                "percent_sign_is_missing",
                f"{match['n']} has no unit, the other rates of the sentence are in percent",
                verdict="cannot_tell",
                severity="tension",
                expected=f"{match['n']} percent, or another figure",
            )


def scale_word_is_missing(page: Page) -> Iterator[Finding]:
    """Find an amount of money without "million" or "billion" in a sentence whose other amounts have it."""
    for start, sentence in page_sentences(page):
        scales = [(match.start(), match["scale"].lower()) for match in _SCALED.finditer(sentence)]
        for match in _BARE_AMOUNT.finditer(sentence):
            printed = match["a"] or match["b"]
            shared_scale = re.match(
                r"(?i)\s?(?:,|and)\s(?:US\$|[$£€¥])?\s?\d", sentence[match.end() : match.end() + 12]
            )
            if (
                not scales
                or _PRICE.search(sentence[max(0, match.start() - 60) : match.end() + 30])
                or (shared_scale and match["a"])
            ):
                continue
            near = min(scales, key=lambda scale: abs(scale[0] - match.start()))[1]
            yield on_text(
                page,
                (start + match.start(), start + match.end()),
                "scale_word_is_missing",
                f"{match.group().strip()} stands beside amounts in {near}s: read as printed it is next to nothing",
                expected=match.group().strip().replace(printed, f"{printed} {near}"),
            )


CHECKS = (
    percent_is_meant_as_percentage_points,
    share_is_called_growth,
    percent_sign_is_missing,
    scale_word_is_missing,
)


def page_sentences(page: Page) -> Iterator[tuple[int, str]]:
    """Give the sentences that the patterns read: those of a sane length."""
    return ((start, sentence) for start, sentence in page.sentences if len(sentence) <= LONGEST)


def _points(page: Page, start: int, match: re.Match[str], why: str) -> Finding:
    return on_text(
        page,
        (start + match.start(), start + match.end()),
        "percent_is_meant_as_percentage_points",
        f"“{match.group()}”: {why}",
        expected=f"{match['n']} percentage points",
    )


def _last_share(before: str) -> int:
    return max((match.start() for match in _SHARE_BEFORE.finditer(before)), default=0)


def _counted(page: Page, start: int, match: re.Match[str], before: str, sentence: str) -> Iterator[Finding]:
    """Compare a growth figure with k / n, k and n as printed, or with any k where only n is."""
    printed = match["n"].replace(",", ".")
    share, decimals = float(printed), len(printed.partition(".")[2])
    pair = None
    for pair in _OF_KINDS.finditer(before):
        k, n = int(pair["k"] or pair["k2"]), int(pair["n"] or pair["n2"])
        if n in COUNTED and k < n and round(100 * k / n, decimals) == share:
            yield _share(page, start, match, k, n)
            return
    if pair is None:
        for kinds in _KINDS.finditer(sentence[: match.start()]):
            n = _integer(kinds["n"])
            fitting = [k for k in range(1, n) if round(100 * k / n, decimals) == share]
            if n in COUNTED and decimals and len(fitting) == 1 and share > 40:
                yield _share(page, start, match, fitting[0], n)


def _share(page: Page, start: int, match: re.Match[str], k: int, n: int) -> Finding:
    return on_text(
        page,
        (start + match.start(), start + match.end()),
        "share_is_called_growth",
        f"{k} / {n} = {say.percent(k / n)}: the share of those that grew, not a growth rate",
        expected=f"{match['n']} percent of the {n}",
    )


def _integer(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.lower().partition("-")
    return 10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) + 1 if ones else 0)


def _value(text: str) -> float:
    return float(text.replace(",", "."))

"""Words that do not fit their numbers: a third of all true errors, and most need no other figure to be seen.

Patterns run sentence by sentence, each with bounded repetition, so that their time grows with the text's length only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.records import Finding
from hinterland.ledger.wording import Part

LONGEST = 1500  # characters of a sentence that are read: longer ones are tables or garbage
COUNTED = range(5, 1000)  # "35 of the 41 industries": it takes enough of them for a share to be telling
LISTED = 2  # quantities in millions that a sentence must list before one without the word is an oversight
SAME_DIFFERENCE = 0.11  # of two percentages and their difference, each rounded to a tenth
MOST = 40  # per cent a year that a growth rate of years hardly reaches, while shares of trade do
_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_SIGN = r"(?:%|percent\b|per cent\b|pct\b|Prozent\b)"
_PERCENT_2 = rf"(?P<n2>{_NUMBER})\s?{_SIGN}(?!\s?(?:age)?[- ]?points?)"
_PERCENT = rf"(?P<n>{_NUMBER})\s?{_SIGN}(?!\s?(?:age)?[- ]?points?)"
_ROSE = r"(?:increas\w{1,3}|ris(?:es|ing|en)|rose|gr[eo]w|went up|up)"
_FELL = r"(?:fell|fall(?:s|ing|en)|declin\w{1,3}|decreas\w{1,3}|dropp\w{1,3}|went down|down)"
_A_RATE = (
    r"(?:growth|(?:un)?employment|jobless|urbani[sz]ation|penetration|utili[sz]ation|coverage|participation|occupancy|"
    r"contribution|vacancy|savings?|poverty|self-sufficiency|enrol?lment|pass|qualification) rate"
)
_HAN = re.compile(r"[一-鿿]")
_ANY_SIGN = re.compile(r"(?i)%|per ?cent|pct|prozent")
_A_SHARE = rf"(?:proportion|(?<!per )(?<!cents a )share|percentage|ratio|{_A_RATE}|rate of (?:increase|growth))"
_AN_INCREASE = r"an? (?:increase|rise|gain|decrease|drop|decline|fall) of"
_EARLIER = (
    r"(?:(?:that of |that in |in |over |from )?(?:the )?(?:first|second|third|previous|last|same)\s"
    r"(?:three quarters|two months|\w{1,8} months|quarter|half|month|year|period)"
    r"|(?:that )?in (?:19|20)\d\d|a (?:year|month|quarter) (?:earlier|ago|before)|the (?:year|month|quarter) before)"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_CHANGED_SHARES = (
    re.compile(
        rf"(?i)\b{_A_SHARE}(?: (?:of|in|for) [\w' -]{{1,60}}?)?,?\s(?:has |had |have |was |were |is |also )?"
        rf"(?:{_ROSE}|{_FELL})\s(?:by )?(?:about |nearly |some )?{_PERCENT}"
    ),
    re.compile(
        rf"(?i)\b{_A_SHARE}(?: (?:of|in) [\w' -]{{1,60}}?)?\s(?:stood at|was|is|reached|came to|hit|(?:rose|"
        rf"grew|increased|climbed|fell|dropped|declined|decreased) to)\s{_NUMBER}\s?{_SIGN}"
        r"(?: (?:in|at|by|for) [\w ]{1,40}?)?,"
        rf"\s(?:(?:{_ROSE}|{_FELL}|{_AN_INCREASE})\s(?:by )?{_PERCENT}|{_PERCENT_2}\s(?:higher|lower)\b)"
    ),
    re.compile(
        rf"(?i)\b(?:{_ROSE}|{_FELL}|growth of|expansion of)\s(?:by )?{_NUMBER}\s?{_SIGN}(?:\syear[- ]on[- ]year)?,"
        rf"\s(?:{_AN_INCREASE}\s{_PERCENT}\s(?:over|from|compared (?:with|to))|{_PERCENT_2}\s"
        rf"(?:higher|lower|faster|slower)\sthan)\s{_EARLIER}\b"
    ),
    re.compile(rf"(?i){_NUMBER}\s?{_SIGN} of [\w' -]{{1,60}}?,\s{_PERCENT}\s(?:higher|lower)\sthan\s{_EARLIER}\b"),
    re.compile(rf"(?i){_PERCENT}\s(?:in|of)\s(?:its |the )?(?:share|proportion)\b(?! of)"),
    re.compile(
        r"(?:比重|占比|城镇化率|失业率|覆盖率|贡献率|渗透率|利用率)[^,，。;；%]{0,12}\d{1,3}(?:\.\d{1,2})?%[,，]"
        r"(?:比|较)?[^,，。;；%\d]{0,10}(?:提高|上升|下降|回落|降低|提升|增加)了?(?P<n>\d{1,3}(?:\.\d{1,2})?)%"
    ),
    re.compile(
        r"(?:增长|下降|增速为|增幅为)\d{1,3}(?:\.\d{1,2})?%[,，][^,，。;；%\d]{0,6}(?:增速|增幅)?(?:比|较)"
        r"(?:全国|全省|全区|全市|上年|上月|去年|上季度|一季度|上半年)[^,，。;；%\d]{0,8}(?:高|低|快|慢|提高|回落|加快)了?"
        r"(?P<n>\d{1,3}(?:\.\d{1,2})?)%"
    ),
    re.compile(r"(?:增速|增幅)[^,，。;；%\d]{0,4}比[^,，。;；%\d]{0,14}(?:高|低|快|慢)(?P<n>\d{1,3}(?:\.\d{1,2})?)%"),
    re.compile(
        r"(?:比重|占比|增速|增幅|失业率|比例|贡献率)[^,。;,;%]{0,14}?"
        r"(?:提高|上升|下降|回落|增加|降低|提升)了?(?P<n>\d{1,3}(?:\.\d{1,2})?)%"
    ),
    re.compile(
        rf"(?i)\b\w{{0,30}}(?:anteil|quote|wachstumsrate)\b[^.;]{{0,60}}?\b(?:stieg|sank|fiel|erhöhte sich|"
        rf"verringerte sich)\b"
        rf"[^.;]{{0,30}}?\bum\s(?P<n>{_NUMBER})\s?(?:%|Prozent\b)"
    ),
    re.compile(
        rf"(?i)\b\w{{0,30}}(?:anteil|quote|wachstumsrate)\b[^.;\d]{{0,40}}?{_NUMBER}\s?(?:%|Prozent\b),\s"
        rf"(?P<n>{_NUMBER})\s?(?:%|Prozent)\s(?:höher|niedriger|mehr|weniger)\b"
    ),
)
_CHANGED_SHARES_IN_LETTERS = tuple(pattern for pattern in _CHANGED_SHARES if not _HAN.search(pattern.pattern))
_GAP = re.compile(
    rf"(?i){_PERCENT}\s(?:points? )?(?:higher|lower|above|below|faster|slower|more|less)\s(?:than\s)?"
    r"(?:that of )?(?:the\s)?(?P<base>[\w' -]{0,40}?(?:average|national (?:level|figure)|"
    r"provincial (?:level|figure)|growth rate|"
    r"overall growth|country\b|nation\b|province\b|rate of (?:increase|growth)|"
    r"overall rate)(?:\s(?:rate of (?:increase|growth)|growth(?: rate)?))?)"
)
_OUTPACED = re.compile(
    r"(?i)\b(?:exceed\w{0,3}|outpac\w{1,3}|outperform\w{0,3}|surpass\w{0,3}|beat\w{0,3})\s(?:the|that of the)\s"
    rf"(?P<base>[\w' -]{{0,30}}?(?:average|level|rate)(?: growth(?: rate)?| of (?:increase|growth))?)\sby\s{_PERCENT}"
)
_SHARE_ROSE = re.compile(
    rf"(?i)(?:account\w{{0,3}} for|represent\w{{0,3}}|making up)\s{_NUMBER}\s?{_SIGN} of [\w' -]{{1,60}}?,"
    rf"\s(?:{_ROSE}|{_FELL}|{_AN_INCREASE})\s(?:by )?{_PERCENT}"
)
_FROM_TO = re.compile(
    rf"(?i)\bfrom\s(?P<a>{_NUMBER})\s?{_SIGN}[\w ]{{0,30}}?\sto\s(?P<b>{_NUMBER})\s?{_SIGN}[\w ]{{0,30}}?,"
    rf"\s(?:up|down|{_AN_INCREASE})\s(?:by )?{_PERCENT}"
)
_RATE_BASE = re.compile(r"(?i)growth|increase|rate")
_SHARE_BEFORE = re.compile(
    r"(?i)(?:account\w{0,3} for|represent\w{0,3}|share of|proportion of|made up|makes? up|took up)\s"
    rf"[\w ]{{0,20}}?{_NUMBER}\s?{_SIGN}"
)
_GROWTH_BEFORE = re.compile(
    rf"(?i)\b(?:{_ROSE}|{_FELL}|growth of)\s(?:by |of )?{_NUMBER}\s?{_SIGN}"
    r"|\bgrowth rates?\b|\brate of (?:increase|growth)\b|\bgrowth\s(?:was|is|of \w{1,20} was)?\s?$"
)
_LEVEL = re.compile(r"(?i)\b(?:million|billion|trillion|yuan|euros?|dollars?|tons?|tonnes|kwh?|TEUs?)\b|[$£€¥]")
_OF_KINDS = re.compile(
    r"(?i)\b(?P<k>\d{1,3})\s(?:(?:out )?of|der|von(?: den)?)\s(?:the\s|all\s)?(?P<n>\d{1,3})\b"
    r"|\b(?:among|(?:out )?of) (?:the |all )?(?P<n2>\d{1,3})\s[\w -]{3,40}?,\s(?P<k2>\d{1,3})\b"
)
_KINDS = re.compile(
    rf"(?i)\b(?P<n>\d{{2,3}}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?)\s(?:[\w-]{{1,20}}\s){{0,2}}?"
    r"(?:industries|sectors|categories|branches|regions|cities|provinces|products)\b"
)
_CALLED_GROWTH = re.compile(
    r"(?i)\b(?:growth rate|growth|expansion|increase|Wachstumsrate|Wachstum|Zuwachs)\s(?:rate )?"
    rf"(?:of|von|at|reached|reaching|stood at|was|is|being|to)\s(?P<n>{_NUMBER})\s?{_SIGN}"
)
_COUNTED_ZH = re.compile(
    r"(?P<n>\d{1,3})个[^,，。;；\d]{0,14}中[,，]?有?(?P<k>\d{1,3})个[^。;；\d]{0,20}(?:增长率|增速|增幅)(?:为|达|达到)?(?P<share>\d{1,2}(?:\.\d{1,2})?)%"
)
_ABOVE_ZH = re.compile(
    r"增长\d{1,3}(?:\.\d{1,2})?%[,，](?:增速|增幅)?(?:高于|低于|高出|快于)(?:全国|全省|全市)(?:平均水平|平均|平均增速|增速)?(?P<n>\d{1,3}(?:\.\d{1,2})?)%"
)
_RATE_FROM_TO = re.compile(
    rf"(?i)\bgrowth rate\b[^.;]{{0,90}}?\b{_ROSE}\sfrom\s(?P<a>{_NUMBER})\s?{_SIGN}"
    rf"\sin\s[\w -]{{0,20}}?(?:19|20)\d\d\s?to\s(?P<b>{_NUMBER})\s?{_SIGN}"
)
_BARE_RATE = re.compile(
    rf"(?i)\b(?:{_ROSE}|{_FELL})\s(?:by\s(?P<n>\d{{1,2}}\.\d{{1,2}})\s(?=(?:in|from|on|compared|year|over)\b)"
    r"|(?P<n2>\d{1,3}\.\d{1,2})\s(?=year[- ]on[- ]year\b))"
    r"|(?<=, )(?P<n3>\d{1,2}\.\d{1,2})\s(?=(?:higher|lower|more|less)\sthan (?:the|in the) same period\b)"
)
_BARE_AMOUNT = re.compile(
    r"(?i)(?:US\$|[$£€¥])\s?(?P<a>\d{1,3}\.\d{1,2})(?![\d,]|\.\d|[-\w])"
    r"(?!\s?(?:million|billion|trillion|thousand|hundred|bn|mn|tn|[mbk]\b|crore|lakh|per\b|an?\b|each\b|/|-|to\b))"
    r"|(?<![\d.,])(?P<b>\d{1,3}\.\d{1,2})\s(?:yuan|rmb|euros?|dollars|pounds|yen|rupees)\b(?!\s?(?:per\b|an?\b|each\b|/))"
)
_BARE_QUANTITY = re.compile(
    r"(?i)(?<![\d.,])(?P<n>\d{1,3}(?:\.\d{1,2})?)\s(?P<unit>(?:metric )?tons|tonnes|kWh|kW|TEUs?)\b"
)
_FRACTION = re.compile(
    r"(?i)(?<![\d.,])(?P<n>\d{1,3}\.\d{1,2})\s(?P<unit>TEUs?|vehicles|passengers|tourists|visitors|train trips|"
    r"inhabitants|employees|companies|enterprises)\b"
)
_SHARED_COUNT = re.compile(r"(?i)[^.;]{0,40}\b(?:million|billion|thousand)\b[^.;]{0,12}\brespectively\b")
_SCALED_QUANTITY = re.compile(r"(?i)\d\s(?P<scale>million|billion)\s(?P<unit>(?:metric )?tons|tonnes|kWh|kW|TEUs?)\b")
_SCALED = re.compile(r"(?i)\d\s?(?P<scale>thousand|million|billion|trillion)\b")
_SHARED_SCALE = re.compile(r"(?i)\s?(?:,|and)\s(?:US\$|[$£€¥])?\s?\d")
_PRICE = re.compile(
    r"(?i)\b(?:price\w{0,2}|cost\w{0,2}|per\b|each|daily|average|wages?|salary|tariff|toll|fee|tickets?|"
    r"shares?\b|kWh|kilo|rate|fell to|a (?:day|ton|kilogram|barrel|month))"
)


def percent_is_meant_as_percentage_points(page: Page) -> Iterator[Finding]:
    """Find changes of a share or rate, and gaps between two of them, printed in per cent."""
    for start, sentence in _sentences(page):
        if not _ANY_SIGN.search(sentence):
            continue
        for pattern in _CHANGED_SHARES if _HAN.search(sentence) else _CHANGED_SHARES_IN_LETTERS:
            for match in pattern.finditer(sentence):
                yield _points(page, start, match, say.phrase("change_of_a_share"))
        for match in _SHARE_ROSE.finditer(sentence):
            if _GROWTH_BEFORE.search(sentence[: match.start()]):
                why = say.phrase("growth_before")
                yield _points(page, start, match, why, severity="tension")
        for match in _FROM_TO.finditer(sentence):
            difference = abs(_value(match["b"]) - _value(match["a"]))
            if abs(difference - _value(match["n"])) < SAME_DIFFERENCE:
                yield _points(
                    page, start, match, say.phrase("difference", b=match["b"], a=match["a"], n=f"{difference:.3g}")
                )
        for match in _ABOVE_ZH.finditer(sentence):
            yield _points(
                page, start, match, say.phrase("gap_between", kind=say.phrase("growth_rates")), severity="tension"
            )
        for match in (*_GAP.finditer(sentence), *_OUTPACED.finditer(sentence)):
            kind = _compared(sentence[: match.start()], match["base"])
            if kind:
                yield _points(page, start, match, say.phrase("gap_between", kind=say.phrase(kind)))


def share_is_called_growth(page: Page) -> Iterator[Finding]:
    """Find a "growth rate" that is the share k / n of the things counted beside it, or that only a share can be."""
    before = ""
    for start, sentence in _sentences(page):
        for match in _CALLED_GROWTH.finditer(sentence):
            yield from _counted(page, start, match, before + " " + sentence[: match.start()], sentence)
        for match in _COUNTED_ZH.finditer(sentence):
            yield from _share_of_count(page, start, match, int(match["k"]), int(match["n"]), match["share"])
        for match in _RATE_FROM_TO.finditer(sentence):
            if max(_value(match["a"]), _value(match["b"])) > MOST:
                yield on_text(
                    page,
                    (start + match.start(), start + match.end()),
                    "share_is_called_growth",
                    {"first": match["a"], "last": match["b"]},
                    expected=say.phrase("share"),
                    form="years",
                )
        before = sentence


def percent_sign_is_missing(page: Page) -> Iterator[Finding]:
    """Find "up by 0.5 in the EU" and "up 75.4 year on year" beside rates that carry their unit."""
    rates = re.search(_PERCENT, page.document.text)
    for start, sentence in _sentences(page) if rates else ():
        for match in _BARE_RATE.finditer(sentence):
            if match["n"] and not re.search(_PERCENT, sentence):
                continue  # "rose by 0.5 in 2020" may be a level's change
            yield on_text(
                page,
                (start + match.start(), start + match.end(match.lastgroup or 0)),
                "percent_sign_is_missing",
                {"number": match[match.lastgroup or 0]},
                verdict="cannot_tell",
                severity="tension",
                expected=say.phrase("percent_or_another", n=match[match.lastgroup or 0]),
            )


def scale_word_is_missing(page: Page) -> Iterator[Finding]:
    """Find an amount of money without "million" or "billion" in a sentence whose other amounts have it."""
    for start, sentence in _sentences(page):
        scales = [(match.start(), match["scale"].lower()) for match in _SCALED.finditer(sentence)]
        for match in _BARE_AMOUNT.finditer(sentence):
            around = sentence[max(0, match.start() - 60) : match.end() + 30]
            shared = match["a"] and _SHARED_SCALE.match(sentence[match.end() : match.end() + 12])
            if not scales or shared or _PRICE.search(around):
                continue
            printed, number = match.group().strip(), match["a"] or match["b"]
            near = min(scales, key=lambda scale: abs(scale[0] - match.start()))[1]
            yield on_text(
                page,
                (start + match.start(), start + match.end()),
                "scale_word_is_missing",
                {"printed": printed, "scale": say.phrase(f"scale_{near}")},
                expected=printed.replace(number, f"{number} {near}"),
            )


def scale_word_of_a_quantity_is_missing(page: Page) -> Iterator[Finding]:
    """Find tons or kilowatts without "million" in a sentence that counts two or more others of them in millions."""
    for start, sentence in _sentences(page):
        scaled = [(match["scale"].lower(), match["unit"].lower()) for match in _SCALED_QUANTITY.finditer(sentence)]
        for match in _BARE_QUANTITY.finditer(sentence):
            scales = [scale for scale, unit in scaled if unit == match["unit"].lower()]
            around = sentence[max(0, match.start() - 60) : match.end() + 30]
            if len(scales) < LISTED or _PRICE.search(around):
                continue
            yield on_text(
                page,
                (start + match.start(), start + match.end()),
                "scale_word_of_a_quantity_is_missing",
                {"words": match.group(), "count": len(scales), "scale": say.phrase(f"scale_{scales[-1]}")},
                severity="tension",
                expected=f"{match['n']} {scales[-1]} {match['unit']}",
            )


def count_has_a_fraction(page: Page) -> Iterator[Finding]:
    """Find "20.09 TEUs" and "3.4 vehicles": whole things have no hundredths, so that a scale word is missing."""
    for start, sentence in _sentences(page):
        for match in _FRACTION.finditer(sentence):
            around = sentence[max(0, match.start() - 60) : match.end() + 30]
            if not (_PRICE.search(around) or _SHARED_COUNT.match(sentence[match.end() : match.end() + 60])):
                yield on_text(
                    page,
                    (start + match.start(), start + match.end()),
                    "count_has_a_fraction",
                    {"words": match.group()},
                    expected=say.phrase("with_a_scale_word", n=match["n"], unit=match["unit"]),
                )


CHECKS = (
    count_has_a_fraction,
    scale_word_of_a_quantity_is_missing,
    percent_is_meant_as_percentage_points,
    share_is_called_growth,
    percent_sign_is_missing,
    scale_word_is_missing,
)


def _sentences(page: Page) -> Iterator[tuple[int, str]]:
    return ((start, sentence) for start, sentence in page.sentences if len(sentence) <= LONGEST)


def _compared(before: str, base: str) -> str | None:
    """Say what a gap compares, shares or growth rates, or None where it may compare levels."""
    shares = list(_SHARE_BEFORE.finditer(before))
    if shares and not _LEVEL.search(before[shares[-1].start() :]):
        return "shares"
    if _GROWTH_BEFORE.search(before) and (_RATE_BASE.search(base) or not _LEVEL.search(before)):
        return "growth_rates"
    return None


def _points(page: Page, start: int, match: re.Match[str], why: Part, severity: str = "error") -> Finding:
    number = match["n"] or match["n2"]
    return on_text(
        page,
        (start + match.start(), start + match.end()),
        "percent_is_meant_as_percentage_points",
        {"words": match.group(), "why": why},
        severity=severity,
        expected=say.phrase("points", n=number),
    )


def _counted(page: Page, start: int, match: re.Match[str], before: str, sentence: str) -> Iterator[Finding]:
    """Compare a growth figure with k / n, k and n as printed, or with any k where only n is."""
    printed = match["n"].replace(",", ".")
    share, decimals = float(printed), len(printed.partition(".")[2])
    pairs = [(int(p["k"] or p["k2"]), int(p["n"] or p["n2"])) for p in _OF_KINDS.finditer(before)]
    if not pairs and decimals and share > MOST:
        counts = [_integer(kinds["n"]) for kinds in _KINDS.finditer(sentence[: match.start()])]
        pairs = [(round(share * n / 100), n) for n in counts]
    for k, n in pairs:
        named = list(_share_of_count(page, start, match, k, n, printed))
        if named:
            yield from named
            return


def _share_of_count(page: Page, start: int, match: re.Match[str], k: int, n: int, printed: str) -> Iterator[Finding]:
    if n in COUNTED and 0 < k < n and round(100 * k / n, len(printed.partition(".")[2])) == float(printed):
        yield on_text(
            page,
            (start + match.start(), start + match.end()),
            "share_is_called_growth",
            {"k": k, "n": n, "quotient": say.percent(k / n)},
            expected=say.phrase("percent_of_the", n=printed, whole=n),
        )


def _integer(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.lower().partition("-")
    return 10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) + 1 if ones else 0)


def _value(text: str) -> float:
    return float(text.replace(",", "."))

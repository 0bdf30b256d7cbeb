"""Parts with their shares in German texts, which the reader keeps but does not read: enough to test the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from hinterland.ledger.checks.pages import Page
from hinterland.ledger.intervals import Interval
from hinterland.ledger.lexicon import gazetteer
from hinterland.ledger.records import Statistic

_SCALES = {"mio": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarden": 1e9, "bio": 1e12, "billionen": 1e12}
_UNITS = {"yuan": "CNY", "rmb": "CNY", "euro": "EUR", "us-dollar": "USD", "dollar": "USD"}
_PART = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d{3}){0,3}(?:,\d{1,3})?)\s(?P<scale>Mio|Millionen|Mrd|Milliarden|Bio|Billionen)\.?\s"
    r"(?P<unit>Yuan|RMB|Euro|US-Dollar|Dollar)\b[^.;%]{0,40}?(?P<share>\d{1,2}(?:,\d{1,2})?)\s?%\s(?:der|des|von)\s"
    r"(?:Provinz\s|Stadt\s|Region\s)?(?P<place>[A-ZÄÖÜ][\w-]{1,30})"
)
_TRADE = re.compile(r"(?i)Import- und -?exportwert|Importe und Exporte|Außenhandel")
_MONTHS = re.compile(r"ersten (?P<n>\d{1,2}) Monaten(?: des Jahres)? (?P<year>(?:19|20)\d\d)")
_YEAR = re.compile(r"\b(?:im Jahr |Jahres? )?(?P<year>(?:19|20)\d\d)\b")


def parts_with_shares(page: Page) -> Iterator[tuple[Statistic, Statistic]]:
    """Yield what a German text states as so much trade, which is so many per cent of a place's."""
    if page.document.language != "de":
        return
    for start, sentence in page.sentences:
        period = _period(sentence)
        for match in _PART.finditer(sentence):
            code = _codes().get(match["place"])
            if period and code and _TRADE.search(sentence[: match.start()]):
                yield _part(page, start, sentence, match, code, period)


def _part(
    page: Page, start: int, sentence: str, match: re.Match[str], code: str, period: tuple[date, date]
) -> tuple[Statistic, Statistic]:
    scale = _SCALES[match["scale"].lower()]
    value, half = _number(match["value"])
    share, share_half = _number(match["share"])
    span = (start + match.start("value"), start + match.end("unit"))

    def statistic(indicator: str, middle: float, off: float, unit: str) -> Statistic:
        interval = Interval(middle - off, middle + off)
        return Statistic(
            page.document.doc, span, page.document.text[slice(*span)], sentence, indicator, match["place"], code,
            *period, middle, interval.low, interval.high, unit,
        )  # fmt: skip

    money = statistic("trade_total[entity=part]", value * scale, half * scale, _UNITS[match["unit"].lower()])
    return money, statistic("share:trade_total[entity=part]", share / 100, share_half / 100, "share")


def _number(text: str) -> tuple[float, float]:
    """Read 1.234,5 and give it with half its last digit."""
    plain = text.replace(".", "").replace(",", ".")
    return float(plain), 0.5 * 10.0 ** -len(plain.partition(".")[2])


def _period(sentence: str) -> tuple[date, date] | None:
    months = _MONTHS.search(sentence)
    if months and 1 <= int(months["n"]) <= 12:
        year, n = int(months["year"]), int(months["n"])
        return date(year, 1, 1), date(year + n // 12, n % 12 + 1, 1) - timedelta(days=1)
    years = {match["year"] for match in _YEAR.finditer(sentence)}
    return (date(int(min(years)), 1, 1), date(int(min(years)), 12, 31)) if len(years) == 1 else None


@cache
def _codes() -> dict[str, str]:
    return {name: place.code for place, names in gazetteer() for name in names if place.code}

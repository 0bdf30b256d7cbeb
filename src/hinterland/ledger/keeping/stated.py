"""The size that a measure's own words state, in a unit of the lever that it enters as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hinterland.ledger.announcements.sizes import counts_things
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Measure

HAN = "\u4e00-\u9fff"  # Chinese signs stand side by side: they bound no word
_NUMBER = r"(?P<n>\d{1,6}(?:\.\d{1,4})?)"
_PERCENT = r"(?:%|％|per ?cent\b|pct\b|pc\b)"
_SIZES = {
    "pp": re.compile(rf"{_NUMBER}\s?(?:percentage points?|pp\b|个?百分点)", re.I),
    "percent": re.compile(rf"{_NUMBER}\s?(?:%|％|per ?cent\b|pct\b|pc\b)(?!age| points?)", re.I),
    "days": re.compile(rf"{_NUMBER} ?(?:days?\b|天)", re.I),
    "per tonne": re.compile(rf"(?P<sign>[$€£])?{_NUMBER}\s?(?P<money>[A-Za-z]{{3,7}})? ?(?:per|a) tonn?e?\b"),
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_BASIS_POINTS = re.compile(rf"{_NUMBER} ?(?:basis points?|bps?)\b", re.I)
_DAYS_FROM_TO = re.compile(
    r"(?i)\bfrom (?:about |over )?(?P<a>\d{1,3}(?:\.\d)?)(?:[ -]days?)? to (?:about |under )?"
    r"(?P<b>\d{1,3}(?:\.\d)?)[ -]days?\b"
    r"|[由从](?P<c>\d{1,3})天?[^，。；]{0,6}?[至到为](?P<d>\d{1,3})天"
)
_FROM_TO = re.compile(
    rf"(?:from|由|从) ?(?P<a>\d{{1,3}}(?:\.\d{{1,4}})?) ?{_PERCENT}?(?: to |[{HAN}]{{0,6}}?[到至为])"
    rf"(?P<b>\d{{1,3}}(?:\.\d{{1,4}})?) ?{_PERCENT}"
)
_GOODS = "goods|products|tariff lines|lines|imports|trade|items|货物|商品|产品|税目"
_COVERED = re.compile(rf"{_NUMBER} ?{_PERCENT} ?(?:of (?:\w+ ){{0,3}}?|的)(?:{_GOODS})")
_FALLS = re.compile(
    r"(?i)\b(?:cut|lower|reduc|decreas|discount|fall|drop|sav|shorten|exempt|trim|slash|halv)\w{0,4}"
    r"|下调|降低|下降|减少|削减|压缩|缩短|降"
)
_RISES = re.compile(r"(?i)\b(?:rais|increas|ris(?:e|ing)|grow|higher|lift|expand|add)\w{0,4}|提高|上调|增加|提升|加大")
_IMPOSES = re.compile(
    r"(?i)\b(?:impos\w{1,5}|levied|slap\w{0,5}|reimpos\w{1,5}|additional|extra|anti-?dumping|countervailing|safeguard"
    r"|retaliatory|punitive|surcharge)\b|加征"
)
_RANGE = re.compile(r"(?i)\bbetween \d|\d ?(?:%|per ?cent)? ?(?:to|-|–|and) ?\d{1,3}(?:\.\d)? ?(?:%|per ?cent)")
_BARS = re.compile(
    r"(?i)\b(?:ban|bann|prohibit|forbid|restrict|limit|curb|halt|suspend)(?:ed|s|ing)? "
    r"(?:all |the )?(?:import|export|shipment)s?\b"
    r"|\b(?:import|export)s? (?:ban|quota|restriction|curb)s?\b|禁止(?:进口|出口)"
)
_ENDS = re.compile(r"(?i)\b(?:cancel|end|withdr[ae]w|suspend|halt|stop)\w{0,4}\b|暂停|停止")
_LEVEL = re.compile(r"(?i)(?:\bto (?:about )?|[到至为])$")
_ZERO = re.compile(
    r"(?i)\bzero[- ](?:tariffs?|dut(?:y|ies))\b|\b(?:tariffs?|duties)\b[^.;]{0,80}? to zero\b|\bduty[- ]free\b|零关税"
)
_FREED = re.compile(r"(?i)\b(?:eliminat|abolish|abolit|scrap|remov|exempt|lift|waiv)\w{0,4}|取消|免征")
# What a duty is freed of, or lifted to, may be less than the duty itself.
_HALVES = re.compile(r"(?i)\bhalv\w{1,3}\b|减半")
_KEPT = re.compile(
    r"(?i)\b(?:most|many|some|part|partly|gradual\w*|phase\w*|quotas?|bans?|restrict\w*|anti-?dumping|countervailing|safeguard"
    r"|lift\w{0,3} (?:tariffs?|dut(?:y|ies)) (?:on|to|by)|additional|extra|retaliatory|punitive|reciprocal|barriers?)\b"
    r"|部分|附加"
)


@dataclass(frozen=True)
class Stated:
    """Hold a size that a text states."""

    value: float
    unit: str  # percent, pp, days, or money per tonne
    level: bool = False  # "cut to 5 percent" states what is left, "by 5 percent" the change
    of: str = ""  # where it is a share of something else than the lever's own base: a key of `[base]` in levers.toml


def stated(measure: Measure, kind: str | None) -> Stated | None:
    """Read a size in a unit of the kind out of a measure's own words; None where they state none."""
    words = _own_words(measure)
    if kind == "tariff" and (freed := _freed(words, measure.anchor)) is not None:
        return freed
    terms = table("levers.toml")["stated"].get(kind)
    if terms is None:
        return None
    found = None
    if any_of(terms["of"]).search(words):
        found = _between(words, str(kind), terms) or _by_unit(words, terms) or _points(words, terms)
    return found or _of_a_part(words, str(kind))


def opposes(measure: Measure, kind: str) -> bool:
    """Tell what moves a rate the other way than the size that a draft assumes: "impose duties", "cut the rebate"."""
    terms = table("levers.toml")["assumed"].get(kind)
    if terms is None:
        return False
    words = measure.anchor
    about = "of" not in terms or any_of(terms["of"]).search(words)
    if not about or any_of(terms["but"]).search(words):
        return False
    if kind == "tariff" and _BARS.search(words) and not _FREED.search(words):
        return True
    up = bool(_RISES.search(words) or (kind == "tariff" and _IMPOSES.search(words)))
    down = bool(_FALLS.search(words) or _FREED.search(words) or _ENDS.search(words))
    return (down and not up) if terms["moves"] == "up" else (up and not down)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern of whole words; Chinese ones need no bounds."""
    named = "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))
    return re.compile(rf"(?i)(?<![^\W{HAN}])(?:{named})(?![^\W{HAN}])")


def _own_words(measure: Measure) -> str:
    """Take the stretch from a measure's anchor to its quantity: a sentence may state the sizes of several."""
    begin = measure.sentence.find(measure.anchor)
    if measure.quantity and counts_things(measure.quantity):
        return measure.sentence  # "12 routes, shortening the journey by 3 days"
    at = measure.sentence.find(measure.quantity, begin) if measure.quantity and begin >= 0 else -1
    if at < 0:
        return measure.sentence
    end = max(at + len(measure.quantity or ""), begin + len(measure.anchor))
    return measure.sentence[begin : end + len(_rest(measure.sentence[end:]))]


def _rest(after: str) -> str:
    """Take the words that belong to a quantity: "90 percent of goods … to zero", "80 yuan per tonne"."""
    found = re.match(r"[^,;.，；。]{0,90}", after)
    return re.split(r" and | while ", found[0])[0] if found else ""


def _freed(words: str, anchor: str) -> Stated | None:
    """Read a duty that is taken away or halved, for all goods or for a share of them."""
    zero = _ZERO.search(words)
    covered = _COVERED.search(words)
    if _HALVES.search(anchor):
        return Stated(-50.0, "percent")
    if covered and (zero or _FREED.search(words)):
        return Stated(-float(covered["n"]), "percent", of="goods")
    gone = _FREED.search(anchor) and _SIZES["percent"].search(words) is None and _KEPT.search(words) is None
    return Stated(0.0, "percent", level=True) if zero or gone else None


def _moved(words: str, kind: str, terms: Mapping[str, Any]) -> Stated | None:
    """Read "from 13 percent to 16 percent": a new rate of a tariff, points of anything else that counts in points."""
    match = _FROM_TO.search(words)
    if match is None or "pp" not in terms["units"]:
        return None
    before, after = float(match["a"]), float(match["b"])
    if kind == "tariff":
        return Stated(after, "percent", level=True)
    change = round(after - before, 6)
    return Stated(-change if terms["falls"] == "+" else change, "pp")


def _between(words: str, kind: str, terms: Mapping[str, Any]) -> Stated | None:
    """Read a size told by what was and what will be, or in basis points, or a duty that comes on top."""
    if "days" in terms["units"] and (match := _DAYS_FROM_TO.search(words)):
        before, after = (float(match[x] or match[y]) for x, y in (("a", "c"), ("b", "d")))
        return Stated(round(before - after, 6), "days") if before > after else None
    if "pp" in terms["units"] and (match := _BASIS_POINTS.search(words)) and (sign := _sign(words, terms["falls"])):
        given = any_of(terms["points"]).search(words) if "points" in terms else None
        return Stated((1 if given else sign) * float(match["n"]) / 100, "pp")
    return (_imposed(words) if kind == "tariff" else None) or _moved(words, kind, terms)


def _imposed(words: str) -> Stated | None:
    """Read a duty laid on top ("impose a tariff of 25 percent") as points of the rate."""
    match = _SIZES["percent"].search(words)
    laid = _IMPOSES.search(words)
    if match is None or laid is None or _FALLS.search(words) or _FREED.search(words):
        return None
    several = _RANGE.search(words) or _LEVEL.search(words[: match.start()]) or _COVERED.search(words)
    return None if several else Stated(float(match["n"]), "pp")


def _by_unit(words: str, terms: Mapping[str, Any]) -> Stated | None:
    """Read a size in the kind's own units, with the sign that the verb gives it."""
    for unit in terms["units"]:
        if match := _SIZES[unit].search(words):
            level = bool(_LEVEL.search(words[: match.start()]))
            if unit == "per tonne" and not (match["money"] or match["sign"]):
                return None
            name = f"{_SIGNS.get(match['sign']) or _money(match['money'])} per tonne" if unit == "per tonne" else unit
            given = any_of(terms["points"]).search(words) if "points" in terms else None
            sign = 1 if level or given else _sign(words, terms["falls"])
            return Stated(sign * float(match["n"]), name, level) if sign else None
    return None


def _points(words: str, terms: Mapping[str, Any]) -> Stated | None:
    """Read "an interest subsidy of 2 percent" as points of the rate."""
    match = _SIZES["percent"].search(words)
    if match is None or not terms.get("points") or not any_of(terms["points"]).search(words):
        return None
    return Stated(float(match["n"]), "pp") if not _LEVEL.search(words[: match.start()]) else None


def _of_a_part(words: str, kind: str) -> Stated | None:
    """Read a cut of a cost that is only a part of the lever's base: "cut logistics costs by 5 percent"."""
    for name, base in table("levers.toml")["base"].items():
        match = _SIZES["percent"].search(words) if base["kind"] == kind and any_of(base["of"]).search(words) else None
        if match and not _LEVEL.search(words[: match.start()]) and (sign := _sign(words, "+")):
            return Stated(sign * float(match["n"]), "percent", of=name)
    return None


def _sign(words: str, falls: str) -> int:
    """Give a change its sign, or 0 where the words do not tell: a cut of a cost is a saving, of a rebate a loss."""
    down, up = bool(_FALLS.search(words)), bool(_RISES.search(words))
    if falls == "0":
        return 1
    if down and up:
        return 0
    if falls == "+":
        return down - up
    return -1 if down else 1


def _money(word: str) -> str:
    return "USD" if word.lower() in ("dollar", "dollars") else word

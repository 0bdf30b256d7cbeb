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
    "per tonne": re.compile(rf"{_NUMBER}\s?(?P<money>[A-Za-z]{{3,7}}) (?:per|a) tonn?e?\b"),
}
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
_LEVEL = re.compile(r"(?i)(?:\bto (?:about )?|[到至为])$")
_ZERO = re.compile(
    r"(?i)\bzero[- ](?:tariffs?|dut(?:y|ies))\b|\b(?:tariffs?|duties)\b[^.;]{0,80}? to zero\b|\bduty[- ]free\b|零关税"
)
_FREED = re.compile(r"(?i)\b(?:eliminat|abolish|scrap|remov|exempt|lift)\w{0,4}|取消|免征")


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
    if kind == "tariff" and (freed := _freed(words)) is not None:
        return freed
    terms = table("levers.toml")["stated"].get(kind)
    if terms is None:
        return None
    found = None
    if any_of(terms["of"]).search(words):
        found = _moved(words, str(kind), terms) or _by_unit(words, terms) or _points(words, terms)
    return found or _of_a_part(words, str(kind))


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


def _freed(words: str) -> Stated | None:
    """Read a duty that is taken away, for all goods or for a share of them."""
    zero = _ZERO.search(words)
    covered = _COVERED.search(words)
    if covered and (zero or _FREED.search(words)):
        return Stated(-float(covered["n"]), "percent", of="goods")
    return Stated(0.0, "percent", level=True) if zero else None


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


def _by_unit(words: str, terms: Mapping[str, Any]) -> Stated | None:
    """Read a size in the kind's own units, with the sign that the verb gives it."""
    for unit in terms["units"]:
        if match := _SIZES[unit].search(words):
            level = bool(_LEVEL.search(words[: match.start()]))
            name = f"{_money(match['money'])} per tonne" if unit == "per tonne" else unit
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

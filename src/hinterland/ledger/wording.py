"""Say what a finding found, in English or Chinese: one catalogue a language, keyed on the name of the check.

A finding keeps the numbers, periods and names of its sentence as `Part`s, so that the sentence can be made in either
language; `evidence` and `expected` of the record are the English ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from hinterland.ledger.calendar_names import spoken_period
from hinterland.ledger.intervals import Interval
from hinterland.ledger.lexicon import gazetteer, table
from hinterland.ledger.records import Finding

LANGUAGES = ("en", "zh")

_SCALES = {
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")),
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
}


@dataclass(frozen=True)
class Part:
    """Hold one number, period or name of a sentence until its language is known."""

    kind: str
    values: tuple[Any, ...]

    def text(self, lang: str = "en") -> str:
        """Print it in a language."""
        return _PRINTED[self.kind](lang, *self.values)

    def __str__(self) -> str:
        return self.text()


Said = Part | str | int | float | date


def sentence(code: str, form: str, parts: Mapping[str, Said], lang: str = "en") -> str:
    """Fill the sentence of a check (and of its `form`, where it has several) with its parts."""
    return catalogue(lang)[f"{code}.{form}" if form else code].format(
        **{name: _said(part, lang) for name, part in parts.items()}
    )


def evidence(finding: Finding, lang: str = "en") -> str:
    """Give the sum that decides, in a language; in English where the parts were not kept."""
    return (
        finding.evidence
        if lang == "en" or not finding.parts
        else sentence(finding.code, finding.form, dict(finding.parts), lang)
    )


def expected(finding: Finding, lang: str = "en") -> str | None:
    """Give the value that would fit, in a language."""
    return finding.expected if lang == "en" or finding.fits is None else _said(finding.fits, lang)


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Open the catalogue of a language, its tables flattened to dotted keys."""
    flat: dict[str, str] = {}
    for key, entry in table(f"findings_{lang}.toml").items():
        flat |= {key: entry} if isinstance(entry, str) else {f"{key}.{name}": text for name, text in entry.items()}
    return flat


def _said(part: Said, lang: str) -> str:
    return part.text(lang) if isinstance(part, Part) else str(part)


def _amount(lang: str, value: float, unit: str | None, digits: int) -> str:
    if unit == "share":
        return _percent(lang, value, 3)
    scale, word = next(((scale, word) for scale, word in _SCALES[lang] if abs(value) >= scale * 0.9995), (1.0, ""))
    number = f"{value / scale:,.{_decimals(value / scale, digits)}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    if lang == "zh":
        return f"{number}{word}{_unit_in_chinese(unit)}"
    return f"{number}{word}" + (f" {unit}" if unit not in ("count", None) else "")


def _between(lang: str, interval: Interval, unit: str | None) -> str:
    low, high = _amount(lang, interval.low, unit, 5), _amount(lang, interval.high, unit, 5)
    return low if low == high else f"{low}{_to(lang)}{high}"


def _percent(lang: str, fraction: float, digits: int) -> str:
    value = fraction * 100
    return f"{value:.{max(1, min(2, _decimals(value, digits)))}f}{'%' if lang == 'zh' else ' %'}"


def _rates(lang: str, interval: Interval) -> str:
    low, high = f"{interval.low * 100:.2f}", f"{interval.high * 100:.2f}"
    return (low if low == high else f"{low}{_to(lang)}{high}") + ("%" if lang == "zh" else " %")


def _period(lang: str, start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return "未写明的时期" if lang == "zh" else "an unstated period"
    return spoken_period(start, end, lang)


def _added(lang: str, parts: tuple[Part, ...], signs: tuple[int, ...]) -> str:
    signed = "".join((" + " if sign > 0 else " - ") + part.text(lang) for part, sign in zip(parts, signs, strict=True))
    return signed[3:] if signs[0] > 0 else signed.strip()


def _unit(lang: str, code: str | None) -> str:
    return _unit_in_chinese(code) if lang == "zh" else str(code)


_THOUSANDS = ("", "thousand", "million", "billion", "trillion")


def _factor(lang: str, power: int) -> str:
    if lang == "zh":
        return f"{'小' if power < 0 else '大'}了{_times(lang, power)}"
    return f"{_times(lang, power)} too {'small' if power < 0 else 'large'}"


def _times(lang: str, power: int) -> str:
    size = abs(power)
    if lang == "zh":
        return f"{10**size:,}倍"
    of = _THOUSANDS[size // 3]
    times = f"{('', 'ten ', 'a hundred ')[size % 3]}{of}" if size % 3 else f"a {of}"
    return f"{times.strip()} times"


def _listed(lang: str, parts: tuple[Said, ...]) -> str:
    return ("，" if lang == "zh" else ", ").join(_said(part, lang) for part in parts)


def _joined(lang: str, parts: tuple[Said, ...]) -> str:
    return ("和" if lang == "zh" else " and ").join(_said(part, lang) for part in parts)


def _either(lang: str, english: str, chinese: str) -> str:
    return chinese if lang == "zh" else english


def _phrase(lang: str, key: str, parts: tuple[tuple[str, Said], ...]) -> str:
    return sentence("phrase", key, dict(parts), lang)


def _indicator(lang: str, base: str, brackets: str, prefix: str | None) -> str:
    if lang == "en":
        return (f"{prefix}:" if prefix else "") + base + (f"[{brackets}]" if brackets else "")
    names = table("names_zh.toml")
    name = _indicators_in_chinese().get(base, base.replace("_", " "))
    if brackets:
        name += f"（{'，'.join(_bracket(part, names['bracket']) for part in brackets.split(','))}）"
    for one in reversed(prefix.split(":") if prefix else []):  # "change_in:share" is the change of a share
        name = names["prefix"].get(one, one.replace("_", " ") + "：{name}").format(name=name)
    return name


def _bracket(part: str, keys: Mapping[str, str]) -> str:
    key, _, value = part.partition("=")
    return f"{keys.get(key, key)}：{_place('zh', value)}" if value else key


def _place(lang: str, name: str | None) -> str:
    return _places_in_chinese().get(str(name), str(name)) if lang == "zh" else str(name)


_PRINTED: dict[str, Callable[..., str]] = {
    "amount": _amount,
    "between": _between,
    "percent": _percent,
    "rates": _rates,
    "period": _period,
    "added": _added,
    "unit": _unit,
    "factor": _factor,
    "times": _times,
    "listed": _listed,
    "joined": _joined,
    "either": _either,
    "phrase": _phrase,
    "indicator": _indicator,
    "place": _place,
}


def _to(lang: str) -> str:
    return "至" if lang == "zh" else " to "


def _decimals(value: float, digits: int) -> int:
    whole = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    return max(0, digits - whole)


def _unit_in_chinese(unit: str | None) -> str:
    return "" if unit in ("count", None) else catalogue("zh").get(f"unit.{unit}", str(unit))


@cache
def _indicators_in_chinese() -> dict[str, str]:
    read = {name: phrases[0] for name, phrases in table("chinese.toml")["indicators"].items()}
    return table("names_zh.toml")["indicator"] | read


@cache
def _places_in_chinese() -> dict[str, str]:
    named = {
        place.name: [alias for alias in names if "一" <= alias[:1] <= "鿿" and alias[0] != "我"]
        for place, names in gazetteer()
    }
    return {name: aliases[0] for name, aliases in named.items() if aliases}

"""How figures and reports name what they show, and write numbers, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10

from hinterland.baseline import Baseline
from hinterland.labels import Axis
from hinterland.locale import Words, words


@dataclass(frozen=True)
class Naming:
    """Hold the words of a language, and the names of an economy's regions and sectors in it."""

    words: Words
    regions: Axis
    sectors: Axis
    currency: str = ""  # with its scale: "million USD"
    source: str = ""

    @classmethod
    def of(cls, baseline: Baseline, lang: str = "en") -> Naming:
        """Take names, currency and source from an economy."""
        about = baseline.description
        return cls(words(lang), baseline.regions, baseline.sectors, about.currency, about.source)

    def region(self, code: str) -> str:
        """Name a region, or say "others" for what is left over."""
        return self._name(self.regions, code)

    def short(self, code: str) -> str:
        """Name a region in a drawing; a long name loses what stands in brackets or behind a comma, then its end."""
        name = self.region(code)
        longest = _SHORT if all(ord(letter) < _LATIN for letter in name) else _SHORT // 2
        for mark in (" (", "（", ", ", "，") if len(name) > longest else ():
            name = name.partition(mark)[0]
        return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"

    def sector(self, code: str) -> str:
        """Name a sector, or say "others" for what is left over."""
        return self._name(self.sectors, code)

    def _name(self, axis: Axis, code: str) -> str:
        if code == OTHERS:
            return self.words("figures.others")
        return axis.labels[axis.index(code)].name(self.words.lang)

    @property
    def money_unit(self) -> str:
        """Name the currency with its scale."""
        return self.words.money_unit(self.currency)

    def pct(self, value: float) -> str:
        """Write a change in per cent."""
        return self.words("number.percent", value=signed(value))

    def money(self, value: float) -> str:
        """Write a change in money."""
        return self.words("number.money", value=signed(value), unit=self.money_unit)

    def amount(self, value: float) -> str:
        """Write a sum of money without a sign."""
        return self.words("number.money", value=plain(value), unit=self.money_unit)


_LATIN, _SHORT = 0x2E80, 19
OTHERS = "*others*"  # no code of an economy


def signed(value: float) -> str:
    """Write a change with its sign and no more digits than a reader needs: +0.18, −12,068."""
    text = plain(value)
    return text if text in ("0", "–") or value < 0 else f"+{text}"


def plain(value: float) -> str:
    """Write a number with no more digits than a reader needs, or a dash where there is none."""
    if not isfinite(value):
        return "–"
    size = abs(value)
    if size < 5e-7:
        return "0"
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 0.095 else 1 - floor(log10(size))
    text = f"{value:,.{digits}f}"
    if size < 0.0095:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−") if float(text.replace(",", "")) else "0"

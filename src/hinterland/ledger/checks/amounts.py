"""The numbers of a sentence with their units, for checks that go by the words around them and not by an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hinterland.ledger.intervals import Interval
from hinterland.ledger.lexicon import lexicon, table
from hinterland.ledger.lexing.quantities import interval
from hinterland.ledger.lexing.signs import normalise
from hinterland.ledger.lexing.tokens import lex

LONGEST = 1500  # characters of a sentence that are read: longer ones are tables or garbage


NO_SUM = ("share", "pp", "times", "days", None)  # units of what cannot be added up


@dataclass(frozen=True)
class Amount:
    """Hold a printed number, its unit and its place in the document; a bare number has no unit."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str | None
    money: bool = False

    @property
    def interval(self) -> Interval:
        """Give the values that it may stand for."""
        return Interval(min(self.low, self.value), max(self.high, self.value))


@dataclass(frozen=True)
class Read:
    """Hold a sentence with its place in the document and its amounts."""

    start: int
    text: str
    amounts: tuple[Amount, ...]

    def before(self, amount: Amount) -> str:
        """Give the words from the amount before, or the sentence's beginning, up to an amount."""
        ends = [other.end for other in self.amounts if other.end <= amount.start]
        return self.text[max(ends, default=self.start) - self.start : amount.start - self.start]

    def between(self, one: Amount, other: Amount) -> str:
        """Give the text from the end of one amount to the start of another."""
        return self.text[one.end - self.start : other.start - self.start]

    def after(self, amount: Amount) -> str:
        """Give the words from an amount up to the next one, or to the sentence's end."""
        starts = [other.start for other in self.amounts if other.start >= amount.end]
        return self.text[amount.end - self.start : min(starts, default=self.start + len(self.text)) - self.start]


def sentence_of(start: int, text: str, language: str) -> Read:
    """List the amounts of a sentence in a language; a language without a vocabulary is read with the English one."""
    if len(text) > LONGEST or not _DIGIT.search(text):
        return Read(start, text, ())
    return Read(start, text, tuple(_german(start, text) if language == "de" else _lexed(start, text, language == "zh")))


def _lexed(start: int, text: str, chinese: bool) -> Iterator[Amount]:
    for token in lex(normalise(text), lexicon("zh" if chinese else "en"), chinese).tokens:
        read = token.quantity
        if read is not None:
            yield Amount(start + token.start, start + token.end, read.value, read.low, read.high, read.unit, read.money)


def _german(start: int, text: str) -> Iterator[Amount]:
    words = table("german.toml")
    for match in _GERMAN.finditer(text):
        if _YEAR.fullmatch(match.group()):
            continue
        plain = match["number"].replace(".", "").replace(",", ".")
        scale = words["scales"].get((match["scale"] or "").rstrip(".").lower(), 1.0)
        unit, factor = words["units"].get((match["unit"] or "").lower(), (None, 1.0))
        step = 10.0 ** -len(plain.partition(".")[2]) * scale * factor
        value = float(f"{float(plain) * scale * factor:.12g}")
        doubt = _DOUBT.search(text[: match.start()])
        kind = next((name for name, cues in words["doubt"].items() if doubt and doubt[1].lower() in cues), None)
        low, high = interval(value, step, kind)
        money = unit is not None and unit in words["money"]
        yield Amount(start + match.start(), start + match.end(), value, low, high, unit, money)


_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_GERMAN = re.compile(
    r"(?<![\d.,\w])(?P<number>\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?)(?![\d])"
    r"(?:\s?(?P<scale>Tausend|Mio\b\.?|Millionen|Million|Mrd\b\.?|Milliarden|Milliarde|Bio\b\.?|Billionen|Billion)(?!\w))?"
    r"(?:\s?(?P<unit>%|€|\$|Prozentpunkte[n]?|Prozent|Euro|US-Dollar|Dollar|Yuan|RMB|Franken|Tonnen|TEU|Standardcontainer"
    r"|Container|Megawatt|Gigawatt|Kilowatt|MW|GW|kW|MWh|GWh|TWh|kWh|Menschen|Personen|Einwohner[n]?|Beschäftigte[n]?|Fahrzeuge|Züge)(?!\w))?"
)
_DOUBT = re.compile(r"(?i)\b(rund|etwa|circa|ca\.|ungefähr|knapp|fast|nahezu|über|mehr als)\s$")

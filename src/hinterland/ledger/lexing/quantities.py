"""A printed number with its scale and unit, and the interval that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hinterland.ledger.lexing.periods import NUMBERS

# How far a word of doubt widens the printed interval, as a share of the value.
ABOUT = 0.05
OPEN_END = 0.10  # "over 70 percent": up to a tenth more; "nearly 70 percent": down to a tenth less
LONGEST = 40  # digits; a longer run is noise, not a figure

BELOW = ("nearly", "within")
ABOVE = ("over", "exceeds")


@dataclass(slots=True)
class Quantity:
    """Hold a number as printed and what it means in its canonical unit."""

    value: float
    step: float  # one unit of the last printed digit, in the same unit as the value
    unit: str | None  # None for a bare number
    sign: int = 0  # printed before the number: -1, +1, or 0 for none
    doubt: str | None = None
    scaled: bool = False  # a scale word was printed: the number is not bare
    money: bool = False
    factor: float = 1.0  # what the printed number was multiplied by
    low: float = 0.0
    high: float = 0.0

    def close(self) -> Quantity:
        """Work out the interval from the last printed digit and the word of doubt."""
        self.low, self.high = interval(self.value, self.step, self.doubt)
        return self


def interval(value: float, step: float, doubt: str | None) -> tuple[float, float]:
    """Give the printed interval: half the last digit either side, widened by "about", "nearly", "over"."""
    low, high = value - step / 2, value + step / 2
    if doubt in ("about", "estimated"):
        low, high = min(low, value - ABOUT * abs(value)), max(high, value + ABOUT * abs(value))
    elif doubt in BELOW:
        low = min(low, value - OPEN_END * abs(value))
    elif doubt in ABOVE:
        high = max(high, value + OPEN_END * abs(value))
    return low, high


@lru_cache(maxsize=256)  # percentages and round numbers come again and again
def scaled(value: float, factor: float) -> float:
    """Multiply without the dust of binary fractions: 2.18 × 10¹² is 2180000000000, 18.2 % is 0.182."""
    return float(f"{value * factor:.12g}")


@lru_cache(maxsize=256)
def number(printed: str) -> tuple[float, float] | None:
    """Read digits to a value and the step of the last one, or None when they are too many to be a figure."""
    if len(printed) > LONGEST:
        return None
    plain = printed.replace(",", "")
    decimals = len(plain) - plain.index(".") - 1 if "." in plain else 0
    return float(plain), 10.0**-decimals


def spoken(whole: float, word: str) -> tuple[float, float] | None:
    """Read the decimals of a number as radio says it: "32-point-nine", "one-point-16"."""
    digits = word if word.isdecimal() else str(NUMBERS.get(word, ""))
    if not 0 < len(digits) < 4:
        return None
    step = 0.1 ** len(digits)
    return round(whole + int(digits) * step, len(digits)), step

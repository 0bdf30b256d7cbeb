"""Zones, harbours and port groups named after a place: "Hubei Pilot FTZ", 太原武宿综保区, "Port Houston"."""

from __future__ import annotations

import re

from hinterland.ledger.lexicon import Place, table

_ZONES = [phrase.split() for phrase in table("english.toml")["words"]["zones"]]
_HEADS = frozenset(tail[0] for tail in _ZONES)
_INSIDE = frozenset(("and", "of", "the"))  # small words of a name: "Jinan Area of the Shandong Pilot FTZ"
_FREE_TRADE = re.compile(r"(?i)\bfree[- ]trade zone\b")  # one zone has one name
_ZONE_ZH = re.compile(
    r"[\u4e00-\u9fff]{0,5}?(?:综合保税区|综保区|保税港区|保税区|自贸试验区|自贸区|高新区|经开区|开发区)"
)


def named_after(
    place: Place, text: str, words: list[str], starts: list[int], ends: list[int], i: int, n: int
) -> tuple[Place, int] | None:
    """Read what words i … i + n of a sentence, a place, are part of the name of: the zone and its number of words."""
    first, last = i, i + (_length(text, words, starts, ends, i, n) or n)
    if i and words[i - 1] == "port" and _is_harbour(text, words, starts, i):
        first = i - 1
    if (first, last) == (i, i + n):
        return None
    name = _FREE_TRADE.sub("FTZ", text[starts[first] : ends[last - 1]])
    if name.endswith(" Group"):
        return Place("", f"{name} (company)", "company", place.code or place.parent), last - i
    return Place("", name, "zone", place.code or place.parent), last - i


def _is_harbour(text: str, words: list[str], starts: list[int], i: int) -> bool:
    """Tell the harbour "Port Houston" from the port of a city and from "Qingdao Port, Shandong"."""
    named = i > 2 and text[starts[i - 2]].isupper() and text[starts[i - 1] - 1] == " "
    return text[starts[i - 1]].isupper() and text[starts[i]].isupper() and not (named and words[i - 2].isalpha())


def _length(text: str, words: list[str], starts: list[int], ends: list[int], i: int, n: int) -> int:
    """Count the words of a zone named after the place in words i … i + n; 0 where there is none."""
    for k in range(i + n, min(i + n + 9, len(words))):
        letter = text[starts[k]]
        if "\u4e00" <= letter <= "\u9fff" and (tail := _ZONE_ZH.match(text, starts[k])):
            return next(j for j in range(k, len(words)) if ends[j] >= tail.end()) + 1 - i
        inner = words[k] in _INSIDE and k > i + n
        if not (letter.isupper() or inner or text[starts[k] - 1] == "-"):
            return 0
        for tail_words in _ZONES if words[k] in _HEADS else ():
            if words[k : k + len(tail_words)] == tail_words:
                return k + len(tail_words) - i
    return 0

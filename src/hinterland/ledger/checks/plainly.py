"""What the words around a figure plainly say of it: of which flow it is, of which place, and nothing that narrows it.

The reader always names a figure as well as it can, so that a figure of "cross-border e-commerce" may stand under the
name of all exports. Sums that miss by more than rounding and slips are therefore only believed of figures that are
told in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hinterland.ledger.checks.pages import Name, Page
from hinterland.ledger.checks.pairs import sentence_at
from hinterland.ledger.lexicon import Place, lexicon, table
from hinterland.ledger.lexing.signs import normalise
from hinterland.ledger.lexing.tokens import Sentence, Token, lex
from hinterland.ledger.records import Statistic

LONGEST = 600  # characters of a sentence that is told plainly
_TAGS = frozenset(("label", "say", "grow", "basis", "indicators", "place", "number"))
_RATES = ("share", "pp", "times", None)
_DATELINE = re.compile(r"[^\n]{1,60}?\s(?:--|[-–—])\s")
_END = re.compile(r"[,;。；!?:]|\.(?!\d)|\b(?:and|but|while|whereas)\b")


def is_told_plainly(page: Page, figure: Statistic) -> bool:
    """Tell whether the clause of a level names its flow and its own region, and no word that narrows it."""
    said = _clause(page, figure)
    if said is None:
        return False
    tokens, rest = said
    own = {_flow(token) for token in tokens if "indicators" in token.tags}
    places = [token.tags["place"] for token in tokens if "place" in token.tags]
    return (
        own == {Name.of(figure.indicator).base}
        and all(_is_of(place, figure) for place in places)
        and all(token.tags.keys() <= _TAGS for token in tokens)
        and _are_plain(rest, page.document.language == "zh")
    )


def names_its_flow(page: Page, figure: Statistic) -> bool:
    """Tell whether the clause of a level names the reader's flow and no other."""
    said = _clause(page, figure)
    return said is not None and {_flow(t) for t in said[0] if "indicators" in t.tags} == {
        Name.of(figure.indicator).base
    }


def names_its_time(page: Page, figure: Statistic) -> bool:
    """Tell whether the sentence of a level prints the year of its period."""
    return figure.period_end is not None and str(figure.period_end.year) in figure.sentence


def names_its_place(page: Page, figure: Statistic) -> bool:
    """Tell whether the sentence of a level names its region, and no other one before it."""
    read = sentence_at(page, figure.span[0])
    if read is None or len(read.text) > LONGEST:
        return False
    at = figure.span[0] - read.start
    tokens = _lexed(read.text, page.document.language).tokens
    places = [token.tags["place"] for token in tokens if "place" in token.tags and token.end <= at]
    return bool(places) and _is_of(places[0], figure)


def _clause(page: Page, figure: Statistic) -> tuple[list[Token], str] | None:
    """Cut out the words of one figure: from the amount before it up to the end of its clause; with those left over."""
    read = sentence_at(page, figure.span[0])
    if read is None or len(read.text) > LONGEST or page.document.language == "de":
        return None
    first, last = figure.span[0] - read.start, figure.span[1] - read.start
    sentence = _lexed(read.text, page.document.language)
    levels = [t for t in sentence.tokens if t.quantity is not None and t.quantity.unit not in _RATES]
    dateline = _DATELINE.match(read.text)
    begin = max((t.end for t in levels if t.end <= first), default=dateline.end() if dateline else 0)
    end = min((t.start for t in levels if t.start >= last), default=len(read.text))
    stop = _END.search(sentence.text, last, end)
    end = stop.start() if stop else end
    tokens = [t for t in sentence.tokens if begin <= t.start and t.end <= end]
    return tokens, "".join(_between(sentence.text, tokens, begin, end))


def _between(text: str, tokens: list[Token], begin: int, end: int) -> Iterator[str]:
    at = begin
    for token in sorted(tokens, key=lambda token: token.start):
        yield text[at : token.start] + " "
        at = max(at, token.end)
    yield text[at:end]


def _are_plain(words: str, chinese: bool) -> bool:
    if chinese:
        return all(sign in _chinese() or not sign.isalpha() for sign in words)
    return all(word in _english() for word in re.findall(r"[^\W\d_](?:[\w.'-]*\w)?", words.lower()))


def _flow(token: Token) -> str:
    return Name.of(str(token.tags["indicators"])).base


def _is_of(place: Place, figure: Statistic) -> bool:
    return figure.region in (place.name, place.code) or (bool(place.code) and place.code == figure.region_code)


@lru_cache(maxsize=256)  # the figures of a sum mostly share a sentence or two
def _lexed(text: str, language: str) -> Sentence:
    chinese = language == "zh"
    return lex(normalise(text), lexicon("zh" if chinese else "en"), chinese)


@cache
def _english() -> frozenset[str]:
    return frozenset(" ".join(table("plain.toml")["english"]).split())


@cache
def _chinese() -> frozenset[str]:
    return frozenset(table("plain.toml")["chinese"])

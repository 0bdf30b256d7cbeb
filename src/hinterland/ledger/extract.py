"""A document's statistics: sentence by sentence, region, period and indicator carried over."""

from __future__ import annotations

import re
from functools import cache

from hinterland.ledger import ranks as ranking
from hinterland.ledger.carry import State, carry, carry_time, enter, period_of, sets_clock
from hinterland.ledger.frames import Frames
from hinterland.ledger.lexicon import Lexicon, Place, lexicon, place_names, places
from hinterland.ledger.periods import Clock, When
from hinterland.ledger.prose import Prose, prose
from hinterland.ledger.records import Document, Statistic
from hinterland.ledger.statement import restated, statement
from hinterland.ledger.subjects import REGION_GROUPS, TRADE, Setting, Subject
from hinterland.ledger.tokens import Sentence, Token, lex

_FORMS = (" Group", " Corp", " Holdings", " Company", " Inc", " Ltd")
_COMPANY = re.compile(r"\b([A-Z][a-z]{3,20}) (?:Group|Corporation|Corp|Holdings|Company|Inc|Ltd)\b")


_RANK_WORDS = tuple("rank|largest|highest|biggest|'s top|'s most|'s best|fastest|leading|second in|第|位".split("|"))


_WIRE = re.compile(
    r"[A-Z][A-Z'’. ]{2,30}(?:, [^-\n]{1,60}|\s*)?(?:--|- |— )|[A-Z][a-z]{2} \d{1,2}, \d{4} \([^)]{3,30}\) - "
)


def statistics(document: Document, told: Prose | None = None) -> list[Statistic]:
    """List the statistics that a document states, in the order of print; `told` is its prose where it is cut already.

    The title is read last, when the period and the place of the text are known.
    """
    book = lexicon("zh" if document.language == "zh" else "en")
    told = told or prose(document)
    read = [
        (kind, number, start, lex(_without_place_of_wire(told.text[start:end]), book, document.language == "zh"))
        for kind, number, start, end in told.spans
    ]
    _add_companies(document.text, [sentence for _, _, _, sentence in read])
    read.sort(key=lambda row: row[0] in ("title", "caption"))
    home = _home(document, read)
    state = State(Clock(document.published), Setting(home, Subject(region=home), _topic(read, home)))
    state.lead = _lead(read)
    state.nation = ranking.nation_of(home, places())
    for kind, number, start, sentence in read:
        enter(state, kind, number)
        _read(state, document, start, sentence, book, kind)
    return sorted(state.found, key=lambda row: row.span)


def _add_companies(text: str, read: list[Sentence]) -> None:
    """Mark what a company owns ("Haoda's sales", where the text names the Haoda Group) as that company's."""
    if not any(form in text for form in _FORMS):
        return
    names = {hit[1] for hit in _COMPANY.finditer(text)} - place_names()
    for sentence in read if names else ():
        for i in range(len(sentence.words) - 1):
            name = sentence.text[sentence.starts[i] : sentence.ends[i]]
            if name in names and sentence.words[i + 1] == "'s":
                tags = {"place": Place("", f"{name} (company)", "company", ""), "label": True}
                sentence.tokens.append(Token(i, i + 1, sentence.starts[i], sentence.ends[i], tags))
                sentence.tokens.sort(key=lambda token: token.start)


def _without_place_of_wire(sentence: str) -> str:
    """Blank out "JINAN, Sept. 12 (Xinhua) -- ": where a report was filed is not what it speaks of."""
    hit = _WIRE.match(sentence)
    return " " * hit.end() + sentence[hit.end() :] if hit else sentence


def _home(document: Document, read: list[tuple[str, int, int, Sentence]]) -> Place | None:
    """Find the place that a document speaks of: the first one that its title or prose measures."""
    order = sorted(read, key=lambda row: row[2])
    for _, _, _, sentence in order[:8]:
        seen = [token.tags["place"] for token in sentence.tokens if "place" in token.tags]
        seen = [place for place in seen if place.kind != "group" or place.name in ("Euro area", "European Union")]
        if re.search(r"est in |ranking|Chinese", sentence.text):
            seen = [place for place in seen if place.kind != "country"]
        if seen:
            return (
                max(seen[:2], key=lambda place: ("group", "country", "province", "city", "zone").index(place.kind))
                if _nested(seen[:2])
                else seen[0]
            )
    return _named_by(document.source)


@cache
def _host_names() -> list[tuple[str, Place]]:
    """List the regions whose name is long enough to be told in an address."""
    long = [place for place in places().values() if place.kind in ("province", "city") and len(place.name) > 5]
    return [(place.name.lower(), place) for place in long]


def _named_by(address: str) -> Place | None:
    """Find a region's name in the address of its own site, where the text names none."""
    host = re.match(r"https?://([^/]+)", address)
    if host is None:
        return None
    names = [place for name, place in _host_names() if name in host[1].lower()]
    return max(names, key=lambda place: len(place.name), default=None)


def _lead(read: list[tuple[str, int, int, Sentence]]) -> When | None:
    """Find the first period that the title or the first sentences name."""
    prose = [row for row in sorted(read, key=lambda row: row[2]) if row[0] != "caption"]
    for _, _, _, sentence in prose[:3]:
        for token in sentence.tokens:
            when = token.when
            if (
                when
                and when.kind in ("months", "year", "days", "point")
                and when.lead not in ("than", "from", "to", "over", "by")
            ):
                return when
    return None


def _nested(pair: list[Place]) -> bool:
    """Tell "Zibo city, Shandong province" and "China's Hunan" from two places side by side."""
    return (
        len(pair) == 2
        and (pair[1].parent == pair[0].code or pair[0].parent == pair[1].code)
        and bool(pair[0].code or pair[1].code)
    )


def _topic(read: list[tuple[str, int, int, Sentence]], home: Place | None) -> Subject:
    """Find what a document is about, from the first sentences that name an indicator."""
    for _, _, _, sentence in sorted(read, key=lambda row: row[2])[:4]:
        for token in sentence.tokens:
            if "indicators" in token.tags:
                groups = [other.tags["place"] for other in sentence.tokens if "place" in other.tags]
                partners = tuple(
                    place.code for place in groups if place.kind == "group" and place.name not in REGION_GROUPS
                )
                base = token.tags["indicators"]
                return Subject(base, partners[:1] if base in TRADE else (), region=home)
    return Subject(region=home)


def _read(state: State, document: Document, start: int, sentence: Sentence, book: Lexicon, kind: str) -> None:
    ranks = ranking.find(sentence, state.setting.home, book, state.nation) if _maybe_rank(sentence.text) else []
    if not ranks and not any(token.quantity or "ratio" in token.tags for token in sentence.tokens):
        carry_time(state, sentence)
        return
    figures = Frames(sentence, state.setting, ranks).join()
    for figure in figures:
        period = period_of(state, figure)
        row = statement(state, document, start, sentence, figure, period)
        state.found.append(restated(state, row, figure) if kind == "title" else row)
        if period and figure.when and sets_clock(figure, sentence):
            main = state.clock.main or period
            state.clock = state.clock.turn(period, main)
    carry(state, figures)


def _maybe_rank(text: str) -> bool:
    return any(word in text for word in _RANK_WORDS)

"""A document's statistics: sentence by sentence, region, period and indicator carried over."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from hinterland.ledger import ranks as ranking
from hinterland.ledger.carry import State, carry, carry_time, enter, go_on, period_of, sets_clock
from hinterland.ledger.frames import Frames
from hinterland.ledger.jointly import jointly
from hinterland.ledger.lexicon import Lexicon, Place, fiscal_month, lexicon, place_names, places
from hinterland.ledger.occasions import founding, told_on
from hinterland.ledger.periods import Clock, When
from hinterland.ledger.prose import Prose, prose
from hinterland.ledger.records import Document, Statistic
from hinterland.ledger.speakers import speakers
from hinterland.ledger.statement import restated, statement
from hinterland.ledger.subjects import REGION_GROUPS, TRADE, Setting, Subject, country
from hinterland.ledger.tokens import Sentence, Token, lex

_FORMS = (" Group", " Corp", " Holdings", " Company", " Inc", " Ltd")
_COMPANY = re.compile(r"\b([A-Z][a-z]{3,20}) (?:Group|Corporation|Corp|Holdings|Company|Inc|Ltd)\b")


_RANK_WORDS = (
    *(
        "rank",
        "largest",
        "highest",
        "biggest",
        "busiest",
        "longest",
        "'s top",
        "'s most",
        "'s best",
        "fastest",
        "leading",
    ),
    *(
        "nationwide",
        "among",
        "th in",
        "rd in",
        "nd in",
        "st in",
        " across ",
        " place",
        " spot",
        "position",
        "led ",
        "leads",
    ),
    *("topped", "tops", "topping", "第", "位"),
)


_MEASURED = ("Euro area", "European Union")  # groups that have statistics of their own


_WIRE = re.compile(
    r"[A-Z][A-Z'’. ]{2,30}(?:, [^-\n:]{1,60}|\s*)?(?:\([^)\n]{2,30}\) ?)?(?:--|- |— |: )"
    r"|[A-Z][a-z]{2} \d{1,2}, \d{4} \([^)]{3,30}\) - "
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?: \([^)\n]{2,30}\))? ?(?::|--|- )"
)


_WIRE_ZH = re.compile(
    r"\A\s*+[\u4e00-\u9fff]{2,8}?(?:社|网|报|讯|台)[\u4e00-\u9fff]{2,6}?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
)


def statistics(document: Document, told: Prose | None = None) -> list[Statistic]:
    """List the statistics that a document states, in the order of print; `told` is its prose where it is cut already.

    The title is read last, when the period and the place of the text are known.
    """
    book = lexicon("zh" if document.language == "zh" else "en")
    told = told or prose(document)
    said = dict(zip((span[2:] for span in told.spans), speakers(told.text, told.spans), strict=True))
    read = [
        (kind, number, start, lex(_without_place_of_wire(told.text[start:end]), book, document.language == "zh"))
        for kind, number, start, end in told.spans
    ]
    _add_companies(document.text, [sentence for _, _, _, sentence in read])
    read.sort(key=lambda row: row[0] in ("title", "caption"))
    home = _with_neighbours(_home(document, read), read)
    clock = Clock(document.published, fiscal=fiscal_month(country(home)) if home else 4)
    state = State(clock, Setting(home, Subject(region=home), _topic(read, home)))
    state.lead = _lead(read)
    state.began = founding(told.text, document.published)
    state.nation = ranking.nation_of(home, places())
    for kind, number, start, sentence in read:
        enter(state, kind, number)
        state.told = told_on(sentence, document.published) or state.told
        state.speaker = said[start, start + len(sentence.text)]
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
    """Blank out "JINAN, Sept. 12 (Xinhua) -- ", 新华社贵阳10月27日电: a text does not speak of where it was filed."""
    hit = _WIRE.match(sentence) or _WIRE_ZH.match(sentence)
    return " " * hit.end() + sentence[hit.end() :] if hit else sentence


def _home(document: Document, read: list[tuple[str, int, int, Sentence]]) -> Place | None:
    """Find the place that a document speaks of: the first one that its title or prose measures."""
    order = sorted(read, key=lambda row: (row[0] == "caption", row[2]))  # a picture's place is not yet the text's
    partner: Place | None = None
    for number, (_, _, _, sentence) in enumerate(order[:8]):
        named = [token for token in sentence.tokens if "place" in token.tags]
        seen = [token.tags["place"] for token in named if not _is_traded_with(sentence, token)]
        partner = partner or next((token.tags["place"] for token in named if not seen), None)
        seen = [place for place in seen if place.kind != "group" or (place.name in _MEASURED and number < 3)]
        if any(token.tags.get("refer") == "country" for token in sentence.tokens):
            seen = [place for place in seen if place.kind != "group"]
        if number < 2 and (group := _group(sentence)) is not None and not _reported(order[:4]):
            return group
        if len(seen) > 1 and seen[0].kind == seen[1].kind == "city" and seen[0].parent == seen[1].parent != "":
            return places().get(seen[0].parent, seen[0])
        if not seen and any("indicators" in token.tags for token in sentence.tokens):
            seen = [places()[token.tags["demonym"]] for token in sentence.tokens if "demonym" in token.tags]
            if len(set(seen)) == 1:
                return seen[0]
        if re.search(r"est in |ranking|Chinese", sentence.text):
            seen = [place for place in seen if place.kind != "country"]
        if seen:
            return (
                max(seen[:2], key=lambda place: ("group", "country", "province", "city", "zone").index(place.kind))
                if _nested(seen[:2])
                else seen[0]
            )
    return _named_by(document.source) or partner


def _is_traded_with(sentence: Sentence, token: Token) -> bool:
    """Tell the partner in "Exports to Japan rose": a country or a group that goods go to or come from."""
    if token.tags["place"].kind not in ("country", "group"):
        return False
    trade = [other for other in sentence.tokens if other.tags.get("indicators") in TRADE and other.j <= token.i]
    before = [word for word in sentence.words[max(0, token.i - 3) : token.i] if word != "the"][-1:]
    if not trade or before not in (["with"], ["to"], ["from"]):
        return False
    return before != ["from"] or trade[-1].tags["indicators"] == "imports"


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
                and not _is_end_of_path(sentence, token)
            ):
                return when
    return None


def _is_end_of_path(sentence: Sentence, token: Token) -> bool:
    """Tell the years of "grew from 29 billion in 2013 to 80 billion in 2022": neither is what the text speaks of."""
    starts = {sentence.words[other.i - 1] for other in sentence.tokens if other.quantity and other.i}
    return token.when is not None and token.when.kind == "year" and {"from", "to"} <= starts


def _with_neighbours(home: Place | None, read: list[tuple[str, int, int, Sentence]]) -> Place | None:
    """Widen the place of a text whose first measured sentence speaks of it and a neighbour as one."""
    for kind, _, _, sentence in sorted(read, key=lambda row: row[2]) if home else ():
        if kind not in ("title", "caption") and any("indicators" in token.tags for token in sentence.tokens):
            both = jointly(sentence, sentence.tokens)
            return both if home and both and home.name in both.name else home
    return home


def _reported(read: list[tuple[str, int, int, Sentence]]) -> bool:
    """Tell a group that someone trades with: the text opens on the trade of a province or a city with it."""
    for _, _, _, sentence in read:
        seen = {token.tags["place"].kind for token in sentence.tokens if "place" in token.tags}
        if any(token.tags.get("indicators") in TRADE for token in sentence.tokens) and {"province", "city"} & seen:
            return True
    return False


def _group(sentence: Sentence) -> Place | None:
    """Find a group of countries that a headline measures: "ASEAN foreign direct investment"."""
    for token, after in pairwise(sentence.tokens):
        place = token.tags.get("place")
        if place and place.kind == "group" and token.j == after.i and "indicators" in after.tags and not token.i:
            return place if place.name != "World" else None
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
    go_on(state, sentence)
    figures = Frames(sentence, state.setting, ranks).join()
    for figure in figures:
        period = period_of(state, figure, sentence)
        row = statement(state, document, start, sentence, figure, period)
        state.found.append(restated(state, row, figure) if kind == "title" else row)
        if period and figure.when and period.start != state.began and sets_clock(figure, sentence):
            main = state.clock.main or period
            state.stretch = state.stretch if period.is_point else period
            state.clock = state.clock.turn(period, main)
    if figures and state.clock.main and figures[0].when and len(figures) > 1:
        first = period_of(state, figures[0], sentence)
        if first == state.clock.main and not (state.clock.current or first).is_point:
            state.clock = state.clock.turn(
                first
            )  # a month told in passing: the next sentence goes on as this one began
    moves = {row.growth_basis for row in state.found[len(state.found) - len(figures) :] if row.growth is not None}
    state.monthly = "mom" if moves == {"mom"} else "yoy" if "yoy" in moves else state.monthly
    carry(state, figures)


def _maybe_rank(text: str) -> bool:
    return any(word in text for word in _RANK_WORDS)

"""A document's statistics: sentence by sentence, region, period and indicator carried over."""

from __future__ import annotations

import re

from hinterland.ledger.documents.furniture import issued
from hinterland.ledger.documents.prose import Prose, prose
from hinterland.ledger.documents.speakers import speakers
from hinterland.ledger.lexicon import Lexicon, Place, fiscal_month, lexicon, place_names, places
from hinterland.ledger.lexing import ranks as ranking
from hinterland.ledger.lexing.aliases import name_places
from hinterland.ledger.lexing.holidays import holiday
from hinterland.ledger.lexing.occasions import founding, told_on
from hinterland.ledger.lexing.periods import Clock, Interval, When
from hinterland.ledger.lexing.tokens import Sentence, Token, lex
from hinterland.ledger.lineage import country
from hinterland.ledger.records import Document, Statistic
from hinterland.ledger.statistics.carry import (
    State,
    carry,
    carry_names,
    carry_time,
    enter,
    go_on,
    is_owned,
    passes,
    take_up,
    tells_founding,
    tells_start,
    turn,
)
from hinterland.ledger.statistics.dating import period_of
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.frames import Frames
from hinterland.ledger.statistics.harbours import harbour
from hinterland.ledger.statistics.homes import home_of, with_neighbours
from hinterland.ledger.statistics.setting import TRADE, Setting, Subject
from hinterland.ledger.statistics.statement import restated, statement
from hinterland.ledger.statistics.subjects import REGION_GROUPS

_FORMS = (" Group", " Corp", " Holdings", " Company", " Inc", " Ltd")
_COMPANY = re.compile(r"\b(?!Port )([A-Z][a-z]{3,20}) (?:Group|Corporation|Corp|Holdings|Company|Inc|Ltd)\b")


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
    *("topped", "tops", "topping", "第", "位", "No 1", "No. ", " lead in ", "Rank ", "irst ", " to the "),
)


_WIRE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. ]{2,30}(?:, [^-\n:]{1,60}|\s*)?(?:\([^)\n]{2,30}\) ?)?(?:--|- |— |: )"
    r"|[A-Z][a-z]{2} \d{1,2}, \d{4} \([^)]{3,30}\) - "
    r"|[A-Z][A-Za-z]{1,24}(?: [A-Z][a-z]+)? \((?:[A-Z]{2,8}|[a-z]{2,6}/[a-z]{2,6})\) ?(?:--?|–|—) "
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?: \([^)\n]{2,30}\))? ?(?::|--|- )"
)


_SEAT = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) ?: (?=[A-Z])")


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
    _count_from_fiscal_years([sentence for _, _, _, sentence in read])
    name_places(document.text, [sentence for _, _, _, sentence in read])
    _add_companies(document.text, [sentence for _, _, _, sentence in read])
    read.sort(key=lambda row: row[0] in ("title", "caption"))
    home = with_neighbours(home_of(document, read), read)
    home = harbour([sentence for _, _, _, sentence in sorted(read, key=lambda row: row[2])], home)
    month = None if document.published else issued(document.source)
    clock = Clock(document.published, fiscal=fiscal_month(country(home)) if home else 4, issued=month)
    state = State(clock, Setting(home, Subject(region=home), _topic(read, home)))
    state.lead = _lead(read, clock)
    state.began = founding(told.text, document.published)
    state.nation = ranking.nation_of(home, places())
    for kind, number, start, sentence in read:
        enter(state, kind, number)
        state.told = told_on(sentence, document.published) or state.told
        state.speaker = said[start, start + len(sentence.text)]
        _read(state, document, start, sentence, book, kind)
    return sorted(state.found, key=lambda row: row.span)


def _count_from_fiscal_years(read: list[Sentence]) -> None:
    """Let "the first quarter" be of the fiscal year that a text counts its quarters in."""
    whens = [token.when for sentence in read for token in sentence.tokens if token.when and token.when.kind == "months"]
    year = next((when.year for when in whens if when.year.startswith("fiscal")), None)
    for when in whens if year else ():
        if not when.year and when.until != "range" and (when.last - when.first) in (2, 5):
            when.year = str(year)


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
    if sentence.isascii() and ":" not in sentence and "-" not in sentence:
        return sentence  # no sign that parts a place from what was filed there
    hit = _WIRE.match(sentence) or _WIRE_ZH.match(sentence)
    if hit is None and (seat := _SEAT.match(sentence)) and seat[1] in place_names():
        words = set(sentence[seat.end() :].replace("'s", " ").replace(",", " ").split())
        hit = seat if words & place_names() else None  # "Hyderabad: FDI to Telangana", not "Hyderabad: up 4 percent"
    return " " * hit.end() + sentence[hit.end() :] if hit else sentence


def _lead(read: list[tuple[str, int, int, Sentence]], clock: Clock) -> When | None:
    """Find the first period that the title or the first sentences name."""
    prose = [row for row in sorted(read, key=lambda row: row[2]) if row[0] != "caption"]
    for _, _, _, sentence in prose[:3]:
        for token in sentence.tokens:
            when = token.when
            if (
                when
                and when.kind in ("months", "year", "days", "point", "fiscal", "fiscal year", "ending")
                and when.lead not in ("than", "from", "to", "over", "by")
                and not _is_end_of_path(sentence, token)
                and not is_owned(sentence, when)
                and not tells_start(sentence, token.i)
                and not _is_aside(sentence, when, clock)
            ):
                return when
    return None


def _is_aside(sentence: Sentence, when: When, clock: Clock) -> bool:
    """Tell a year of history that no figures are told of, or those of a founding."""
    period = clock.interval(when)
    if period is None or not passes(clock, period):
        return False
    return tells_founding(sentence, when) or not any(token.quantity for token in sentence.tokens)


def _is_end_of_path(sentence: Sentence, token: Token) -> bool:
    """Tell the years of "grew from 29 billion in 2013 to 80 billion in 2022": neither is what the text speaks of."""
    starts = {sentence.words[other.i - 1] for other in sentence.tokens if other.quantity and other.i}
    return token.when is not None and token.when.kind == "year" and {"from", "to"} <= starts


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
    ranks = ranking.find(sentence, state.setting.home, book, state.nation) if _maybe_rank(sentence) else []
    if not ranks and not any(token.quantity or "ratio" in token.tags for token in sentence.tokens):
        carry_time(state, sentence)
        state.told_last = None
        carry_names(state, sentence)
        return
    go_on(state, sentence)
    take_up(state, sentence)
    state.feast = holiday(sentence, state.clock)
    figures = Frames(sentence, state.setting, ranks).join()
    before: Interval | None = None  # the day of a count: "has 500 firms, accounting for 27 percent of the total"
    periods: list[Interval | None] = []
    for figure in figures:
        period = period_of(state, figure, sentence)
        if (
            before
            and before.is_point
            and figure.when is None
            and (figure.kind == "share" or (before.end == document.published and _goes_with(sentence, figure)))
        ):
            period = before
        before = period if figure.kind == "count" else before
        periods.append(period)
        row = statement(state, document, start, sentence, figure, period)
        state.found.append(restated(state, row, figure) if kind == "title" else row)
        turn(state, figure, sentence, period)
    if figures and state.clock.main and figures[0].when and len(figures) > 1:
        first = period_of(state, figures[0], sentence)
        if first == state.clock.main and not (state.clock.current or first).is_point:
            state.clock = state.clock.turn(first)  # a month told in passing: go on as this sentence began
    rows = state.found[len(state.found) - len(figures) :]
    moves = {row.growth_basis for row in rows if row.growth is not None}
    state.monthly = "mom" if moves == {"mom"} else "yoy" if "yoy" in moves else state.monthly
    state.told_last = periods[0] if len(set(periods)) == 1 else None
    stated = [row for row in rows if row.value is not None]
    state.standing = bool(stated) and {row.period_start for row in stated} == {document.published}
    carry(state, figures)
    if figures:
        state.setting.spoken = None
    else:
        carry_names(state, sentence)


def _goes_with(sentence: Sentence, figure: Figure) -> bool:
    """Tell the amount of what was counted: "is home to 301 projects with a total investment of 4 billion"."""
    first = sentence.tokens[figure.at].i if figure.kind == "level" and figure.at >= 0 else 0
    return "with" in sentence.words[max(0, first - 7) : first]


def _maybe_rank(sentence: Sentence) -> bool:
    if ranking.WORDS.isdisjoint(sentence.said) and sentence.text.isascii():
        return False
    return any(map(sentence.text.__contains__, _RANK_WORDS))

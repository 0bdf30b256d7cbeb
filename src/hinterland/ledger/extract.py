"""A document's statistics: sentence by sentence, region, period and indicator carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from hinterland.ledger import ranks as ranking
from hinterland.ledger.figures import Figure
from hinterland.ledger.frames import Frames, spread
from hinterland.ledger.lexicon import Lexicon, Place, lexicon, places
from hinterland.ledger.periods import Clock, Interval, When
from hinterland.ledger.records import Document, Statistic
from hinterland.ledger.sentences import sentences
from hinterland.ledger.subjects import REGION_GROUPS, TRADE, Setting, Subject
from hinterland.ledger.tokens import Sentence, Token, lex, normalise

_COMPANY = re.compile(r"\b([A-Z][a-z]{3,20}) (?:Group|Corporation|Corp|Holdings|Company|Inc|Ltd)\b")
_RANK_WORDS = (
    "rank",
    "largest",
    "highest",
    "biggest",
    "'s top",
    " fastest",
    "'s most",
    "'s best",
    "leading",
    "第",
    "位",
)
_PEOPLE = ("new_urban_jobs", "population", "employment")
_PROSE = ("body", "caption", "cut_off", "title")
_WIRE = re.compile(
    r"[A-Z][A-Z'’. ]{2,30}(?:, [^-\n]{1,60}|\s*)?(?:--|- |— )|[A-Z][a-z]{2} \d{1,2}, \d{4} \([^)]{3,30}\) - "
)


@dataclass
class _State:
    """Hold what is carried from sentence to sentence."""

    clock: Clock
    setting: Setting
    paragraph: int = -1
    found: list[Statistic] = field(default_factory=list)
    nation: str = "nation"
    lead: When | None = None  # the first time that the title or the first sentences name
    basis: str = "yoy"  # what growth is measured against where a sentence does not say


def statistics(document: Document) -> list[Statistic]:
    """List the statistics that a document states, in the order of print.

    The title is read last, when the period and the place of the text are known.
    """
    book = lexicon("zh" if document.language == "zh" else "en")
    text = normalise(document.text)
    spans = [
        (block.kind, number, start, end)
        for number, block in enumerate(document.blocks)
        if block.kind in _PROSE
        for start, end in sentences(text, block.start, block.end)
    ]
    read = [
        (kind, number, start, lex(_without_place_of_wire(text[start:end]), book, document.language == "zh"))
        for kind, number, start, end in spans
    ]
    _add_companies(document.text, [sentence for _, _, _, sentence in read])
    read.sort(key=lambda row: row[0] in ("title", "caption"))
    home = _home(document, read)
    state = _State(Clock(document.published), Setting(home, Subject(region=home), _topic(read, home)))
    state.lead = _lead(read)
    state.nation = ranking.nation_of(home, places())
    for kind, number, start, sentence in read:
        _enter(state, kind, number)
        _read(state, document, start, sentence, book, kind)
    return sorted(state.found, key=lambda row: row.span)


def _add_companies(text: str, read: list[Sentence]) -> None:
    """Mark what a company owns ("Haoda's sales", where the text names the Haoda Group) as that company's."""
    names = {hit[1] for hit in _COMPANY.finditer(text)} - {place.name for place in places().values()}
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


def _named_by(address: str) -> Place | None:
    """Find a region's name in the address of its own site, where the text names none."""
    host = re.match(r"https?://([^/]+)", address)
    if host is None:
        return None
    names = [
        place
        for place in places().values()
        if place.kind in ("province", "city") and len(place.name) > 5 and place.name.lower() in host[1].lower()
    ]
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


def _enter(state: _State, kind: str, number: int) -> None:
    """Begin a paragraph: return from a month's detour to the main period, from a neighbour to the home region."""
    if number == state.paragraph:
        return
    state.paragraph = number
    if state.clock.current != state.clock.main:
        state.clock = replace(state.clock, current=state.clock.main)
    region = state.setting.last.region
    home = state.setting.home
    if kind in ("title", "caption"):
        state.setting = replace(state.setting, last=state.setting.topic)
    if kind == "title" or (region and home and region != home and region.kind in ("country", "group", "company")):
        region = home
    if region != state.setting.last.region:
        state.setting = replace(state.setting, last=replace(state.setting.last, region=region))


def _read(state: _State, document: Document, start: int, sentence: Sentence, book: Lexicon, kind: str) -> None:
    ranks = ranking.find(sentence, state.setting.home, book, state.nation) if _maybe_rank(sentence.text) else []
    if not ranks and not any(token.quantity or "ratio" in token.tags for token in sentence.tokens):
        _carry_time(state, sentence)
        return
    figures = Frames(sentence, state.setting, ranks).join()
    for figure in figures:
        period = _period(state, figure)
        row = _statistic(state, document, start, sentence, figure, period)
        state.found.append(_restated(state, row, figure) if kind == "title" else row)
        if period and figure.when and _sets_clock(figure, sentence):
            main = state.clock.main or period
            state.clock = state.clock.turn(period, main)
    _carry(state, figures)


def _restated(state: _State, row: Statistic, figure: Figure) -> Statistic:
    """Let a headline take what it leaves out from the sentence that states the same figure."""
    for other in state.found:
        same = row.growth == other.growth if row.value is None else row.value == other.value and row.unit == other.unit
        if (
            same
            and (row.value is not None or row.growth is not None)
            and row.indicator
            and (other.indicator or "").split("[")[0] == row.indicator.split("[")[0]
        ):
            basis = other.growth_basis if row.growth is not None and other.growth is not None else row.growth_basis
            if figure.when is None:
                row = replace(row, period_start=other.period_start, period_end=other.period_end)
            return replace(row, growth_basis=basis if row.growth_basis == "yoy" else row.growth_basis)
    return row


def _sets_clock(figure: Figure, sentence: Sentence) -> bool:
    """Refuse times that serve one figure only: where a change began, spans, comparisons."""
    if figure.when is None or figure.when.kind in ("span", "since", "past", "before", "back"):
        return False
    token = sentence.tokens[figure.at] if figure.at >= 0 else None
    return token is None or not token.i or sentence.words[token.i - 1] != "from"


def _maybe_rank(text: str) -> bool:
    return any(word in text for word in _RANK_WORDS)


def _carry_time(state: _State, sentence: Sentence) -> None:
    """Let a sentence without figures set the time and the place of the next one."""
    for token in sentence.tokens:
        if (
            token.when
            and token.when.kind in ("months", "year", "days")
            and token.when.lead not in ("than", "with", "from", "by", "on")
        ):
            period = state.clock.interval(token.when)
            if period:
                state.clock = state.clock.turn(period, state.clock.main or period)
                return


def _carry(state: _State, figures: list[Figure]) -> None:
    """Keep the last subject for the next sentence, and the first as the document's topic."""
    regions = tuple(dict.fromkeys(figure.subject.region for figure in figures if figure.subject.region))
    if len(regions) == 2:
        state.setting = replace(state.setting, pair=regions)
    for figure in figures:
        subject = figure.subject
        if subject.base is None:
            continue
        region = subject.region or state.setting.home
        if state.setting.topic.base is None or (
            state.setting.topic.base in TRADE and not state.found[len(figures) :] and not state.setting.topic.partners
        ):
            state.setting = replace(state.setting, topic=replace(subject, region=region))
        state.setting = replace(state.setting, last=replace(subject, region=region, of=None))
        break


def _period(state: _State, figure: Figure) -> Interval | None:
    """Resolve the time of a figure; a stock without one is of the day of publication."""
    clock = state.clock
    if figure.when is not None:
        found = clock.interval(figure.when)
        if found is not None:
            return _between(found, figure)
    if figure.kind == "count" and figure.standing and clock.published:
        return Interval(clock.published, clock.published)
    if clock.current or clock.main:
        return clock.current or clock.main
    if state.lead is not None and figure.kind != "count":
        return clock.interval(state.lead)
    day = clock.published
    return Interval(day, day) if day and figure.kind != "growth" else None


def _between(found: Interval, figure: Figure) -> Interval:
    """Read growth "between 2019 and 2021" as growth of 2021 against 2019."""
    when = figure.when
    if when and when.kind == "since" and when.until == "when" and figure.kind == "level":
        return Interval(found.start, date(found.start.year, 12, 31))
    if (
        when
        and when.kind == "span"
        and figure.kind in ("growth", "change")
        and figure.basis not in ("cagr", "avg2y")
        and when.until.isdigit()
        and when.first == 1
        and when.last == 12
    ):
        figure.against = figure.against or When(0, 0, "year", year=when.year, lead="than")
        return Interval(date(found.end.year, 1, 1), found.end)
    return found


def _statistic(
    state: _State, document: Document, start: int, sentence: Sentence, figure: Figure, period: Interval | None
) -> Statistic:
    region, code = spread(figure.subject.region or state.setting.home)
    begin, end = _span(sentence, figure)
    growth = figure if figure.kind == "growth" else figure.growth
    quantity = figure.quantity
    value = (
        None
        if figure.kind in ("growth", "rank")
        else quantity.value * (figure.sign if figure.kind in ("change", "pp") else 1)
    )
    if (
        figure.subject.base == "trade_balance"
        and value is not None
        and "deficit" in sentence.text.lower()
        and figure.kind == "level"
    ):
        value = -value
    name = figure.subject.name()
    paired = figure.paired
    low, high = (None, None) if value is None else sorted((_signed(quantity.low, value), _signed(quantity.high, value)))
    rate = None if growth is None else _rate(growth)
    return Statistic(
        doc=document.doc,
        span=(start + begin, start + end),
        printed=document.text[start + begin : start + end],
        sentence=document.text[start : start + len(sentence.text)],
        indicator=f"{figure.prefix}{name}" if name else None,
        region=region,
        region_code=code,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        value=value,
        low=low,
        high=high,
        unit=None if value is None else _unit(quantity.unit, figure),
        paired_value=paired.value if paired else None,
        paired_unit=paired.unit if paired else None,
        paired_low=paired.low if paired else None,
        paired_high=paired.high if paired else None,
        growth=rate[0] if rate else None,
        growth_low=rate[1] if rate else None,
        growth_high=rate[2] if rate else None,
        growth_basis=None if growth is None else _basis(state, growth, period),
        rank=figure.rank,
        rank_scope=figure.rank_scope,
        qualifier=_qualifier(figure, growth),
        note=figure.note,
        anchor=document.text[start + begin : start + end],
    )


def _signed(bound: float, value: float) -> float:
    return -bound if value < 0 else bound


def _unit(unit: str | None, figure: Figure) -> str | None:
    if unit is None and figure.subject.base in _PEOPLE:
        return "persons"
    return unit or "count"


def _rate(growth: Figure) -> tuple[float, float, float]:
    quantity, sign = growth.quantity, growth.sign
    low, high = sorted((sign * quantity.low, sign * quantity.high))
    return sign * quantity.value, low, high


def _qualifier(figure: Figure, growth: Figure | None) -> str | None:
    own = figure.quantity.doubt
    if own:
        return own
    if figure.paired and figure.paired.doubt:
        return f"{figure.paired.doubt}(paired)"
    return None


def _basis(state: _State, growth: Figure, period: Interval | None) -> str:
    """Name what growth is measured against: a phrase, an outlook, or the time that it is compared with."""
    if (
        growth.outlook
        and not (period and state.clock.published and period.end < state.clock.published)
        and growth.basis in (None, "yoy", "cagr")
    ):
        return growth.outlook
    if growth.basis == "yoy" and growth.against is not None and growth.against.kind == "back":
        return "yoy"
    if growth.basis and growth.basis != "yoy":
        state.basis = growth.basis if growth.basis == "qoq" else state.basis
        return growth.basis
    against = growth.against
    if growth.when and growth.when.kind == "past" and period and growth.basis is None:
        return f"vs{period.start.year}"
    quarter = period is not None and period.months == 3
    if against is None:
        return growth.basis or (state.basis if quarter else "yoy")
    if against.kind == "back":
        state.basis = "qoq" if against.until.startswith("quarter") else state.basis
        return {"q": "qoq", "m": "mom", "t": "qoq"}.get(against.until[:1], "yoy")
    if against.kind == "before":
        state.basis = "yoy" if quarter else state.basis
    if against.kind == "months" and period and (then := state.clock.interval(against)):
        adjoins = then.months == period.months and (period.start - then.end).days == 1
        if adjoins and then.months in (1, 3):
            return "mom" if then.months == 1 else "qoq"
    if against.kind == "ago":
        return f"vs{against.last}y" if against.last > 1 else "yoy"
    year = against.year if against.year.isdigit() else ""
    if year and period and int(year) < period.end.year - 1:
        return f"vs{year}"
    return "yoy"


def _span(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    if figure.at < 0:
        return figure.listed, figure.paired_end
    token = sentence.tokens[figure.at]
    return token.start, token.end

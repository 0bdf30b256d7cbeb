"""What is carried from sentence to sentence: time, region and subject."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.holidays import holiday
from hinterland.ledger.lexing.periods import Clock, Interval, When
from hinterland.ledger.lexing.tokens import Sentence
from hinterland.ledger.lineage import home_bound
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.measuring import BEGUN
from hinterland.ledger.statistics.setting import TRADE, Setting
from hinterland.ledger.statistics.subjects import collect

_TERRITORIES = frozenset(table("english.toml")["words"]["territories"])
_TOLD = ("months", "year", "days", "dates", "sofar", "fiscal", "fiscal year", "ending")
_OF_THEM = frozenset(("of", "among", "that", "this", "these", "those"))  # what goes on about the sentence before
_COMPARED = frozenset(("compared", "compares", "follows", "followed"))
_BRINGS = frozenset(("has", "have", "is", "are"))  # "This has driven up prices": what came of it
_TAKES_UP = frozenset(("it", "its", "there"))


@dataclass
class State:
    """Hold what is carried from sentence to sentence."""

    clock: Clock
    setting: Setting
    paragraph: int = -1
    found: list[Statistic] = field(default_factory=list)
    nation: str = "nation"
    began: date | None = None  # when what the text is about was founded
    told: date | None = None  # the day of the briefing that a paragraph reports
    lead: When | None = None  # the first time that the title or the first sentences name
    stretch: Interval | None = None  # the last period that is more than a day
    passing: bool = False  # the main period is only that of a sentence without figures
    seat: Place | None = None  # where the thing stands that a sentence without figures spoke of
    kind: str = ""  # of the block: title, caption, text
    turned: int = -1  # the paragraph in which a time was last told
    told_last: Interval | None = None  # the one period of all that the sentence before told
    taken_up: Interval | None = None  # the same, where the sentence goes on about what that told
    standing: bool = False  # the sentence before told of what is so on the day of print
    feast: Interval | None = None  # the days of the festival that the sentence tells of
    speaker: str | None = None  # whose statement the sentence is
    monthly: str = "yoy"  # the same for a month
    versus: tuple[Interval, str] | None = None  # a year further back that a paragraph compares a period with
    basis: str = "yoy"  # what growth is measured against where a sentence does not say


def enter(state: State, kind: str, number: int) -> None:
    """Begin a paragraph: return from a month's detour to the main period, from a neighbour to the home region."""
    state.kind = kind
    if number == state.paragraph:
        return
    state.standing = False
    state.paragraph, state.seat, state.versus, state.told = number, None, None, None
    if state.clock.current != state.clock.main and (kind == "title" or not _widened(state.clock)):
        state.clock = replace(state.clock, current=state.clock.main)
    region = state.setting.last.region
    home = state.setting.home
    if kind in ("title", "caption"):
        state.setting.last = state.setting.topic
    if kind == "title" or (region and home and region != home):
        region = home
    if region != state.setting.last.region:
        state.setting.last = replace(state.setting.last, region=region)


def _widened(clock: Clock) -> bool:
    """Tell a text on a month that went on to the months up to it: there it stays."""
    now, main = clock.current, clock.main
    if now is None or main is None:
        return False
    return main.months == 1 and not main.is_point and now.end == main.end and now.start < main.start


def _sets_clock(figure: Figure, sentence: Sentence) -> bool:
    """Refuse times that serve one figure only: where a change began, spans, comparisons."""
    if figure.when is None or figure.when.kind in ("span", "since", "past", "before", "ago", "on", "from"):
        return False
    if figure.when.kind == "back" and not figure.when.until.startswith("month"):
        return False
    if is_owned(sentence, figure.when):
        return False
    token = sentence.tokens[figure.at] if figure.at >= 0 else None
    if token is None or not token.i:
        return True
    before = [word for word in sentence.words[max(0, token.i - 4) : token.i] if word not in "+-"][-2:]
    if before[-1:] in (["from"], ["against"], ["versus"]) or before in (["compared", "with"], ["compared", "to"]):
        return False  # "compared with 78 billion in January-May 2017"
    if sentence.words[:1] in (["that"], ["this"]) and _COMPARED.intersection(sentence.words[1:2]):
        return False  # "That compared with growth of 3 percent in September"
    opened = sentence.text.rfind("(", 1, token.start)  # "(April: 3 percent)", "than in April (3 percent)"
    bracketed = opened > 0 and opened < figure.when.end + 2 and ")" not in sentence.text[opened : figure.when.end]
    return not bracketed


def turn(state: State, figure: Figure, sentence: Sentence, period: Interval | None) -> None:
    """Let a figure's own time be that of what follows."""
    clock = state.clock
    if period is None:
        return
    if state.feast == period:
        state.clock = clock.turn(period, clock.main or period)
    elif figure.when and period.start != state.began and _sets_clock(figure, sentence):
        if _is_history(clock, period) and tells_founding(sentence, figure.when):
            return
        if clock.current and period.end < clock.current.start and _had(sentence, figure):
            return  # "The economy had grown 4 percent in the quarter before"
        main = period if clock.main is None or _narrows(state, period) or _is_newer(clock, period) else clock.main
        state.passing = False
        state.stretch = state.stretch if period.is_point else period
        state.clock = clock.turn(period, main)
        state.turned = state.paragraph
    elif figure.yearly and figure.when is None and clock.main is None:
        state.clock = clock.turn(period, period)  # "its annual throughput": the text speaks of that year


def carry_time(state: State, sentence: Sentence) -> None:
    """Let a sentence without figures set the time and the place of the next one."""
    state.seat = _seat(state.setting, sentence)
    if (feast := holiday(sentence, state.clock)) is not None:
        state.clock = state.clock.turn(feast, state.clock.main or feast)
        return
    for token in sentence.tokens:
        if (
            token.when
            and token.when.kind in _TOLD
            and (token.when.kind == "dates" or token.when.lead not in ("than", "with", "from", "by", "on"))
            and not is_owned(sentence, token.when)
            and not tells_start(sentence, token.i)
        ):
            period = state.clock.interval(token.when)
            if period and not passes(state.clock, period):
                state.passing = state.passing or state.clock.main is None
                state.clock = state.clock.turn(period, state.clock.main or period)
                return


def is_owned(sentence: Sentence, when: When) -> bool:
    """Tell the year of "has surpassed last year's total of 3 million", "remain below last year's levels"."""
    owned = when.kind == "year" and sentence.text.startswith(("'s", "\u2019s"), when.end)
    return owned and bisect_left(sentence.starts, when.start) > 1


def _narrows(state: State, period: Interval) -> bool:
    """Tell the months that figures are of from the year that a sentence without figures spoke of before."""
    main = state.clock.main
    whole = state.passing and main is not None and main.months == 12
    return whole and main is not None and main.start == period.start and period.end < main.end


def _is_newer(clock: Clock, period: Interval) -> bool:
    """Tell the news that comes after history: a text that began with 1984 is about what it tells of last year."""
    if clock.main is None or clock.published is None or not _is_history(clock, clock.main):
        return False
    return clock.main.end < period.end <= clock.published and not _is_history(clock, period)


def _had(sentence: Sentence, figure: Figure) -> bool:
    """Tell what had been before: the past of a past."""
    if "had" not in sentence.said or figure.at < 0:
        return False
    first = sentence.tokens[figure.at].i
    return "had" in sentence.words[max(0, first - 4) : first]


def tells_founding(sentence: Sentence, when: When) -> bool:
    """Tell the year of "was established in 1992 with a capital of 3 million"."""
    at = bisect_left(sentence.starts, when.start)
    return at > 1 and sentence.words[at - 2] in BEGUN


def passes(clock: Clock, period: Interval) -> bool:
    """Tell a year of history, of which no figures are told: "The zone was raised in rank in 2010." """
    return _is_history(clock, period) and (clock.main is None or clock.main.end.year != period.end.year)


def _is_history(clock: Clock, period: Interval) -> bool:
    day = clock.published or clock.issued
    return day is not None and period.end.year < day.year - 1


def take_up(state: State, sentence: Sentence) -> None:
    """Let "Of the total, …", "Among them, …", "That performance …" be of the time of the sentence before."""
    goes_on = sentence.words[0] in _OF_THEM and not _BRINGS.intersection(sentence.words[1:2])
    state.taken_up = state.told_last if goes_on else None


def carry_names(state: State, sentence: Sentence) -> None:
    """Keep what a sentence without figures names: "Private firms led the growth. They exported …"."""
    labels = [token for token in sentence.tokens if "label" in token.tags]
    state.setting.spoken = None
    state.setting.spoken = collect(sentence, labels, state.setting) if labels else None


def tells_start(sentence: Sentence, i: int) -> bool:
    """Tell the time of "have grown since the line opened in July": from when, not when."""
    head = sentence.words[:i]
    at = max((k for k, word in enumerate(head) if word == "since"), default=-1)
    return at > 0 and i - at < 25 and "," not in head[at:]


def _seat(setting: Setting, sentence: Sentence) -> Place | None:
    """Find the one city in which something stands or was done: "opened its first store in …"."""
    named = [token for token in sentence.tokens if "place" in token.tags and token.tags["place"] != setting.home]
    inner = [token for token in named if home_bound(token.tags["place"], setting.home)]
    if len(inner) != 1 or not inner[0].i or sentence.words[inner[0].i - 1] not in ("in", "at"):
        return None
    place: Place = inner[0].tags["place"]
    return place


def go_on(state: State, sentence: Sentence) -> None:
    """Take up by "it" what the sentence before placed in a city."""
    if state.seat is None:
        return
    named = any("place" in token.tags or "refer" in token.tags for token in sentence.tokens)
    if not named and not _TAKES_UP.isdisjoint(sentence.words[:12]):
        state.setting.last = replace(state.setting.last, region=state.seat)


def _main_first(figures: list[Figure]) -> list[Figure]:
    """Put what was counted behind the amounts told with it: "62 mills, with exports of 2 billion yuan"."""
    amounts = [figure for figure in figures if figure.kind == "level" and figure.quantity.money and figure.subject.base]
    return sorted(figures, key=lambda figure: figure.kind == "count") if amounts else figures


def carry(state: State, figures: list[Figure]) -> None:
    """Keep the last subject for the next sentence, and the first as the document's topic."""
    if len(figures) > 1:
        regions = tuple(dict.fromkeys(figure.subject.region for figure in figures if figure.subject.region))
        if len(regions) == 2:
            state.setting.pair = regions
    if listed := [figure for figure in figures if figure.listed]:
        partners = tuple(dict.fromkeys(name for figure in listed for name in figure.subject.partners))
        if len(partners) > 1:
            state.setting.several = partners
    stated = [figure.subject for figure in figures if figure.kind in ("level", "growth") and figure.subject.base]
    state.setting.row = tuple(dict.fromkeys(stated))
    shares = [figure.subject for figure in figures if figure.kind == "share"]
    grown = any(figure.kind == "growth" or figure.growth for figure in figures)
    state.setting.shared = shares[-1] if shares and (not grown or figures[-1].kind == "share") else None
    for figure in _main_first(figures):
        subject = figure.subject
        if subject.base is None or (figure.kind == "count" and not _TERRITORIES.isdisjoint(figure.noun)):
            continue  # "traded with 205 countries": the text goes on about the trade
        region = subject.region or state.setting.home
        if figure.listed and len({other.subject.region for other in figures if other.listed}) > 2:
            region = state.setting.home  # a list of cities: the text goes on about all of them
        if (state.setting.topic.base is None and figure.kind != "count") or (
            state.setting.topic.base in TRADE and len(state.found) <= len(figures)
        ):
            alone = len({other.subject.product for other in figures if other.subject.base}) == 1
            state.setting.topic = replace(subject, region=region, product=subject.product if alone else None)
        home = state.setting.home
        if home and (subject.of == home.name or (region and region.kind == "zone" and home.kind != "zone")):
            region = home  # a part's share of the whole, a zone inside it: the text goes on about the whole
        elif region and region != home and region.kind in ("city", "province"):
            state.setting.recent = region
        same = subject.of is None and subject.region == region
        state.setting.last = subject if same else replace(subject, region=region, of=None)
        break

"""What is carried from sentence to sentence: time, region and subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.holidays import holiday
from hinterland.ledger.lexing.occasions import adds_up, runs_since
from hinterland.ledger.lexing.periods import Clock, Interval, When, count
from hinterland.ledger.lexing.tenses import tense
from hinterland.ledger.lexing.tokens import Sentence
from hinterland.ledger.lineage import home_bound
from hinterland.ledger.records import Statistic
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.setting import TRADE, Setting
from hinterland.ledger.statistics.subjects import collect

FLOWS = frozenset(table("indicators.toml")["words"]["flows"])
_FLOW_WORDS = frozenset(table("indicators.toml")["words"]["flow_words"])
_FLOW_HEADS = ("gva_", "revenue_", "generation", "investment", "output_", "sales_", "profits_")
_TERRITORIES = frozenset(table("english.toml")["words"]["territories"])

_LAND = ("km2", "m2", "ha", "mu")
_NOW = frozenset(("now", "currently", "presently"))
_THIS_YEAR = ("this year", "the current year")
_NUMBER = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IN_A_ROW = re.compile(rf"\b{_NUMBER} (?:consecutive|straight|successive) years\b|\b{_NUMBER} years in a row\b")
_GOES_ON = re.compile(r"\b(?:and|which) (?:has|have)\b")
_GROWING = frozenset("bringing brings brought lifting lifts raising raises taking takes pushing".split())
_BROUGHT = re.compile(
    r"\b(?:bringing|brings|brought|lifting|lifts|raising|raises|taking|takes|pushing) (?:the|its|their)"
    r" (?:\w+ ){0,3}?(?:total|number)(?: [\w-]+){0,8}? to"
    r"(?: (?:over|about|nearly|more than))? $"
)
_HAS_DONE = re.compile(r", [^,;]{3,80}? (?:has|have) ")
_TOLD = ("months", "year", "days", "dates", "sofar", "fiscal", "fiscal year", "ending")
_STANDS = ("level", "count", "share", "rank")
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


def sets_clock(figure: Figure, sentence: Sentence) -> bool:
    """Refuse times that serve one figure only: where a change began, spans, comparisons."""
    if figure.when is None or figure.when.kind in ("span", "since", "past", "before", "ago", "on"):
        return False
    if figure.when.kind == "back" and not figure.when.until.startswith("month"):
        return False
    token = sentence.tokens[figure.at] if figure.at >= 0 else None
    if token is None or not token.i:
        return True
    before = [word for word in sentence.words[max(0, token.i - 4) : token.i] if word not in "+-"][-2:]
    if before[-1:] in (["from"], ["against"], ["versus"]) or before in (["compared", "with"], ["compared", "to"]):
        return False  # "compared with 78 billion in January-May 2017"
    opened = sentence.text.rfind("(", 1, token.start)  # "(April: 3 percent)", "than in April (3 percent)"
    bracketed = opened > 0 and opened < figure.when.end + 2 and ")" not in sentence.text[opened : figure.when.end]
    return not bracketed


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
            and not sentence.text.startswith(("'s", "\u2019s"), token.when.end)
            and not tells_start(sentence, token.i)
        ):
            period = state.clock.interval(token.when)
            if period:
                state.passing = state.passing or state.clock.main is None
                state.clock = state.clock.turn(period, state.clock.main or period)
                return


def narrows(state: State, period: Interval) -> bool:
    """Tell the months that figures are of from the year that a sentence without figures spoke of before."""
    main = state.clock.main
    whole = state.passing and main is not None and main.months == 12
    return whole and main is not None and main.start == period.start and period.end < main.end


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
    for figure in figures:
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


def period_of(state: State, figure: Figure, sentence: Sentence) -> Interval | None:
    """Resolve the time of a figure; a stock without one is of the day of publication, or of the briefing's."""
    clock = state.clock
    began = runs_since(sentence, clock.published)
    if began is not None and (figure.when is None or began[1] <= figure.when.start < began[2]):
        end = clock.main.end if clock.main and clock.main.end > began[0] else clock.published
        if end and end > began[0]:
            return Interval(began[0], end)
    grown = figure.kind in ("count", "level") and not _GROWING.isdisjoint(sentence.said)
    if grown and _BROUGHT.search(sentence.text, 0, _start_of(figure, sentence)):
        last = None if figure.when is None or _is_begin(figure.when, sentence) else clock.interval(figure.when)
        day = last.end if last else clock.published
        if day is not None:
            return Interval(day, day)
    if (span := _since_then(figure, sentence, clock)) is not None:
        return span
    if (run := _years_in_a_row(figure, sentence, clock)) is not None:
        return run
    if state.feast and (figure.when is None or figure.when.kind == "year"):
        return state.feast
    if figure.when is not None:
        found = clock.interval(figure.when)
        if found is not None and clock.published is not None:
            found = _by_tense(found, figure, figure.when, sentence, clock)
        if found is not None:
            return _from_founding(state, figure, sentence, found) or _up_to(figure, sentence, _between(found, figure))
    if since := _from_founding(state, figure, sentence, None):
        return since
    told = clock.current if state.turned == state.paragraph and clock.current and clock.current.is_point else None
    spoken = state.told or (clock.published if not _NOW.isdisjoint(sentence.said) else None)
    if spoken and told and not state.told:
        spoken = told.end  # "As of May 15, … It currently ranks second"
    if spoken and figure.when is None and figure.kind in _STANDS and not _flows(figure):
        return Interval(spoken, spoken)
    if clock.published and (told_in := _stands(state, figure, sentence)):
        return (told if told_in != "future" else None) or Interval(clock.published, clock.published)
    around = clock.current or clock.main
    if around is not None and around.is_point and _flows(figure):
        around = state.stretch or Interval(date(around.end.year, 1, 1), around.end)
    if _of_a_month(figure) and clock.main and clock.main.months == 1:
        around = clock.main  # "in January to May … Exports rose 2 percent month on month"
    if around is not None:
        year = around.end.year
        return Interval(date(year, 1, 1), date(year, 12, 31)) if figure.yearly and around.months < 12 else around
    if state.lead is not None and figure.kind != "count":
        return clock.interval(state.lead)
    day = clock.published
    if figure.yearly and day:
        return Interval(date(day.year, 1, 1), date(day.year, 12, 31))
    return Interval(day, day) if day and figure.kind != "growth" else None


def _by_tense(found: Interval, figure: Figure, when: When, sentence: Sentence, clock: Clock) -> Interval:
    """Let the tense say what the words of a time leave open: how far "this year" has run, which "November" is meant."""
    day = clock.published
    if day is None or figure.kind not in ("level", "count"):
        return found
    if when.year in _THIS_YEAR and when.kind == "year" and found.start < day and day.month < 12:
        done = tense(sentence, _start_of(figure, sentence)) == "perfect"
        return Interval(found.start, day) if done else found  # "has launched 14 routes this year"; December sums it up
    if when.kind == "months" and not when.year and found.end < day:
        ahead = tense(sentence, _start_of(figure, sentence)) == "future"
        return (ahead and clock.interval(replace(when, year=str(found.end.year + 1)))) or found
    return found


def _is_begin(when: When, sentence: Sentence) -> bool:
    """Tell the year of "since the line opened in 2011"."""
    at = bisect_left(sentence.starts, when.start)
    return when.kind == "since" or tells_start(sentence, at)


def _start_of(figure: Figure, sentence: Sentence) -> int:
    return sentence.tokens[figure.at].start if figure.at >= 0 else 0


def _since_then(figure: Figure, sentence: Sentence, clock: Clock) -> Interval | None:
    """Read "Since its launch in 2011, the route has seen 8,000 trips" as what came together until the day of print."""
    when = figure.when
    if sentence.words[:1] != ["since"] or when is None or when.kind not in ("year", "months") or not clock.published:
        return None
    comma = sentence.text.find(", ", when.end)
    if (
        comma - when.end not in (0, 1)
        or _start_of(figure, sentence) < comma
        or _HAS_DONE.match(sentence.text, comma) is None
    ):
        return None
    begun = clock.interval(when)
    return Interval(begun.start, clock.published) if begun and begun.end < clock.published else None


def _years_in_a_row(figure: Figure, sentence: Sentence, clock: Clock) -> Interval | None:
    """Read "since 2001, … first for 17 consecutive years", "in 2002 and has been first for nine years in a row"."""
    when = figure.when
    if figure.kind != "rank" or when is None or when.kind not in ("since", "year") or not when.year.isdigit():
        return None
    hit = _IN_A_ROW.search(sentence.text, when.end)
    if hit is None or (when.kind == "year" and not _GOES_ON.search(sentence.text, when.end, hit.start())):
        return None
    last = int(when.year) + count(hit[1] or hit[2]) - 1
    past = clock.published is None or last <= clock.published.year
    return Interval(date(int(when.year), 1, 1), date(last, 12, 31)) if past else None


def _stands(state: State, figure: Figure, sentence: Sentence) -> str:
    """Name the tense of a stock that stands on the day of print: told without a time, and not in the past tense.

    What flows is of the period that the text speaks of in any tense, and so is all that a headline says.
    """
    if figure.when is not None or figure.kind not in ("level", "count", "share") or state.kind == "title":
        return ""
    if _is_past(state.clock):
        return ""
    if figure.quantity.unit in _LAND:
        return "present"
    if _flows(figure) and not (state.standing and figure.kind == "share"):
        return ""
    found = tense(sentence, _start_of(figure, sentence))
    return "" if found == "past" else found


def _is_past(clock: Clock) -> bool:
    """Tell a text that speaks of a year long past when it was printed: what "is" there was so then."""
    main, day = clock.main, clock.published
    return main is not None and day is not None and main.end.year < day.year - 1


def _from_founding(state: State, figure: Figure, sentence: Sentence, found: Interval | None) -> Interval | None:
    """Read "1.6 trillion since its founding", "had added up to 1.6 trillion by the end of August" from the start on."""
    if state.began is None or not adds_up(sentence, alone=found is None):
        return None
    if found is not None and not (found.is_point and _flows(figure)):
        return None
    end = found or state.clock.current or state.clock.main
    day = end.end if end else state.clock.published
    return Interval(state.began, day) if day and state.began < day else None


def _up_to(figure: Figure, sentence: Sentence, found: Interval) -> Interval:
    """Read "aims to handle 400 million tons by the end of the year": what flows until then, from January on."""
    if not found.is_point or figure.when is None or figure.when.kind not in ("point", "on") or figure.kind != "level":
        return found
    if (
        figure.when.lead != "on"
        and figure.growth is not None
        and figure.growth.basis in (None, "yoy")
        and _flows(figure)
    ):
        return Interval(date(found.end.year, 1, 1), found.end)  # "as of March 31, 700 trips were made, up 54 percent"
    foreseen = any("outlook" in token.tags for token in sentence.tokens)
    return Interval(date(found.end.year, 1, 1), found.end) if foreseen and _flows(figure) else found


def _of_a_month(figure: Figure) -> bool:
    return "mom" in (figure.basis, figure.growth.basis if figure.growth else None)


def _flows(figure: Figure) -> bool:
    """Tell what runs over a stretch of time from a stock, which a day's figure can be followed by."""
    base = (figure.subject.base or "").split("[")[0]
    return base in FLOWS or base.startswith(_FLOW_HEADS) or base.rpartition("_")[2] in _FLOW_WORDS


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

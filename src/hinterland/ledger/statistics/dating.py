"""The period of a figure: its own time, else what its sentence, its paragraph, its text or its day of print tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.occasions import adds_up, runs_since
from hinterland.ledger.lexing.period_words import COUNT
from hinterland.ledger.lexing.periods import Clock, Interval, When, count, months
from hinterland.ledger.lexing.tenses import looks_ahead, tense
from hinterland.ledger.lexing.tokens import Sentence
from hinterland.ledger.statistics.carry import State, tells_start
from hinterland.ledger.statistics.figures import LAND, Figure

_FLOWS = frozenset(table("indicators.toml")["words"]["flows"])
_FLOW_WORDS = frozenset(table("indicators.toml")["words"]["flow_words"])
_FLOW_HEADS = ("gva_", "revenue_", "generation", "investment", "output_", "sales_", "profits_")
_NOW = frozenset(("now", "currently", "presently"))
_THIS_YEAR = ("this year", "the current year")
_IN_A_ROW = re.compile(rf"\b{COUNT} (?:consecutive|straight|successive) years\b|\b{COUNT} years in a row\b")
_GOES_ON = re.compile(r"\b(?:and|which) (?:has|have)\b")
_GROWING = frozenset("bringing brings brought lifting lifts raising raises taking takes pushing".split())
_BROUGHT = re.compile(
    rf"\b(?:{'|'.join(sorted(_GROWING))}) (?:the|its|their)"
    r" (?:\w+ ){0,3}?(?:total|number)(?: [\w-]+){0,8}? to"
    r"(?: (?:over|about|nearly|more than))? $"
)
_HAS_DONE = re.compile(r", [^,;]{3,80}? (?:has|have) ")
_SUMS = frozenset("since cumulative cumulatively accumulated accumulatively accumulative ever".split())
_STANDS = ("level", "count", "share", "rank")


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
    if figure.when is not None and clock.published and _stands_now(figure, figure.when, sentence):
        day = clock.published
        return months(day.year, 1, 12) if figure.yearly else Interval(day, day)
    if figure.when is not None:
        found = clock.interval(figure.when)
        if found is not None and clock.published is not None:
            found = _by_tense(found, figure, figure.when, sentence, clock)
        if found is not None:
            return _from_founding(state, figure, sentence, found) or _up_to(figure, sentence, _between(found, figure))
    if since := _from_founding(state, figure, sentence, None):
        return since
    if figure.when is None and state.taken_up is not None:
        return state.taken_up
    told = clock.current if state.turned == state.paragraph and clock.current and clock.current.is_point else None
    spoken = state.told or (clock.published if _is_now(sentence) else None)
    if spoken and told and not state.told:
        spoken = told.end  # "As of May 15, … It currently ranks second"
    if spoken and figure.when is None and _is_stock(figure):
        return Interval(spoken, spoken)
    if clock.published and (told_in := _stands(state, figure, sentence)):
        return (told if told_in != "future" else None) or Interval(clock.published, clock.published)
    around = clock.main if _is_behind(clock, figure, sentence) else clock.current or clock.main
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
    if figure.quantity.unit in LAND and tense(sentence, _start_of(figure, sentence)) != "past":
        return "present"
    if _flows(figure) and not (state.standing and figure.kind == "share"):
        return "future" if _is_to_come(state.clock, figure, sentence) else ""
    found = tense(sentence, _start_of(figure, sentence))
    return "" if found == "past" else found


def _is_to_come(clock: Clock, figure: Figure, sentence: Sentence) -> bool:
    """Tell "55 berths will be built, involving an investment of 4 billion" after a period that is over."""
    now = clock.current or clock.main
    if figure.kind != "level" or now is None or clock.published is None or now.end >= clock.published:
        return False
    return looks_ahead(sentence) and tense(sentence, _start_of(figure, sentence)) == "future"


def _is_behind(clock: Clock, figure: Figure, sentence: Sentence) -> bool:
    """Tell what "fell" behind a forecast for a time that is still to end: it is of the time of the text."""
    now, main, day = clock.current, clock.main, clock.published
    if now is None or main is None or day is None or now == main or not main.end <= day < now.end:
        return False
    return tense(sentence, _start_of(figure, sentence)) == "past"


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
    as_of = sentence.text[figure.when.start : figure.when.start + 5].lower() == "as of"
    if as_of and _flows(figure) and _SUMS.isdisjoint(sentence.said):
        return Interval(date(found.end.year, 1, 1), found.end)  # "as of Dec 1, throughput had reached 3 million tons"
    foreseen = any("outlook" in token.tags for token in sentence.tokens)
    return Interval(date(found.end.year, 1, 1), found.end) if foreseen and _flows(figure) else found


def _is_now(sentence: Sentence) -> bool:
    """Tell "currently ranks second", "reached 2 billion at present"."""
    return not _NOW.isdisjoint(sentence.said) or ("present" in sentence.said and "at present" in sentence.text.lower())


def _is_stock(figure: Figure) -> bool:
    return figure.kind in _STANDS and not _flows(figure) and not figure.yearly


def _stands_now(figure: Figure, when: When, sentence: Sentence) -> bool:
    """Tell "This year, capital passed 4 trillion and currently stands at 4.7 trillion": the second is of today."""
    if _NOW.isdisjoint(sentence.said) or figure.at < 0 or not (figure.yearly or _is_stock(figure)):
        return False
    first, last = (bisect_left(sentence.starts, at) for at in (when.end, _start_of(figure, sentence)))
    return when.kind not in ("on", "point") and not _NOW.isdisjoint(sentence.words[first:last])


def _of_a_month(figure: Figure) -> bool:
    return "mom" in (figure.basis, figure.growth.basis if figure.growth else None)


def _flows(figure: Figure) -> bool:
    """Tell what runs over a stretch of time from a stock, which a day's figure can be followed by."""
    base = (figure.subject.base or "").split("[")[0]
    return base in _FLOWS or base.startswith(_FLOW_HEADS) or base.rpartition("_")[2] in _FLOW_WORDS


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

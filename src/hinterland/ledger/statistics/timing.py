"""When: the time that each figure of a sentence speaks of."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hinterland.ledger.lexing.periods import When
from hinterland.ledger.lexing.tenses import looks_ahead, tense
from hinterland.ledger.statistics.figures import COMPARISON, Figure
from hinterland.ledger.statistics.measuring import EARLIER, Measuring

_SET_AGAINST = COMPARISON | {"v"}
_YEARLY = re.compile(r"\b(?:(?:per|each|every|a) year\b(?! (?:earlier|ago|before|on))|annually\b|yearly\b)")
_EVERY = frozenset(("year", "annually", "yearly"))
_REPORTS = frozenset(
    "said says announced released reported report reports show showed according statistics data figures briefing since"
    " by total totaled".split()
)
_DEEDS = frozenset(
    "issued exported imported shipped signed delivered left departed arrived sold bought opened granted sailed"
    " carried".split()
)
_LED_TO = frozenset(("to", "reaching", "hitting", "totaling"))
_SUMMED = frozenset(("accumulated", "cumulative", "cumulatively", "accumulative"))
_OF_EARLIER = frozenset(("than", "from", "against", "versus", "compared", "since"))
_SLIGHTLY = frozenset("a an the of about just only growth increase rise decline decrease drop fall".split())
_STOPPED = frozenset((",", ";", ".", "(", ")", "while", "from", "compared"))


class Timing(Measuring):
    """Give each figure its time."""

    def _times(self) -> None:
        """Give each figure its time, the day of a deed, or a whole year."""
        whens = [(k, token.when) for k, token in enumerate(self.t) if token.when and self._is_period(k, token.when)]
        if len(whens) > 1:
            self._the_same_time(whens)
        if not whens:
            self._done_on()
        if whens or not EARLIER.isdisjoint(self.said):
            self._share_out(whens)
        if not _EVERY.isdisjoint(self.said):
            self._every_year()
        if not _SUMMED.isdisjoint(self.said):
            self._so_far()

    def _the_same_time(self, whens: list[tuple[int, When]]) -> None:
        """Let "in the first ten months of 2018, with 700 billion used during the period" speak of those months."""
        for number, (k, when) in enumerate(whens):
            if when.kind == "same" and when.until.endswith("period") and number:
                earlier = whens[number - 1][1]
                if earlier.kind in ("months", "year", "dates", "sofar", "fiscal", "fiscal year", "ending"):
                    whens[number] = (k, earlier)

    def _share_out(self, whens: list[tuple[int, When]]) -> None:
        """Give each figure the time right after it, else the latest one before it, else a later one."""
        earlier = [self._from(figure) for figure in self.figures]
        starts = [
            self._trailing(figure, whens)
            for figure, is_earlier in zip(self.figures, earlier, strict=True)
            if is_earlier
        ]
        begun = [when for when in starts if when]
        free = [(k, when) for k, when in whens if not self._is_bracketed(k)]
        ended: list[Figure] = []
        held: When | None = None
        for figure, is_earlier in zip(self.figures, earlier, strict=True):
            if figure.when and figure.when.kind in ("on", "from"):
                continue
            right = self._trailing(figure, whens)
            left = [when for k, when in free if k < figure.at]
            if self.w[self.t[figure.at].i - 1] != "to":
                left = [when for when in left if when not in begun]
            elif any(when not in begun for when in left):
                left = [when for when in left if when not in begun]  # "in May, rose from 2 in 2019 to 3"
            if left and figure.kind == "share" and self.w[self.t[figure.at].j : self.t[figure.at].j + 1] == ["of"]:
                right = None  # "98.9 percent of the volume recorded last year": the time of the whole
            figure.when = right or self._then(figure) or (left[-1] if left else held)
            if right is None and figure.when in begun and self.w[self.t[figure.at].i - 1] == "to":
                figure.when = None  # "from 5.3 last year to 5.4": the end is of the main period
                ended.append(figure)
            held = figure.when if figure.when and figure.when not in begun and not is_earlier else held
        whole = [when for _, when in whens if when.kind not in ("back", "before") and when not in begun]
        later = next((figure.when for figure in self.figures if figure.when in whole), None)
        for figure in self.figures:
            if figure.when is None and figure not in ended and not self._stands_apart(figure, whole):
                given = later or (whole[0] if whole else None)
                figure.when = given if given and self._reaches_back(figure, given) else None
        self._times_in_a_row(whens)
        self._two_months()
        self._over_years()
        self._in_brackets()

    def _reaches_back(self, figure: Figure, when: When) -> bool:
        """Tell "makes up 8 percent, and drew 55 billion from 2002 to 2022": years on end are of their own clause."""
        end = self.t[figure.at].end if figure.at >= 0 else figure.paired_end
        return when.kind not in ("span", "since", "past") or ", " not in self.s.text[end : max(end, when.start)]

    def _stands_apart(self, figure: Figure, whole: list[When]) -> bool:
        """Tell "has 50 lines, and its revenue will reach 2 billion this year": what it has is of no such time."""
        before = whole and figure.kind in ("count", "level") and self.t[figure.at].start < whole[0].start
        ahead = before and looks_ahead(self.s) and tense(self.s, whole[0].start) == "future"
        if ahead and tense(self.s, self.t[figure.at].start) in ("past", "perfect"):
            return True  # "was invested in ten projects, of which 8 billion is to be spent by 2030"
        if figure.kind != "count" or not whole or ", and " not in self.s.text[self.t[figure.at].end : whole[0].start]:
            return False
        return tense(self.s, self.t[figure.at].start) in ("present", "perfect")

    def _from(self, figure: Figure) -> bool:
        """Tell an earlier level: "from 28.9 billion in 2013", "against 191 billion in 2021-22"."""
        first = self.t[figure.at].i
        near = self.w[max(0, first - 8) : first]
        if _OF_EARLIER.isdisjoint(near):
            return False
        before = [word for word in near if word not in "+-"]
        if before[-2:] in (["than", "the"], ["since", "the"]):
            return True  # "the highest since the 12.2 billion recorded in 2019"
        while before[-1:] and before[-1] in _SLIGHTLY:
            before.pop()  # "compared with a drop of 4 percent"
        before = before[-2:]
        return before[-1:] in (["from"], ["against"], ["versus"]) or before in (
            ["compared", "with"],
            ["compared", "to"],
        )

    def _then(self, figure: Figure) -> When | None:
        """Find the time of an earlier level that its distance tells: "compared with $55 billion a year earlier"."""
        after = [token for token in self.t[figure.at + 1 : figure.at + 3] if token.quantity or token.when][:1]
        if self._relapse(figure):
            return When(0, 0, "back", until="period")
        earlier = self.t[figure.at - 1] if figure.at > 0 else None
        opened = earlier is not None and self.w[earlier.j : self.t[figure.at].i] in (["["], ["("])
        compared = earlier is not None and earlier.when is not None and earlier.when.lead in _SET_AGAINST
        than = earlier is not None and earlier.when is not None and earlier.when.lead == "than"
        if (
            earlier
            and opened
            and compared
            and (figure.kind in ("level", "share") or (than and figure.kind == "growth"))
        ):
            return earlier.when  # "a fall of 4 percent on June 2018 [176.6 billion]"
        place = self.figures.index(figure)
        before_it = self.figures[place - 1] if place else None
        if before_it and before_it.at >= 0 and before_it.when and before_it.when.lead == "than":
            between = self.s.text[self.t[before_it.at].end : self.t[figure.at].start].strip(" +-\u2212")
            if between == "and" and before_it.kind == figure.kind:
                return before_it.when  # "lower than in April (4 percent and 3 percent)"
        before = self.t[figure.at - 1] if figure.at else None
        if before is not None and "say" in before.tags and self.w[max(0, before.i - 2) : before.i] == [",", "which"]:
            then = self.t[figure.at - 2].when if figure.at > 1 and self.t[figure.at - 2].j == before.i - 2 else None
            if then is not None and then.kind in ("before", "ago", "back"):
                return then  # "is lower than in the same period last year, which hit 10 billion"
        if figure.kind not in ("level", "share", "rate", "count") or not after or not self._from(figure):
            return None
        near = after[0].i - self.t[figure.at].j <= 3
        when = after[0].when
        return when if when and near and when.kind in ("before", "ago", "back") else None

    def _relapse(self, figure: Figure) -> bool:
        """Tell "+0.1% after -1.0%": the second is of the period before."""
        place = self.figures.index(figure)
        earlier = self.figures[place - 1] if place else None
        if earlier is None or not earlier.kind == figure.kind == "growth":
            return False
        words = [word for word in self.w[self.t[earlier.at].j : self.t[figure.at].i] if word not in "+-"]
        return words[-1:] == ["after"]

    def _in_brackets(self) -> None:
        """Let "in France (-1.6% in the previous quarter)" speak of France, and a list share the time that ends it."""
        for earlier, figure in pairwise(self.figures):
            if not earlier.kind == figure.kind == "growth" or figure.at <= earlier.at or figure.listed:
                continue
            place = earlier.subject.region
            passed = [token.tags.get("place") for token in self.t[earlier.at : figure.at] if "place" in token.tags]
            if passed == [place] and self._opens_bracket(figure.at):
                figure.subject = replace(figure.subject, region=place)
        for earlier, figure in pairwise(self.figures[::-1]):
            if figure.listed and earlier.listed == figure.listed + 1 and earlier.when and earlier.when.kind == "back":
                figure.when = earlier.when
        for earlier, figure in pairwise(self.figures):
            relapsed = earlier.when is not None and earlier.when.kind == "back" and self._relapse(earlier)
            if relapsed and earlier.listed and figure.listed == earlier.listed + 1:
                figure.when = earlier.when

    def _times_in_a_row(self, whens: list[tuple[int, When]]) -> None:
        """Share out times over levels: 第一季度、第二季度进出口分别为7.1亿和7.6亿."""
        listed = [figure for figure in self.figures if figure.listed]
        row = whens[-len(listed) :] if len(listed) > 1 else []
        if not row or len(row) != len(listed) or "respectively" not in self.said or row[-1][0] > listed[0].at:
            return
        gaps = [self.w[self.t[k].j : self.t[m].i] for (k, _), (m, _) in pairwise(row)]
        if all(gap in ([","], ["and"], [",", "and"]) for gap in gaps):
            for figure, (_, when) in zip(listed, row, strict=True):
                figure.when = when

    def _two_months(self) -> None:
        """Share out "rose in February and March by 3 and 14 percent, respectively"."""
        for figure in self.figures:
            when = figure.when
            if (
                when
                and figure.length == 2
                and when.until == "range"
                and when.last == when.first + 1
                and "respectively" in self.said
            ):
                month = when.first + figure.listed - 1
                figure.when = replace(when, first=month, last=month, until="")

    def _over_years(self) -> None:
        """Give an average annual growth the years "from 6.75 billion in 2017 to 13.3 billion in 2020"."""
        if all(figure.basis != "cagr" for figure in self.figures):
            return
        whens = [token.when for token in self.t if token.when]
        span = next((when for when in whens if when.kind == "span"), None)
        years = [int(when.year) for when in whens if when.kind == "year" and when.year.isdigit()]
        for figure in self.figures:
            if figure.basis != "cagr" or figure.when is None or figure.when.kind != "year":
                continue
            if span is not None:
                figure.when = span  # "from 2008 to 2011, … reached 6 billion in 2011, up 12 percent a year"
            elif len(years) == 2 and str(max(years)) == figure.when.year:  # "3.9 times that of 2012"
                figure.when = When(0, 0, "span", year=str(min(years)), until=str(max(years)))
        first = next((f.when for f in self.figures if f.when and self._from(f) and f.when.kind == "year"), None)
        last = next((f.when for f in self.figures if f.when and self.w[self.t[f.at].i - 1] == "to"), None)
        self._at_the_end()
        for figure in self.figures if first and last else ():
            if figure.basis == "cagr" and first and last and first.year.isdigit() and last.year.isdigit():
                figure.when = When(0, 0, "span", year=first.year, until=last.year)

    def _at_the_end(self) -> None:
        """Give what years of growth led to the last of them: "between 1992 and 2010 … to 28 billion, or 25 percent"."""
        reached: When | None = None
        for figure in self.figures:
            when = figure.when
            if when is None or when.kind != "span" or figure.kind not in ("level", "share") or not when.until.isdigit():
                continue
            if figure.kind == "level" and self.w[self.t[figure.at].i - 1] in _LED_TO:
                reached = replace(when, kind="year", year=when.until, until="")
            figure.when = reached or when

    def _done_on(self) -> None:
        """Read "shipped goods worth 3 million dollars on May 3": the day of a deed, not of a report."""
        dates = [(k, token.when) for k, token in enumerate(self.t) if token.when and token.when.kind == "date"]
        if len(dates) != 1:
            return
        at, day = dates[0]
        if day.lead == "since" or self.w[max(0, self.t[at].i - 2) : self.t[at].i] == ["starting", "from"]:
            self._since_day(at, day)
        if day.lead != "on":
            return
        told = not _REPORTS.isdisjoint(self.said) or _DEEDS.isdisjoint(self.said)
        opens = self.t[at].i == 1 and not told  # "On May 3, the city signed …"
        for figure in self.figures:
            if told and (figure.at < 0 or self.s.text[self.t[figure.at].end : day.start].strip() != "on"):
                continue
            if figure.kind in ("level", "count") and figure.at >= 0 and (opens or self.t[figure.at].start < day.start):
                figure.when = replace(day, kind="on")

    def _since_day(self, at: int, day: When) -> None:
        """Read "Since January 20, the port has handled 3 million tons"."""
        for figure in self.figures:
            if figure.at <= at or figure.kind not in ("level", "count") or not day.last:
                continue
            if tense(self.s, self.t[figure.at].start) in ("perfect", "past"):
                figure.when = replace(day, kind="from")

    def _every_year(self) -> None:
        """Read "2,000 trains per year", "will generate 2 billion kWh annually" as levels of a whole year.

        What is promised from the end of a year on is of the year after it.
        """
        for figure in self.figures:
            if figure.kind not in ("level", "count") or figure.at < 0:
                continue
            after = self.w[self.t[figure.at].j : self.t[figure.at].j + 7]
            after = after[: next((k for k, word in enumerate(after) if word in _STOPPED), len(after))]
            if not _YEARLY.search(" ".join(after)) and self.w[:2] not in (["every", "year"], ["each", "year"]):
                continue
            figure.yearly = True
            when = figure.when
            if when and when.kind == "point" and when.last == 12 and when.year.isdigit() and "will" in self.said:
                figure.when = replace(when, kind="year", year=str(int(when.year) + 1))

    def _so_far(self) -> None:
        """Read "accumulated exports stand at 6 billion this year" as what has come together so far."""
        for figure in self.figures:
            if figure.when and figure.when.kind == "year" and figure.when.year == "this year":
                figure.when = replace(figure.when, kind="sofar", year="")

    def _opens_another(self, words: list[str], k: int) -> bool:
        """Tell "fell by 30% (April: -32%)": a bracket that gives the time of the figure in it."""
        return "(" in words and ")" not in words and self.w[self.t[k].j : self.t[k].j + 1] == [":"]

    def _trailing(self, figure: Figure, whens: list[tuple[int, When]]) -> When | None:
        """Find a time that follows a figure without a comma or another figure in between."""
        begin = self.t[figure.at].j
        for k, when in whens:
            if k < figure.at:
                continue
            words = self.w[begin : self.t[k].i]
            if figure.paired:
                words = [
                    word
                    for word, start in zip(words, self.s.starts[begin : self.t[k].i], strict=True)
                    if start >= figure.paired_end
                ]
                words = words[1:] if words[:1] == [")"] else words
            others = [token for token in self.t[figure.at + 1 : k] if token.quantity and token.end > figure.paired_end]
            if (
                "after" in words
                or others
                or self._opens_another(words, k)
                or any(word in (",", ";", ".", "while") for word in words)
                or ("and" in words and len(words) > 6)
                or (words[:1] == ["and"] and self._leads_the_next(figure, k, whens))
            ):
                return None
            return when
        return None

    def _leads_the_next(self, figure: Figure, k: int, whens: list[tuple[int, When]]) -> bool:
        """Tell "in April 5 tons and in May 6 tons", where each time stands before its own figure."""
        after = self.t[k + 1 : k + 2]
        next_is_a_figure = bool(after) and after[0].quantity is not None and after[0].i == self.t[k].j
        return next_is_a_figure and any(at < figure.at for at, _ in whens)

"""The figures of a sentence: which numbers are statistics, and of what kind.

A figure is a level, a change of level, a growth rate, a share, a rate, a count, or a difference in percentage points.
The kind is read from the cue nearest to the number, on its left or on its right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hinterland.ledger.lexicon import table
from hinterland.ledger.periods import When
from hinterland.ledger.quantities import Quantity, scaled
from hinterland.ledger.subjects import RATES_LIKE, Subject
from hinterland.ledger.tokens import Sentence, Token

LISTED = frozenset((",", "and", "or", ";", "to", "by", "with"))
_STOPS = frozenset((",", ";", "(", ")", ".", ":", "while", "whereas"))
_FROM_TO = frozenset(("from", "to"))
COMPARISON = frozenset(("than", "from", "over", "with", "to", "against", "versus", "vs", "on", "relative", "after"))
_DOUBTFUL = frozenset(
    ("about", "nearly", "almost", "over", "more", "than", "around", "some", "approximately", "at", "least", "only")
)
_INDUSTRIES = re.compile(
    r"\b(?:\d+ of (?:the )?\d+|forty[- ]one|\d\d) (?:major |industrial )?(?:industries"
    r"|industry categories|categories|industrial)|major industries, \d+"
)
_STANDING = re.compile(r"\b(?:has|have|boasts|there are|is home to|operates|operating)\b", re.I)
_NO_STATISTIC = frozenset(("kV", "hours", "km", "m"))


@dataclass(slots=True)
class Figure:
    """Hold one figure while the sentence is read."""

    at: int  # index of its token
    quantity: Quantity
    kind: str = "level"  # level, change, growth, share, rate, count, pp, ratio, rank
    sign: int = 1
    basis: str | None = None
    against: When | None = None  # the time it is compared with
    outlook: str | None = None
    gap: str | None = None  # national, province, other: what a difference is taken from
    subject: Subject = field(default_factory=Subject)
    when: When | None = None
    paired: Quantity | None = None
    paired_end: int = 0
    growth: Figure | None = None
    rank: int | None = None
    rank_scope: str | None = None
    prefix: str = ""
    listed: int = 0  # place in a list of figures, 0 where there is none
    length: int = 0  # of that list
    noun: list[str] = field(default_factory=list)
    note: str | None = None
    standing: bool = False  # a count of what "there is", in the present tense
    dropped: bool = False


class Scanner:
    """Find the figures of one sentence and tell their kinds, from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.t, self.w = sentence, sentence.tokens, sentence.words
        self.figures: list[Figure] = []
        self.working = "working days" in sentence.text

    def scan(self) -> list[Figure]:
        """List the figures with kind, sign and basis."""
        at = [k for k, token in enumerate(self.t) if token.quantity or "ratio" in token.tags]
        self._share_units(at)
        for place, k in enumerate(at):
            following = at[place + 1] if place + 1 < len(at) else len(self.t)
            token = self.t[k]
            if "ratio" in token.tags:
                self._ratio(k)
            elif self._is_pair(k) or self._is_masked(k):
                continue
            elif token.quantity is not None:
                self._classify(k, token.quantity, following)
        self._number_lists()
        self._share_basis()
        return self.figures

    def _share_basis(self) -> None:
        """Let a comparison at the end of "2.2% in A and by 2.1% in B, compared with …" hold for both."""
        for figure, after in zip(self.figures[-2::-1], self.figures[:0:-1], strict=True):
            if figure.kind == after.kind == "growth" and figure.basis is None and figure.against is None:
                between = self.w[self.t[figure.at].j : self.t[after.at].i]
                own = any(
                    "grow" in token.tags or "indicators" in token.tags for token in self.t[figure.at + 1 : after.at]
                )
                if "and" in between and len(between) < 14 and (not own or "compared" in self.w):
                    figure.basis, figure.against = after.basis, after.against

    def gap(self, a: int, b: int) -> list[str]:
        """Give the words between two tokens."""
        return self.w[self.t[a].j : self.t[b].i]

    def before(self, k: int) -> int:
        """Give the token of the figure before, or -1."""
        return self.figures[-1].at if self.figures else -1

    def _share_units(self, at: list[int]) -> None:
        """Give the bare numbers of a list the unit of its last one: "32.39, 19.92 and 10.9 billion yuan"."""
        for k, after in zip(at[-2::-1], at[:0:-1], strict=True):
            here, there = self.t[k].quantity, self.t[after].quantity
            if here is None or there is None or here.unit is not None or there.unit is None:
                continue
            between = self.gap(k, after)
            if here.scaled and between == ["and"]:
                here.unit, here.money = there.unit, there.money
            elif not here.scaled and between and all(word in (",", "and", "or", "to", "+") for word in between):
                here.value, here.step = scaled(here.value, there.factor), here.step * there.factor
                here.unit, here.scaled, here.money, here.factor = there.unit, True, there.money, there.factor
                here.close()

    def _is_pair(self, k: int) -> bool:
        """Read a conversion in brackets after an amount of money; it joins the figure before."""
        if not self.figures:
            return False
        figure, there = self.figures[-1], self.t[k].quantity
        here = self.t[figure.at].quantity
        if (
            here is None
            or there is None
            or not (here.money and there.money)
            or here.unit == there.unit
            or figure.paired
        ):
            return False
        between = self.gap(figure.at, k)
        opened = "(" in between or between[:2] == [",", "or"] or between[:1] == ["or"]
        if not opened or len(between) > 4:
            return False
        figure.paired, figure.paired_end = there, self.t[k].end
        return True

    def _is_masked(self, k: int) -> bool:
        """Drop numbers that state nothing: thresholds, names, spans of time, bare numbers without a noun."""
        quantity, token = self.t[k].quantity, self.t[k]
        before = self.w[max(0, token.i - 4) : token.i]
        if quantity is None or "priced" in before or "fewer" in before or "aged" in before:
            return True
        if quantity.unit in _NO_STATISTIC or (quantity.unit == "days" and not self.working):
            return True
        return bool(quantity.unit == "persons" and "fewer" in before)

    def _ratio(self, k: int) -> None:
        for value, step in self.t[k].tags["ratio"]:
            quantity = Quantity(scaled(value, 0.01), step / 100, "share").close()
            self.figures.append(Figure(k, quantity, "ratio"))

    def _classify(self, k: int, quantity: Quantity, following: int) -> None:
        figure = Figure(k, quantity)
        previous = self.figures[-1] if self.figures else None
        if self._goes_on(k, previous):
            assert previous is not None
            figure.kind, figure.basis, figure.sign, figure.against = (
                previous.kind,
                previous.basis,
                previous.sign,
                previous.against,
            )
            figure.gap, figure.outlook = previous.gap, previous.outlook
            if quantity.unit == "pp":
                self._points(figure, k, following, previous)
                previous.gap, previous.sign = figure.gap or previous.gap, figure.sign
        elif quantity.unit in ("share", "times"):
            self._percent(figure, k, following, previous)
        elif quantity.unit == "pp":
            self._points(figure, k, following, previous)
        elif quantity.unit is None and (not quantity.scaled or self._noun(self.t[k].j)):
            if not self._count(figure, k):
                return
        else:
            self._level(figure, k, previous)
        if quantity.sign:
            figure.sign = quantity.sign
        if figure.kind in ("growth", "pp"):
            self._basis(figure, k, following)
        self.figures.append(figure)

    def _goes_on(self, k: int, previous: Figure | None) -> bool:
        """Tell whether a number continues a list of numbers of the same unit."""
        if previous is None or previous.kind in ("count", "ratio") or previous.quantity.unit != self.t[k].quantity.unit:  # type: ignore[union-attr]
            return False
        between = self.gap(previous.at, k)
        plain = [word for word in between if word not in _LINKS or word == "to"]
        return bool(between) and not plain and not previous.paired and ("and" in between or "," in between)

    def _left(self, k: int) -> tuple[str, str, int]:
        """Find the nearest cue on the left: ("grow", "up" | "down") or ("share", "of") or ("rate", "")."""
        last = self.before(k)
        for m in range(k - 1, last, -1):
            tags = self.t[m].tags
            between = self.w[self.t[m].j : self.t[k].i]
            if ";" in between or (between.count(",") and not self._spacers(m, k)):
                break
            if "grow" in tags:
                return "grow", tags["grow"], m
            if "share" in tags and not (tags["share"] == "noun" and self.w[self.t[m].j : self.t[m].j + 1] == ["of"]):
                return "share", "of", m
            if tags.get("indicators") in RATES_LIKE or ("rate" in tags and "grow" not in tags):
                return "rate", "", m
        return "", "", -1

    def _spacers(self, m: int, k: int) -> bool:
        """Tell a comma around an inserted time or basis ("an increase, year on year, of 5 percent")."""
        inner = self.t[m + 1 : k]
        return bool(inner) and all(token.when or "basis" in token.tags or "doubt" in token.tags for token in inner)

    def _right(self, k: int, following: int) -> tuple[str, str, int]:
        """Find a cue on the right before the clause ends: "a 5.6 percent year-on-year increase", "59 percent of"."""
        words = self.w[self.t[k].j : self.t[k].j + 1]
        for m in range(k + 1, following):
            between = self.gap(m - 1, m)
            if (
                any(word in _STOPS or word in ("to", "from", "in", "and", "compared", "by") for word in between)
                or len(between) > 4
            ):
                break
            tags = self.t[m].tags
            if "grow" in tags:
                return "grow", tags["grow"], m
            if "share" in tags or "say" in tags or ("of" in between and "indicators" in tags):
                break
        return ("of", "", -1) if words == ["of"] or words == ["的"] else ("", "", -1)

    def _percent(self, figure: Figure, k: int, following: int, previous: Figure | None) -> None:
        left, direction, cue = self._left(k)
        right, turned, right_cue = self._right(k, following)
        just_before = self.w[self.t[k].i - 1] if self.t[k].i else ""
        bracket = just_before == "("
        if figure.quantity.unit == "times":
            figure.kind, figure.sign = "growth", 1
            return
        if right == "grow" and left != "share":
            figure.kind, figure.sign = "growth", -1 if turned == "down" else 1
            if (gap := self._yardstick(right_cue, following)) in ("national", "province") and previous:
                self._to_points(figure, figure.sign, gap)
        elif left == "grow" and (right != "of" or self._governs(cue, k)):
            self._grown(figure, k, cue, direction, just_before, previous)
        elif left == "share":
            figure.kind = "share"
        elif left == "rate":
            figure.kind = "rate"
        elif right == "of":
            figure.kind = "share"
        elif figure.quantity.sign:
            figure.kind = "growth"
        elif bracket:
            self._bracket(figure, previous)
        else:
            self._alike(figure, previous, k)

    def _governs(self, cue: int, k: int) -> bool:
        """Tell "rose 5 percent" and "an increase of 5 percent" from "an increase and around 31 percent of"."""
        return all(
            word in ("by", "of", "to", "a") or m
            for m, word in ((word in _DOUBTFUL, word) for word in self.w[self.t[cue].j : self.t[k].i])
        )

    def _to_points(self, figure: Figure, sign: int, gap: str | None) -> None:
        """Read a percentage that says how far two rates or shares lie apart as percentage points."""
        figure.kind, figure.sign, figure.gap = "pp", sign, gap
        old = figure.quantity
        figure.quantity = Quantity(scaled(old.value, 100), old.step * 100, "pp", old.sign, old.doubt, True).close()
        figure.note = "printed as percent"

    def _alike(self, figure: Figure, previous: Figure | None, k: int) -> None:
        """Give a percentage without a cue the kind of the one before it: "96.4% for wind and 98.5% for solar"."""
        figure.kind = "share"
        if (
            previous
            and previous.quantity.unit == "share"
            and (previous.kind == "rate" or (previous.kind == "growth" and self._same_mood(k)))
        ):
            figure.kind, figure.sign = previous.kind, previous.sign

    def _same_mood(self, k: int) -> bool:
        """Tell "in Spain to 2.0%" (growth goes on) from a share."""
        return self.w[self.t[k].i - 1] in ("to", "at", "by", "was", "after") or not self.t[k].tags

    def _grown(
        self, figure: Figure, k: int, cue: int, direction: str, just_before: str, previous: Figure | None
    ) -> None:
        """Decide between growth, a share that moved from … to …, and a share's change printed as a percentage."""
        zone = self.t[self.before(k) + 1 : cue]
        about_share = any(token.tags.get("share") == "noun" or "rate" in token.tags for token in zone)
        if (
            just_before in _FROM_TO
            and previous
            and previous.kind in ("growth", "share")
            and cue > previous.at
            and just_before == "from"
        ):
            figure.kind = previous.kind  # "3.1 percent, down from 3.4 percent in 2022"
            figure.sign = 1
        elif (just_before in _FROM_TO and (about_share or "growth" not in self.s.text[: self.t[k].start])) or (
            just_before == "to" and previous and previous.kind == "share"
        ):
            figure.kind = "share"
        elif (about_share or self._of_rate(cue)) and just_before in ("by", "of", "about"):
            self._to_points(figure, -1 if direction == "down" else 1, None)
        else:
            figure.kind, figure.sign = "growth", -1 if direction == "down" else 1
            if self._counts_industries(k):
                figure.kind, figure.note = "share", "printed as growth"
            elif previous and previous.note == "printed as growth" and just_before == "of":
                self._to_points(figure, figure.sign, None)

    def _counts_industries(self, k: int) -> bool:
        """Tell the share of industries that grew, printed as their "growth rate"."""
        head = self.s.text[: self.t[k].start].lower()
        return self.t[k].quantity is not None and self.t[k].quantity.value > 0.4 and bool(_INDUSTRIES.search(head))  # type: ignore[union-attr]

    def _of_rate(self, cue: int) -> bool:
        """Tell "the growth rate rising by 0.1 percent": a rate that changes by points."""
        return cue > 0 and self.s.text[self.t[cue - 1].start : self.t[cue - 1].end].lower() in (
            "growth rate",
            "tertiary proportion",
            "rate of increase",
        )

    def _bracket(self, figure: Figure, previous: Figure | None) -> None:
        """Read a percentage in brackets after a name: growth where the sentence grows, else a share."""
        moods = [token.tags["grow"] for token in self.t if "grow" in token.tags]
        if previous and previous.kind == "change":
            figure.kind, figure.sign = "growth", previous.sign
        elif moods and not any("share" in token.tags for token in self.t):
            figure.kind, figure.sign = "growth", -1 if self._mood(figure.at) == "down" else 1
        else:
            figure.kind = "share"

    def _mood(self, k: int) -> str:
        """Find the verb of a list of bracketed percentages: the next one on the right, else the last on the left."""
        after = [token.tags["grow"] for token in self.t[k:] if "grow" in token.tags]
        return str((after or [token.tags["grow"] for token in self.t[:k] if "grow" in token.tags])[0])

    def _points(self, figure: Figure, k: int, following: int, previous: Figure | None) -> None:
        """Read percentage points: a change of a share or rate, or the distance from a yardstick."""
        figure.kind = "pp"
        left, direction, _ = self._left(k)
        right, turned, cue = self._right(k, following)
        if right == "grow":
            figure.sign = -1 if turned == "down" else 1
            figure.gap = self._yardstick(cue, following)
        elif left == "grow":
            figure.sign = -1 if direction == "down" else 1
            figure.gap = self._yardstick(k, following) if "than" in self.w[self.t[k].j : self.t[k].j + 3] else None

    def _yardstick(self, cue: int, following: int) -> str | None:
        """Name what a difference is taken from: the national or provincial average, another figure, or nothing."""
        words: list[str] = []
        for word in self.w[self.t[cue].j : self.t[cue].j + 12]:
            if word in (",", ";", "."):
                break
            words.append(word)
        text = " ".join(words)
        if "average" in text or "national" in text or "country" in text or "provincial" in text:
            if "provinc" in text and "national" not in text and "country" not in text:
                return "province"
            return "city" if "city" in text else "national"
        if words[:1] == ["than"] and any(word in ("total", "overall", "whole", "industrial") for word in words):
            return "other"
        return "other" if self.s.text[self.t[cue].start : self.t[cue].end].lower() in ("above", "below") else None

    def _level(self, figure: Figure, k: int, previous: Figure | None) -> None:
        """Read an amount: a level, or a change where "an increase of", "fell by" stands directly before it."""
        word = self.w[self.t[k].i - 1] if self.t[k].i else ""
        for m in (k - 1, k - 2):
            if m <= self.before(k) or m < 0:
                break
            between = self.w[self.t[m].j : self.t[k].i]
            if "grow" in self.t[m].tags and word in ("by", "of") and len(between) <= 2:
                figure.kind, figure.sign = "change", -1 if self.t[m].tags["grow"] == "down" else 1
                return
            if "doubt" not in self.t[m].tags:
                break
        change = next((other for other in reversed(self.figures) if other.kind == "change"), None)
        if word == "by" and change is not None:
            figure.kind, figure.sign = "change", change.sign
        if word == "(" and previous and previous.kind == "growth":
            figure.kind, figure.sign = "change", previous.sign

    def _count(self, figure: Figure, k: int) -> bool:
        """Read a bare number as a count of the noun after it, or as the level of the noun before it."""
        token = self.t[k]
        before = self.w[token.i - 1] if token.i else ""
        after = self.w[token.j : token.j + 6]
        if (
            token.i > 1
            and before.isalpha()
            and self.s.text[self.s.starts[token.i - 1]].isupper()
            and not (self.t[k - 1].j == token.i and self.t[k - 1].tags)
        ):
            return False  # the number of a name: Fortune 500
        figure.kind = "count"
        figure.standing = bool(_STANDING.search(self.s.text))
        if before in ("no", "top", "phase", "page", "chapter", "article", "section", "#", "/", ".", "-", "+", ":", "_"):
            return False
        if before in ("from", "to", "numbered", "reached", "was", "totaled", "were", "at", "hit", "exceeded") and (
            not after
            or after[0] in (",", ".", ";", "in", "(", "to", "by", "units")
            or (token.when is None and self._time_next(k))
        ):
            figure.kind = "level"
            return token.quantity is not None and (token.quantity.value >= 100 or before in ("from", "to", "numbered"))
        if after[:1] == ["of"] and after[1:2] in (["the"], ["them"], ["its"]):
            begin = token.j + 2
            while begin < len(self.w) and self.w[begin][0].isdigit():
                begin += 1
            figure.noun = ["ones"] if after[1] == "them" else self._noun(begin) or after[2:5]
            return True
        noun = self._noun(token.j)
        if (
            not noun
            or before in ("the", "these", "those", "'s", "its", "their", "all")
            or self.s.ends[token.j - 1] - self.s.starts[token.i] > 12
        ):
            return False
        figure.noun = noun
        return True

    def _time_next(self, k: int) -> bool:
        return k + 1 < len(self.t) and self.t[k + 1].when is not None and self.t[k + 1].i - self.t[k].j <= 1

    def _noun(self, i: int) -> list[str]:
        """Read the plural noun phrase after a number, or nothing where it counts no things."""
        noun: list[str] = []
        for word in self.w[i : i + 7]:
            if not word.replace("'s", "").isalpha() or word in (
                "in",
                "of",
                "on",
                "for",
                "with",
                "from",
                "at",
                "to",
                "by",
                "that",
                "were",
                "was",
                "have",
                "has",
                "had",
                "who",
                "which",
                "are",
                "is",
                "as",
                "issued",
            ):
                break
            if (word == "and" and noun and noun[-1].endswith("s")) or (
                noun and word.endswith("ed") and noun[-1].endswith("s")
            ):
                break
            noun.append(word)
        if not noun or noun[0] in _UNCOUNTED or any(word in ("consecutive", "straight", "th") for word in noun):
            return []
        return noun if any(word.endswith("s") and len(word) > 3 for word in noun) else []

    def _basis(self, figure: Figure, k: int, following: int) -> None:
        """Read what growth is compared with: a phrase, or a time after "than", "from", "compared with"."""
        for m in range(k - 1, self.before(k), -1):
            if any(word in (",", "and", ";") for word in self.w[self.t[m].j : self.t[k].i]) and not (
                m == 0 or self._heads(m)
            ):
                break
            self._measure(figure, m, k)
        for m in range(k + 1, following):
            if self._compares(m):
                if self._new_clause(k, m):
                    break
                self._measure(figure, m, k)
        if figure.against is None and figure.basis is None:
            figure.against = self._headed(k)
        for token in self.t[:k]:
            if "outlook" in token.tags:
                figure.outlook = token.tags["outlook"]

    def _headed(self, k: int) -> When | None:
        """Find a comparison that heads the sentence: "In January, compared with December, output fell …"."""
        for token in self.t[: min(3, k)]:
            if "label" in token.tags or token.quantity:
                return None
            if token.when and token.when.lead == "than":
                return token.when
        return None

    def _compares(self, m: int) -> bool:
        when = self.t[m].when
        if when is None:
            return "basis" in self.t[m].tags
        return when.lead in COMPARISON or when.kind in ("before", "back", "ago", "past")

    def _heads(self, m: int) -> bool:
        return self.w[: self.t[m].i][:1] in (["compared"], ["from"])

    def _measure(self, figure: Figure, m: int, k: int) -> None:
        """Let one token say what growth is measured against."""
        token, when = self.t[m], self.t[m].when
        if "basis" in token.tags and (figure.basis is None or (figure.basis == "yoy" and m < k)):
            figure.basis = token.tags["basis"]
        elif (
            when and when.kind == "past" and "average" in self.w[max(0, self.t[min(m, k)].i - 6) : self.t[max(m, k)].j]
        ):
            figure.basis = f"avg{when.last}y"
        elif (
            when
            and when.kind != "date"
            and ((when.lead in COMPARISON and m > k) or when.kind in ("before", "back", "ago"))
        ):
            figure.against = figure.against or when

    def _new_clause(self, k: int, m: int) -> bool:
        """Tell whether what stands on the right of a figure belongs to another clause."""
        gap = self.gap(k, m)
        if any(word in (";", "while") for word in gap) or (")" in gap and "(" not in gap):
            return True
        between = self.t[k + 1 : m + 1]
        when = self.t[m].when
        if when and (when.lead in ("with", "to", "than") or when.kind == "back"):
            return any("grow" in token.tags for token in self._after_comma(k, m))
        if "basis" in self.t[m].tags and self.gap(k, m)[-1:] == [","]:
            return any(
                "grow" in token.tags or "indicators" in token.tags or "say" in token.tags for token in between[:-1]
            )
        if "basis" in self.t[m].tags and any(word == "and" for word in self.gap(k, m)):
            return True
        comma = "," in self.gap(k, m) or "and" in self.gap(k, m)
        return comma and any(
            "indicators" in token.tags or "grow" in token.tags or "place" in token.tags or "say" in token.tags
            for token in between
        )

    def _after_comma(self, k: int, m: int) -> list[Token]:
        comma = next((i for i in range(self.t[k].j, self.t[m].i) if self.w[i] in (",", "and")), None)
        return [] if comma is None else [token for token in self.t[k + 1 : m] if token.i > comma]

    def _number_lists(self) -> None:
        """Mark runs of figures that only commas and "and" part, so that they can be shared out over parallel names."""
        run: list[Figure] = []
        self._yardsticks()
        for figure in [*self.figures, None]:
            if figure and run and self._adjoins(run[-1], figure):
                run.append(figure)
                continue
            if len(run) > 1:
                for place, member in enumerate(run, 1):
                    member.listed, member.length = place, len(run)
            run = [figure] if figure else []

    def _yardsticks(self) -> None:
        """Share out "4.9 and 3.9 percentage points above the national and the provincial average"."""
        points = [figure for figure in self.figures if figure.kind == "pp"]
        if len(points) < 2:
            return
        tail = self.s.text[self.t[points[-1].at].end :].lower()
        named = re.findall(r"country|national|nation|provinc", tail)
        if "average" in tail and len(named) == len(points):
            up = any(word in tail for word in ("higher", "above", "faster"))
            for figure, name in zip(points, named, strict=True):
                figure.gap, figure.sign = "province" if name == "provinc" else "national", 1 if up else -1

    def _adjoins(self, before: Figure, after: Figure) -> bool:
        if (
            before.kind != after.kind
            or before.quantity.unit != after.quantity.unit
            or before.kind in ("ratio", "count")
        ):
            return False
        between = self.w[self.t[before.at].j : self.t[after.at].i]
        if before.paired:
            return False
        moved = {self.w[token.i] for token in self.t[before.at + 1 : after.at] if "grow" in token.tags}
        return (
            bool(between)
            and all(word in _LINKS or (word in moved and before.kind == "growth") for word in between)
            and between != ["to"]
        )


_LINKS = frozenset((",", "and", "or", "about", "nearly", "over", "to", "by", "almost", "+"))
_UNCOUNTED = frozenset(table("english.toml")["uncounted"]["noun"])

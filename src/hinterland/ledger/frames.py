"""Figures joined to statistics: each with its subject, its growth, its rank and its time."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.figures import COMPARISON, Figure, Scanner
from hinterland.ledger.lexicon import Place, places
from hinterland.ledger.periods import When
from hinterland.ledger.quantities import Quantity
from hinterland.ledger.ranks import Rank
from hinterland.ledger.subjects import RATES_LIKE, TRADE, Labels, Setting, Subject, build, collect, country, slug
from hinterland.ledger.tokens import Sentence, Token

_ENDS = frozenset((",", ";", "(", ")", ".", ":", "while", "whereas", "but"))
_UNIT_NAMES = {"km2": "area", "m2": "floor_area"}
_PRONOUNS = frozenset(
    (
        "it",
        "this",
        "that",
        "they",
        "which",
        "total",
        "value",
        "figure",
        "volume",
        "number",
        "amount",
        "those",
        "these",
        "of",
    )
)


class Frames:
    """Join the figures of one sentence: subjects first, then growth to levels, then ranks."""

    def __init__(self, sentence: Sentence, setting: Setting, ranks: list[Rank]) -> None:
        self.s, self.t, self.w, self.setting = sentence, sentence.tokens, sentence.words, setting
        self.ranks = ranks
        self.figures = Scanner(sentence).scan()

    def join(self) -> list[Figure]:
        """List the statistics of the sentence in the order of print."""
        self._subjects()
        self._lists()
        self._both()
        self._names()
        self._growth()
        self._times()
        self._rank()
        return [figure for figure in self.figures if not figure.dropped]

    # Subjects

    def _subjects(self) -> None:
        subject = (
            self.setting.last if self.w[:1] and self.w[0] in _PRONOUNS else Subject(region=self.setting.last.region)
        )
        begin = 0
        for number, figure in enumerate(self.figures):
            if number and figure.at == self.figures[number - 1].at:
                figure.subject = self.figures[number - 1].subject
                continue
            zone = self._zone(begin, figure.at)
            after = self._after(figure)
            whole = self._chinese_whole(figure, begin)
            if whole:
                zone = [token for token in zone if token not in whole]
            labels = collect(self.s, zone + after, self.setting)
            figure.subject = self._subject(figure, labels, subject, begin, zone)
            subject = figure.subject
            begin = (
                max(self._skip(figure), *(self.t.index(token) + 1 for token in after)) if after else self._skip(figure)
            )
            if whole:
                self._share_of(figure, whole, "of")
            elif figure.kind in ("share", "rate", "pp", "growth", "change", "level"):
                self._whole(figure, begin)

    def _chinese_whole(self, figure: Figure, begin: int) -> list[Token]:
        """Find the whole that Chinese names before a share: 占全省生产总值的20.5%."""
        if figure.kind != "share":
            return []
        shares = [
            k for k in range(begin, figure.at) if "share" in self.t[k].tags and self.w[self.t[k].i].startswith("占")
        ]
        return [token for token in self.t[shares[-1] : figure.at] if "label" in token.tags] if shares else []

    def _zone(self, begin: int, end: int) -> list[Token]:
        """List the label tokens between two figures, without a rank's scope."""
        return [
            token
            for token in self.t[begin:end]
            if "label" in token.tags and not any(rank.start <= token.start < rank.end for rank in self.ranks)
        ]

    def _after(self, figure: Figure) -> list[Token]:
        """List labels on the right that belong to a figure: "a 2.2 percent import and export growth", "growth in X"."""
        if figure.kind != "growth":
            return []
        labels: list[Token] = []
        grown = False
        for token in self.t[figure.at + 1 :]:
            words = self.w[self.t[figure.at].j : token.i]
            if token.quantity or any(word in _ENDS or word in ("to", "from", "compared") for word in words):
                break
            if "grow" in token.tags:
                grown = True
            if "and" in words and not grown:
                break
            if (
                grown
                and "of" not in words
                and "in" not in words
                and "grow" not in token.tags
                and not labels
                and words[-1:] != []
            ):
                pass
            if "label" in token.tags and (not grown or "in" in words or "of" in words or "grow" in token.tags):
                labels.append(token)
        return labels if grown else []

    def _subject(self, figure: Figure, labels: Labels, before: Subject, begin: int, zone: list[Token]) -> Subject:
        if figure.kind == "count":
            return self._counted(figure, labels, before)
        if figure.kind == "ratio":
            return before if before.base else replace(self.setting.last, region=before.region)
        if figure.quantity.unit == "days":
            return Subject("working_days", region=labels.regions[-1] if labels.regions else before.region)
        if (
            not labels.indicators
            and not labels.entities
            and not labels.modes
            and not labels.products
            and not labels.partners
            and not labels.sectors
            and not (figure.outlook and labels.regions)
        ):
            named = self._by_unit(figure, begin) or self._phrase(begin, figure)
            if named and figure.kind in ("level", "growth", "change", "rate", "share"):
                return Subject(named, region=labels.regions[-1] if labels.regions else before.region)
        if figure.outlook and figure.kind == "growth" and not labels.indicators and labels.regions:
            return Subject("gdp", region=labels.regions[-1])  # "expects global growth of …"
        measured = self._by_unit(figure, begin) if not labels.indicators else None
        built = build(labels, before, self.setting)
        return replace(built, base=measured, partners=(), entity=None, product=None) if measured else built

    def _by_unit(self, figure: Figure, begin: int) -> str | None:
        """Name what only the unit tells: square kilometres are an area, tons "handled" are cargo."""
        unit = figure.quantity.unit
        if unit in _UNIT_NAMES:
            return _UNIT_NAMES[unit]
        first = self.t[begin - 1].j if begin else 0
        handled = any(
            word in ("handled", "handles", "handle", "handling") for word in self.w[first : self.t[figure.at].i]
        )
        if unit == "t" and any(
            word in ("carried", "transported", "carrying") for word in self.w[first : self.t[figure.at].i]
        ):
            return "cargo_volume"
        return {"t": "cargo_throughput", "TEU": "container_throughput"}.get(unit or "") if handled else None

    def _phrase(self, begin: int, figure: Figure) -> str | None:
        """Name a subject that no data file lists: the words before the verb that states the figure."""
        first = self.t[begin].i if begin < len(self.t) else 0
        if begin:
            first = self.t[begin - 1].j
        last = self.t[figure.at].i
        verb = next(
            (
                token
                for token in self.t[begin : figure.at]
                if ("say" in token.tags or "grow" in token.tags) and token.i > first
            ),
            None,
        )
        if verb is None or (figure.kind == "growth" and "say" not in verb.tags and "grow" not in verb.tags):
            return None
        words = self.w[first : min(verb.i, last)]
        for cut in range(len(words) - 1, -1, -1):
            if words[cut] in _ENDS or words[cut] in ("and", "in", "with", "of", "'s"):
                words = words[cut + 1 :] if words[cut] not in ("in",) else words[:cut]
                break
        skip = {
            word
            for token in self.t[begin : figure.at]
            if token.when
            or any(tag in token.tags for tag in ("place", "refer", "share", "outlook", "doubt", "basis", "grow"))
            for word in self.w[token.i : token.j]
        }
        words = [word for word in words if word not in skip]
        if not words or words[0] in _PRONOUNS or len(words) > 6:
            return None
        return slug(words)

    def _counted(self, figure: Figure, labels: Labels, before: Subject) -> Subject:
        """Name what a bare number counts: by the vocabulary where it lists the noun, else by the noun's own words."""
        token = self.t[figure.at]
        end = token.j + len(figure.noun)
        known = [other for other in self.t[figure.at + 1 :] if other.i < end + 3 and "indicators" in other.tags]
        region = labels.regions[-1] if labels.regions else before.region
        detail = next((word for word in figure.noun if word in ("provincial", "national", "municipal")), None)
        if known:
            return Subject(known[0].tags["indicators"], detail=detail, region=region)
        if figure.noun[-1:] == ["ones"]:
            return replace(before, detail=detail, region=region)
        return Subject(slug(figure.noun), region=region)

    def _skip(self, figure: Figure) -> int:
        """Find the first token after what still belongs to a figure: its whole, its yardstick, its place."""
        k = figure.at + 1
        if figure.kind == "count":
            while k < len(self.t) and self.t[k].i < self.t[figure.at].j + len(figure.noun) and not self.t[k].quantity:
                k += 1
        if figure.paired:
            while k < len(self.t) and self.t[k].start < figure.paired_end:
                k += 1
        start = self.t[k - 1].j
        if figure.paired and self.w[start : start + 1] == [")"]:
            start += 1
        while k < len(self.t) and not (self.t[k].quantity or "ratio" in self.t[k].tags):
            between = self.w[start : self.t[k].i]
            if any(word in _ENDS for word in between) or self._opens(figure, k, between):
                break
            k += 1
        return k

    def _opens(self, figure: Figure, k: int, between: list[str]) -> bool:
        """Tell whether a token after a figure begins something new rather than completing the figure."""
        if "and" in between and figure.kind not in ("share", "rate", "pp"):
            return True
        if "and" in between and ("indicators" in self.t[k].tags or "entities" in self.t[k].tags):
            return bool(self.w[self.t[k].j : self.t[k].j + 1]) and any(
                "say" in token.tags or "grow" in token.tags for token in self.t[k + 1 : k + 3]
            )
        if figure.kind in ("share", "rate", "pp"):
            return False
        return between[:1] not in (
            ["in"],
            ["for"],
            ["of"],
            ["to"],
            ["from"],
            ["than"],
            ["over"],
            ["compared"],
            ["going"],
            ["on"],
            ["with"],
        ) and bool("indicators" in self.t[k].tags or "entities" in self.t[k].tags)

    def _whole(self, figure: Figure, begin: int) -> None:
        """Read what follows a figure: the whole of a share, the place of a rate, the partner of an amount."""
        zone = [token for token in self.t[figure.at + 1 : begin] if "label" in token.tags]
        if not zone and not (figure.kind == "share" and self._named_whole(figure)):
            return
        next_word = self.w[self.t[figure.at].j] if self.t[figure.at].j < len(self.w) else ""
        if figure.kind == "share":
            self._share_of(figure, zone, next_word)
        elif figure.kind == "level" and self._measured_after(figure, zone):
            return
        elif next_word in ("in", "for", "to", "going", "from", "of"):
            places = [token.tags["place"] for token in zone if "place" in token.tags]
            if len(places) != 1:
                return
            if next_word in ("in", "for") and not (
                figure.subject.base in TRADE
                and figure.kind == "level"
                and next_word == "in"
                and places[0].kind == "group"
            ):
                figure.subject = replace(figure.subject, region=places[0])
            elif next_word in ("to", "going", "from") and figure.kind == "level":
                figure.subject = replace(figure.subject, partners=(places[0].code or places[0].name,))

    def _measured_after(self, figure: Figure, zone: list[Token]) -> bool:
        """Read "1.07 trillion of exports", "1.31 trillion yuan in foreign trade": the name follows its amount."""
        end = max(self.t[figure.at].end, figure.paired_end)
        named = next((token for token in zone if "indicators" in token.tags and token.start > end), None)
        if named is None:
            return False
        between = [
            word
            for word, start in zip(self.w, self.s.starts, strict=True)
            if end <= start < named.start and word != ")"
        ]
        if between[:1] not in (["of"], ["in"], ["worth"]) or len(between) > 3:
            return False
        figure.subject = replace(figure.subject, base=named.tags["indicators"])
        return True

    def _share_of(self, figure: Figure, zone: list[Token], next_word: str) -> None:
        labels = collect(self.s, zone, self.setting)
        subject = figure.subject
        if labels.indicators and (
            subject.base is None
            or (subject.base not in labels.indicators and next_word == "of" and self._is_qualified(subject, zone))
        ):
            subject = replace(subject, base=labels.indicators[0])
        home = subject.region or self.setting.home
        whole = self._named_whole(figure)
        wholes = (
            [whole]
            if whole and whole != home
            else [place for place in labels.regions if home and place != home and place != self.setting.home]
        )
        if wholes:
            subject = replace(subject, of=wholes[0].name)
        elif labels.partners and labels.partners[0] not in subject.partners:
            subject = replace(subject, of=labels.partners[0])
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 3]
        if after[:2] in (["of", "that"], ["of", "this"]) and self.setting.topic.partners not in ((), subject.partners):
            subject = replace(subject, of=None, partners=subject.partners or self.setting.topic.partners)
        if next_word == "of" and not subject.entity and labels.entities:
            subject = replace(subject, entity=labels.entities[-1])
        figure.subject = subject

    def _named_whole(self, figure: Figure) -> Place | None:
        """Read "of the national total", "of the country's total": the whole lies a level above."""
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 5]
        if "national" in after or "country" in after or "nation" in after or "nationwide" in after:
            home = figure.subject.region or self.setting.home
            return places().get(country(home)) if home else None
        return None

    def _is_qualified(self, subject: Subject, zone: list[Token]) -> bool:
        return bool(subject.entity or subject.partners or subject.mode) and subject.base in TRADE

    # Parallel lists

    def _lists(self) -> None:
        """Share out lists of figures over lists of names: "exports to A and B grew 9 and 13 percent"."""
        done: list[Subject] = []
        for number, figure in enumerate(self.figures):
            if figure.listed != 1:
                if figure.kind not in ("ratio",) and not figure.listed:
                    done = done if figure.length else []
                continue
            members = self.figures[number : number + figure.length]
            if done and len(done) == len(members) and not self._new_labels(members[0], self.figures[number - 1]):
                subjects: list[Subject] | None = done
            else:
                subjects = self._parallel(members, number) or self._as_before(members, number)
            if subjects:
                done = subjects
                for member, subject in zip(members, subjects, strict=True):
                    member.subject = subject
                if number + len(members) < len(self.figures):
                    self._reach(number + len(members), subjects)

    def _as_before(self, members: list[Figure], number: int) -> list[Subject] | None:
        """Share out "after +1.9% and +2.1%" over the places of the figures before it."""
        earlier = self.figures[max(0, number - len(members)) : number]
        places = {figure.subject.region for figure in earlier}
        same = len(earlier) == len(members) == len(places) and all(figure.kind == members[0].kind for figure in earlier)
        if not same or (self._new_labels(members[0], earlier[-1]) and "after" not in self.w):
            return None
        for figure, member in zip(earlier, members, strict=True):
            if (member.basis is None and member.against is None) or (member.against and member.against.kind == "back"):
                member.basis, member.against = figure.basis, figure.against
        return [figure.subject for figure in earlier]

    def _both(self) -> None:
        """State a figure twice that holds "in the euro area and in the EU", or "in both"."""
        for figure in list(self.figures):
            if figure.kind != "growth" or figure.listed:
                continue
            places = self._two_places(figure)
            if len(places) == 2:
                figure.subject = replace(figure.subject, region=places[0])
                twin = replace(figure, subject=replace(figure.subject, region=places[1]))
                self.figures.insert(self.figures.index(figure) + 1, twin)

    def _two_places(self, figure: Figure) -> list[Place]:
        words = self.w[self.t[figure.at].j : self.t[figure.at].j + 14]
        if words[:1] != ["in"]:
            return []
        if words[:2] == ["in", "both"] and words[2:3] in ([], [","], ["."], ["compared"]):
            return list(self.setting.pair)
        places: list[Place] = []
        for token in self.t[figure.at + 1 :]:
            if token.quantity or token.when or token.i > self.t[figure.at].j + 13:
                break
            if "place" in token.tags and token.tags["place"] not in places:
                places.append(token.tags["place"])
        return places if "and" in words else []

    def _reach(self, number: int, subjects: list[Subject]) -> None:
        """Let a share of the whole list name all of it: "the three made up 59 percent"."""
        figure = self.figures[number]
        if figure.kind == "share" and not figure.listed and all(subject.partners for subject in subjects):
            figure.subject = replace(
                figure.subject, partners=tuple(dict.fromkeys(name for subject in subjects for name in subject.partners))
            )

    def _new_labels(self, figure: Figure, before: Figure) -> bool:
        return any("label" in token.tags for token in self.t[before.at + 1 : figure.at])

    def _parallel(self, members: list[Figure], number: int) -> list[Subject] | None:
        begin = self.figures[number - 1].at + 1 if number else 0
        end = members[0].at
        zone = self._zone(begin, end) + self._after(members[0])
        labels = collect(self.s, zone, self.setting)
        base, n = members[0].subject, len(members)
        text = self.s.text[: self.t[end].start].lower()
        if (
            labels.indicators == ["trade_total"]
            and n == 2
            and "trade" not in text[-60:]
            and ("exports and imports" in text or "imports and exports" in text)
        ):
            names = ["exports", "imports"] if "exports and imports" in text else ["imports", "exports"]
            return [replace(base, base=name) for name in names]
        if len(labels.indicators) >= n and (len(labels.indicators) == n or "respectively" in self.w):
            return [replace(base, base=name) for name in labels.indicators[-n:]]
        if len(labels.partners) == n:
            return [replace(base, partners=(name,)) for name in labels.partners]
        if len(labels.regions) == n:
            return [replace(base, region=place) for place in labels.regions]
        for key, rows in (
            ("product", labels.products),
            ("entity", labels.entities),
            ("mode", labels.modes),
            ("sector", labels.sectors),
        ):
            if len(rows) == n:
                return [replace(base, **{key: name}) for name in rows]  # type: ignore[arg-type]
        return self._following(members, n)

    def _following(self, members: list[Figure], n: int) -> list[Subject] | None:
        """Share out over names that follow: "7.7% and 53.5% of the totals of China and of Jiangsu respectively"."""
        after = [token for token in self.t[members[-1].at + 1 :] if "place" in token.tags][:n]
        if members[0].kind == "share" and len(after) == n and "respectively" in self.w[self.t[members[-1].at].j :]:
            return [
                replace(member.subject, of=token.tags["place"].name)
                for member, token in zip(members, after, strict=True)
            ]
        if members[0].kind == "growth" and len(after) == n and members[0].listed != 0 and "respectively" in self.w:
            return [
                replace(member.subject, region=token.tags["place"])
                for member, token in zip(members, after, strict=True)
            ]
        return None

    # Names of differences, shares and ratios

    def _names(self) -> None:
        sectors = ("gva_primary", "gva_secondary", "gva_tertiary")
        previous: Figure | None = None
        count = 0
        for figure in self.figures:
            if figure.kind == "ratio":
                figure.subject = replace(figure.subject, base=sectors[count % 3], partners=())
                figure.prefix, count = "share:", count + 1
                continue
            if figure.note == "printed as growth":
                figure.subject = replace(figure.subject, base="industries_growing", partners=(), entity=None)
            if figure.kind == "share":
                figure.prefix = "plan_completion:" if self._of_plan(figure) else "share:"
            elif figure.kind == "change":
                figure.prefix = "change_in:"
            elif figure.kind == "pp":
                figure.prefix = self._difference(figure, previous)
            previous = figure if figure.kind != "pp" else previous

    def _of_plan(self, figure: Figure) -> bool:
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 6]
        return after[:1] == ["of"] and ("plan" in after or "target" in after) and "," not in after[:5]

    def _difference(self, figure: Figure, previous: Figure | None) -> str:
        of_share = previous is not None and previous.kind in ("share", "rate")
        if previous is not None and previous.kind in ("share", "rate") and not self._new_labels(figure, previous):
            figure.subject = previous.subject
        words = self.w[self.t[previous.at].j if previous else 0 : self.t[figure.at].i]
        if previous is None and ("proportion" in words or "share" in words):
            return "change_in:share:"
        inner = "share:" if previous is not None and previous.kind == "share" else ""
        if figure.gap:
            return f"gap_to_{figure.gap}" + (f":{inner}" if of_share else "_growth:")
        if of_share or figure.subject.base in RATES_LIKE:
            return f"change_in:{inner}"
        return "change_in_growth:" if previous is None or previous.kind in ("growth", "level") else "change_in:"

    # Growth to levels

    def _growth(self) -> None:
        for number, figure in sorted(enumerate(self.figures), key=lambda row: row[1].basis in ("mom", "qoq")):
            if figure.kind != "growth" or figure.dropped:
                continue
            for level in self._candidates(number):
                if level.growth is None and self._is_main(figure):
                    level.growth, figure.dropped = figure, True
                    break

    def _is_main(self, figure: Figure) -> bool:
        if figure.quantity.unit == "times" and "from" in self.w and "to" in self.w:
            return False
        return figure.basis in (None, "yoy", "qoq", "mom") and figure.outlook is None

    def _candidates(self, number: int) -> list[Figure]:
        """List the levels that a growth rate can belong to: the next one after "to", else the one before."""
        figure = self.figures[number]
        found = []
        if figure.listed:
            found += [
                other
                for other in self.figures
                if other.length == figure.length
                and other.listed == figure.listed
                and other.kind == "level"
                and abs(self.figures.index(other) - number) <= figure.length
            ]
            return found
        following = self.figures[number + 1] if number + 1 < len(self.figures) else None
        if following and following.kind == "level" and self._leads_to(figure, following):
            found.append(following)
        after_next = self.figures[number + 2] if number + 2 < len(self.figures) else None
        if (
            following
            and after_next
            and following.kind == "level"
            and after_next.kind == "level"
            and self._from_to(figure, following, after_next)
        ):
            return [after_next]
        if number and not found:
            back = number - 1
            while back and self.figures[back].kind == "growth" and self._beside(back):
                back -= 1
            before = self.figures[back]
            if before.kind in ("level", "count") and before.at >= 0 and self._same_subject(before, figure):
                found.append(before)
        return found

    def _beside(self, number: int) -> bool:
        """Tell a growth rate that another one may pass on its way to their level: monthly beside yearly growth."""
        figure = self.figures[number]
        return figure.dropped or figure.basis in ("mom", "qoq")

    def _leads_to(self, figure: Figure, level: Figure) -> bool:
        words = self.w[self.t[figure.at].j : self.t[level.at].i]
        if any(word in (";", "(", "while", "that", "whereas") for word in words):
            return False
        near = [
            word
            for word in words[-4:]
            if word
            in (
                "to",
                "reach",
                "reaching",
                "at",
                "hitting",
                "exceed",
                "totaling",
                "of",
                "hit",
                "reached",
                "totalling",
                "was",
                "exceeding",
            )
        ]
        if "from" in words[:1] and "to" not in words:
            return False
        return bool(near) and not self._intruder(figure.at + 1, level.at, figure)

    def _from_to(self, figure: Figure, first: Figure, second: Figure) -> bool:
        """Read "increased 11.3% from 71.8 billion in 2020 to 79.9 billion": growth belongs to the second level."""
        return (
            self.w[self.t[first.at].i - 1] == "from"
            and self.w[self.t[second.at].i - 1] == "to"
            and self.t[first.at].i - self.t[figure.at].j <= 3
        )

    def _intruder(self, first: int, last: int, figure: Figure) -> bool:
        """Tell whether another subject stands between a growth rate and a level."""
        return any(
            "indicators" in token.tags and token.tags["indicators"] != figure.subject.base
            for token in self.t[first:last]
            if token not in self._after(figure)
        )

    def _same_subject(self, level: Figure, figure: Figure) -> bool:
        words = self.w[self.t[level.at].j : self.t[figure.at].i]
        if ";" in words or (level.kind == "count" and "from" in words):
            return False
        zone = [
            token
            for token in self.t[level.at + 1 : figure.at]
            if any(tag in token.tags for tag in ("indicators", "entities", "modes", "products", "sectors"))
        ]
        return not [token for token in zone if token not in self.t[level.at + 1 : self._skip(level)]]

    # Times

    def _times(self) -> None:
        """Give each figure its time: the one right after it, else the latest one before it, else a later one."""
        whens = [(k, token.when) for k, token in enumerate(self.t) if token.when and self._is_period(k, token.when)]
        held: When | None = None
        started: When | None = None
        ended: list[Figure] = []
        for figure in self.figures:
            right = self._trailing(figure, whens)
            left = [when for k, when in whens if k < figure.at]
            figure.when = right or (left[-1] if left else held)
            if (
                right is None
                and started is not None
                and figure.when is started
                and self.w[self.t[figure.at].i - 1] == "to"
            ):
                figure.when = None  # "from 5.3 last year to 5.4": the end is of the main period
                ended.append(figure)
            started = right if self.w[self.t[figure.at].i - 1] == "from" else started
            held = figure.when or held
        later = next(
            (figure.when for figure in self.figures if figure.when and figure.when.kind not in ("back", "before")), None
        )
        for figure in self.figures:
            if figure.when is None and later is not None and figure not in ended:
                figure.when = later
        first = next((when for _, when in whens if when.kind not in ("back", "before")), None)
        for figure in self.figures:
            figure.when = figure.when or (first if figure not in ended else None)
        self._two_months()

    def _two_months(self) -> None:
        """Share out "rose in February and March by 3 and 14 percent, respectively"."""
        for figure in self.figures:
            when = figure.when
            if (
                when
                and figure.length == 2
                and when.until == "range"
                and when.last == when.first + 1
                and "respectively" in self.w
            ):
                month = when.first + figure.listed - 1
                figure.when = replace(when, first=month, last=month, until="")

    def _is_period(self, k: int, when: When) -> bool:
        """Refuse times that only serve comparison, and dates."""
        if when.kind in ("back", "before") and self._follows_after(k):
            return True
        if when.kind == "back" and when.until.startswith("month") and when.lead not in COMPARISON:
            return True
        if when.kind in ("date", "back", "ago") or (when.kind == "before" and not self._stands_alone(k)):
            return False
        if when.kind == "past" and any(figure.basis and figure.basis.startswith("avg") for figure in self.figures):
            return False
        if when.lead in ("than", "over", "with", "against", "versus", "vs", "compared", "after"):
            return False
        return not (when.lead in ("from", "to") and when.kind in ("year", "months") and self._is_reference(k, when))

    def _follows_after(self, k: int) -> bool:
        """Tell "after +1.9% in the previous quarter": the time of an earlier figure."""
        figure = next((other for other in reversed(self.figures) if other.at < k), None)
        return (
            figure is not None
            and "after" in self.w[max(0, self.t[figure.at].i - 6) : self.t[figure.at].i]
            and "," not in self.w[self.t[figure.at].j : self.t[k].i]
        )

    def _stands_alone(self, k: int) -> bool:
        """Tell "8.5 days during the same period last year" (its own time) from a comparison."""
        when, before = self.t[k].when, self.t[k - 1].quantity if k else None
        if when is None or before is None:
            return False
        return when.lead in ("during", "in") and before.unit not in ("share", "pp", "times")

    def _is_reference(self, k: int, when: When) -> bool:
        before = self.t[k - 1] if k else None
        return (
            when.lead == "from"
            and when.until != "range"
            and bool(before and (before.quantity or "basis" in before.tags or "grow" in before.tags))
        )

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
            if others or any(word in (",", ";", ".", "while") for word in words) or ("and" in words and len(words) > 6):
                return None
            return when
        return None

    # Ranks

    def _rank(self) -> None:
        for rank in self.ranks:
            level = self._ranked(rank)
            if level is not None:
                level.rank, level.rank_scope = rank.rank, rank.scope
                continue
            head = self.s.text[: rank.start].lower()
            clause = max(head.rfind(","), head.rfind(" and "), self.t[self.figures[-1].at].end if self.figures else -1)
            zone = [
                token for token in self.t if "label" in token.tags and clause < token.start and token.end <= rank.start
            ]
            named = [
                token
                for token in self.t
                if "indicators" in token.tags
                and 0 <= token.start - rank.end < 12
                and self.s.text[rank.end : token.start].strip() in ("in", "for", "in terms of", "by")
            ]
            zone = zone + named
            if not zone:
                zone = (
                    [token for token in self.t if "label" in token.tags and not rank.start <= token.start < rank.end]
                    if not self.figures
                    else []
                )
            labels = collect(self.s, zone, self.setting)
            before = self.figures[-1].subject if self.figures else Subject(region=self.setting.last.region)
            subject = replace(build(labels, before, self.setting), of=None)
            when = (
                self.figures[-1].when
                if self.figures
                else next(
                    (
                        token.when
                        for token in self.t
                        if token.when and token.when.kind not in ("date", "back", "ago", "before")
                    ),
                    None,
                )
            )
            figure = Figure(
                -1, Quantity(0, 0, None), "rank", subject=subject, when=when, rank=rank.rank, rank_scope=rank.scope
            )
            figure.paired_end, figure.listed = rank.end, rank.start
            self.figures.append(figure)

    def _ranked(self, rank: Rank) -> Figure | None:
        """Find the level that a rank speaks of: the nearest one in its clause."""
        before = [
            figure
            for figure in self.figures
            if figure.kind in ("level", "count") and figure.at >= 0 and self.t[figure.at].start < rank.start
        ]
        after = [
            figure
            for figure in self.figures
            if figure.kind in ("level", "count") and figure.at >= 0 and self.t[figure.at].start >= rank.start
        ]
        if before:
            between = self.s.text[self.t[before[-1].at].end : rank.start]
            nearer = [
                figure
                for figure in self.figures
                if figure.kind == "share"
                and self.t[before[-1].at].start < self.t[figure.at].start < rank.start
                and replace(figure.subject, of=None) != before[-1].subject
            ]
            if ";" not in between and not nearer:
                return before[-1]
        if after and not before:
            between = self.s.text[rank.end : self.t[after[0].at].start]
            if "," not in between and ";" not in between and len(between) < 25:
                return after[0]
        return None


def spread(place: Place | None) -> tuple[str | None, str | None]:
    """Give a region's printed name and its ISO 3166 code, where it has one."""
    if place is None:
        return None, None
    return place.name, (place.code or None) if place.kind in ("country", "province") else None

"""What each figure of a sentence is about: the second stage of joining figures to statistics."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.qualifiers import added_by
from hinterland.ledger.statistics.setting import TRADE, Labels, Subject
from hinterland.ledger.statistics.subjects import build, collect, pick, refer, slug
from hinterland.ledger.statistics.unlisted import PRONOUNS
from hinterland.ledger.statistics.wholes import ENDS
from hinterland.ledger.statistics.worths import Worths

_TURNS = ENDS | {"to", "from", "compared"}
_BEYOND = frozenset(("高于", "低于", "高出", "快于", "慢于"))
_GRANTED = ("certificates_of_origin", "tariffs_reduced")
_AGREEMENTS = ("RCEP", "CPTPP", "ASEAN")
_OF_INDUSTRY = frozenset(
    ("gva_industry", "gva_industry_above_scale", "industries_growing", "industries_growing_double_digit")
)
_SMALL_NUMBERS = frozenset(word for words in table("english.toml")["number"].values() for word in words)
_SIZES = frozenset((("designated", "size"), ("designated", "scale")))
_SERVING = frozenset(("service", "services"))
_ANYHOW = TRADE | frozenset((*_GRANTED, "output_value"))  # told in money, in tons and in numbers
_COUNTED = (None, "trips", "persons", "vehicles")
_COMPARED = frozenset(("than", "above", "below", "unlike"))
_YARDSTICK = frozenset("overall average level growth rate figure increase rise of at ( + - \u2212".split())
_HOLDS = frozenset("of at ( + - \u2212".split())
_TOWARDS = frozenset(("to", "with", "from"))
_WHITHER = (["to"], ["from"], ["with"], ["to", "the"], ["from", "the"], ["with", "the"])
_SEVERAL = ("two", "three", "four", "five")


def told_in(figure: Figure) -> str:
    """Name the kind of unit that a figure is told in: money, a count, or the unit itself."""
    if figure.quantity.money:
        return "money"
    if figure.quantity.unit in _COUNTED:
        return "count"
    return "power" if figure.quantity.unit in ("kW", "kWh") else str(figure.quantity.unit)


class Naming(Worths):
    """Give every figure a subject, from the labels before it and after it."""

    besides: str | None = None  # what was named before the things that were counted last

    def _subjects(self) -> None:
        subject = self._spoken_of()
        begin = 0
        ahead = self._ahead()
        for number, figure in enumerate(self.figures):
            if number and figure.at == self.figures[number - 1].at:
                figure.subject = self.figures[number - 1].subject
                continue
            zone = self._zone(begin, figure.at)
            after = self._after(figure)
            whole = self._chinese_whole(figure, begin)
            if whole:
                zone = [token for token in zone if token not in whole]
            zone = self._up_to_its_name(zone, after)
            labels = collect(self.s, zone + after or ahead * (not number), self.setting)
            labels.indicators = self._fitting(figure, labels.indicators)
            figure.subject = self._subject(figure, labels, subject, begin, zone)
            if figure.kind == "count":
                self.besides = labels.indicators[-1] if labels.indicators else subject.base
            figure.subject = self._item(figure, number, labels)
            if (done := self._done_to(figure)) is not None:
                figure.subject = replace(figure.subject, base=done)
            figure.subject = self._of_size(figure, self._with_cargo(figure))
            figure.subject = self._worth_goods(figure, number) or self._in_what(figure) or figure.subject
            subject = build(labels, subject, self.setting) if self._inhabits(figure) else figure.subject
            begin = (
                max(self._skip(figure), *(self.t.index(token) + 1 for token in after)) if after else self._skip(figure)
            )
            if whole:
                self._share_of(figure, whole, "of")
            elif figure.kind in ("share", "rate", "pp", "growth", "change", "level"):
                self._whole(figure, begin)
                if figure.subject.region != subject.region and self._which(figure):
                    subject = replace(subject, region=figure.subject.region)
            if (sector := self._branch_after(figure)) is not None:
                figure.subject = replace(figure.subject, sector=sector)
            if figure.kind == "span":
                figure.prefix = f"{figure.quantity.unit}_of_growth:"
            figure.subject = self._of_whole(figure)
            measured = self._of_power(figure)
            if figure.kind == "level" and measured.base != subject.base:
                known = subject.base is None or figure.subject.base == subject.base or not labels.indicators
                if known and "including" not in self.w[max(0, self.t[figure.at].i - 3) : self.t[figure.at].i]:
                    subject = replace(subject, base=measured.base)  # "added 191 GW of wind power, 76 percent of …"
            figure.subject = self._under(figure, measured)
            if figure.subject.base and figure.kind in ("level", "count"):
                self.setting.kinds.setdefault(figure.subject.base, told_in(figure))
            if (place := self._compared(figure)) is not None:
                figure.subject, figure.aside = replace(figure.subject, region=place, partners=()), True

    def _compared(self, figure: Figure) -> Place | None:
        """Find whose figure it is in "higher than the EU average (+12%) and that of Saxony (+2%)": the yardstick's."""
        at = figure.at - 1
        while at >= 0 and self.t[at].quantity is None and not {"place", "refer"} & self.t[at].tags.keys():
            at -= 1
        token = self.t[at] if at >= 0 else None
        if token is None or token.quantity or _COMPARED.isdisjoint(self.w[max(0, token.i - 20) : token.i]):
            return None
        between = self.w[token.j : self.t[figure.at].i]
        told = between[:1] != [] and between[-1] in _HOLDS and _YARDSTICK.issuperset(between)
        if not told or not _TOWARDS.isdisjoint(self.w[max(0, token.i - 2) : token.i]):
            return None
        place = token.tags.get("place") or refer(token.tags["refer"], self.setting)
        return place if place != self.setting.home else None

    def _which(self, figure: Figure) -> bool:
        """Tell what is told further of the place after a figure: "2 million kW in Hubei, which accounts for …"."""
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 7]
        return any(row == (",", "which") for row in pairwise(after))

    def _with_cargo(self, figure: Figure) -> Subject:
        """Add the goods to what a port handled: "80 million tons of ore", "ore throughput"."""
        subject = figure.subject
        if subject.base != "cargo_throughput" or subject.product or figure.kind != "level":
            return subject
        return replace(subject, product=self._cargo(figure))

    def _of_size(self, figure: Figure, subject: Subject) -> Subject:
        """Tell what is counted of "industries above designated size" alone: their revenue, profits and branches."""
        here = "above" in self.said and not _SIZES.isdisjoint(pairwise(self.w))
        if subject.base in ("revenue", "profits") and here:
            branch = "services" if not _SERVING.isdisjoint(self.said) else "industry"
            return replace(subject, base=f"{subject.base}_{branch}_above_scale")
        if subject.base == "retail_sales" and here:
            return replace(subject, base="retail_sales_above_scale")
        if subject.base == "gva" and (named := added_by(self.w[: self.t[figure.at].i])):
            return replace(subject, base=named, product=None, sector=None)
        if subject.base in ("output_value", "gva_industry") and (named := self._output_of(figure)):
            return replace(subject, base=named, product=None, sector=None)
        before = {self.setting.last.base, self.setting.topic.base}
        if subject.base == "gva" and here and "industrial" in self.w:
            return replace(subject, base="gva_industry_above_scale", sector=None)
        if subject.base == "gva" and subject.sector and (here or not _OF_INDUSTRY.isdisjoint(before)):
            return replace(subject, base="gva_industry_above_scale")
        return subject

    def _under(self, figure: Figure, subject: Subject) -> Subject:
        """Say under which agreement a certificate or a tariff cut is granted: `certificates_of_origin[RCEP]`."""
        if subject.base not in _GRANTED or subject.detail:
            return subject
        if subject.base == "certificates_of_origin" and figure.quantity.money:
            subject = replace(subject, base="goods_value_certified")
        if subject.base == "tariffs_reduced" and figure.kind == "change":
            figure.kind, figure.sign = "level", 1  # the name says already that they fell
        here = [token.tags["place"] for token in self.t if "place" in token.tags]
        named = [place.code for place in here if place.code in _AGREEMENTS]
        named += [code for code in _AGREEMENTS if code.lower() in self.said]  # a part of the name: "RCEP certificates"
        partners = (*subject.partners, *self.setting.last.partners, *self.setting.topic.partners)
        named += [code for code in partners if code in _AGREEMENTS]
        return replace(subject, partners=(), detail=named[0]) if named else subject

    def _output_of(self, figure: Figure) -> str | None:
        """Name "the output of its five major industries"; "industrial output" told in money is no added value."""
        head = self.w[: self.t[figure.at].i]
        at = max((k for k in range(len(head) - 1) if head[k : k + 2] == ["output", "of"]), default=-1)
        at = max((k + 1 for k in range(len(head)) if head[k : k + 3] == ["output", "value", "of"]), default=at)
        if at >= 0 and figure.subject.base == "output_value":
            begin = at + 2 + (head[at + 2 :].index("'s") + 1 if "'s" in head[at + 2 :] else 0)
            words = [word for word in head[begin:] if word.isalpha()]
            end = next((k for k, word in enumerate(words) if word in ("industries", "industry", "sector")), -1)
            noun = [word for word in words[: end + 1] if word not in _SMALL_NUMBERS]
            noun = noun[:-1] if noun[-1:] in (["industry"], ["sector"]) else noun
            return f"output_{slug(noun)}" if 0 < end < 6 and slug(noun) else None
        printed = "industrial output" in self.s.text.lower() and "value added" not in self.s.text.lower()
        return "output_industry" if printed and figure.quantity.money and figure.kind == "level" else None

    def _ahead(self) -> list[Token]:
        """Find the subject that a phrase at the head leaves to its main clause: "After a 3% fall in May, exports …"."""
        if self.w[:1] not in (["despite"], ["after"], ["following"], ["notwithstanding"]) or not self.figures:
            return []
        comma = next((i for i in range(self.t[self.figures[0].at].j, len(self.w)) if self.w[i] == ","), len(self.w))
        following = [token for token in self.t if token.i > comma]
        end = next((k for k, token in enumerate(following) if token.quantity), len(following))
        labels = [token for token in following[:end] if "label" in token.tags]
        early = any("indicators" in token.tags for token in self.t if token.i < comma)
        return [] if early or not any("indicators" in token.tags for token in labels) else labels

    def _spoken_of(self) -> Subject:
        """Find what a sentence takes up without naming it: "it", "that", "the three", "the two together"."""
        last = self.setting.last
        if (taken := self._taken_up()) is not None:
            return taken
        if self.w[:1] and self.w[0] in PRONOUNS:
            return last
        if self.w[:1] == ["the"] and self.w[1:2] and self.w[1] in PRONOUNS and self._states_at(2):
            return last  # "The volume accounted for 36 percent of …"
        head = self.w[:6]
        if any(word in ("the", "these") and after in _SEVERAL for word, after in pairwise(head)):
            return replace(last, partners=self.setting.several) if self.setting.several else self.setting.topic
        return Subject(region=last.region)

    def _taken_up(self) -> Subject | None:
        """Take up by "they", "their" what the sentence before named without a figure: whose trade, or which goods."""
        spoken = self.setting.spoken
        if spoken is None or self.w[:1] not in (["they"], ["their"], ["these"], ["those"]):
            return None
        entity, product, mode = (
            rows[0] if len(set(rows)) == 1 else None for rows in (spoken.entities, spoken.products, spoken.modes)
        )
        if not (entity or product or mode):
            return None
        return Subject(entity=entity, product=product, mode=mode, region=self.setting.last.region)

    def _states_at(self, i: int) -> bool:
        return any(token.i == i and not {"share", "say", "grow"}.isdisjoint(token.tags) for token in self.t[:3])

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
        labels = [token for token in self.t[begin:end] if "label" in token.tags]
        for rank in self.ranks:
            labels = [token for token in labels if not rank.start <= token.start < rank.end]
        for first, last in self.asides:
            labels = [token for token in labels if not first < token.i < last]
        if labels and "(" in self.said:
            labels = self._outside(labels, self.t[begin - 1].j if begin else 0, end)
        return [token for token in labels if not token.i or self.w[token.i - 1] not in _BEYOND]

    def _after(self, figure: Figure) -> list[Token]:
        """List labels on the right that belong to a figure: "a 2.2 percent import and export growth", "growth in X"."""
        if figure.kind == "level":
            return self._worth_of(figure) or self._glued_to(figure)
        if figure.kind != "growth":
            return []
        labels: list[Token] = []
        grown = False
        for token in self.t[figure.at + 1 :]:
            words = self.w[self.t[figure.at].j : token.i]
            if labels and "place" in token.tags and self.w[labels[-1].j : token.i] in _WHITHER:
                labels.append(token)  # "a 4 percent gain in exports to Chile"
                continue
            if token.quantity or not _TURNS.isdisjoint(words):
                break
            if "grow" in token.tags:
                grown = True
            if not grown and ("and" in words or "with" in words):
                break
            whose = "in" in words or "of" in words or words[-2:-1] == ["by"] or words[-1:] == ["by"]
            if "label" in token.tags and (not grown or whose or "grow" in token.tags):
                labels.append(token)
        return labels if grown else []

    def _subject(self, figure: Figure, labels: Labels, before: Subject, begin: int, zone: list[Token]) -> Subject:
        if figure.kind == "count":
            return self._counted(figure, labels, before)
        if figure.kind == "ratio":
            return before if before.base else replace(self.setting.last, region=before.region)
        if self._inhabits(figure):
            return Subject("population", region=pick(labels, self.setting.home) or before.region)
        if (held := self._held(figure, begin)) is not None:
            return Subject(held, region=pick(labels, self.setting.home) or before.region)
        if labels.indicators == [before.base] and self._goes_along(labels, zone):
            return replace(before, of=None)
        if self._costs(figure):
            return Subject("price", region=before.region)
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
                return Subject(named, region=pick(labels, self.setting.home) or before.region)
        if figure.outlook and figure.kind == "growth" and not labels.indicators and labels.regions:
            return Subject("gdp", region=labels.regions[-1])  # "expects global growth of …"
        if figure.quantity.unit is None and (counted := self._number_of(begin, figure)):
            return Subject(counted, region=pick(labels, self.setting.home) or before.region)
        if (held := self._other_than_named(figure, labels, begin)) is not None:
            return Subject(held, region=pick(labels, self.setting.home) or before.region)
        measured = self._by_unit(figure, begin) if not labels.indicators else None
        built = build(labels, before, self.setting)
        if not measured and not labels.indicators and not self._can_be(built.base, figure):
            return replace(built, base=self._instead(built.base, figure), product=None, detail=None)
        return replace(built, base=measured, partners=(), entity=None, product=None) if measured else built

    def _can_be(self, base: str | None, figure: Figure) -> bool:
        """Tell whether what was told in one kind of unit can be carried to another: no money counts firms."""
        if base is None or figure.kind != "level" or figure.quantity.unit is None or base in _ANYHOW:
            return True
        return self.setting.kinds.get(base) in (None, told_in(figure))

    def _instead(self, base: str | None, figure: Figure) -> str | None:
        """Name an amount that what was told before cannot be: what the text is about, where that is told so."""
        if base == "container_throughput" and figure.quantity.unit == "t":
            return "cargo_throughput"
        if self.besides and self._can_be(self.besides, figure):
            return self.besides  # "trade spanned 223 countries, reaching a new high at 139 billion"
        topic = self.setting.topic.base
        return topic if topic not in TRADE and self.setting.kinds.get(topic or "") == told_in(figure) else None

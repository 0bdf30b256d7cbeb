"""What each figure of a sentence is about: the second stage of joining figures to statistics."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hinterland.ledger.figures import Figure
from hinterland.ledger.lexicon import table
from hinterland.ledger.subjects import Labels, Subject, build, collect, pick, slug
from hinterland.ledger.tokens import Token
from hinterland.ledger.wholes import Wholes

_ENDS = frozenset((",", ";", "(", ")", ".", ":", "while", "whereas", "but"))
_TURNS = _ENDS | {"to", "from", "compared"}
_CARRIED = frozenset(("carried", "transported", "carrying"))
_HANDLED = frozenset(("handled", "handles", "handle", "handling"))
_UNIT_NAMES = {"km2": "area", "m2": "floor_area"}
_PERSONS = {"passengers": "passenger_throughput", "tourists": "visitors"}
_EMPLOYS = frozenset(("employs", "employed", "employing"))
_RAIL = frozenset(("train", "trains", "rail", "railway", "railways"))
_BRANCHES = {
    "agriculture": "gva_agriculture",
    "industry": "gva_industry",
    "services": "gva_tertiary",
    "service": "gva_tertiary",
    "manufacturing": "gva_manufacturing",
    "construction": "gva_construction",
    "production": "gva_production",
}
_LEVELS = ("provincial", "national", "municipal")
_BEYOND = frozenset(("高于", "低于", "高出", "快于", "慢于"))
_FIRMS = ("enterprises", "firms", "companies", "businesses")
_SEVERAL = ("two", "three", "four", "five")
_NAMELESS = frozenset(("place", "refer", "share", "outlook", "doubt", "basis", "grow"))
_PRONOUNS = frozenset(table("english.toml")["words"]["pronouns"])


class Naming(Wholes):
    """Give every figure a subject, from the labels before it and after it."""

    def _subjects(self) -> None:
        subject = self._spoken_of()
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
            if (done := self._done_to(figure)) is not None:
                figure.subject = replace(figure.subject, base=done)
            subject = figure.subject
            begin = (
                max(self._skip(figure), *(self.t.index(token) + 1 for token in after)) if after else self._skip(figure)
            )
            if whole:
                self._share_of(figure, whole, "of")
            elif figure.kind in ("share", "rate", "pp", "growth", "change", "level"):
                self._whole(figure, begin)

    def _done_to(self, figure: Figure) -> str | None:
        """Read the verb after an amount: "goods to the value of 231 billion euros were imported"."""
        j = self.t[figure.at].j
        if figure.kind != "level" or self.w[j : j + 1] not in (["were"], ["was"]):
            return None
        return {"imported": "imports", "exported": "exports"}.get("".join(self.w[j + 1 : j + 2]))

    def _spoken_of(self) -> Subject:
        """Find what a sentence takes up without naming it: "it", "that", "the three", "the two together"."""
        last = self.setting.last
        if self.w[:1] and self.w[0] in _PRONOUNS:
            return last
        head = self.w[:6]
        if "the" in head and any(word == "the" and after in _SEVERAL for word, after in pairwise(head)):
            return replace(last, partners=self.setting.several) if self.setting.several else self.setting.topic
        return Subject(region=last.region)

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
        return [token for token in labels if not token.i or self.w[token.i - 1] not in _BEYOND]

    def _after(self, figure: Figure) -> list[Token]:
        """List labels on the right that belong to a figure: "a 2.2 percent import and export growth", "growth in X"."""
        if figure.kind != "growth":
            return []
        labels: list[Token] = []
        grown = False
        for token in self.t[figure.at + 1 :]:
            words = self.w[self.t[figure.at].j : token.i]
            if token.quantity or not _TURNS.isdisjoint(words):
                break
            if "grow" in token.tags:
                grown = True
            if "and" in words and not grown:
                break
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
                return Subject(named, region=pick(labels, self.setting.home) or before.region)
        if figure.outlook and figure.kind == "growth" and not labels.indicators and labels.regions:
            return Subject("gdp", region=labels.regions[-1])  # "expects global growth of …"
        if figure.quantity.unit is None and (counted := self._number_of(begin, figure)):
            return Subject(counted, region=pick(labels, self.setting.home) or before.region)
        measured = self._by_unit(figure, begin) if not labels.indicators else None
        built = build(labels, before, self.setting)
        return replace(built, base=measured, partners=(), entity=None, product=None) if measured else built

    def _number_of(self, begin: int, figure: Figure) -> str | None:
        """Read "the number of foreign trade companies exceeds 9,000"."""
        first = self.t[begin - 1].j if begin else 0
        words = self.w[first : self.t[figure.at].i]
        at = next((k for k in range(len(words) - 1) if words[k : k + 2] == ["number", "of"]), -1)
        if at < 0:
            return None
        start = first + at + 2
        noun = []
        for word in self.w[start : self.t[figure.at].i]:
            noun.append(word)
            if word.endswith("s") and len(word) > 3:
                break
        known = next((token for token in self.t if token.i == start and "indicators" in token.tags), None)
        if known is not None and known.j >= start + len(noun):
            return str(known.tags["indicators"])
        return slug(noun)

    def _by_unit(self, figure: Figure, begin: int) -> str | None:
        """Name what only the unit tells: square kilometres are an area, tons "handled" are cargo."""
        unit = figure.quantity.unit
        if not self.s.text[self.t[figure.at].end - 1].isascii():
            return None
        if unit in _UNIT_NAMES:
            return _UNIT_NAMES[unit]
        word = self.w[self.t[figure.at].j - 1]
        if unit == "persons" and word not in ("people", "persons"):
            return _PERSONS.get(word, word)
        if unit == "persons" and not _EMPLOYS.isdisjoint(self.w[max(0, self.t[figure.at].i - 4) : self.t[figure.at].i]):
            return "employment"
        if unit == "trips":
            return self._trains(figure)
        if unit == "TEU":
            return "container_throughput" if _RAIL.isdisjoint(self.w) else "cargo_volume"
        if unit != "t":
            return None
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 2]
        if after[:1] == ["of"] and after[-1] not in ("cargo", "goods", "freight", "the"):
            return slug(after[1:])
        before = self.w[self.t[begin - 1].j if begin else 0 : self.t[figure.at].i]
        if not _CARRIED.isdisjoint(before) or not _RAIL.isdisjoint(self.w):
            return "cargo_volume"
        return "cargo_throughput" if not _HANDLED.isdisjoint(before) else None

    def _trains(self, figure: Figure) -> str:
        """Name trips: of the kind of train that was spoken of last, else of trains."""
        base = self.setting.last.base or ""
        return base if base.startswith("train_trips") else "train_trips"

    def _phrase(self, begin: int, figure: Figure) -> str | None:
        """Name a subject that no data file lists: the words before the verb that states the figure."""
        first = self.t[begin - 1].j if begin else 0
        last = self.t[figure.at].i
        verb = next(
            (
                token
                for token in self.t[begin : figure.at]
                if ("say" in token.tags or "grow" in token.tags) and token.i > first
            ),
            None,
        )
        if verb is None:
            return None
        words = self.w[first : min(verb.i, last)]
        for cut in range(len(words) - 1, -1, -1):
            if words[cut] in _ENDS or words[cut] in ("and", "in", "with", "of", "'s"):
                words = words[cut + 1 :] if words[cut] not in ("in",) else words[:cut]
                break
        skip = {
            word
            for token in self.t[begin : figure.at]
            if token.when or not _NAMELESS.isdisjoint(token.tags)
            for word in self.w[token.i : token.j]
        }
        words = [word for word in words if word not in skip]
        words = words[1:] if words[:1] == ["the"] else words
        if not words or words[0] in _PRONOUNS or len(words) > 6:
            return None
        name = slug(words)
        if name in _BRANCHES and self.setting.topic.base == "gdp":
            return _BRANCHES[name]
        added = name is not None and self.w[verb.i : verb.j] == ["added"] and figure.quantity.money
        return f"gva_{name}" if added else name  # "modern services added 142 billion"

    def _counted(self, figure: Figure, labels: Labels, before: Subject) -> Subject:
        """Name what a bare number counts: by the vocabulary where it lists the noun, else by the noun's own words."""
        token = self.t[figure.at]
        end = token.j + len(figure.noun)
        known = [
            other
            for other in self.t[figure.at + 1 :]
            if "indicators" in other.tags and other.i <= end and other.j >= end
        ]
        region = pick(labels, self.setting.home) or before.region
        if (venture := self._ventures(figure)) is not None:
            return Subject(venture, region=region)
        detail = next((word for word, after in pairwise(figure.noun) if word in _LEVELS and after == "level"), None)
        if known:
            return Subject(known[0].tags["indicators"], detail=detail, region=region)
        if figure.noun[-1:] == ["ones"]:
            return replace(before, detail=detail, region=region)
        return Subject(slug(figure.noun), region=region)

    def _ventures(self, figure: Figure) -> str | None:
        """Tell firms with foreign capital, and firms that trade, from other firms that are counted."""
        noun = " ".join(figure.noun)
        if not noun.endswith(_FIRMS):
            return None
        if "foreign" in figure.noun and any(word in noun for word in ("funded", "invested")):
            return "foreign_funded_enterprises"
        after = self.s.text[self.t[figure.at].end : self.t[figure.at].end + 90]
        trading = "import and export" in after or "foreign trade" in noun
        return "foreign_trade_enterprises" if trading else None

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
            if not _ENDS.isdisjoint(between) or self._opens(figure, k, between):
                break
            k += 1
        return k

    def _opens(self, figure: Figure, k: int, between: list[str]) -> bool:
        """Tell whether a token after a figure begins something new rather than completing the figure."""
        if "and" in between and figure.kind not in ("share", "rate", "pp"):
            return True
        if "followed" in between or ("and" in between and self.w[self.t[k].j : self.t[k].j + 1] in (["with"], ["at"])):
            return True  # "76.9 percent, followed by Canada with 7.7 percent and Germany with 5.6 percent"
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

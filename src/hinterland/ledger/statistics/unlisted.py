"""Names that no data file lists: told by a unit, or by the words before the verb that states a figure."""

from __future__ import annotations

from itertools import takewhile

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.nouns import NOUN_ENDS, length
from hinterland.ledger.lexing.tokens import Token
from hinterland.ledger.statistics.counted import Counted
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.qualifiers import BRANCH_ENDS, UNNAMED
from hinterland.ledger.statistics.setting import TRADE, Labels
from hinterland.ledger.statistics.subjects import slug
from hinterland.ledger.statistics.wholes import ENDS

_CARRIED = frozenset(("carried", "transported", "carrying"))
_ROOM = frozenset(("capacity", "room"))
_PEOPLED = frozenset(
    ("city", "town", "county", "country", "nation", "province", "state", "metropolis", "municipality", "island")
)
_CAPACITIES = frozenset(("production", "handling", "storage", "processing", "transport", "throughput", "refining"))
_QUAYS = frozenset(("berths", "berth", "terminals", "terminal", "docks", "quays"))
_HANDLED = frozenset(("throughput", "handled", "handles", "handle", "handling"))
_UNIT_NAMES = {"km2": "area", "ha": "area", "m2": "floor_area", "mu": "area"}
_PERSONS = {"passengers": "passenger_throughput", "tourists": "tourist_visits", "visitors": "tourist_visits"}
_MAKES = frozenset(table("english.toml")["words"]["makes"])
_EMPLOYS = frozenset(("employs", "employed", "employing"))
_VISITS = frozenset(("tourist_visits", "tourism_revenue", "foreign_visitors"))
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
_STAND_FOR = frozenset(table("english.toml")["words"]["stand_for"])
_BEFORE_NOUN = frozenset(("and", "with", "that", "whose", "as", "showed", "shows"))
_AFTER_NOUN = frozenset("in from at for through under across during of on to by between among via".split())
_OPENING = frozenset(("a", "an", "the", "its", "their", "our", "whose"))
_STATING = frozenset(("say", "grow"))
_SUMMED = frozenset(("total", "overall", "combined"))
_SIZES = frozenset(("volume", "volumes", "value", "values", "bill"))
_NAMELESS = frozenset(("place", "refer", "share", "outlook", "doubt", "basis", "grow"))
PRONOUNS = frozenset(table("english.toml")["words"]["pronouns"])
_NO_HEADS = _STAND_FOR | PRONOUNS | UNNAMED | frozenset("balance growth size most part half majority out".split())
_WARES = _NO_HEADS | frozenset("goods products commodities wares funds places ways cities provinces".split())
_COMPARING = frozenset("lower higher greater larger smaller above below up down".split())


class Unlisted(Counted):
    """Name figures whose subject the vocabulary does not know."""

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
            return "container_throughput" if _RAIL.isdisjoint(self.said) else "cargo_volume"
        if unit in ("t", "m3") and (made := self._made(figure, begin)):
            return made
        if unit != "t":
            return None
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 2]
        before = self.w[self.t[begin - 1].j if begin else 0 : self.t[figure.at].i]
        handled = not _HANDLED.isdisjoint(before) or (self._lists_cargo(begin) and "and" in before)
        if after[:1] == ["of"] and after[-1] not in ("cargo", "goods", "freight", "the") and not handled:
            goods = self._goods_at(self.t[figure.at].j + 1)
            return slug(list(takewhile(lambda word: word not in ("and", "bound") and not word.endswith("ing"), goods)))
        if not _CARRIED.isdisjoint(before) or not _RAIL.isdisjoint(self.said):
            return "cargo_volume"
        return "cargo_throughput" if handled else None

    def _other_than_named(self, figure: Figure, labels: Labels, begin: int) -> str | None:
        """Name what the unit tells where the name cannot be told so: "exports supported 120,000 jobs"."""
        base = labels.indicators[-1] if labels.indicators else ""
        if base.startswith("train_trips") and figure.quantity.unit in ("TEU", "t"):
            return self._by_unit(figure, begin)  # "the trains carried 62,000 TEU"
        money = base in TRADE or base.startswith(("gdp", "gva", "revenue", "investment", "fdi_used"))
        return self._by_unit(figure, begin) if money and figure.quantity.unit == "persons" else None

    def _inhabits(self, figure: Figure) -> bool:
        """Tell the people of "this city of 6.5 million"."""
        i = self.t[figure.at].i
        bare = figure.quantity.unit in (None, "persons") and figure.quantity.scaled and not figure.quantity.money
        return bare and i > 1 and self.w[i - 1] == "of" and self.w[i - 2] in _PEOPLED

    def _held(self, figure: Figure, begin: int) -> str | None:
        """Name how long a line is, or what there is room for: "11 berths with a capacity of 6.5 million tons"."""
        if figure.quantity.unit == "km":
            return length(self.w, self.t[figure.at].i, self.t[figure.at].j)
        if figure.quantity.unit not in ("t", "TEU") or figure.kind != "level":
            return None
        first = max(self.t[begin - 1].j if begin else 0, self.t[figure.at].i - 6)
        before = self.w[first : self.t[figure.at].i]
        at = next((k for k, word in enumerate(before) if word in _ROOM), -1)
        if at < 0:
            return None
        if not _QUAYS.isdisjoint(self.said):
            return "berth_capacity"
        kind = before[at - 1] if at else ""
        if goods := [token.tags["products"] for token in self.t if token.j == first + at and "products" in token.tags]:
            return f"capacity_{goods[0]}"  # "a steel capacity of 20 million tons"
        return f"{kind}_capacity" if kind in _CAPACITIES else "capacity"

    def _lists_cargo(self, begin: int) -> bool:
        """Tell the second amount of "handled 80 million tons of ore and 30 million tons of oil"."""
        return (
            bool(begin)
            and bool(self.figures)
            and any(
                figure.subject.base == "cargo_throughput" and self.t.index(self.t[figure.at]) < begin
                for figure in self.figures
            )
        )

    def _cargo(self, figure: Figure) -> str | None:
        """Name the goods of "handled 80 million tons of metal ore": by the vocabulary, else by their own words."""
        j = self.t[figure.at].j
        if figure.quantity.unit not in ("t", "TEU") or self.w[j : j + 1] != ["of"]:
            return None
        goods = self._goods_at(j + 1)
        if not goods or goods[0] in ("cargo", "goods", "freight", "the", "containers", "boxes", "its"):
            return None
        known = [
            token.tags["products"]
            for token in self.t
            if token.i >= j and token.j <= j + 1 + len(goods) and "products" in token.tags
        ]
        return known[0] if len(known) == 1 and "and" not in goods else slug([word for word in goods if word != "and"])

    def _goods_at(self, i: int) -> list[str]:
        """List the words of the goods that a word begins: "metal ore"."""
        end = next((k for k in range(i, i + 5) if k >= len(self.w) or self._ends_goods(self.w[k])), i + 5)
        return self.w[i:end]

    def _ends_goods(self, word: str) -> bool:
        return not word.isalpha() or word in NOUN_ENDS

    def _made(self, figure: Figure, begin: int) -> str | None:
        """Name the output of "mined 29 million tons of raw coal", "produced 8 million tons of coke and 5 million …"."""
        j = self.t[figure.at].j
        before = self.w[max(0, self.t[figure.at].i - 8) : self.t[figure.at].i]
        more = begin and before[-1:] == ["and"] and (self.figures[0].subject.base or "").endswith("_output")
        if self.w[j : j + 1] != ["of"] or not (more or not _MAKES.isdisjoint(before)):
            return None
        goods = slug([word for word in self._goods_at(j + 1) if word not in ("raw", "and")])
        return f"{goods}_output" if goods else None

    def _trains(self, figure: Figure) -> str:
        """Name trips: of the kind of train that was spoken of last, else of trains."""
        base = self.setting.last.base or ""
        told = {base, self.setting.topic.base or ""}
        if not told.isdisjoint(_VISITS) and _RAIL.isdisjoint(self.said):
            return "tourist_visits"
        return base if base.startswith("train_trips") else "train_trips"

    def _phrase(self, begin: int, figure: Figure) -> str | None:
        """Name a subject that no data file lists: the noun before the verb that states the figure, else its object."""
        first = self.t[begin - 1].j if begin else 0
        last = self.t[figure.at].i
        verbs = [token for token in self.t[begin : figure.at] if self._states(token, last)]
        for number in range(len(verbs) - 1, -1, -1):
            verb, after = verbs[number], verbs[number - 1].j if number else first
            if words := self._noun_phrase(after, min(verb.i, last), begin, figure):
                return self._named(words, self.w[verb.i : verb.j] == ["added"] and figure.quantity.money)
        return self._named(self._object(first, last), False) or self._named(self._of_what(figure), False)

    def _of_what(self, figure: Figure) -> list[str]:
        """List the words of what an amount of money is made of: "issued 170 million yuan of consumer coupons"."""
        j = self.t[figure.at].j
        if not figure.quantity.money or figure.kind != "level" or self.w[j : j + 1] not in (["of"], ["in"]):
            return []
        words = self._goods_at(j + 1)
        known = any("label" in token.tags for token in self.t[figure.at + 1 :] if token.i <= j + len(words))
        plain = (
            bool(words)
            and words[-1].endswith("s")
            and _WARES.isdisjoint((words[0], words[-1]))
            and words[0] not in _OPENING
        )
        capital = any(self._is_capital(i) for i in range(j + 1, j + 1 + len(words)))
        return words if plain and not known and not capital else []

    def _states(self, token: Token, last: int) -> bool:
        """Tell a verb that can have what is measured for its subject from "total", "lower" and "the growth of"."""
        word, after = self.w[token.i], self.w[token.j : token.j + 1]
        if word in ("total", "totals"):
            return token.j == last
        if "say" in token.tags:
            return True
        return "grow" in token.tags and word not in _COMPARING and after not in (["of"], ["in"])

    def _named(self, words: list[str], added: bool) -> str | None:
        """Make a name of the words of a noun, unless they stand for what was told before."""
        words = words[1:] if words[1:] and words[0] in _SUMMED else words
        if not words or words[0] in PRONOUNS or len(words) > 6:
            return None
        name = slug(words)
        if name in BRANCH_ENDS:
            return None
        if words[-1] in _STAND_FOR:
            return f"{name}_{words[-1]}" if words[-1] in _SIZES and name and len(words) > 1 else None
        name = slug(words[:-1]) if words[-1] in BRANCH_ENDS and slug(words[:-1]) in _BRANCHES else name
        if name in _BRANCHES and self.setting.topic.base == "gdp":
            return _BRANCHES[name]
        return f"gva_{name}" if added and name else name  # "modern services added 142 billion"

    def _object(self, first: int, last: int) -> list[str]:
        """List the words of the noun that a verb brings: "realized a transaction volume of 3 billion yuan"."""
        at = next((token.i for token in self.t if token.j == last and "doubt" in token.tags), last) - 1
        if at <= first or self.w[at] != "of":
            return []
        told = {i for token in self.t if not _NAMELESS.isdisjoint(token.tags) for i in range(token.i, token.j)}
        k = at
        while (
            k > max(first, at - 5) and self.w[k - 1].isalpha() and self.w[k - 1] not in _OPENING and k - 1 not in told
        ):
            k -= 1
        words = self.w[k:at]
        opened = k > first and self.w[k - 1] in _OPENING
        plain = (
            opened
            and len(words) > 1
            and not (_NO_HEADS.issuperset(words) or any(self._is_capital(i) for i in range(k, at)))
        )
        return words if plain and (words[-1] in _SIZES or words[-1] not in _NO_HEADS) else []

    def _noun_phrase(self, first: int, last: int, begin: int, figure: Figure) -> list[str]:
        """List the words of the noun before a verb, or nothing where they name a person or a place, or are no noun."""
        end = last
        first, last = self._head(first, self._undone(first, last))
        last = self._undone(first, last)
        said = {
            i
            for token in self.t[begin : figure.at]
            if token.when or not _NAMELESS.isdisjoint(token.tags)
            for i in range(token.i, token.j)
        }
        kept = [i for i in range(first, last) if i not in said]
        moved = any(token.i == end and "grow" in token.tags for token in self.t)
        if kept and moved and (self.w[kept[0]] in ("a", "an") or self.w[kept[-1]].endswith("est")):
            return []  # "a robust rise", "the highest increase"
        kept = kept[1:] if kept and self.w[kept[0]] in _OPENING else kept
        if any(not self.w[i].isalpha() for i in kept) or any(
            i and self._is_capital(i) and self.w[i] not in _BRANCHES for i in kept
        ):
            return []
        words = [self.w[i] for i in kept]
        if len(words) == 1 and (len(words[0]) < 3 or (words[0].endswith("ing") and self.w[kept[0] - 1] == ",")):
            return []  # ", marking a growth of"
        return words if not words or not words[-1].endswith("ly") else []

    def _undone(self, first: int, last: int) -> int:
        """Leave out a participle at the end: "construction continued to contract", "the methane yielded in …"."""
        while last > first and self.w[last - 1].endswith("ed"):
            last -= 1
        return last

    def _head(self, first: int, last: int) -> tuple[int, int]:
        """Find the noun itself before a verb: without its owner, and without what "in", "of", "at" add to it."""
        opens = [i for i in range(first, last) if self.w[i] in ENDS or self.w[i] in _BEFORE_NOUN]
        start = opens[-1] + 1 if opens else first
        while True:
            end = next((i for i in range(start, last) if self.w[i] in _AFTER_NOUN), last)
            owner = max((i for i in range(start, end) if self.w[i] == "'s"), default=start - 1)
            if end == last or self.w[end] != "of" or not _NO_HEADS.issuperset(self.w[owner + 1 : end]):
                return owner + 1, end
            start = end + 1

    def _is_capital(self, i: int) -> bool:
        """Tell the capital of a name inside a sentence from that of an abbreviation."""
        word = self.s.text[self.s.starts[i] : self.s.ends[i]]
        return word[:1].isupper() and not word[1:2].isupper()

"""Names of what bare numbers count: by the vocabulary where it lists the noun, else by the noun's own words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hinterland.ledger.lexicon import table
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.setting import Labels, Subject
from hinterland.ledger.statistics.subjects import pick, slug
from hinterland.ledger.statistics.wholes import ENDS, Wholes

_ADDING = ("adding", "added", "adds")
_AUXILIARY = ("are", "is", "was", "were", "have", "has", "had")
_LEVELS = ("provincial", "national", "municipal")
_FIRMS = ("enterprises", "firms", "companies", "businesses")
_FOUNDED = frozenset(("established", "founded", "registered", "approved"))
_NEW_THINGS = ("material", "materials", "energy", "media", "drugs", "year", "type")  # "ten new material projects"
_FOREIGN = frozenset(("fdi", "foreign", "overseas"))
_SHOWED = frozenset(table("english.toml")["words"]["did"])
_TERRITORIES = frozenset(("countries", "cities", "ports", "provinces"))
_LINKED = {
    **dict.fromkeys(("link", "links", "linking", "linked"), "linked"),
    **dict.fromkeys(("connect", "connects", "connecting", "connected"), "connected"),
}
_SELLING = frozenset(("exported", "exports", "export", "sold", "shipped"))
_INVESTING = frozenset(("invested", "invest", "investing"))
_CAPITAL = frozenset(("capital", "investment", "funding", "invested", "investors", "projects"))
_TRADING = frozenset(("trade", "traded", "trading", "commercial"))
_INDUSTRIES = ("industries", "sectors", "categories")


class Counted(Wholes):
    """Name counts."""

    def _counted(self, figure: Figure, labels: Labels, before: Subject) -> Subject:
        """Name what a bare number counts: by the vocabulary where it lists the noun, else by the noun's own words."""
        token = self.t[figure.at]
        end = token.j + len(figure.noun)
        known = [
            other
            for other in self.t[figure.at + 1 :]
            if "indicators" in other.tags and other.i <= end and other.j >= end and figure.noun != ["ones"]
        ]
        region = pick(labels, self.setting.home) or before.region
        if (venture := self._ventures(figure) or self._with_whom(figure)) is not None:
            product = labels.products[-1] if labels.products and venture == "export_destinations" else None
            return Subject(venture, region=region, product=product)
        detail = next((word for word, after in pairwise(figure.noun) if word in _LEVELS and after == "level"), None)
        if known:
            name: str = (
                known[0].tags["indicators"].replace("gva_industry_above_scale", "industrial_enterprises_above_scale")
            )
            if self._that_grew(figure, figure.noun):
                name = f"{name}_growing"
            if known[0].i > token.j and "[" not in name:
                name = _new(figure.noun, name) or name
            added = self.w[token.i - 1] in _ADDING and "[" not in name
            return Subject(f"{name}_added" if added else name, detail=detail, region=region)
        if figure.noun[-1:] == ["ones"]:
            after = self.w[token.j : token.j + 5]
            detail = next((word for word, end in pairwise(after) if word in _LEVELS and end == "level"), detail)
            counts = [other.subject for other in self.figures if other.kind == "count" and other.at < figure.at]
            base = (counts[-1].base or "").removesuffix("_new") if counts else before.base or self.setting.last.base
            return replace(counts[-1] if counts else before, base=base or None, detail=detail, region=region)
        places = {self.w[i] for other in self.t if "place" in other.tags for i in range(other.i, other.j)}
        places |= {"level"} if detail else set()
        noun = [word for word in figure.noun if word not in places]  # "500 Hubei firms" are firms
        told = self._that_grew(figure, noun) or _new(noun, slug(noun))
        return Subject(f"{told}_added" if self.w[token.i - 1] in _ADDING else told, detail=detail, region=region)

    def _that_grew(self, figure: Figure, noun: list[str]) -> str | None:
        """Name things that are counted because they grew: "34 of the 41 industries achieved growth"."""
        after, n = self.t[figure.at].j, len(figure.noun)
        begin = next((i + n for i in range(after, after + 9) if self.w[i : i + n] == figure.noun), after)
        end = next((i for i in range(begin, len(self.w)) if self.w[i] in ENDS or i > begin + 6), len(self.w))
        grown = next((token for token in self.t if token.i >= begin and token.tags.get("grow") == "up"), None)
        if not noun or grown is None or grown.j > end or self.w[begin] not in _SHOWED:
            return None
        if self.w[begin] in _AUXILIARY and grown.i > begin + 1:
            return None  # "80 tasks were set for growth"
        head = "industries" if noun[-1] in _INDUSTRIES else slug(noun)
        return f"{head}_growing" + ("_double_digit" if "double" in self.w[begin : grown.i] else "")

    def _ventures(self, figure: Figure) -> str | None:
        """Tell firms with foreign capital, and firms that trade, from other firms that are counted."""
        noun = " ".join(figure.noun)
        if noun.endswith("projects") and _FOREIGN & set(figure.noun):
            return _new(figure.noun, "fdi_projects")
        if not noun.endswith(_FIRMS):
            return None
        if "foreign" in figure.noun and any(word in noun for word in ("funded", "invested")):
            return "fdi_enterprises_new" if self._founded(figure) else "fdi_enterprises"
        if "capital" in self._with(figure) and "foreign" in self._with(figure):
            return _new(figure.noun, "fdi_enterprises")  # "1,300 new firms with foreign capital"
        after = self.s.text[self.t[figure.at].end : self.t[figure.at].end + 90]
        trading = "import and export" in after or "foreign trade" in noun
        return "foreign_trade_enterprises" if trading else None

    def _with_whom(self, figure: Figure) -> str | None:
        """Tell what countries, cities and ports are counted for: as partners, markets, investors, or ends of lines."""
        places = next((word for word in figure.noun if word in _TERRITORIES), None)
        if places is None:
            return None
        first, j = self.t[figure.at].i, self.t[figure.at].j
        before = self.w[max(0, first - 9) : first]
        told = next((_LINKED[word] for word in reversed(before) if word in _LINKED), None)
        if told is not None and _TRADING.isdisjoint(before):
            return f"{places}_{told}"
        if places != "countries":
            return None
        if not _SELLING.isdisjoint(before):
            return "export_destinations"
        invested = not _INVESTING.isdisjoint(self.w[j : j + 9]) or (
            "from" in before and not _CAPITAL.isdisjoint(self.w[: self.t[figure.at].i])
        )
        if invested:
            return "investor_countries"
        return "trade_partners" if not _TRADING.isdisjoint(before) else None

    def _with(self, figure: Figure) -> list[str]:
        """List the few words after what is counted: "with foreign capital"."""
        j = self.t[figure.at].j + len(figure.noun)
        return self.w[j : j + 4] if self.w[j : j + 1] == ["with"] else []

    def _founded(self, figure: Figure) -> bool:
        """Tell firms that were set up from those that there are: "979 foreign-funded firms were established"."""
        j = self.t[figure.at].j + len(figure.noun)
        return figure.noun[:1] in (["new"], ["newly"]) or not _FOUNDED.isdisjoint(self.w[j : j + 4])

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
        name = slug(noun)
        return "train_trips" if name in ("trips", "such_trips") else name


def _new(noun: list[str], name: str | None) -> str | None:
    """Tell things that came into being from all there are: 1,300 new mills are no stock of mills."""
    if name is None or noun[:1] != ["new"] or noun[-1] == "new" or noun[1] in _NEW_THINGS or name.startswith("new_"):
        return name
    return f"new_{name}" if name.endswith("jobs") else f"{name}_new"

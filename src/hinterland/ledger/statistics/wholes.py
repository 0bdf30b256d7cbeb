"""What follows a figure: the whole of a share, the place of a rate; and the names of differences."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.lexicon import Place, places, table
from hinterland.ledger.lexing.ranks import Rank
from hinterland.ledger.lexing.tokens import Sentence, Token
from hinterland.ledger.lineage import country, lies_in
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.qualifiers import BRANCH_ENDS, INVESTED, named_branch
from hinterland.ledger.statistics.scanner import Scanner
from hinterland.ledger.statistics.setting import TRADE, Setting
from hinterland.ledger.statistics.subjects import RATES_LIKE, collect, slug
from hinterland.ledger.statistics.surroundings import all_others, preposition

_BRANCH_NOUNS = BRANCH_ENDS | {"business", "businesses", "services"}
TAKES_UP = frozenset("it this that they these those which figure figures volume value total".split())
ENDS = frozenset((",", ";", "(", ")", ".", ":", "while", "whereas", "but"))
_FOR_WHAT = frozenset(("support", "favor", "favour", "exchange", "terms", "line"))
_STOPS = frozenset((",", ";", "while", "and"))
_MONEY = dict(row.split(":") for row in table("units.toml")["words"]["money"])


class Wholes:
    """Read what completes a figure."""

    def __init__(self, sentence: Sentence, setting: Setting, ranks: list[Rank]) -> None:
        self.s, self.t, self.w, self.said = sentence, sentence.tokens, sentence.words, sentence.said
        self.setting = setting
        self.ranks = ranks
        home = country(setting.home) if setting.home else ""
        scanner = Scanner(sentence, _MONEY.get(home))
        self.figures, self.asides = scanner.scan(), scanner.asides

    def _new_labels(self, figure: Figure, before: Figure) -> bool:
        return any("label" in token.tags for token in self.t[before.at + 1 : figure.at])

    def _changes_subject(self, figure: Figure, share: Figure) -> bool:
        """Tell whether anything is named between a share, with its whole, and a difference in points."""
        end = next((i for i in range(self.t[share.at].j, self.t[figure.at].i) if self.w[i] in _STOPS), len(self.w))
        within = self.w[self.t[share.at].j : self.t[share.at].j + 1] == ["of"]
        return any("label" in token.tags for token in self.t[share.at + 1 : figure.at] if token.i > end or not within)

    def _takes_up_share(self, figure: Figure) -> bool:
        """Tell "This is an increase of 5 percentage points" after a sentence that ended with a share."""
        head = self.w[: self.t[figure.at].i]
        taken = head[:1] in (["this"], ["that"], ["it"], ["which"]) and self.setting.shared is not None
        return taken and not figure.gap and not any("label" in token.tags for token in self.t[: figure.at])

    def _whole(self, figure: Figure, begin: int) -> None:
        """Read what follows a figure: the whole of a share, the place of a rate, the partner of an amount."""
        zone = [token for token in self.t[figure.at + 1 : begin] if "label" in token.tags]
        if not zone and not (figure.kind == "share" and self._named_whole(figure)):
            return
        next_word = self._next_word(figure)
        if figure.kind == "share":
            self._share_of(figure, zone, next_word)
        elif next_word in ("in", "into") and (sector := self._invested_in(figure, zone)):
            figure.subject = replace(figure.subject, sector=sector)
        elif self._flow_after(figure, next_word, zone) or self._measures(figure, zone):
            return
        elif next_word == "with" and figure.kind == "level" and figure.subject.base in ("trade_balance", "trade_total"):
            names = [token.tags["place"] for token in zone if "place" in token.tags]
            if len(names) == 1 and not figure.subject.partners:
                figure.subject = replace(figure.subject, partners=(names[0].code or names[0].name,))
        elif next_word in ("in", "for", "to", "going", "from", "of"):
            named = [token for token in zone if "place" in token.tags and not all_others(self.s, token)]
            places = [token.tags["place"] for token in named]
            if len(places) != 1:
                return
            towards = preposition(self.s, named[0].i) in ("to", "from")
            if towards and next_word == "in" and figure.subject.base in TRADE and figure.kind == "level":
                figure.subject = replace(figure.subject, partners=(places[0].code or places[0].name,))
            elif next_word in ("in", "for") and not (
                figure.subject.base in TRADE
                and figure.kind == "level"
                and next_word == "in"
                and places[0].kind == "group"
            ):
                figure.subject = replace(figure.subject, region=places[0])
            elif next_word in ("to", "going", "from") and figure.kind == "level":
                figure.subject = replace(figure.subject, partners=(places[0].code or places[0].name,))

    def _next_word(self, figure: Figure) -> str:
        """Find the word after a figure, its conversion in brackets and "of goods"."""
        j = self.t[figure.at].j
        if figure.paired:
            j = next((i for i in range(j, len(self.w)) if self.s.starts[i] >= figure.paired_end), len(self.w))
            j += self.w[j : j + 1] == [")"]
        j += 1 if self.w[j : j + 1] == ["worth"] and self.w[j + 1 : j + 2] == ["of"] else 0
        if self.w[j : j + 1] == ["of"] and self.w[j + 1 : j + 2] in (["goods"], ["products"], ["commodities"]):
            j += 2
        return self.w[j] if j < len(self.w) else ""

    def _branch_after(self, figure: Figure) -> str | None:
        """Name the branch after capital: "leapt by 90 percent in the paper industry", "9 million went into mining"."""
        if figure.subject.base not in INVESTED or figure.kind not in ("level", "growth", "share"):
            return None
        end = max(self.t[figure.at].end, figure.paired_end)
        j = next((i for i in range(len(self.w)) if self.s.starts[i] >= end), len(self.w))
        last = next((i for i in range(j, min(j + 14, len(self.w))) if self.w[i] in ENDS), min(j + 14, len(self.w)))
        stop = next((i for i in range(j, last) if self.w[i] in _BRANCH_NOUNS), j)
        at = max((i for i in range(j, stop) if self.w[i] in ("in", "into")), default=-1)
        if at < 0:
            return None
        j = at + 1 + (self.w[at + 1 : at + 2] == ["the"])
        between = [token for token in self.t if at < token.i <= stop]
        if any("place" in token.tags or token.quantity for token in between):
            return None
        for token in between:
            if known := named_branch(token):
                return known
        name = slug([word for word in self.w[j : stop + (self.w[stop] == "services")] if word.isalpha()], 4)
        return f"{name}s" if name and name.endswith("service") else name

    def _invested_in(self, figure: Figure, zone: list[Token]) -> str | None:
        """Name the branch of "including 9 billion dollars in manufacturing": its capital, not its value added."""
        if figure.kind != "level" or figure.subject.base not in INVESTED or figure.subject.sector:
            return None
        for token in zone[:1]:
            return named_branch(token)
        return None

    def _measured_after(self, figure: Figure, zone: list[Token]) -> bool:
        """Read "1.07 trillion of exports", "1.31 trillion yuan in foreign trade": the name follows its amount."""
        end = max(self.t[figure.at].end, figure.paired_end)
        named = next((token for token in zone if "indicators" in token.tags and token.start > end), None)
        if named is None or (figure.subject.base or "").endswith("capacity"):
            return False
        between = [
            word
            for word, start in zip(self.w, self.s.starts, strict=True)
            if end <= start < named.start and word != ")"
        ]
        if between[:1] not in (["of"], ["in"], ["worth"], ["from"], ["on"]) or len(between) > 3:
            return False
        if between[1:2] and between[1] in _FOR_WHAT:
            return False  # "in support of trade missions"
        if named.tags["indicators"] == "sales" and figure.subject.base in TRADE:
            return True
        labels = collect(self.s, zone, self.setting)
        if named.tags["indicators"] == "investment" and figure.subject.base in INVESTED:
            figure.subject = replace(figure.subject, sector=labels.sectors[-1] if labels.sectors else None)
            return True  # "including 7 million dollars of investment in farming": still foreign capital
        figure.subject = replace(figure.subject, base=named.tags["indicators"])
        if named.tags["indicators"] in TRADE and labels.products:
            figure.subject = replace(figure.subject, product=labels.products[-1])
        if named.tags["indicators"] in TRADE and len(labels.partners) == 1:
            figure.subject = replace(figure.subject, partners=tuple(labels.partners))
        return True

    def _measures(self, figure: Figure, zone: list[Token]) -> bool:
        """Tell what names an amount from behind: what is measured, or the goods that it is worth of."""
        amount = figure.kind in ("level", "change")
        return amount and (self._measured_after(figure, zone) or self._goods_after(figure, zone))

    def _flow_after(self, figure: Figure, next_word: str, zone: list[Token]) -> bool:
        """Read "trade fell by 5.9% for exports and by 8.7% for imports": which of the two ways a rate is of."""
        flow = zone[0].tags.get("indicators") if zone else None
        near = figure.kind == "growth" and bool(zone) and zone[0].i - self.t[figure.at].j <= 2
        if next_word not in ("for", "in") or not near or flow not in ("exports", "imports"):
            return False
        if figure.subject.base is not None and figure.subject.base not in TRADE:
            return False
        figure.subject = replace(figure.subject, base=str(flow))
        return True

    def _goods_after(self, figure: Figure, zone: list[Token]) -> bool:
        """Read "imported 53 billion yuan of farm produce", "exported $6 billion worth of toys"."""
        subject = figure.subject
        goods = next((token for token in zone if "products" in token.tags), None)
        own = subject.product if subject.product != self.setting.topic.product else None
        if subject.base not in TRADE or own or goods is None:
            return False
        if self.w[self.t[figure.at].j : goods.i] not in (["of"], ["worth", "of"], ["in"]):
            return False
        figure.subject = replace(subject, product=goods.tags["products"])
        return True

    def _share_of(self, figure: Figure, zone: list[Token], next_word: str) -> None:
        labels = collect(self.s, zone, self.setting)
        subject = figure.subject
        if labels.indicators and (
            subject.base is None
            or (subject.base not in labels.indicators and next_word == "of" and self._is_part_of(figure, zone))
            or (next_word == "of" and self._opens_sentence(figure))
        ):
            subject = replace(subject, base=labels.indicators[0])
        home = subject.region or self.setting.home
        whole = self._named_whole(figure)
        wholes = (
            [whole]
            if whole and whole != home
            else [place for place in labels.regions if home and place != home and self._can_hold(place, home)]
        )
        if wholes and next_word == "of" and self._opens_sentence(figure) and not self._holds(wholes[0]):
            subject = replace(subject, region=wholes[0])  # "93 percent of the state's exporters were small"
        elif wholes:
            subject = replace(subject, of=wholes[0].name)
        elif labels.partners and labels.partners[0] not in subject.partners:
            held = places().get(labels.partners[0])
            around = held is not None and home is not None and lies_in(home, held)
            subject = replace(subject, of=held.name if held is not None and around else labels.partners[0])
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 3]
        if after[:2] in (["of", "that"], ["of", "this"]) and self.setting.topic.partners not in ((), subject.partners):
            subject = replace(subject, of=None, partners=subject.partners or self.setting.topic.partners)
        if next_word == "of" and not subject.entity and labels.entities:
            subject = replace(subject, entity=labels.entities[-1])
        figure.subject = subject

    def _can_hold(self, place: Place, part: Place) -> bool:
        """Tell a whole from the place that the text is about, unless what is told of lies in that place."""
        return place != self.setting.home or lies_in(part, place)

    def _holds(self, whole: Place) -> bool:
        """Tell a whole that the document's place is a part of."""
        home = self.setting.home
        return whole.kind == "group" or (home is not None and whole.code in (home.parent, country(home)))

    def _opens_sentence(self, figure: Figure) -> bool:
        """Tell "37 percent of investment went to …": nothing before the share names a subject."""
        labelled = any("label" in token.tags for token in self.t[: figure.at])
        return figure is self.figures[0] and not labelled and self.w[:1] != ["this"]

    def _named_whole(self, figure: Figure) -> Place | None:
        """Read "of the national total", "of the country's total": the whole lies a level above."""
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 5]
        if "national" in after or "country" in after or "nation" in after or "nationwide" in after:
            home = figure.subject.region or self.setting.home
            return places().get(country(home)) if home else None
        return None

    def _is_part_of(self, figure: Figure, zone: list[Token]) -> bool:
        """Tell "private firms made up 60 percent of the exports" from "this made up 20 percent of GDP"."""
        subject = figure.subject
        named = subject.entity or subject.partners or subject.mode or subject.product
        if named and subject.base in TRADE:
            return True
        before = self.t[: figure.at]
        carried = not any("indicators" in token.tags or token.quantity for token in before)
        taken_up = not TAKES_UP.isdisjoint(self.w[:3])
        return carried and not taken_up and any("label" in token.tags for token in before)

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
            if figure.kind == "rate" and self.setting.kinds.get(figure.subject.base or "") == "count":
                figure.prefix = "share:"  # "29 of the 42 mills resumed work, a rate of 68 percent"
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
        if previous is not None and of_share and not self._changes_subject(figure, previous):
            figure.subject = previous.subject
        if previous is None and figure.at >= 0 and self._takes_up_share(figure):
            figure.subject = self.setting.shared or figure.subject
            return "change_in:share:"
        words = self.w[self.t[previous.at].j if previous else 0 : self.t[figure.at].i]
        if previous is None and not {"proportion", "share", "比重", "占比"}.isdisjoint(words):
            return "change_in:share:"
        inner = "share:" if previous is not None and previous.kind == "share" else ""
        if figure.gap:
            if (
                figure.gap in ("national", "province")
                and previous is not None
                and self.t[previous.at].i < self.t[figure.at].i
            ):
                figure.subject = replace(figure.subject, region=previous.subject.region)
            return f"gap_to_{figure.gap}" + (f":{inner}" if of_share else "_growth:")
        if of_share or figure.subject.base in RATES_LIKE:
            return f"change_in:{inner}"
        return "change_in_growth:" if previous is None or previous.kind in ("growth", "level") else "change_in:"

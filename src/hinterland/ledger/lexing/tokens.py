"""A sentence as tokens: masked times, quantities, and the phrases of the vocabulary, in order.

Lexing never changes the text's length, so spans count characters of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hinterland.ledger.lexicon import LABELS, NOT_PLAIN, Lexicon, Opening, Place, Tags, cut, places, table
from hinterland.ledger.lexing.nouns import NOUN_ENDS, multiplies, run, spelled_count
from hinterland.ledger.lexing.period_phrases import find
from hinterland.ledger.lexing.period_phrases_zh import find as find_zh
from hinterland.ledger.lexing.periods import When
from hinterland.ledger.lexing.quantities import Quantity, number, scaled, spoken
from hinterland.ledger.lexing.zones import named_after

_GLUE = frozenset(("m", "mn", "mln", "b", "bn", "bln", "t", "tn", "k", "trn", "trln"))
_SMALL = frozenset(("a", "an", "the", "of", "at", "to", "by", "total", "some"))
_NO_PLACE_BEFORE = frozenset(table("english.toml")["words"]["organisations"])
_COMPASS = frozenset(table("english.toml")["words"]["compass"])
_SAME = {"&": "and", "和": "and", "及": "and", "与": "and", "分别": "respectively"}
_EMPTY: Tags = {}
_BEYOND = ("",) * 16  # after the last word, and by Python's count before the first: what looks there finds none
_NO_HIT = (0, _EMPTY)
_COLONS = (":", "∶")
_RUPEES = frozenset(("crore", "crores", "lakh", "lakhs"))  # scales of India: of money where nothing else is named
_TAILS = frozenset(("左右", "以上", "多", "余", "plus", "or"))
_TENS = frozenset(range(20, 100, 10))
_FAR = 1 << 30  # beyond every sentence


@dataclass(slots=True, eq=False)  # each is itself alone
class Token:
    """Hold words i..j of a sentence, their characters, and what they are."""

    i: int
    j: int
    start: int
    end: int
    tags: Tags = field(default_factory=dict)
    quantity: Quantity | None = None
    when: When | None = None


@dataclass(slots=True)
class Sentence:
    """Hold a sentence's words and tokens."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    tokens: list[Token]
    said: frozenset[str]  # the words once more, to ask whether one of them is among them


def lex(text: str, book: Lexicon, chinese: bool = False) -> Sentence:
    """Cut a normalised sentence into tokens."""
    low = _lower(text)
    words, starts, ends = _cut_chinese(low, book) if chinese else cut(low)
    if chinese or "&" in text:
        words = [_SAME.get(word, word) for word in words]
    sentence = Sentence(text, words, starts, ends, [], frozenset(words))
    _Lexer(sentence, book, find_zh(text) if chinese else find(text, low, words, starts)).run()
    return sentence


def _cut_chinese(text: str, book: Lexicon) -> tuple[list[str], list[int], list[int]]:
    pieces = list(book.word.finditer(text))
    return [piece[0] for piece in pieces], [piece.start() for piece in pieces], [piece.end() for piece in pieces]


def _lower(text: str) -> str:
    """Put text in lower case without changing its length: one letter (İ) would become two signs."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


class _Lexer:
    """Walk over the words of one sentence once, from left to right."""

    def __init__(self, sentence: Sentence, book: Lexicon, whens: list[When]) -> None:
        self.s, self.book, self.whens = sentence, book, whens
        self.w = [*sentence.words, *_BEYOND]
        self.out = sentence.tokens

    def run(self) -> None:
        """Read all words, from the first to the last."""
        words, starts, ends, openings = self.s.words, self.s.starts, self.s.ends, self.book.openings
        i, n, masks = 0, len(words), iter(self.whens)
        mask = next(masks, None)
        limit = mask.start if mask else _FAR
        while i < n:
            if ends[i] > limit and mask:
                if mask.end > starts[i]:
                    i = self.masked(i, mask)
                mask = next(masks, None)
                limit = mask.start if mask else _FAR
                continue
            word = words[i]
            opening = openings.get(word)
            if not "a" <= word < "{" and word[0].isdecimal():  # the letters go first: most words begin with one
                i = self.numeral(i, i, None)
            elif opening is None:
                i += 1
            elif opening.plain is None:
                i = self.phrase(i, limit, opening)
            else:
                if opening.plain:
                    self.out.append(Token(i, i + 1, starts[i], ends[i], opening.plain))
                i += 1

    def masked(self, i: int, mask: When) -> int:
        """Make one token of the words of a time; return the next word to read."""
        j = i
        while j < len(self.s.words) and self.s.starts[j] < mask.end:
            j += 1
        self.emit(i, j, when=mask)
        return j

    def emit(
        self, i: int, j: int, tags: Tags = _EMPTY, quantity: Quantity | None = None, when: When | None = None
    ) -> None:
        """Add a token of the words i..j."""
        self.out.append(Token(i, j, self.s.starts[i], self.s.ends[j - 1], tags, quantity, when))

    def phrase(self, i: int, limit: int, opening: Opening) -> int:
        """Read the phrase that begins at a word, not beyond the next time; return the next word to read."""
        hit = opening.match(self.w, i)
        if hit is None:
            return i + 1
        n: int = hit[0]
        tags: Tags = hit[1]
        if n > 1 and self.s.ends[i + n - 1] > limit:
            n, tags = opening.alone or (1, _EMPTY)
        if NOT_PLAIN.isdisjoint(tags):
            if tags:
                self.out.append(Token(i, i + n, self.s.starts[i], self.s.ends[i + n - 1], tags))
            return i + n
        if "currency_signs" in tags:
            if n == 2 and len(self.w[i]) == 1 and self.s.starts[i + 1] > self.s.ends[i]:
                return i + 1  # "a $3 billion deficit" is no Australian one
            k = i + n + (1 if self.w[i + n] == "." else 0)
            if self.w[k][:1].isdecimal():
                return self.numeral(i, k, tags["currency_signs"])
        if "number" in tags:
            return self.spelled(i, n, tags)
        if "fraction" in tags and self.fraction(i, n):
            self.emit(i, i + n, quantity=Quantity(float(tags["fraction"]), 0.01, "share", doubt=self.doubt(i)).close())
            return i + n
        if "multiply" in tags and multiplies(self.s.words, i, n):
            factor = float(tags["multiply"]) - 1
            self.emit(i, i + n, {"multiply": True}, Quantity(factor, 0.1, "times", doubt=self.doubt(i)).close())
            return i + n
        if "multiply" in tags:
            return i + n
        if "demonym" in tags:
            tags = tags if "products" in tags else self.people(i, n, str(tags["demonym"]))
        if "place" in tags and (zone := self.zone(i, n, tags["place"])):
            place, n = zone
            tags = {"place": place, "label": True}
        elif "place" in tags and not self.is_place(i, n, tags):
            tags = self.described(i, n, tags)
        if tags:
            self.emit(i, i + n, tags)
        return i + n

    def described(self, i: int, n: int, tags: Tags) -> Tags:
        """Keep what refused places tell: the country of "western China", the nation of "Korea Customs Service"."""
        place = tags["place"]
        left: dict[str, Any] = {tag: value for tag, value in tags.items() if tag not in ("place", "label")}
        if self.w[i - 1] in _COMPASS and place.code:
            left["demonym"] = place.code
        elif place.kind == "country" and self.w[i + n] in _NO_PLACE_BEFORE:
            left["office"] = place
        if any(tag in left for tag in LABELS):
            left["label"] = True
        return left

    def numeral(self, first: int, i: int, currency: str | None) -> int:
        """Read digits at word i, with a currency sign that began at word `first`: scale, unit, doubt, sign."""
        k, after = i + 1, self.w[i + 1]
        read = number(self.s.words[i])
        if after in _COLONS and (ratio := self.ratio(i)):
            return ratio
        if read is None:
            return k
        if after == "/" and (part := self.fraction_of(first, i, read[0])):
            return part
        if after == "point" and (said := spoken(read[0], self.w[k + 1])):
            read, k = said, k + 2
        (value, step), scale = self.pointed(i, read), 1.0
        while currency and value == int(value) and step == 1 and self.thousands(k):
            tail, step = number(self.s.words[k]) or (0.0, 1.0)
            value, k, i = value * 1000 + tail, k + 1, k
        after = self.w[k]
        glued = bool(after) and self.s.starts[k] == self.s.ends[i]
        hit = self.tags(k)
        if after in ("foot", "ft"):
            named = self.s.words[k : k + 3]  # the size of a container: "(20-foot equivalent units)"
            return k + len(named) if named[-1] in ("units", "unit") else k
        if "scales" in hit[1]:
            scale, k = float(hit[1]["scales"]), k + hit[0]
            hit = self.tags(k)
            if hit[1].get("doubt") == "about" and "currencies" in self.tags(k + hit[0])[1]:
                k += hit[0]  # "220 billion or so yuan"
                hit = self.tags(k)
        elif (
            glued
            and after in _GLUE
            and (currency or {"currencies", "unit"} & set(self.tags(k + 1)[1]) or after in ("bn", "mn", "tn"))
        ):
            scale, k = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}[after[0]], k + 1
            hit = self.tags(k)
        unit, factor = (currency, 1.0)
        if "currencies" in hit[1] and (currency is None or hit[1]["currencies"] == currency or currency == "USD"):
            unit, k = hit[1]["currencies"], k + hit[0]
        elif currency is None and "unit" in hit[1] and not (scale == 1 and hit[1]["unit"][0] == "m" and not glued):
            (unit, factor), k = hit[1]["unit"], k + hit[0]
        if unit is None and scale == 1 and self.is_glued_name(i):
            return i + 1
        if unit is None and self.w[k - 1] in _RUPEES and self.is_sum(k):
            unit, currency = "INR", "INR"
        quantity = Quantity(
            scaled(value, scale * factor),
            step * scale * factor,
            unit,
            self.sign(first),
            self.doubt(first),
            scale != 1 or currency is not None,
        )
        quantity.factor = scale * factor
        quantity.money = currency is not None or "currencies" in hit[1]
        self.tail_doubt(quantity, k)
        self.emit(first, k, quantity=quantity.close())
        return k + 1 if self.w[k] == "plus" else k

    def pointed(self, i: int, read: tuple[float, float]) -> tuple[float, float]:
        """Read "up .3 percent", "a .25 percent rise": nought and a point are left out before the digits."""
        at = self.s.starts[i]
        if self.w[i - 1] != "." or not self.s.words[i].isdecimal() or self.s.ends[i - 1] != at:
            return read
        before = self.s.text[at - 2] if at > 1 else " "
        size = 10.0 ** -len(self.s.words[i])
        return (scaled(read[0], size), size) if before in " (-+$£€" else read

    def thousands(self, k: int) -> bool:
        """Tell the rest of a number printed with spaces between its thousands: "€1 687.2 bn"."""
        word = self.w[k]
        return (
            word[:3].isdecimal()
            and (len(word) == 3 or word[3:4] == ".")
            and self.s.text[self.s.ends[k - 1] : self.s.starts[k]] == " "
        )

    def tags(self, i: int) -> tuple[int, Tags]:
        """Look up the phrase at a word: its length and its tags; none and no tags where there is none."""
        return self.book.match(self.w, i) or _NO_HIT

    def is_glued_name(self, i: int) -> bool:
        """Tell the digits of a name (EU28, c90000) from a number."""
        before = self.s.text[self.s.starts[i] - 1 : self.s.starts[i]]
        return before.isascii() and before.isalpha()

    def fraction_of(self, first: int, i: int, over: float) -> int:
        """Read "1/10 of", "3/4 of"; return the next word, or 0."""
        under = number(self.w[i + 2]) if self.w[i + 2].isdecimal() else None
        if under is None or not 0 < over < under[0] <= 20 or self.w[i + 3] not in ("of", "the"):
            return 0
        self.emit(first, i + 3, quantity=Quantity(over / under[0], 0.01, "share", doubt=self.doubt(first)).close())
        return i + 3

    def ratio(self, i: int) -> int:
        """Read "5.7 : 44.7 : 49.6" as one token, "a ratio of 3.2:1"; others are masked; return the next word, or 0."""
        parts, k = [self.s.words[i]], i + 1
        while self.w[k] in _COLONS and self.w[k + 1][:1].isdecimal():
            parts.append(self.s.words[k + 1])
            k += 2
        read = [number(part) for part in parts]
        if 3 <= len(parts) <= 6 and all(read):
            self.emit(i, k, {"ratio": read})
        elif parts[1:] == ["1"] and read[0] and "ratio" in self.s.words:
            self.emit(i, k, quantity=Quantity(*read[0], "ratio").close())
        return k if len(parts) > 1 else 0

    def sign(self, first: int) -> int:
        """Read the sign printed before a number: 1, -1, or 0 where none is or it joins two words."""
        at = self.s.starts[first] - 1
        mark = self.s.text[at] if at >= 0 else " "
        if mark not in "+-":
            return 0
        before = self.s.text[at - 1] if at else " "
        return 0 if before.isalnum() or before in "-%" else (-1 if mark == "-" else 1)

    def doubt(self, first: int) -> str | None:
        """Read the word of doubt just before a quantity, past an article."""
        for token in self.out[:-3:-1]:
            if first - token.j > 2 or not _SMALL.issuperset(self.s.words[token.j : first]):
                return None
            if "doubt" in token.tags:
                after_growth = len(self.out) > 1 and "grow" in self.out[-2].tags and self.s.words[token.i] == "over"
                return None if after_growth else str(token.tags["doubt"])
        return None

    def tail_doubt(self, quantity: Quantity, k: int) -> None:
        """Read a word of doubt after a quantity: 左右, 以上, "or more"."""
        word = self.w[k]
        if word not in _TAILS:
            return
        if word == "左右":
            quantity.doubt = "about"
        elif word != "or" or self.w[k + 1] == "more":
            quantity.doubt = "over"

    def is_sum(self, k: int) -> bool:
        """Tell rupees left unsaid ("received 9,023 crore in the quarter") from "2.4 crore workers"."""
        word = self.w[k]
        return not word.isalpha() or word in NOUN_ENDS or word == "and" or "label" in self.tags(k)[1]

    def spelled(self, i: int, n: int, tags: Tags) -> int:
        """Read a number in words, only where a scale, currency or unit follows: "one trillion yuan"."""
        k, scale, value, step = i + n, 1.0, float(tags["number"]), 1.0
        ones = self.tags(k)[1].get("number") if value in _TENS else None
        if ones is not None and len(ones) == 1:
            value, k, n = value + float(ones), k + 1, n + 1  # "twenty-five"
        if self.w[k] == "point" and (said := spoken(value, self.w[k + 1])):
            (value, step), k, n = said, k + 2, n + 2
        hit = self.tags(k)
        if "scales" in hit[1]:
            scale, k = float(hit[1]["scales"]), k + hit[0]
            hit = self.tags(k)
        unit: str | None = None
        factor = 1.0
        if "currencies" in hit[1]:
            unit, k = hit[1]["currencies"], k + hit[0]
        elif "unit" in hit[1] and (scale != 1 or hit[1]["unit"][0] in ("share", "pp", "times")):
            (unit, factor), k = hit[1]["unit"], k + hit[0]
        if unit is None or (
            unit == "times"
            and self.w[i + n] == "times"
            and self.w[i + n + 1] not in ("as", "the", "more", ".", ",", "")
        ):
            lower = k < len(self.s.words) and self.s.text[self.s.starts[k]].islower()
            if unit is None and scale == 1 and lower and (spelled_count(self.s.words, i, n) or run(self.s.words, k)):
                self.emit(i, k, quantity=Quantity(value, step, None, 0, self.doubt(i)).close())
            return i + n
        size, money = scale * factor, "currencies" in hit[1]
        self.emit(
            i, k, quantity=Quantity(scaled(value, size), step * size, unit, 0, self.doubt(i), True, money).close()
        )
        return k

    def fraction(self, i: int, n: int) -> bool:
        """Tell "half of", "nearly a third" from words that only look like a part."""
        after, told = self.w[i + n], self.doubt(i) is not None or not self.s.words[i].isascii()
        return after in ("of", "the", "its") or (told and after != "as")  # "almost half as much as in April"

    def people(self, i: int, n: int, code: str) -> Tags:
        """Read "Thai exports" as Thailand's: an adjective of a nation is a place before what can be measured."""
        measured = "indicators" in self.tags(i + n)[1] or self.w[i + n] in ("growth", "economy")
        if not self.s.text[self.s.starts[i]].isupper() or not measured:
            return {"demonym": code}
        return {"demonym": code, "place": places()[code], "label": True}

    def zone(self, i: int, n: int, place: Place) -> tuple[Place, int] | None:
        """Find the zone or firm that is named after a place, and how many words name it."""
        return named_after(place, self.s.text, self.s.words, self.s.starts, self.s.ends, i, n)

    def is_place(self, i: int, n: int, tags: Tags) -> bool:
        """Refuse words that only look like a place, organisations, and a country that merely holds the next place."""
        start, end = self.s.starts[i], self.s.ends[i + n - 1]
        piece = self.s.text[start:end]
        low = piece.islower() and tags["place"].kind != "group" and not (self.w[i + n] == "'s" and len(piece) > 5)
        if piece.isascii() and (low or (len(piece) <= 3 and not piece.isupper())):
            return False
        if self.w[i + n] in _NO_PLACE_BEFORE or self.w[i + n] == "$":
            return False  # "the US$46 billion"
        if tags["place"].name == "World" and i and piece[0].isupper() and self.s.text[self.s.starts[i - 1]].isupper():
            return False  # part of a name: "Yicai Global"
        if self.w[i + n] == "'s":
            after = self.tags(i + n + 1)[1].get("place")
            if after is not None and self.s.text[self.s.starts[i + n + 1]].isupper():
                return False
        return not (self.w[i - 1] in _COMPASS and tags["place"].kind == "country")

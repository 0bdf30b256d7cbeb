"""The reader's vocabulary: every phrase of the data files, with the tags that the grammar asks for.

A phrase is looked up by its first word; the longest match wins. Words are lower case, a hyphen counts as a space and
"&" as "and", so `year-on-year` and `year on year` are one phrase. Chinese is cut into the same kind of words by a
pattern of all its phrases, longest first; from there on both languages take one road.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

WORD = re.compile(
    r"[^\W\d_]{2,}"  # most words: tried first
    r"|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"  # a number, its commas in thousands or in lakhs
    r"|[A-Za-z](?:\.[A-Za-z])+\b"  # U.S
    r"|'s\b|[^\s-]"  # a hyphen parts words and is none
)

Tags = Mapping[str, Any]

# The tags that say what a figure is about; a phrase with any of them also carries the tag "label".
LABELS = ("indicators", "entities", "modes", "products", "sectors", "place", "refer", "scopes", "refer_partner")
NOT_PLAIN = frozenset(("currency_signs", "number", "fraction", "multiply", "demonym", "place"))  # looked at twice


class Place(NamedTuple):  # a tuple: places are compared at every turn
    """Name a place of the gazetteer: ISO 3166 code where there is one, kind, and the code of what it lies in."""

    code: str
    name: str
    kind: str  # group, country, province, city
    parent: str


Hit = tuple[int, dict[str, Any]]  # the number of words of a phrase, and its tags


@dataclass(slots=True)
class Opening:
    """Hold the phrases that begin with one word: the word alone, and by their second words longer ones, in order."""

    alone: Hit | None = None
    longer: dict[str, list[tuple[list[str], Hit]]] = field(default_factory=dict)
    plain: Tags | None = None  # its tags, where it begins no longer phrase and none of them is looked at twice

    def match(self, words: list[str], at: int) -> Hit | None:
        """Find the longest of the phrases that stands at a word: its length and its tags."""
        if self.longer and at + 1 < len(words):
            for phrase, hit in self.longer.get(words[at + 1], ()):
                if words[at : at + hit[0]] == phrase:
                    return hit
        return self.alone

    def add(self, words: list[str]) -> dict[str, Any]:
        """Give the tags of a phrase, new or known."""
        if len(words) == 1:
            self.alone = self.alone or (1, {})
            return self.alone[1]
        rows = self.longer.setdefault(words[1], [])
        for known, (_, tags) in rows:
            if known == words:
                return tags
        rows.append((words, (len(words), {})))
        rows.sort(key=lambda row: -row[1][0])
        return next(tags for known, (_, tags) in rows if known == words)


@dataclass
class Lexicon:
    """Hold phrases by their first word, each with its tags; and the pattern that cuts words."""

    word: re.Pattern[str] = WORD
    openings: dict[str, Opening] = field(default_factory=dict)

    def add(self, phrase: str, tag: str, value: Any) -> None:
        """Add a phrase under a tag; a phrase may carry several tags, and keeps the first value of each."""
        words = split(phrase, self.word)
        opening = self.openings.get(words[0])
        if opening is None:
            opening = self.openings[words[0]] = Opening()
        opening.add(words).setdefault(tag, value)

    def match(self, words: list[str], at: int) -> Hit | None:
        """Find the longest phrase that begins at a word: its length and its tags."""
        opening = self.openings.get(words[at])
        return None if opening is None else opening.match(words, at)

    def rows(self) -> Iterator[tuple[list[str], dict[str, Any]]]:
        """Yield every phrase as its words, with its tags."""
        for word, opening in self.openings.items():
            if opening.alone:
                yield [word], opening.alone[1]
            for rows in opening.longer.values():
                for words, (_, tags) in rows:
                    yield words, tags


def split(text: str, word: re.Pattern[str] = WORD) -> list[str]:
    """Cut text into the words that the lexicon knows."""
    return [("and" if piece == "&" else piece.lower()) for piece in word.findall(text)]


@lru_cache(maxsize=128)  # the sentences of a document: one reader after the other cuts them
def cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """Cut English text in lower case into words: the words, where each begins, and where it ends.

    Blanks part most words. Only what stands between two of them and is more than letters is cut by the pattern, whose
    matches never reach over a blank. The lists are the cache's: nobody may alter them.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for chunk in text.split(" "):
        after = at + len(chunk)
        if chunk.isalpha():
            words.append(chunk)
            starts.append(at)
            ends.append(after)
        else:
            for word, start, end in _pieces(chunk):
                words.append(word)
                starts.append(at + start)
                ends.append(at + end)
        at = after + 1
    return words, starts, ends


@lru_cache(maxsize=512)  # a text has few of these: "percent,", "year-on-year", "$1.2"
def _pieces(chunk: str) -> list[tuple[str, int, int]]:
    return [(piece[0], *piece.span()) for piece in WORD.finditer(chunk)]


@cache
def lexicon(language: str) -> Lexicon:
    """Load the vocabulary of a language once: "en" or "zh"."""
    if language == "zh":
        chinese = table("chinese.toml")
        book = Lexicon(word=_cutter(chinese))
        _fill(book, chinese)
    else:
        book = Lexicon()
        for name in ("english.toml", "indicators.toml", "families.toml", "units.toml"):
            _fill(book, table(name))
        _inherit_growth(book)
    for alias, place in _place_names():
        if (language == "zh") == (not alias.isascii() and "\u4e00" <= alias[0] <= "\u9fff"):
            book.add(alias, "place", place)
    for _, tags in book.rows():
        if any(tag in tags for tag in LABELS):
            tags["label"] = True
    for opening in book.openings.values():
        if opening.alone and not opening.longer and NOT_PLAIN.isdisjoint(opening.alone[1]):
            opening.plain = opening.alone[1]
    return book


@cache
def table(name: str) -> dict[str, Any]:
    """Read a data file of the ledger."""
    return tomllib.loads(files("hinterland.ledger").joinpath("data", name).read_text("utf-8"))


@cache
def places() -> dict[str, Place]:
    """List the gazetteer by code, and by name for what has no code."""
    return {place.code or place.name: place for place, _ in _rows()}


@cache
def fiscal_month(country: str) -> int:
    """Give the month in which a country's fiscal year begins: April where the table is silent."""
    words = table("english.toml")["words"]
    if country in words["fiscal_january"]:
        return 1
    return 7 if country in words["fiscal_july"] else 10 if country in words["fiscal_october"] else 4


def gazetteer() -> Iterator[tuple[Place, list[str]]]:
    """Yield every place with its name and aliases."""
    return _rows()


@cache
def place_names() -> frozenset[str]:
    """List the names of the gazetteer."""
    return frozenset(place.name for place in places().values())


def _fill(book: Lexicon, sections: Mapping[str, Any]) -> None:
    """Add every phrase of a data file; the section is the tag, the key its value."""
    for section, rows in sections.items():
        if section in ("uncounted", "words", "punctuation", "joining"):
            continue
        if section == "units":
            for unit, factors in rows.items():
                for factor, phrases in factors.items():
                    for phrase in phrases:
                        book.add(phrase, "unit", (unit, float(factor)))
            continue
        for value, phrases in rows.items():
            for phrase in phrases:
                book.add(phrase, section, value)


def _inherit_growth(book: Lexicon) -> None:
    """Tag a longer phrase with the growth word inside it: "average annual growth" is growth, "GDP growth" too."""
    for words, tags in book.rows():
        grown = "growth" in words or "increase" in words
        if len(words) > 1 and grown and not {"grow", "share", "say"} & tags.keys():
            tags["grow"] = "up"


def _rows() -> Iterator[tuple[Place, list[str]]]:
    with files("hinterland.ledger").joinpath("data", "places.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            place = Place(row["code"], row["name"], row["kind"], row["parent"])
            yield place, [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]


def _place_names() -> Iterator[tuple[str, Place]]:
    for place, names in _rows():
        for name in names:
            yield name, place


def _cutter(chinese: Mapping[str, Any]) -> re.Pattern[str]:
    """Make the pattern that cuts Chinese: numbers, known phrases longest first, Latin words, single signs."""
    phrases = {alias for alias, _ in _place_names() if "\u4e00" <= alias[0] <= "\u9fff"}
    for section, rows in chinese.items():  # "words" only lists some of what other sections hold
        for entry in rows.values():
            phrases.update(*entry.values()) if section == "units" else phrases.update(entry)
    known = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|{known}|[A-Za-z]+|[^\s-]")

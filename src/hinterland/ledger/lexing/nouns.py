"""The noun that a bare number counts: "31 wind farms", "five port projects", "Of its 60 zones, 34 have …"."""

from __future__ import annotations

from hinterland.ledger.lexicon import table

_WORDS = table("english.toml")["words"]
NOUN_ENDS = frozenset(_WORDS["noun_ends"])
_VERBS = frozenset(_WORDS["did"])
_MODIFIERS = frozenset(_WORDS["plural_modifiers"])
_DETERMINERS = frozenset(_WORDS["determiners"])
_BEFORE = _DETERMINERS | frozenset(_WORDS["prepositions"])
_LONG = {
    **{
        word: word
        for word in ("coastline", "railway", "expressway", "highway", "road", "pipeline", "metro", "waterway")
    },
    **{f"{word}s": word for word in ("railway", "expressway", "highway", "road", "pipeline", "waterway")},
}
_FOLDS = frozenset(("double", "triple"))
_FOLDED = frozenset("the that those its their what from by in to since over year compared , . ; )".split())
_FOLDING = frozenset("to will than nearly almost about would could should".split())
_NO_PLURALS = _MODIFIERS | {"this", "thus", "does", "goes", "less"}
_COMPARED = (["more", "than"], ["fewer", "than"])
_OF_THEM = (["of", "them"], ["of", "whom"])  # "Ten of them are ocean routes"
_IN_A_ROW = ("consecutive", "straight", "successive")
UNCOUNTED = frozenset(table("english.toml")["uncounted"]["noun"])
_DESCRIBED = frozenset(table("english.toml")["uncounted"]["described"])
_PICKED = frozenset(("major", "main"))
_NO_NEWS = UNCOUNTED | _DESCRIBED
_TO_NUMBER = frozenset(("to", "now", "currently", "already", "will", "would", "which", "they"))
_AGENTS = frozenset(("by", "in", "at", "on", "from", "as", "with"))


def counted(words: list[str], i: int, many: bool = False) -> list[str]:
    """Read the plural noun phrase that begins at word i, or nothing where it is none that is counted.

    `many` admits what a text divides or picks out: "a total of 80 tasks", "19 major projects", not "five aspects".
    """
    noun: list[str] = []
    for word in _without_letters(words[i : i + 12])[:9]:
        if word.isdigit() and noun[-1:] in (["global"], ["fortune"]):
            continue  # "73 Fortune Global 500 enterprises"
        if not word.isalpha() or word in NOUN_ENDS:
            break
        if (
            noun
            and _plural(noun[-1])
            and (word in ("and", "above") or word in _VERBS or word.endswith(("ed", "ing", "ly")))
        ):
            break
        noun.append(word)
    if not noun or noun[0] in UNCOUNTED or (noun[0] in _DESCRIBED and not many):
        return []
    if any(word in _IN_A_ROW or word == "th" for word in noun):
        return []
    return noun if any(_plural(word) for word in noun) else []


def _without_letters(words: list[str]) -> list[str]:
    """Leave out the letters in brackets of "nine foreign direct investment (FDI) projects"."""
    at = words.index("(") if "(" in words else 0
    return words[:at] + words[at + 3 :] if at and words[at + 2 : at + 3] == [")"] else words


def spelled_count(words: list[str], i: int, n: int) -> bool:
    """Tell a number in words that counts things ("completed five port projects") from "the two", "in three steps"."""
    before = words[i - 1] if i else ""
    if words[i + n : i + n + 2] in _COMPARED or (words[i + n : i + n + 2] in _OF_THEM and words[i] != "one"):
        return True
    summed = words[max(0, i - 3) : i] == ["a", "total", "of"]
    if (before in _BEFORE and not summed) or words[i] == "one" or words[i + n : i + n + 1] == ["of"]:
        return False
    noun = counted(words, i + n)
    return bool(noun) and _NO_NEWS.isdisjoint(noun) and (_plural(noun[-1]) or len(noun) > 1)


def run(words: list[str], j: int) -> str | None:
    """Name the unit of a run: "26 consecutive months" → months."""
    row = words[j : j + 2]
    return row[1] if len(row) == 2 and row[0] in _IN_A_ROW and row[1] in ("months", "quarters") else None


def length(words: list[str], i: int, j: int) -> str | None:
    """Name the length of "a coastline of 1,600 km", "3,000 km of railways"; other kilometres are distances."""
    before, after = words[max(0, i - 2) : i], words[j : j + 5]
    near = before[:1] * (before[1:] == ["of"]) + after[1:] * (after[:1] == ["of"])
    return next((f"{_LONG[word]}_length" for word in near if word in _LONG), None)


def spoken_of(words: list[str], end: int) -> list[str]:
    """Find the plural noun of "Of its 60 zones along the river, 34 …", "Among the industries, 23 …"."""
    if words[:1] not in (["of"], ["among"]):
        return []
    k = words.index("'s") + 1 if "'s" in words[:5] else 1
    while k < end and (words[k] in _DETERMINERS or words[k][0].isdigit()):
        k += 1
    return counted(words, k, many=True) if k < end else []


def acts(words: list[str], j: int) -> bool:
    """Tell a number that does something itself, its noun left out: "23 achieved growth", "34 came from"."""
    return words[j : j + 1] != [] and words[j] in _VERBS


def part(before: str, words: list[str], j: int) -> bool:
    """Tell a part of what was counted: "70 funded by …", "14 at the national level", "including 12 with sales of …"."""
    word, after = (*words[j : j + 2], "", "")[:2]
    if word == "with":
        return before == "including"
    return (word.endswith("ed") and after in _AGENTS) or (word == "at" and "level" in words[j : j + 5])


def listed(words: list[str], j: int) -> bool:
    """Tell what a text sets in order ("16 tasks", "12 major regions") from what it picks out ("19 major projects")."""
    noun = counted(words, j, many=True)
    return bool(noun) and (noun[0] not in _PICKED or not _DESCRIBED.isdisjoint(noun[1:]))


def numbers(words: list[str], end: int) -> bool:
    """Tell the verb before word `end` from the noun: "the mills now number 508", not "the number 508"."""
    before = words[end - 2 : end - 1] if end > 1 else []
    return words[end - 1 : end] == ["number"] and before != [] and (before[0] in _TO_NUMBER or _plural(before[0]))


def multiplies(words: list[str], i: int, n: int) -> bool:
    """Tell "exports nearly double", "double that of 2020" from "double-digit", "a double cycle" and "Double 11"."""
    if words[i] not in _FOLDS or i + n >= len(words):
        return True
    return words[i + n] in _FOLDED or (i > 0 and words[i - 1] in _FOLDING)


def _plural(word: str) -> bool:
    plain = word.endswith("s") and len(word) > 3 and word not in _NO_PLURALS and not word.endswith("ss")
    return plain or word in ("people", "children", "women", "men")

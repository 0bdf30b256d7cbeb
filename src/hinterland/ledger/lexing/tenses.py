"""The tense in which a figure is told: that of the finite verb of its clause.

A stock told in the present ("the city has 300 plants") or the perfect ("12 berths have been built") is one of the day
of print; told in the past ("ended the half with 300 plants") it belongs to the period that the text speaks of.
"""

from __future__ import annotations

from bisect import bisect_left

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.tokens import Sentence

_WORDS = table("english.toml")["words"]
_PRESENT = frozenset(_WORDS["present"])
_FUTURE = frozenset(_WORDS["future"])
_PAST = frozenset(_WORDS["irregular_past"])
_HAVE = frozenset(("has", "have"))
_TO_COME = frozenset(("arranged", "planned", "scheduled", "projected", "pledged"))  # "has planned 30 projects"
_AHEAD = _FUTURE | _TO_COME | {"be"}
_NO_VERBS = frozenset("need speed hundred united designated limited related based".split())
_ADVERBS = frozenset("also now already so far not just only since then long all both currently newly".split())
_BEFORE_NOUNS = frozenset("the its their his our 's a an total new actual of in with for other these those all".split())
_BY = frozenset(("in", "by", "from", "at", "with", "as", "on", "for"))  # after a participle that only tells which
_BOUNDS = (";", "that")  # "he revealed that 61 firms will come": the clause begins there
_BACK = 60  # words before a figure among which its verb stands
_REACH = 14  # words after a figure among which its verb may follow


def tense(sentence: Sentence, start: int) -> str:
    """Name the tense of the figure whose characters begin at `start`: present, perfect, past, future, or none."""
    words = sentence.words
    at = bisect_left(sentence.starts, start)
    for i in range(at - 1, max(at - _BACK, 0) - 1, -1):
        if words[i] in _BOUNDS:
            break
        if found := _of(words, i, at):
            return found
    first = ""
    for i in range(at, min(at + _REACH, len(words))):
        if words[i] in (";", ","):
            break
        found = _of(words, i, len(words))
        if found and (found != "past" or _BY.isdisjoint(words[i + 1 : i + 2])):
            return found
        first = first or found  # "51 firms included in the list have invested": the second is the verb
    return first


def looks_ahead(sentence: Sentence) -> bool:
    """Tell at one look whether any verb of a sentence can be of the future."""
    return not _AHEAD.isdisjoint(sentence.said)


def _of(words: list[str], i: int, end: int) -> str:
    """Tell the tense of a word that is a finite verb, or the participle of one."""
    word = words[i]
    if word in _HAVE:
        if i and (words[i - 1] in _FUTURE or words[i - 1] == "to"):
            return "future"
        if words[i + 1 : i + 2] == ["newly"]:
            return "past"  # "has newly signed 30 projects": new ones of the period told
        done = next((other for other in words[i + 1 : min(end, i + 6)] if not _is_adverb(other)), "")
        if done in _TO_COME:
            return "future"
        return "perfect" if _is_past(done) else "present"
    if word in _FUTURE:
        return "future"
    before = words[i - 1] if i else ""
    if word in _PRESENT and before not in _FUTURE:
        return "present" if before != "to" else ""
    if not _is_past(word) or before in _BEFORE_NOUNS:
        return ""  # "its installed capacity", "a total registered capital"
    helps = [other for other in words[max(0, i - 6) : i] if not _is_adverb(other)]
    while helps[-1:] == ["and"] and _is_past("".join(helps[-2:-1])):
        del helps[-2:]  # "has introduced and nurtured 10 platforms"
    if helps[-1:] == ["been"]:
        helps.pop()
    helper = helps[-1] if helps else ""
    if helper in _HAVE:
        if "newly" in words[max(0, i - 2) : i]:
            return "past"
        return "future" if word in _TO_COME else "perfect"
    if helper in ("is", "are"):
        return "present"
    return "future" if helper == "be" else "past"


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_VERBS)


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or word.endswith("ly")

"""Whom or what a measure is for: the words that complete its object."""

from __future__ import annotations

import re

from hinterland.ledger.announcements.announcing import grammar

_COMPLEMENT = re.compile(
    r" (in|with|for|on|from|of|to|between|at|among) ((?:[^.;]|\.(?=\S|\s[a-z])){3,100}?)"
    r"(?=,? (?:by|will|is|are|was|were|has|have|from|to|within|since|this|last|before|as|while|so|said|and [a-z]+ing|"
    r"including|which|that) |,? [A-Z][a-z]{1,20} (?:said|reported|told|added)|[,.]?[\"”]|, [a-z]|$|;|\.(?!\S|\s[a-z]))"
)
_TIMES = re.compile(
    r"(?:up to |about |over |more than |early |late |mid-)?(?:Rs\.? ?|[A-Z]{2,3}\$? ?)?[\d$]|and "
    r"|the (?:end|first|second|third|fourth|next|last|past|coming)\b"
    r"|January|February|March|April|May |June|July|August|September|October|November|December|zero\b|H[12]\b"
    r"|the future\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:recent|coming) "
)
_IDIOMS = frozenset(  # "in order to", "in line with", "on one hand": no complement
    "order light line terms place particular addition case charge view bid effort efforts move one total force "
    "full part fact return turn response accordance bulk general future time stages phases".split()
)
_LOOSE = re.compile(
    r"(?<![\s,)\"'”’])[\s,)\"'”’]++(?:(?:and|or|to|by|of|in|for|with|on|from|at|the|such|will|is|are|has|have)(?![\w]))?$|\($"
)
_LINKS = frozenset("in with for on from of to between at among".split())
_WHOLE = re.compile(r"[\w-]{1,40}+ (?:out |up |into |in )?((?:the |its |a |an )?[\w' -]{1,89}+)$")


def target(sentence: str, begin: int, start: int, end: int, stop: int) -> str | None:
    """Take the words that complete an object at start..end ("… in the steel and chemical industries"), else the object.

    `begin` is where its act begins, `stop` where its part of the sentence ends.
    """
    last = sentence[start:end].rsplit(" ", 1)[-1]
    at = end - len(last) - 1 if last in _LINKS else end  # "loans to": a phrase that wants a complement
    while found := _COMPLEMENT.search(sentence, at, stop):
        if _completes(found[1], found[2]):
            return _trimmed(found[2])
        at = found.start(2)
    whole = _WHOLE.match(sentence, begin, end)
    return whole[1] if whole and len(whole[1]) < 90 and whole.start(1) <= start else sentence[start:end]


def _completes(link: str, words: str) -> bool:
    """Tell a complement from a time, an idiom or a purpose."""
    first = re.split(r"\W", words, maxsplit=1)[0].lower()
    if _TIMES.match(words) or first in _IDIOMS or len(first) < 2:
        return False
    acts = grammar().verbs.get(first, {})
    verb = first == "be" or "base" in acts or first in grammar().words["open.never"]
    return not (link == "to" and verb) and "ing" not in acts


def _trimmed(words: str) -> str:
    """Leave out what hangs loose at the end: commas, quotes, a link whose noun was cut off."""
    while not words.endswith(")") or "(" not in words:
        shorter = _LOOSE.sub("", words)
        if shorter == words:
            break
        words = shorter
    return words

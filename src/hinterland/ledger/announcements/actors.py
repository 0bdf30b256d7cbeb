"""Who acts: the last body or place that a text named, and whether that is a firm minding its own business."""

from __future__ import annotations

import re
from collections import deque
from functools import cache, lru_cache

from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.announcing import grammar
from hinterland.ledger.lexicon import gazetteer

_MEMORY = 8  # sentences back to look for who acts
_BODIES = (
    "province|city|country|county|district|zone|area|government|ministry|department|bureau|commission|cabinet|customs|"
    "administration|authority|authorities|committee|council|office|minister|governor|mayor|parliament|agency|port|railway|bank|chamber"
)
_BODY = rf"[Tt]he (?:[a-z-]+ ){{0,3}}?(?:{_BODIES}|company|group|firm)(?: (?:{_BODIES}))?\b"
_NAME = r"(?:[Tt]he )?(?!The\b)[A-Z][\w'&-]*(?: (?:of |the |for |and )?[A-Z][\w'&-]*){0,5}"
_ACTOR = re.compile(rf"(?:^|[,;] |\b(?:and|that|As|but|to|by) )({_BODY}|{_NAME}|{_BODY})")
_OPENING = re.compile(
    r"^(?:It|They|This|These|He|She|We|I|Also|Additionally|Concurrently|Notably|In|To|With|By|From|On|At|Great|Efforts|Work"
    r"|Adjusting|Ensuring|Through|According|Core|Official|First|Second|Third|Fourth|Finally|Last|Local|Since|After|During"
    r"|Besides|Meanwhile|However|Moreover|Furthermore|\"|[IVX]+\.|\w+(?:ed|ing))\b"
)
_PUBLIC = frozenset(_BODIES.split("|")) | frozenset(
    "municipal provincial federal state ministers officials guarantee departments governments regulator regulators "
    "town".split()
)
_NO_NAMES = frozenset(
    "January February March April June July August September October November December "
    "More Some Of Over Under A An All Most Many As Its Their Rules Experts Exports Imports".split()
)
_ACTS = re.compile(r"(?:'s)? ?,? (?:has|will|plans|aims|is|also|said|should|[a-z]+ed)\b")  # what follows a name
_PRONOUNS = frozenset(("it", "they", "he", "she", "we"))
_MODALS = frozenset("will would shall should must".split())
_BESIDE = frozenset("for related including about concerning".split())  # "proposals related to farmers"
_OPENERS = frozenset("for to in with under among of by as through from at based".split())
_FIRST = 30  # words of a clause that can hold its subject


class Actors:
    """Remember who acted in the last sentences."""

    def __init__(self) -> None:
        self.told: deque[str] = deque(maxlen=_MEMORY)
        self.ends: deque[int] = deque(maxlen=_MEMORY)  # where the subject of each ends, as far as is known

    def hear(self, sentence: str) -> None:
        """Remember a sentence."""
        self.told.append(sentence)
        self.ends.append(len(sentence))

    def of(self, until: int) -> str | None:
        """Name who acts: the first name or body of the sentence before its verb, else of the sentences before."""
        self.ends[-1] = min(self.ends[-1], until)
        told = zip(reversed(self.told), reversed(self.ends), strict=True)
        return next((name for earlier, end in told if (name := _actor(earlier, end))), None)

    def is_company(self, words: list[str], said: list[Act]) -> bool:
        """Tell whether a firm acts: the subject of the acts, or what a pronoun as subject stands for."""
        firms = grammar().words["companies.words"]
        begin = min(act.begin for act in said)
        first = min(act.i for act in said)
        subject = _past_opening(words[begin:first][:_FIRST])
        subject = next((subject[:k] for k, word in enumerate(subject) if k and word in _MODALS | _BESIDE), subject)
        if grammar().words["results.foreseers"] & set(words[max(0, begin - 6) : first]):
            return True
        if firms & set(subject):
            return not _PUBLIC & set(subject)
        pronouns = _PRONOUNS & set(subject[:3])
        if pronouns and len(self.told) > 1:
            before = set(re.findall(r"[a-z]+", self.told[-2].lower()))
            some = {word for word in firms & before if word.endswith("s") == ("they" in pronouns)}
            return bool(some) and not _PUBLIC & before
        return False


def _past_opening(words: list[str]) -> list[str]:
    """Leave out an opening phrase: "For companies with exports, the city will …"."""
    if words[:1] and words[0] in _OPENERS and "," in words:
        return words[len(words) - words[::-1].index(",") :] or words
    return words


@lru_cache(maxsize=64)  # a sentence is asked for each measure of the ones after it
def _actor(sentence: str, until: int) -> str | None:
    begin = 0
    if _OPENING.match(sentence):
        begin = sentence.find(", ")
        if begin < 0:
            return None
    for hit in _ACTOR.finditer(sentence, begin):
        if hit.start(1) >= until:
            return None  # what an act is on, not who acts
        name = hit[1].removesuffix("'s")
        owned = name.rsplit("'s ", 1)[-1]
        name = owned if owned in _known() else name  # "East Landia's Oldmere"
        bare = name.removeprefix("the ").removeprefix("The ").split()[0]
        if name in _known() or (bare not in _NO_NAMES and (" " in name or _ACTS.match(sentence, hit.end()))):
            return name if name.lower() not in grammar().verbs else None
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(alias for _, names in gazetteer() for alias in names)

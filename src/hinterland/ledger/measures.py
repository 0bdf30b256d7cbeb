"""What a document announces: an object of policy, with a verb of policy before it in the same sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hinterland.ledger.instruments import kinds, vocabulary
from hinterland.ledger.lexicon import Tags, table
from hinterland.ledger.prose import Prose, prose
from hinterland.ledger.records import Document, Measure

_MEMORY = 8  # sentences back to look for who acts
_REACH = 18  # words between a verb and the last of its objects
_PROSE = ("body", "cut_off")
_ACTOR = re.compile(
    r"(?:^|[,;] |\b(?:and|that|As) )((?:the |The )?(?!The\b)[A-Z][\w'&-]*(?: (?:of |the |for "
    r"|and )?[A-Z][\w'&-]*){0,5}|[Tt]he (?:province|city|country|zone|company|government|city government"
    r"|central government|provincial government))\b"
)
_PRONOUN = re.compile(
    r"^(?:It|They|This|These|He|She|Also|Additionally|Concurrently|Notably|In|To|With|Great|Efforts|Adjusting|Ensuring|Through|According|Core|Official|First|Second|Third|Fourth|Finally|\w+(?:ed|ing))\b"
)
_QUANTITY = re.compile(
    r"(?:more than |over |about |nearly )?[$£€]?\d[\d,.]{0,30}(?:[- ](?:billion|million|trillion|percent|GW"
    r"|MW|kW|yuan|trains|projects|companies|enterprises|provincial)\w*)+"
)


_REPORT = re.compile(r"rank(?:ed|ing) \w+ nationwide|\baccount(?:ing|ed)? for|\byear[- ]on[- ]year", re.I)


_RATE = re.compile(r"\d[.,]* ?(?:percent|%|pct)")
_CUES = ("rank", "account", "year-on", "year on")


@dataclass(frozen=True, slots=True)
class _Hit:
    """Hold a word of the policy vocabulary in a sentence."""

    i: int
    j: int
    start: int
    end: int
    tags: Tags


def measures(document: Document, told: Prose | None = None) -> list[Measure]:
    """List the measures that a document reports, plans or suggests, in the order of print."""
    told = told or prose(document)
    found: list[Measure] = []
    said: list[str] = []
    for kind, _, start, end in told.spans:
        if kind in _PROSE:
            said = [*said[-_MEMORY:], told.text[start:end]]
            found += _announced(document, said[-1], start, said)
    return found


def _announced(document: Document, sentence: str, start: int, told: list[str]) -> list[Measure]:
    """Read one sentence: each object of policy under a verb, each instrument once a clause."""
    if _reports(sentence):
        return []
    hits, words = _hits(sentence)
    if not any("instrument" in hit.tags for hit in hits) or _describes(words):
        return []
    actor = next((name for earlier in reversed(told) if (name := _actor(earlier))), None)
    if _is_company(actor):
        return []
    clause = _Clause(hits, words)
    status = _status(hits, sentence)
    return [_measure(document, sentence, start, actor, hit, verb, status) for hit, verb in clause.announced()]


def _reports(sentence: str) -> bool:
    """Tell a sentence on figures; the long pattern is tried only where one of its words stands."""
    low = sentence.lower()
    return bool(_RATE.search(low)) or (any(cue in low for cue in _CUES) and bool(_REPORT.search(low)))


def _measure(
    document: Document, sentence: str, start: int, actor: str | None, hit: _Hit, verb: _Hit, status: str
) -> Measure:
    begin = verb.start if hit.start - verb.start < 60 else hit.start
    quantity = _QUANTITY.search(sentence, hit.end) or _QUANTITY.search(sentence)
    return Measure(
        doc=document.doc,
        span=(start + begin, start + hit.end),
        sentence=document.text[start : start + len(sentence)],
        anchor=document.text[start + begin : start + hit.end],
        actor=actor,
        instrument=hit.tags["instrument"],
        target=_target(sentence, hit),
        quantity=quantity[0].strip() if quantity else None,
        status=status,
    )


def _is_company(actor: str | None) -> bool:
    return bool(actor and (actor.lower().endswith("company") or re.search(r"\b(?:Group|Co|Ltd|Corp)\b", actor)))


def _describes(words: list[str]) -> bool:
    """Tell a sentence on the meaning or the outcome of measures from one that announces them."""
    if words[:1] in (["this"], ["these"]) and words[1:2] not in (["year"], ["month"], ["time"]):
        return True
    gerund = words[0].endswith("ing") and ("is" in words or "are" in words)
    return gerund and not {"agenda", "priority"} & set(words)


class _Clause:
    """Choose, among the objects of policy in a sentence, those that it announces."""

    def __init__(self, hits: list[_Hit], words: list[str]) -> None:
        self.hits, self.words = hits, words
        self.found: list[tuple[_Hit, _Hit]] = []
        self.purposes: list[tuple[_Hit, _Hit]] = []

    def announced(self) -> list[tuple[_Hit, _Hit]]:
        """List objects with their verbs; a purpose counts only where nothing else is announced."""
        for hit in self.hits:
            verb = _verb(self.hits, hit, self.words) if "instrument" in hit.tags else None
            if verb is not None and not self._repeats(hit, verb):
                self._weigh(hit, verb)
        return self._definite(self.found or self.purposes[:1])

    def _repeats(self, hit: _Hit, verb: _Hit) -> bool:
        """Tell a second mention: the same instrument under the same verb, or a vague one at all."""
        name = hit.tags["instrument"]
        return any(
            other.tags["instrument"] == name and (by.i == verb.i or name in _vague()) for other, by in self.found
        )

    def _weigh(self, hit: _Hit, verb: _Hit) -> None:
        if self._is_purpose(verb):
            self.purposes.append((hit, verb))
        elif not self._is_aside(hit, verb):
            self.found.append((hit, verb))

    def _is_purpose(self, verb: _Hit) -> bool:
        """Tell "to promote …" as an aim of something else, with the verbs that go on from it."""
        at = verb.i
        while at and self.words[at - 1] in ("further", "also", "better"):
            at -= 1
        before = self.words[at - 1] if at else ""
        if before != "to":
            base = (
                "status" not in verb.tags
                and self.words[verb.i][-3:] not in ("ing",)
                and self.words[verb.i][-2:] != "ed"
            )
            last = self.purposes[-1][1] if self.purposes else None
            return bool(
                base
                and last
                and last.i < verb.i
                and (not self.found or self.found[-1][1].i < last.i)
                and before in (",", "and")
            )
        if any(word in table("instruments.toml")["licence"]["to"] for word in self.words[max(0, at - 4) : at - 1]):
            return False
        goes_on = any(self.words[by.i - 1] == "to" for _, by in self.found if by.i)
        return not (goes_on and self.words[at - 2 : at - 1] in ([","], ["and"]))

    def _is_aside(self, hit: _Hit, verb: _Hit) -> bool:
        """Tell means and hoped-for results: "by attracting …", ", fostering …", "a focus on …"."""
        before = self.words[verb.i - 1] if verb.i else ""
        if before in ("by", "for", "a", "at") or (verb.i == 0 and self.words[0].endswith("ed")):
            return True
        vague = hit.tags["instrument"] in _vague()
        under = [other for other, by in self.found if by.i == verb.i]
        if under:  # a second object of one verb, unless it only completes the first: "equipment needed for …"
            return vague or any(
                word in ("for", "needed", "in", "with", "along") for word in self.words[under[-1].j : hit.i]
            )
        return vague and bool(self.found) and self.words[verb.i].endswith("ing")

    def _definite(self, found: list[tuple[_Hit, _Hit]]) -> list[tuple[_Hit, _Hit]]:
        """Leave out what can not be computed where the sentence also announces something that can."""
        kept = [(hit, verb) for hit, verb in found if kinds()[hit.tags["instrument"]]]
        return kept or found[:1]


def _hits(sentence: str) -> tuple[list[_Hit], list[str]]:
    book = vocabulary()
    pieces = list(book.word.finditer(sentence))
    words = ["and" if piece[0] == "&" else piece[0].lower() for piece in pieces]
    hits, i = [], 0
    while i < len(words):
        hit = book.match(words, i)
        if hit is None:
            i += 1
            continue
        n, tags = hit
        hits.append(_Hit(i, i + n, pieces[i].start(), pieces[i + n - 1].end(), tags))
        i += n
    return hits, words


def _verb(hits: list[_Hit], target: _Hit, words: list[str]) -> _Hit | None:
    """Find the verb that governs an object: the nearest one before it, not beyond the end of its clause."""
    if "verb" in target.tags:
        return target
    for hit in reversed(hits):
        if hit.i < target.i and "verb" in hit.tags:
            between = words[hit.j : target.i]
            return None if len(between) > _REACH or ";" in between or "which" in between else hit
    return None


def _status(hits: list[_Hit], sentence: str) -> str:
    """Tell what was suggested from what is planned or going on, and that from what was done."""
    marks = [hit.tags["status"] for hit in hits if "status" in hit.tags]
    if "suggested" in marks:
        return "suggested"
    if "planned" in marks:
        return "planned"
    return "done"


def _actor(sentence: str) -> str | None:
    """Name who acts: the first name or "the province" in the sentence, past an opening phrase."""
    begin = 0
    if _PRONOUN.match(sentence):
        begin = sentence.find(", ")
        if begin < 0:
            return None
    hit = _ACTOR.search(sentence, begin)
    return hit[1].removesuffix("'s") if hit else None


def _target(sentence: str, hit: _Hit) -> str | None:
    """Take the words that complete the object: "… in the steel, building materials and chemical industries"."""
    rest = re.match(r"[^.;]{0,120}", sentence[hit.end :])
    tail = rest[0] if rest else ""
    prepositional = re.match(
        r" (?:in|with|for|on|from|of|between|involved in) ([^.;]{3,100}?)(?:,? (?:and|to|as|which|while"
        r"|so) [a-z]+|$|[.;])",
        tail,
    )
    return prepositional[1].strip(" ,") if prepositional else sentence[hit.start : hit.end]


def _vague() -> list[str]:
    vague: list[str] = table("instruments.toml")["vague"]["instruments"]
    return vague

"""What a document announces: an object of policy, with a verb of policy before it in the same sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hinterland.ledger.instruments import vocabulary
from hinterland.ledger.lexicon import Tags, table
from hinterland.ledger.records import Document, Measure
from hinterland.ledger.sentences import sentences
from hinterland.ledger.tokens import normalise

_REACH = 18  # words between a verb and the last of its objects
_PROSE = ("body", "cut_off")
_ACTOR = re.compile(
    r"(?:^|[,;] |\b(?:and|that|As) )((?:the |The )?[A-Z][\w'&-]*(?: (?:of |the |for "
    r"|and )?[A-Z][\w'&-]*){0,5}|[Tt]he (?:province|city|country|zone|company|government|city government"
    r"|central government|provincial government))\b"
)
_PRONOUN = re.compile(
    r"^(?:It|They|This|These|He|She|Also|Additionally|Concurrently|Notably|In|To|With|Great|Efforts|Adjusting|Ensuring|Through|According|Core)\b"
)
_QUANTITY = re.compile(
    r"(?:more than |over |about |nearly )?[$£€]?\d[\d,.]*(?:[- ](?:billion|million|trillion|percent|GW"
    r"|MW|kW|yuan|trains|projects|companies|enterprises|provincial)\w*)+"
)


_REPORT = re.compile(
    r"\b(?:increased|rose|grew|fell|decreased|up|down|growth of|accounted|accounting|rank(?:ed"
    r"|ing)) ?(?:by|for|first|second|third|fourth|fifth)?[^.]{0,30}?\d|\d[\d.,]* ?(?:percent|%|pct)"
    r"|rank(?:ed|ing) \w+ nationwide",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Hold a word of the policy vocabulary in a sentence."""

    i: int
    j: int
    start: int
    end: int
    tags: Tags


def measures(document: Document) -> list[Measure]:
    """List the measures that a document reports, plans or suggests, in the order of print."""
    text = normalise(document.text)
    found: list[Measure] = []
    actor: str | None = None
    for block in document.blocks:
        if block.kind not in _PROSE:
            continue
        for start, end in sentences(text, block.start, block.end):
            actor = _actor(text[start:end]) or actor
            found += _announced(document, text[start:end], start, actor)
    return found


def _announced(document: Document, sentence: str, start: int, actor: str | None) -> list[Measure]:
    """Read one sentence: each object of policy under a verb, each instrument once a clause."""
    if _REPORT.search(sentence) or _is_company(actor):
        return []
    hits, words = _hits(sentence)
    if not any("instrument" in hit.tags for hit in hits):
        return []
    found: list[Measure] = []
    seen: set[str] = set()
    licensed: set[int] = set()
    status = _status(hits, sentence)
    for hit in hits:
        if "instrument" not in hit.tags or hit.tags["instrument"] in seen:
            continue
        verb = _verb(hits, hit, words)
        if verb is None or not _is_measure(verb, hit, words, licensed, bool(found)):
            continue
        licensed.add(verb.i)
        seen.add(hit.tags["instrument"])
        found.append(_measure(document, sentence, start, actor, hit, verb, status))
    return found


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


def _is_measure(verb: _Hit, hit: _Hit, words: list[str], licensed: set[int], more: bool) -> bool:
    """Refuse purposes ("to promote …", "by attracting …"), and vague results after something definite."""
    before = words[verb.i - 1] if verb.i else ""
    vague = hit.tags["instrument"] in _data()["vague"]["instruments"]
    if verb.i in licensed:
        return not vague
    if before == "to" or (before in ("further", "also") and words[verb.i - 2 : verb.i - 1] == ["to"]):
        at = verb.i - (1 if before == "to" else 2)
        if not any(word in _data()["licence"]["to"] for word in words[max(0, at - 3) : at]):
            return bool(licensed) and words[at - 1 : at] in ([","], ["and"]) and not vague
        return not (vague and more)
    if before == "by" or (before == "for" and more):
        return False
    return not (
        vague
        and more
        and (words[verb.i][-3:] == "ing" or hit.tags["instrument"] in ("general_reform", "international_cooperation"))
    )


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
    """Name who acts: the first name or "the province" in the sentence."""
    if _PRONOUN.match(sentence):
        return None
    hit = _ACTOR.search(sentence)
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


def _data() -> dict[str, Any]:
    return table("instruments.toml")

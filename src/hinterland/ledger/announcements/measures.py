"""What a document announces: an act of policy on an object of policy, done, planned or suggested."""

from __future__ import annotations

import re
from bisect import bisect_left

from hinterland.ledger.announcements import measures_zh
from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.actors import Actors
from hinterland.ledger.announcements.acts import acts
from hinterland.ledger.announcements.announcing import RECEIVES, grammar
from hinterland.ledger.announcements.groups import Hit, find, is_vague
from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.announcements.objects import objects
from hinterland.ledger.announcements.reports import foretells, is_condition, is_report, says_nothing
from hinterland.ledger.announcements.sizes import number_of, printed_size
from hinterland.ledger.announcements.targets import target
from hinterland.ledger.announcements.thread import Thread
from hinterland.ledger.documents.prose import Prose, prose
from hinterland.ledger.lexicon import WORD, cut
from hinterland.ledger.records import Document, Measure

_PROSE = ("body", "cut_off", "caption")
_IMPORT_CREDIT = re.compile(r"(?i)\binterest (?:subsid|discount)\w+\b.*\bimport(?:s|ed|ing)?\b")
_ASKS = frozenset("urge call ask request".split())  # ", urging …": another measure, never a result
_ENSURES = frozenset("ensure help enable".split())  # ", ensuring …": what comes of it


def measures(document: Document, told: Prose | None = None) -> list[Measure]:
    """List the measures that a document reports, plans or suggests, in the order of print."""
    told = told or prose(document)
    if document.language == "zh":
        return measures_zh.measures(document, told)
    found: list[Measure] = []
    actors, thread = Actors(), Thread()
    for kind, _, start, end in told.spans:
        sentence = told.text[start:end]
        if kind == "title" and thread.topic is None:
            thread.open(sentence)
        if kind in _PROSE:
            actors.hear(sentence)
            new = _announced(document, sentence, start, actors, thread)
            thread.topic = next((row.instrument for row in reversed(new) if kinds()[row.instrument]), thread.topic)
            found += new
    return found


def _announced(document: Document, sentence: str, start: int, actors: Actors, thread: Thread) -> list[Measure]:
    """Read one sentence: what each of its acts is on."""
    if says_nothing(sentence.lower()):
        return []
    words = _words(sentence)
    hits, names = find(words)
    hits = thread.resolve(hits, words, sentence)
    said = acts(words, names) if hits else []
    rows = _rows(said, hits, words, sentence)
    if not rows:
        return []
    pieces = list(WORD.finditer(sentence))
    glued = _glued(sentence, pieces)  # compounds are looked for only now: few sentences come so far
    if not glued.isdisjoint({act.i for act in said}):
        said = acts(words, names | glued)
        rows = _rows(said, hits, words, sentence)
    if rows and actors.is_company(words, [act for act, _ in rows]):
        rows = [row for row in rows if _is_for_firms(row[0])]
    rows = [(act, thread.meant(hit)) for act, hit in rows]
    return [_measure(document, sentence, start, pieces, row, actors, said) for row in rows]


def _rows(said: list[Act], hits: list[Hit], words: list[str], sentence: str) -> list[tuple[Act, Hit]]:
    """Pair acts with their objects, and leave out repetitions, reports and forecasts."""
    meant = [act for act in said if not act.aside and not is_condition(act, words)]
    rows = [row for act in meant for row in objects(act, said, hits, words)]
    rows = [row for row in rows if not is_report(*row, words, sentence) and not foretells(*row, words)]
    return _once(_definite(rows))


def _is_for_firms(act: Act) -> bool:
    """Tell what firms ask for or are given, and what a package for them holds, from what they do."""
    held = act.lemma == "be" or act.lemma in grammar().words["verbs.lists"]
    return held or act.status == "suggested" or act.form in ("passive", "noun") or act.lemma in RECEIVES


def _measure(
    document: Document,
    sentence: str,
    start: int,
    pieces: list[re.Match[str]],
    row: tuple[Act, Hit],
    actors: Actors,
    said: list[Act],
) -> Measure:
    act, hit = row
    first, last = min(act.i, hit.i), max(act.j, hit.j) - 1
    begin, end = pieces[first].start(), pieces[last].end()
    stop = max(end, _stop(act, last, said, pieces))
    return Measure(
        doc=document.doc,
        span=(start + begin, start + end),
        sentence=document.text[start : start + len(sentence)],
        anchor=document.text[start + begin : start + end],
        actor=actors.of(len(sentence) if act.form == "passive" else pieces[act.i].start()),
        instrument="import_support" if _on_imports(hit, sentence[begin:stop]) else hit.instrument,
        target=target(sentence, begin, pieces[hit.i].start(), pieces[hit.j - 1].end(), stop),
        quantity=printed_size(sentence, begin, stop) or number_of(sentence, begin, pieces[hit.j - 1].end()),
        status=act.status,
    )


def _on_imports(hit: Hit, words: str) -> bool:
    """Tell a discount of interest on imports from other credit."""
    return hit.instrument == "credit" and bool(_IMPORT_CREDIT.search(words))


def _words(sentence: str) -> list[str]:
    words = cut(sentence.lower())[0]
    return ["and" if word == "&" else word for word in words] if "&" in sentence else words


def _glued(sentence: str, pieces: list[re.Match[str]]) -> frozenset[int]:
    """List the words that a hyphen joins to another: "coal-fired" is no firing."""
    if "-" not in sentence:
        return frozenset()
    starts = [piece.start() for piece in pieces]
    glued: set[int] = set()
    for hyphen in re.finditer(r"(?<=\w)(?<!newly)(?<!recently)-(?=\w)", sentence):
        right = bisect_left(starts, hyphen.end())
        glued |= {right - 1, right}
    return frozenset(glued)


def _once(rows: list[tuple[Act, Hit]]) -> list[tuple[Act, Hit]]:
    """Leave out second mentions: the same object, a vague instrument again, a hoped-for result beside its cause."""
    kept: list[tuple[Act, Hit]] = []
    for act, hit in rows:
        names = [other.instrument for _, other in kept]
        vague = is_vague(hit)
        if any(other.i == hit.i for _, other in kept) or (
            vague and (hit.weak or _adds(act)) and hit.instrument in names
        ):
            continue
        if act.adjunct and act.lemma not in _ASKS and (hit.instrument in names or act.lemma in _ENSURES):
            continue
        if vague and act.adjunct and act.lemma in grammar().words["results.verbs"]:
            continue
        kept.append((act, hit))
    return kept


def _adds(act: Act) -> bool:
    """Tell a participle that only adds to what was said from an item of what somebody calls for."""
    return act.form == "ing" and (act.adjunct or act.status != "suggested")


def _definite(rows: list[tuple[Act, Hit]]) -> list[tuple[Act, Hit]]:
    """Leave out reform in general and cooperation in passing where the sentence announces something else."""
    kept = [
        row for number, row in enumerate(rows) if kinds()[row[1].instrument] or not _in_passing(*row, first=number == 0)
    ]
    return kept or rows[:1]


def _stop(act: Act, last: int, said: list[Act], pieces: list[re.Match[str]]) -> int:
    """Find the character where a measure's own part of the sentence ends: before the next act, or at a new clause."""
    following = next((other.i for other in said if other.i > last and not (other.aside and act.causes)), len(pieces))
    bounds = grammar().words["bounds.words"]
    following = next((k for k in range(last + 1, following) if pieces[k][0].lower() in bounds), following)
    return pieces[following - 1].end()


def _in_passing(act: Act, hit: Hit, first: bool) -> bool:
    return hit.weak or act.form == "ing" or (hit.instrument == "general_reform" and not first)

"""What a document announces: an act of policy on an object of policy, done, planned or suggested."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hinterland.ledger import measures_zh
from hinterland.ledger.actors import Actors
from hinterland.ledger.acts import RECEIVES, Act, acts, grammar, may_act
from hinterland.ledger.instruments import kinds, vocabulary
from hinterland.ledger.lexicon import WORD, table
from hinterland.ledger.records import Document, Measure
from hinterland.ledger.sentences import sentences
from hinterland.ledger.sizes import printed_size
from hinterland.ledger.tokens import normalise

_REACH = 30  # words between a verb and the last of its objects
_PROSE = ("body", "cut_off")
_PARTS = frozenset(
    "and or , ; in on of for to with from by at through between among under into as that which needed along".split()
)
_AUXILIARIES = frozenset("will would shall can has have is are was were said says".split())
_MONEY = frozenset("yuan dollars euros pounds yen rupees rmb billion trillion".split())
_ALONE = frozenset("rise fall drop go climb decline expire lapse".split())  # verbs that take no object
_REPORT = re.compile(
    r"(?i)\brank(?:ed|ing)? \w+ nationwide|\baccount(?:ing|ed|s)? for|\byear[- ]on[- ]year|\bup \d|\bdown \d"
)
_RATE = re.compile(r"\d ?(?:percent|%|pct|per cent)")
_COMPLEMENT = re.compile(
    r" (?:in|with|for|on|from|of|to|between|at|among) ([^.;]{3,100}?)"
    r"(?=,? (?:by|will|is|are|has|have|from|to|within|since|this|last|before|as|while|so|said|and [a-z]+ing) "
    r"|, [a-z]|$|[.;])"
)
_TIMES = re.compile(
    r"(?:up to |about |over )?[\d$]|the (?:end|first|second|third|fourth|next|last|past|coming)\b"
    r"|January|February|March|April|May |June|July|August|September|October|November|December|zero|boost|promote|help"
)
_WHOLE = re.compile(r"[\w-]+ (?:out |up |in )?((?:the |its |a |an )?[\w' -]+)$")


@dataclass(frozen=True, slots=True)
class _Hit:
    """Hold a phrase of the vocabulary at words i..j."""

    i: int
    j: int
    instrument: str
    weak: bool


def measures(document: Document) -> list[Measure]:
    """List the measures that a document reports, plans or suggests, in the order of print."""
    text = normalise(document.text)
    if document.language == "zh":
        return measures_zh.measures(document)
    found: list[Measure] = []
    actors = Actors()
    for block in document.blocks:
        if block.kind in _PROSE:
            for start, end in sentences(text, block.start, block.end):
                actors.hear(text[start:end])
                found += _announced(document, text[start:end], start, actors)
    return found


def _announced(document: Document, sentence: str, start: int, actors: Actors) -> list[Measure]:
    """Read one sentence: what each of its acts is on."""
    words = _words(sentence)
    if may_act().isdisjoint(words) or _describes(words):
        return []
    hits, names = _hits(words)
    said = acts(words, names) if hits else []
    if not said:
        return []
    pieces = list(WORD.finditer(sentence))
    if "-" in sentence:
        said = acts(words, names | _glued(sentence, pieces))
    rows = _definite([row for act in said if not act.aside for row in _objects(act, said, hits, words)])
    rows = [row for row in _once(rows) if not _is_report(*row, words, sentence) and not _foretells(row[0], words)]
    if rows and actors.is_company(words, [act for act, _ in rows]):
        rows = [row for row in rows if _is_for_firms(row[0])]
    return [_measure(document, sentence, start, pieces, row, actors, said) for row in rows]


def _is_for_firms(act: Act) -> bool:
    """Tell what firms ask for or are given from what they do."""
    return act.status == "suggested" or act.form in ("passive", "noun") or act.lemma in RECEIVES


def _measure(
    document: Document,
    sentence: str,
    start: int,
    pieces: list[re.Match[str]],
    row: tuple[Act, _Hit],
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
        actor=actors.of(sentence),
        instrument=hit.instrument,
        target=_target(sentence, begin, pieces[hit.i].start(), pieces[hit.j - 1].end(), stop),
        quantity=printed_size(sentence, begin, stop),
        status=act.status,
    )


def _words(sentence: str) -> list[str]:
    words: list[str] = WORD.findall(sentence.lower())
    return ["and" if word == "&" else word for word in words] if "&" in sentence else words


def _hits(words: list[str]) -> tuple[list[_Hit], set[int]]:
    """Find the objects of policy, the longest phrase at each word, and the words inside phrases, which are no verbs."""
    book = vocabulary()
    phrases, lengths = book.phrases, book.lengths
    found: list[_Hit] = []
    inside: set[int] = set()
    past = 0
    for i, word in enumerate(words):
        if i < past or word not in lengths:
            continue
        for n in lengths[word]:
            meaning = phrases.get(tuple(words[i : i + n]))
            if meaning is not None:
                past = i + n
                inside.update(range(i + (meaning.instrument is not None), past))
                if meaning.instrument is not None:
                    found.append(_Hit(i, past, meaning.instrument, meaning.weak))
                break
    return found, inside


def _glued(sentence: str, pieces: list[re.Match[str]]) -> frozenset[int]:
    """List the words that a hyphen joins to another: "coal-fired" is no firing."""
    if "-" not in sentence:
        return frozenset()
    starts = [piece.start() for piece in pieces]
    glued: set[int] = set()
    for hyphen in re.finditer(r"(?<=\w)-(?=\w)", sentence):
        right = bisect_left(starts, hyphen.end())
        glued |= {right - 1, right}
    return frozenset(glued)


def _objects(act: Act, said: list[Act], hits: list[_Hit], words: list[str]) -> Iterable[tuple[Act, _Hit]]:
    """List what an act is on: the objects in its reach, or before it where it is passive."""
    end = _end(act, said, words)
    after = [hit for hit in hits if act.i <= hit.i < end and hit.j > act.j]
    if all(hit.weak for hit in after):  # "took steps to build …": the purpose says on what
        after += _purpose(act, said, hits, words, end)
    if act.form in ("passive", "noun"):
        before = [hit for hit in hits if _start(act, said, words) <= hit.i and hit.j <= act.i]
        after = [] if act.form == "noun" else [hit for hit in after if not hit.weak]
        weak = all(hit.weak for hit in before)
        chosen = _chosen(after if weak and after else before, words)
    elif act.lemma in grammar().words["results.means"] and said[0].aside and said[0].i < act.i:
        chosen = _chosen([hit for hit in hits if said[0].i <= hit.i < _end(said[0], said, words)], words)
    elif act.lemma in _changes() and (act.lemma in _ALONE or words[act.j : act.j + 1] in (["by"], ["from"], ["to"])):
        chosen = [hit for hit in hits if act.begin <= hit.i and hit.j <= act.i and _is_lever(hit, words)][:1]
    else:
        chosen = _chosen(after, words)
    return [(act, hit) for hit in chosen]


def _purpose(act: Act, said: list[Act], hits: list[_Hit], words: list[str], end: int) -> list[_Hit]:
    """List the objects of an aside that follows an act which names none of its own."""
    following = next((other for other in said if other.i >= act.j), None)
    if following is None or not following.aside or following.i > end or words[following.i - 1] == "in":
        return []
    stop = _end(following, said, words)
    return [hit for hit in hits if following.i <= hit.i < stop and hit.j > following.j]


def _end(act: Act, said: list[Act], words: list[str]) -> int:
    """Find where the reach of an act ends: at the next act, unless that only completes it, or where a clause begins."""
    stop = min(len(words), act.j + _REACH)
    bounds = grammar().words["bounds.words"]
    for k in range(act.j, stop):
        if words[k] in bounds and not (words[k] == "that" and k == act.j and act.lemma == "ensure"):
            stop = k
            break
    following = next((other.i for other in said if other.i >= act.j and not (other.aside and act.causes)), stop)
    return min(stop, following)


def _start(act: Act, said: list[Act], words: list[str]) -> int:
    """Find where the subject of a passive begins: after the act before it in its clause."""
    earlier = [other for other in said if act.begin <= other.i < act.i and other.form != "passive"]
    past = [other.j if not other.aside else _comma(words, other.j, act.i) for other in earlier]
    return max([act.begin, *past])


def _comma(words: list[str], at: int, end: int) -> int:
    """Find where what follows an opening purpose begins: "To promote trade, fees were cut"."""
    return next((k + 1 for k in range(at, end) if words[k] == ","), 0)


def _chosen(hits: list[_Hit], words: list[str]) -> list[_Hit]:
    """Choose the head of the first group of objects, and of each group joined to it by "and" or a comma."""
    strong = [hit for hit in hits if not hit.weak]
    if not strong:
        return [_head(hits, words)[0]] if hits else []
    head, rest = _head(strong, words)
    chosen = [head]
    while rest:
        between = words[head.j : rest[0].i]
        if "and" not in between or set(between) & (_PARTS - {"and"}):
            break
        head, rest = _head(rest, words)
        if head.instrument not in _vague() and all(head.instrument != other.instrument for other in chosen):
            chosen.append(head)
    return chosen


def _head(hits: list[_Hit], words: list[str]) -> tuple[_Hit, list[_Hit]]:
    """Take the last object of the first noun group: of "e-commerce trade expo", the expo."""
    k = 1
    while k < len(hits) and hits[k].i - hits[k - 1].j <= 2 and not _PARTS & set(words[hits[k - 1].j : hits[k].i]):
        k += 1
    return hits[k - 1], hits[k:]


def _once(rows: list[tuple[Act, _Hit]]) -> list[tuple[Act, _Hit]]:
    """Leave out second mentions: the same object, a vague instrument again, a hoped-for result beside its cause."""
    kept: list[tuple[Act, _Hit]] = []
    for act, hit in rows:
        names = [other.instrument for _, other in kept]
        vague = hit.instrument in _vague()
        if any(other.i == hit.i for _, other in kept) or (vague and hit.instrument in names):
            continue
        if act.adjunct and hit.instrument in names:
            continue
        if vague and act.adjunct and act.lemma in grammar().words["results.verbs"]:
            continue
        kept.append((act, hit))
    return kept


def _definite(rows: list[tuple[Act, _Hit]]) -> list[tuple[Act, _Hit]]:
    """Leave out what can not be computed where the sentence also announces something that can."""
    kept = [(act, hit) for act, hit in rows if kinds()[hit.instrument]]
    return kept or rows[:1]


def _is_report(act: Act, hit: _Hit, words: list[str], sentence: str) -> bool:
    """Tell a figure that came out ("expanded exports by 5 percent") from a size that was set ("cut fees by 5")."""
    if _is_lever(hit, words):
        return False
    rate = bool(_RATE.search(sentence))
    if act.status != "done":
        return rate and hit.weak and act.lemma in grammar().words["verbs.targeted"]
    if _REPORT.search(sentence) or (_counts(act, words) and act.lemma in grammar().words["verbs.counted"]):
        return True
    return rate and hit.weak and act.lemma in grammar().words["verbs.outcome"]


def _foretells(act: Act, words: list[str]) -> bool:
    """Tell what something is said to bring about: "the policy will boost exports", "which promotes trade"."""
    if act.form in ("passive", "noun") or act.lemma not in grammar().words["results.verbs"]:
        return False
    if act.begin and words[act.begin - 1] in ("which", "that") and act.i - act.begin < 3:
        return True
    subject = words[act.begin : act.i]
    nouns = next((subject[:k] for k, word in enumerate(subject) if k and word in _PARTS | _AUXILIARIES), subject)[-4:]
    return not grammar().words["results.subjects"].isdisjoint(nouns)


def _counts(act: Act, words: list[str]) -> bool:
    """Tell whether an act is on a number of things: the number follows the verb, or opens the subject of a passive."""
    near = words[act.begin : act.begin + 14] if act.form == "passive" else words[act.j : act.j + 4]
    return any(word[0].isdigit() for word in near) and _MONEY.isdisjoint(near)


def _is_lever(hit: _Hit, words: list[str]) -> bool:
    return not grammar().words["verbs.levers"].isdisjoint(words[hit.i : hit.j])


def _describes(words: list[str]) -> bool:
    """Tell a sentence on the meaning or the outcome of measures from one that announces them."""
    return words[:1] in (["this"], ["these"], ["such"]) and words[1:2] not in (["year"], ["month"], ["time"], ["week"])


def _stop(act: Act, last: int, said: list[Act], pieces: list[re.Match[str]]) -> int:
    """Find the character where a measure's own part of the sentence ends: before the next act, or at a new clause."""
    following = next((other.i for other in said if other.i > last and not (other.aside and act.causes)), len(pieces))
    bounds = grammar().words["bounds.words"]
    following = next((k for k in range(last + 1, following) if pieces[k][0].lower() in bounds), following)
    return pieces[following - 1].end()


def _target(sentence: str, begin: int, start: int, end: int, stop: int) -> str | None:
    """Take the words that complete an object ("… in the steel and chemical industries"), else the object as a whole."""
    for found in _COMPLEMENT.finditer(sentence, end, stop):
        if not _TIMES.match(found[1]):
            return found[1].strip(" ,")
    whole = _WHOLE.match(sentence, begin, end)
    return whole[1] if whole and len(whole[1]) < 90 and whole.start(1) <= start else sentence[start:end]


@cache
def _vague() -> frozenset[str]:
    return frozenset(table("announcing.toml")["results"]["vague"])


def _changes() -> frozenset[str]:
    return grammar().words["verbs.change"]

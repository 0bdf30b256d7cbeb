"""What a Chinese document announces: a verb of policy with an object of policy in one clause.

Official prose strings clauses with commas, each a verb and its object, the head of the object last: 支持企业建设海外仓.
A clause with a figure of growth or a share is a report, unless it decides something (将, 提高到, 给予补贴).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hinterland.ledger.documents.prose import Prose
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Document, Measure

_PROSE = ("body", "cut_off")
_NUMBER = r"[\d０-９]{1,12}+(?:\.\d{1,6}+)?+"
_RATE = re.compile(
    rf"(?:由|从){_NUMBER}[%％](?:统一)?(?:提高|上调|下调|降|降低|调整|提升|增加)?(?:至|到|为){_NUMBER}[%％]"
    rf"|(?:至|到|不超过|不高于|最高)?{_NUMBER}(?:个百分点|[%％])"
)
_COUNT = re.compile(
    rf"(?:约|近|超|不少于|不超过|最高)?{_NUMBER}余?(?:万|亿|万亿|千万)?(?:千瓦|元/吨|元|美元|列|名|家|个|条|项|人|天|场|公里|吨|平方米|户|座|万)(?!吨?级)"
    rf"(?:以上)?"
)
_BREAK = re.compile(r"[，；。！？,;!?\n]|、(?=[\u4e00-\u9fff])")
_ACTOR = re.compile(
    r"^(?!积极|深入|大力|加快|持续|进一步|全面|扎实|稳步|不断|着力|切实|认真|希望|鼓励|支持)(?:据|从|记者从|近日[，,]?|日前[，,]?|今年[，,]?|会议|其中[，,]?)?([\u4e00-\u9fff]{2,14}?)(?:计划(?!提出|明确|实施)|建议|呼吁|希望|提出|获悉|明确|宣布|出台|制定"
    r"|印发|将|拟|已|正|力争|深入|大力|积极|加快|推动|支持)"
)
_AIMS = re.compile(r"^(?:力争|确保|争取)?到20\d\d年(?:底|末)?[，,]")  # what such a sentence counts is a target
_TITLED = re.compile(r"《[^》]{0,100}+》")
_TURNED = re.compile(r"[将对把给]")  # what follows is the object, though it stands before its verb
_PLACE = re.compile(r"从([\u4e00-\u9fff]{2,12}?)获悉")
_GIVEN = re.compile(r"[对为给向]([^，；。]{2,30}?)(?:给予|提供|实施|予以|实行|发放|减免|开展)")


def measures(document: Document, told: Prose) -> list[Measure]:
    """List the measures that a document reports, plans or suggests, in the order of print."""
    found: list[Measure] = []
    actor: str | None = None
    for kind, _, start, end in told.spans:
        if kind in _PROSE:
            sentence = document.text[start:end]
            actor = _actor(sentence) or actor
            found += _announced(document, sentence, start, actor)
    return found


def _announced(document: Document, sentence: str, start: int, actor: str | None) -> Iterator[Measure]:
    """Read one sentence clause by clause; on the same instrument again, only what has a size counts."""
    if not _verbs().search(sentence):
        return
    plain = _TITLED.sub(lambda title: "〇" * len(title[0]), sentence)
    aims = bool(_AIMS.search(plain))
    status, last = "planned", None
    for begin, clause, after in _clauses(plain):
        status = _status(clause, status)
        hit = None if _is_none(clause, after, aims) else _object(clause)
        verb = hit and _verb(clause, hit)
        if hit is None or not verb or (_is_company(plain[:begin] + clause) and status != "suggested"):
            continue
        instrument = _instrument(clause, hit[0])
        if instrument != last or _size(clause):
            yield _measure(document, sentence, (start, begin), clause, (verb, hit), instrument, actor, status)
        last = instrument


def _measure(
    document: Document,
    sentence: str,
    at: tuple[int, int],
    clause: str,
    found: tuple[re.Match[str], re.Match[str]],
    instrument: str,
    actor: str | None,
    status: str,
) -> Measure:
    verb, hit = found
    clause = sentence[at[1] : at[1] + len(clause)]  # with its titles
    first, end = min(verb.start(), hit.start()), max(verb.end(), hit.end())
    return Measure(
        doc=document.doc,
        span=(sum(at) + first, sum(at) + end),
        sentence=sentence,
        anchor=clause[first:end],
        actor=actor,
        instrument=instrument,
        target=_target(clause, verb, hit),
        quantity=_size(clause),
        status=status,
    )


def _clauses(sentence: str) -> Iterator[tuple[int, str, str]]:
    """Cut at commas, and in lists where a verb follows; give where a clause begins, it, and the one after it."""
    begins, ends = [0], []
    for stop in _BREAK.finditer(sentence):
        if stop[0] != "、" or _verbs().match(sentence, stop.end()):
            ends.append(stop.start())
            begins.append(stop.end())
    clauses = [sentence[begin:end] for begin, end in zip(begins, [*ends, len(sentence)], strict=True)]
    yield from zip(begins, clauses, [*clauses[1:], ""], strict=True)


def _is_none(clause: str, after: str, aims: bool) -> bool:
    """Tell a purpose, a reference, or a report of figures from an announcement."""
    data = table("instruments_zh.toml")
    if clause.lstrip(' “"').startswith(tuple(data["skip"]["opens"])):
        return True
    cues = data["report"]["cues"]
    measured = re.search(r"\d", clause) and (any(cue in clause for cue in cues) or after.startswith(tuple(cues)))
    return bool(measured) and not aims and not any(word in clause for word in data["report"]["unless"])


def _object(clause: str) -> re.Match[str] | None:
    """Find the head of the object: the last that decides, else the last weak one."""
    found = [hit for hit in _objects().finditer(clause) if hit[0] not in _neutral()]
    strong = [hit for hit in found if hit[0] in _strong()]
    return next(reversed(strong or found), None)


def _verb(clause: str, hit: re.Match[str]) -> re.Match[str] | None:
    """Find the verb of a clause: the nearest before its object, else one after it (将…下调, 对…给予)."""
    names = [name.span() for name in _objects().finditer(clause) if name[0] in _neutral()]
    found = [verb for verb in _verbs().finditer(clause) if not any(a <= verb.start() < b for a, b in names)]
    before = [verb for verb in found if verb.end() <= hit.start()]
    if not before and hit[0] in _weak() and not _TURNED.search(clause[: hit.start()]):
        return None  # a subject: 政策降低了成本
    return before[-1] if before else next((verb for verb in found if _follows(verb, hit)), None)


def _follows(verb: re.Match[str], hit: re.Match[str]) -> bool:
    """Tell a verb after its object, or one that is its own: 按2%贴息; but not the 开放 of 对外开放."""
    return verb.start() >= hit.end() or verb.span() == hit.span()


def _instrument(clause: str, word: str) -> str:
    """Name the instrument; a discount of interest on imports supports these."""
    name = _strong().get(word) or _weak()[word]
    return "import_support" if name == "credit" and "贴息" in clause and "进口" in clause else name


def _status(clause: str, last: str) -> str:
    words = table("instruments_zh.toml")["status"]
    for name in ("suggested", "done", "planned"):
        if any(word in clause for word in words[name]) or (name == "done" and re.search(r"(?<![为除])了", clause)):
            return name
    return last


def _is_company(said: str) -> bool:
    """Tell whether the sentence so far has a firm for its subject: 某集团建设…, but not 支持企业建设…."""
    return bool(_firm().match(said)) and not _verbs().match(said)


def _actor(sentence: str) -> str | None:
    hit = _PLACE.search(sentence) or _ACTOR.match(sentence)
    return hit[1] if hit and not _verbs().match(hit[1]) else None


def _target(clause: str, verb: re.Match[str], hit: re.Match[str]) -> str:
    given = _GIVEN.search(clause)
    if given:
        return given[1]
    whole = clause[verb.end() : hit.end()].strip("“”了的至 ")
    return whole or hit[0]


def _size(clause: str) -> str | None:
    found = _RATE.search(clause) or _COUNT.search(clause)
    return found[0] if found else None


@cache
def _strong() -> dict[str, str]:
    rows = table("instruments_zh.toml")["instruments"].items()
    return {word: name for name, row in rows for word in row["objects"]}


@cache
def _weak() -> dict[str, str]:
    rows = table("instruments_zh.toml")["instruments"].items()
    return {word: name for name, row in rows for word in row.get("weak", ())}


@cache
def _neutral() -> frozenset[str]:
    return frozenset(table("instruments_zh.toml")["neutral"]["words"])


@cache
def _objects() -> re.Pattern[str]:
    return _any_of([*_strong(), *_weak(), *_neutral()])


@cache
def _verbs() -> re.Pattern[str]:
    return _any_of(table("instruments_zh.toml")["verbs"]["act"])


@cache
def _firm() -> re.Pattern[str]:
    """Make the pattern of a firm that acts, at the head of a sentence."""
    ends = "|".join(table("instruments_zh.toml")["companies"]["ends"])
    return re.compile(rf"[^，。；对为给向将让]{{1,14}}?(?:{ends})(?:[在已将拟正要]|计划|{_verbs().pattern})")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern of words, longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))

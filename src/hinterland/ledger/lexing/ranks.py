"""Ranks: "ranking fourth nationwide", "the country's highest", "second highest on record"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hinterland.ledger.lexicon import Lexicon, Place
from hinterland.ledger.lexing.tokens import Sentence
from hinterland.ledger.lineage import country

_SUPERLATIVE = r"(?:largest|biggest|busiest|highest|longest|most|top|best|leading|fastest(?:[- ]growing)?|greatest)"
_NUMBERED = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_SEVERAL = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
_ORDER = rf"(?:no\.? ?\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)|{_NUMBERED.replace(' ', '|')}|number one|top(?! {_SEVERAL}))"
_RANKED = re.compile(
    rf"\brank(?:s|ed|ing)?\b(?: (?:the )?\w+)?? (?:the |at |as |in )*({_ORDER})(?:[- ]{_SUPERLATIVE})?\b"
    rf"|(?<!\w)(?:came|was|is|placed|remained|placing|coming|stood|and|maintaining"
    rf"|(?:jump|climb|mov|rise|ascend|advanc)(?:e|es|s|ed|ing)? to|rose to) (?:the )?({_ORDER})"
    rf"(?= (?:nationwide|globally|worldwide"
    rf"|in the (?:country|nation|world|region)|(?-i:in [A-Z])|among|in the province|in its (?=\w)))"
    rf"|(?<=, )({_ORDER})(?= (?:nationwide|globally|worldwide|(?:in|across|among) (?:the (?:country|nation|world|region"
    rf"|province)|(?-i:[A-Z]\w+))\b)(?! to\b))"
    rf"|(?<!\w)(?:to|in|at|into|took|taking|takes?|secured?|securing|claim(?:s|ed|ing)|held|holding"
    rf"|retain(?:ed|ing)) (?:the )?({_ORDER}) (?:place|spot|position|rank)\b",
    re.I,
)
_LEADS = re.compile(
    r"\b(?:led|leads|leading|topped|tops|topping) (?:the |all )?((?:country|nation|world|province|region)(?:'s [a-z]+)?"
    r"|(?:list|chart|ranking)s?|provinces|cities|other (?:provinces|cities)|(?:of )?its (?:counterparts|peers)"
    r"|(?<!leading )(?-i:[A-Z][a-z]+)(?=(?: province)? in [a-z]))\b(?! (?:in|to) [a-z]+ing)",
    re.I,
)
_OWNED = re.compile(
    rf"\b((?-i:[A-Z]\w+(?: [A-Z]\w+){{0,2}})|(?:the )?(?:country|nation|world"
    rf"|province|state))'s (?:({_ORDER})[- ])?({_SUPERLATIVE})\b(?! (?:and|partner|economic|export|trading"
    rf"|trade|market|source|destination|investor|{_SEVERAL})\b)",
    re.I,
)
_RECORD = re.compile(
    rf"\b(?:({_ORDER})[- ])({_SUPERLATIVE})(?: (?!(?:partners?|destinations?|buyers?|suppliers?|investors?|sources?|of"
    rf"|trading|city|province|country|state|on|in|ever|among|nationwide)\b)[a-z-]+){{0,3}}"
    rf" (on record|in history|ever|(?-i:in [A-Z]\w+|in the [cw]\w+|in the (?:state|province|nation))|nationwide"
    rf"|worldwide|globally|among [^,.;]+)"
    rf"|\bthe ({_SUPERLATIVE})(?: (?:growth(?: rate)?|increase|rise|figure|level|rate|pace|total|volume|value|share))?"
    rf"(?: (?:amount|number|share|proportion|volume) of [a-z][a-z -]{{2,50}}?)?"
    rf" ((?:in|nationwide|among|of any|across)\b ?[^,.;(]*)",
    re.I,
)
# what goes on: "first in the province, 3rd in the east and the 12th nationwide", "the fifth and sixth places"
_MORE = re.compile(
    rf"(?:, and|,| and) (?:the )?({_ORDER})"
    r"(?= (?:nationwide|globally|worldwide|in|among|across|place|spot|position)s?\b)",
    re.I,
)
_PAIR = re.compile(
    rf"\b(?:to|in|at|took|taking|ranked|ranking|were|came) (?:the )?({_ORDER}) and ({_ORDER})"
    r"(?: (?:place|spot|position)s?)?\b(?= (?:nationwide|globally|worldwide|respectively|in|among)\b|,)",
    re.I,
)
_AT_RANK = re.compile(r"\b(?:at|was|is|holds|held) rank (\d{1,2})\b", re.I)
_TAKES_LEAD = re.compile(
    r"\b(?:takes?|took|taking) (?:the )?lead in ((?-i:[A-Z][a-z]\w*)|the (?:country|nation|world|province))\b", re.I
)
# "remained its largest trading partner", "was the second-largest export market": no place holds the superlative
_PARTNER = re.compile(
    rf"(?:\b(?:was|is|are|were|remain(?:s|ed)?|remaining|became|becoming|being|as|stayed) (?:still |also )?|, |\bwith )"
    rf"(?:the |its |their |(?:the )?[A-Z]\w+'s |the [a-z]+'s )(?:({_ORDER})[- ])?(?:single )?({_SUPERLATIVE})"
    r" ((?:trad(?:e|ing) |export |import |foreign )*"
    r"(?:partners?|markets?|destinations?|buyers?|suppliers?|investors?)\b"
    r"|exporters?|importers?|source of (?:imports|investment))"
)
_PRAISE = ("most", "best", "top", "leading")  # "China's best cotton": ranks nothing without a figure
_BEING = (" is", " are", " was", " were", " been", " became", " become", " remains", " remained", " as")
_SOME_OF = ("some of", "list of", "one of", "among", "many of", "most of")
_TRADERS = ("partner", "market", "destination", "buyer", "supplier", "investor", "porter", "source of")
_GREW_MOST = re.compile(
    rf"\b(?:had|recorded|registered|saw|posted|reported|showed|experienced) the (?:({_ORDER})[- ])?"
    r"(?:highest|largest|biggest|strongest|fastest|steepest|sharpest) (?:annual |monthly |quarterly )?"
    r"(?:increases?|growth|rises?|decreases?|declines?|falls?|gains?|rates?)\b"
)
_IN_WHAT = re.compile(r" in (?!the |all |its |any )(?-i:[a-z])")
_CHINESE = re.compile(
    r"(?:(?:位列|位居|排在|排名|列|居|排)([^,;。、第\d]{0,10})|(全国|全省|全球|全市))?"
    r"(?:第([一二三四五六七八九十]|\d{1,2})位?|首位)"
)
_PARTNER_ZH = re.compile(r"第([一二三四五六七八九十])大(贸易伙伴|出口市场|进口来源地|出口目的地|外资来源地)")
_ROLES_ZH = {"贸易伙伴": "trade partners", "出口市场": "export markets", "出口目的地": "export destinations"}
_CUT = re.compile(
    r" (?:for|with|after|following|behind|in terms of|by|at|since|last year|in actual|in 20|regarding)\b"
    r"| in (?:value|volume)\b"
    r"| and (?=\w+(?:ed|ing)\b|up\b|the\b|its\b|was\b|is\b|with\b|first|second|third|fourth|fifth|sixth|\d)",
    re.I,
)
_TAIL = re.compile(
    r"^,? ?(?:place |spot |rank |largest |biggest )?(nationwide|nationally|globally|worldwide|(?:in|among|of"
    r"|across|on) (?:U\.S\.|[^,.;()])+)",
    re.I,
)
_WORDS = {word: n for n, word in enumerate(_NUMBERED.split(), 1)} | {"top": 1, "number one": 1}
_SCOPES_ZH = {"全球": "World", "世界": "World"}
_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}


_SUPERLATIVES = frozenset(
    "largest biggest busiest highest longest most top best leading fastest greatest strongest steepest sharpest".split()
)
_ORDERS = frozenset((*_NUMBERED.split(), "no", "number", "top", "st", "nd", "rd", "th", "rank"))
_LEADING = frozenset("led leads leading topped tops topping lead".split())
WORDS = _SUPERLATIVES | _ORDERS | _LEADING  # where none of them stands, nothing is ranked in English


@dataclass(frozen=True, slots=True)
class Rank:
    """Hold a rank, its scope, and the characters that state it."""

    start: int
    end: int
    rank: int
    scope: str | None
    of: str = "anything"  # "partner", "growth" and "praise" rank what is measured beside them, and nothing alone
    told: int = 0  # where the rank itself ends and its scope begins, where what is ranked can follow
    twin: bool = False  # the second of "the fifth and sixth places": of the second name


def find(sentence: Sentence, home: Place | None, book: Lexicon, nation: str) -> list[Rank]:
    """Find the ranks that a sentence states, in order."""
    text = sentence.text
    if "第" in text or "首位" in text:
        return _find_chinese(text, home, nation)
    found: list[Rank] = []
    superlative = not _SUPERLATIVES.isdisjoint(sentence.said)
    for hit in _RANKED.finditer(text) if not _ORDERS.isdisjoint(sentence.said) else ():
        scope, end = _scope(text, hit.end(), nation)
        number = order(hit[1] or hit[2] or hit[3] or hit[4])
        found.append(Rank(hit.start(), end, number, scope or _led(text, nation), told=hit.end()))
    found = _gone_on(text, found, nation) if found or not _ORDERS.isdisjoint(sentence.said) else found
    if "lead" in sentence.said:
        found += [Rank(hit.start(), hit.end(), 1, _owner(hit[1], nation)) for hit in _TAKES_LEAD.finditer(text)]
    found += (
        [Rank(hit.start(), hit.end(), 1, _leader(hit[1], nation)) for hit in _LEADS.finditer(text)]
        if not _LEADING.isdisjoint(sentence.said)
        else []
    )
    taken = [(rank.start, rank.end) for rank in found]
    for hit in _OWNED.finditer(text) if superlative and "'s" in sentence.said else ():
        if text[: hit.start()].rstrip().endswith(_SOME_OF):
            continue  # "a list of some of Hubei's biggest customers"
        if not any(start <= hit.start() < end for start, end in taken):
            told = hit[2] or hit[3].lower() not in _PRAISE or text[: hit.start()].rstrip().endswith(_BEING)
            of = "anything" if told else "praise"
            found.append(Rank(hit.start(), hit.end(), order(hit[2]) if hit[2] else 1, _owner(hit[1], nation), of))
    for hit in _RECORD.finditer(text) if superlative else ():
        if hit[3] and not any(start <= hit.start() < end for start, end in taken):
            found.append(Rank(hit.start(), hit.end(), order(hit[1]), _phrase(hit[3], nation)))
        elif hit[4] and "record" not in hit[0] and not any(start <= hit.start() < end for start, end in taken):
            found.append(Rank(hit.start(), hit.end(), 1, _phrase(hit[5], nation)))
    for hit in _PARTNER.finditer(text) if superlative and any(map(text.__contains__, _TRADERS)) else ():
        if not any(start <= hit.start(2) < end for start, end in taken):
            found.append(
                Rank(hit.start(), hit.end(), order(hit[1]) if hit[1] else 1, _partners(hit[3], home), "partner")
            )
    for hit in _GREW_MOST.finditer(text) if "est " in text else ():
        if _names_what_grew(text, hit.end()):
            found = [rank for rank in found if rank.end <= hit.start() or rank.start >= hit.end()]
        if all(rank.end <= hit.start() or rank.start >= hit.end() for rank in found):
            found.append(Rank(hit.start(), hit.end(), order(hit[1]) if hit[1] else 1, None, "growth"))
    return sorted(found, key=lambda rank: rank.start)


def _gone_on(text: str, found: list[Rank], nation: str) -> list[Rank]:
    """Add the ranks that go on after others, and those that are told in pairs and by "Rank 4"."""
    for hit in _MORE.finditer(text) if found else ():
        before = max((rank for rank in found if rank.told <= hit.start()), key=lambda rank: rank.told, default=None)
        near = before is not None and hit.start() - before.told < 70 and ";" not in text[before.told : hit.start()]
        if near and all(rank.told < hit.start(1) or rank.start >= hit.end() for rank in found):
            scope, end = _scope(text, hit.end(), nation)
            found.append(Rank(hit.start(1), end, order(hit[1]), scope, told=hit.end()))
    for hit in _PAIR.finditer(text):
        scope, end = _scope(text, hit.end(), nation)
        found = [rank for rank in found if rank.start >= hit.end() or rank.told <= hit.start()]
        found.append(Rank(hit.start(), end, order(hit[1]), scope, told=hit.end()))
        found.append(Rank(hit.start(2), end, order(hit[2]), scope, told=hit.end(), twin=True))
    for hit in _AT_RANK.finditer(text) if "ank " in text else ():
        scope, end = _scope(text, hit.end(), nation)
        found.append(Rank(hit.start(), end, int(hit[1]), scope, told=hit.end()))
    return found


def _names_what_grew(text: str, at: int) -> bool:
    """Tell "posted the fastest growth in wind power" from "the fastest growth in the province"."""
    return bool(_IN_WHAT.match(text, at))


def _partners(noun: str, home: Place | None) -> str:
    """Name the scope of a partner's rank: "trading partners of Hubei"."""
    many = noun if noun.endswith("s") or " of " in noun else f"{noun}s"
    return f"{many} of {home.name}" if home else many


def order(word: str) -> int:
    """Read "fourth", "4th", "No. 4" to a number."""
    digits = re.search(r"\d+", word)
    return int(digits[0]) if digits else _WORDS.get(word.lower(), 1)


def _scope(text: str, at: int, nation: str) -> tuple[str | None, int]:
    hit = _TAIL.match(text[at : at + 120])
    return (_phrase(hit[1], nation), at + hit.start(1) + len(_cut(hit[1]))) if hit else (None, at)


def _led(text: str, nation: str) -> str | None:
    """Read a scope that stands at the head of the sentence: "Among the country's 15 cities, …"."""
    hit = re.match(r"\s*(?:among|of) ([^,]{4,80}),", text, re.I)
    return _phrase("among " + hit[1], nation) if hit else None


def _leader(led: str, nation: str) -> str | None:
    """Name whom one leads: "led the country", "topped the list"."""
    named = led.lower() in ("country", "nation", "world", "province", "region") or led[0].isupper()
    return _owner(led, nation) if named else None


def _owner(name: str, nation: str) -> str:
    name = re.sub(r"^(?:the|of|in|and|is|was) ", "", name.strip(), flags=re.I)
    return {"country": nation, "nation": nation, "world": "World"}.get(name.lower(), name)


def _phrase(words: str, nation: str) -> str:
    """Turn "in China", "nationwide", "among the country's large cities" into the name of a scope."""
    words = _cut(words.strip())
    if words.lower().startswith("in terms"):
        return nation
    if words.lower() in ("globally", "worldwide"):
        return "World"
    if re.search(r"record|history|ever$", words):
        return "history"
    if words.lower().startswith(("nationwide", "nationally", "on the nation")) or re.fullmatch(
        r"(?:in|of|across) (?:the )?(?:country|nation|whole country)", words, re.I
    ):
        return nation
    words = re.sub(r"^(?:in|among|of|across) (?:all )?(?:the )?", "", words, flags=re.I)
    owned = re.match(r"(?:country|nation)'s (.+)", words, re.I)
    if owned:
        return f"{owned[1]} of {nation}"
    words = re.sub(r"^([A-Z]\w+) [Pp]rovince$", r"\1", words)
    return words if not re.fullmatch(r"(?:the )?world", words, re.I) else "World"


def _cut(words: str) -> str:
    """Leave out of a scope what no longer belongs to it: "in China for exports", "in Hubei and 12th nationwide"."""
    return _CUT.split(words)[0]


def _find_chinese(text: str, home: Place | None, nation: str) -> list[Rank]:
    """Find 居全国第6位, each of a list 分别列第3位、第2位, and 第一大贸易伙伴."""
    found: list[Rank] = []
    for hit in _CHINESE.finditer(text):
        listed = bool(found) and text[found[-1].end : hit.start()] in (",", "和")
        if hit[0][0] not in "第首" or listed:
            number = _DIGITS.get(hit[3] or "一") or int(hit[3] or 1)
            scope = hit[1] or hit[2] or None
            found.append(Rank(hit.start(), hit.end(), number, _SCOPES_ZH.get(scope or "", scope) or None))
    found = [replace(rank, scope=nation) if rank.scope == "全国" else rank for rank in found]
    for hit in _PARTNER_ZH.finditer(text) if "第" in text else ():
        scope = _partners(_ROLES_ZH.get(hit[2], "sources"), home)
        found.append(Rank(hit.start(), hit.end(), _DIGITS[hit[1]], scope, "partner"))
    return sorted(found, key=lambda rank: rank.start)


def nation_of(home: Place | None, names: dict[str, Place]) -> str:
    """Name the country that ranks are counted in."""
    place = names.get(country(home)) if home else None
    return place.name if place else "nation"

"""What stands around a place in a sentence: a preposition, a list, what only locates, and all the world."""

from __future__ import annotations

from hinterland.ledger.lexicon import Place, table
from hinterland.ledger.lexing.tokens import Sentence, Token
from hinterland.ledger.lineage import related

_BESIDE = ("outside", "beyond", "opposite", "bordering", "facing")
_PASSING = frozenset("surpassed surpassing overtook overtaken overtaking passed passing outpacing".split())
_SEATED = [[office, "in"] for office in ("office", "bureau", "ministry", "agency", "authority", "headquarters")]
_NAMED_FOR_TRADE = frozenset("zone city center centre port park fair union agreement department bureau area".split())
_ABOUT_TRADE = frozenset(
    "mission missions fair fairs show shows war wars deal deals office barriers talks agreement agreements".split()
)
_INVESTS = [[word] for word in ("has", "had", "have", "invested", "exported", "imported", "bought", "sold", "opened")]
_PASS = frozenset(table("english.toml")["words"]["list"])


def only_locates(sentence: Sentence, token: Token, end: int) -> bool:
    """Tell a place that says where something lies from one that is measured; `end` is where the last one ended."""
    if token.i and sentence.words[token.i - 1] in _BESIDE:
        return True
    if "place" not in token.tags:
        return False
    i = token.i - (sentence.words[token.i - 1 : token.i] == ["the"])
    before, after = sentence.words[max(0, i - 1) : i], sentence.words[token.j : token.j + 1]
    if after != ["'s"] and before and (before[0] in _PASSING or (before[0] in ("after", "behind") and token.i > 3)):
        return True  # "has surpassed Japan", "ranks second, after Hanoi"
    if sentence.words[max(0, token.i - 2) : token.i] in _SEATED:
        return True  # "the State Statistical Office in Kiel": where the office sits
    return end > 0 and sentence.text[sentence.ends[end - 1] : token.start] == "-"  # "the Wuhan-Osaka line"


def all_others(sentence: Sentence, token: Token) -> bool:
    """Tell "exports to the rest of the world", which are all exports where no other partner is told apart."""
    if token.tags["place"].code not in ("WORLD", "ROW"):
        return False
    return not any(other is not token and _is_told_apart(other) for other in sentence.tokens)


def _is_told_apart(token: Token) -> bool:
    return "place" in token.tags and token.tags["place"].kind == "group" and token.tags["place"].name != "Euro area"


def continues(sentence: Sentence, at: int, i: int) -> bool:
    """Tell whether a place goes on the list that the place before it began."""
    return 0 <= at <= i and all(word in _PASS or word in "()" or word == "-" for word in sentence.words[at:i])


def preposition(sentence: Sentence, i: int) -> str:
    """Find the word before a place, past articles and the places it is listed with; "" at the start."""
    k = i - 1
    while k >= 0 and (sentence.words[k] in _PASS or sentence.words[k] in ("'s",)):
        if sentence.words[k] == "of":
            return "of"
        k -= 1
    return sentence.words[k] if k >= 0 else ""


def is_of_a_name(sentence: Sentence, token: Token) -> bool:
    """Tell the trade of a "Pilot Free Trade Zone", of the "Linyi Trade City" from trade that is measured."""
    free = sentence.words[max(0, token.i - 1) : token.j] == ["free", "trade"]
    after = sentence.words[token.j : token.j + 1]
    named = sentence.text[token.start].isupper() and token.i > 0 and after and after[0] in _NAMED_FOR_TRADE
    return free or bool(named) or bool(after and after[0] in _ABOUT_TRADE)


def names_region(sentence: Sentence, tokens: list[Token], token: Token) -> bool:
    """Tell "provincial exports" (a region) from "provincial average" (a yardstick)."""
    return any("indicators" in other.tags and 0 <= other.i - token.j <= 1 for other in tokens)


def stands_apart(sentence: Sentence, before: Token, after: Token) -> bool:
    """Tell two subjects from one noun phrase: a verb, comma or "and" stands between them."""
    between = sentence.words[before.j : after.i]
    owned = between[:1] == ["'"]  # "trading firms' exports"
    return owned or any(word in (",", "and", ";", ":", "while", ".", "-", "(") for word in between) or len(between) > 3


def acts_at_home(sentence: Sentence, token: Token, place: Place, home: Place | None) -> bool:
    """Tell a stranger who opens a sentence and acts at home: "Japan has invested 12 billion in the province"."""
    if home is None or home.kind not in ("province", "city", "zone") or related(place, home):
        return False
    if token.i > 1 or sentence.words[token.j : token.j + 1] not in _INVESTS:
        return False
    return any(
        (other.tags.get("place") == home or other.tags.get("refer") in ("province", "city", "zone"))
        and preposition(sentence, other.i) in ("in", "into", "to", "with", "from")
        for other in sentence.tokens
        if other.i > token.i
    )

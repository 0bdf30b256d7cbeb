"""Qualifiers that no phrase of the vocabulary gives: the branch of an investment, the product of an unlisted trade."""

from __future__ import annotations

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.nouns import NOUN_ENDS
from hinterland.ledger.lexing.tokens import Sentence, Token

INVESTED = frozenset(("fdi_used", "fdi_contracted", "odi"))
SECTORS = {"gva_tertiary": "services"}
_GENERIC = {"revenue": "revenue", "sales": "sales", "output_value": "output"}
_PLAIN = frozenset(
    (
        "business",
        "operating",
        "prime",
        "main",
        "gross",
        "generating",
        "with",
        "sales",
        "whose",
        "earning",
        "making",
        "posting",
        "reaping",
    )
)
_NO_PRODUCT = frozenset(table("english.toml")["words"]["no_product"])
_MADE = ("manufactured", "nonmanufactured", "processed", "refined")
_ADJECTIVE = (
    "al",
    "ing",
    "ed",
    "ous",
    "ly",
    "ive",
    "ic",
    "er",
    "est",
    "able",
    "ern",
    "ward",
    "ry",
    "ish",
    "ese",
    "an",
)
_GOODS_OF_BRANCHES = {"agricultural": "agricultural", "farm": "agricultural", "pharmaceutical": "pharmaceuticals"}
_ADDED = (["added", "value", "of"], ["value", "added", "of"])
BRANCH_ENDS = frozenset(("industry", "industries", "sector", "sectors"))
_FIRMS = frozenset(("enterprises", "industries", "companies", "firms", "businesses"))
UNNAMED = frozenset(table("english.toml")["words"]["unnamed"])


_NOUN_ENDS = NOUN_ENDS | {"and", "or"}
_TRADERS = frozenset(
    "goods products services commodities enterprises companies firms businesses regions cities".split()
)
_IS_NAME = {"place", "refer", "products", "entities", "indicators", "demonym"}


def branch(sentence: Sentence, token: Token, base: str) -> str | None:
    """Read "the actual use of foreign capital in the service industry": a branch, not a measure of its own."""
    before = [word for word in sentence.words[max(0, token.i - 3) : token.i] if word != "the"]
    if not base.startswith("gva_") or before[-1:] not in (["in"], ["of"], ["by"]):
        return None
    return SECTORS.get(base, base.removeprefix("gva_"))


def named_branch(token: Token) -> str | None:
    """Name the branch that the vocabulary knows: a sector, or what adds value."""
    base = str(token.tags.get("indicators", ""))
    return token.tags.get("sectors") or (
        SECTORS.get(base, base.removeprefix("gva_")) if base.startswith("gva_") else None
    )


def traded(sentence: Sentence, token: Token) -> str | None:
    """Name the product of "rice exports", "laptop imports" that no data file lists, by its own word."""
    k = token.i - 1
    if sentence.words[token.i] in ("imported", "exported"):
        return None  # "local mills imported": who trades
    k -= sentence.words[k] in ("product", "products") and k > 0
    if sentence.words[max(0, k - 1) : k + 1] in (["hi", "tech"], ["high", "tech"]):
        return "hightech"
    word = sentence.words[k] if k >= 0 else ""
    if word in _GOODS_OF_BRANCHES:
        return _GOODS_OF_BRANCHES[word]
    if len(word) < 4 or not word.isalpha() or not word.isascii() or word in UNNAMED or word in _NO_PRODUCT:
        return None
    if word in _MADE:
        return word
    if word.endswith(_ADJECTIVE) or sentence.starts[token.i] - sentence.ends[k] != 1:
        return None
    if sentence.text[sentence.starts[k] - 1] == "-":
        return None  # the end of a compound that describes: "year-to-date exports"
    return None if any(other.i <= k < other.j for other in sentence.tokens) else word


def goods_of(sentence: Sentence, token: Token) -> str | None:
    """Name the product of "exports of display products" that no data file lists, by its own words."""
    k = token.j + 1
    if sentence.words[token.j : k] != ["of"]:
        return None
    end = k
    while end < len(sentence.words) and sentence.words[end].isalpha() and sentence.words[end] not in _NOUN_ENDS:
        if any(other.i == end and other.tags for other in sentence.tokens):
            break
        end += 1
    goods, after = sentence.words[k:end], sentence.words[end : end + 1]
    listed = after == ["and"] or (after == [","] and sentence.words[end + 1 : end + 2] != ["however"])
    first = sentence.text[sentence.starts[k] : sentence.ends[k]] if goods else ""
    if not 0 < len(goods) < 4 or listed or (first[0].isupper() and not (first.isupper() and len(goods) > 1)):
        return None
    if first.isupper():
        return first if len(goods) == 2 and goods[1] in ("products", "goods") else None  # "exports of ICT products"
    if (goods[-1] in _TRADERS and len(goods) == 1) or any(
        other.i == end and _IS_NAME & other.tags.keys() for other in sentence.tokens
    ):
        return None
    kept = [word for word in goods if word not in UNNAMED]
    if not kept or kept == ["goods"] or not kept[-1].endswith("s"):
        return None
    return "_".join(kept[:-1] if len(kept) > 1 and kept[-1] == "goods" else kept)


def modified(sentence: Sentence, token: Token, base: str) -> str:
    """Name "catering revenue" by its own words where the vocabulary knows only "revenue"."""
    before = sentence.words[token.i - 1] if token.i else ""
    head = _GENERIC.get(base)
    if (
        head is None
        or not before.isalpha()
        or len(before) < 4
        or before in UNNAMED
        or before in _PLAIN
        or before.endswith("ed")
    ):
        return base
    tagged = any(other.j == token.i for other in sentence.tokens)
    return (
        base
        if tagged or (sentence.text[sentence.starts[token.i - 1]].isupper() and token.i > 1)
        else f"{before}_{head}"
    )


def added_by(head: list[str]) -> str | None:
    """Name the branch of "the added value of the city's automobile manufacturing industry", where only that is said."""
    at = max((k + 2 for k in range(len(head) - 2) if head[k : k + 3] in _ADDED), default=-1)
    if at < 0:
        return None
    words = head[at + 1 : at + 12]
    words = words[words.index("'s") + 1 :] if "'s" in words else words
    end = next((k for k, word in enumerate(words) if word in BRANCH_ENDS), -1)
    if ("designated" in words or "scale" in words) and not _FIRMS.isdisjoint(words):
        return "gva_industry_above_scale"
    noun = [word for word in words[: max(end, 0)] if word not in UNNAMED]
    noun = noun[:-1] if noun[-1:] == ["manufacturing"] and len(noun) > 1 else noun
    plain = noun and all(word.isalpha() for word in noun) and len(noun) < 4 and noun != ["manufacturing"]
    return f"gva_{'_'.join(noun)}" if plain else None

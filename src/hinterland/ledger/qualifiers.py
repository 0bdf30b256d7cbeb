"""Qualifiers that no phrase of the vocabulary gives: the branch of an investment, the product of an unlisted trade."""

from __future__ import annotations

from hinterland.ledger.lexicon import table
from hinterland.ledger.tokens import Sentence, Token

INVESTED = frozenset(("fdi_used", "contracted_foreign_investment", "odi", "fdi_equity"))
SECTORS = {"gva_tertiary": "services"}
_NO_PRODUCT = frozenset(table("english.toml")["words"]["no_product"])
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
    "ian",
)
UNNAMED = frozenset(table("english.toml")["words"]["unnamed"])


_NOUN_ENDS = frozenset(table("english.toml")["words"]["noun_ends"]) | {"and", "or"}
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


def traded(sentence: Sentence, token: Token) -> str | None:
    """Name the product of "rice exports", "laptop imports" that no data file lists, by its own word."""
    k = token.i - 1
    if sentence.words[token.i] in ("imported", "exported"):
        return None  # "local mills imported": who trades
    word = sentence.words[k] if k >= 0 else ""
    if len(word) < 4 or not word.isalpha() or not word.isascii() or word in UNNAMED or word in _NO_PRODUCT:
        return None
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
    if not 0 < len(goods) < 4 or after in (["and"], [","]) or not sentence.text[sentence.starts[k]].islower():
        return None
    if (goods[-1] in _TRADERS and len(goods) == 1) or any(
        other.i == end and _IS_NAME & other.tags.keys() for other in sentence.tokens
    ):
        return None
    kept = [word for word in goods if word not in UNNAMED]
    return "_".join(kept) if kept and kept != ["goods"] and kept[-1].endswith("s") else None

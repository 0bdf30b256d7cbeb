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


def branch(sentence: Sentence, token: Token, base: str) -> str | None:
    """Read "the actual use of foreign capital in the service industry": a branch, not a measure of its own."""
    before = [word for word in sentence.words[max(0, token.i - 3) : token.i] if word != "the"]
    if not base.startswith("gva_") or before[-1:] not in (["in"], ["of"], ["by"]):
        return None
    return SECTORS.get(base, base.removeprefix("gva_"))


def traded(sentence: Sentence, token: Token) -> str | None:
    """Name the product of "rice exports", "laptop imports" that no data file lists, by its own word."""
    k = token.i - 1
    word = sentence.words[k] if k >= 0 else ""
    if len(word) < 4 or not word.isalpha() or not word.isascii() or word in UNNAMED or word in _NO_PRODUCT:
        return None
    if word.endswith(_ADJECTIVE) or sentence.starts[token.i] - sentence.ends[k] != 1:
        return None
    if sentence.text[sentence.starts[k] - 1] == "-":
        return None  # the end of a compound that describes: "year-to-date exports"
    return None if any(other.i <= k < other.j for other in sentence.tokens) else word

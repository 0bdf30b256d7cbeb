"""Signs that many hands print differently, put into one: quotes, dashes, spaces, full width, traditional characters.

One sign takes the place of one, so spans count characters of the document.
"""

from __future__ import annotations

from hinterland.ledger.lexicon import table

_SIGNS = {
    ord(sign): plain
    for signs, plain in (
        ("\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\x00\t", " "),
        ("’‘‛′", "'"),
        ("“”„″", '"'),
        ("−‒–—‑", "-"),
        ("，、", ","),
        ("；", ";"),
        ("：", ":"),
        ("（", "("),
        ("）", ")"),
        ("％", "%"),
        ("．", "."),
        ("／", "/"),
    )
    for sign in signs
} | {0xFF10 + digit: str(digit) for digit in range(10)}
_SIGNS |= {ord(pair[0]): pair[1] for row in table("chinese.toml")["words"]["traditional"] for pair in row.split()}
_PLAIN = {chr(sign): plain for sign, plain in _SIGNS.items()}  # none stands for another of them
_FEW = 20


def normalise(text: str) -> str:
    """Replace typographic signs by plain ones, character for character."""
    signs = _PLAIN.keys() & set(text)
    if len(signs) > _FEW:
        return text.translate(_SIGNS)
    for sign in signs:  # a text has a few of them: one after the other is ten times as fast as all at once
        text = text.replace(sign, _PLAIN[sign])
    return text

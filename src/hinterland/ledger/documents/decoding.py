"""The bytes of a source become text: by their mark, as UTF-8, as declared, as GB 18030, else as Windows-1252."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from hinterland.errors import Problem

_MARKS = (  # the longer first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096  # bytes that show an encoding
_DECLARED = re.compile(r"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.I)
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "utf-8": ""}  # WHATWG
_RUNS = re.compile(r"[\x80-\xff]{2,}")  # of bytes, each a sign of Latin-1
_HIGH = bytes(range(128, 256))
_UNSEEN = (
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # without width, and of direction
    "\x00-\x08\x0e-\x1a\x1c-\x1f\x7f"  # of control, save white space and escape
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]|\u00ad(?:[ \\t]*\\r?\\n(?=[a-z]))?")


def decoded(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    """Decode the bytes of a source, and say what was guessed or broken.

    A mark decides, then UTF-8, then the charset that a page declares, then GB 18030 where the bytes come in pairs as
    Chinese has them. What fits none is read as Windows-1252, with a word about it.
    """
    if encoding := wide(raw):
        return raw.decode(encoding, "replace"), []
    text, broken, whole = _tried(raw, "utf-8-sig")
    if whole >= broken:
        return text, [*bytes_are_broken(broken, "UTF-8", name)]
    if encoding := _declared(raw):
        return raw.decode(encoding, "replace"), []
    if 2 * sum(map(len, _RUNS.findall(raw.decode("latin-1")))) > len(raw) - len(raw.translate(None, _HIGH)):
        text, broken, whole = _tried(raw, "gb18030")
        if whole > 20 * broken:
            return text, [*bytes_are_broken(broken, "GB 18030", name)]
    return raw.decode("cp1252", "replace"), [encoding_is_guessed(name)]


def wide(raw: bytes) -> str | None:
    """Tell the encoding that a byte order mark names, or UTF-16 by the noughts in every other byte of Latin text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    even, odd = raw[:_HEAD:2], raw[1:_HEAD:2]
    for empty, full, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(full) > 8 and 10 * empty.count(0) > 7 * len(empty) and 10 * full.count(0) < len(full):
            return encoding
    return None


def visible(text: str) -> str:
    """Drop the signs that nobody sees from a text: soft hyphens, signs without width or of direction, controls.

    They stand inside words and numbers ("tril\\u00adlion"); a line that a soft hyphen ends goes on in the next.
    """
    return _INVISIBLE.sub("", text)


def encoding_is_guessed(name: str) -> Problem:
    """Report bytes that are neither UTF-8 nor GB 18030, and were read as Windows-1252."""
    return Problem(
        "bytes that are not UTF-8, read as Windows-1252",
        name,
        "UTF-8 or GB 18030",
        "check its £, €, dashes and accents, or save it as UTF-8",
        "encoding_is_guessed",
    )


def bytes_are_broken(count: int, encoding: str, name: str) -> Iterator[Problem]:
    """Report bytes that do not belong in the encoding of a text: they are kept as �."""
    if count:
        one, many = f"1 byte that is not {encoding}, kept as �", f"{count} bytes that are not {encoding}, kept as �"
        yield Problem(
            one if count == 1 else many,
            name,
            f"{encoding} throughout",
            "look for \ufffd beside figures, or save it again from its origin",
            "bytes_are_broken",
        )


def _tried(raw: bytes, encoding: str) -> tuple[str, int, int]:
    """Decode, and count the places that do not fit and the signs beyond ASCII that do."""
    try:
        text = raw.decode(encoding)
        return text, 0, 1
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\ufffd")
    return text, broken, beyond - broken


def _declared(raw: bytes) -> str | None:
    """Find the charset that a page declares, if Python knows it; Latin-1 means Windows-1252, as browsers have it."""
    hit = _DECLARED.search(raw[:_HEAD].decode("latin-1"))
    try:
        encoding = codecs.lookup(hit[1]).name if hit else ""
        b"".decode(encoding or "ascii")  # refuses what is a codec of bytes, as base64 is
    except (LookupError, UnicodeDecodeError):
        return None
    return _WIDER.get(encoding, encoding) or None

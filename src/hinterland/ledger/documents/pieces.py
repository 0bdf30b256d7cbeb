"""A long document in pieces, so that reading it takes more time, and no more memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hinterland.ledger.records import Block, Document

LARGEST_PIECE = 2**20  # characters
_HEAD_BLOCKS = 8  # lines that say what a document is of: its title, its day, its first sentences
_HEAD = 4000  # characters of them


@dataclass(frozen=True)
class Piece:
    """Hold a piece of a document behind the head of it: where its own text begins, and how far it was moved."""

    document: Document
    own: int
    moved: int


def pieces(document: Document) -> Iterator[Piece]:
    """Cut a document at the ends of its blocks; each piece begins with the head, whose place and day it shares."""
    if len(document.text) <= LARGEST_PIECE:
        yield Piece(document, 0, 0)
        return
    blocks = [part for block in document.blocks for part in _cut(document.text, block)]
    head = [block for block in blocks[:_HEAD_BLOCKS] if block.end <= _HEAD]
    held: list[Block] = []
    for block in blocks:
        if held and block.end - held[0].start > LARGEST_PIECE:
            yield _piece(document, head, held)
            held = []
        held.append(block)
    yield _piece(document, head, held)


def _piece(document: Document, head: list[Block], held: list[Block]) -> Piece:
    start, end = held[0].start, held[-1].end
    if head and start > head[-1].end:
        top = document.text[: head[-1].end] + "\n\n"
    else:
        head, top, start = [], "", 0 if head else start
    moved = start - len(top)
    blocks = (*head, *(replace(block, start=block.start - moved, end=block.end - moved) for block in held))
    text = top + document.text[start:end]
    return Piece(replace(document, text=text, blocks=blocks), len(top), moved)


def _cut(text: str, block: Block) -> Iterator[Block]:
    """Cut a block that is larger than a piece behind a full stop, a space, or anywhere."""
    start = block.start
    while block.end - start > LARGEST_PIECE:
        limit = start + LARGEST_PIECE
        stops = (text.rfind(stop, start, limit) + len(stop) for stop in (". ", "。", " "))
        stop = next((stop for stop in stops if stop > start + len(". ")), limit)
        yield replace(block, start=start, end=stop)
        start = stop
    yield replace(block, start=start)

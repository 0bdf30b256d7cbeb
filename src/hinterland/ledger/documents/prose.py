"""A document's prose: its text in plain signs, and where its sentences stand. Both readers share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hinterland.ledger.documents.noise import Passed, sentences_that_are_none, without_numbers_that_are_none
from hinterland.ledger.documents.sentences import sentences
from hinterland.ledger.lexing.signs import normalise
from hinterland.ledger.records import Block, Document

_KINDS = ("body", "caption", "cut_off", "title")


@dataclass(frozen=True, slots=True)
class Prose:
    """Hold normalised text with its sentences: kind and number of their block, start and end; and what is none."""

    text: str
    spans: tuple[tuple[str, int, int, int], ...]
    passed: tuple[Passed, ...] = ()


def prose(document: Document) -> Prose:
    """Cut the blocks that hold prose into sentences."""
    text, passed = without_numbers_that_are_none(normalise(document.text))
    signs = document.text if document.language == "zh" else text  # 。” ends a sentence, 。“ begins one: " tells neither
    text = _on_one_line(text, [block for block in document.blocks if "\n" in text[block.start : block.end]])
    spans = []
    for number, block in enumerate(document.blocks):
        if block.kind in _KINDS:
            for piece in _sentences(text, signs, block):
                if isinstance(piece, Passed):
                    passed.append(piece)
                else:
                    spans.append((block.kind, number, *piece))
    return Prose(text, tuple(spans), tuple(passed))


def _sentences(text: str, signs: str, block: Block) -> Iterator[Passed | tuple[int, int]]:
    """Yield the sentences of a block, and the runs of numbers that are none; `signs` tells where they end."""
    for start, end in sentences(signs, block.start, block.end):
        yield from sentences_that_are_none(text, start, end)


def _on_one_line(text: str, wrapped: list[Block]) -> str:
    """Put blocks that were broken at a width on one line, character for character."""
    pieces, last = [], 0
    for block in wrapped:
        pieces += [text[last : block.start], text[block.start : block.end].replace("\n", " ")]
        last = block.end
    return "".join([*pieces, text[last:]]) if pieces else text

"""What of a document was not read, in sentences: `read`, `keep` and `audit` say it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.ledger.read import Reading

NAMED = 3  # numbers that are no figures, named in one line


def unread(reading: Reading) -> list[str]:
    """Say what of a source was guessed or left out, which of its numbers were not read, and why.

    They stand in its margins, in another language, are no figures, or in no sentence.
    """
    from hinterland.ledger.documents.noise import shown
    from hinterland.ledger.documents.source import READABLE
    from hinterland.locale.faults import fault

    words, document = spoken(), reading.document
    said = [fault(remark, words) for remark in document.remarks]
    if document.language not in READABLE and reading.unread:
        return [*said, words("read.unread", doc=document.doc, language=document.language, count=reading.unread)]
    numbers = [shown(document.text, row) for row in reading.passed if row.kind == "number"]
    if numbers:
        named = words("read.and").join(numbers[:NAMED]) + " …" * (len(numbers) > NAMED)
        said.append(words("read.no_figure", doc=document.doc, count=len(numbers), named=named))
    runs = [row for row in reading.passed if row.kind == "run"]
    if runs:
        first = runs[0]
        line = document.text.count("\n", 0, first.start) + 1
        count = sum(row.numbers for row in runs)
        said.append(
            words("read.no_sentence", doc=document.doc, count=count, line=line, named=shown(document.text, first))
        )
    return said

"""Tables of a text page against its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Name, Page, found, is_level
from hinterland.ledger.checks.repairs import one_slip
from hinterland.ledger.intervals import Interval, of_digits, of_value
from hinterland.ledger.lexicon import lexicon
from hinterland.ledger.lexing.signs import normalise
from hinterland.ledger.lexing.tokens import lex
from hinterland.ledger.records import Finding

ROWS = 3  # lines with a separator that make a table, the heading included
_CELLS = re.compile(r"\s?[|\t]\s?|\s{3,}")
_NUMBER = re.compile(r"\A-?(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?$")


@dataclass(frozen=True)
class _Cell:
    """Hold a number of a table with the indicator of its row and the unit of its column."""

    indicator: str
    printed: str
    interval: Interval
    unit: str


def table_differs_from_the_text(page: Page) -> Iterator[Finding]:
    """Find a level in the prose that a single slip parts from the page's own table."""
    tables = list(_tables(page))
    cells = [cell for _, lines in tables for cell in _cells(page, lines)]
    if not cells:
        return
    inside = [(start, start + sum(len(line) + 1 for line in lines)) for start, lines in tables]
    for figure in page.statistics:
        if not is_level(figure) or any(a <= figure.span[0] < b for a, b in inside):
            continue
        same = [cell for cell in cells if (cell.indicator, cell.unit) == (str(Name.of(figure.indicator)), figure.unit)]
        if len(same) != 1 or any(cell.interval.meets(of_value(figure)) for cell in cells):
            continue
        mended = one_slip(figure, same[0].interval)
        if mended is not None:
            yield found(
                figure,
                "table_differs_from_the_text",
                {"text": say.value(figure), "table": say.amount(same[0].interval.middle, figure.unit, 6)},
                expected=say.amount(mended, figure.unit, 6),
            )


CHECKS = (table_differs_from_the_text,)


def _tables(page: Page) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines that are cut into cells alike: (offset, lines)."""
    start, run, at = 0, list[str](), 0
    for line in [*page.document.text.split("\n"), ""]:
        if len(_CELLS.split(line.strip())) > 1 and len(line) < 500:
            start = start if run else at
            run.append(line)
        elif line.strip() or len(run) >= ROWS:
            if len(run) >= ROWS:
                yield start, run
            run = []
        at += len(line) + 1


def _cells(page: Page, lines: Sequence[str]) -> Iterator[_Cell]:
    """Read the cells of columns whose heading names a unit, in rows that an indicator names."""
    chinese = page.document.language == "zh"
    book = lexicon("zh" if chinese else "en")
    heads = [_unit(head, chinese) for head in _CELLS.split(lines[0].strip())]
    for line in lines[1:]:
        cells = _CELLS.split(line.strip())
        tokens = lex(normalise(cells[0]), book, chinese).tokens
        named = [str(token.tags["indicators"]) for token in tokens if "indicators" in token.tags]
        other = [token for token in tokens if {"products", "entities", "modes", "place"} & token.tags.keys()]
        if len(named) != 1 or other or len(cells) != len(heads):
            continue
        for cell, head in zip(cells[1:], heads[1:], strict=True):
            if head and _NUMBER.match(cell):
                unit, factor = head
                value = float(cell.replace(",", "")) * factor
                yield _Cell(named[0], cell, of_digits(value, cell), unit)


def _unit(head: str, chinese: bool) -> tuple[str, float] | None:
    """Read the unit of a heading: "Value (billion yuan)" is CNY times a thousand million."""
    inside = re.search(r"[((]([^()()]{1,40})[))]", head)
    words = normalise(inside[1] if inside else head)
    tokens = lex(f"1{words}" if chinese else f"1 {words}", lexicon("zh" if chinese else "en"), chinese).tokens
    read = next((token.quantity for token in tokens if token.quantity and token.quantity.unit), None)
    return (str(read.unit), read.factor) if read and read.unit not in ("share", "pp") else None

"""Facts for a terminal: a heading for each series, a line for each vintage; or bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len

from hinterland.ledger.calendar_names import spoken_period
from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Name
from hinterland.ledger.keeping.facts import said
from hinterland.ledger.wording import Part

if TYPE_CHECKING:
    from hinterland.ledger.keeping.facts import Fact
    from hinterland.locale import Words

_BAR = "█"
_BAR_WIDTH = 32
_WHEN_WIDTH = 18


def listing(found: Sequence[Fact], words: Words) -> Iterator[str]:
    """Yield each series as a heading and its vintages below: period, value, day and document, doubts."""
    for _, group in groupby(found, key=lambda fact: fact.series):
        members = list(group)
        yield _heading(members[0], words)
        values = [said(fact, words.lang) for fact in members]
        wide = max(map(cell_len, values))
        before = ""
        for fact, value in zip(members, values, strict=True):
            when = _when(fact, words)
            first = _padded("" if when == before else when, _WHEN_WIDTH)
            yield f"  {first} {_padded(value, wide)}  {_vintage(fact, words)}"
            before = when


def chart(found: Sequence[Fact], words: Words) -> Iterator[str]:
    """Yield each series as bars, a line a period, the longest bar the largest amount; values keep their sign."""
    for _, group in groupby(found, key=lambda fact: fact.series):
        members = list(group)
        top = max(abs(fact.value) for fact in members) or 1.0
        yield _heading(members[0], words)
        for fact in members:
            bar = _BAR * max(1 if fact.value else 0, round(_BAR_WIDTH * abs(fact.value) / top))
            drawn = f"{bar:<{_BAR_WIDTH}} " if len(members) > 1 else ""  # one bar alone compares nothing
            yield f"  {_padded(_when(fact, words), _WHEN_WIDTH)} {drawn}{said(fact, words.lang)}"


def _heading(fact: Fact, words: Words) -> str:
    """Name a series: "Shandong (CN-SD) · exports with KR · growth on the year before"."""
    name = fact.region or fact.ref_area or "?"
    place = Part("place", (name,)).text(words.lang)
    what = say.name(Name.of(fact.indicator)).text(words.lang)
    place += f" ({fact.ref_area})" if fact.ref_area not in (None, name) else ""
    partner = "" if fact.partner == "W1" else words("facts.partner", partner=fact.partner)
    how = words.named("transformation", fact.transformation.removeprefix("_"))
    return click.style(" · ".join(part for part in (place, what + partner, how) if part), bold=True)


def _padded(text: str, width: int) -> str:
    """Fill a text with blanks to a width in columns of the terminal: a Chinese sign takes two."""
    return text + " " * (width - cell_len(text))


def _when(fact: Fact, words: Words) -> str:
    if fact.period_start is None or fact.period_end is None:
        return words("facts.no_period")
    return spoken_period(fact.period_start, fact.period_end, words.lang)


def _vintage(fact: Fact, words: Words) -> str:
    why = ", ".join(words.named("finding", code) for code in fact.checks)
    doubt = "" if fact.verdict == "unquestioned" else f"  ({words.named('report.word', fact.verdict)}: {why})"
    source = f"{fact.doc}: {fact.speaker}" if fact.speaker else fact.doc
    return f"{fact.vintage or words('facts.undated')}  {source}{doubt}"

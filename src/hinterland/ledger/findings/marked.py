"""Draw documents with each number marked by verdict: one HTML file that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources

from hinterland.ledger.checks.pages import Readable
from hinterland.ledger.records import Document, Finding, Statistic
from hinterland.ledger.wording import catalogue, evidence, expected

MARKS = (
    "wrong",
    "rounding",
    "cannot_tell",
    "explained",
    "fine",
    "unread",
)  # the gravest first: it gives a number its colour
AROUND = 200  # characters around a figure in which its growth and its bracket stand
_NUMBER = re.compile(r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,10})?")


def marked(readings: Iterable[Readable], findings: Sequence[Finding], lang: str = "en") -> str:
    """Give the whole page: a legend, then each document with its marks and the findings below it."""
    said = catalogue(lang)
    by_doc: dict[str, list[Finding]] = {}
    for finding in findings:
        by_doc.setdefault(finding.doc, []).append(finding)
    parts = [
        _document(reading.document, reading.statistics, by_doc.get(reading.document.doc, []), lang)
        for reading in readings
    ]
    style = resources.files("hinterland.ledger").joinpath("data/marked.css").read_text(encoding="utf-8")
    legend = " ".join(f'<mark class="{name}">{said[f"page.{name}"]}</mark>' for name in MARKS)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{said["page.title"]}</title>'
        f"<style>{style}</style></head><body><header><h1>{said['page.title']}</h1><p>{legend}</p></header>\n"
        + "\n".join(parts)
        + "</body></html>\n"
    )


def _document(document: Document, figures: Sequence[Statistic], findings: Sequence[Finding], lang: str) -> str:
    title = escape(document.title or document.doc)
    about = " · ".join(escape(str(part)) for part in (document.publisher, document.published, document.source) if part)
    notes = "".join(_note(number, finding, lang) for number, finding in enumerate(findings, 1))
    return (
        f'<article lang="{escape(document.language)}"><h2>{title}</h2><p class="about">{about}</p>'
        f'<div class="text">{_text(document, figures, findings, lang)}</div>'
        + (f"<ol>{notes}</ol>" if notes else f"<p class='about'>{catalogue(lang)['page.nothing']}</p>")
        + "</article>"
    )


def _text(document: Document, figures: Sequence[Statistic], findings: Sequence[Finding], lang: str) -> str:
    """Wrap every marked stretch; where marks overlap the gravest wins, so that tags never cross."""
    marks = [(finding.span, finding.verdict, number) for number, finding in enumerate(findings, 1)]
    marks += [(span, "fine", 0) for figure in figures for span in (figure.span, *_companions(document.text, figure))]
    marks += [(match.span(), "unread", 0) for match in _NUMBER.finditer(document.text)]
    pieces, done = [], 0
    for (start, end), verdict, number in _without_overlap(marks):
        pieces.append(escape(document.text[done:start]))
        note = f' title="{escape(evidence(findings[number - 1], lang))}"' if number else ""
        link = f"<sup>{number}</sup>" if number else ""
        pieces.append(f'<mark class="{verdict}"{note}>{escape(document.text[start:end])}{link}</mark>')
        done = end
    return "".join(pieces) + escape(document.text[done:])


def _companions(text: str, figure: Statistic) -> Iterator[tuple[int, int]]:
    """Find the growth and the bracket that belong to a figure: the nearest numbers of their size around it."""
    start = max(0, figure.span[0] - AROUND)
    numbers = list(_NUMBER.finditer(text, start, figure.span[1] + AROUND))
    wanted = [abs(figure.growth) * 100 if figure.growth is not None else None, figure.paired_value]
    for value in filter(None, wanted):
        same = [match for match in numbers if _mantissa(match.group()) == f"{value:.5e}".partition("e")[0]]
        if same:
            yield min(same, key=lambda match: abs(match.start() - figure.span[0])).span()


def _mantissa(number: str) -> str:
    return f"{float(number.replace(',', '')):.5e}".partition("e")[0]


def _without_overlap(marks: Sequence[tuple[tuple[int, int], str, int]]) -> list[tuple[tuple[int, int], str, int]]:
    taken = bytearray(max((mark[0][1] for mark in marks), default=0))
    kept = []
    for mark in sorted(marks, key=lambda mark: (MARKS.index(mark[1]), mark[0])):
        start, end = mark[0]
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(mark)
    return sorted(kept)


def _note(number: int, finding: Finding, lang: str) -> str:
    fits, said = expected(finding, lang), catalogue(lang)
    repair = f" <em>{escape(said['page.would_fit'].format(value=fits))}</em>" if fits else ""
    return (
        f'<li value="{number}"><mark class="{finding.verdict}">{escape(finding.printed)}</mark> '
        f"<code>{finding.code}</code> {escape(evidence(finding, lang))}{said['page.stop']}{repair}</li>"
    )

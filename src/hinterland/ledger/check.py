"""Check what documents print: their own sums, each other, the exchange rate of the day, and their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hinterland.ledger.checks import (
    balances,
    between,
    between_parts,
    bounds,
    brackets,
    claims,
    copies,
    dates,
    growth,
    lexical,
    lists,
    marks,
    months,
    named_sums,
    pairs,
    passages,
    periods,
    points,
    products,
    ranks,
    sentence,
    sums,
    surrounding,
    tables,
    tiling,
)
from hinterland.ledger.checks.corpus import Corpus
from hinterland.ledger.checks.pages import Page, Readable
from hinterland.ledger.records import Finding

TEXT_CHECKS = (
    *lexical.CHECKS,
    *claims.TEXT_CHECKS,
    *lists.CHECKS,
    *named_sums.CHECKS,
    *pairs.CHECKS,
    *passages.CHECKS,
    *points.CHECKS,
    *products.CHECKS,
    *tables.CHECKS,
    *dates.CHECKS,
    *balances.TEXT_CHECKS,
    months.headline_names_other_months,
)
FIGURE_CHECKS = (
    *sentence.CHECKS,
    *sums.CHECKS,
    *surrounding.CHECKS,
    *balances.CHECKS,
    *tiling.CHECKS,
    *marks.CHECKS,
    *bounds.CHECKS,
    *growth.CHECKS,
    *between_parts.CHECKS,
    *periods.CHECKS,
    *brackets.CHECKS,
    *claims.FIGURE_CHECKS,
    ranks.ranks_contradict,
)
BETTER_TOLD = {  # by words alone, and by what the figures are of
    "balance_of_the_sentence_does_not_fit": "parts_do_not_add_up",
    "growth_does_not_fit_from_and_to": "growth_does_not_fit_the_two_levels",
    "share_of_the_sentence_does_not_fit": "share_does_not_fit",
    "level_is_beyond_any_place": "part_passes_what_it_is_of",
    "level_differs_within_the_text": "parts_do_not_add_up",
    "flows_do_not_make_the_trade_beside_them": "parts_do_not_add_up",
    "figures_before_do_not_make_the_total": "named_sum_does_not_fit",
}
CORPUS_CHECKS = (*between.CHECKS, *copies.CHECKS, *ranks.CORPUS_CHECKS)


def check(readings: Iterable[Readable]) -> tuple[Finding, ...]:
    """Find what is wrong or in tension in documents, alone and against each other; copies of one story count once."""
    pages = tuple(Page.of(reading) for reading in readings)
    together = Corpus(pages)
    alone = [finding for page in pages for finding in check_page(page)]
    across = [finding for run in CORPUS_CHECKS for finding in run(together)]
    return _ordered(_counted_once([*alone, *across], together), pages)


def check_page(page: Page) -> Iterator[Finding]:
    """Run the checks that need one document only; of two that see one fault in a sentence, the better told is kept."""
    findings = [finding for read_text in TEXT_CHECKS for finding in read_text(page)]
    for window in page.windows():
        findings += [finding for compare in FIGURE_CHECKS for finding in compare(window)]
    starts = [start for start, _ in page.sentences]
    places = {(bisect_right(starts, finding.span[0]), finding.code) for finding in findings}
    covered = _covered(findings)
    for finding in findings:
        better = BETTER_TOLD.get(finding.code)
        if (bisect_right(starts, finding.span[0]), better) not in places and (
            finding.code,
            finding.span,
        ) not in covered:
            yield finding


def _covered(findings: Sequence[Finding]) -> set[tuple[str, tuple[int, int]]]:
    """List the findings that a longer one of the same check covers, in one sweep over the text."""
    covered: set[tuple[str, tuple[int, int]]] = set()
    widest: dict[str, tuple[int, int]] = {}
    for code, span in sorted({(f.code, f.span) for f in findings}, key=lambda mark: (mark[0], mark[1][0], -mark[1][1])):
        if code in widest and span[1] <= widest[code][1]:
            covered.add((code, span))
        else:
            widest[code] = span
    return covered


def check_across(pages: Sequence[Page]) -> tuple[Finding, ...]:
    """Run only the checks between documents."""
    together = Corpus(tuple(pages))
    across = [finding for run in CORPUS_CHECKS for finding in run(together)]
    return _ordered(_counted_once(across, together), pages)


def codes() -> dict[str, str]:
    """Map each check's code to the sentence that says what it finds."""
    return {run.__name__: (run.__doc__ or "").split("\n")[0] for run in (*FIGURE_CHECKS, *TEXT_CHECKS, *CORPUS_CHECKS)}


def _counted_once(findings: Sequence[Finding], together: Corpus) -> list[Finding]:
    """Merge a finding that copies repeat into the first, and drop repetitions within a document."""
    kept: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        mark = (together.copies[finding.doc], finding.code, _digits(finding.printed))
        first = kept.get(mark)
        if first is None:
            kept[mark] = finding
        elif (finding.doc, finding.span) != (first.doc, first.span):
            kept[mark] = replace(first, others=(*first.others, (finding.doc, finding.span)))
    return list(kept.values())


def _digits(printed: str) -> str:
    return "".join(character for character in printed if character.isdigit() or character in ".:") or printed


def _ordered(findings: Sequence[Finding], pages: Sequence[Page]) -> tuple[Finding, ...]:
    place = {page.document.doc: number for number, page in enumerate(pages)}
    return tuple(sorted(findings, key=lambda finding: (place[finding.doc], finding.span, finding.code)))

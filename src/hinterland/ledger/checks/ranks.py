"""Ranks of one thing in one field of rivals, within a text and between two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from hinterland.ledger.checks import say
from hinterland.ledger.checks.corpus import Corpus
from hinterland.ledger.checks.pages import Name, Page, found
from hinterland.ledger.lexicon import gazetteer, places
from hinterland.ledger.records import Finding, Statistic

NEAR = 45  # characters before a rank in which "growth" makes it the rank of a rate
RANK_AGE = 550  # days: a rank of an earlier year than the last two says nothing of the one printed without a year
_OF_GROWTH = re.compile(r"(?i)growth|growing|increase|fastest|pace|增速|增幅")
_SUPERLATIVE = re.compile(r"(?i)est\b|\bmost\b|\btop\b")  # "the largest port of" may be so of anything
_ROW = re.compile(
    r"(?i)\b(?:for|in) (?:the )?\w{1,12} (?:straight |consecutive )?(?:years?|time)(?: in a row| running)?\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?i:this year|last year|the year)")
_NATION = re.compile(
    r"(?i)\b(?:the|of|in|a|as|all|whole|among|across|country|nation|nationwide|nationally|national|provinces?|provincial|"
    r"provincial-level|(?:19|20)\d\d|last year|this year|regions?|and|municipalities|level|total)\b|'s|全国|"
    r"各?省份?|各?省市|[区市]|中|的|[-,，、]"
)


def ranks_contradict(page: Page) -> Iterator[Finding]:
    """Find two ranks of one thing, place, period and scope in one text."""
    for earlier, figure in combinations([f for f in page.statistics if f.rank is not None and f.indicator], 2):
        if earlier.rank == figure.rank or not _same_contest(earlier, figure):
            continue
        same_thing = Name.of(earlier.indicator) == Name.of(figure.indicator)
        same_value = figure.value is not None and (figure.value, figure.unit) == (earlier.value, earlier.unit)
        if same_thing or same_value:
            yield found(
                figure,
                "ranks_contradict",
                {
                    "rank": figure.rank or 0,
                    "scope": say.scope(figure),
                    "indicator": say.name(Name.of(figure.indicator)),
                    "when": say.when(figure),
                    "earlier": earlier.rank or 0,
                },
                verdict="cannot_tell",
                severity="tension",
                others=[earlier],
            )


def ranks_of_one_year_differ(corpus: Corpus) -> Iterator[Finding]:
    """Find two documents that rank one thing differently in the same period and field."""
    groups: dict[tuple[object, ...], list[Statistic]] = {}
    for page in corpus.pages:
        for figure in page.statistics:
            if figure.rank is not None and figure.indicator and figure.region and figure.period_start:
                what = (Name.of(figure.indicator), figure.region_code or figure.region)
                groups.setdefault((*what, figure.period_start, figure.period_end), []).append(figure)
    for figures in groups.values():
        for one, other in combinations(figures, 2):
            if one.doc != other.doc and one.rank != other.rank and _same_contest(one, other) and _has_year(one, other):
                yield found(
                    one,
                    "ranks_of_one_year_differ",
                    {
                        "indicator": say.name(Name.of(one.indicator)),
                        "region": say.region(one),
                        "when": say.when(one),
                        "rank": one.rank or 0,
                        "other_rank": other.rank or 0,
                        "other_doc": other.doc,
                        "scope": say.scope(one),
                    },
                    verdict="cannot_tell",
                    severity="tension",
                    others=[other],
                )


def rank_differs_between_documents(corpus: Corpus) -> Iterator[Finding]:
    """Find a rank without a year of its own that contradicts another document's rank held for years."""
    ranks: dict[tuple[Name, str | None, str], list[Statistic]] = defaultdict(list)
    for page in corpus.pages:
        for figure in page.statistics:
            if figure.rank is not None and figure.indicator and figure.rank_scope:
                ranks[Name.of(figure.indicator), figure.region_code or figure.region, figure.rank_scope.lower()].append(
                    figure
                )
    for (name, _, _), figures in ranks.items():
        for one, other in combinations(figures, 2):
            loose, held = (one, other) if not _YEAR.search(one.sentence) else (other, one)
            if one.doc == other.doc or one.rank == other.rank or _YEAR.search(loose.sentence):
                continue
            if _SUPERLATIVE.search(loose.printed) or corpus.days_since(held, loose) > RANK_AGE:
                continue
            row = _ROW.search(held.sentence)
            yield found(
                loose,
                "rank_differs_between_documents",
                {
                    "indicator": say.name(name),
                    "region": say.region(loose),
                    "rank": int(loose.rank or 0),
                    "scope": say.scope(loose),
                    "other_rank": int(held.rank or 0),
                    "when": say.when(held),
                    "row": " " + row.group() if row else "",
                    "other_doc": held.doc,
                },
                verdict="cannot_tell",
                severity="tension",
                others=[held],
            )


CORPUS_CHECKS = (rank_differs_between_documents, ranks_of_one_year_differ)


def _same_contest(one: Statistic, other: Statistic) -> bool:
    """Tell whether two ranks are of one place and period, both of levels, in one field of rivals."""
    if (one.region_code or one.region, one.period_start, one.period_end) != (
        other.region_code or other.region,
        other.period_start,
        other.period_end,
    ):
        return False
    if any(_of_growth(figure) or _SUPERLATIVE.search(figure.printed) for figure in (one, other)):
        return False
    if not all(re.search(r"[^\W\d]", figure.rank_scope or "") for figure in (one, other)):
        return False
    return _field(one) == _field(other)


def _field(figure: Statistic) -> str:
    """Reduce a scope to what narrows it: nothing for "in the country", "China's provinces" and 全国."""
    scope = str(figure.rank_scope).lower()
    nation = places().get((figure.region_code or "")[:2])
    for name in _names_of_nation(nation.code) if nation else ():
        scope = scope.replace(name.lower(), " ")
    return " ".join(_NATION.sub(" ", scope).split())


@cache
def _names_of_nation(code: str) -> tuple[str, ...]:
    return tuple(
        sorted((name for place, names in gazetteer() if place.code == code for name in names), key=len, reverse=True)
    )


def _of_growth(figure: Statistic) -> bool:
    at = figure.sentence.find("rank")
    at = at if at >= 0 else max(figure.sentence.find("位"), 0)
    return bool(_OF_GROWTH.search(figure.sentence[max(0, at - NEAR) : at]))


def _has_year(one: Statistic, other: Statistic) -> bool:
    """Tell whether both sentences place themselves in time, by a year or by words that the reader resolved."""
    return all(
        re.search(r"\b(?:19|20)\d\d\b|(?:19|20)\d\d年|\b(?:this|last) year\b|去年|今年", f.sentence)
        for f in (one, other)
    )

"""What documents say of the same thing: years, bases, wholes and earlier levels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from hinterland.ledger.checks import german, say
from hinterland.ledger.checks.corpus import Corpus
from hinterland.ledger.checks.pages import Name, Page, found, is_level
from hinterland.ledger.checks.repairs import power_of_ten
from hinterland.ledger.intervals import Interval, exact, of_growth, of_value
from hinterland.ledger.records import Finding, Statistic
from hinterland.ledger.wording import Part

REVISION_SILENT = 0.01  # the median revision of an official base is 0.65 %
REVISION_BAND = 0.04  # the largest seen is 3.94 %; beyond it a year slip, another scope, a census, real for nominal
RATE_TENSION = 0.01  # one point between two documents' growth of the same thing: more than flash estimates move
BASIS_NEAR = 0.005  # half a point: how near a misnamed yearly rate must be to the quarterly one, and
BASIS_FAR = 0.04  # four points: how far from the yearly one
WHOLE_FAR = 5.0  # periods and scopes differ between documents: only a factor of five or more is blamed on a slip
WHOLE_POWER = 0.35  # and only where a power of ten brings the whole back this near
SAME_MONTHS = 0.75  # of two periods that begin on one day, how much of the longer the shorter must cover
LAG = 200  # days: a text that reports a period longer ago than this is the likelier one to have the year wrong
_STATED_YEAR = re.compile(
    r"(?i)\b(?:in|of|for|during|start(?:s|ed)|began|begins|opened|entered|into)\s(?:the year\s)?((?:19|20)\d\d)\b"
)


def year_differs_between_copies(corpus: Corpus) -> Iterator[Finding]:
    """Find copies of one story that put its figures into another year."""
    stories: dict[str, list[Page]] = defaultdict(list)
    for page in corpus.pages:
        stories[corpus.copies[page.document.doc]].append(page)
    for pages in stories.values():
        dated = [Page(page.document, tuple(map(_as_stated, page.statistics))) for page in pages]
        for one, other in ((dated[0], other) for other in dated[1:]):
            shifted = [pair for pair in _same_figures(one, other) if _years_apart(*pair)]
            if shifted:
                yield _blamed_year(corpus, *shifted[0])


def growth_basis_is_confused(corpus: Corpus) -> Iterator[Finding]:
    """Find a rate called yearly that other documents know as quarterly or monthly, or the other way round."""
    seen: set[tuple[str, date | None]] = set()
    for key, rates in corpus.rates.items():
        for figure in rates:
            others = [other for other in rates if other.doc != figure.doc]
            same = [other for other in others if other.growth_basis == figure.growth_basis]
            swapped = [o for o in others if {o.growth_basis, figure.growth_basis} in ({"yoy", "qoq"}, {"yoy", "mom"})]
            far = [other for other in same if _apart(other, figure) > BASIS_FAR]
            near = [other for other in swapped if _apart(other, figure) <= BASIS_NEAR]
            if far and near and (figure.doc, key.end) not in seen and not _confirmed(figure, same):
                seen.add((figure.doc, key.end))
                yield found(
                    figure,
                    "growth_basis_is_confused",
                    {
                        "growth": say.growth(figure),
                        "basis": _basis(figure),
                        "indicator": say.name(key.name),
                        "region": say.region(figure),
                        "when": say.when(figure),
                        "one_doc": far[0].doc,
                        "one": say.growth(far[0]),
                        "one_basis": _basis(far[0]),
                        "other_doc": near[0].doc,
                        "other": say.growth(near[0]),
                        "other_basis": _basis(near[0]),
                    },
                    expected=say.phrase("basis_is", basis=_basis(near[0])),
                    others=[far[0], near[0]],
                )


def growth_differs_between_documents(corpus: Corpus) -> Iterator[Finding]:
    """Find rates of one thing, period and basis that differ by more than estimates move."""
    for key, rates in corpus.rates.items():
        known = [rate for rate in rates if rate.growth_basis in ("yoy", "qoq", "mom")]
        for one, other in combinations(known, 2):
            if one.doc == other.doc or one.growth_basis != other.growth_basis or corpus.are_copies(one, other):
                continue
            if RATE_TENSION < _apart(one, other) <= BASIS_FAR:
                yield found(
                    one,
                    "growth_differs_between_documents",
                    {
                        "indicator": say.name(key.name),
                        "region": say.region(one),
                        "when": say.when(one),
                        "one": say.growth(one),
                        "other": say.growth(other),
                        "other_doc": other.doc,
                        "basis": _basis(one),
                    },
                    verdict="cannot_tell",
                    severity="tension",
                    others=[other],
                )


def level_differs_between_documents(corpus: Corpus) -> Iterator[Finding]:
    """Find levels of one thing and period that differ: up to 4 % is a revision, a power of ten a slip."""
    for figures in corpus.figures.values():
        periods: dict[tuple[date | None, date | None], list[Statistic]] = defaultdict(list)
        for figure in figures:
            periods[figure.period_start, figure.period_end].append(figure)
        for same in periods.values():
            for one, other in combinations(same, 2):
                if not corpus.are_copies(one, other) and not of_value(one).meets(of_value(other)):
                    yield from _judged_levels(one, other)


def share_implies_another_whole(corpus: Corpus) -> Iterator[Finding]:
    """Find a part whose share implies a whole that other documents put at another power of ten."""
    for page in corpus.pages:
        for part, share in _parts_with_shares(page):
            name = Name.of(share.indicator)
            implied = of_value(part) / of_value(share)
            if any(implied.meets(of_value(own)) for own in page.best.values() if own.unit == part.unit):
                continue  # the text prints that whole itself
            for whole in _wholes_elsewhere(corpus, part, name):
                ratio = of_value(whole).middle / implied.middle
                fair = exact(_days(part) / _days(whole))
                power = power_of_ten(implied * exact(1 / of_value(whole).middle), fair, WHOLE_POWER)
                if max(ratio, 1 / ratio) < WHOLE_FAR or power is None or part.value is None:
                    continue
                yield found(
                    part,
                    "share_implies_another_whole",
                    {
                        "part": say.value(part),
                        "share": say.value(share),
                        "implied": say.amount(implied.middle, part.unit),
                        "other_doc": whole.doc,
                        "whole": say.value(whole),
                        "when": say.when(whole),
                        "factor": say.factor(-power),
                    },
                    expected=say.amount(part.value * 10.0**power, part.unit, 6),
                    others=[share, whole],
                )
                break


def growth_leaves_the_earlier_level(corpus: Corpus) -> Iterator[Finding]:
    """Compare a level, unwound by its growth, with the level printed a year before: official bases are revised."""
    for figures in corpus.figures.values():
        for later in figures:
            if later.growth is None or later.growth_basis != "yoy" or _is_real(later) or later.growth <= -0.9:
                continue
            for earlier in figures:
                if not _a_year_before(earlier, later) or earlier.doc == later.doc or _is_repeated(earlier, later):
                    continue
                base = of_value(later) / (exact(1.0) + of_growth(later))
                gap = base.gap(of_value(earlier))
                if gap > REVISION_SILENT:
                    yield _judged_base(later, earlier, base, gap)


CHECKS = (
    year_differs_between_copies,
    growth_basis_is_confused,
    growth_differs_between_documents,
    level_differs_between_documents,
    share_implies_another_whole,
    growth_leaves_the_earlier_level,
)


def _judged_levels(one: Statistic, other: Statistic) -> Iterator[Finding]:
    gap = of_value(one).gap(of_value(other))
    power = power_of_ten(of_value(one), of_value(other), REVISION_SILENT)
    explained = gap <= REVISION_BAND
    ending = "power_between" if power is not None else "revised_or_scope" if explained else "scope_vintage_or_error"
    verdict = "explained" if explained else "wrong" if power is not None else "cannot_tell"
    severity = "note" if explained else "error" if power is not None else "tension"
    yield found(
        one,
        "level_differs_between_documents",
        {
            "indicator": say.name(Name.of(one.indicator)),
            "region": say.region(one),
            "when": say.when(one),
            "one": say.value(one),
            "other": say.value(other),
            "other_doc": other.doc,
            "gap": f"{gap:.1%}",
            "ending": say.phrase(ending, times=say.times(power or 0)),
        },
        verdict=verdict,
        severity=severity,
        others=[other],
    )


def _judged_base(later: Statistic, earlier: Statistic, base: Interval, gap: float) -> Finding:
    explained = gap <= REVISION_BAND
    return found(
        later,
        "growth_leaves_the_earlier_level",
        {
            "later": say.value(later),
            "growth": say.growth(later),
            "base": say.between(base, later.unit),
            "other_doc": earlier.doc,
            "earlier": say.value(earlier),
            "gap": f"{gap:.1%}",
        },
        form="" if explained else "far",
        verdict="explained" if explained else "cannot_tell",
        severity="note" if explained else "tension",
        others=[earlier],
    )


def _blamed_year(corpus: Corpus, one: Statistic, other: Statistic) -> Finding:
    """Blame the document that appeared long after the period it names, if only one did."""
    late = [figure for figure in (one, other) if corpus.days_since(figure, figure) > LAG]
    figure = late[0] if len(late) == 1 else one
    rival = other if figure is one else one
    sure = len(late) == 1
    return found(
        figure,
        "year_differs_between_copies",
        {
            "figure": say.value(figure),
            "when": say.when(figure),
            "other": say.when(rival),
            "other_doc": rival.doc,
            "days": corpus.days_since(figure, figure),
        },
        form="late" if sure else "",
        verdict="wrong" if sure else "cannot_tell",
        severity="error" if sure else "tension",
        expected=str(rival.period_end.year) if sure and rival.period_end else None,
        others=[rival],
    )


def _same_figures(one: Page, other: Page) -> Iterator[tuple[Statistic, Statistic]]:
    theirs = {(figure.value, figure.growth): figure for figure in other.statistics if is_level(figure)}
    for figure in one.statistics:
        if is_level(figure) and (figure.value, figure.growth) in theirs:
            yield figure, theirs[figure.value, figure.growth]


def _as_stated(figure: Statistic) -> Statistic:
    """Move a figure to the year that its sentence names, if it names one and nothing is compared with it."""
    years = set(_STATED_YEAR.findall(figure.sentence))
    if len(years) != 1 or not (figure.period_start and figure.period_end):
        return figure
    shift = int(years.pop()) - figure.period_end.year
    if abs(shift) != 1 or figure.period_start.day != 1 or figure.period_end.month == 2:
        return figure
    start, end = (day.replace(year=day.year + shift) for day in (figure.period_start, figure.period_end))
    return replace(figure, period_start=start, period_end=end)


def _years_apart(one: Statistic, other: Statistic) -> bool:
    if not (one.period_start and other.period_start and one.period_end and other.period_end):
        return False
    months = (one.period_start.month, one.period_end.month) == (other.period_start.month, other.period_end.month)
    return months and one.period_end.year != other.period_end.year


def _a_year_before(earlier: Statistic, later: Statistic) -> bool:
    if not (earlier.period_end and later.period_end):
        return False
    return _years_apart(earlier, later) and later.period_end.year - earlier.period_end.year == 1


def _is_repeated(one: Statistic, other: Statistic) -> bool:
    """Tell whether level and rate are the very same: then the year is wrong in one, and not the growth."""
    return (one.value, one.growth) == (other.value, other.growth)


def _apart(one: Statistic, other: Statistic) -> float:
    return abs((one.growth or 0.0) - (other.growth or 0.0))


def _confirmed(figure: Statistic, same: Sequence[Statistic]) -> bool:
    """Tell whether a document confirms a rate, and does not itself print another under the same basis."""
    agreeing = [other for other in same if _apart(other, figure) <= BASIS_NEAR]
    opposed = {other.doc for other in same if _apart(other, figure) > BASIS_FAR}
    return any(other.doc not in opposed for other in agreeing)


def _parts_with_shares(page: Page) -> Iterator[tuple[Statistic, Statistic]]:
    yield from german.parts_with_shares(page)
    for share in page.shares:
        name = Name.of(share.indicator)
        if not share.value or name.get("of"):
            continue
        for part in page.statistics:
            beside = is_level(part) and part.sentence == share.sentence and part.period_end == share.period_end
            if beside and Name.of(part.indicator) == name.without():
                yield part, share


def _wholes_elsewhere(corpus: Corpus, part: Statistic, name: Name) -> Iterator[Statistic]:
    """Find totals of the same kind, region and unit in a period that shares most of its days."""
    for whole in corpus.figures.get((Name(name.base), part.region_code or part.region, part.unit), []):
        if (
            whole.doc != part.doc
            and part.period_start
            and part.period_start == whole.period_start
            and SAME_MONTHS < _days(part) / _days(whole) < 1 / SAME_MONTHS
        ):
            yield whole


def _days(figure: Statistic) -> float:
    if not (figure.period_start and figure.period_end):
        return 1.0
    return float((figure.period_end - figure.period_start).days + 1)


def _is_real(figure: Statistic) -> bool:
    return Name.of(figure.indicator).base.startswith(("gdp", "gva"))


def _basis(figure: Statistic) -> Part:
    return say.phrase(f"basis_{figure.growth_basis}")

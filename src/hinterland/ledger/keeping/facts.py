"""Ask a ledger: facts by region, indicator and period, with vintages, and the best value of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from hinterland.errors import InputError, Problem
from hinterland.labels import suggestion
from hinterland.ledger.checks import say
from hinterland.ledger.keeping.about import ABOUT, PART
from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.lexicon import gazetteer

ROOM = 0.01  # of a value: a headline that rounds the text's own figure does not contradict it
CONTESTED = "values_of_one_document_differ"  # what a fact is marked with that its own document contradicts
VERDICTS = ("unquestioned", "explained", "rounding", "cannot_tell", "wrong")  # best first

WANTED = """(? IS NULL OR lower(o.REF_AREA) = lower(?) OR lower(o.region) = lower(?))
  AND (? IS NULL OR o.INDICATOR = ? OR o.INDICATOR LIKE ? || '[%')
  AND (? IS NULL OR (o.period_start <= ? AND o.period_end >= ?))
  AND (? IS NULL OR o.TRANSFORMATION = ?)
  AND (? IS NULL OR contains(lower(o.speaker), lower(?)))"""  # of observations `o`: its parts are those of `wanted`
_QUERY = f"""
WITH judged AS (
    SELECT f.sha256, f.span_start, f.span_end, {ABOUT} AS about, f.code,
           max(CASE f.verdict WHEN 'wrong' THEN 4 WHEN 'cannot_tell' THEN 3 WHEN 'rounding' THEN 2 ELSE 1 END) AS doubt
    FROM findings f GROUP BY ALL
), asked AS (
SELECT o.REF_AREA, o.region, o.COUNTERPART_AREA, o.INDICATOR, o.TIME_PERIOD, o.period_start, o.period_end,
       o.OBS_VALUE * pow(10, o.UNIT_MULT) AS value, o.low, o.high, o.UNIT_MEASURE, o.TRANSFORMATION,
       coalesce(max(j.doubt), 0) AS doubt, s.published, o.doc, s.source, o.printed, o.sentence, o.speaker,
       o.OBS_STATUS, o.span_start, o.span_end, list_sort(list(DISTINCT j.code) FILTER (j.code IS NOT NULL))
FROM observations o JOIN sources s USING (sha256)
LEFT JOIN judged j ON j.sha256 = o.sha256 AND j.span_start < o.span_end AND o.span_start < j.span_end
    AND list_contains(j.about, {PART})
WHERE {WANTED}
GROUP BY ALL
)
SELECT * FROM asked
ORDER BY REF_AREA, INDICATOR, nullif(COUNTERPART_AREA, 'W1') NULLS FIRST, nullif(TRANSFORMATION, 'N') NULLS FIRST,
         UNIT_MEASURE, period_end, period_start, published NULLS FIRST, doc
"""


class Asked(TypedDict, total=False):
    """Say which facts are asked for; `facts` tells what each filter matches."""

    region: str | None
    indicator: str | None
    period: str | None
    transformation: str | None  # N for levels and shares, GY for growth on the year before
    speaker: str | None


@dataclass(frozen=True)
class Fact:
    """State one figure of one document, with what the checks say of it."""

    ref_area: str | None
    region: str | None
    partner: str | None
    indicator: str
    time_period: str | None
    period_start: date | None
    period_end: date | None
    value: float
    low: float
    high: float
    unit: str
    transformation: str
    verdict: str
    vintage: date | None  # the day of publication
    doc: str
    source: str
    printed: str
    sentence: str
    speaker: str | None  # whose statement it is
    status: str = "A"  # OBS_STATUS: A normal, E estimated, F forecast or target, U called wrong by a check
    span: tuple[int, int] = (0, 0)  # of `printed` in the document's text
    checks: tuple[str, ...] = ()  # those that question it

    @property
    def series(self) -> tuple[object, ...]:
        """Name the series that the fact belongs to."""
        return self.ref_area or self.region, self.indicator, self.partner, self.transformation, self.unit

    @property
    def what(self) -> tuple[object, ...]:
        """Name what the fact states: its series and period, whichever document says it."""
        return (*self.series, self.period_start, self.period_end)


def facts(ledger: Path, **asked: Unpack[Asked]) -> list[Fact]:
    """List the facts of a ledger, oldest period and vintage first.

    A region is a code or a name in any of the gazetteer's languages; an indicator matches with and without brackets; a
    period is a year (2023), a quarter (2023-Q1) or a month (2023-11) and matches every interval that overlaps it; a
    speaker matches by any part of the name. Values of one thing that differ within a document are `cannot_tell`, even
    where no check has found out which of them is meant. Raises `InputError` for a region or indicator that the ledger
    does not have, with the nearest one.
    """
    with closing(reader(ledger)) as connection:
        rows = connection.execute(_QUERY, wanted(connection, ledger, **asked)).fetchall()
    values = [[*row[:12], VERDICTS[row[12]], *row[13:-3], row[-3:-1], tuple(row[-1] or ())] for row in rows]
    return _contested([Fact(*row) for row in values])


def wanted(
    connection: Any,
    ledger: Path,
    region: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
    transformation: str | None = None,
    speaker: str | None = None,
) -> list[Any]:
    """Give the parts of `WANTED`; raises `InputError` as `facts` does."""
    start, end = _interval(period)
    region = _as_kept(connection, region)
    if problems := _problems(connection, ledger, region, indicator):
        raise InputError(problems)
    return [region] * 3 + [indicator] * 3 + [start, end, start] + [transformation] * 2 + [speaker] * 2


def best(found: Sequence[Fact]) -> list[Fact]:
    """Keep of each thing stated the value with the best verdict, then the latest vintage, then the most digits."""
    chosen: dict[tuple[object, ...], Fact] = {}
    for fact in found:
        rival = chosen.get(fact.what)
        if rival is None or merit(fact) > merit(rival):
            chosen[fact.what] = fact
    return list(chosen.values())


def merit(fact: Fact) -> tuple[int, date, int, float]:
    """Rank a fact among those that state the same: by verdict, vintage, place where contested, and digits printed."""
    first = -fact.span[0] if CONTESTED in fact.checks else 0  # a text tells the whole before its parts
    digits = (fact.low - fact.high) / (abs(fact.value) or 1.0)
    return -VERDICTS.index(fact.verdict), fact.vintage or date.min, first, digits


def said(fact: Fact, lang: str = "en") -> str:
    """Print a fact's value with its unit: '311.6 billion CNY', '4.1 %', a rank as its number."""
    if fact.unit == "rank":
        return f"{fact.value:g}"
    return f"{fact.value:g} %" if fact.unit == "PT" else say.amount(fact.value, fact.unit, 6).text(lang)


def period_is_not_understood(period: str) -> Problem:
    """Say how a period is written."""
    return Problem(
        found=f"the period {period!r}",
        where="--period",
        expected="a year, a quarter or a month: 2023, 2023-Q1, 2023-11",
        remedy="write it so",
        code="period_is_not_understood",
    )


def name_is_not_in_the_ledger(
    ledger: Path, kind: str, name: str, known: Sequence[str], count: int | None = None
) -> Problem:
    """Say which region or indicator the ledger lacks, and the nearest it has."""
    return Problem(
        found=f"no figure for the {kind} {name!r}",
        where=str(ledger),
        expected=f"one of its {_counted(count or len(known), kind)}",
        remedy=f"list them with `hinterland facts {ledger} --list`{suggestion(name, known)}",
        code="name_is_not_in_the_ledger",
    )


def names(ledger: Path) -> list[tuple[str, str, int]]:
    """List regions and indicators with how many observations each has."""
    with closing(reader(ledger)) as connection:
        return connection.execute(
            "SELECT coalesce(REF_AREA, region, '?') AS area, regexp_extract(INDICATOR, '^[^\\[]*') AS name, count(*) "
            "FROM observations GROUP BY ALL ORDER BY ALL"
        ).fetchall()


def _problems(connection: Any, ledger: Path, region: str | None, indicator: str | None) -> list[Problem]:
    problems = []
    if region is not None:
        rows = connection.execute("SELECT DISTINCT REF_AREA, region FROM observations").fetchall()
        known = sorted({name for row in rows for name in row if name})
        if region.lower() not in {name.lower() for name in known}:
            areas = len({row[0] or row[1] for row in rows} - {None})
            problems.append(name_is_not_in_the_ledger(ledger, "region", region, known, areas))
    if indicator is not None:
        rows = connection.execute("SELECT DISTINCT INDICATOR FROM observations WHERE INDICATOR IS NOT NULL").fetchall()
        known = sorted({row[0].partition("[")[0] for row in rows} | {row[0] for row in rows})
        if indicator not in known:
            problems.append(name_is_not_in_the_ledger(ledger, "indicator", indicator, known, len(rows)))
    return problems


def _as_kept(connection: Any, region: str | None) -> str | None:
    """Give the code or name that a ledger has for a region that is named in another way: 浙江, Zhejiang province."""
    if region is None:
        return None
    rows = connection.execute("SELECT DISTINCT REF_AREA, region FROM observations").fetchall()
    known = {name for row in rows for name in row if name}
    if region.lower() in {name.lower() for name in known}:
        return region
    named = [place for place, names in gazetteer() if region.lower() in {name.lower() for name in names}]
    return next((name for place in named for name in (place.code, place.name) if name in known), region)


def _contested(found: list[Fact]) -> list[Fact]:
    """Question the values of one thing that differ within a document: the reader took one of them for another's."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in found:
        groups[fact.doc, fact.speaker, *fact.what].append(fact)
    differing = {id(f) for facts in groups.values() if len(facts) > 1 and _differ(facts) for f in facts}
    return [_questioned(fact) if id(fact) in differing else fact for fact in found]


def _differ(facts: Sequence[Fact]) -> bool:
    room = ROOM * max(abs(fact.value) for fact in facts)
    return max(fact.low for fact in facts) > min(fact.high for fact in facts) + room


def _questioned(fact: Fact) -> Fact:
    worse = max(fact.verdict, "cannot_tell", key=VERDICTS.index)
    return replace(fact, verdict=worse, checks=(*fact.checks, CONTESTED))


def _counted(count: int, kind: str) -> str:
    return f"{count} {kind}{'s' * (count != 1)}"


def _interval(period: str | None) -> tuple[date | None, date | None]:
    if period is None:
        return None, None
    year, _, part = period.partition("-")
    try:
        if not part:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        first = 3 * int(part[1:]) - 2 if part[:1] in "Qq" else int(part)
        last = first + 2 if part[:1] in "Qq" else first
        after = date(int(year) + last // 12, last % 12 + 1, 1)
        return date(int(year), first, 1), date.fromordinal(after.toordinal() - 1)
    except ValueError:
        raise InputError([period_is_not_understood(period)]) from None

"""The answer in one paragraph and one table: what a reader who stops after the first page should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hinterland.figures.naming import Naming
from hinterland.report.headlines import SHOWN, Ranged, ranged
from hinterland.report.material import Case, Material

INCOME, EXPORTS, TREASURY = "real_income_pct", "exports_pct", "revenue"


def paragraph(material: Material, naming: Naming) -> Iterator[str]:
    """Say in plain sentences what the scenarios do to the region, how sure that is, what it costs, and the audit."""
    cases = [case for case in material.cases if case.converged]
    if len(cases) == 1:
        yield from _of_one(cases[0], material, naming)
    elif cases:
        yield from _of_many(cases, material, naming)
    else:
        yield naming.words("report.missing.what")
    if material.announced is not None:
        yield _audit(material, naming)


def table(material: Material, naming: Naming) -> list[list[tuple[str, str]]]:
    """Give a row for each scenario: its title and what it is compared with, then each headline and its range."""
    return [[_head(case, naming), *_cells(case, material)] for case in material.cases]


def header(naming: Naming) -> list[tuple[str, str]]:
    """Name the columns of the table, each with its unit."""
    units = {name: naming.money_unit if name == TREASURY else "%" for name in SHOWN}
    return [
        (naming.words("column.scenario"), ""),
        *((naming.words(f"report.headline.{name}"), units[name]) for name in SHOWN),
    ]


def _head(case: Case, naming: Naming) -> tuple[str, str]:
    return case.title, naming.words("report.against", title=case.against) if case.against else ""


def _cells(case: Case, material: Material) -> Iterator[tuple[str, str]]:
    for headline in SHOWN:
        found = ranged(case.headlines, material.about, headline)
        yield (found.write(found.value), found.span) if case.converged else ("–", "")


def _of_one(case: Case, material: Material, naming: Naming) -> Iterator[str]:
    w = naming.words
    income, exports, treasury = (ranged(case.headlines, material.about, name) for name in (INCOME, EXPORTS, TREASURY))
    key = "report.answer.one_against" if case.against else "report.answer.one"
    named = {"scenario": case.title, "region": naming.region(material.about), "against": case.against}
    yield w(key, **named, income=_pct(income, naming), exports=_pct(exports, naming))
    yield _budget(treasury, naming)
    if income.known:
        yield w("report.answer.sure" if income.certain else "report.answer.open")


def _of_many(cases: Sequence[Case], material: Material, naming: Naming) -> Iterator[str]:
    w, region = naming.words, naming.region(material.about)
    income = {case.title: ranged(case.headlines, material.about, INCOME) for case in cases}
    budget = {case.title: ranged(case.headlines, material.about, TREASURY) for case in cases}
    best, worst = (end(income, key=lambda title: income[title].value) for end in (max, min))
    if income[best].value > 0:
        said = {"count": len(cases), "scenario": best, "region": region, "income": _pct(income[best], naming)}
        yield w("report.answer.best", **said)
    else:
        yield w("report.answer.none_better", count=len(cases), region=region)
    if income[worst].value < 0:
        yield w("report.answer.worst", scenario=worst, income=_pct(income[worst], naming))
    else:
        yield w("report.answer.none_worse")
    dearest = min(budget, key=lambda title: budget[title].value)
    if budget[dearest].value < 0:
        yield w("report.answer.dearest", scenario=dearest, cost=_cost(budget[dearest], naming))
    unsure = [title for title, found in income.items() if found.known and not found.certain]
    if unsure:
        yield w("report.answer.unsure", count=len(unsure), all=len(cases), names=w("report.list").join(unsure))
    elif all(found.known for found in income.values()):
        yield w("report.answer.all_sure")


def _audit(material: Material, naming: Naming) -> str:
    assert material.announced is not None
    found = material.announced
    wrong = sum(finding.severity == "error" for finding in found.findings)
    key = "report.answer.audit" if found.findings else "report.answer.audit_clean"
    counts = {"documents": len(found.documents), "figures": found.figures}
    return naming.words(key, **counts, findings=len(found.findings), wrong=wrong)


def _budget(found: Ranged, naming: Naming) -> str:
    if found.value < 0:
        return naming.words("report.answer.costs", cost=_cost(found, naming))
    words = {"value": found.write(found.value), "unit": naming.money_unit}
    return naming.words("report.answer.brings", gain=naming.words("number.money", **words) + _between(found, naming))


def _cost(found: Ranged, naming: Naming) -> str:
    """Write what a treasury pays, as a positive sum; where the range reaches beyond zero its ends keep their signs."""
    paid = Ranged(-found.value, -found.high, -found.low, found.known)
    value = naming.words("number.money", value=paid.write(paid.value).lstrip("+"), unit=naming.money_unit)
    return value + _between(paid, naming)


def _pct(found: Ranged, naming: Naming) -> str:
    return naming.words("number.percent", value=found.write(found.value)) + _between(found, naming)


def _between(found: Ranged, naming: Naming) -> str:
    if not found.known:
        return ""
    return naming.words("report.answer.between", low=found.write(found.low), high=found.write(found.high))

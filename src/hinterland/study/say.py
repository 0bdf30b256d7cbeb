"""What a study says, in the project's language: the audit, the table of answers, and where everything lies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from hinterland.study.answers import Answer, Ranges
from hinterland.study.conduct import Study

SHOWN = ("real_income_pct", "real_wage_pct", "exports_pct", "imports_pct", "revenue")


def audit_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the documents came to, and every finding."""
    found, words = study.documents, _words(lang)
    yield words["documents"].format(
        documents=found.documents,
        observations=found.observations,
        measures=found.measures,
        findings=len(found.findings),
    )
    for finding in found.findings:
        yield words["finding"].format(**vars(finding))


def title(study: Study, lang: str) -> str:
    """Head the table of answers."""
    project = study.project
    regions = project.baseline.regions
    home = regions.labels[regions.index(project.said.home)].name(lang)
    return _words(lang)["answers"].format(home=home)


def header(study: Study, lang: str) -> list[str]:
    """Name the columns."""
    words, currency = _words(lang), study.project.baseline.description.currency
    return [words["scenario"], *(words[headline].format(currency=currency) for headline in SHOWN)]


def table(study: Study, lang: str) -> Iterator[list[str]]:
    """Give a row for each scenario: its title, and each headline with its range below."""
    for answer in study.answers:
        name = answer.scenario.title.zh if lang == "zh" else ""
        yield [name or answer.scenario.title.en, *(_cell(answer, headline) for headline in SHOWN)]


def closing_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the ranges are, what went wrong, and what was taken from the last run."""
    words = _words(lang)
    yield words["note"].format(draws=study.project.said.draws)
    for answer in study.answers:
        name = (answer.scenario.title.zh if lang == "zh" else "") or answer.scenario.title.en
        if not answer.converged:
            yield f"{name}: {answer.status}"
        if answer.failed:
            yield words["failed"].format(title=name, failed=answer.failed)
    steps = [study.documents.reused, *(answer.reused for answer in study.answers)]
    yield words["reused"].format(reused=sum(steps), count=len(steps))


def places(study: Study, lang: str) -> dict[str, str]:
    """Say where what was made lies."""
    words = _words(lang)
    return {words["ledger"]: str(study.documents.ledger), words["table"]: str(study.table)}


def _cell(answer: Answer, headline: str) -> str:
    ranges = answer.headlines[headline]
    if not answer.converged:
        return "–"
    return f"{_number(ranges['value'], ranges)}\n{_number(ranges['low'], ranges)} … {_number(ranges['high'], ranges)}"


def _number(value: float, ranges: Ranges) -> str:
    """Write a number with as many digits as the larger end of its range deserves: two, and at most four decimals."""
    largest = max(abs(ranges["low"]), abs(ranges["high"]))
    decimals = next((count for count in range(5) if largest * 10**count >= 30), 4)
    return f"{round(value, decimals) + 0.0:+,.{decimals}f}"


@cache
def _words(lang: str) -> dict[str, str]:
    text = (resources.files("hinterland.study") / "words.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(text)[lang]
    return words

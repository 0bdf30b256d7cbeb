"""What a study says, in the project's language: the audit, the table of answers, and where everything lies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from hinterland.report.headlines import SHOWN, Ranged
from hinterland.study.answers import Answer
from hinterland.study.conduct import Study


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
        name, other = answer.scenario.title.of(lang), answer.compared_with
        against = "" if other is None else "\n" + _words(lang)["against"].format(title=other.of(lang))
        yield [name + against, *(_cell(answer, headline) for headline in SHOWN)]


def closing_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the ranges are, what went wrong, and what was taken from the last run."""
    words = _words(lang)
    yield words["note"].format(draws=study.project.said.draws)
    for answer in study.answers:
        name = answer.scenario.title.of(lang)
        if not answer.converged:
            yield f"{name}: {answer.status}"
        if answer.failed:
            yield words["failed"].format(title=name, failed=answer.failed)
    steps = [study.documents.reused, *(answer.reused for answer in study.answers)]
    if study.report is not None and study.report.path is not None:
        steps.append(study.report.reused)
    yield words["reused"].format(reused=sum(steps), count=len(steps))


def places(study: Study, lang: str) -> dict[str, str]:
    """Say where what was made lies."""
    words = _words(lang)
    found = {words["ledger"]: str(study.documents.ledger), words["table"]: str(study.table)}
    return found if study.report is None else found | {words["report"]: str(study.report.path or study.report.why)}


def _cell(answer: Answer, headline: str) -> str:
    if not answer.converged:
        return "–"
    value, low, high = (answer.headlines[headline][end] for end in ("value", "low", "high"))
    found = Ranged(value, low, high)
    return f"{found.write(found.value)}\n{found.span}"


@cache
def _words(lang: str) -> dict[str, str]:
    text = (resources.files("hinterland.study") / "words.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(text)[lang]
    return words

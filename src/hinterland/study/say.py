"""What a study says, in the project's language: the audit, the table of answers, and where everything lies."""

from __future__ import annotations

from collections.abc import Iterator

from hinterland.locale import words
from hinterland.report.headlines import SHOWN, Ranged
from hinterland.study.answers import Answer
from hinterland.study.conduct import Study


def audit_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the documents came to, and every finding."""
    found, say = study.documents, words(lang)
    yield say(
        "study.documents",
        documents=found.documents,
        observations=found.observations,
        measures=found.measures,
        findings=len(found.findings),
    )
    for finding in found.findings:
        yield say("study.finding", **(vars(finding) | {"evidence": finding.said(lang)}))


def title(study: Study, lang: str) -> str:
    """Head the table of answers."""
    project = study.project
    regions = project.baseline.regions
    home = regions.labels[regions.index(project.said.home)].name(lang)
    return words(lang)("study.answers", home=home)


def header(study: Study, lang: str) -> list[str]:
    """Name the columns."""
    say = words(lang)
    currency = say.money_unit(study.project.baseline.description.currency)
    return [say("study.scenario"), *(say(f"study.{headline}", currency=currency) for headline in SHOWN)]


def table(study: Study, lang: str) -> Iterator[list[str]]:
    """Give a row for each scenario: its title, and each headline with its range below."""
    for answer in study.answers:
        name, other = answer.scenario.title.of(lang), answer.compared_with
        against = "" if other is None else "\n" + words(lang)("study.against", title=other.of(lang))
        yield [name + against, *(_cell(answer, headline) for headline in SHOWN)]


def closing_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the ranges are, what went wrong, and what was taken from the last run."""
    say = words(lang)
    yield say("study.note", draws=study.project.said.draws)
    for answer in study.answers:
        name = answer.scenario.title.of(lang)
        if not answer.converged:
            yield say("cli.named", title=name, sentence=say.of(answer.status))
        if answer.failed:
            yield say("study.failed", title=name, failed=answer.failed)
    steps = [study.documents.reused, *(answer.reused for answer in study.answers)]
    if study.report is not None and study.report.path is not None:
        steps.append(study.report.reused)
    yield say("study.reused", reused=sum(steps), count=len(steps))


def places(study: Study, lang: str) -> dict[str, str]:
    """Say where what was made lies."""
    say = words(lang)
    found = {say("study.ledger"): str(study.documents.ledger), say("study.table"): str(study.table)}
    return found if study.report is None else found | {say("study.report"): str(study.report.path or study.report.why)}


def _cell(answer: Answer, headline: str) -> str:
    if not answer.converged:
        return "–"
    value, low, high = (answer.headlines[headline][end] for end in ("value", "low", "high"))
    found = Ranged(value, low, high)
    return f"{found.write(found.value)}\n{found.span}"

"""What a study says, in the project's language: the audit, the table of answers, and where everything lies."""

from __future__ import annotations

from collections.abc import Iterator

from hinterland.locale import words
from hinterland.study.answers import Answer, Ranges
from hinterland.study.conduct import Study

SHOWN = ("real_income_pct", "real_wage_pct", "exports_pct", "imports_pct", "revenue")


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
        yield say("study.finding", **vars(finding))


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
        name = answer.scenario.title.zh if lang == "zh" else ""
        yield [name or answer.scenario.title.en, *(_cell(answer, headline) for headline in SHOWN)]


def closing_lines(study: Study, lang: str) -> Iterator[str]:
    """Say what the ranges are, what went wrong, and what was taken from the last run."""
    say = words(lang)
    yield say("study.note", draws=study.project.said.draws)
    for answer in study.answers:
        name = (answer.scenario.title.zh if lang == "zh" else "") or answer.scenario.title.en
        if not answer.converged:
            yield say("cli.named", title=name, sentence=say.of(answer.status))
        if answer.failed:
            yield say("study.failed", title=name, failed=answer.failed)
    steps = [study.documents.reused, *(answer.reused for answer in study.answers)]
    yield say("study.reused", reused=sum(steps), count=len(steps))


def places(study: Study, lang: str) -> dict[str, str]:
    """Say where what was made lies."""
    say = words(lang)
    return {say("study.ledger"): str(study.documents.ledger), say("study.table"): str(study.table)}


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

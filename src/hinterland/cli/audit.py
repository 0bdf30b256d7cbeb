"""`hinterland audit`: check the figures that documents print, and say so like a linter."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken
from hinterland.cli.sources import in_a_line, passed_over
from hinterland.cli.unread import unread

if TYPE_CHECKING:
    from hinterland.ledger.records import Document, Finding

CHECKED = ("en", "zh", "de")  # languages that the checks know


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one finding a line as JSON.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Print a SARIF 2.1.0 log, for editors.")
@click.option(
    "--html", "page", type=click.Path(path_type=Path), help="Also draw the documents with every number marked."
)
@click.option("--all", "everything", is_flag=True, help="Also list what a revision, a scope or another day explains.")
@click.option(
    "--codes",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, option, wanted: _codes(context, wanted),
    help="List the checks with what each finds.",
)
def command(sources: tuple[str, ...], as_json: bool, as_sarif: bool, page: Path | None, everything: bool) -> int:
    """Check the figures that SOURCES print: files, folders, or - for stdin.

    Each finding is a line, file:line: code: sentence. Exit code 1 when something is wrong or could not be read, 0
    when there are only tensions and notes or nothing. JSON and SARIF stay English.
    """
    from hinterland.ledger.check import check
    from hinterland.ledger.collect import collect
    from hinterland.ledger.documents.source import sources as expand
    from hinterland.ledger.findings.marked import marked

    if as_json and as_sarif:
        raise click.UsageError(spoken()("cli.one_of", one="--json", other="--sarif"))
    lang = spoken().lang
    files = expand(list(sources))
    failed: list[str] = []
    named = list(collect(files, failed.append))
    readings = [reading for _, reading in named]
    findings = check(readings)
    if page is not None:
        _write(page, marked(readings, findings, lang))
    passed_over(sources)
    shown = [finding for finding in findings if everything or finding.verdict != "explained"]
    documents = {reading.document.doc: replace(reading.document, source=name) for name, reading in named}
    _print(shown, documents, as_json, as_sarif, lang)
    hidden = len(findings) - len(shown)
    for line in (*(line for reading in readings for line in unread(reading)), *map(spoken().of, failed)):
        click.echo(line, err=True)
    if page is not None:
        click.echo(spoken()("cli.wrote", path=page), err=True)
    _summary(len(readings), shown, hidden, lang)
    strange = any(reading.unread and reading.document.language not in CHECKED for reading in readings)
    return 1 if failed or strange or any(finding.severity == "error" for finding in shown) else 0


def _codes(context: click.Context, wanted: bool) -> None:
    """List every check with what it finds."""
    if wanted:
        from hinterland.ledger.check import codes

        for code, text in codes().items():
            click.echo(f"{code}: {text}")
        context.exit()


def _print(findings: list[Finding], documents: dict[str, Document], as_json: bool, as_sarif: bool, lang: str) -> None:
    from hinterland.ledger.findings.sarif import place, sarif
    from hinterland.ledger.wording import catalogue, evidence, expected

    if as_sarif:
        click.echo(json.dumps(sarif(findings, documents), ensure_ascii=False, indent=1))
        return
    for finding in findings:
        if as_json:
            click.echo(json.dumps(_row(finding), ensure_ascii=False))
            continue
        document = documents[finding.doc]
        line, _ = place(document, finding.span[0])
        fits, said = expected(finding, lang), catalogue(lang)
        repair = said["page.expected"].format(value=fits) if fits else ""
        severity = said[f"page.{finding.severity}"]
        click.echo(
            f"{in_a_line(document.source)}:{line}: {finding.code}: {evidence(finding, lang)}{repair} [{severity}]"
        )


def _row(finding: Finding) -> dict[str, object]:
    names = ("doc", "span", "printed", "code", "verdict", "severity", "evidence", "expected")
    return {name: getattr(finding, name) for name in names} | {"others": finding.others}


def _summary(documents: int, shown: list[Finding], hidden: int, lang: str) -> None:
    from hinterland.ledger.wording import catalogue

    said = catalogue(lang)

    def counted(what: str, n: int) -> str:
        return said[f"page.{what}{'_1' * (n == 1)}"].format(n=n)

    counts = [
        counted(f"{level}s", sum(finding.severity == level for finding in shown))
        for level in ("error", "tension", "note")
    ]
    more = said["page.hidden"].format(n=hidden) if hidden else ""
    line = said["page.summary"].format(
        documents=counted("documents", documents), counts=said["page.comma"].join(counts)
    )
    click.echo(line + more, err=True)


def _write(path: Path, page: str) -> None:
    """Write the marked page, whole or not at all."""
    from hinterland.atomic import place_is_not_writable, written_whole
    from hinterland.errors import InputError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as file:
            file.write(page.encode())
    except OSError as error:
        raise InputError([place_is_not_writable(path, error)]) from None

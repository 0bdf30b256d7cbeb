"""`hinterland study`: a project from its documents to the table of answers and the report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.study.conduct import Study

NOT_CONVERGED = 3


@click.command("study")
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--report/--no-report", default=True, help="Write the report, or leave it out.")
@click.option("--json", "as_json", is_flag=True, help="Print a row for each scenario and headline as JSON, one a line.")
def command(project: Path, report: bool, as_json: bool) -> int:
    """Conduct the study that PROJECT, a folder with project.toml, describes.

    Reads its documents into a ledger, checks their figures, solves every scenario with its ranges, prints what each
    does to the home region, and writes a report. A second run takes from the build folder what has not changed.
    """
    from hinterland.study.conduct import conduct

    with _progress() as tell:
        study = conduct(project, tell, spoken().lang, report)
    for problem in (*study.documents.remarks, *study.documents.unread):
        click.echo(spoken().of(problem), err=True)
    if as_json:
        for row in study.rows():
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        _print(study, spoken().lang)
    if study.documents.unread:
        return 1
    return 0 if all(answer.converged for answer in study.answers) else NOT_CONVERGED


def _print(study: Study, lang: str) -> None:
    """Print the audit, the table, and where everything lies."""
    from rich.console import Console
    from rich.table import Table

    from hinterland.study.say import audit_lines, closing_lines, header, places, table, title

    for line in audit_lines(study, lang):
        click.echo(line)
    click.echo()
    console = Console() if Console().is_terminal else Console(width=200)  # a pipe has no width: cut nothing there
    shown = Table(title=title(study, lang), title_justify="left", box=None)
    name, *headlines = header(study, lang)
    shown.add_column(name, min_width=20)
    for words in headlines:
        shown.add_column(words, justify="right", no_wrap=True)
    for row in table(study, lang):
        shown.add_row(*row)
    console.print(shown)
    click.echo()
    for line in closing_lines(study, lang):
        click.echo(line)
    for what, where in places(study, lang).items():
        click.echo(f"{what}: {where}")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar on a terminal, one task at a time, and nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda name, done, count: bar.update(task, description=name, completed=done, total=count)

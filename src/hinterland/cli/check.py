"""`hinterland check`: every fault of an economy's folder, of a scenario file or of a project, at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.errors import InputError


@click.command("check")
@click.argument("path")
@click.option("--economy", help="Look up a scenario's codes in this economy: a folder, or an embedded name.")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON, one a line.")
def command(path: str, economy: str | None, as_json: bool) -> int:
    """Check PATH: an economy (labels, tables, sums, and whether a base year exists), a scenario (a .toml file), or a
    project (a folder with project.toml) with its economy and all its scenarios."""
    from hinterland.errors import InputError
    from hinterland.study.project_file import FILE

    try:
        if Path(path, FILE).is_file():
            _check_project(path)
        elif path.endswith(".toml"):
            _check_scenario(path, economy)
        else:
            _check_economy(path)
    except InputError as error:
        _list(error, as_json)
        return 1
    return 0


def _check_economy(folder: str) -> None:
    from hinterland.calibrate import calibrate
    from hinterland.cli.calibrate import repairs_in_words
    from hinterland.cli.names import economy_title
    from hinterland.project import find
    from hinterland.tables.folder import read_folder

    words = spoken()
    described, raw = read_folder(find(folder))
    baseline = calibrate(raw, described)
    counts = {"regions": len(baseline.regions), "sectors": len(baseline.sectors)}
    title, year = economy_title(baseline, words), baseline.description.year
    click.echo(words("check.economy", title=title, year=year, **counts), err=True)
    if baseline.thetas:
        click.echo(words("check.elasticities", names=", ".join(baseline.thetas)), err=True)
    for line in repairs_in_words(baseline.report):
        click.echo(words("check.repaired", line=line), err=True)
    click.echo(words("check.no_faults", share=f"{baseline.report.share:.3%}"), err=True)


def _check_scenario(file: str, economy: str | None) -> None:
    from hinterland.cli.names import title
    from hinterland.project import load
    from hinterland.scenario.compose import compose
    from hinterland.scenario.read import read_scenario, scenario_against

    words = spoken()
    scenario = read_scenario(file)
    scenario_against(scenario)
    named = economy or scenario.economy
    count = len(scenario.measures)
    key = "check.scenario_one" if count == 1 else "check.scenario"
    said = words(key, title=title(scenario.title, words), count=count)
    if named:
        compose(load(named), scenario)
    else:
        said = words("check.not_looked_up", said=said)
    click.echo(said, err=True)


def _check_project(folder: str) -> None:
    from hinterland.cli.names import Names, economy_title, title
    from hinterland.study.project_file import read_project

    project = read_project(folder)
    names = Names.of(project.baseline)
    parts = {
        "title": title(project.said.title, names.words),
        "count": len(project.scenarios),
        "home": names.cell("region", project.said.home),
        "economy": economy_title(project.baseline, names.words),
    }
    click.echo(names.words("check.project", **parts), err=True)


def _list(error: InputError, as_json: bool) -> None:
    from dataclasses import asdict

    from hinterland.locale.faults import fault

    words, count = spoken(), len(error.problems)
    for problem in error.problems:
        click.echo(json.dumps(asdict(problem), ensure_ascii=False) if as_json else fault(problem, words))
    click.echo(words("check.fault" if count == 1 else "check.faults", count=count), err=True)

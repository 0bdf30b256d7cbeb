"""`hinterland check`: every fault of an economy's folder, or of a scenario file, at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hinterland.errors import InputError


@click.command("check")
@click.argument("path")
@click.option("--economy", help="Look up a scenario's codes in this economy: a folder, or an embedded name.")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON, one a line.")
def command(path: str, economy: str | None, as_json: bool) -> int:
    """Check PATH: an economy (labels, tables, sums, and whether a base year exists), or a scenario (a .toml file)."""
    from hinterland.errors import InputError

    try:
        if path.endswith(".toml"):
            _check_scenario(path, economy)
        else:
            _check_economy(path)
    except InputError as error:
        _list(error, as_json)
        return 1
    return 0


def _check_economy(folder: str) -> None:
    from hinterland.calibrate import calibrate, repairs_in_words
    from hinterland.project import find
    from hinterland.tables.folder import read_folder

    described, raw = read_folder(find(folder))
    baseline = calibrate(raw, described)
    N, J = len(baseline.regions), len(baseline.sectors)
    click.echo(f"{baseline.description.title}, {baseline.description.year}: {N} regions, {J} sectors", err=True)
    for line in repairs_in_words(baseline.report):
        click.echo(f"repaired: {line}", err=True)
    click.echo(f"no faults; repairs move {baseline.report.share:.3%} of world output", err=True)


def _check_scenario(file: str, economy: str | None) -> None:
    from hinterland.project import load
    from hinterland.scenario.compose import compose
    from hinterland.scenario.read import read_scenario, scenario_against

    scenario = read_scenario(file)
    scenario_against(scenario)
    named = economy or scenario.economy
    count = len(scenario.measures)
    words = f"{scenario.title.en}: no faults in {count} measure{'' if count == 1 else 's'}"
    if named:
        compose(load(named), scenario)
    else:
        words += "; codes were not looked up: name an economy with --economy"
    click.echo(words, err=True)


def _list(error: InputError, as_json: bool) -> None:
    from dataclasses import asdict

    for problem in error.problems:
        click.echo(json.dumps(asdict(problem), ensure_ascii=False) if as_json else str(problem))
    count = len(error.problems)
    click.echo(f"{count} fault{'s' if count > 1 else ''} found", err=True)

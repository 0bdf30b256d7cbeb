"""`hinterland check`: every fault of an economy's folder at once."""

from __future__ import annotations

import json

import click


@click.command("check")
@click.argument("folder")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON, one a line.")
def command(folder: str, as_json: bool) -> int:
    """Check the economy in FOLDER: labels, tables, sums, and whether a base year exists."""
    from dataclasses import asdict

    from hinterland.calibrate import calibrate, repairs_in_words
    from hinterland.errors import InputError
    from hinterland.project import find
    from hinterland.tables.folder import read_folder

    try:
        described, raw = read_folder(find(folder))
        baseline = calibrate(raw, described)
    except InputError as error:
        for problem in error.problems:
            click.echo(json.dumps(asdict(problem), ensure_ascii=False) if as_json else str(problem))
        count = len(error.problems)
        click.echo(f"{count} fault{'s' if count > 1 else ''} found", err=True)
        return 1
    N, J = len(baseline.regions), len(baseline.sectors)
    click.echo(f"{baseline.description.title}, {baseline.description.year}: {N} regions, {J} sectors", err=True)
    for line in repairs_in_words(baseline.report):
        click.echo(f"repaired: {line}", err=True)
    click.echo(f"no faults; repairs move {baseline.report.share:.3%} of world output", err=True)
    return 0

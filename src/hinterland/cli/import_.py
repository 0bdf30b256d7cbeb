"""`hinterland import`: a published table to an economy folder."""

from __future__ import annotations

import json
from pathlib import Path

import click

from hinterland.cli.language import spoken


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write.")
@click.option("--year", type=int, help="Year of the table, where the file does not say or a folder holds several.")
@click.option(
    "--aggregate",
    "concordance",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV with columns axis, from, to: which regions and sectors to merge.",
)
@click.option("--title", help="Title of the economy. Default: World economy.")
@click.option("--theta", type=float, help="Trade elasticity of every sector. Default: 4.")
@click.option("--keep-negative", is_flag=True, help="Keep flows below zero instead of setting them to zero.")
@click.option("--overwrite", is_flag=True, help="Replace the folder if it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print what was read as JSON.")
def command(
    form: str,
    path: Path,
    out: Path,
    year: int | None,
    concordance: Path | None,
    title: str | None,
    theta: float | None,
    keep_negative: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Turn a published input-output table into an economy folder.

    FORMAT is wiod2013, wiod2016, icio, adb, exiobase3, eora26 or gtap. PATH is the publisher's file, or a folder or
    archive that holds it.
    """
    from hinterland.cli.cases import progress
    from hinterland.locale.faults import fault
    from hinterland.tables.aggregate import aggregate, read_concordance
    from hinterland.tables.readers import read
    from hinterland.tables.world import check
    from hinterland.tables.write_folder import THETA, write_folder

    words = spoken()
    with progress(words("import.task")):
        world = read(form, path, year)
    if concordance is not None:
        world = aggregate(world, read_concordance(concordance))
    write_folder(
        world,
        out,
        title=title,
        theta=THETA if theta is None else theta,
        keep_negative=keep_negative,
        overwrite=overwrite,
    )
    problems = check(world)
    for problem in problems:
        click.echo(fault(problem, words), err=True)
    if as_json:
        data = {
            "folder": str(out),
            "source": world.source,
            "year": world.year,
            "regions": world.regions.codes,
            "sectors": world.sectors.codes,
            "notes": world.notes,
            "problems": [str(problem) for problem in problems],
        }
        click.echo(json.dumps(data, ensure_ascii=False))
    else:
        counts = {"regions": len(world.regions), "sectors": len(world.sectors)}
        click.echo(words("import.done", folder=out, year=world.year, **counts), err=True)

"""`hinterland split`: carve a province out of its country."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

from hinterland.cli.language import spoken


@click.command("split")
@click.argument("economy")
@click.argument("margins", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--method", type=click.Choice(["charm", "flq", "pooled"]), help="How two-way domestic trade is found.")
@click.option("--cross-hauling", type=click.FloatRange(min=0), help="Multiple of the country's share of two-way trade.")
@click.option("--title", default="", help="Title of the new economy.")
@click.option("--csv", "as_csv", is_flag=True, help="Write tables as CSV; Parquet otherwise.")
@click.option("--overwrite", is_flag=True, help="Replace TARGET if it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print the reports as JSON, one record a line.")
def command(
    economy: str,
    margins: Path,
    target: Path,
    method: str | None,
    cross_hauling: float | None,
    title: str,
    as_csv: bool,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Split a province out of a country of ECONOMY and write the new economy to TARGET.

    MARGINS is a folder that says what is known of the province (see docs/split.md). The country may be a region of the
    economy, or a group of regions, which is merged first. Prints how far each block moved, and the gross outflow to
    the rest of the country under other methods.
    """
    from hinterland.cli.cases import progress
    from hinterland.cli.show_table import print_table
    from hinterland.project import find
    from hinterland.tables.split_folder import split_folder

    given: dict[str, Any] = {"method": method, "cross_hauling": cross_hauling}
    changes = {key: value for key, value in given.items() if value is not None}
    form: Literal["csv", "parquet"] = "csv" if as_csv else "parquet"
    words = spoken()
    with progress(words("split.task")):
        done = split_folder(find(economy), margins, target, changes, title=title, form=form, overwrite=overwrite)
    moves = {name: [getattr(line, name) for line in done.report] for name in ("block", "before", "after", "moved_pct")}
    print_table(words("table.moves"), moves, as_json)
    flows = {"method": list(done.flows), "gross_outflow_pct_of_output": list(done.flows.values())}
    print_table(words("table.flows"), flows, as_json)
    for column, sectors in done.estimated.items():
        if sectors:
            click.echo(words("split.estimated", column=column, sectors=", ".join(sectors)), err=True)
    for line in done.dropped_cells:
        click.echo(words("split.dropped", line=line), err=True)
    click.echo(words("cli.wrote", path=target), err=True)
    return 0

"""The command line of the build: `build`, `validate`, `margins`."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from hinterland.tables.balance import Moved
from tools.build_economy.build import ECONOMIES, build, country
from tools.build_economy.province import write_margins
from tools.build_economy.sources import toml
from tools.build_economy.validate import comparison, official

SOURCES = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("../shared/data"),
    show_default=True,
    help="The folder of source files.",
)
ECONOMY = click.option(
    "--economy",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=lambda: ECONOMIES / toml("build.toml")["folder"],
    help="The economy folder to compare; the embedded one unless named.",
)


@click.group()
def tool() -> None:
    """Build the embedded economy from its sources, and compare it with figures that it was not fitted to."""


@tool.command("build")
@SOURCES
def build_command(sources: Path) -> None:
    """Build the economy and write its folder; print how far each block moved."""
    began = time.perf_counter()
    whole, done = build(sources)
    console = Console()
    moves = {"province": done.report} | {f"inputs of {code}": lines for code, lines in whole.tables.report.items()}
    console.print(_movement(moves))
    console.print(
        "Gross outflow to the rest of the country, % of output: ", {k: round(v, 1) for k, v in done.flows.items()}
    )
    for line in done.dropped_cells:
        console.print("Known cell left to balancing:", line)
    console.print(
        f"{len(whole.world.outliers)} groups of tariffs repaired; built in {time.perf_counter() - began:.0f} s"
    )


@tool.command()
@ECONOMY
def validate(economy: Path) -> None:
    """Print official totals as the tables hit them, then published figures that were not used."""
    console = Console(width=150)
    for title, frame in (
        ("Official totals of 2022 (targets)", official(economy)),
        ("Not used in the fit", comparison(economy)),
    ):
        table = Table(*frame.columns, title=title)
        for row in frame.itertuples(index=False):
            table.add_row(*(f"{cell:,.1f}" if isinstance(cell, float) else str(cell) for cell in row))
        console.print(table)


@tool.command()
@SOURCES
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--code", default="", help="Province code of the 2017 tables (ZJ, GD, ...); the default province if absent."
)
@click.option("--name", default="", help="Its English name; finds its GDP.")
def margins(sources: Path, target: Path, code: str, name: str) -> None:
    """Write a folder of margins that `hinterland split` reads, for any province of the 2017 tables."""
    chosen = toml("build.toml")["province"]
    place = (
        {"code": code, "en": name, "zh": "", "ceads": code, "ceads_table": chosen["ceads_table"]} if code else chosen
    )
    whole = country(sources)
    write_margins(sources, whole.world, whole.tables, target, province=place, official=not code)
    click.echo(f"wrote {target}")


def _movement(moves: dict[str, list[Moved]]) -> Table:
    table = Table(
        "where", "block", "before", "after", "moved %", title="How far balancing moved each block (million USD)"
    )
    for where, lines in moves.items():
        for line in lines:
            table.add_row(where, line.block, f"{line.before:,.0f}", f"{line.after:,.0f}", f"{line.moved_pct:.1f}")
    return table


if __name__ == "__main__":
    tool()

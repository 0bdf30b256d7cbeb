"""`hinterland run`: quick shocks on the command line, a table of what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from hinterland.result import Result

NOT_CONVERGED = 3
TABLES = ("regions", "trade", "sectors", "decomposition", "checks")
# Option → lever of a scenario. Each may be given several times: --tariff "MEX,USA=0" --tariff "USA,MEX=0".
OPTIONS: dict[str, tuple[str, str]] = {
    "tariff": ("tariff", "IMPORTER[,EXPORTER[,SECTOR]]=RATE"),
    "export-tax": ("export_tax", "IMPORTER[,EXPORTER[,SECTOR]]=RATE; a rebate is negative"),
    "production-tax": ("production_tax", "REGION[,SECTOR]=RATE; support is negative"),
    "trade-cost": ("iceberg_cost", "IMPORTER[,EXPORTER[,SECTOR]]=RATIO"),
    "productivity": ("productivity", "REGION[,SECTOR]=RATIO"),
    "labour": ("labour", "REGION=RATIO"),
    "final-demand": ("final_demand", "REGION[,SECTOR]=RATIO"),
    "transfer": ("transfer", "REGION=MONEY; all transfers add up to zero"),
}


def _levers(function: Callable[..., int]) -> Callable[..., int]:
    for option, (lever, form) in reversed(OPTIONS.items()):
        function = click.option(f"--{option}", lever, multiple=True, metavar="PLACE=SIZE", help=form)(function)
    return function


@click.command("run")
@click.argument("economy")
@_levers
@click.option("--table", type=click.Choice(TABLES), default="regions", show_default=True)
@click.option("--deficit", type=click.Choice(["share", "balanced", "fixed"]), help="What trade deficits do.")
@click.option("--labour-market", type=click.Choice(["mobile", "specific"]), help="May labour change sector?")
@click.option("--inputs", type=click.Choice(["linked", "none"]), help="Are there intermediate inputs?")
@click.option("--sort", help="Order rows by this column, largest first.")
@click.option("--rows", type=click.IntRange(min=0), help="Print only the first rows.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(
    economy: str,
    table: str,
    deficit: str | None,
    labour_market: str | None,
    inputs: str | None,
    sort: str | None,
    rows: int | None,
    as_json: bool,
    **shocks: tuple[str, ...],
) -> int:
    """Compute what shocks do to ECONOMY (a folder, or an embedded name).

    A place is a code, a group of the economy or *; a size is a number, or a change with its sign: "+5pp", "-10%".
    Example, where MEX and USA are codes of the economy:

    \b
        hinterland run my-economy --deficit balanced --tariff "MEX,USA=0" --tariff "USA,MEX=+5pp"
    """
    from dataclasses import replace

    from hinterland.cli.show_table import print_table
    from hinterland.project import load
    from hinterland.run import run

    scenario = {lever: _rules(lever, rules) for lever, rules in shocks.items() if rules}
    baseline = load(economy)
    chosen: dict[str, Any] = {"deficit": deficit, "labour": labour_market, "inputs": inputs}
    closures = replace(baseline.closures, **{name: value for name, value in chosen.items() if value})
    if deficit == "balanced" and baseline.closures.deficit != "balanced":
        baseline = load(economy, replace(baseline.closures, deficit="balanced"))
    result = run(baseline, scenario, closures)
    _say(result, table)
    panel = result.panel(table)
    columns = panel.columns()
    if sort is not None:
        columns = _sorted(columns, sort)
    if rows is not None:
        columns = {name: column[:rows] for name, column in columns.items()}
    measured = "; ".join(f"{name}: {unit}" for name, unit in panel.units.items() if not name.endswith("_pct"))
    print_table(f"{baseline.description.title}: {table}" + (f" ({measured})" if measured else ""), columns, as_json)
    return 0 if result.status.ok else NOT_CONVERGED


def _rules(lever: str, given: tuple[str, ...]) -> dict[tuple[str, ...], str | float]:
    """Read all the rules for one lever; a place that stands twice is one too many."""
    rules: dict[tuple[str, ...], str | float] = {}
    for text in given:
        place, size = _rule(text)
        if place in rules:
            raise click.BadParameter(f"{','.join(place)} is given twice for {lever}: leave one")
        rules[place] = size
    return rules


def _rule(text: str) -> tuple[tuple[str, ...], str | float]:
    """Read PLACE=SIZE."""
    place, equals, size = text.partition("=")
    if not equals or not place or not size:
        raise click.BadParameter(f'{text!r} is not PLACE=SIZE: write, for example, "MEX,USA=0.05"')
    try:
        amount: str | float = float(size)
    except ValueError:
        amount = size.strip()
    return tuple(label.strip() for label in place.split(",")), amount


def _sorted(columns: dict[str, Any], by: str) -> dict[str, Any]:
    if by not in columns:
        raise click.BadParameter(f"no column {by!r}: choose one of {', '.join(columns)}", param_hint="--sort")
    order = sorted(range(len(columns[by])), key=lambda row: _size(columns[by][row]))
    return {name: [column[row] for row in order] for name, column in columns.items()}


def _size(value: Any) -> Any:
    """Order numbers by size, largest first, what is no number last; words by the alphabet."""
    if isinstance(value, str):
        return value
    return -abs(value) if value == value else float("inf")


def _say(result: Result, table: str) -> None:
    solution = result.solution
    click.echo(
        f"{result.status.sentence} {result.status.remedy}".strip()
        + f" Largest violation {solution.residual:.1e}, {solution.evaluations} evaluations.",
        err=True,
    )
    if table == "decomposition":
        parts = result.decomposition
        click.echo(f"{parts.status.sentence} {parts.status.remedy}".strip() + f" Gap {parts.gap:.1e}.", err=True)
